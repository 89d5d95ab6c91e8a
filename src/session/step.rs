//! What a step of the history is called.

use std::rc::Rc;

use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Change, Plan, changes};
use crate::session::action::EditKind;
use crate::wording::{Phrase, change_words};

/// A step that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the person did.
    pub kind: EditKind,
    /// The plan before it.
    pub(super) before: Rc<Plan>,
    /// The plan after it.
    pub(super) after: Rc<Plan>,
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
        let is_lever = |change: &Change| matches!(change, Change::Lever { .. });
        let told = match self.kind.telling() {
            Telling::Everything => self.changes(),
            Telling::Levers => self.changes().into_iter().filter(is_lever).collect(),
            Telling::Nothing => Vec::new(),
        };
        match told.as_slice() {
            [change] => change_words(change, plan, model, locale),
            _ => self.kind.words(locale).to_owned(),
        }
    }
}

/// Which of a step's changes say what was done.
enum Telling {
    /// All.
    Everything,
    /// Those of levers: one moved on 现状延续 also makes the scenario that it moves in.
    Levers,
    /// None: what differs first from another plan is not what was done.
    Nothing,
}

impl EditKind {
    /// What was done, without from what to what.
    #[must_use]
    pub fn words(self, locale: Locale) -> &'static str {
        self.phrase().get(locale)
    }

    fn telling(self) -> Telling {
        match self {
            EditKind::SetLever | EditKind::SetLeverPath => Telling::Levers,
            EditKind::ChooseCity | EditKind::StartNextYear => Telling::Nothing,
            EditKind::ResetLever
            | EditKind::ResetLeverToOpened
            | EditKind::ResetAll
            | EditKind::AddScenario
            | EditKind::DuplicateScenario
            | EditKind::RenameScenario
            | EditKind::DeleteScenario
            | EditKind::MoveScenario
            | EditKind::SelectScenario
            | EditKind::SetReference
            | EditKind::NoteScenario
            | EditKind::SetCeiling
            | EditKind::SetThresholds
            | EditKind::SetAssumption
            | EditKind::PutTarget
            | EditKind::DeleteTarget
            | EditKind::SetFigure
            | EditKind::SetHistory
            | EditKind::SetPresent
            | EditKind::PasteTable
            | EditKind::SetParameter
            | EditKind::RecordStatus
            | EditKind::OpenPlan
            | EditKind::RenamePlan
            | EditKind::WriteNotes => Telling::Everything,
        }
    }

    fn phrase(self) -> Phrase {
        match self {
            EditKind::SetLever | EditKind::SetLeverPath => Phrase::DEED_SET_LEVER,
            EditKind::ResetLever | EditKind::ResetLeverToOpened => Phrase::RESET_LEVER,
            EditKind::ResetAll => Phrase::RESET_ALL,
            EditKind::AddScenario => Phrase::DEED_ADD_SCENARIO,
            EditKind::DuplicateScenario => Phrase::DEED_DUPLICATE_SCENARIO,
            EditKind::RenameScenario => Phrase::DEED_RENAME_SCENARIO,
            EditKind::DeleteScenario => Phrase::DEED_DELETE_SCENARIO,
            EditKind::MoveScenario => Phrase::CHANGE_ORDER,
            EditKind::SelectScenario => Phrase::DEED_SELECT_SCENARIO,
            EditKind::SetReference => Phrase::DEED_SET_REFERENCE,
            EditKind::NoteScenario => Phrase::CHANGE_SCENARIO_NOTE,
            EditKind::SetCeiling => Phrase::CHANGE_CEILING_NAME,
            EditKind::SetThresholds => Phrase::CHANGE_THRESHOLDS,
            EditKind::SetAssumption => Phrase::DEED_SET_ASSUMPTION,
            EditKind::PutTarget | EditKind::DeleteTarget => Phrase::DEED_EDIT_TARGETS,
            EditKind::SetFigure | EditKind::SetPresent => Phrase::DEED_SET_FIGURE,
            EditKind::SetHistory => Phrase::DEED_SET_HISTORY,
            EditKind::PasteTable => Phrase::DEED_PASTE_TABLE,
            EditKind::SetParameter => Phrase::DEED_SET_PARAMETER,
            EditKind::RecordStatus => Phrase::DEED_RECORD_STATUS,
            EditKind::ChooseCity => Phrase::DEED_CHOOSE_CITY,
            EditKind::StartNextYear => Phrase::DEED_START_NEXT_YEAR,
            EditKind::OpenPlan => Phrase::DEED_OPEN_PLAN,
            EditKind::RenamePlan => Phrase::DEED_RENAME_PLAN,
            EditKind::WriteNotes => Phrase::CHANGE_NOTES,
        }
    }
}
