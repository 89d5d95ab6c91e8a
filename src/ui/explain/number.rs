//! The page of a number: value, formula, what it is made of, evidence, and who uses it.

use yew::prelude::*;

use crate::analysis::{Explanation, Judgement, explanation};
use crate::desk::{Scene, Subject, fan_figure};
use crate::formula::{OtherRun, Read};
use crate::model::Reference;
use crate::region::{Target, TargetId};
use crate::session::{Action, Inquiry, View};
use crate::ui::charts::fan_canvas::FanCanvas;
use crate::ui::explain::behind::{Asked, Behind, Page, now, spread_of};
use crate::ui::explain::grounds::{datum, evidence, findings, sources, uncertainty, users};
use crate::ui::explain::how::how;
use crate::ui::explain::link::way;
use crate::ui::explain::unfolded::{Cited, unfolded};
use crate::ui::state::given::Given;
use crate::ui::state::work::{Begins, use_shown_work, use_work};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::evidence::badge;
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::heading::heading;
use crate::ui::widgets::light::{Light, remark_of};
use crate::wording::{
    FormulaWriter, Measure, Phrase, ScenarioKind, ask, chance, gap_words, judged, judged_measure,
    kind_word, names, not_finite_words, range_words, scenario_name,
};

/// Properties of [`Number`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What the screen is given.
    pub(super) given: Given,
    /// What is asked why.
    pub(super) subject: Reference,
}

/// Everything there is to say about a number.
#[component]
pub(super) fn Number(props: &Props) -> Html {
    let Props { given, subject } = props;
    let Given { scene, run, on_action, .. } = given;
    let region = &scene.region;
    let year = use_state(|| None::<i32>);
    let shown = (*year).unwrap_or(region.plan_year).clamp(region.base_year, scene.end_year());
    let t = (shown - region.base_year).cast_unsigned();
    let asked = Asked {
        workbench: run.workbench.clone(),
        settings: run.settings.clone(),
        subject: *subject,
        t,
    };
    let working =
        use_shown_work(Begins::AtOnce, Some(asked.clone()), Behind::work, Asked::is_of_same);
    let spread = use_work(Some(asked), spread_of);
    let about = explanation(&scene.model, region, *subject);
    let Some(behind) = working.latest() else {
        return html! { <>{ head(scene, &about) }{ working.notice(scene.locale) }</> };
    };
    let page = Page {
        scene,
        about,
        behind,
        spread: spread.result(),
        t: behind.asked.t,
        writer: FormulaWriter::new(&scene.model, scene.locale),
        on_action,
    };
    let on_year = {
        let year = year.setter();
        Callback::from(move |chosen: String| year.set(chosen.parse().ok()))
    };
    let cited = Cited::of(&page);
    html! {
        <>
            { head(scene, &page.about) }
            { values(&page, given, on_year) }
            <div class="explain-columns">
                <div>
                    { how(&page) }
                    { unfolded(&page, &cited) }
                    { datum(&page) }
                    { users(&page) }
                </div>
                <div>
                    { trend(&page, given) }
                    { uncertainty(&page) }
                    { findings(&page, given) }
                    { sources(&page, &cited) }
                    { evidence(scene.locale) }
                </div>
            </div>
        </>
    }
}

/// Kind, block, definition, and the way to the map.
fn head(scene: &Scene, about: &Explanation<'_>) -> Html {
    let locale = scene.locale;
    let group = match about.subject {
        Reference::Variable(variable) => scene.model.variables[variable].group,
        Reference::Lever(lever) => Some(scene.model.levers[lever].group),
        _ => None,
    };
    let group = group.map(|group| scene.model.groups[group].name.get(locale));
    let kind = kind_word(&scene.model, about.subject).get(locale);
    let remark = about.note.map(|words| {
        html! {
            <p class="prose side-note" lang="zh-CN">
                { Phrase::EXPLAIN_NOTE.get(locale) }{ Phrase::LABEL_SEPARATOR.get(locale) }{ words.to_owned() }
            </p>
        }
    });
    html! {
        <>
            <p class="explain-kind">
                { [Some(kind), group].into_iter().flatten().collect::<Vec<_>>().join(" · ") }
                { about.class.map(|class| badge(class, locale)) }
            </p>
            if let Some(definition) = about.definition {
                <p class="prose">{ definition.get(locale) }</p>
            }
            if let Reference::Lever(lever) = about.subject {
                <p class="prose" data-value="range">{ range_words(&scene.model.levers[lever], &scene.model, locale) }</p>
            }
            { remark }
        </>
    }
}

