//! Two scenarios on the same draws: the difference is the policy, not luck.

use crate::sampling::{SampleError, Summary, summarise};

/// What one scenario adds to another, draw by draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Of the differences.
    pub summary: Summary,
    /// Of their mean, √(variance / n). Stratified draws have less, so this is cautious.
    pub standard_error: f64,
}

/// Compares two ensembles of the same draws, `after` less `before`.
///
/// # Errors
///
/// If there are no draws, the lengths differ, or a difference is not finite.
pub fn difference(after: &[f64], before: &[f64]) -> Result<Difference, SampleError> {
    if after.len() != before.len() {
        return Err(SampleError::Empty);
    }
    let differences: Vec<f64> =
        after.iter().zip(before).map(|(after, before)| after - before).collect();
    let summary = summarise(&differences)?;
    let count = differences.len() as f64;
    let squares: f64 =
        differences.iter().map(|each| (each - summary.mean) * (each - summary.mean)).sum();
    let standard_error = (squares / (count - 1.0).max(1.0) / count).sqrt();
    Ok(Difference { summary, standard_error })
}

/// The change of a probability between two ensembles of the same draws, in shares, with
/// its standard error: only draws that change sides count.
///
/// # Errors
///
/// If there are no draws, the lengths differ, or a value is not finite.
pub fn probability_difference(
    after: &[f64],
    before: &[f64],
    predicate: impl Fn(f64) -> bool,
) -> Result<crate::sampling::Probability, SampleError> {
    let side = |values: &[f64]| -> Vec<f64> {
        let share = |value: &f64| match (value.is_finite(), predicate(*value)) {
            (false, _) => f64::NAN,
            (true, true) => 1.0,
            (true, false) => 0.0,
        };
        values.iter().map(share).collect()
    };
    let found = difference(&side(after), &side(before))?;
    Ok(crate::sampling::Probability {
        value: found.summary.mean,
        standard_error: found.standard_error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_that_both_share_cancels() {
        let before: Vec<f64> = (0..1_000).map(f64::from).collect();
        let after: Vec<f64> = before.iter().map(|value| value + 5.0).collect();
        let found = difference(&after, &before).unwrap();
        assert_eq!([found.summary.p5, found.summary.mean, found.summary.p95], [5.0; 3]);
        assert_eq!(found.standard_error, 0.0);
    }

    #[test]
    fn only_draws_that_change_sides_count() {
        let before = [0.0, 1.0, 2.0, 3.0];
        let after = [0.0, 2.0, 2.0, 3.0];
        let found = probability_difference(&after, &before, |value| value >= 2.0).unwrap();
        assert_eq!(found.value, 0.25);
        // One of four differs: variance 3/16 · 4/3 = 1/4, over 4 draws.
        assert_eq!(found.standard_error, 0.25);
    }

    #[test]
    fn bad_draws_are_named() {
        let bad = SampleError::NotFinite { lane: 1 };
        assert_eq!(difference(&[1.0, f64::NAN], &[0.0, 0.0]), Err(bad));
        assert_eq!(probability_difference(&[1.0, 0.0], &[0.0, f64::NAN], |_| true), Err(bad));
        assert_eq!(difference(&[1.0], &[]), Err(SampleError::Empty));
    }
}
