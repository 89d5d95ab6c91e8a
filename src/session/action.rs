//! Something a person does, as data.

use std::rc::Rc;

use strum::{EnumDiscriminants, VariantArray};

use crate::exchange::paste::Pasted;
use crate::locale::Locale;
use crate::plan::{LeverPath, ParameterChange, Plan, Recorded, ScenarioId, Thresholds};
use crate::region::{Datum, Region, Target};
use crate::session::View;
use crate::unit::InUnit;

/// Something a person does.
#[derive(Clone, Debug, PartialEq, EnumDiscriminants)]
#[strum_discriminants(
    name(ActionKind),
    derive(VariantArray),
    doc = "An action without what it carries."
)]
pub enum Action {
    /// Change the plan, which can be undone.
    Edit(Edit),
    /// Change how the plan is looked at.
    SetView(View),
    /// Ask why the number with this id is what it is.
    Explain(String),
    /// Change the language.
    SetLocale(Locale),
    /// A run of key presses ended.
    Rest,
    /// A hand takes a lever: what it sets until it lets go is one step.
    BeginDrag,
    /// The hand lets go.
    EndDrag,
    /// The drag is taken back and leaves no step.
    CancelDrag,
    /// Take the last step back.
    Undo,
    /// Repeat the step that was taken back.
    Redo,
}

/// A change of the plan: a step of the history. Settings are in the lever's unit, other values in base
/// units.
#[derive(Clone, Debug, PartialEq, EnumDiscriminants)]
#[strum_discriminants(
    name(EditKind),
    derive(VariantArray),
    doc = "An edit without what it carries."
)]
pub enum Edit {
    /// Set a lever for all years; the caller keeps it within the range.
    SetLever {
        /// Id.
        lever: String,
        /// In the lever's unit.
        value: InUnit,
        /// The scenario that is made where 现状延续 is in hand, which stays as it is.
        fresh: ScenarioId,
    },
    /// Set a lever year by year.
    SetLeverPath {
        /// Id.
        lever: String,
        /// In the lever's unit; [`LeverPath::with_year`] changes one year.
        path: LeverPath,
        /// As with [`Edit::SetLever`].
        fresh: ScenarioId,
    },
    /// Put a lever back to present.
    ResetLever(String),
    /// Put a lever back to what it was when the plan was opened.
    ResetLeverToOpened(String),
    /// Put all levers of the scenario in hand back to present.
    ResetAll,
    /// Make a scenario and take it in hand.
    AddScenario {
        /// Drawn where a person acts; nothing happens where another has it.
        id: ScenarioId,
        /// Without a name it is numbered.
        name: Option<String>,
    },
    /// Copy a scenario and take the copy in hand.
    DuplicateScenario {
        /// The original.
        of: ScenarioId,
        /// That of the copy, as with [`Edit::AddScenario`].
        id: ScenarioId,
    },
    /// Call a scenario otherwise.
    RenameScenario(ScenarioId, String),
    /// Remove a scenario.
    DeleteScenario(ScenarioId),
    /// Move a scenario to a position; 现状延续 stays at 0.
    MoveScenario(ScenarioId, usize),
    /// Take a scenario in hand.
    SelectScenario(ScenarioId),
    /// Compare with this scenario.
    SetReference(ScenarioId),
    /// Write the remark of a scenario.
    NoteScenario(ScenarioId, String),
    /// Set the budget ceiling, 元; `None` removes it.
    SetCeiling(Option<f64>),
    /// Set the probabilities of the verbs.
    SetThresholds(Thresholds),
    /// Set an assumption of the scenario in hand in one year; `None` is the region's value.
    SetAssumption {
        /// Id.
        assumption: String,
        /// Calendar year.
        year: i32,
        /// In base units.
        value: Option<f64>,
        /// As with [`Edit::SetLever`].
        fresh: ScenarioId,
    },
    /// Add a target, or replace the one with the same id.
    PutTarget(Box<Target>),
    /// Remove a target.
    DeleteTarget(String),
    /// Set a figure of the base year; `None` removes it.
    SetFigure {
        /// Id.
        id: String,
        /// The number with its origin.
        datum: Option<Datum>,
    },
    /// Set a figure of another year; `None` removes it.
    SetHistory {
        /// Id of the variable.
        id: String,
        /// Calendar year.
        year: i32,
        /// The number with its origin.
        datum: Option<Datum>,
    },
    /// Set a lever's present setting; `None` is the model's.
    SetPresent {
        /// Id of the lever.
        lever: String,
        /// The setting with its origin, in base units.
        datum: Option<Datum>,
    },
    /// Take over the cells of a pasted table.
    PasteTable(Vec<TableEntry>),
    /// Change a parameter; `None` is the model's.
    SetParameter {
        /// Id.
        id: String,
        /// What is believed instead.
        change: Option<ParameterChange>,
    },
    /// Record how a milestone, rank or rule stands.
    RecordStatus {
        /// Id of the target.
        target: String,
        /// What is recorded; `None` removes it.
        recorded: Option<Recorded>,
    },
    /// Open a new plan for another city.
    ChooseCity(Rc<Plan>),
    /// Go on with the region of [`crate::plan::next_year`].
    StartNextYear(Rc<Region>),
    /// Open a plan from a file, a link or the browser.
    OpenPlan(Rc<Plan>),
    /// Call the plan otherwise.
    RenamePlan(String),
    /// Write the plan's remark.
    WriteNotes(String),
}

