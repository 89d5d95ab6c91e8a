//! What a plan is computed on: a workbench for each case among its scenarios.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::{Sampling, Workbench};
use crate::engine::Case;
use crate::library::builtin;
use crate::model::Model;
use crate::plan::{ParameterChange, Plan, Scenario};
use crate::region::Region;
use crate::shared::Shared;
use crate::sorted::Map;

/// Draws of a run: chances to a 百分点 at the least, a run within a picture's time.
const DRAWS: usize = 4096;
/// Most workbenches that are kept: an assumption that is dragged leaves one behind for every value.
const KEPT: usize = 6;

/// A model with the plan's parameters, and the plan's region. Workbenches are made when they
/// are first asked for.
#[derive(Debug)]
pub struct Ground {
    model: Arc<Model>,
    region: Rc<Region>,
    parameters: Map<String, ParameterChange>,
    /// The newest first; shared by the grounds of a plan's parameters.
    workbenches: Rc<RefCell<Vec<Shared<Workbench>>>>,
}

impl Ground {
    /// What `plan` is computed on with `model`.
    #[must_use]
    pub fn new(plan: &Plan, model: &Model) -> Self {
        let (model, region) = (Arc::new(model.clone()), Rc::clone(&plan.region));
        Self { model, region, parameters: plan.parameters.clone(), workbenches: Rc::default() }
    }

    /// What the same plan with other parameters is computed on: nothing is compiled again.
    #[must_use]
    pub fn with_parameters(&self, parameters: &Map<String, ParameterChange>) -> Self {
        Self {
            model: Arc::clone(&self.model),
            region: Rc::clone(&self.region),
            parameters: parameters.clone(),
            workbenches: Rc::clone(&self.workbenches),
        }
    }

    /// The workbench that computes `scenario`: scenarios with the same assumptions share one.
    #[must_use]
    pub fn workbench(&self, scenario: &Scenario) -> Shared<Workbench> {
        let case = Case::of_scenario(scenario, &self.parameters);
        let mut workbenches = self.workbenches.borrow_mut();
        let mut known = workbenches.iter();
        if let Some(workbench) = known.find(|known| known.case().shares_basis(&case)) {
            return workbench.clone();
        }
        let other = workbenches.iter().find_map(|known| known.under(&case));
        let workbench = Shared::new(other.unwrap_or_else(|| {
            self.made(&case, Sampling::Random(DRAWS))
                .with_reference_class(&builtin::reference_class())
        }));
        workbenches.truncate(KEPT - 1);
        workbenches.insert(0, workbench.clone());
        workbench
    }

    /// The workbench that computes `scenario` with nothing left to chance: 中间值测算.
    #[must_use]
    pub fn central(&self, scenario: &Scenario) -> Workbench {
        self.made(&Case::of_scenario(scenario, &self.parameters), Sampling::Central)
    }

    fn made(&self, case: &Case, sampling: Sampling) -> Workbench {
        Workbench::in_case(Arc::clone(&self.model), (*self.region).clone(), case, sampling)
    }
}