/// The number in the chosen year, and its spread.
fn values(page: &Page<'_>, given: &Given, on_year: Callback<String>) -> Html {
    let locale = page.scene.locale;
    let is_yearly = is_yearly(page.about.subject);
    html! {
        <div class="explain-values">
            { value(page, given) }
            if is_yearly {
                <Choice label={Phrase::EXPLAIN_YEAR.get(locale)} options={years(page)}
                    value={page.year().to_string()} on_choose={on_year} />
            }
            { to_map(page, given) }
        </div>
    }
}

fn years(page: &Page<'_>) -> Vec<(String, String)> {
    let region = &page.scene.region;
    let word = |year: i32| {
        let phrase = match year {
            year if year == region.base_year => Phrase::BASE_YEAR_OF,
            year if year == region.plan_year => Phrase::PLAN_YEAR_OF,
            _ => Phrase::YEAR_OF,
        };
        let year = year.to_string();
        (year.clone(), phrase.with(page.scene.locale, &[("year", &year)]))
    };
    (region.base_year..=page.scene.end_year()).map(word).collect()
}

/// Whether there is a value for each year.
fn is_yearly(subject: Reference) -> bool {
    !matches!(subject, Reference::Figure(_) | Reference::Parameter(_) | Reference::Constant(_))
}

fn value(page: &Page<'_>, given: &Given) -> Html {
    let locale = page.scene.locale;
    let read = now(page.about.subject);
    let Some(summary) = page.behind.numbers.summary(read, page.t) else { return no_value(page) };
    let measure = page.writer.measure(read, summary.p50);
    let year = page.year().to_string();
    let label = match (page.about.subject, page.t) {
        (subject, _) if !is_yearly(subject) => Phrase::EXPLAIN_VALUE,
        (Reference::Lever(_), _) => Phrase::EXPLAIN_SETTING,
        (_, 0) => Phrase::EXPLAIN_BASE_VALUE,
        _ => Phrase::EXPLAIN_MEDIAN,
    };
    let label = label.with(locale, &[("year", &year)]);
    let range = measure.range(summary.p10, summary.p90);
    let spreads = measure.digits(summary.p10) != measure.digits(summary.p90);
    html! {
        <dl>
            { pair(&label, "value", figure(&measure.value(summary.p50))) }
            if spreads {
                { pair(Phrase::SPREAD.get(locale), "spread", html! { { range } }) }
            }
            { central(page, &measure).filter(|_| spreads).unwrap_or_default() }
            { outlook(page, given, &measure).map(|value| pair(Phrase::EXPLAIN_OUTLOOK.get(locale), "outlook", value)) }
            { for verdicts(page, given) }
        </dl>
    }
}

/// The number with nothing left to chance, which a person can compute again by hand.
fn central(page: &Page<'_>, measure: &Measure) -> Option<Html> {
    let locale = page.scene.locale;
    let value = html! {
        <>{ figure(&measure.value(page.behind.central?)) }
            <small>{ Phrase::EXPLAIN_CENTRAL_NOTE.get(locale) }</small></>
    };
    Some(pair(Phrase::EXPLAIN_CENTRAL.get(locale), "central", value))
}

fn pair(label: &str, name: &'static str, value: Html) -> Html {
    html! { <div><dt>{ label.to_owned() }</dt><dd data-value={name}>{ value }</dd></div> }
}

