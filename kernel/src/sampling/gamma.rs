//! The logarithm of the gamma function, for the constant of the beta
//! distribution.

use crate::math::ln;

/// Stirling's series is used from here on; smaller arguments are shifted up.
const STIRLING_FROM: f64 = 12.0;
/// ½ ln 2π.
const HALF_LN_TAU: f64 = 0.918_938_533_204_672_8;

/// ln Γ(x) for `x > 0`, absolute error below 10⁻¹³ up to `x` = 100.
///
/// Method: Stirling's series, Abramowitz and Stegun 6.1.41, after
/// Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)).
pub(super) fn ln_gamma(x: f64) -> f64 {
    let mut shifted = x;
    let mut divisor = 1.0;
    while shifted < STIRLING_FROM {
        divisor *= shifted;
        shifted += 1.0;
    }
    stirling(shifted) - ln(divisor)
}

fn stirling(x: f64) -> f64 {
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let terms =
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    let series = terms.iter().rev().fold(0.0, |sum, term| sum * square + term);
    (x - 0.5) * ln(x) - x + HALF_LN_TAU + inverse * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: f64, expected: f64) {
        assert!((ln_gamma(x) - expected).abs() < 1e-13, "ln gamma({x}) = {}", ln_gamma(x));
    }

    #[test]
    fn factorials() {
        check(1.0, 0.0);
        check(2.0, 0.0);
        check(5.0, ln(24.0));
        check(21.0, ln(2_432_902_008_176_640_000.0));
    }

    #[test]
    fn halves() {
        let ln_root_pi = ln(std::f64::consts::PI) / 2.0;
        check(0.5, ln_root_pi);
        check(2.5, ln_root_pi + ln(0.75));
    }
}
