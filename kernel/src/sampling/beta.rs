//! The quantile function of the beta distribution, from which PERT and
//! Student's t follow.
//!
//! The regularised incomplete beta function is inverted by Newton's method on
//! logarithms, where it is nearly a straight line far down the tail.

use crate::math::{exp, ln};
use crate::sampling::gamma::ln_gamma;

/// The beta distribution with two positive shape parameters.
///
/// Making one costs about as much as two quantiles: keep it for a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    lower: Side,
    upper: Side,
    /// Probability of a value below ½.
    below_half: f64,
}

impl Beta {
    /// The distribution with density proportional to `xᵃ⁻¹ (1 − x)ᵇ⁻¹`, for `a`
    /// and `b` up to some hundreds.
    #[must_use]
    pub fn new(a: f64, b: f64) -> Self {
        let ln_beta = ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
        let lower = Side { a, b, ln_constant: -ln(a) - ln_beta };
        let upper = Side { a: b, b: a, ln_constant: -ln(b) - ln_beta };
        Self {
            lower,
            upper,
            below_half: exp(lower.ln_probability(ln(0.5), 0.5, lower.series(0.5))),
        }
    }

    /// The value with probability `u` below it, for `u` from 0 to 1; relative
    /// error below 10⁻¹².
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        self.quantile_pair(u, 1.0 - u).0
    }

    /// The value `x` with probability `below` below it and `above` above it,
    /// and `1 − x`, which keeps its own precision when `x` is near 1.
    pub(super) fn quantile_pair(&self, below: f64, above: f64) -> (f64, f64) {
        if below <= self.below_half {
            let x = self.lower.quantile(below);
            (x, 1.0 - x)
        } else {
            let rest = self.upper.quantile(above);
            (1.0 - rest, rest)
        }
    }
}

/// The distribution seen from one end: probabilities of `x` or less, meant for
/// `x` up to about ½, where the series below is short.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Side {
    a: f64,
    b: f64,
    /// −ln(a B(a, b)).
    ln_constant: f64,
}

impl Side {
    /// The logarithm of the probability is nearly linear in ln `x`, so the
    /// start is close far down the tail. It is below the root for b ≥ 1 and
    /// above it for b ≤ 1, the function being concave and convex: the steps
    /// approach from one side and cannot overshoot.
    fn quantile(&self, probability: f64) -> f64 {
        if probability == 0.0 {
            return 0.0;
        }
        let goal = ln(probability);
        let mut ln_x = ((goal - self.ln_constant) / self.a).min(ln(0.5));
        for _ in 0..MOST_STEPS {
            let step = self.newton_step(ln_x, goal);
            ln_x -= step;
            if step.abs() < LAST_STEP {
                break;
            }
        }
        exp(ln_x)
    }

    fn newton_step(&self, ln_x: f64, goal: f64) -> f64 {
        let x = exp(ln_x);
        let series = self.series(x);
        let slope = self.a / ((1.0 - x) * series);
        (self.ln_probability(ln_x, x, series) - goal) / slope
    }

    /// ln Iₓ(a, b) = ln(xᵃ (1 − x)ᵇ / (a B(a, b)) × series).
    fn ln_probability(&self, ln_x: f64, x: f64, series: f64) -> f64 {
        self.a * ln_x + self.b * ln(1.0 - x) + self.ln_constant + ln(series)
    }

    /// ₂F₁(1, a + b; a + 1; x), DLMF 8.17.8. All terms are positive, so nothing
    /// cancels.
    fn series(&self, x: f64) -> f64 {
        let mut sum = 1.0;
        let mut term = 1.0;
        let mut n = 0.0;
        while term > sum * (f64::EPSILON / 4.0) {
            term *= x * (self.a + self.b + n) / (self.a + 1.0 + n);
            sum += term;
            n += 1.0;
        }
        sum
    }
}

/// Convergence is quadratic: after a step this small the next would be below
/// rounding.
const LAST_STEP: f64 = 1e-8;
/// A stop for NaN; a few steps are enough otherwise.
const MOST_STEPS: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shapes_are_symmetric() {
        let beta = Beta::new(2.5, 2.5);
        for u in [0.01, 0.2, 0.45] {
            assert!((beta.quantile(u) + beta.quantile(1.0 - u) - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn one_and_one_is_uniform() {
        let beta = Beta::new(1.0, 1.0);
        for u in [1e-9, 0.25, 0.5, 0.75, 0.999] {
            assert!((beta.quantile(u) / u - 1.0).abs() < 1e-13, "{u}: {}", beta.quantile(u));
        }
    }

    #[test]
    fn ends_and_outside() {
        let beta = Beta::new(2.0, 5.0);
        assert_eq!([beta.quantile(0.0), beta.quantile(1.0)], [0.0, 1.0]);
        assert!(beta.quantile(-0.1).is_nan() && beta.quantile(f64::NAN).is_nan());
    }

    #[test]
    fn a_few_steps_are_enough() {
        for (a, b) in [(1.0, 5.0), (5.0, 1.0), (3.0, 3.0), (2.5, 0.5), (0.5, 2.5), (15.0, 0.5)] {
            let side = Beta::new(a, b).lower;
            let goal = side.ln_probability(ln(0.5), 0.5, side.series(0.5));
            let mut ln_x = ((goal - side.ln_constant) / a).min(ln(0.5));
            let steps = (0..MOST_STEPS).take_while(|_| {
                let step = side.newton_step(ln_x, goal);
                ln_x -= step;
                step.abs() >= LAST_STEP
            });
            assert!(steps.count() < 8, "Beta({a}, {b})");
        }
    }
}
