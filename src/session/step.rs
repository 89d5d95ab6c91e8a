//! What a step of the history is called.

use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Change, Plan, ScenarioId};
use crate::wording::{Phrase, change_words};

/// A step that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What the person did.
    pub deed: Deed,
    /// What it changed.
    pub changes: Vec<Change>,
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
    /// What the step changed, from what to what, where that is one thing; else what was done.
    #[must_use]
    pub fn words(&self, plan: &Plan, model: &Model, locale: Locale) -> String {
        // A lever moved on 现状延续 also makes the scenario that it moves in.
        let levers = self.changes.iter().filter(|change| matches!(change, Change::Lever { .. }));
        let told: Vec<&Change> = match self.deed {
            Deed::SetLever => levers.collect(),
            _ => self.changes.iter().collect(),
        };
        match told.as_slice() {
            [change] => change_words(change, plan, model, locale),
            _ => self.deed.phrase().get(locale).to_owned(),
        }
    }
}

impl Deed {
    fn phrase(self) -> Phrase {
        match self {
            Deed::SetLever => Phrase::DeedSetLever,
            Deed::ResetLever => Phrase::ResetLever,
            Deed::ResetAll => Phrase::ResetAll,
            Deed::AddScenario => Phrase::DeedAddScenario,
            Deed::DuplicateScenario => Phrase::DeedDuplicateScenario,
            Deed::RenameScenario => Phrase::DeedRenameScenario,
            Deed::DeleteScenario => Phrase::DeedDeleteScenario,
            Deed::MoveScenario => Phrase::ChangeOrder,
            Deed::SelectScenario => Phrase::DeedSelectScenario,
            Deed::SetReference => Phrase::DeedSetReference,
            Deed::NoteScenario => Phrase::ChangeScenarioNote,
            Deed::SetCeiling => Phrase::ChangeCeilingName,
            Deed::SetThresholds => Phrase::ChangeThresholds,
            Deed::SetAssumption => Phrase::DeedSetAssumption,
            Deed::EditTargets => Phrase::DeedEditTargets,
            Deed::SetFigure => Phrase::DeedSetFigure,
            Deed::SetHistory => Phrase::DeedSetHistory,
            Deed::PasteTable => Phrase::DeedPasteTable,
            Deed::SetParameter => Phrase::DeedSetParameter,
            Deed::RecordStatus => Phrase::DeedRecordStatus,
            Deed::ChooseCity => Phrase::DeedChooseCity,
            Deed::StartNextYear => Phrase::DeedStartNextYear,
            Deed::OpenPlan => Phrase::DeedOpenPlan,
            Deed::RenamePlan => Phrase::DeedRenamePlan,
            Deed::WriteNotes => Phrase::ChangeNotes,
        }
    }
}
