//! Rounding to a step, and extremes that do not hide a NaN.

/// The multiple of `step` nearest to `x`; halfway goes up, towards +∞.
///
/// A quotient within 4 units in the last place of halfway counts as halfway:
/// 0.15 is stored a little below 3/20, and still rounds to 0.2 at step 0.1.
#[must_use]
#[inline]
pub fn round_half_up_to(x: f64, step: f64) -> f64 {
    let quotient = x / step;
    (quotient + 0.5 + slack(quotient)).floor() * step
}

/// The greatest multiple of `step` that is not above `x`.
///
/// A quotient within 4 units in the last place below a whole number counts as
/// that number: 0.3 / 0.1 is stored a little below 3, and still gives 3 steps.
#[must_use]
#[inline]
pub fn floor_to(x: f64, step: f64) -> f64 {
    let quotient = x / step;
    (quotient + slack(quotient)).floor() * step
}

/// The rounding error a quotient of two decimal figures can carry.
#[inline]
fn slack(quotient: f64) -> f64 {
    quotient.abs() * (4.0 * f64::EPSILON)
}

/// The smaller of two numbers, NaN if either is. (`f64::min` drops a NaN.)
#[must_use]
#[inline]
pub fn minimum(a: f64, b: f64) -> f64 {
    if a < b || a.is_nan() { a } else { b }
}

/// The greater of two numbers, NaN if either is. (`f64::max` drops a NaN.)
#[must_use]
#[inline]
pub fn maximum(a: f64, b: f64) -> f64 {
    if a > b || a.is_nan() { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halfway_goes_up() {
        assert_eq!(round_half_up_to(2.5, 1.0), 3.0);
        assert_eq!(round_half_up_to(-2.5, 1.0), -2.0);
        assert_eq!(round_half_up_to(2.499, 1.0), 2.0);
        assert_eq!(round_half_up_to(0.15, 0.1), 0.2);
        assert_eq!(round_half_up_to(12.0, 5.0), 10.0);
    }

    #[test]
    fn floor_counts_whole_steps() {
        assert_eq!(floor_to(0.3, 0.1), 3.0 * 0.1);
        assert_eq!(floor_to(0.299, 0.1), 0.2);
        assert_eq!(floor_to(-0.1, 1.0), -1.0);
        assert_eq!(floor_to(7.0, 7.0), 7.0);
    }

    #[test]
    fn nothing_hides_a_nan() {
        let nan = f64::NAN;
        assert!(round_half_up_to(nan, 1.0).is_nan() && floor_to(nan, 1.0).is_nan());
        assert!(minimum(nan, 1.0).is_nan() && minimum(1.0, nan).is_nan());
        assert!(maximum(nan, 1.0).is_nan() && maximum(1.0, nan).is_nan());
    }

    #[test]
    fn extremes_order_infinities() {
        assert_eq!(minimum(f64::NEG_INFINITY, 1.0), f64::NEG_INFINITY);
        assert_eq!(minimum(2.0, 1.0), 1.0);
        assert_eq!(maximum(2.0, f64::INFINITY), f64::INFINITY);
        assert_eq!(maximum(2.0, 1.0), 2.0);
    }
}
