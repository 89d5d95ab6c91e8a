//! 规划文件: everything that is saved under one name.

use std::ptr;
use std::rc::Rc;

use crate::plan::{KeptFields, ModelIdentity, Scenarios, Thresholds};
use crate::region::Region;
use crate::sorted::Map;

/// A plan in the making. Cheap to clone: the region and an own model are shared.
#[derive(Clone, Debug)]
pub struct Plan {
    /// As planners call it.
    pub name: String,
    /// The model that its figures were computed with.
    pub model: ModelIdentity,
    /// Text of the model, where it is not a built-in one.
    pub own_model: Option<Rc<str>>,
    /// Figures, history and targets, with everything that was edited.
    pub region: Rc<Region>,
    /// Changed parameters by id.
    pub parameters: Map<String, ParameterChange>,
    /// 现状延续 and the others.
    pub scenarios: Scenarios,
    /// 上限: municipal cash of a year, 元.
    pub ceiling: Option<f64>,
    /// From which chance which light and which verb.
    pub thresholds: Thresholds,
    /// What people recorded of milestones, ranks and rules, by id of the target.
    pub statuses: Map<String, Recorded>,
    /// Remark.
    pub notes: String,
    /// What a newer version wrote besides.
    pub kept: KeptFields,
}

/// What is shared is equal without being read: plans are compared at every move of a lever.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            name,
            model,
            own_model,
            region,
            parameters,
            scenarios,
            ceiling,
            thresholds,
            statuses,
            notes,
            kept,
        } = self;
        ptr::eq(self, other)
            || *name == other.name
                && *model == other.model
                && *own_model == other.own_model
                && *parameters == other.parameters
                && *scenarios == other.scenarios
                && *ceiling == other.ceiling
                && *thresholds == other.thresholds
                && *statuses == other.statuses
                && *notes == other.notes
                && *kept == other.kept
                && (Rc::ptr_eq(region, &other.region) || *region == other.region)
    }
}

/// Another belief about a parameter, base units; it becomes a PERT distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterChange {
    /// Least.
    pub low: f64,
    /// Most likely.
    pub mode: f64,
    /// Greatest.
    pub high: f64,
}

impl ParameterChange {
    /// Whether the three are finite and follow one another.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.low.is_finite()
            && self.high.is_finite()
            && self.low <= self.mode
            && self.mode <= self.high
    }
}

/// How something that is not computed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 未启动.
    NotStarted,
    /// 推进中.
    UnderWay,
    /// 已完成.
    Done,
    /// 未完成.
    Missed,
}

/// What a person recorded of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// How it stands.
    pub status: Status,
    /// Remark, for example the rank reached.
    pub note: String,
}

impl Plan {
    /// A plan for `region` with nothing changed.
    #[must_use]
    pub fn new(name: String, model: ModelIdentity, region: Rc<Region>) -> Self {
        Self {
            name,
            model,
            own_model: None,
            region,
            parameters: Map::new(),
            scenarios: Scenarios::default(),
            ceiling: None,
            thresholds: Thresholds::default(),
            statuses: Map::new(),
            notes: String::new(),
            kept: KeptFields::default(),
        }
    }
}
