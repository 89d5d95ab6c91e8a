//! 研判: what a run says about a target.

use std::borrow::Cow;

use crate::analysis::{Criteria, NotJudged};
use crate::model::Direction;
use crate::region::{Comparison, Target, TargetKind};
use crate::sampling::{self, Probability, SampleError, Summary};
use crate::unit::{Flavour, Unit};

/// What a target's kind may read of a run, one value a draw.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'e> {
    /// The indicator in the target's year.
    pub(super) now: &'e [f64],
    /// The year before.
    pub(super) before: Option<&'e [f64]>,
    /// In the base year.
    pub(super) base: Option<&'e [f64]>,
    /// What a relative target compares with, in the target's year.
    pub(super) reference: Option<&'e [f64]>,
}

impl<'e> Evidence<'e> {
    /// The indicator alone.
    pub(super) fn now(now: &'e [f64]) -> Self {
        Self { now, before: None, base: None, reference: None }
    }
}

/// How a target stands in one run.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// What the target asks about, in its own terms.
    pub(super) value: Summary,
    /// What the median of it is compared with.
    pub(super) bound: f64,
    /// Distance of the median from the bound; below 0 where it misses it upwards or downwards.
    pub(super) gap: f64,
    pub(super) probability: Probability,
    pub(super) stretch_probability: Option<Probability>,
    pub(super) reference: Option<Summary>,
    /// Lowest and highest value that a target to hold allows.
    pub(super) band: Option<[f64; 2]>,
}

/// Whether the target's bound is a floor of zero: a person enters how it stands.
pub(super) fn has_zero_floor(target: &Target) -> bool {
    let is_own_bound =
        matches!(target.kind, TargetKind::Value | TargetKind::Growth | TargetKind::Increase);
    is_own_bound && target.floor == 0.0
}

/// What the target asks about, one value a draw: the indicator, its growth or its increase.
pub(super) fn asked<'e>(target: &Target, evidence: Evidence<'e>) -> Option<Cow<'e, [f64]>> {
    let by_points = target.unit.flavour() == Flavour::Difference;
    let relative = |now, before| if before > 0.0 { now / before - 1.0 } else { f64::NAN };
    let change = |now, before| now - before;
    let now = evidence.now;
    Some(match target.kind {
        TargetKind::Growth if by_points => pairs(now, evidence.before?, change).into(),
        TargetKind::Growth => pairs(now, evidence.before?, relative).into(),
        TargetKind::Increase => pairs(now, evidence.before?, change).into(),
        _ => now.into(),
    })
}

fn pairs(left: &[f64], right: &[f64], of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| of(*left, *right)).collect()
}

/// Judges a target by one run.
pub(super) fn stand(
    target: &Target,
    evidence: Evidence<'_>,
    criteria: Criteria,
) -> Result<Standing, NotJudged> {
    let asked = asked(target, evidence).ok_or(NotJudged::NotComputable(None))?;
    let value = summary(&asked)?;
    match target.kind {
        TargetKind::Relative => relative(target, evidence, value),
        TargetKind::Hold => hold(target, evidence, value, criteria),
        _ => Ok(Standing {
            value,
            bound: target.floor,
            gap: value.p50 - target.floor,
            probability: reaches(&asked, target.comparison, target.floor)?,
            stretch_probability: (target.stretch)
                .map(|stretch| reaches(&asked, target.comparison, stretch))
                .transpose()?,
            reference: None,
            band: None,
        }),
    }
}

/// Against another variable of the same draw plus the floor.
fn relative(
    target: &Target,
    evidence: Evidence<'_>,
    value: Summary,
) -> Result<Standing, NotJudged> {
    let reference = evidence.reference.ok_or(NotJudged::NotComputable(None))?;
    let margin = tested(target, evidence).ok_or(NotJudged::NotComputable(None))?;
    let reference = summary(reference)?;
    let bound = reference.p50 + target.floor;
    Ok(Standing {
        value,
        bound,
        gap: value.p50 - bound,
        probability: reaches(&margin, target.comparison, target.floor)?,
        stretch_probability: (target.stretch)
            .map(|stretch| reaches(&margin, target.comparison, stretch))
            .transpose()?,
        reference: Some(reference),
        band: None,
    })
}

