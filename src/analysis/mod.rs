//! What runs mean: projections, verdicts, what a target takes, what a lever brings.
//!
//! No analysis simulates: each fills settings, runs the workbench's program on its draws, and
//! reads the result.

mod algebra;
mod assessment;
mod assumed;
mod carried;
mod causal_map;
mod audit;
mod checks;
mod compiled;
mod contribution;
mod course;
mod criteria;
mod effects;
mod evaluation;
mod expectation;
mod explanation;
mod fingerprint;
mod first_move;
mod glimpse;
mod goal_seek;
mod ladder;
mod memory;
mod numbers;
mod prospect;
mod reading;
mod reference_class;
mod report;
mod required;
mod unfolding;
mod workbench;

pub use assumed::figures_behind;
pub use audit::{Finding, FindingSeverity, Fix, Issue, ReadAs, Yardstick, audit};
pub use carried::carried_to;
pub use causal_map::{CausalMap, MapEdge, MapNode};
pub use checks::{Skipped, failed_checks, skipped_checks};
pub use compiled::Sampling;
pub use contribution::{
    Contribution, ContributionPart, Contributions, Decomposition, MOST_PARTS, NoContributions,
    contributions, divisions,
};
pub use criteria::Criteria;
pub use effects::{Effect, effects, lever_effects, ranking};
pub use explanation::{
    Explanation, Role, Statement, Uncertainty, User, ValueOrigin, explanation, in_short,
};
pub use fingerprint::fingerprint;
pub use first_move::{FirstMove, first_move};
pub use glimpse::{Glimpse, glimpses};
pub use goal_seek::{Answer, Limit, Search, Wish, goal_seek};
pub use ladder::{CHANCES, Ladder, Rung, ladder};
pub use numbers::{Numbers, Spread, missing_for, spread};
pub use prospect::{Prospect, Prospects, Trial};
pub use reference_class::{Percentile, ReferenceClass};
pub use report::{Assessment, BadValue, Judgement, NotJudged, Projection, Report, YearSummary};
pub use required::Requirement;
pub use unfolding::{Unfolded, formula_in, unfold};
pub use workbench::Workbench;
