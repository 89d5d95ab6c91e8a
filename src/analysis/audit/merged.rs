//! The same thing is said once.

use super::{Finding, Issue};
use crate::region::TargetId;

/// Targets that lack, or rest on, the same figures share one finding; an implied number of which
/// nothing is known gives way to whatever else is said of the same targets together.
pub(super) fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let is_about_figures =
            matches!(finding.issue, Issue::MissingBase(_) | Issue::AssumedBase(_));
        let same = kept.iter_mut().find(|known| is_about_figures && known.issue == finding.issue);
        match same {
            Some(same) => same.targets.extend(finding.targets),
            None => kept.push(finding),
        }
    }
    let nested: Vec<Vec<TargetId>> = kept
        .iter()
        .filter(|finding| matches!(finding.issue, Issue::Nested { .. }))
        .map(|finding| finding.targets.clone())
        .collect();
    kept.retain(|finding| {
        let unknown = matches!(finding.issue, Issue::Implied { against: None, .. });
        !(unknown && nested.contains(&finding.targets))
    });
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FindingSeverity;

    fn finding(target: TargetId, figure: &str) -> Finding {
        Finding {
            severity: FindingSeverity::Note,
            targets: vec![target],
            issue: Issue::MissingBase(vec![figure.into()]),
            fixes: Vec::new(),
        }
    }

    #[test]
    fn targets_that_lack_the_same_figure_share_a_finding() {
        let [first, second, fifth] = [0, 1, 4].map(TargetId::from);
        let merged = merged(vec![finding(first, "a"), finding(second, "b"), finding(fifth, "a")]);
        let targets: Vec<&[TargetId]> = merged.iter().map(|found| &found.targets[..]).collect();
        assert_eq!(targets, [&[first, fifth][..], &[second][..]]);
    }
}
