//! Statistics of an ensemble whose draws do not count equally: a calibration
//! gives more weight to draws that fit the past.

use crate::sampling::{Probability, SampleError};

/// Draws with their weights, in ascending order.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighted {
    /// Value and weight.
    ordered: Vec<(f64, f64)>,
    total: f64,
}

impl Weighted {
    /// Pairs each of `values` with its weight, which is not negative.
    ///
    /// # Errors
    ///
    /// If there are no draws, the lengths differ, a value or weight is not finite, a
    /// weight is negative, or all are 0.
    pub fn new(values: &[f64], weights: &[f64]) -> Result<Self, SampleError> {
        if values.is_empty() || values.len() != weights.len() {
            return Err(SampleError::Empty);
        }
        let bad = |(value, weight): (&f64, &f64)| {
            !value.is_finite() || !weight.is_finite() || *weight < 0.0
        };
        if let Some(lane) = values.iter().zip(weights).position(bad) {
            return Err(SampleError::NotFinite { lane });
        }
        let total: f64 = weights.iter().sum();
        if total == 0.0 {
            return Err(SampleError::Empty);
        }
        let mut ordered: Vec<(f64, f64)> =
            values.iter().copied().zip(weights.iter().copied()).collect();
        ordered.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(Self { ordered, total })
    }

    /// The weighted mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.ordered.iter().map(|(value, weight)| value * weight).sum::<f64>() / self.total
    }

    /// The value at a probability from 0 to 1.
    ///
    /// The draws stand at the cumulated weight before them plus half the distance to the
    /// ends, stretched so that the first is at 0 and the last at 1; between them the line
    /// is straight. Equal weights give type 7.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> f64 {
        let drawn: Vec<(f64, f64)> =
            self.ordered.iter().copied().filter(|(_, weight)| *weight > 0.0).collect();
        let (first, last) = (drawn[0], drawn[drawn.len() - 1]);
        let span = self.total - 0.5 * (first.1 + last.1);
        let goal = probability * span;
        let mut position = 0.0;
        for pair in drawn.windows(2) {
            let [(lower, left), (upper, right)] = [pair[0], pair[1]];
            let step = 0.5 * (left + right);
            if goal <= position + step {
                return lower + ((goal - position) / step).clamp(0.0, 1.0) * (upper - lower);
            }
            position += step;
        }
        last.0
    }

    /// The weight of the draws that satisfy `predicate`, of all weight.
    #[must_use]
    pub fn probability(&self, predicate: impl Fn(f64) -> bool) -> Probability {
        let met: f64 =
            self.ordered.iter().filter(|(value, _)| predicate(*value)).map(|(_, w)| w).sum();
        let value = (met / self.total).min(1.0);
        let variance = value * (1.0 - value) / self.effective_draws();
        Probability { value, standard_error: variance.sqrt() }
    }

    /// How many draws of equal weight would tell as much: (Σw)² / Σw² (Kish, 1965).
    #[must_use]
    pub fn effective_draws(&self) -> f64 {
        let squares: f64 = self.ordered.iter().map(|(_, weight)| weight * weight).sum();
        self.total * self.total / squares
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_give_what_no_weights_give() {
        let values = [3.0, 1.0, 4.0, 1.5, 9.0, 2.6];
        let weighted = Weighted::new(&values, &[0.5; 6]).unwrap();
        let summary = crate::sampling::summarise(&values).unwrap();
        for (probability, expected) in
            [(0.05, summary.p5), (0.25, summary.p25), (0.5, summary.p50), (0.95, summary.p95)]
        {
            assert!((weighted.quantile(probability) - expected).abs() < 1e-14, "{probability}");
        }
        assert!((weighted.mean() - summary.mean).abs() < 1e-14);
        assert!((weighted.effective_draws() - 6.0).abs() < 1e-12);
    }

    #[test]
    fn a_draw_without_weight_does_not_count() {
        let weighted = Weighted::new(&[1.0, 1e6, 3.0], &[1.0, 0.0, 1.0]).unwrap();
        assert_eq!(
            [weighted.quantile(0.0), weighted.quantile(0.5), weighted.quantile(1.0)],
            [1.0, 2.0, 3.0]
        );
        assert_eq!(weighted.mean(), 2.0);
    }

    #[test]
    fn a_heavy_draw_makes_a_share_less_sure() {
        let even = Weighted::new(&[1.0, 2.0, 3.0, 4.0], &[1.0; 4]).unwrap();
        let uneven = Weighted::new(&[1.0, 2.0, 3.0, 4.0], &[0.1, 0.1, 0.1, 0.3]).unwrap();
        let [even, uneven] = [even, uneven].map(|sample| sample.probability(|value| value > 3.0));
        assert_eq!([even.value, even.standard_error], [0.25, 0.1875_f64.sqrt() / 2.0]);
        assert!((uneven.value - 0.5).abs() < 1e-15 && uneven.standard_error > 0.25);
    }

    #[test]
    fn what_cannot_be_weighed_is_an_error() {
        assert_eq!(Weighted::new(&[], &[]), Err(SampleError::Empty));
        assert_eq!(Weighted::new(&[1.0], &[0.0]), Err(SampleError::Empty));
        assert_eq!(
            Weighted::new(&[1.0, 2.0], &[1.0, -1.0]),
            Err(SampleError::NotFinite { lane: 1 })
        );
    }
}
