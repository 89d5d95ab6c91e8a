//! The spread of an ensemble in a few figures.
//!
//! An ensemble holds one value per draw. A fan chart needs its quantiles for
//! every year, a target the share of draws that meet it.

use crate::sampling::scan::{Scan, scan};
use crate::sampling::selection::quantiles;

/// Quantiles and mean of an ensemble, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// 5th percentile.
    pub p5: f64,
    /// 10th percentile.
    pub p10: f64,
    /// 25th percentile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 90th percentile.
    pub p90: f64,
    /// 95th percentile.
    pub p95: f64,
    /// Arithmetic mean.
    pub mean: f64,
}

/// A probability estimated from an ensemble.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Probability {
    /// Share of the draws, 0 to 1.
    pub value: f64,
    /// Standard deviation that `value` would have over independent ensembles,
    /// √(p (1 − p) / n). Stratified draws have less, so this is cautious.
    pub standard_error: f64,
}

/// Why an ensemble has no summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleError {
    /// There are no draws.
    Empty,
    /// A draw divided by zero or overflowed.
    NotFinite {
        /// Position of the first such draw.
        lane: usize,
    },
}

impl std::fmt::Display for SampleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("an ensemble needs at least one draw"),
            Self::NotFinite { lane } => write!(f, "draw {lane} has no finite value"),
        }
    }
}

impl std::error::Error for SampleError {}

/// Summarises `values`, one per draw.
///
/// # Errors
///
/// If there are no values, or one is not finite.
pub fn summarise(values: &[f64]) -> Result<Summary, SampleError> {
    let Scan { sum, low, high } = checked(values)?;
    let mean = sum / values.len() as f64;
    let [p5, p10, p25, p50, p75, p90, p95] =
        quantiles(values, [low, high], [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]);
    Ok(Summary { p5, p10, p25, p50, p75, p90, p95, mean })
}

/// The share of `values` that satisfy `predicate`.
///
/// # Errors
///
/// If there are no values, or one is not finite.
pub fn probability(
    values: &[f64],
    predicate: impl Fn(f64) -> bool,
) -> Result<Probability, SampleError> {
    checked(values)?;
    let count = values.len() as f64;
    let value = values.iter().filter(|value| predicate(**value)).count() as f64 / count;
    Ok(Probability { value, standard_error: (value * (1.0 - value) / count).sqrt() })
}

/// The share of `values` that are `bound` or more.
///
/// # Errors
///
/// If there are no values, or one is not finite.
pub fn probability_at_least(values: &[f64], bound: f64) -> Result<Probability, SampleError> {
    probability(values, |value| value >= bound)
}

/// The share of `values` that are `bound` or less.
///
/// # Errors
///
/// If there are no values, or one is not finite.
pub fn probability_at_most(values: &[f64], bound: f64) -> Result<Probability, SampleError> {
    probability(values, |value| value <= bound)
}

/// The share of `values` that are more than `bound`.
///
/// # Errors
///
/// If there are no values, or one is not finite.
pub fn probability_above(values: &[f64], bound: f64) -> Result<Probability, SampleError> {
    probability(values, |value| value > bound)
}

fn checked(values: &[f64]) -> Result<Scan, SampleError> {
    if values.is_empty() {
        return Err(SampleError::Empty);
    }
    let scan = scan(values);
    if scan.sum.is_finite() {
        return Ok(scan);
    }
    // Finite values can have a sum that is not.
    let lane = values.iter().position(|value| !value.is_finite());
    lane.map_or(Ok(scan), |lane| Err(SampleError::NotFinite { lane }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_do_not_depend_on_the_order() {
        let rising: Vec<f64> = (0..=100).map(f64::from).collect();
        let mixed: Vec<f64> = (0..=100).map(|i| f64::from(i * 37 % 101)).collect();
        let summary = summarise(&rising).unwrap();
        assert_eq!(summarise(&mixed), Ok(summary));
        let Summary { p5, p10, p25, p50, p75, p90, p95, mean } = summary;
        assert_eq!(
            [p5, p10, p25, p50, p75, p90, p95, mean],
            [5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 50.0]
        );
    }

    #[test]
    fn few_draws_interpolate() {
        let summary = summarise(&[20.0, 10.0]).unwrap();
        assert_eq!([summary.p25, summary.p50, summary.p75], [12.5, 15.0, 17.5]);
        let one = summarise(&[7.0]).unwrap();
        assert_eq!([one.p5, one.p95, one.mean], [7.0; 3]);
    }

    #[test]
    fn names_the_draw_without_a_value() {
        let missing = Err(SampleError::NotFinite { lane: 1 });
        assert_eq!(summarise(&[1.0, f64::NAN, f64::INFINITY]), missing);
        assert_eq!(
            probability(&[1.0, f64::NEG_INFINITY], |_| true).map(|_| ()),
            missing.map(|_| ())
        );
        assert_eq!(summarise(&[]), Err(SampleError::Empty));
    }

    #[test]
    fn probability_carries_its_error() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let found = probability(&values, |value| value >= 80.0).unwrap();
        assert_eq!(found.value, 0.2);
        assert!((found.standard_error - 0.04).abs() < 1e-15);
    }
}
