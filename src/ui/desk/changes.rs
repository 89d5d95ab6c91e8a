//! “这次改了什么”: every lever that was moved, from what to what, and its cost.

use yew::prelude::*;

use typed_index_collections::TiVec;

use crate::desk::{Outcome, Scene};
use crate::model::{CostKind, Lever, LeverId};
use crate::plan::{LeverPath, Settings};
use crate::session::{Action, Edit};
use crate::shared::Shared;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::section::section;
use crate::unit::InUnit;
use crate::wording::{Measure, Phrase, cost_phrase, settings_measure};

/// Properties of [`Changes`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Present settings by lever, in its unit.
    pub present: Shared<TiVec<LeverId, InUnit>>,
    /// Settings in hand.
    pub settings: Settings,
    /// Results of the last run.
    pub outcome: Outcome,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// A lever that was moved.
struct MovedLever<'c> {
    position: LeverId,
    lever: &'c Lever,
    path: &'c LeverPath,
    /// In the plan year, 元.
    cost: f64,
}

/// The list, the dearest change first.
#[component]
pub fn Changes(props: &Props) -> Html {
    let locale = props.scene.locale;
    let changes = changes(props);
    let count = changes.len().to_string();
    let content = html! {
        if changes.is_empty() {
            <p class="side-note">{ Phrase::CHANGES_NONE.get(locale) }</p>
        } else {
            <p class="side-note">{ Phrase::CHANGES_COUNT.with(locale, &[("count", &count)]) }</p>
            <ul class="change-list">{ for changes.iter().map(|change| item(props, change)) }</ul>
        }
    };
    section("changes", "changes-title", Phrase::CHANGES_TITLE.get(locale), "", content)
}

fn changes(props: &Props) -> Vec<MovedLever<'_>> {
    let Props { scene, settings, outcome, .. } = props;
    let year = scene.plan_position();
    let cost = |lever: LeverId| {
        let costs = outcome.report.lever_cost.get(lever);
        year.and_then(|year| costs?.get(year).copied()).unwrap_or(0.0)
    };
    let change = |(id, path)| {
        let position = scene.model.lever(id)?;
        Some(MovedLever {
            position,
            lever: &scene.model.levers[position],
            path,
            cost: cost(position),
        })
    };
    let mut changes: Vec<MovedLever<'_>> = settings.changed().filter_map(change).collect();
    changes.sort_by(|one, other| {
        other.cost.total_cmp(&one.cost).then(one.position.cmp(&other.position))
    });
    changes
}

fn item(props: &Props, change: &MovedLever<'_>) -> Html {
    let locale = props.scene.locale;
    let MovedLever { lever, path, .. } = change;
    let written = |setting: InUnit| lever.unit.to_base(setting);
    let present = props.present[change.position];
    let (year, setting) = first_change(path, present, &props.scene);
    let measure = settings_measure(lever, &[present, setting], &props.scene.model, locale);
    let before = measure.digits(written(present));
    let after = measure.value(written(setting)).to_string();
    // What begins later says when; it is no change from 0 to 0.
    let after = match year {
        Some(year) => Phrase::SETTING_FROM_YEAR
            .with(locale, &[("year", &year.to_string()), ("value", &after)]),
        None => after,
    };
    let name = lever.name.get(locale);
    let id = lever.id.clone();
    let undo = props.on_action.reform(move |_: MouseEvent| Edit::ResetLever(id.clone()).into());
    html! {
        <li key={lever.id.clone()} data-change={lever.id.clone()}>
            <a href={format!("#lever-{}", lever.id)}>{ name }</a>
            <span class="change-values">{ before }{ " → " }<b>{ after }</b></span>
            <small>{ cost_words(lever.cost_kind, change.cost, &props.scene) }</small>
            { button(Kind::Quiet, Phrase::RESET_LEVER.get(locale), undo)
                .label(Phrase::RESET_LEVER_OF.with(locale, &[("name", name)])).edits().draw() }
        </li>
    }
}

/// The first setting that differs from present, and from which year on where that is not the
/// first one.
fn first_change(path: &LeverPath, present: InUnit, scene: &Scene) -> (Option<i32>, InUnit) {
    let mut years = (1..=scene.model.horizon).filter_map(|t| Some((t, path.at(t)?)));
    match years.find(|(_, setting)| *setting != present) {
        Some((1, setting)) => (None, setting),
        Some((t, setting)) => (Some(scene.region.base_year + t.cast_signed()), setting),
        None => (None, path.at(1).unwrap_or(present)),
    }
}

fn cost_words(kind: CostKind, cost: f64, scene: &Scene) -> String {
    let funds = Measure::funds(scene.locale);
    let Some((phrase, value)) = cost_phrase(kind, cost, &funds) else {
        return Phrase::LEVER_NO_COST.get(scene.locale).to_owned();
    };
    let year = scene.region.plan_year.to_string();
    phrase.with(scene.locale, &[("value", &value), ("year", &year)])
}
