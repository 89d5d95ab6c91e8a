//! What the audit of the targets finds, computed while the page rests.

use yew::prelude::*;

use crate::analysis::{Finding, Report, Workbench};
use crate::browser::Here;
use crate::desk::{FinishedRun, Work};
use crate::plan::Thresholds;
use crate::shared::Shared;
use crate::ui::seam;
use crate::ui::second::here::use_second_part;
use crate::ui::state::work::use_work;

/// What is audited.
#[derive(Clone)]
struct Audited {
    workbench: Shared<Workbench>,
    report: Shared<Report>,
    rule: Thresholds,
    here: Here,
}

/// The report is that of any settings: what the audit finds does not depend on them.
impl PartialEq for Audited {
    fn eq(&self, other: &Self) -> bool {
        self.workbench == other.workbench && self.rule == other.rule
    }
}

/// What the audit of the targets found; none until the first results are on screen and the
/// second part of the program is there.
#[hook]
pub fn use_findings(run: &FinishedRun, rule: Thresholds) -> Option<Shared<Vec<Finding>>> {
    let audited = use_second_part().here().map(|here| Audited {
        workbench: run.workbench.clone(),
        report: run.outcome.report.clone(),
        rule,
        here,
    });
    let found = use_work(audited, |Audited { workbench, report, rule, here }| {
        Work::once(move || Shared::new(seam::audit(here, &workbench, &report, &rule)))
    });
    found.result().cloned()
}
