//! One policy lever: name, field, slider on its rail, outcome in words, cost, evidence.

use yew::prelude::*;

use crate::browser::{focus, fresh_scenario};
use crate::desk::Scene;
use crate::locale::Locale;
use crate::model::{Band, Lever, LeverId};
use crate::plan::LeverPath;
use crate::region::Provenance;
use crate::session::{Action, Edit};
use crate::ui::explain::link::why;
use crate::ui::levers::rail::LeverRail;
use crate::ui::levers::setting_field::SettingField;
use crate::ui::levers::slider::{Drag, LeverSlider, slider_id};
use crate::ui::levers::years::LeverYears;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::evidence::Evidence;
use crate::ui::widgets::figure::{aside, sentence};
use crate::unit::InUnit;
use crate::wording::{
    Measure, Phrase, Sentence, band, cost_phrase, setting_word, settings_measure, source_text,
};

/// Properties of [`LeverCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Position of the lever in the model.
    pub lever: LeverId,
    /// Present setting, in the lever's unit.
    pub present: InUnit,
    /// Settings in hand, in the lever's unit; none at present.
    pub path: Option<LeverPath>,
    /// Settings when the plan was opened.
    pub opened: Option<LeverPath>,
    /// Municipal cash in the plan year, 元.
    pub cost: f64,
    /// Called with what a person does; the same for all cards, so that only a card that changes is drawn anew.
    pub on_action: Callback<Action>,
}

/// The card of a lever.
#[component]
pub fn LeverCard(props: &Props) -> Html {
    let Props { scene, present, .. } = props;
    let setting = &setting(props);
    let locale = scene.locale;
    let lever = &scene.model.levers[props.lever];
    let measure = settings_measure(lever, &[*setting, *present], &scene.model, locale);
    let moved = props.path.is_some();
    let name_id = format!("lever-name-{}", lever.id);
    let on_set = on_set(props);
    let on_rest = props.on_action.reform(|()| Action::Rest);
    let onfocusout = on_rest.reform(|_: FocusEvent| ());
    let on_drag = props.on_action.reform(|drag: Drag| match drag {
        Drag::Begins => Action::BeginDrag,
        Drag::Ends => Action::EndDrag,
        Drag::IsCancelled => Action::CancelDrag,
    });
    html! {
        <article class={classes!("lever", moved.then_some("lever-moved"))} data-lever={lever.id.clone()}
            aria-labelledby={name_id.clone()} {onfocusout}>
            <div class="lever-head">
                <h4 id={name_id.clone()}>{ lever.name.get(locale) }{ aside(&measure.heading(), locale) }</h4>
                { field(lever, &measure, (*setting, locale), (&on_set, on_rest)) }
            </div>
            <div class="lever-track">
                <LeverRail lever={lever.clone()} present={*present} setting={*setting} />
                <LeverSlider lever={lever.clone()} label={name_id} value={*setting}
                    meaning={meaning(lever, (*setting, *present), &measure, scene)} {on_set} {on_drag} />
            </div>
            { band_words(lever, (*setting, *present), scene) }
            { outcome(props, lever, &measure) }
            <LeverYears scene={scene.clone()} lever={props.lever} present={*present} path={props.path.clone()}
                on_action={props.on_action.clone()} />
            <div class="lever-foot">
                <span class="lever-cost" data-value="cost">{ cost(props) }</span>
                <Evidence class={lever.class} sources={sources(lever, scene)} note={lever.note.clone()} {locale} />
                { why(&lever.id, lever.name.get(locale), locale, &props.on_action) }
                <span class="lever-resets">
                    if props.opened.is_some() && props.opened != props.path {
                        { reset(props, Phrase::RESET_LEVER_OPENED, Phrase::RESET_LEVER_OPENED_OF, Edit::ResetLeverToOpened(lever.id.clone()).into()) }
                    }
                    if moved {
                        { reset(props, Phrase::RESET_LEVER, Phrase::RESET_LEVER_OF, Edit::ResetLever(lever.id.clone()).into()) }
                    } else {
                        <span class="lever-present">{ present_words(props, lever, &measure) }</span>
                    }
                </span>
            </div>
        </article>
    }
}

/// The field of the setting, and what hears of another one.
fn field(
    lever: &Lever,
    measure: &Measure,
    (value, locale): (InUnit, Locale),
    (on_set, on_rest): (&Callback<InUnit>, Callback<()>),
) -> Html {
    let (label, id) = (lever.name.get(locale).to_owned(), lever.id.clone());
    let on_set = on_set.clone();
    SettingField { lever, label, id, measure, value, locale, on_set, on_rest }.draw()
}

/// The setting of the first year that is simulated.
fn setting(props: &Props) -> InUnit {
    props.path.as_ref().and_then(|path| path.at(1)).unwrap_or(props.present)
}

/// Setting a lever to its present value is putting it back.
fn on_set(props: &Props) -> Callback<InUnit> {
    let lever = props.scene.model.levers[props.lever].id.clone();
    let present = props.present;
    props.on_action.reform(move |value: InUnit| {
        if value == present {
            Edit::ResetLever(lever.clone()).into()
        } else {
            Edit::SetLever { lever: lever.clone(), value, fresh: fresh_scenario() }.into()
        }
    })
}