/// A number for the region's table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableEntry {
    /// Id of a figure or variable.
    pub id: String,
    /// Calendar year.
    pub year: i32,
    /// The number with its origin.
    pub datum: Datum,
}

impl TableEntry {
    /// The values of a pasted table; cells with problems or without a value are left out.
    #[must_use]
    pub fn of_pasted(pasted: &Pasted) -> Vec<Self> {
        let entries = pasted.cells.iter().filter_map(|cell| {
            let datum = cell.outcome.as_ref().ok()?.clone()?;
            Some(Self { id: cell.id.clone()?, year: cell.year?, datum })
        });
        entries.collect()
    }
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edit(edit)
    }
}

impl Action {
    /// Whether something would be different afterwards for whoever opens the plan.
    #[must_use]
    pub fn changes_the_plan(&self) -> bool {
        match self {
            Action::Edit(edit) => edit.changes_the_plan(),
            Action::Undo | Action::Redo => true,
            Action::SetView(_)
            | Action::Explain(_)
            | Action::SetLocale(_)
            | Action::Rest
            | Action::BeginDrag
            | Action::EndDrag
            | Action::CancelDrag => false,
        }
    }
}

impl Edit {
    /// What kind of edit it is.
    #[must_use]
    pub fn kind(&self) -> EditKind {
        self.into()
    }

    /// Whether something would be different afterwards for whoever opens the plan; to take another
    /// scenario in hand or to compare with another is to look at it, and another city is another plan.
    fn changes_the_plan(&self) -> bool {
        match self {
            Edit::SelectScenario(_) | Edit::SetReference(_) | Edit::ChooseCity(_) => false,
            Edit::SetLever { .. }
            | Edit::SetLeverPath { .. }
            | Edit::ResetLever(_)
            | Edit::ResetLeverToOpened(_)
            | Edit::ResetAll
            | Edit::AddScenario { .. }
            | Edit::DuplicateScenario { .. }
            | Edit::RenameScenario(..)
            | Edit::DeleteScenario(_)
            | Edit::MoveScenario(..)
            | Edit::NoteScenario(..)
            | Edit::SetCeiling(_)
            | Edit::SetThresholds(_)
            | Edit::SetAssumption { .. }
            | Edit::PutTarget(_)
            | Edit::DeleteTarget(_)
            | Edit::SetFigure { .. }
            | Edit::SetHistory { .. }
            | Edit::SetPresent { .. }
            | Edit::PasteTable(_)
            | Edit::SetParameter { .. }
            | Edit::RecordStatus { .. }
            | Edit::StartNextYear(_)
            | Edit::OpenPlan(_)
            | Edit::RenamePlan(_)
            | Edit::WriteNotes(_) => true,
        }
    }
}
