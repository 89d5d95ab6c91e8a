//! 体检: whether a plan's targets fit together, and fit what is known.
//!
//! The rules read the model's identities and units, the city's history, the
//! outlook and the targets. No rule knows an indicator or a city.

mod alone;
mod bench;
mod finding;
mod known;
mod links;
mod merged;
mod pairs;
mod words;

pub use finding::{Finding, FindingSeverity, Fix, Issue, ReadAs, Yardstick};

use crate::analysis::Report;
use crate::analysis::audit::bench::Bench;
use crate::analysis::workbench::Workbench;
use crate::plan::{Settings, Thresholds};

/// All findings, the gravest first, then in the order of the plan.
///
/// They are about the targets, not about a scenario: any report of the workbench gives the same.
#[must_use]
pub fn audit(workbench: &Workbench, report: &Report, rule: Thresholds) -> Vec<Finding> {
    let bench = Bench { workbench, report, outlook: workbench.run(&Settings::present()), rule };
    let mut findings = known::findings(&bench);
    findings.extend(pairs::findings(&bench));
    findings.extend(links::findings(&bench));
    for target in workbench.region().targets.keys() {
        findings.extend(words::findings(&bench, target));
        findings.extend(alone::findings(&bench, target));
    }
    let mut findings = merged::merged(findings);
    findings.sort_by(|one, other| {
        other.severity.cmp(&one.severity).then_with(|| one.targets.cmp(&other.targets))
    });
    findings
}
