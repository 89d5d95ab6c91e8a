//! Counts that come from attempts: the binomial quantile.

use crate::math::{exp, ln};

/// Most attempts that [`successes`] counts.
const MOST_ATTEMPTS: f64 = 1_000.0;

/// How many of ⌊`attempts`⌋ attempts succeed at the uniform number `uniform`: the
/// smallest k whose cumulative probability is not below it.
///
/// NaN where `attempts` is negative or above 1,000, where `probability` is outside
/// 0 to 1, or where an argument is NaN.
#[must_use]
pub fn successes(attempts: f64, probability: f64, uniform: f64) -> f64 {
    let valid = (0.0..=MOST_ATTEMPTS).contains(&attempts) && (0.0..=1.0).contains(&probability);
    if !valid || uniform.is_nan() {
        return f64::NAN;
    }
    let attempts = attempts.floor();
    if probability == 0.0 || probability == 1.0 {
        return attempts * probability;
    }
    let odds = ln(probability / (1.0 - probability));
    let mut log_mass = attempts * ln(1.0 - probability);
    let mut cumulative = exp(log_mass);
    let mut count = 0.0;
    while cumulative < uniform && count < attempts {
        // mass(k + 1) / mass(k) = (n − k) / (k + 1) · p / (1 − p)
        log_mass += ln((attempts - count) / (count + 1.0)) + odds;
        cumulative += exp(log_mass);
        count += 1.0;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_draws_succeed_in_half_of_two_attempts() {
        // Cumulative probabilities 0.25, 0.75, 1.
        assert_eq!(successes(2.0, 0.5, 0.2), 0.0);
        assert_eq!(successes(2.0, 0.5, 0.5), 1.0);
        assert_eq!(successes(2.0, 0.5, 0.8), 2.0);
    }

    #[test]
    fn sure_and_impossible_attempts_need_no_luck() {
        assert_eq!(successes(7.9, 1.0, 0.3), 7.0);
        assert_eq!(successes(7.0, 0.0, 0.99), 0.0);
    }

    #[test]
    fn what_cannot_be_is_no_number() {
        assert!(successes(-1.0, 0.5, 0.5).is_nan());
        assert!(successes(10.0, 1.5, 0.5).is_nan());
        assert!(successes(1_001.0, 0.5, 0.5).is_nan());
    }
}
