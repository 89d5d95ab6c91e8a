//! The card of a judged target: value, gap, chances, picture, and what they rest on.

use yew::prelude::*;

use crate::analysis::{Judgement, Projection};
use crate::browser::Appearance;
use crate::desk::{FinishedRun, Outcome, Scene, Subject, drawn, fan_figure};
use crate::region::{Target, TargetId};
use crate::session::Action;
use crate::ui::charts::fan_canvas::FanCanvas;
use crate::ui::desk::origins::Origins;
use crate::ui::desk::shift::Shift;
use crate::ui::explain::link::why;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::targets::GoalProps;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::figure::{aside, figure, sentence};
use crate::ui::widgets::light::{Light, remark_of};
use crate::ui::widgets::table::{columns, table};
use crate::wording::{
    self, Measure, Phrase, ScenarioKind, Sentence, chance, floor_words, gap_words, judged_measure,
    names, readings, requirement_sentences, responsibility, shift_word, target_name,
};

/// Properties of [`IndicatorCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// The last run of the scenario in hand.
    pub run: FinishedRun,
    /// What the scenario in hand is called.
    pub scenario_name: AttrValue,
    /// Position of the target in the region.
    pub target: TargetId,
    /// What is judged of it.
    pub judgement: Judgement,
    /// How the screen is, for the picture.
    pub appearance: Appearance,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Everything that is known of one judged target.
#[component]
pub fn IndicatorCard(props: &Props) -> Html {
    let Props { scene, run, judgement, .. } = props;
    let is_seeking = use_state(|| false);
    let (locale, rule) = (scene.locale, scene.thresholds);
    let target = &scene.region.targets[props.target];
    let measure = judged_measure(target, &scene.model, locale);
    let title = format!("indicator-{}", target.id);
    let year = Phrase::YEAR_OF.with(locale, &[("year", &target.year.to_string())]);
    let unit = measure.heading();
    let heading = if unit.is_empty() { year } else { format!("{unit} · {year}") };
    let name = target_name(target, locale);
    html! {
        <article class="indicator" id={title.clone()} tabindex="-1" data-indicator={target.indicator.clone()}
            aria-labelledby={format!("{title}-name")}>
            <div class="card-head">
                <h3 id={format!("{title}-name")}>
                    { &*name }
                    { aside(&heading, locale) }
                </h3>
                <span><Shift moved={shift_word(judgement, rule)} {locale} /><Light light={rule.light(judgement.probability)} {locale} /></span>
            </div>
            { headline(scene, &run.outcome, target, judgement, &measure) }
            { picture(props, target, &name) }
            { chances(scene, target, judgement, &measure) }
            { grounds(scene, target, judgement, &measure) }
            <div class="card-ways">
                { why(&target.indicator, &name, locale, &props.on_action) }
                { goal(props, &is_seeking) }
            </div>
        </article>
    }
}

fn headline(
    scene: &Scene,
    outcome: &Outcome,
    target: &Target,
    judgement: &Judgement,
    measure: &Measure,
) -> Html {
    let locale = scene.locale;
    let value = judgement.value;
    let change = match outcome.scenario {
        ScenarioKind::Changed => measure.stated_change(value.p50 - judgement.outlook.p50, locale),
        ScenarioKind::Present => "—".to_owned(),
    };
    let year = (target.year - 1).to_string();
    html! {
        <div class="indicator-value">
            <p class="indicator-median" data-value="median">{ figure(&measure.value(value.p50)) }</p>
            <dl class="indicator-side">
                <div><dt>{ Phrase::SPREAD.get(locale) }</dt><dd data-value="spread">{ measure.range(value.p10, value.p90) }</dd></div>
                // Always there: what is below stays in place when a first lever moves.
                <div><dt>{ Phrase::AGAINST_PRESENT.get(locale) }</dt><dd data-value="change"><b>{ change }</b></dd></div>
                <div><dt>{ Phrase::GAP_TO_TARGET.get(locale) }</dt><dd data-value="gap">{ gap_words(judgement, target, measure, locale) }</dd></div>
                if let Some(reference) = judgement.reference {
                    <div><dt>{ Phrase::REFERENCE_VALUE.get(locale) }</dt><dd data-value="reference">{ measure.value(reference.p50).to_string() }</dd></div>
                }
                if let Some(last) = judgement.last {
                    <div><dt>{ Phrase::LAST_VALUE.with(locale, &[("year", &year)]) }</dt><dd data-value="last">{ measure.value(last).to_string() }</dd></div>
                }
            </dl>
        </div>
    }
}

fn picture(props: &Props, target: &Target, name: &str) -> Html {
    let Props { scene, run, judgement, .. } = props;
    let (report, scenario) = (&run.outcome.report, run.outcome.scenario);
    let picture = |projection: &Projection| {
        let chart = fan_figure(scene, Some((target, Some(judgement))), projection, scenario);
        let subject = Subject::new(name, &scene.region, &props.scenario_name, scene.locale);
        html! { <FanCanvas {chart} {subject} appearance={props.appearance} locale={scene.locale} /> }
    };
    drawn(report, target, judgement).map(picture).unwrap_or_default()
}