/// A setting in words, for the slider: “1,500万元，常规”.
fn meaning(
    lever: &Lever,
    (setting, present): (InUnit, InUnit),
    measure: &Measure,
    scene: &Scene,
) -> String {
    let base = lever.unit.to_base(setting);
    let value = measure.clone().showing(base).value(base).to_string();
    let word = setting_word(lever, setting, present, scene.locale);
    word.map_or(value.clone(), |band| {
        Phrase::SLIDER_MEANING.with(scene.locale, &[("value", &value), ("band", band)])
    })
}

/// The words of the bands, wide bands getting more room; the one in force is bold. Where nothing
/// is changed or done, that one says so instead.
fn band_words(lever: &Lever, (setting, present): (InUnit, InUnit), scene: &Scene) -> Html {
    let [low, high] = lever.range;
    let lowers = std::iter::once(low).chain(lever.bands.iter().map(|band| band.upper));
    let current = band(lever, setting);
    let in_force = setting_word(lever, setting, present, scene.locale);
    let word = |(position, (band, lower)): (usize, (&Band, InUnit))| {
        let share = ((band.upper - lower) / (high - low) * 20.0).round() * 5.0;
        let is_current = current == Some(position);
        let named = in_force.filter(|_| is_current).unwrap_or(band.name.get(scene.locale));
        html! {
            <li data-share={share.max(5.0).to_string()} class={classes!(is_current.then_some("current"))}
                aria-current={is_current.then_some("true")}>{ named.to_owned() }</li>
        }
    };
    html! {
        <ol class="lever-words">{ for lever.bands.iter().zip(lowers).enumerate().map(word) }</ol>
    }
}

/// What the setting amounts to against present, up to the last year.
fn outcome(props: &Props, lever: &Lever, measure: &Measure) -> Html {
    let Some(path) = &props.path else { return Html::default() };
    let base = |value: InUnit| lever.unit.to_base(value);
    let years = props.scene.model.horizon;
    let changes: Vec<f64> = (1..=years)
        .filter_map(|t| path.at(t))
        .map(|setting| base(setting) - base(props.present))
        .collect();
    let is_level = changes.iter().all(|change| *change == changes[0]);
    let phrase = match (is_level, measure.is_summable()) {
        (true, true) => Phrase::LEVER_OUTCOME_SUM,
        (true, false) => Phrase::LEVER_OUTCOME,
        (false, true) => Phrase::LEVER_OUTCOME_BY_YEAR_SUM,
        (false, false) => Phrase::LEVER_OUTCOME_BY_YEAR,
    };
    let last = base(path.at(years).unwrap_or(props.present));
    let change = |base: f64| measure.clone().showing(base).change(base);
    let said = Sentence::plain(phrase)
        .fill("change", change(changes.first().copied().unwrap_or_default()))
        .fill_plain("year", props.scene.end_year().to_string())
        .fill("value", measure.clone().showing(last).value(last))
        .fill_plain("count", years.to_string())
        .fill("total", change(changes.iter().sum::<f64>()));
    html! { <p class="lever-outcome" data-value="outcome">{ sentence(&said, props.scene.locale) }</p> }
}

fn cost(props: &Props) -> Html {
    let locale = props.scene.locale;
    let funds = Measure::funds(locale);
    if props.path.is_none() {
        return html! { { Phrase::UNTOUCHED.get(locale) } };
    }
    let kind = props.scene.model.levers[props.lever].cost_kind;
    let Some((phrase, value)) = cost_phrase(kind, props.cost, &funds) else {
        return html! { { Phrase::LEVER_NO_COST.get(locale) } };
    };
    let said = Sentence::plain(phrase)
        .fill("value", value)
        .fill_plain("year", props.scene.region.plan_year.to_string());
    sentence(&said, locale)
}

fn present_words(props: &Props, lever: &Lever, measure: &Measure) -> String {
    let locale = props.scene.locale;
    let base = lever.unit.to_base(props.present);
    let value = measure.clone().showing(base).value(base).to_string();
    let given = props.scene.region.present.get(&lever.id).map(|datum| datum.provenance);
    match given {
        None if props.present == InUnit(0.0) => Phrase::ON_TOP_OF_PRESENT.get(locale).to_owned(),
        None | Some(Provenance::Assumed) => {
            Phrase::PRESENT_ASSUMED.with(locale, &[("value", &value)])
        }
        Some(_) => Phrase::PRESENT_VALUE.with(locale, &[("value", &value)]),
    }
}

fn reset(props: &Props, word: Phrase, of: Phrase, action: Action) -> Html {
    let locale = props.scene.locale;
    let name = props.scene.model.levers[props.lever].name.get(locale);
    let on_action = props.on_action.clone();
    let slider = slider_id(&props.scene.model.levers[props.lever]);
    let on_reset = move |_: MouseEvent| {
        // The button goes away with the move.
        focus(&slider);
        on_action.emit(action.clone());
        on_action.emit(Action::Rest);
    };
    button(Kind::Quiet, word.get(locale), on_reset)
        .label(of.with(locale, &[("name", name)]))
        .edits()
        .draw()
}

fn sources(lever: &Lever, scene: &Scene) -> Vec<String> {
    let cited = lever.sources.iter().filter_map(|&source| scene.model.sources.get(source));
    cited.map(|source| source_text(&source.text, scene.locale).to_owned()).collect()
}
