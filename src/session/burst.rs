//! Which edits follow each other and count as one step of the history.

use crate::plan::ScenarioId;
use crate::session::action::Edit;

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

impl Edit {
    /// What it counts as one step with.
    pub(super) fn burst(&self) -> Option<Burst> {
        match self {
            // A drag may pass by the present setting.
            Edit::SetLever { lever, .. }
            | Edit::SetLeverPath { lever, .. }
            | Edit::ResetLever(lever) => Some(Burst::Lever(lever.clone())),
            Edit::SetAssumption { assumption, .. } => Some(Burst::Assumption(assumption.clone())),
            Edit::SetParameter { id, .. } => Some(Burst::Parameter(id.clone())),
            Edit::SetCeiling(_) => Some(Burst::Ceiling),
            Edit::RenamePlan(_) => Some(Burst::Name),
            Edit::WriteNotes(_) => Some(Burst::Notes),
            Edit::NoteScenario(id, _) => Some(Burst::ScenarioNote(*id)),
            Edit::ResetLeverToOpened(_)
            | Edit::ResetAll
            | Edit::AddScenario { .. }
            | Edit::DuplicateScenario { .. }
            | Edit::RenameScenario(..)
            | Edit::DeleteScenario(_)
            | Edit::MoveScenario(..)
            | Edit::SelectScenario(_)
            | Edit::SetReference(_)
            | Edit::SetThresholds(_)
            | Edit::PutTarget(_)
            | Edit::DeleteTarget(_)
            | Edit::SetFigure { .. }
            | Edit::SetHistory { .. }
            | Edit::SetPresent { .. }
            | Edit::PasteTable(_)
            | Edit::RecordStatus { .. }
            | Edit::ChooseCity(_)
            | Edit::StartNextYear(_)
            | Edit::OpenPlan(_) => None,
        }
    }
}
