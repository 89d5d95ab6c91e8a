//! What runs mean: projections, verdicts on the plan's targets, what a target takes.

mod algebra;
mod assessment;
mod assumed;
mod criteria;
mod expectation;
mod reference_class;
mod report;
mod required;
mod workbench;

pub use criteria::Criteria;
pub use reference_class::{Percentile, ReferenceClass};
pub use report::{Assessment, Judgement, Light, NotJudged, Projection, Report, YearSummary};
pub use required::Requirement;
pub use workbench::Workbench;
