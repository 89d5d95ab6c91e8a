//! Money beside a result: whether the one can bring the other.

use super::bench::Bench;
use super::{Finding, FindingSeverity, Issue};
use crate::analysis::reading::Reading;
use crate::engine::Output;
use crate::formula::Node;
use crate::model::{LeverId, Reference};
use crate::plan::{LeverPath, Settings};
use crate::region::{Target, TargetId, TargetKind};

/// Money that brings less than this share of a result is not what brings it.
const SMALL: f64 = 0.1;

/// A target for a lever's own money, and a target for money in the same section.
pub(super) fn findings(bench: &Bench<'_>) -> Vec<Finding> {
    let targets = &bench.workbench.region().targets;
    let mut findings = Vec::new();
    for (position, target) in targets.iter_enumerated() {
        let Some(lever) = own_lever(bench, target) else { continue };
        let beside = targets.iter_enumerated().filter(|(other, result)| {
            *other != position && is_result(bench, result) && result.section == target.section
        });
        for (other, result) in beside {
            findings.extend(small_part(bench, lever, [position, other], [target, result]));
        }
    }
    findings
}

/// The lever whose setting the target's variable is.
fn own_lever(bench: &Bench<'_>, target: &Target) -> Option<LeverId> {
    let model = bench.workbench.model();
    let formula = &model.variables[target.variable?].formula;
    match formula.expression.node {
        Node::Name(Reference::Lever(lever)) if target.kind == TargetKind::Value => Some(lever),
        _ => None,
    }
}

fn is_result(bench: &Bench<'_>, target: &Target) -> bool {
    let is_money = target.unit.is_of_money();
    is_money && target.kind == TargetKind::Value && own_lever(bench, target).is_none()
}

fn small_part(
    bench: &Bench<'_>,
    lever: LeverId,
    positions: [TargetId; 2],
    [money, result]: [&Target; 2],
) -> Option<Finding> {
    let workbench = bench.workbench;
    let declared = &workbench.model().levers[lever];
    let mut settings = Settings::present();
    let setting = declared.unit.from_base(money.floor).clamp(declared.range[0], declared.range[1]);
    settings.set(&declared.id, LeverPath::Constant(setting));
    let run = workbench.run(&settings);
    let reading = Reading::new(workbench, &run);
    let t = reading.simulated_year(result).ok()?;
    let median = |output| reading.summary(output, t).map(|summary| summary.p50);
    let variable = result.variable?;
    let added = median(Output::Scenario(variable))? - median(Output::Outlook(variable))?;
    (added < SMALL * result.floor).then(|| Finding {
        severity: FindingSeverity::Warning,
        targets: positions.to_vec(),
        issue: Issue::SmallPartOfResult { lever, money: money.floor, result: result.floor, added },
        fixes: Vec::new(),
    })
}
