//! 目标建议: what can be promised with which confidence, and which verb fits it.

use crate::analysis::NotJudged;
use crate::analysis::assessment::not_computable;
use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::Ensemble;
use crate::math::{floor_to, minimum};
use crate::model::Direction;
use crate::plan::{Thresholds, Verb};
use crate::region::TargetId;
use crate::sampling::{self, Probability};

/// Chances that a ladder offers: 确保, 稳妥, 进取, 冲刺.
pub const CHANCES: [f64; 4] = [0.9, 0.75, 0.5, 0.25];

/// A value with the chance of reaching it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rung {
    /// The chance that the ladder asks for.
    pub wanted: f64,
    /// A floor that is reached with at least that chance, base units: rounded to the
    /// indicator's digits on the safe side.
    pub value: f64,
    /// The chance of reaching `value`.
    pub chance: Probability,
    /// The verb for it.
    pub verb: Verb,
}

/// Values for one target, the safest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// Position in the region's targets.
    pub target: TargetId,
    /// One for each of [`CHANCES`].
    pub rungs: Vec<Rung>,
}

/// The values of what a target asks about that a run reaches with each of [`CHANCES`].
///
/// # Errors
///
/// Whatever keeps the target from being judged.
pub fn ladder(
    workbench: &Workbench,
    run: &Ensemble,
    target: TargetId,
    rule: Thresholds,
) -> Result<Ladder, NotJudged> {
    let tested = Reading::new(workbench, run).tested(target)?;
    let rungs = CHANCES.into_iter().map(|wanted| {
        let value = safe_value(&tested.values, tested.better, wanted, tested.step);
        let reached = |found: f64| match tested.better {
            Direction::Less => found <= value,
            Direction::More | Direction::Hold => found >= value,
        };
        let chance = sampling::probability(&tested.values, reached).map_err(not_computable)?;
        Ok(Rung { wanted, value, chance, verb: rule.verb(chance) })
    });
    Ok(Ladder { target, rungs: rungs.collect::<Result<_, NotJudged>>()? })
}

/// The value that at least a share `chance` of the draws reach, on the step that is shown.
fn safe_value(values: &[f64], better: Direction, chance: f64, step: f64) -> f64 {
    let sign = if better == Direction::Less { -1.0 } else { 1.0 };
    let mut ascending: Vec<f64> = values.iter().map(|value| sign * value).collect();
    ascending.sort_by(f64::total_cmp);
    let missing = (1.0 - chance) * ascending.len() as f64;
    let position = (missing + 1e-9).floor() as usize;
    let value = ascending.get(position).or(ascending.last()).copied().unwrap_or(f64::NAN);
    // A value on a step may lie a rounding error above its draw.
    sign * minimum(floor_to(value + 1e-12 * value.abs(), step), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draws() -> Vec<f64> {
        (0..100).map(f64::from).collect()
    }

    #[test]
    fn nine_of_ten_draws_reach_the_safest_value() {
        assert_eq!(safe_value(&draws(), Direction::More, 0.9, 1.0), 10.0);
        assert_eq!(safe_value(&draws(), Direction::Less, 0.9, 1.0), 89.0);
    }

    #[test]
    fn values_are_rounded_to_the_safe_side() {
        assert_eq!(safe_value(&[17.9; 3], Direction::More, 0.5, 1.0), 17.0);
        assert_eq!(safe_value(&[17.1; 3], Direction::Less, 0.5, 1.0), 18.0);
    }
}
