//! What a step of the history is called.

use std::rc::Rc;

use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Change, Plan, ScenarioId, changes};
use crate::wording::{Phrase, change_words};

/// A step that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the person did.
    pub deed: Deed,
    /// The plan before it.
    pub(super) before: Rc<Plan>,
    /// The plan after it.
    pub(super) after: Rc<Plan>,
}

/// What a person did, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the actions of the same names")]
pub enum Deed {
    SetLever,
    ResetLever,
    ResetAll,
    AddScenario,
    DuplicateScenario,
    RenameScenario,
    DeleteScenario,
    MoveScenario,
    SelectScenario,
    SetReference,
    NoteScenario,
    SetCeiling,
    SetThresholds,
    SetAssumption,
    EditTargets,
    SetFigure,
    SetHistory,
    PasteTable,
    SetParameter,
    RecordStatus,
    ChooseCity,
    StartNextYear,
    OpenPlan,
    RenamePlan,
    WriteNotes,
}

/// Changes of one kind that follow each other and count as one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Burst {
    /// Settings of a lever.
    Lever(String),
    /// Values of an assumption.
    Assumption(String),
    /// Bounds of a parameter.
    Parameter(String),
    /// The budget ceiling.
    Ceiling,
    /// The plan's name.
    Name,
    /// The plan's remark.
    Notes,
    /// The remark of a scenario.
    ScenarioNote(ScenarioId),
}

impl Step {
    /// What the step changed. Found when somebody asks: a drag makes a step at every move.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        changes(&self.before, &self.after)
    }

    /// What the step changed, from what to what, where that is one thing; else what was done.
    #[must_use]
    pub fn words(&self, plan: &Plan, model: &Model, locale: Locale) -> String {
        // A lever moved on 现状延续 also makes the scenario that it moves in.
        let is_lever = |change: &Change| matches!(change, Change::Lever { .. });
        let told: Vec<Change> = match self.deed {
            Deed::SetLever => self.changes().into_iter().filter(is_lever).collect(),
            // Another plan: what differs first is not what was done.
            Deed::StartNextYear | Deed::ChooseCity => Vec::new(),
            _ => self.changes(),
        };
        match told.as_slice() {
            [change] => change_words(change, plan, model, locale),
            _ => self.deed.words(locale).to_owned(),
        }
    }
}

impl Deed {
    /// What was done, without from what to what.
    #[must_use]
    pub fn words(self, locale: Locale) -> &'static str {
        self.phrase().get(locale)
    }

    fn phrase(self) -> Phrase {
        match self {
            Deed::SetLever => Phrase::DEED_SET_LEVER,
            Deed::ResetLever => Phrase::RESET_LEVER,
            Deed::ResetAll => Phrase::RESET_ALL,
            Deed::AddScenario => Phrase::DEED_ADD_SCENARIO,
            Deed::DuplicateScenario => Phrase::DEED_DUPLICATE_SCENARIO,
            Deed::RenameScenario => Phrase::DEED_RENAME_SCENARIO,
            Deed::DeleteScenario => Phrase::DEED_DELETE_SCENARIO,
            Deed::MoveScenario => Phrase::CHANGE_ORDER,
            Deed::SelectScenario => Phrase::DEED_SELECT_SCENARIO,
            Deed::SetReference => Phrase::DEED_SET_REFERENCE,
            Deed::NoteScenario => Phrase::CHANGE_SCENARIO_NOTE,
            Deed::SetCeiling => Phrase::CHANGE_CEILING_NAME,
            Deed::SetThresholds => Phrase::CHANGE_THRESHOLDS,
            Deed::SetAssumption => Phrase::DEED_SET_ASSUMPTION,
            Deed::EditTargets => Phrase::DEED_EDIT_TARGETS,
            Deed::SetFigure => Phrase::DEED_SET_FIGURE,
            Deed::SetHistory => Phrase::DEED_SET_HISTORY,
            Deed::PasteTable => Phrase::DEED_PASTE_TABLE,
            Deed::SetParameter => Phrase::DEED_SET_PARAMETER,
            Deed::RecordStatus => Phrase::DEED_RECORD_STATUS,
            Deed::ChooseCity => Phrase::DEED_CHOOSE_CITY,
            Deed::StartNextYear => Phrase::DEED_START_NEXT_YEAR,
            Deed::OpenPlan => Phrase::DEED_OPEN_PLAN,
            Deed::RenamePlan => Phrase::DEED_RENAME_PLAN,
            Deed::WriteNotes => Phrase::CHANGE_NOTES,
        }
    }
}
