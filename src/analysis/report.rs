//! What one run says: everything the page shows of a scenario, in base units.

use typed_index_collections::TiVec;

use crate::analysis::Requirement;
use crate::model::{LeverId, VariableId};
use crate::region::{DatedValue, Provenance, TargetId};
use crate::sampling::{Probability, Summary};

/// The answer to «what happens under these settings».
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Number of draws that all figures rest on.
    pub draws: usize,
    /// Number of equations that were evaluated each year.
    pub equations: usize,
    /// One for each target of the region, in its order.
    pub assessments: TiVec<TargetId, Assessment>,
    /// One for each target that can be computed, by the variable; no variable twice.
    pub projections: Vec<Projection>,
    /// Municipal cash of the levers; first element is the first simulated year.
    pub cost: Vec<YearSummary>,
    /// What levers cost the city by lever (position in the model), then by simulated year:
    /// medians, of cash or of tax not collected, as the lever declares.
    pub lever_cost: TiVec<LeverId, Vec<f64>>,
    /// Tax that the city does not collect for the levers, by simulated year: sums of medians, 元.
    /// Nothing where the model has no such lever.
    pub forgone: Vec<f64>,
}

impl Report {
    /// The projection of a variable, if a target asks for it.
    #[must_use]
    pub fn projection(&self, variable: VariableId) -> Option<&Projection> {
        self.projections.iter().find(|projection| projection.variable == variable)
    }

    /// The verdict on a target, by its position in the region, if there is one.
    #[must_use]
    pub fn judgement(&self, target: TargetId) -> Option<&Judgement> {
        self.assessments.get(target)?.verdict.as_ref().ok()
    }

    /// Municipal cash of the levers in a calendar year: median, 元.
    #[must_use]
    pub fn cost_of(&self, year: i32) -> Option<f64> {
        let cost = self.cost.iter().find(|cost| cost.year == year)?;
        cost.summary.map(|summary| summary.p50)
    }

    /// Tax that the city does not collect for the levers in a calendar year, 元; `None` where the
    /// model has no such lever.
    #[must_use]
    pub fn forgone_of(&self, year: i32) -> Option<f64> {
        let position = self.cost.iter().position(|cost| cost.year == year)?;
        self.forgone.get(position).copied()
    }

    /// Municipal cash of the levers in all simulated years: sum of the medians, 元.
    #[must_use]
    pub fn total_cost(&self) -> Option<f64> {
        let medians = self.cost.iter().map(|cost| cost.summary.map(|summary| summary.p50));
        medians.sum()
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
    pub variable: VariableId,
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
    pub target: TargetId,
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
    /// A floor of zero, of which no gap is a share: a person enters the status.
    ZeroFloor,
    /// The target's year lies outside the simulated years.
    OutsideYears,
    /// Draws without a finite value, and where that began if a formula of the model made it.
    NotComputable(Option<BadValue>),
}

/// The first value on the way to a bad one that is not finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadValue {
    /// Position of the variable in the model.
    pub variable: VariableId,
    /// Calendar year.
    pub year: i32,
}

/// A verdict on a target.
///
/// `value`, `outlook`, `bound` and `gap` are of what the target asks about: the
/// indicator, or its growth or increase over the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The same the year before, if the model or the history has it.
    pub last: Option<f64>,
    /// In the target's year, under the scenario.
    pub value: Summary,
    /// In the target's year, 现状延续.
    pub outlook: Summary,
    /// What the median is compared with: the floor; the reference's median plus the floor;
    /// the nearer end of the band to hold.
    pub bound: f64,
    /// Median less bound, for a rate in the unit's difference, 百分点; of a value to hold,
    /// room to the nearer end of the band, below 0 outside it.
    pub gap: f64,
    /// Of reaching the floor.
    pub probability: Probability,
    /// Of reaching the floor in 现状延续.
    pub outlook_probability: Probability,
    /// Of reaching the stretch value.
    pub stretch_probability: Option<Probability>,
    /// What a relative target compares with, in the target's year.
    pub reference: Option<Summary>,
    /// What a relative target compares with, by year under the scenario.
    pub reference_course: Vec<YearSummary>,
    /// Lowest and highest value that a target to hold allows.
    pub band: Option<[f64; 2]>,
    /// The way through the years of what the target asks about, where that is the growth or
    /// the increase of its indicator. Each year is computed by draw: the quantiles of a growth
    /// are no quotients of the quantiles of its indicator.
    pub course: Option<Projection>,
    /// Real part of what the target asks about in its year (median), where the model tells and
    /// it is a part: of a growth it is none.
    pub real: Option<f64>,
    /// Share of what the scenario adds to the indicator that is real and not only reported,
    /// by the means; `None` where the model does not tell or the scenario adds nothing.
    pub real_share: Option<f64>,
    /// What the target takes: its own indicator first, then those that identities tie to it.
    pub required: Vec<Requirement>,
    /// Ids of assumed figures that the value rests on.
    pub assumed: Vec<String>,
}

impl Judgement {
    /// The requirement to show first: an amount or a count that has to grow, if there is one.
    #[must_use]
    pub fn main_requirement(&self) -> Option<&Requirement> {
        let compared = self.required.iter().find(|requirement| requirement.peers.is_some());
        compared.or(self.required.first())
    }
}