fn chances(scene: &Scene, target: &Target, judgement: &Judgement, measure: &Measure) -> Html {
    let locale = scene.locale;
    let floor = floor_words(target, &scene.model, locale);
    let stretch = target.stretch.zip(judgement.stretch_probability);
    let head = [Phrase::CHANCE, Phrase::THIS_SCENARIO, Phrase::PRESENT];
    let rows = html! {
        <>
            <tr>
                <th scope="row">{ Phrase::FLOOR_CHANCE.with(locale, &[("value", &floor)]) }{ remark_of(scene, target, judgement) }</th>
                <td data-value="chance"><b>{ chance(judgement.probability) }</b></td>
                <td>{ chance(judgement.outlook_probability) }</td>
            </tr>
            if let Some((value, probability)) = stretch {
                <tr>
                    <th scope="row">{ Phrase::STRETCH_CHANCE.with(locale, &[("value", &measure.value(value).to_string())]) }</th>
                    <td><b>{ chance(probability) }</b></td>
                    <td></td>
                </tr>
            }
        </>
    };
    table("chances", columns(head.map(|phrase| phrase.get(locale))), rows).draw()
}

/// 反推, once it is asked for: it runs the model.
fn goal(props: &Props, is_seeking: &UseStateHandle<bool>) -> Html {
    let Props { scene, run, target, on_action, .. } = props;
    let setter = is_seeking.setter();
    let on_toggle = Callback::from(move |is_open| setter.set(is_open));
    let sought = GoalProps {
        scene: scene.clone(),
        run: run.clone(),
        target: *target,
        on_action: on_action.clone(),
    };
    let content = html! {
        if **is_seeking {
            <Later part={Part::Goal(sought)} locale={scene.locale} />
        }
    };
    let words = Phrase::GOAL_TITLE.get(scene.locale);
    disclosure("twin goal-seek", words, content).on_toggle(on_toggle).draw()
}

fn grounds(scene: &Scene, target: &Target, judgement: &Judgement, measure: &Measure) -> Html {
    let locale = scene.locale;
    let reported = judgement.real.map(|real| {
        Sentence::plain(Phrase::REPORTED_AND_REAL)
            .fill("reported", measure.value(judgement.value.p50))
            .fill("real", measure.value(real))
    });
    let share = judgement.real_share.map(|share| {
        let words = wording::share(share.clamp(0.0, 1.0), locale);
        Sentence::plain(Phrase::REAL_SHARE).fill("share", words)
    });
    html! {
        <div class="grounds">
            if let Some(reported) = reported {
                <p data-value="real">{ sentence(&reported, locale) }</p>
            }
            if let Some(share) = share {
                <p data-value="real-share">{ sentence(&share, locale) }</p>
            }
            { need(scene, judgement) }
            { assumed(scene, judgement) }
            if let Some(variable) = target.variable {
                <Origins scene={scene.clone()} {variable} />
            }
            { source(scene, target) }
        </div>
    }
}

/// What the target takes, and how often that has been done.
fn need(scene: &Scene, judgement: &Judgement) -> Html {
    let locale = scene.locale;
    let sentences = judgement
        .main_requirement()
        .map(|requirement| requirement_sentences(requirement, &scene.model, locale))
        .unwrap_or_default();
    if sentences.is_empty() {
        return Html::default();
    }
    let space = Phrase::SENTENCE_SPACE.get(locale);
    html! {
        <p data-value="need">{ for sentences.iter().map(|words| html! { <>{ sentence(words, locale) }{ space }</> }) }</p>
    }
}

/// Where the plan asks for it, who answers for it, and what is unclear about it.
fn source(scene: &Scene, target: &Target) -> Html {
    let locale = scene.locale;
    let place = [scene.region.document.as_str(), target.section.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|words| !words.is_empty()).collect();
    let place = place.join(Phrase::COMMA.get(locale));
    let more = [readings(target, locale), responsibility(target, locale)];
    html! {
        <>
            if !place.is_empty() {
                <p class="source">{ Phrase::TARGET_SOURCE.with(locale, &[("place", &place)]) }</p>
            }
            { for more.into_iter().filter(|text| !text.is_empty()).map(|text| html! { <p class="source">{ text }</p> }) }
            if let Some(note) = &target.note {
                <p class="source" lang="zh-CN">{ Phrase::TARGET_NOTE.with(locale, &[("note", note)]) }</p>
            }
        </>
    }
}

fn assumed(scene: &Scene, judgement: &Judgement) -> Html {
    let locale = scene.locale;
    if judgement.assumed.is_empty() {
        return Html::default();
    }
    let count = judgement.assumed.len().to_string();
    let figures = names(&judgement.assumed, &scene.model, locale);
    let list = html! { <p>{ Phrase::ASSUMED_LIST.with(locale, &[("figures", &figures)]) }</p> };
    disclosure("assumed", Phrase::ASSUMED_COUNT.with(locale, &[("count", &count)]), list).draw()
}
