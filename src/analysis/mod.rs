//! What runs mean: projections, and verdicts on the plan's targets.

mod assessment;
mod assumed;
mod report;
mod workbench;

pub use report::{Assessment, Judgement, Light, NotJudged, Projection, Report, YearSummary};
pub use workbench::Workbench;
