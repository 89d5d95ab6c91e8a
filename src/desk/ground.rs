//! What a plan is computed on: a workbench for each case among its scenarios.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::analysis::{Report, Sampling, Workbench};
use crate::desk::work::Work;
use crate::engine::Case;
use crate::library::builtin;
use crate::model::Model;
use crate::plan::{ParameterChange, Plan, Scenario, ScenarioId};
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
    /// The last report of each scenario.
    reports: Rc<RefCell<Map<ScenarioId, (Case, Computed)>>>,
}

/// What came out of a scenario, and what computed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Computed {
    /// What computed it.
    pub workbench: Shared<Workbench>,
    /// What came out.
    pub report: Shared<Report>,
}

impl Ground {
    /// What `plan` is computed on with `model`.
    #[must_use]
    pub fn new(plan: &Plan, model: &Model) -> Self {
        let (model, region) = (Arc::new(model.clone()), Rc::clone(&plan.region));
        Self {
            model,
            region,
            parameters: plan.parameters.clone(),
            workbenches: Rc::default(),
            reports: Rc::default(),
        }
    }

    /// What the same plan with other parameters is computed on: nothing is compiled again.
    #[must_use]
    pub fn with_parameters(&self, parameters: &Map<String, ParameterChange>) -> Self {
        Self {
            model: Arc::clone(&self.model),
            region: Rc::clone(&self.region),
            parameters: parameters.clone(),
            workbenches: Rc::clone(&self.workbenches),
            reports: Rc::clone(&self.reports),
        }
    }

    /// The workbench that computes `scenario`: scenarios with the same assumptions share one.
    #[must_use]
    pub fn workbench(&self, scenario: &Scenario) -> Shared<Workbench> {
        let case = self.case(scenario);
        let mut workbenches = self.workbenches.borrow_mut();
        let mut known = workbenches.iter();
        if let Some(workbench) = known.find(|known| known.case().shares_basis(&case)) {
            return workbench.clone();
        }
        let other = workbenches.iter().find_map(|known| known.under(&case));
        let workbench = Shared::new(other.unwrap_or_else(|| {
            self.made(&case, Sampling::random(DRAWS))
                .with_reference_class(&builtin::reference_class())
        }));
        workbenches.truncate(KEPT - 1);
        workbenches.insert(0, workbench.clone());
        workbench
    }

    /// What came out of a scenario, if it was computed since it was last changed.
    #[must_use]
    pub fn known(&self, scenario: &Scenario) -> Option<Computed> {
        let reports = self.reports.borrow();
        let (case, computed) = reports.get(&scenario.id)?;
        (*case == self.case(scenario)).then(|| computed.clone())
    }

    /// What comes out of a scenario; computed where it is not known.
    #[must_use]
    pub fn computed(&self, scenario: &Scenario) -> Computed {
        self.known(scenario).unwrap_or_else(|| {
            let workbench = self.workbench(scenario);
            let report = Shared::new(workbench.evaluate(&scenario.settings));
            let computed = Computed { workbench, report };
            self.keep(scenario, computed.clone());
            computed
        })
    }

    /// Keeps what came out of a scenario, in place of what came out of it before.
    pub fn keep(&self, scenario: &Scenario, computed: Computed) {
        self.reports.borrow_mut().insert(scenario.id, (self.case(scenario), computed));
    }

    /// Computes the scenarios that are not known, one after the other.
    #[must_use]
    pub fn work(ground: Shared<Self>, scenarios: Vec<Scenario>) -> Work<()> {
        let count = scenarios.len();
        let mut open = scenarios.into_iter();
        Work::new(count, move || match open.next() {
            Some(scenario) => {
                let _ = ground.computed(&scenario);
                (open.len() == 0).then_some(())
            }
            None => Some(()),
        })
    }

    fn case(&self, scenario: &Scenario) -> Case {
        Case::of_scenario(scenario, &self.parameters)
    }

    /// The workbench that computes `scenario` with nothing left to chance: 中间值测算.
    #[must_use]
    pub fn central(&self, scenario: &Scenario) -> Workbench {
        self.made(&self.case(scenario), Sampling::central())
    }

    fn made(&self, case: &Case, sampling: Sampling) -> Workbench {
        Workbench::in_case(Arc::clone(&self.model), (*self.region).clone(), case, sampling)
    }
}