/// What is set against the floor, one value a draw: what the target asks about, its distance
/// from the reference, or how far it moved from the base year.
pub(super) fn tested(target: &Target, evidence: Evidence<'_>) -> Option<Vec<f64>> {
    match target.kind {
        TargetKind::Relative => {
            Some(pairs(evidence.now, evidence.reference?, |now, other| now - other))
        }
        TargetKind::Hold if is_absolute(target) => {
            Some(pairs(evidence.now, evidence.base?, |now, base| (now - base).abs()))
        }
        TargetKind::Hold => {
            Some(pairs(evidence.now, evidence.base?, |now, base| (now / base - 1.0).abs()))
        }
        _ => Some(asked(target, evidence)?.into_owned()),
    }
}

/// Whether a tolerance is an amount of the indicator, and not a share of its base-year value.
fn is_absolute(tolerance: &Target) -> bool {
    let unit = &tolerance.unit;
    unit.flavour() == Flavour::Difference || !unit.dimension().is_pure()
}

/// 保持稳定: within a tolerance of the base-year value of the same draw.
fn hold(
    target: &Target,
    evidence: Evidence<'_>,
    value: Summary,
    criteria: Criteria,
) -> Result<Standing, NotJudged> {
    let base = evidence.base.ok_or(NotJudged::NotComputable(None))?;
    let middle = summary(base)?.p50;
    // A tolerance that the plan does not name is a share, whatever its unit.
    let named = (target.floor > 0.0).then_some(target.floor);
    let share = Target { unit: Unit::pure(), ..target.clone() };
    let target = if named.is_some() { target } else { &share };
    let tolerance = named.unwrap_or(criteria.hold_tolerance);
    let band = if is_absolute(target) { tolerance } else { tolerance * middle.abs() };
    let moved = tested(target, evidence).ok_or(NotJudged::NotComputable(None))?;
    let above = value.p50 >= middle;
    let bound = if above { middle + band } else { middle - band };
    Ok(Standing {
        value,
        bound,
        gap: if above { bound - value.p50 } else { value.p50 - bound },
        probability: reaches(&moved, Comparison::AtMost, tolerance)?,
        stretch_probability: None,
        reference: None,
        band: Some([middle - band, middle + band]),
    })
}

fn summary(values: &[f64]) -> Result<Summary, NotJudged> {
    sampling::summarise(values).map_err(not_computable)
}

/// Reaching an equal is reaching at least: plans write 达到 for both.
fn reaches(values: &[f64], comparison: Comparison, bound: f64) -> Result<Probability, NotJudged> {
    let share = match comparison {
        Comparison::AtLeast | Comparison::Equal => sampling::probability_at_least,
        Comparison::MoreThan => sampling::probability_above,
        Comparison::AtMost => sampling::probability_at_most,
    };
    share(values, bound).map_err(not_computable)
}

pub(super) fn not_computable(_: SampleError) -> NotJudged {
    NotJudged::NotComputable(None)
}

