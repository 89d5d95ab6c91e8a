//! How forecasts turned out, and how many independent ones they are worth.

use std::collections::BTreeMap;

use tuiyan::math::{exp, ln};

use super::cases::{AHEAD, Case, blocks};
use crate::backtest::panel::mean;

/// Cases of one block, horizon and period.
pub(crate) struct Score {
    pub(crate) block: &'static str,
    pub(crate) ahead: i32,
    pub(crate) early: bool,
    pub(crate) cases: usize,
    /// Independent cases that they are worth: places and years have much in common.
    pub(crate) effective: usize,
    /// Share between P10 and P90.
    pub(crate) coverage: f64,
    /// Where a true interval's coverage lies in 98 of 100 samples of that worth.
    pub(crate) bounds: [f64; 2],
    /// Mean absolute log distance of the median.
    pub(crate) error: f64,
    /// The same of the simple rules.
    pub(crate) rules: [f64; 4],
    /// Mean log of what happened over the median.
    pub(crate) bias: f64,
}

impl Score {
    pub(crate) fn covers(&self) -> bool {
        (self.bounds[0]..=self.bounds[1]).contains(&self.coverage)
    }

    /// Within 5 % of the best rule, and better than the first two.
    pub(crate) fn forecasts(&self) -> bool {
        let best = self.rules.iter().copied().fold(f64::INFINITY, f64::min);
        self.error <= 1.05 * best && self.rules[..2].iter().all(|rule| self.error < *rule)
    }
}

/// By block in the order of the cases, horizon, and period.
pub(crate) fn scores(cases: &[Case]) -> Vec<Score> {
    let mut scores = Vec::new();
    for block in blocks(cases) {
        for early in [true, false] {
            for ahead in 1..=AHEAD {
                let of = |case: &&Case| {
                    case.block == block && case.ahead == ahead && case.early == early
                };
                let cases: Vec<&Case> = cases.iter().filter(of).collect();
                if !cases.is_empty() {
                    scores.push(score(&cases));
                }
            }
        }
    }
    scores
}

/// Of cases of one block, horizon and period.
fn score(cases: &[&Case]) -> Score {
    let Case { block, ahead, early, .. } = *cases[0];
    let inside: Vec<f64> = cases
        .iter()
        .map(|case| {
            f64::from(u8::from((case.summary.p10..=case.summary.p90).contains(&case.actual)))
        })
        .collect();
    let away = |forecast: fn(&Case) -> f64| {
        mean(&cases.iter().map(|case| ln(case.actual / forecast(case)).abs()).collect::<Vec<_>>())
    };
    let effective = effective(cases, &inside);
    Score {
        block,
        ahead,
        early,
        cases: cases.len(),
        effective,
        coverage: mean(&inside),
        bounds: central_98(effective, 0.8),
        error: away(|case| case.summary.p50),
        rules: [
            away(|case| case.rules[0]),
            away(|case| case.rules[1]),
            away(|case| case.rules[2]),
            away(|case| case.rules[3]),
        ],
        bias: mean(
            &cases.iter().map(|case| ln(case.actual / case.summary.p50)).collect::<Vec<_>>(),
        ),
    }
}

/// The number of independent cases with the variance that the mean has when cases of one
/// place, and those of one year, stand together (two-way clusters).
fn effective(cases: &[&Case], inside: &[f64]) -> usize {
    let (count, middle) = (inside.len() as f64, mean(inside));
    let of = |key: &dyn Fn(&Case) -> String| {
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        for (case, inside) in cases.iter().zip(inside) {
            *sums.entry(key(case)).or_default() += inside - middle;
        }
        sums.values().map(|sum| sum * sum).sum::<f64>()
    };
    let single = inside.iter().map(|inside| (inside - middle) * (inside - middle)).sum::<f64>();
    let clustered = of(&|case| case.place.clone())
        + of(&|case| (case.origin + case.ahead).to_string())
        - single;
    if clustered <= single {
        return inside.len();
    }
    let years: std::collections::BTreeSet<i32> =
        cases.iter().map(|case| case.origin + case.ahead).collect();
    f64::max((count * single / clustered).round(), years.len() as f64) as usize
}

/// Shares between which 98 of 100 binomial samples lie.
fn central_98(count: usize, share: f64) -> [f64; 2] {
    let all = count as f64;
    let mut log = all * ln(1.0 - share);
    let (mut below, mut low, mut high) = (0.0, None, count);
    for successes in 0..=count {
        below += exp(log);
        if low.is_none() && below > 0.01 {
            low = Some(successes);
        }
        if below >= 0.99 {
            high = successes;
            break;
        }
        let left = all - successes as f64;
        log += ln(left / (successes as f64 + 1.0) * share / (1.0 - share));
    }
    [low.unwrap_or(0) as f64 / all, high as f64 / all]
}

#[test]
fn bounds_are_those_of_a_binomial() {
    // SciPy: binom.ppf([0.01, 0.99], 100, 0.8) = 70, 89; of 10: 5, 10.
    assert_eq!(central_98(100, 0.8), [0.70, 0.89]);
    assert_eq!(central_98(10, 0.8), [0.5, 1.0]);
}
