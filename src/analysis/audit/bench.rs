//! What the rules read.

use crate::analysis::Report;
use crate::analysis::workbench::Workbench;
use crate::engine::Ensemble;
use crate::plan::Thresholds;

/// What the rules read.
pub(super) struct Bench<'b> {
    pub(super) workbench: &'b Workbench,
    /// Any report of the workbench: the rules read what it says of the outlook.
    pub(super) report: &'b Report,
    /// 现状延续.
    pub(super) outlook: Ensemble,
    /// Which verb a chance deserves.
    pub(super) rule: Thresholds,
}
