//! Exponential, logarithm and power.
//!
//! `exp` and `ln` have no branches, no tables and no calls, so that a loop over
//! lanes becomes vector instructions. Each `if` below is a choice between two
//! values that are both at hand.
#![expect(clippy::inline_always, reason = "a call inside a lane loop would keep it scalar")]
#![expect(clippy::excessive_precision, reason = "coefficients with all their digits")]

use std::f64::consts::LOG2_E;

/// 1.5 × 2⁵². Adding it rounds to a whole number and leaves that number in the
/// low bits of the sum.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// 2⁵². Put in its low bits, a whole number becomes a float.
const TWO_POW_52: f64 = 4_503_599_627_370_496.0;
/// 2⁵⁴: lifts every subnormal number into the normal range.
const TWO_POW_54: f64 = 18_014_398_509_481_984.0;
/// ln 2 in two parts. The upper has 33 bits, so its product with any exponent
/// is exact.
const LN_2_UPPER: f64 = 6.931_471_803_691_238_164_90e-1;
const LN_2_LOWER: f64 = 1.908_214_929_270_587_700_02e-10;

/// e to the power `x`: within 4 × 10⁻¹⁶ of the exact value, relatively, or to
/// the nearest subnormal number.
///
/// NaN gives NaN; above 709.78 the result is ∞, below −745.13 it is 0.
///
/// Method: `x = k ln 2 + r` with `|r| ≤ ln 2 / 2`, then a polynomial of degree
/// 11 fitted to eʳ on that interval.
#[must_use]
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    // Comparisons with NaN are false, so these let it through.
    let low_enough = if x > 710.0 { 710.0 } else { x };
    let clamped = if low_enough < -746.0 { -746.0 } else { low_enough };
    let rounded = clamped * LOG2_E + ROUNDER;
    let k = rounded - ROUNDER;
    let r = (clamped - k * LN_2_UPPER) - k * LN_2_LOWER;
    exp_near_zero(r) * half_power_of_two(rounded, 0) * half_power_of_two(rounded, 1)
}

/// One of two powers of two whose product is 2ᵏ, `k` being in the low bits of
/// `rounded`.
///
/// Two factors, because 2ᵏ itself may be subnormal or too large while the
/// result is neither; only the second multiplication can round.
#[inline(always)]
fn half_power_of_two(rounded: f64, which: u64) -> f64 {
    let twice_biased = rounded.to_bits().wrapping_sub(ROUNDER.to_bits()).wrapping_add(2 * 1023);
    // `k >> 1` and `k - (k >> 1)`, which is `(k + 1) >> 1`.
    f64::from_bits((twice_biased.wrapping_add(which) >> 1) << 52)
}

/// eʳ for `|r| ≤ ln 2 / 2`.
#[inline(always)]
fn exp_near_zero(r: f64) -> f64 {
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (0.5 + r * 0.166_666_666_666_666_69)
        + r2 * (0.041_666_666_666_623_99 + r * 0.008_333_333_333_330_051);
    let middle = (0.001_388_888_891_728_179_4 + r * 0.000_198_412_698_631_058_68)
        + r2 * (2.480_152_119_021_773e-5 + r * 2.755_726_837_868_419_2e-6);
    let high = 2.762_013_871_973_399_4e-7 + r * 2.510_042_415_700_506_7e-8;
    1.0 + (r + r2 * (low + r4 * (middle + r4 * high)))
}

