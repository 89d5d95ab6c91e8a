//! Targets against each other: one number for two indicators, parts beside their whole.

use super::bench::Bench;
use super::{Finding, FindingSeverity, Fix, Issue};
use crate::formula::{BinaryOperator, Expression, Node};
use crate::model::{MeasureKind, Reference, VariableId};
use crate::region::{Target, TargetId, TargetKind};

pub(super) fn findings(bench: &Bench<'_>) -> Vec<Finding> {
    let mut findings = one_number(bench);
    findings.extend(two_values(bench));
    findings.extend(nested(bench));
    findings
}

/// Two indicators with the same number, where meeting the one does not give the other.
fn one_number(bench: &Bench<'_>) -> Vec<Finding> {
    let targets = &bench.workbench.region().targets;
    let mut findings = Vec::new();
    for (first, one) in targets.iter_enumerated() {
        for (second, other) in targets.iter_enumerated() {
            let needed = same_number(one, other).then(|| needed(bench, first, other)).flatten();
            // Only a count of firms or projects can be taken for another one.
            let differs = needed.filter(|needed| (needed - other.floor).abs() >= 1.0);
            if let Some(needed) = differs.filter(|needed| *needed > other.floor) {
                let issue = Issue::OneNumberTwoIndicators { floor: one.floor, needed };
                let fix = Fix::Floor { target: second, floor: (needed - 1e-9).ceil() };
                let (severity, fixes) = (FindingSeverity::Warning, vec![fix]);
                findings.push(Finding { severity, targets: vec![first, second], issue, fixes });
            }
        }
    }
    findings
}

/// The same indicator and year, but not the same number as the first of them.
fn two_values(bench: &Bench<'_>) -> Vec<Finding> {
    let targets = &bench.workbench.region().targets;
    let mut findings = Vec::new();
    for (second, other) in targets.iter_enumerated() {
        let before = targets[..second].iter_enumerated();
        let first = before.into_iter().find(|(_, one)| is_same_question(one, other));
        if let Some((first, one)) = first
            && (one.floor - other.floor).abs() > 1e-9 * one.floor.abs()
        {
            let fix = |target, floor| Fix::Floor { target, floor };
            findings.push(Finding {
                severity: FindingSeverity::Error,
                targets: vec![first, second],
                issue: Issue::TwoValues { values: [one.floor, other.floor] },
                fixes: vec![fix(first, other.floor), fix(second, one.floor)],
            });
        }
    }
    findings
}

fn is_same_question(one: &Target, other: &Target) -> bool {
    one.variable.is_some()
        && one.variable == other.variable
        && one.year == other.year
        && one.kind == other.kind
        && one.comparison == other.comparison
        && one.relative_to == other.relative_to
}

fn same_number(one: &Target, other: &Target) -> bool {
    let is_count = !one.unit.dimension().is_pure() && !one.unit.is_of_money();
    let values = [one, other].iter().all(|target| target.kind == TargetKind::Value);
    is_count
        && values
        && one.variable != other.variable
        && one.unit == other.unit
        && one.year == other.year
        && one.floor == other.floor
}

/// What the other target's indicator comes to if the first target is just met.
fn needed(bench: &Bench<'_>, first: TargetId, other: &Target) -> Option<f64> {
    let required = &bench.workbench.required[first];
    let tied = required.iter().find(|required| Some(required.variable) == other.variable)?;
    Some(tied.level)
}

/// A whole with parts of it as targets of the same year.
fn nested(bench: &Bench<'_>) -> Vec<Finding> {
    let workbench = bench.workbench;
    let equations = workbench.model().identities.iter();
    equations
        .filter_map(|identity| {
            let Node::Binary(BinaryOperator::Equal, left, right) =
                &identity.equation.expression.node
            else {
                return None;
            };
            let (whole, mut parts) = (variable(left)?, Vec::new());
            summands(right, &mut parts)?;
            nested_targets(bench, whole, &parts)
        })
        .collect()
}

fn nested_targets(bench: &Bench<'_>, whole: VariableId, parts: &[VariableId]) -> Option<Finding> {
    let region = bench.workbench.region();
    let is_flow = bench.workbench.model().variables[whole].measure == Some(MeasureKind::Flow);
    let values = || {
        let all = region.targets.iter_enumerated();
        all.filter(|(_, target)| target.kind == TargetKind::Value)
    };
    let (first, target) = values().find(|(_, target)| target.variable == Some(whole))?;
    let inside: Vec<TargetId> = values()
        .filter(|(_, part)| part.year == target.year)
        .filter(|(_, part)| part.variable.is_some_and(|variable| parts.contains(&variable)))
        .map(|(position, _)| position)
        .collect();
    if inside.is_empty() || !is_flow || !target.unit.is_of_money() {
        return None;
    }
    let sum = inside.iter().map(|part| region.targets[*part].floor).sum();
    let mut targets = vec![first];
    targets.extend(inside);
    Some(Finding {
        severity: if sum > target.floor { FindingSeverity::Error } else { FindingSeverity::Note },
        targets,
        issue: Issue::Nested { whole: target.floor, parts: sum },
        fixes: Vec::new(),
    })
}

fn variable(part: &Expression<Reference>) -> Option<VariableId> {
    match part.node {
        Node::Name(Reference::Variable(variable)) => Some(variable),
        _ => None,
    }
}

/// The variables of a plain sum; `None` if it is anything else.
fn summands(part: &Expression<Reference>, into: &mut Vec<VariableId>) -> Option<()> {
    if let Node::Binary(BinaryOperator::Add, left, right) = &part.node {
        summands(left, into)?;
        return summands(right, into);
    }
    into.push(variable(part)?);
    Some(())
}
