//! What one run says: everything the page shows of a scenario, in base units.

use crate::region::{DatedValue, Provenance};
use crate::sampling::{Probability, Summary};

/// The answer to «what happens under these settings».
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Number of draws that all figures rest on.
    pub draws: usize,
    /// Number of equations that were evaluated each year.
    pub equations: usize,
    /// One for each target of the region, in its order.
    pub assessments: Vec<Assessment>,
    /// One for each target that can be computed, by the variable; no variable twice.
    pub projections: Vec<Projection>,
    /// Municipal cash of the levers; first element is the first simulated year.
    pub cost: Vec<YearSummary>,
    /// Municipal cash by lever (position in the model), then by simulated year: medians.
    pub lever_cost: Vec<Vec<f64>>,
}

impl Report {
    /// The projection of a variable, if a target asks for it.
    #[must_use]
    pub fn projection(&self, variable: usize) -> Option<&Projection> {
        self.projections.iter().find(|projection| projection.variable == variable)
    }
}

/// What is known of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearSummary {
    /// Calendar year.
    pub year: i32,
    /// Quantiles and mean over the draws; `None` where a draw has no finite value.
    pub summary: Option<Summary>,
}

/// An indicator's past and what is likely to become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Position in the model.
    pub variable: usize,
    /// Published and derived values before the base year, oldest first.
    pub history: Vec<DatedValue>,
    /// The base-year value: median over the draws, with the weakest provenance it rests on.
    pub base: Option<(f64, Provenance)>,
    /// Base year.
    pub base_year: i32,
    /// Under the scenario, from the first simulated year.
    pub scenario: Vec<YearSummary>,
    /// 现状延续, from the first simulated year.
    pub outlook: Vec<YearSummary>,
    /// The part of the scenario that is real and not only reported, where the model tells.
    pub real: Option<Vec<YearSummary>>,
}

/// A target with what can be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Position in the region's targets.
    pub target: usize,
    /// The verdict, or why there is none.
    pub verdict: Result<Judgement, NotJudged>,
}

/// Why a target has no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotJudged {
    /// This version of the model does not compute the indicator.
    NotInModel,
    /// Figures are missing: ids.
    MissingFigures(Vec<String>),
    /// A rank, milestone or rule: a person enters the status.
    Recorded,
    /// The target's year lies outside the simulated years.
    OutsideYears,
    /// Draws without a finite value.
    NotComputable,
}

/// A verdict on a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The year before the target's, if the model or the history has it.
    pub last: Option<f64>,
    /// In the target's year, under the scenario.
    pub value: Summary,
    /// In the target's year, 现状延续.
    pub outlook: Summary,
    /// Median less floor; for a rate in the unit's difference, 百分点.
    pub gap: f64,
    /// Of reaching the floor.
    pub probability: Probability,
    /// Of reaching the floor in 现状延续.
    pub outlook_probability: Probability,
    /// Of reaching the stretch value.
    pub stretch_probability: Option<Probability>,
    /// Median against floor.
    pub light: Light,
    /// Median against floor in 现状延续.
    pub outlook_light: Light,
    /// Real part of the value in the target's year (median), where the model tells.
    pub real: Option<f64>,
    /// Ids of assumed figures that the value rests on.
    pub assumed: Vec<String>,
}

/// 研判: the median against the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 红: short by more than 10 %.
    Far,
    /// 黄: short by at most 10 %.
    Near,
    /// 绿: met.
    Met,
}
