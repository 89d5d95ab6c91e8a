//! The headline: counts by light, and what the scenario changed.

use yew::prelude::*;

use crate::desk::{Outcome, Scene};
use crate::session::{Action, View};
use crate::ui::desk::next_step;
use crate::ui::frame::announcer::Announcer;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::widgets::figure::sentence;
use crate::ui::widgets::light::Light;
use crate::wording::{Phrase, Tally, verdict_sentences};

/// Properties of [`Verdict`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub outcome: Outcome,
    /// As the scenario in hand is called.
    pub scenario_name: AttrValue,
    /// How the page is looked at.
    pub view: View,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// The verdict in one line and a few sentences; of a region without targets, the next step.
#[component]
pub fn Verdict(props: &Props) -> Html {
    let Props { scene, outcome, scenario_name, .. } = props;
    let locale = scene.locale;
    let tally = Tally::of(&outcome.report, scene.thresholds);
    let year = scene.region.plan_year.to_string();
    let judged_by = (&*scene.region, scene.thresholds);
    let sentences = verdict_sentences(&outcome.report, judged_by, outcome.scenario, locale);
    let is_empty = scene.region.targets.is_empty();
    let announced = match tally.judged() {
        0 => without_verdict(scene).get(locale).to_owned(),
        _ => Phrase::ANNOUNCEMENT.with(locale, &[("counts", &tally.words(locale))]),
    };
    html! {
        <section class="verdict" aria-labelledby="verdict-title">
            <p class="kicker">
                <b>{ scenario_name }</b>
                if !is_empty {
                    { " · " }{ Phrase::KICKER_REST.with(locale, &[("year", &year)]) }
                }
            </p>
            <h1 id="verdict-title">{ headline(&tally, scene) }</h1>
            if is_empty {
                <Later part={next_step(props)} {locale} />
            } else {
                <p class="verdict-text">
                    { for sentences.iter().map(|text| html! { <>{ sentence(text, locale) }{ Phrase::SENTENCE_SPACE.get(locale) }</> }) }
                    if tally.not_judged > 0 {
                        { others(&tally, scene) }
                    }
                </p>
            }
            <Announcer text={announced} />
        </section>
    }
}

fn next_step(props: &Props) -> Part {
    let Props { scene, view, on_action, .. } = props.clone();
    Part::NextStep(next_step::Props { scene, view, on_action })
}

/// What to say in place of a verdict.
fn without_verdict(scene: &Scene) -> Phrase {
    match (scene.region.targets.is_empty(), scene.region.figures.is_empty()) {
        (true, true) => Phrase::VERDICT_EMPTY,
        (true, false) => Phrase::VERDICT_NO_TARGETS,
        (false, _) => Phrase::VERDICT_NONE,
    }
}

fn headline(tally: &Tally, scene: &Scene) -> Html {
    let locale = scene.locale;
    if tally.judged() == 0 {
        return html! { { without_verdict(scene).get(locale) } };
    }
    let count = tally.judged().to_string();
    let lights = tally.lights();
    let last = lights.len() - 1;
    let counted = lights.into_iter().enumerate().map(|(position, (light, count))| {
        let comma = if position < last { Phrase::COMMA.get(locale) } else { "" };
        html! {
            <span class="headline-light">
                <Light {light} {locale} />{ Phrase::HEADLINE_COUNT.with(locale, &[("count", &count.to_string())]) }{ comma }
            </span>
        }
    });
    html! {
        <>{ Phrase::VERDICT_COUNTED.with(locale, &[("count", &count)]) }{ for counted }</>
    }
}

fn others(tally: &Tally, scene: &Scene) -> String {
    Phrase::VERDICT_OTHERS.with(scene.locale, &[("count", &tally.not_judged.to_string())])
}