/// Which way is better: the target's word goes before the model's.
pub(super) fn better(target: &Target, direction: Direction) -> Direction {
    let less = direction == Direction::Less
        || target.comparison == Comparison::AtMost
        || target.kind == TargetKind::Hold;
    if less { Direction::Less } else { Direction::More }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Text;
    use crate::unit::UnitTable;

    fn target(kind: TargetKind, comparison: Comparison, floor: f64, unit: &str) -> Target {
        let unit = UnitTable::built_in().parse(unit).unwrap_or(Unit::pure());
        Target {
            id: "T".into(),
            indicator: "x".into(),
            variable: Some(0.into()),
            name: Text::new("甲", "A"),
            year: 2020,
            kind,
            comparison,
            floor,
            stretch: None,
            unit,
            relative_to: None,
            section: String::new(),
            commitment: String::new(),
            lead: String::new(),
            responsible: Vec::new(),
            readings: Vec::new(),
            repeated: Vec::new(),
            note: None,
        }
    }

    fn judged(target: &Target, evidence: Evidence<'_>) -> Standing {
        stand(target, evidence, Criteria::default()).unwrap()
    }

    fn now(values: &[f64]) -> Evidence<'_> {
        Evidence { now: values, before: None, base: None, reference: None }
    }

    #[track_caller]
    fn check(comparison: Comparison, values: &[f64], expected: f64) {
        let target = target(TargetKind::Value, comparison, 40.0, "1");
        assert_eq!(judged(&target, now(values)).probability.value, expected);
    }

    #[test]
    fn the_chance_is_the_share_of_draws_at_the_floor_or_beyond() {
        check(Comparison::AtLeast, &[39.9, 40.0, 40.1, 36.0], 0.5);
        check(Comparison::Equal, &[39.9, 40.0, 40.1, 36.0], 0.5);
        check(Comparison::AtMost, &[39.9, 40.0, 40.1, 36.0], 0.75);
    }

    #[test]
    fn breaking_through_is_more_than_reaching() {
        check(Comparison::MoreThan, &[39.9, 40.0, 40.1, 36.0], 0.25);
    }

    #[test]
    fn growth_is_over_the_year_before_of_the_same_draw() {
        let target = target(TargetKind::Growth, Comparison::AtLeast, 0.15, "%");
        let evidence = Evidence { before: Some(&[100.0, 200.0]), ..now(&[120.0, 220.0]) };
        let standing = judged(&target, evidence);
        assert!((standing.value.p50 - 0.15).abs() < 1e-12);
        assert_eq!(standing.probability.value, 0.5);
    }

    #[test]
    fn growth_of_a_share_is_in_points() {
        let target = target(TargetKind::Growth, Comparison::AtLeast, 0.01, "百分点");
        let evidence = Evidence { before: Some(&[0.02]), ..now(&[0.035]) };
        assert!((judged(&target, evidence).value.p50 - 0.015).abs() < 1e-12);
    }

    #[test]
    fn growth_from_nothing_has_no_verdict() {
        let target = target(TargetKind::Growth, Comparison::AtLeast, 0.15, "%");
        let evidence = Evidence { before: Some(&[0.0]), ..now(&[120.0]) };
        let standing = stand(&target, evidence, Criteria::default());
        assert_eq!(standing.err(), Some(NotJudged::NotComputable(None)));
    }

    #[test]
    fn increase_is_the_change_over_a_year() {
        let target = target(TargetKind::Increase, Comparison::AtLeast, 30.0, "1");
        let evidence = Evidence { before: Some(&[209.0]), ..now(&[238.0]) };
        let standing = judged(&target, evidence);
        assert_eq!((standing.value.p50, standing.gap), (29.0, -1.0));
    }

    #[test]
    fn a_relative_target_is_joint_with_its_reference() {
        let target = target(TargetKind::Relative, Comparison::AtLeast, 0.0, "1");
        // Apart, half of the draws lie above the other's median; together, all do.
        let evidence = Evidence { reference: Some(&[1.0, 5.0]), ..now(&[2.0, 6.0]) };
        let standing = judged(&target, evidence);
        assert_eq!(standing.probability.value, 1.0);
        assert_eq!((standing.bound, standing.gap), (3.0, 1.0));
    }

    #[test]
    fn holding_allows_two_percent_where_the_plan_names_no_tolerance() {
        let target = target(TargetKind::Hold, Comparison::Equal, 0.0, "%");
        let evidence = Evidence { base: Some(&[100.0; 4]), ..now(&[97.0, 99.0, 101.5, 103.0]) };
        let standing = judged(&target, evidence);
        assert_eq!(standing.probability.value, 0.5);
        for outside in [[95.0], [120.0]] {
            let evidence = Evidence { base: Some(&[100.0]), ..now(&outside) };
            assert_eq!(judged(&target, evidence).probability.value, 0.0);
        }
    }

    #[test]
    fn a_tolerance_can_be_an_amount() {
        let target = target(TargetKind::Hold, Comparison::Equal, 3e8, "亿元");
        let evidence = Evidence { base: Some(&[100e8; 4]), ..now(&[96e8, 99e8, 102e8, 104e8]) };
        let standing = judged(&target, evidence);
        assert_eq!((standing.probability.value, standing.bound), (0.5, 103e8));
    }

    #[test]
    fn a_tolerance_of_nothing_is_two_percent_whatever_its_unit() {
        let target = target(TargetKind::Hold, Comparison::Equal, 0.0, "亿元");
        let evidence = Evidence { base: Some(&[100e8]), ..now(&[101e8]) };
        assert_eq!(judged(&target, evidence).bound, 102e8);
    }

    #[test]
    fn only_a_bound_of_its_own_can_be_a_zero_floor() {
        let zero = |kind| has_zero_floor(&target(kind, Comparison::MoreThan, 0.0, "%"));
        assert!(zero(TargetKind::Value) && zero(TargetKind::Growth) && zero(TargetKind::Increase));
        assert!(!zero(TargetKind::Relative) && !zero(TargetKind::Hold));
        let one = target(TargetKind::Growth, Comparison::MoreThan, 0.01, "%");
        assert!(!has_zero_floor(&one));
    }
}
