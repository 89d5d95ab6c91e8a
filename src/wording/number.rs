//! Decimal figures as people write them: rounded half up, grouped, with a true minus sign.

/// More digits than a binary double carries; beyond it, rounding is meaningless.
const LARGEST_EXACT: f64 = 9.0e15;

/// What is written where there is no number.
pub(super) const NONE: &str = "—";

/// Writes `value` with `decimals` digits after the point.
///
/// Halves go away from zero. A half is meant as the reader sees it: 2.675,
/// stored a little below, still becomes 2.68.
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    let digits = scaled_digits(value.abs(), decimals);
    let sign = if value < 0.0 && digits.bytes().any(|digit| digit != b'0') { "−" } else { "" };
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let whole = grouped(whole);
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Digits after the point that `value` needs to be shown whole: to twelve places that count, which
/// is more than anybody types and less than what converting units leaves behind.
#[must_use]
pub fn decimals_of(value: f64) -> usize {
    let text = format!("{:.11e}", value.abs());
    let Some((mantissa, exponent)) = text.split_once('e') else { return 0 };
    let Ok(exponent) = exponent.parse::<i32>() else { return 0 };
    let fraction = mantissa.split_once('.').map_or("", |(_, fraction)| fraction);
    let places = fraction.trim_end_matches('0').len() as i32 - exponent;
    places.clamp(0, 18) as usize
}

/// Writes `value` with every digit it has, see [`decimals_of`].
#[must_use]
pub fn unrounded(value: f64) -> String {
    decimal(value, decimals_of(value))
}

/// Like [`decimal`], with a plus sign before what is more than zero.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = decimal(value, decimals);
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value > 0.0 && value.is_finite() && !is_zero { format!("+{text}") } else { text }
}

/// Like [`decimal`] with at most `most` digits after the point; zeros at the
/// end go, down to `least` digits.
#[must_use]
pub(super) fn shortened(value: f64, least: usize, most: usize) -> String {
    let mut text = decimal(value, most);
    for _ in least..most {
        if text.ends_with('0') {
            text.pop();
        }
    }
    if text.ends_with('.') {
        text.pop();
    }
    text
}

/// The digits of `value`·10^`decimals`, rounded, at least `decimals + 1` of them.
fn scaled_digits(value: f64, decimals: usize) -> String {
    let scaled = (0..decimals).fold(value, |scaled, _| scaled * 10.0);
    if scaled > LARGEST_EXACT {
        return format!("{value:.decimals$}").replace('.', "");
    }
    let whole = (scaled * (1.0 + 4.0 * f64::EPSILON) + 0.5).floor() as u64;
    format!("{whole:0width$}", width = decimals + 1)
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_as_the_reader_sees_them() {
        assert_eq!(decimal(2.675, 2), "2.68");
        assert_eq!(decimal(1.005, 2), "1.01");
        assert_eq!(decimal(-0.5, 0), "−1");
        assert_eq!(decimal(2.674_999, 2), "2.67");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(decimal(999.0, 0), "999");
        assert_eq!(decimal(1000.0, 0), "1,000");
        assert_eq!(decimal(-1_234_567.891, 1), "−1,234,567.9");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(decimal(-0.001, 2), "0.00");
        assert_eq!(signed(0.001, 2), "0.00");
        assert_eq!(signed(0.0, 0), "0");
        assert_eq!(signed(3.0, 0), "+3");
        assert_eq!(signed(-3.0, 0), "−3");
    }

    #[test]
    fn what_is_no_number_is_a_dash() {
        assert_eq!(decimal(f64::NAN, 2), "—");
        assert_eq!(signed(f64::INFINITY, 2), "—");
    }

    #[test]
    fn zeros_at_the_end_go() {
        assert_eq!(shortened(5.0, 0, 2), "5");
        assert_eq!(shortened(5.1, 0, 2), "5.1");
        assert_eq!(shortened(2.8, 1, 2), "2.8");
        assert_eq!(shortened(1200.0, 0, 2), "1,200");
    }

    #[test]
    fn a_value_says_how_many_digits_it_needs() {
        assert_eq!([1234.56, 0.0004, 33.0, 0.1 + 0.2, 0.0].map(decimals_of), [2, 4, 0, 1, 0]);
        assert_eq!(
            shortened(1_785.123_456_789, 0, decimals_of(1_785.123_456_789)),
            "1,785.12345679"
        );
        assert_eq!([f64::NAN, f64::INFINITY].map(decimals_of), [0, 0]);
    }

    #[test]
    fn very_large_numbers_keep_their_digits() {
        assert_eq!(decimal(1e16, 1), "10,000,000,000,000,000.0");
    }
}
