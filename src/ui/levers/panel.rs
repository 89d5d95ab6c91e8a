//! The control desk: budget and levers by group.

use yew::prelude::*;

use typed_index_collections::TiVec;

use crate::model::LeverId;
use crate::plan::Settings;
use crate::session::Edit;
use crate::shared::Shared;
use crate::ui::desk::budget::Budget;
use crate::ui::levers::card::LeverCard;
use crate::ui::levers::effects;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::state::given::Given;
use crate::ui::wall::Wall;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::disclosure::disclosure;
use crate::unit::InUnit;
use crate::wording::Phrase;

/// Properties of [`LeverPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What every screen is given.
    pub given: Given,
    /// Present settings by lever, in its unit.
    pub present: Shared<TiVec<LeverId, InUnit>>,
    /// Settings of the scenario in hand when the plan was opened.
    pub opened: Settings,
}

/// Budget on top, levers below.
#[component]
pub fn LeverPanel(props: &Props) -> Html {
    let Given { scene, plan, run, view, on_action, .. } = &props.given;
    let locale = scene.locale;
    let settings = settings(props);
    let pointed = use_state(|| None::<LeverId>);
    let wall = use_mut_ref(|| None::<Wall>);
    let now =
        view.is_on_wall().then(|| Wall::after(wall.borrow_mut().take(), &scene.model, settings));
    wall.borrow_mut().clone_from(&now);
    let moved = settings.changed().count();
    let counts =
        [("moved", &*moved.to_string()), ("count", &*scene.model.levers.len().to_string())];
    let effects = effects::Props {
        scene: scene.clone(),
        workbench: run.workbench.clone(),
        settings: settings.clone(),
        lever: *pointed,
    };
    let reset_all = on_action.reform(|_: MouseEvent| Edit::ResetAll.into());
    html! {
        <aside class="desk" id="levers" tabindex="-1" aria-label={Phrase::LEVERS_TITLE.get(locale)}>
            <Budget scene={scene.clone()} report={run.outcome.report.clone()} ceiling={plan.ceiling}
                on_action={on_action.clone()} />
            <div class="desk-head">
                <h2>{ Phrase::LEVERS_TITLE.get(locale) }</h2>
                <span>{ Phrase::LEVERS_MOVED.with(locale, &counts) }</span>
                { button(Kind::Quiet, Phrase::RESET_ALL.get(locale), reset_all).disabled(moved == 0).edits().draw() }
            </div>
            if let Some(wall) = &now {
                { on_wall(props, wall, &pointed.setter()) }
            } else {
                { for (0..scene.model.groups.len()).map(|group| group_section(props, group, &pointed.setter())) }
            }
            <Later part={Part::Effects(effects)} {locale} />
        </aside>
    }
}

fn settings(props: &Props) -> &Settings {
    &props.given.plan.scenarios.current().settings
}

/// Five levers, and the others folded away.
fn on_wall(props: &Props, wall: &Wall, pointed: &UseStateSetter<Option<LeverId>>) -> Html {
    let model = &props.given.scene.model;
    let pinned = wall.pinned();
    let others: Vec<LeverId> =
        model.levers.keys().filter(|lever| !pinned.contains(lever)).collect();
    let count = others.len().to_string();
    let title = Phrase::PROJECTOR_OTHER_LEVERS.with(props.given.scene.locale, &[("count", &count)]);
    let title = html! { <h3>{ title }</h3> };
    html! {
        <>
            <h3 class="for-readers">{ Phrase::LEVERS_TITLE.get(props.given.scene.locale) }</h3>
            <div class="lever-group">{ for pinned.iter().map(|&lever| card(props, lever, pointed)) }</div>
            { disclosure("lever-group", title, others.into_iter().map(|lever| card(props, lever, pointed)).collect()).draw() }
        </>
    }
}

fn group_section(props: &Props, group: usize, pointed: &UseStateSetter<Option<LeverId>>) -> Html {
    let (scene, settings) = (&props.given.scene, settings(props));
    let locale = scene.locale;
    let levers: Vec<LeverId> = scene
        .model
        .levers
        .keys()
        .filter(|&lever| scene.model.levers[lever].group == group)
        .collect();
    if levers.is_empty() {
        return Html::default();
    }
    let is_moved = |&&lever: &&LeverId| settings.get(&scene.model.levers[lever].id).is_some();
    let moved = levers.iter().filter(is_moved).count().to_string();
    let counts = [("moved", &*moved), ("count", &*levers.len().to_string())];
    let summary = html! {
        <>
            <h3>{ scene.model.groups[group].name.get(locale) }</h3>
            <span>{ Phrase::LEVERS_MOVED.with(locale, &counts) }</span>
        </>
    };
    let cards = levers.into_iter().map(|lever| card(props, lever, pointed)).collect();
    disclosure("lever-group", summary, cards).open(true).draw()
}

/// A card; the wrapper tells which one is pointed at, with the pointer or the keyboard.
fn card(props: &Props, lever: LeverId, pointed: &UseStateSetter<Option<LeverId>>) -> Html {
    let Given { scene, run, on_action, .. } = &props.given;
    let declared = &scene.model.levers[lever];
    let path = |settings: &Settings| settings.get(&declared.id).cloned();
    let cost = scene
        .plan_position()
        .and_then(|year| run.outcome.report.lever_cost.get(lever)?.get(year).copied());
    let point = |pointed: &UseStateSetter<Option<LeverId>>| {
        let pointed = pointed.clone();
        move || pointed.set(Some(lever))
    };
    let (onfocusin, onpointerenter) = (point(pointed), point(pointed));
    html! {
        <div key={declared.id.clone()} onfocusin={move |_: FocusEvent| onfocusin()}
            onpointerenter={move |_: PointerEvent| onpointerenter()}>
            <LeverCard scene={scene.clone()} {lever} present={props.present[lever]} path={path(settings(props))}
                opened={path(&props.opened)} cost={cost.unwrap_or(0.0)} on_action={on_action.clone()} />
        </div>
    }
}
