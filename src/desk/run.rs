//! A finished run of the model.

use crate::analysis::{Report, Workbench};
use crate::desk::scene::Outcome;
use crate::plan::Settings;
use crate::shared::Shared;
use crate::wording::ScenarioKind;

/// A finished run.
#[derive(Clone, PartialEq)]
pub struct FinishedRun {
    /// Counted from 1.
    pub number: usize,
    /// What computed it: for a moment after another city was chosen, still the one before.
    pub workbench: Shared<Workbench>,
    /// What was computed.
    pub settings: Settings,
    /// What came out.
    pub outcome: Outcome,
}

impl FinishedRun {
    /// The run that computed `report` from the settings.
    #[must_use]
    pub fn new(
        number: usize,
        (workbench, settings): (&Shared<Workbench>, &Settings),
        report: Report,
    ) -> Self {
        let report = Shared::new(report);
        let outcome = Outcome { report, scenario: ScenarioKind::of(settings) };
        Self { number, workbench: workbench.clone(), settings: settings.clone(), outcome }
    }

    /// Whether all draws were run: fewer are while a lever moves on a slow machine.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.outcome.report.draws == self.workbench.draws()
    }

    /// Whether it is what the workbench computes from the settings.
    #[must_use]
    pub fn is_of(&self, workbench: &Shared<Workbench>, settings: &Settings) -> bool {
        self.workbench == *workbench && self.settings == *settings
    }
}
