//! Rules for how one target is written: its verb, its unit, what its words can mean.

use super::bench::Bench;
use super::{Finding, FindingSeverity, Fix, Issue, ReadAs};
use crate::analysis::Judgement;
use crate::analysis::reading::Reading;
use crate::engine::Output;
use crate::plan::{Light, Thresholds, Verb};
use crate::region::{Target, TargetId, TargetKind};
use crate::sampling::Probability;
use crate::unit::Flavour;

/// Verbs of obligation in plans, the firmest first.
const VERBS: [&str; 8] = ["确保", "实现", "完成", "达到", "力争", "努力", "积极", "争取"];

pub(super) fn findings(bench: &Bench<'_>, position: TargetId) -> Vec<Finding> {
    let target = &bench.workbench.region().targets[position];
    let judgement = bench.report.assessments[position].verdict.as_ref().ok();
    let slip = judgement.and_then(|judgement| unit_slip(bench, position, judgement));
    let found = [
        slip,
        percent_for_points(bench, position, target),
        two_commitments(bench.rule, position, target, judgement),
        ambiguous(bench, position, target, judgement),
    ];
    found.into_iter().flatten().collect()
}

/// The number is a hundred or ten thousand times what would be near the outlook.
pub(super) fn unit_slip(
    bench: &Bench<'_>,
    position: TargetId,
    judgement: &Judgement,
) -> Option<Finding> {
    let target = &bench.workbench.region().targets[position];
    let factor = match target.unit.flavour() {
        Flavour::Rate | Flavour::Difference => 100.0,
        Flavour::Number if target.unit.is_of_money() => 1e4,
        Flavour::Number => return None,
    };
    let (written, outlook) = (target.floor, judgement.outlook.p50);
    let near = |fits: f64| fits > 0.5 * outlook && fits < 2.0 * outlook;
    let fits = [written / factor, written * factor].into_iter().find(|fits| near(*fits))?;
    (target.kind == TargetKind::Value).then(|| Finding {
        severity: FindingSeverity::Error,
        targets: vec![position],
        issue: Issue::UnitSlip { written, fits, outlook },
        fixes: vec![Fix::Floor { target: position, floor: fits }],
    })
}

/// A change of a share is written in %, not in 百分点.
fn percent_for_points(bench: &Bench<'_>, position: TargetId, target: &Target) -> Option<Finding> {
    let of_rate = bench.workbench.model().variables[target.variable?].unit.flavour();
    let is_change = matches!(target.kind, TargetKind::Increase | TargetKind::Relative);
    let slip = is_change && of_rate == Flavour::Rate && target.unit.flavour() == Flavour::Rate;
    slip.then(|| Finding {
        severity: FindingSeverity::Warning,
        targets: vec![position],
        issue: Issue::PercentForPoints { change: target.floor },
        fixes: vec![Fix::Unit { target: position, unit: target.unit.difference() }],
    })
}

/// The plan states the target again with another verb.
fn two_commitments(
    rule: Thresholds,
    position: TargetId,
    target: &Target,
    judgement: Option<&Judgement>,
) -> Option<Finding> {
    let own = &target.commitment;
    let mut others = target.repeated.iter().map(|repeated| &repeated.commitment);
    let other = others.find(|other| !own.is_empty() && !other.is_empty() && *other != own)?;
    let verbs = [own.clone(), other.clone()];
    let chosen = judgement.and_then(|found| fitting_verb(rule, &verbs, found.outlook_probability));
    let fix = chosen.map(|commitment| Fix::Commitment { target: position, commitment });
    Some(Finding {
        severity: FindingSeverity::Warning,
        targets: vec![position],
        issue: Issue::TwoCommitments { verbs },
        fixes: fix.into_iter().collect(),
    })
}

/// The firmer verb where the outlook nearly ensures the target, the softer one elsewhere.
fn fitting_verb(rule: Thresholds, verbs: &[String; 2], chance: Probability) -> Option<String> {
    let rank = |verb: &String| VERBS.iter().position(|known| known == verb);
    let is_first_firmer = rank(&verbs[0])? < rank(&verbs[1])?;
    let is_ensured = rule.verb(chance) == Verb::Ensure;
    Some(verbs[usize::from(is_first_firmer != is_ensured)].clone())
}

/// The plan's words can be read in more than one way.
fn ambiguous(
    bench: &Bench<'_>,
    position: TargetId,
    target: &Target,
    judgement: Option<&Judgement>,
) -> Option<Finding> {
    let chance = judgement.map(|judgement| judgement.outlook_probability);
    let mut readings = vec![ReadAs { name: target.name.clone(), chance }];
    readings.extend(target.readings.iter().map(|reading| {
        let read = Target { variable: reading.variable, kind: reading.kind, ..target.clone() };
        ReadAs { name: reading.name.clone(), chance: chance_of(bench, &read) }
    }));
    let is_likely =
        |read: &ReadAs| read.chance.map(|chance| bench.rule.light(chance) == Light::Met);
    let likely: Vec<bool> = readings.iter().filter_map(is_likely).collect();
    let differs = likely.contains(&true) && likely.contains(&false);
    (!target.readings.is_empty()).then(|| Finding {
        severity: if differs { FindingSeverity::Warning } else { FindingSeverity::Note },
        targets: vec![position],
        issue: Issue::Ambiguous(readings),
        fixes: Vec::new(),
    })
}

/// `None` where the plan's number is no amount of what would be counted.
fn chance_of(bench: &Bench<'_>, target: &Target) -> Option<Probability> {
    let counted = &bench.workbench.model().variables[target.variable?].unit;
    if counted.dimension() != target.unit.dimension() {
        return None;
    }
    let reading = Reading::new(bench.workbench, &bench.outlook);
    reading.standing_of(target, Output::Scenario).ok().map(|standing| standing.probability)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(verbs: [&str; 2], chance: f64, expected: Option<&str>) {
        let chance = Probability { value: chance, standard_error: 0.0 };
        assert_eq!(
            fitting_verb(Thresholds::default(), &verbs.map(str::to_owned), chance).as_deref(),
            expected
        );
    }

    #[test]
    fn the_verb_fits_the_chance_whatever_the_order_of_the_places() {
        check(["完成", "确保"], 0.4, Some("完成"));
        check(["确保", "完成"], 0.4, Some("完成"));
        check(["完成", "确保"], 0.95, Some("确保"));
        check(["完成", "冲刺"], 0.95, None);
    }
}
