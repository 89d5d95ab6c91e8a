//! The scenarios that are compared, each with its results.

use yew::prelude::*;

use crate::analysis::{Report, Workbench};
use crate::plan::{Scenario, ScenarioId, Settings};
use crate::shared::Shared;
use crate::ui::given::Given;
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
    pub(super) fn words(&self) -> wording::Compared<'_> {
        wording::Compared { name: &self.name, report: &self.report }
    }
}

/// The plan's scenarios but for those left out; the reference always takes part. A scenario
/// is run once and not again until what it sets changes.
#[hook]
pub(super) fn use_compared(given: &Given, left_out: &[ScenarioId]) -> Vec<Compared> {
    let known = use_mut_ref(Vec::<Compared>::new);
    let mut known = known.borrow_mut();
    let scenarios = &given.plan.scenarios;
    let reference = scenarios.reference().id;
    let chosen = scenarios.all().iter();
    let chosen =
        chosen.filter(|scenario| scenario.id == reference || !left_out.contains(&scenario.id));
    let compared: Vec<Compared> =
        chosen.map(|scenario| compared(given, &known, scenario)).collect();
    known.clone_from(&compared);
    compared
}

fn compared(given: &Given, known: &[Compared], scenario: &Scenario) -> Compared {
    let workbench = given.ground.workbench(scenario);
    let is_of = |bench: &Shared<Workbench>, settings: &Settings| {
        *bench == workbench && *settings == scenario.settings
    };
    let run = &given.run;
    let before = known.iter().find(|known| is_of(&known.workbench, &known.scenario.settings));
    let report = match before {
        _ if is_of(&run.workbench, &run.settings) => run.outcome.report.clone(),
        Some(before) => before.report.clone(),
        None => Shared::new(workbench.evaluate(&scenario.settings)),
    };
    let name = scenario_name(&given.plan, scenario.id, given.scene.locale);
    Compared { scenario: scenario.clone(), name, workbench, report }
}
