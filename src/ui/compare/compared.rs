//! The scenarios that are compared, each with its results.

use yew::prelude::*;

use crate::analysis::{Report, Workbench};
use crate::desk::Computed;
use crate::plan::{Scenario, ScenarioId};
use crate::shared::Shared;
use crate::ui::state::given::Given;
use crate::ui::state::reports::use_reports;
use crate::ui::state::work::Working;
use crate::wording::{self, scenario_name};

/// A scenario with what computed it and what came out.
#[derive(Clone, PartialEq)]
pub(super) struct Compared {
    /// The scenario.
    pub(super) scenario: Scenario,
    /// What it is called.
    pub(super) name: String,
    /// What computed it.
    pub(super) workbench: Shared<Workbench>,
    /// What came out.
    pub(super) report: Shared<Report>,
}

impl Compared {
    /// For the sentences.
    pub(super) fn words(&self) -> wording::ComparedScenario<'_> {
        wording::ComparedScenario { name: &self.name, report: &self.report }
    }
}

/// The plan's scenarios but for those left out; the reference always takes part. None while one of them is
/// computed, with how far that is.
#[hook]
pub(super) fn use_compared(
    given: &Given,
    left_out: &[ScenarioId],
) -> Result<Vec<Compared>, Working<()>> {
    let Given { plan, ground, run, .. } = given;
    let (current, reference) = (plan.scenarios.current().id, plan.scenarios.reference().id);
    let is_chosen =
        |scenario: &&Scenario| scenario.id == reference || !left_out.contains(&scenario.id);
    let chosen: Vec<&Scenario> = plan.scenarios.all().iter().filter(is_chosen).collect();
    let others: Vec<&Scenario> =
        chosen.iter().copied().filter(|scenario| scenario.id != current).collect();
    let working = use_reports(ground, &others);
    let compared = |scenario: &&Scenario| {
        let computed = match scenario.id {
            // The run of the scenario in hand is this one, or follows within a frame.
            id if id == current => {
                Computed { workbench: run.workbench.clone(), report: run.outcome.report.clone() }
            }
            _ => ground.known(scenario)?,
        };
        let name = scenario_name(plan, scenario.id, given.scene.locale);
        let Computed { workbench, report } = computed;
        Some(Compared { scenario: (*scenario).clone(), name, workbench, report })
    };
    let compared: Option<Vec<Compared>> = chosen.iter().map(compared).collect();
    compared.ok_or(working)
}
