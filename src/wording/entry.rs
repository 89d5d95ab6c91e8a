//! What a person types into a number field, read leniently and answered in words.

use crate::locale::Locale;
use crate::wording::phrase::Phrase;

/// Why an entry is no setting.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    /// Nothing that reads as a number: the entry.
    NotANumber(String),
    /// Outside the range: lowest and highest, as the field shows them.
    OutOfRange(String, String),
}

impl EntryError {
    /// What is wrong and what would be right; the caller keeps the previous value.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        match self {
            EntryError::NotANumber(entry) => {
                Phrase::ENTRY_NOT_A_NUMBER.with(locale, &[("entry", entry)])
            }
            EntryError::OutOfRange(low, high) => {
                Phrase::ENTRY_OUT_OF_RANGE.with(locale, &[("low", low), ("high", high)])
            }
        }
    }
}

/// Reads a number as people type it: full-width digits, separators of
/// thousands, a true minus sign and one of `units` after it are all welcome.
///
/// # Errors
///
/// [`EntryError::NotANumber`] with the entry.
pub fn read_number(entry: &str, units: &[&str]) -> Result<f64, EntryError> {
    let plain: String = entry.chars().filter_map(plain_character).collect();
    let number = units
        .iter()
        // The sign of a pure number is a digit like any other.
        .filter(|unit| !unit.is_empty() && **unit != "1")
        .find_map(|unit| plain.strip_suffix(&unit.replace(' ', "")))
        .unwrap_or(&plain);
    let is_plain = number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'));
    match number.parse::<f64>() {
        Ok(value) if is_plain && value.is_finite() => Ok(value),
        _ => Err(EntryError::NotANumber(entry.trim().to_owned())),
    }
}

/// Half-width for full-width, nothing for spaces and separators.
fn plain_character(character: char) -> Option<char> {
    match character {
        '０'..='９' => char::from_digit(character as u32 - '０' as u32, 10),
        '．' | '。' => Some('.'),
        '−' | '－' | '–' => Some('-'),
        '＋' => Some('+'),
        '％' => Some('%'),
        ',' | '，' => None,
        _ if character.is_whitespace() => None,
        _ => Some(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entry: &str, expected: f64) {
        assert_eq!(read_number(entry, &["万元", "%"]), Ok(expected));
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        check("1,500", 1500.0);
        check(" １２．５ ", 12.5);
        check("−3", -3.0);
        check("1500 万元", 1500.0);
        check("45％", 45.0);
    }

    #[test]
    fn a_pure_number_keeps_its_last_digit() {
        assert_eq!(read_number("21", &["1"]), Ok(21.0));
    }

    #[test]
    fn anything_else_is_named() {
        for entry in ["", "abc", "1e3", "NaN", "inf", "12家", "1.2.3"] {
            let error = read_number(entry, &["万元"]).unwrap_err();
            assert_eq!(error, EntryError::NotANumber(entry.to_owned()));
        }
    }

    #[test]
    fn the_answer_names_entry_and_range() {
        let error = EntryError::OutOfRange("0".into(), "100".into());
        assert_eq!(error.sentence(Locale::Zh), "请填0到100之间的数。已保留原值。");
        let error = EntryError::NotANumber("很多".into());
        assert!(error.sentence(Locale::En).contains("很多"));
    }
}