/// Natural logarithm of `x`: within 4 × 10⁻¹⁶ of the exact value, relatively.
///
/// 0 gives −∞, ∞ gives ∞; a negative number or NaN gives NaN.
///
/// Method and coefficients: `e_log.c` of FDLIBM (Sun Microsystems, 1993), with
/// `x = 2ᵏ (1 + f)` and `1 + f` between √½ and √2.
#[must_use]
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    let subnormal = x < f64::MIN_POSITIVE;
    let bits = (if subnormal { x * TWO_POW_54 } else { x }).to_bits();
    let biased =
        bits.wrapping_sub(std::f64::consts::FRAC_1_SQRT_2.to_bits()).wrapping_add(1023 << 52) >> 52;
    let biased_float = f64::from_bits(biased | TWO_POW_52.to_bits()) - TWO_POW_52;
    let k = biased_float - if subnormal { 1023.0 + 54.0 } else { 1023.0 };
    let f = f64::from_bits(bits.wrapping_sub(biased.wrapping_sub(1023) << 52)) - 1.0;
    let finite = ln_of_parts(k, f);
    let positive = if x < f64::INFINITY { finite } else { x };
    let not_zero = if x < 0.0 { f64::NAN } else { positive };
    if x == 0.0 { f64::NEG_INFINITY } else { not_zero }
}

/// `k ln 2 + ln(1 + f)`.
#[inline(always)]
fn ln_of_parts(k: f64, f: f64) -> f64 {
    let s = f / (2.0 + f);
    let square = s * s;
    let fourth = square * square;
    let even = fourth
        * (3.999_999_999_940_941_908e-1
            + fourth * (2.222_219_843_214_978_396e-1 + fourth * 1.531_383_769_920_937_332e-1));
    let odd = square
        * (6.666_666_666_666_735_130e-1
            + fourth
                * (2.857_142_874_366_239_149e-1
                    + fourth
                        * (1.818_357_216_161_805_012e-1 + fourth * 1.479_819_860_511_658_591e-1)));
    let half_square = 0.5 * f * f;
    k * LN_2_UPPER - ((half_square - (s * (half_square + (even + odd)) + k * LN_2_LOWER)) - f)
}

/// Exponents up to this size are computed by multiplication.
const LARGEST_WHOLE_EXPONENT: f64 = 64.0;

/// `base` to the power `exponent`.
///
/// A whole exponent from −64 to 64 is repeated multiplication: `pow(x, 0)` is 1
/// for every `x`, and a negative base keeps its sign rule. Any other exponent
/// gives `exp(exponent × ln base)`: NaN for a negative base, 0 or ∞ for base 0,
/// and otherwise a relative error of about 3 × 10⁻¹⁶ × |exponent × ln base|.
#[must_use]
#[inline]
pub fn pow(base: f64, exponent: f64) -> f64 {
    pow_by_logarithm(base, exponent, ln(base))
}

/// [`pow`] with the `logarithm` of the base at hand: several powers of one base share it.
#[must_use]
#[inline]
pub fn pow_by_logarithm(base: f64, exponent: f64, logarithm: f64) -> f64 {
    if is_product(exponent) { whole_power(base, exponent) } else { exp(exponent * logarithm) }
}

/// Whether [`pow`] multiplies for this exponent: a whole number from −64 to 64.
#[must_use]
#[inline(always)]
pub fn is_product(exponent: f64) -> bool {
    // Rounding by addition, because `trunc` is a call on some machines.
    exponent.abs() <= LARGEST_WHOLE_EXPONENT && (exponent + ROUNDER) - ROUNDER == exponent
}

