//! What is looked at, and what came out: what nearly everything that is made of a run needs to know.

use crate::analysis::Report;
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Thresholds;
use crate::region::Region;
use crate::shared::Shared;
use crate::wording::ScenarioKind;

/// What is looked at, and in which language.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The model that computes.
    pub model: Shared<Model>,
    /// The city.
    pub region: Shared<Region>,
    /// Which chance shows which light and deserves which word.
    pub thresholds: Thresholds,
    /// The language of the screen.
    pub locale: Locale,
}

impl Scene {
    /// Last simulated year.
    #[must_use]
    pub fn end_year(&self) -> i32 {
        self.region.base_year + self.model.horizon.cast_signed()
    }

    /// Position of the plan year among the simulated years, if it is one.
    #[must_use]
    pub fn plan_position(&self) -> Option<usize> {
        usize::try_from(self.region.plan_year - self.region.base_year - 1).ok()
    }
}

/// Results under one setting of the levers.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// What happens.
    pub report: Shared<Report>,
    /// What it is the report of.
    pub scenario: ScenarioKind,
}
