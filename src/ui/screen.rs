//! The screens beside the board, and what each of them is given.

use yew::prelude::*;

use crate::analysis::Finding;
use crate::browser::Appearance;
use crate::model::Model;
use crate::plan::Plan;
use crate::session::{Action, Screen, View};
use crate::ui::compare::Compare;
use crate::ui::data::Data;
use crate::ui::explain::Explain;
use crate::ui::ground::Ground;
use crate::ui::output::Output;
use crate::ui::run::Run;
use crate::ui::scene::{Scene, Shared};
use crate::ui::targets::Targets;
use crate::ui::workspace::Request;
use crate::wording::Phrase;

/// The screens in the order of the navigation.
pub const SCREENS: &[(Screen, Phrase)] = &[
    (Screen::Board, Phrase::SCREEN_BOARD),
    (Screen::Compare, Phrase::SCREEN_COMPARE),
    (Screen::Targets, Phrase::SCREEN_TARGETS),
    (Screen::Explain, Phrase::SCREEN_EXPLAIN),
    (Screen::Data, Phrase::SCREEN_DATA),
    (Screen::Output, Phrase::SCREEN_OUTPUT),
];

/// What a screen is given: its properties.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What is looked at.
    pub scene: Scene,
    /// The plan in hand.
    pub plan: Shared<Plan>,
    /// The model as its file declares it, without what the plan believes otherwise.
    pub declared: Shared<Model>,
    /// What the plan's scenarios are computed on.
    pub ground: Shared<Ground>,
    /// The last run of the scenario in hand.
    pub run: Run,
    /// What the audit of the targets found, once it is done.
    pub findings: Option<Shared<Vec<Finding>>>,
    /// How the plan is looked at.
    pub view: View,
    /// How the screen is.
    pub appearance: Appearance,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the city or file that a person chooses.
    pub on_request: Callback<Request>,
}

/// The name of a screen.
#[must_use]
pub fn name(screen: Screen) -> Phrase {
    let found = SCREENS.iter().find(|(known, _)| *known == screen);
    found.map_or(Phrase::SCREEN_BOARD, |(_, name)| *name)
}

/// The screen in hand; nothing where it is the board, which is the page's own.
pub fn screen(given: &Given) -> Html {
    match given.view.screen {
        Screen::Targets => html! { <Targets ..given.clone() /> },
        Screen::Compare => html! { <Compare ..given.clone() /> },
        Screen::Explain => html! { <Explain ..given.clone() /> },
        Screen::Output => html! { <Output ..given.clone() /> },
        Screen::Data => html! { <Data ..given.clone() /> },
        Screen::Board => Html::default(),
    }
}
