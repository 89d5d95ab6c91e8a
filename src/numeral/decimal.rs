//! The number nearest to decimal digits.
//!
//! The standard library's reader is as exact and faster, with a table of powers of five that
//! nothing can compress and that was a fiftieth of what the page loads first. Here the digits
//! themselves are halved and doubled.

/// Digits that can decide how a number is rounded; of those behind them, whether there is any.
const DECISIVE: usize = 800;
/// Halvings or doublings that go at once, without a carry beyond 64 bits.
const STEPS: i32 = 56;
/// The largest power of ten that a number holds exactly.
const EXACT_POWER: i32 = 22;

/// The number nearest to a sign, digits with or without a point, and an exponent; of two as near,
/// the even one, and infinity beyond all numbers. None where the text is anything else.
#[must_use]
pub fn parse_f64(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, whole(exponent)?),
        None => (unsigned, 0),
    };
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_number = mantissa.len() > usize::from(mantissa.contains('.'))
        && [integer, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number {
        return None;
    }
    let all = integer.bytes().chain(fraction.bytes()).map(|byte| byte - b'0');
    let zeros = all.clone().take_while(|digit| *digit == 0).count();
    let mut digits: Vec<u8> = all.clone().skip(zeros).take(DECISIVE).collect();
    if all.skip(zeros + DECISIVE).any(|digit| digit != 0) {
        digits.push(1);
    }
    // Texts are much shorter than what an `i32` counts.
    let point = (integer.len() as i32 - zeros as i32).saturating_add(exponent);
    let mut digits = Digits { digits, point };
    digits.trim();
    let size = digits.short().unwrap_or_else(|| digits.nearest());
    Some(if text.starts_with('-') { -size } else { size })
}

/// An exponent; one beyond all counting is as good as a large one.
fn whole(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let push = |sum: i32, byte: u8| (sum * 10 + i32::from(byte - b'0')).min(100_000_000);
    let size = digits.bytes().fold(0, push);
    Some(if text.starts_with('-') { -size } else { size })
}

/// 0.d₁d₂d₃… × 10^point, without zeros at either end.
struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// The number, where two numbers that are exact give it in one step.
    fn short(&self) -> Option<f64> {
        let power = self.point - self.digits.len() as i32;
        if self.digits.len() > 15 || power.abs() > EXACT_POWER {
            return None;
        }
        let whole = self.digits.iter().fold(0.0, |sum, digit| sum * 10.0 + f64::from(*digit));
        let scale = (0..power.abs()).fold(1.0, |scale, _| scale * 10.0);
        Some(if power < 0 { whole / scale } else { whole * scale })
    }

    fn nearest(mut self) -> f64 {
        if self.digits.is_empty() || self.point < -330 {
            return 0.0;
        }
        if self.point > 310 {
            return f64::INFINITY;
        }
        // From here on the number is the digits times two to the `power`.
        let mut power = 0;
        while self.point > 0 {
            let times = steps(self.point - 1);
            self.halve(times);
            power += times;
        }
        while self.point < 0 || self.digits[0] < 5 {
            let times = steps(-self.point);
            self.double(times);
            power -= times;
        }
        // Numbers near zero have fewer bits.
        let bits = 53.min(power + 1074);
        if bits < 0 {
            return 0.0;
        }
        self.double(bits);
        self.rounded() as f64 * power_of_two(power - bits)
    }

    /// The nearest whole number, of two as near the even one.
    fn rounded(&self) -> u64 {
        let point = self.point as usize;
        let whole = (0..point).fold(0, |sum, place| sum * 10 + u64::from(self.digit(place)));
        let is_up = match self.digit(point) {
            5 if self.digits.len() == point + 1 => whole % 2 == 1,
            digit => digit >= 5,
        };
        whole + u64::from(is_up)
    }

    fn digit(&self, place: usize) -> u8 {
        self.digits.get(place).copied().unwrap_or_default()
    }

    /// Halves so many times, at most [`STEPS`].
    fn halve(&mut self, times: i32) {
        let mut rest = 0;
        let mut next = |digit: u8| {
            let tens = rest * 10 + u64::from(digit);
            rest = tens & ((1 << times) - 1);
            ((tens >> times) as u8, rest > 0)
        };
        let mut more = false;
        for digit in &mut self.digits {
            (*digit, more) = next(*digit);
        }
        while more {
            let digit;
            (digit, more) = next(0);
            self.digits.push(digit);
        }
        self.trim();
    }

    /// Doubles so many times, at most [`STEPS`].
    fn double(&mut self, times: i32) {
        let mut carried = 0;
        for digit in self.digits.iter_mut().rev() {
            let sum = (u64::from(*digit) << times) + carried;
            (*digit, carried) = ((sum % 10) as u8, sum / 10);
        }
        while carried > 0 {
            self.digits.insert(0, (carried % 10) as u8);
            (self.point, carried) = (self.point + 1, carried / 10);
        }
        self.trim();
    }

    fn trim(&mut self) {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= zeros as i32;
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
    }
}

