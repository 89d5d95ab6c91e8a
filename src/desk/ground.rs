//! What a plan is computed on: a workbench for each set of assumptions among its scenarios.

use std::cell::RefCell;
use std::rc::Rc;

use crate::analysis::Workbench;
use crate::library::builtin;
use crate::model::Model;
use crate::plan::{Plan, Scenario, applied_model, applied_region};
use crate::region::Region;
use crate::shared::Shared;
use crate::sorted::Map;

/// Draws of a run: chances to a 百分点 at the least, a run within a picture's time.
const DRAWS: usize = 4096;

type Assumptions = Map<String, Map<i32, f64>>;

/// A model with the plan's parameters, and the plan's region. Workbenches are made when they
/// are first asked for.
#[derive(Debug)]
pub struct Ground {
    model: Model,
    region: Rc<Region>,
    workbenches: RefCell<Vec<(Assumptions, Shared<Workbench>)>>,
}

impl Ground {
    /// What `plan` is computed on with `model`.
    #[must_use]
    pub fn new(plan: &Plan, model: &Model) -> Self {
        let (model, region) = (applied_model(plan, model), Rc::clone(&plan.region));
        Self { model, region, workbenches: RefCell::default() }
    }

    /// The workbench that computes `scenario`: scenarios with the same assumptions share one.
    #[must_use]
    pub fn workbench(&self, scenario: &Scenario) -> Shared<Workbench> {
        let mut workbenches = self.workbenches.borrow_mut();
        let known = workbenches.iter().find(|(assumed, _)| *assumed == scenario.assumptions);
        if let Some((_, workbench)) = known {
            return workbench.clone();
        }
        let region = applied_region(scenario, &self.region);
        let workbench = Workbench::new(self.model.clone(), region, DRAWS)
            .with_reference_class(&builtin::reference_class());
        let workbench = Shared::new(workbench);
        // Bounded: an assumption that is dragged leaves one behind for every value.
        workbenches.truncate(KEPT - 1);
        workbenches.insert(0, (scenario.assumptions.clone(), workbench.clone()));
        workbench
    }
}

impl Ground {
    /// The workbench that computes `scenario` with nothing left to chance: 中间值测算.
    #[must_use]
    pub fn central(&self, scenario: &Scenario) -> Workbench {
        Workbench::central(self.model.clone(), applied_region(scenario, &self.region))
    }
}

/// Most workbenches that are kept.
const KEPT: usize = 6;
