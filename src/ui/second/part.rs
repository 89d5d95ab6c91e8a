//! The parts of the page whose code stands in the second part of the program.

use yew::prelude::*;

use crate::session::Screen;
use crate::ui::compare::Compare;
use crate::ui::data::Data;
use crate::ui::desk::changes::{self, Changes};
use crate::ui::desk::next_step::{self, NextStep};
use crate::ui::desk::not_judged::{self, NotJudgedList};
use crate::ui::explain::Explain;
use crate::ui::frame::file_report::{self, FileReport};
use crate::ui::frame::guest::{self, Guest};
use crate::ui::frame::tour::{self, Tour};
use crate::ui::levers::effects::{self, LeverEffects};
use crate::ui::output::{Output, paper};
use crate::ui::plans::list::{PlanList, Props as PlanListProps};
use crate::ui::state::given::Given;
use crate::ui::targets::audit::{self, Audit};
use crate::ui::targets::{Goal, GoalProps, Targets};

/// A part of the page with its properties.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// The screen in hand, where it is not the board.
    Screen(Given),
    /// What is printed.
    Paper(Given),
    /// The plans that this browser keeps.
    Plans(PlanListProps),
    /// What became of a file.
    Report(file_report::Props),
    /// What was changed, and what the audit found.
    Beside(changes::Props, audit::Props),
    /// Targets without a verdict, at the end of the board.
    NotJudged(not_judged::Props),
    /// What a region without targets needs.
    NextStep(next_step::Props),
    /// The first minutes.
    Tour(tour::Props),
    /// What the lever that is pointed at moves.
    Effects(effects::Props),
    /// 反推.
    Goal(GoalProps),
    /// What answers the page around; nothing on screen.
    Guest(guest::Props),
}

/// Draws it.
pub(in crate::ui) fn draw(part: &Part) -> Html {
    match part {
        Part::Screen(given) => screen(given),
        Part::Paper(given) => paper(given),
        Part::Plans(props) => html! { <PlanList ..props.clone() /> },
        Part::Report(props) => html! { <FileReport ..props.clone() /> },
        Part::Beside(changes, audit) => html! {
            <>
                <Changes ..changes.clone() />
                <Audit ..audit.clone() />
            </>
        },
        Part::NotJudged(props) => html! { <NotJudgedList ..props.clone() /> },
        Part::Goal(props) => html! { <Goal ..props.clone() /> },
        Part::NextStep(props) => html! { <NextStep ..props.clone() /> },
        Part::Tour(props) => html! { <Tour ..props.clone() /> },
        Part::Effects(props) => html! { <LeverEffects ..props.clone() /> },
        Part::Guest(props) => html! { <Guest ..props.clone() /> },
    }
}

/// The screen in hand; nothing where it is the board, which is the page's own.
fn screen(given: &Given) -> Html {
    match given.view.screen {
        Screen::Targets => html! { <Targets ..given.clone() /> },
        Screen::Compare => html! { <Compare ..given.clone() /> },
        Screen::Explain => html! { <Explain ..given.clone() /> },
        Screen::Output => html! { <Output ..given.clone() /> },
        Screen::Data => html! { <Data ..given.clone() /> },
        Screen::Board => Html::default(),
    }
}
