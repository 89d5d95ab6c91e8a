//! 研判: what a run says about a target.

use crate::analysis::{Judgement, Light, NotJudged};
use crate::model::Direction;
use crate::region::{Comparison, Target, TargetKind};
use crate::sampling::{self, SampleError, Summary};

/// Short by at most this share of the floor is near.
const NEAR: f64 = 0.1;

/// What an assessment reads of a target's indicator, one value a draw.
pub(super) struct Evidence<'e> {
    /// In the target's year, under the scenario.
    pub(super) scenario: &'e [f64],
    /// In the target's year, 现状延续.
    pub(super) outlook: &'e [f64],
    /// Median of the year before, if there is one.
    pub(super) last: Option<f64>,
    /// Median of the real part in the target's year, if the model tells.
    pub(super) real: Option<f64>,
    /// Which way is better.
    pub(super) direction: Direction,
    /// Ids of assumed figures behind the value.
    pub(super) assumed: Vec<String>,
}

/// Whether targets of this kind can be computed from the indicator alone.
pub(super) fn is_computed(kind: TargetKind) -> bool {
    kind == TargetKind::Value
}

/// Judges a target that asks for a value.
pub(super) fn judge(target: &Target, evidence: Evidence<'_>) -> Result<Judgement, NotJudged> {
    let value = summary(evidence.scenario)?;
    let outlook = summary(evidence.outlook)?;
    let reaches = |values: &[f64], bound: f64| {
        sampling::probability(values, |value| holds(target.comparison, value, bound))
            .map_err(not_computable)
    };
    let light = |median: f64| light(target, evidence.direction, median);
    Ok(Judgement {
        last: evidence.last,
        value,
        outlook,
        gap: value.p50 - target.floor,
        probability: reaches(evidence.scenario, target.floor)?,
        outlook_probability: reaches(evidence.outlook, target.floor)?,
        stretch_probability: target
            .stretch
            .map(|stretch| reaches(evidence.scenario, stretch))
            .transpose()?,
        light: light(value.p50),
        outlook_light: light(outlook.p50),
        real: evidence.real,
        assumed: evidence.assumed,
    })
}

fn summary(values: &[f64]) -> Result<Summary, NotJudged> {
    sampling::summarise(&mut values.to_vec()).map_err(not_computable)
}

fn not_computable(_: SampleError) -> NotJudged {
    NotJudged::NotComputable
}

/// Reaching an equal is reaching at least: plans write 达到 for both.
fn holds(comparison: Comparison, value: f64, bound: f64) -> bool {
    match comparison {
        Comparison::AtLeast | Comparison::Equal => value >= bound,
        Comparison::MoreThan => value > bound,
        Comparison::AtMost => value <= bound,
    }
}

fn light(target: &Target, direction: Direction, median: f64) -> Light {
    let better = if direction == Direction::Less || target.comparison == Comparison::AtMost {
        target.floor - median
    } else {
        median - target.floor
    };
    let met = if target.comparison == Comparison::MoreThan { better > 0.0 } else { better >= 0.0 };
    if met {
        Light::Met
    } else if -better <= NEAR * target.floor.abs() {
        Light::Near
    } else {
        Light::Far
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Text;
    use crate::unit::Unit;

    fn target(comparison: Comparison) -> Target {
        Target {
            id: "T".into(),
            indicator: "x".into(),
            variable: Some(0),
            name: Text::new("甲", "A"),
            year: 2020,
            kind: TargetKind::Value,
            comparison,
            floor: 40.0,
            stretch: None,
            unit: Unit::pure(),
            relative_to: None,
            section: String::new(),
            commitment: String::new(),
            lead: String::new(),
            responsible: Vec::new(),
            note: None,
        }
    }

    #[track_caller]
    fn check(comparison: Comparison, direction: Direction, median: f64, expected: Light) {
        assert_eq!(light(&target(comparison), direction, median), expected);
    }

    #[test]
    fn lights_change_at_the_floor_and_at_ten_percent_below() {
        check(Comparison::AtLeast, Direction::More, 40.0, Light::Met);
        check(Comparison::AtLeast, Direction::More, 39.9, Light::Near);
        check(Comparison::AtLeast, Direction::More, 36.0, Light::Near);
        check(Comparison::AtLeast, Direction::More, 35.9, Light::Far);
    }

    #[test]
    fn breaking_through_is_more_than_reaching() {
        check(Comparison::MoreThan, Direction::More, 40.0, Light::Near);
        check(Comparison::MoreThan, Direction::More, 40.1, Light::Met);
    }

    #[test]
    fn less_can_be_better() {
        check(Comparison::AtMost, Direction::Less, 39.0, Light::Met);
        check(Comparison::AtMost, Direction::Less, 43.0, Light::Near);
    }
}
