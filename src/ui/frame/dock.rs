//! Shortcuts at the lower edge of narrow screens, with what matters in figures.

use yew::prelude::*;

use crate::desk::{Outcome, Scene};
use crate::plan::Settings;
use crate::ui::widgets::light::light_counts;
use crate::wording::{Measure, Phrase, Tally};

/// Properties of [`Dock`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub outcome: Outcome,
    /// Settings in hand.
    pub settings: Settings,
}

/// Targets, levers, spending.
#[component]
pub fn Dock(props: &Props) -> Html {
    let Props { scene, outcome, settings } = props;
    let locale = scene.locale;
    let tally = Tally::of(&outcome.report, scene.thresholds);
    let moved = settings.changed().count().to_string();
    let total = scene.model.levers.len().to_string();
    let levers = Phrase::LEVERS_MOVED.with(locale, &[("moved", &moved), ("count", &total)]);
    let plan = scene.plan_position().and_then(|year| outcome.report.cost.get(year));
    let spent = plan.and_then(|year| year.summary).map_or(0.0, |summary| summary.p50);
    let spent = Measure::funds(locale).value(spent).to_string();
    let link = |target: &'static str, word: Phrase, text: Html| {
        html! { <a href={target}>{ word.get(locale) }<small>{ text }</small></a> }
    };
    let lights = html! {
        <><span class="for-readers">{ tally.words(locale) }</span>{ light_counts(&tally) }</>
    };
    html! {
        <nav class="dock" aria-label={Phrase::DOCK_LABEL.get(locale)}>
            { link("#screen", Phrase::DOCK_TARGETS, lights) }
            { link("#levers", Phrase::DOCK_LEVERS, html! { { levers } }) }
            { link("#budget", Phrase::DOCK_BUDGET, html! { { spent } }) }
        </nav>
    }
}