/// How often to halve what has so many places before the point, or to double what has so many zeros
/// behind it; ten is a little more than three steps.
fn steps(places: i32) -> i32 {
    (places * 3).clamp(1, STEPS)
}

/// Two to a power from −1074 to 971.
fn power_of_two(power: i32) -> f64 {
    let bits = if power < -1022 { 1 << (power + 1074) } else { ((power + 1023) as u64) << 52 };
    f64::from_bits(bits)
}

#[cfg(test)]
mod tests {
    use super::parse_f64;
    use proptest::prelude::*;

    /// The standard library's answer.
    fn expected(text: &str) -> Option<u64> {
        text.parse::<f64>().ok().map(f64::to_bits)
    }

    fn read(text: &str) -> Option<u64> {
        parse_f64(text).map(f64::to_bits)
    }

    proptest! {
        #[test]
        fn every_number_is_read_as_it_was_written(bits: u64, places in 0usize..25) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            for text in [format!("{value}"), format!("{value:e}"), format!("{value:.places$e}")] {
                prop_assert_eq!(read(&text), expected(&text), "{}", text);
            }
        }

        #[test]
        fn a_number_between_two_goes_to_the_even_one(bits in 0u64..0x7fe0_0000_0000_0000, more in "[0-9]{0,3}") {
            // All digits of a number halfway between two, and a little more.
            let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
            let middle = format!("{:.1100}", low + (high - low) / 2.0);
            for text in [format!("{middle}{more}"), format!("{low:.800}5{more}")] {
                prop_assert_eq!(read(&text), expected(&text), "{}", text);
            }
        }

        #[test]
        fn digits_with_any_exponent_are_read(text in "[-+]?[0-9]{0,30}\\.?[0-9]{0,30}(e[-+]?[0-9]{1,3})?") {
            prop_assert_eq!(read(&text), expected(&text), "{}", text);
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "1.2.3", "--1", "1 ", "١", "0x1", "1e99999"]
        {
            assert_eq!(read(text), expected(text), "{text}");
        }
        assert_eq!(parse_f64("inf"), None);
    }

    #[test]
    fn the_ends_of_the_range_are_exact() {
        let long = format!("1{}", "0".repeat(400_000));
        let many = format!("{}.{}1", "9".repeat(300), "0".repeat(5_000));
        let texts = [
            "2.2250738585072011e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "9007199254740993",
            "9007199254740993.00000000000000000000000000000000000001",
            "0e999999999999",
            "1e-999999999999",
            &many,
            &long,
        ];
        for text in texts {
            assert_eq!(read(text), expected(text), "{text:.40}");
        }
        // A digit that is far behind decides between two numbers.
        let tie = format!("9007199254740993.{}1", "0".repeat(2_000));
        assert_eq!(parse_f64(&tie), Some(9_007_199_254_740_994.0));
    }
}