/// For each target of the year: how likely it is, and its light.
fn verdicts(page: &Page<'_>, given: &Given) -> Vec<Html> {
    let Page { scene, about, .. } = page;
    let locale = scene.locale;
    let Reference::Variable(variable) = about.subject else { return Vec::new() };
    let verdict = |(position, judgement): (TargetId, &Judgement)| {
        let target = &scene.region.targets[position];
        if target.variable != Some(variable) || target.year != page.year() {
            return None;
        }
        let measure = judged_measure(target, &scene.model, locale);
        let asked = ask(target, &scene.model, locale);
        let likely = Phrase::EXPLAIN_CHANCE.with(locale, &[("ask", &asked)]);
        let before = chance(judgement.outlook_probability);
        let chances = html! {
            <>{ chance(judgement.probability) }
                <small>{ Phrase::CHANCE_AT_PRESENT.with(locale, &[("chance", &before)]) }</small></>
        };
        let light = html! {
            <><Light light={scene.thresholds.light(judgement.probability)} {locale} />
                <small>{ gap_words(judgement, target, &measure, locale) }</small>
                { remark_of(scene, target, judgement) }</>
        };
        Some(html! {
            <>
                { pair(&likely, "chance", chances) }
                { pair(Phrase::BOARD_LIGHT.get(locale), "light", light) }
            </>
        })
    };
    judged(&given.run.outcome.report).filter_map(verdict).collect()
}

/// The same with all levers at present, where the scenario moves some.
fn outlook(page: &Page<'_>, given: &Given, measure: &Measure) -> Option<Html> {
    let is_moved_by_levers = matches!(
        page.about.subject,
        Reference::Variable(_) | Reference::Lever(_) | Reference::PolicyCost
    );
    let moved =
        is_moved_by_levers && given.run.outcome.scenario == ScenarioKind::Changed && page.t > 0;
    let read = Read { run: Some(OtherRun::Outlook), ..now(page.about.subject) };
    let value = page.behind.numbers.median(read, page.t).filter(|_| moved)?;
    Some(html! { { measure.value(value).to_string() } })
}

/// What keeps the number from having a value.
fn no_value(page: &Page<'_>) -> Html {
    let Page { scene, about, behind, .. } = page;
    let locale = scene.locale;
    let words = match (&behind.origin, about.subject) {
        _ if !behind.missing.is_empty() => {
            let figures = names(&behind.missing, &scene.model, locale);
            Phrase::REASON_MISSING.with(locale, &[("figures", &figures)])
        }
        (Some(origin), Reference::Variable(variable)) => {
            not_finite_words(origin, (variable, page.year()), &scene.model, locale)
        }
        _ => Phrase::EXPLAIN_NO_VALUE.get(locale).to_owned(),
    };
    html! { <p class="prose" data-value="none">{ words }</p> }
}

fn to_map(page: &Page<'_>, given: &Given) -> Html {
    let on_map = matches!(
        page.about.subject,
        Reference::Variable(_)
            | Reference::Lever(_)
            | Reference::Assumption(_)
            | Reference::PolicyCost
    );
    if !on_map {
        return Html::default();
    }
    let inquiry = Inquiry { on_map: true, ..given.view.inquiry.clone() };
    let there = Action::SetView(View { inquiry, ..given.view.clone() });
    let words = Phrase::MAP_SHOW.get(page.scene.locale);
    html! { <p>{ way(words, page.on_action, there) }</p> }
}

/// History, fan and target of a variable.
fn trend(page: &Page<'_>, given: &Given) -> Html {
    let Reference::Variable(variable) = page.about.subject else { return Html::default() };
    let Given { scene, plan, run, appearance, .. } = given;
    let locale = scene.locale;
    let Some(projection) = page.behind.numbers.projection(&run.workbench, variable) else {
        return Html::default();
    };
    let mut targets = scene.region.targets.iter_enumerated();
    // Here the indicator is drawn; what is asked about its change has no place on its scale.
    let of_indicator =
        |target: &Target| target.variable == Some(variable) && !target.kind.is_change();
    let target = targets.find(|(_, target)| of_indicator(target));
    let asked = target.map(|(position, target)| (target, run.outcome.report.judgement(position)));
    let chart = fan_figure(scene, asked, &projection, run.outcome.scenario);
    let scenario = scenario_name(plan, plan.scenarios.current().id, locale);
    let subject = Subject::new(&chart.title, &scene.region, &scenario, locale);
    html! {
        <section>
            { heading("", Phrase::TREND_TITLE.get(locale), "") }
            <FanCanvas {chart} {subject} appearance={*appearance} {locale} />
        </section>
    }
}