/// Repeated squaring, from the lowest bit of the exponent up.
#[inline]
fn whole_power(base: f64, exponent: f64) -> f64 {
    let mut remaining = exponent.abs() as u32;
    let mut square = base;
    let mut product = 1.0;
    while remaining > 0 {
        if remaining & 1 == 1 {
            product *= square;
        }
        square *= square;
        remaining >>= 1;
    }
    if exponent < 0.0 { 1.0 / product } else { product }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the platform's functions are the comparison")]
mod tests {
    use super::*;

    /// The platform's own functions are within 1 unit in the last place, 2.2e-16.
    const RELATIVE: f64 = 4e-16;
    /// The distance between subnormal numbers.
    const SMALLEST: f64 = 5e-324;

    #[track_caller]
    fn assert_near(actual: f64, expected: f64, input: f64) {
        let close = (actual - expected).abs() <= RELATIVE * expected.abs() + SMALLEST;
        assert!(actual == expected || close, "at {input:e}: {actual:e}, not {expected:e}");
    }

    /// `count` numbers spread evenly from `low` to `high`.
    fn spread(low: f64, high: f64, count: u32) -> impl Iterator<Item = f64> {
        (0..=count).map(move |i| low + (high - low) * (f64::from(i) / f64::from(count)))
    }

    #[test]
    fn exp_agrees_over_its_whole_range() {
        for x in spread(-746.5, 710.5, 300_007).chain(spread(-1.0, 1.0, 100_003)) {
            assert_near(exp(x), x.exp(), x);
        }
    }

    #[test]
    fn exp_at_the_edges() {
        for x in [
            0.0,
            -0.0,
            709.782_712_893_384,
            709.782_712_893_385,
            -745.13,
            -745.14,
            1e300,
            -1e300,
            1e-300,
        ] {
            assert_near(exp(x), x.exp(), x);
        }
        assert_eq!(exp(f64::INFINITY), f64::INFINITY);
        assert_eq!(exp(f64::NEG_INFINITY), 0.0);
        assert!(exp(f64::NAN).is_nan());
    }

    #[test]
    fn ln_agrees_over_its_whole_range() {
        // Steps of the bit pattern reach every exponent, subnormal ones included.
        let last = f64::MAX.to_bits();
        for bits in (1..=last).step_by(usize::try_from(last / 400_009).unwrap()) {
            let x = f64::from_bits(bits);
            assert_near(ln(x), x.ln(), x);
        }
        for x in spread(0.5, 2.0, 100_003) {
            assert_near(ln(x), x.ln(), x);
        }
    }

    #[test]
    fn ln_at_the_edges() {
        for x in [
            SMALLEST,
            f64::MIN_POSITIVE,
            1e-310,
            f64::MAX,
            1.0,
            1.0 + f64::EPSILON,
            1.0 - f64::EPSILON,
        ] {
            assert_near(ln(x), x.ln(), x);
        }
        assert_eq!(ln(1.0), 0.0);
        assert_eq!(ln(0.0), f64::NEG_INFINITY);
        assert_eq!(ln(-0.0), f64::NEG_INFINITY);
        assert_eq!(ln(f64::INFINITY), f64::INFINITY);
        assert!(ln(-1e-320).is_nan() && ln(f64::NEG_INFINITY).is_nan() && ln(f64::NAN).is_nan());
    }

    #[test]
    fn whole_powers_are_products() {
        assert_eq!(pow(-2.0, 3.0), -8.0);
        assert_eq!(pow(-2.0, -2.0), 0.25);
        assert_eq!(pow(1.1, 5.0), 1.1 * ((1.1 * 1.1) * (1.1 * 1.1)));
        assert_eq!(pow(2.0, 64.0), 18_446_744_073_709_551_616.0);
        assert_eq!([pow(0.0, 0.0), pow(f64::INFINITY, 0.0)], [1.0, 1.0]);
        assert!(pow(f64::NAN, 1.0).is_nan());
    }

    #[test]
    fn other_powers_follow_the_logarithm() {
        for (base, exponent) in [(2.0, 0.5), (0.3, -1.7), (1.01, 65.0), (1e5, 12.5), (0.9, 1.5)] {
            let (actual, expected) = (pow(base, exponent), f64::powf(base, exponent));
            let bound = RELATIVE * (1.0 + (exponent * base.ln()).abs());
            assert!((actual / expected - 1.0).abs() <= bound, "{base}^{exponent}: {actual}");
        }
        assert_eq!(pow(0.0, 0.5), 0.0);
        assert_eq!(pow(0.0, -0.5), f64::INFINITY);
        assert_eq!(pow(0.0, -1.0), f64::INFINITY);
        assert!(pow(-8.0, 1.0 / 3.0).is_nan());
        assert!(pow(f64::NAN, 0.5).is_nan() && pow(2.0, f64::NAN).is_nan());
    }
}
