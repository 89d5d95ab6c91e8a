//! Figures as they stand on a picture.

/// Rounded to `decimals` places, thousands separated by commas, with a true minus sign.
#[must_use]
pub fn grouped(value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let is_zero = plain.chars().all(|digit| matches!(digit, '0' | '.'));
    let sign = if value < 0.0 && !is_zero { "−" } else { "" };
    format!("{sign}{}{fraction}", separated(whole))
}

fn separated(digits: &str) -> String {
    let mut written = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_separated_and_zero_has_no_sign() {
        assert_eq!(grouped(3897.4, 0), "3,897");
        assert_eq!(grouped(1_234_567.0, 1), "1,234,567.0");
        assert_eq!(grouped(999.96, 1), "1,000.0");
        assert_eq!(grouped(0.5, 2), "0.50");
        assert_eq!(grouped(-1234.5, 1), "−1,234.5");
        assert_eq!(grouped(-0.04, 1), "0.0");
    }
}
