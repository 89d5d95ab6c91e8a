//! The control desk: budget and levers by group.

use yew::prelude::*;

use crate::plan::Settings;
use crate::session::Action;
use crate::ui::budget::Budget;
use crate::ui::lever_card::LeverCard;
use crate::ui::scene::{Outcome, Scene, Shared};
use crate::wording::Phrase;

/// Properties of [`LeverPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Present settings by lever, in its unit.
    pub present: Shared<Vec<f64>>,
    /// Settings in hand.
    pub settings: Settings,
    /// Results of the last run.
    pub outcome: Outcome,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Budget on top, levers below.
#[component]
pub fn LeverPanel(props: &Props) -> Html {
    let Props { scene, outcome, .. } = props;
    let locale = scene.locale;
    let moved = props.settings.changed().count();
    let counts =
        [("moved", &*moved.to_string()), ("count", &*scene.model.levers.len().to_string())];
    let reset_all = props.on_action.reform(|_: MouseEvent| Action::ResetAll);
    html! {
        <aside class="desk" id="levers" tabindex="-1" aria-label={Phrase::LEVERS_TITLE.get(locale)}>
            <Budget scene={scene.clone()} report={outcome.report.clone()} />
            <div class="desk-head">
                <h2>{ Phrase::LEVERS_TITLE.get(locale) }</h2>
                <span>{ Phrase::LEVERS_MOVED.with(locale, &counts) }</span>
                <button type="button" class="quiet" onclick={reset_all} disabled={moved == 0}>
                    { Phrase::RESET_ALL.get(locale) }
                </button>
            </div>
            { for (0..scene.model.groups.len()).map(|group| group_section(props, group)) }
        </aside>
    }
}

fn group_section(props: &Props, group: usize) -> Html {
    let Props { scene, settings, .. } = props;
    let locale = scene.locale;
    let levers: Vec<usize> = (0..scene.model.levers.len())
        .filter(|&lever| scene.model.levers[lever].group == group)
        .collect();
    if levers.is_empty() {
        return Html::default();
    }
    let is_moved = |&&lever: &&usize| settings.get(&scene.model.levers[lever].id).is_some();
    let moved = levers.iter().filter(is_moved).count().to_string();
    let counts = [("moved", &*moved), ("count", &*levers.len().to_string())];
    html! {
        <details class="lever-group" open=true>
            <summary>
                <h3>{ scene.model.groups[group].name.get(locale) }</h3>
                <span>{ Phrase::LEVERS_MOVED.with(locale, &counts) }</span>
            </summary>
            { for levers.into_iter().map(|lever| card(props, lever)) }
        </details>
    }
}

fn card(props: &Props, lever: usize) -> Html {
    let declared = &props.scene.model.levers[lever];
    let present = props.present[lever];
    let set = props.settings.get(&declared.id).and_then(|path| path.at(1));
    let cost = props
        .scene
        .plan_position()
        .and_then(|year| props.outcome.report.lever_cost.get(lever)?.get(year).copied());
    html! {
        <LeverCard key={declared.id.clone()} scene={props.scene.clone()} {lever} {present}
            setting={set.unwrap_or(present)} cost={cost.unwrap_or(0.0)} on_action={props.on_action.clone()} />
    }
}
