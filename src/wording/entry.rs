//! What a person types into a field for a number, read as pasted cells are and answered in words.

use crate::locale::{Locale, Text};
use crate::numeral::{self, EntryContext, Fault, Names, ReadEntry};
use crate::unit::{Unit, UnitTable};
use crate::wording::Measure;
use crate::wording::phrase::Phrase;

/// Why an entry is no setting.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    /// The entry is no number that can be taken.
    Unread(String, Fault),
    /// Outside the range: lowest and highest, as the field shows them.
    OutOfRange(String, String),
}

impl EntryError {
    /// What is wrong and what would be right; the caller keeps the previous value.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        Phrase::ENTRY_KEPT.with(locale, &[("problem", &self.clause(locale))])
    }

    /// What is wrong alone, without a full stop.
    #[must_use]
    pub fn clause(&self, locale: Locale) -> String {
        match self {
            EntryError::Unread(entry, fault) => fault_phrase(entry, fault, locale),
            EntryError::OutOfRange(low, high) => {
                Phrase::ENTRY_OUT_OF_RANGE.with(locale, &[("low", low), ("high", high)])
            }
        }
    }
}

/// What is wrong with a text that is no number, in both languages.
#[must_use]
pub fn fault_words(entry: &str, fault: &Fault) -> Text {
    let words = |locale| fault_phrase(entry, fault, locale);
    Text::new(words(Locale::Zh), words(Locale::En))
}

fn fault_phrase(entry: &str, fault: &Fault, locale: Locale) -> String {
    let phrase = match fault {
        Fault::NotANumber if entry.trim().is_empty() => Phrase::NUMBER_EMPTY,
        Fault::NotANumber => Phrase::NUMBER_NOT_A_NUMBER,
        Fault::Separators => Phrase::NUMBER_SEPARATORS,
        Fault::Condition => Phrase::NUMBER_CONDITION,
        Fault::ForeignCurrency => Phrase::NUMBER_FOREIGN,
        Fault::ChineseNumerals => Phrase::NUMBER_NUMERALS,
        Fault::UnknownUnit => Phrase::NUMBER_UNKNOWN_UNIT,
        Fault::Ambiguous => Phrase::NUMBER_AMBIGUOUS,
        Fault::SheetError => Phrase::NUMBER_SHEET_ERROR,
        Fault::NarrowColumn => Phrase::NUMBER_NARROW,
        Fault::TooLarge => Phrase::NUMBER_TOO_LARGE,
        Fault::OtherUnit(expected, found) => {
            let gaps = [("expected", expected.as_str()), ("found", found)];
            return Phrase::NUMBER_OTHER_UNIT.with(locale, &gaps);
        }
    };
    phrase.with(locale, &[("entry", &shown(entry))])
}

/// An entry as a sentence has it: on one line, and not the whole of a long one.
fn shown(entry: &str) -> String {
    const SHOWN: usize = 40;
    let plain = numeral::one_line(entry);
    match plain.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &plain[..end]),
        None => plain,
    }
}

/// Reads a number that is asked for in `unit` and shown as `measure`: its value in base units.
/// Another unit of the same kind may stand behind it.
///
/// # Errors
///
/// [`EntryError::Unread`] with the entry; an empty field is no number.
pub fn read_number(entry: &str, unit: &Unit, measure: &Measure) -> Result<f64, EntryError> {
    let found = read_optional(entry, unit, measure, &UnitTable::built_in())?;
    found.ok_or_else(|| EntryError::Unread(entry.to_owned(), Fault::NotANumber))
}

/// Reads a number as [`read_number`] does, with the units of a model; nothing where the field
/// was cleared or has a mark for nothing.
///
/// # Errors
///
/// [`EntryError::Unread`] with the entry.
pub fn read_optional(
    entry: &str,
    unit: &Unit,
    measure: &Measure,
    units: &UnitTable,
) -> Result<Option<f64>, EntryError> {
    let [_, after] = measure.around();
    let heading = measure.heading();
    let names = Names { units, own: Some(unit), words: &[after, &heading] };
    let asked = EntryContext { unit, scale: measure.base(1.0) };
    let found = numeral::read(entry, names).and_then(|found| match found {
        ReadEntry::Missing => Ok(None),
        ReadEntry::Number(number) => number.base(asked).map(Some),
    });
    found.map_err(|fault| EntryError::Unread(entry.trim().to_owned(), fault))
}

/// Reads an amount of public money: 元.
///
/// # Errors
///
/// [`EntryError::Unread`] with the entry.
pub fn read_funds(entry: &str, locale: Locale) -> Result<f64, EntryError> {
    read_in("万元", entry, &Measure::funds(locale))
}

/// Reads a share that is asked for in percent: 1 is the whole.
///
/// # Errors
///
/// [`EntryError::Unread`] with the entry.
pub fn read_share(entry: &str) -> Result<f64, EntryError> {
    read_in("%", entry, &Measure::percent(0, Locale::Zh))
}

fn read_in(symbol: &str, entry: &str, measure: &Measure) -> Result<f64, EntryError> {
    let unknown = |_| EntryError::Unread(entry.trim().to_owned(), Fault::UnknownUnit);
    let unit = UnitTable::built_in().parse(symbol).map_err(unknown)?;
    read_number(entry, &unit, measure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entry: &str, symbol: &str, locale: Locale) -> Result<f64, EntryError> {
        let mut units = UnitTable::built_in();
        units.declare("家", "firms", None).unwrap();
        let unit = units.parse(symbol).unwrap();
        read_number(entry, &unit, &Measure::of(&unit, &units, 0, locale))
    }

    #[test]
    fn a_number_counts_in_what_the_field_shows() {
        assert_eq!(read("1,500", "万元", Locale::Zh), Ok(1500e4));
        assert_eq!(read("1500 万元", "万元", Locale::Zh), Ok(1500e4));
        assert_eq!(read("15", "万元", Locale::En), Ok(15e6));
        assert_eq!(read("CNY 15 million", "万元", Locale::En), Ok(15e6));
        assert_eq!(read("45％", "%", Locale::En), Ok(0.45));
        assert_eq!(read("2.3", "%", Locale::Zh), Ok(2.3 / 100.0));
        assert_eq!(read("CNY 0.2 million per firm", "万元/家", Locale::En), Ok(0.2e6));
        assert_eq!(read("30 firms", "家", Locale::En), Ok(30.0));
        assert_eq!(read("1 firm", "家", Locale::En), Ok(1.0));
        assert_eq!(read("3 percentage points", "百分点", Locale::En), Ok(0.03));
        assert_eq!(read("21", "1", Locale::Zh), Ok(21.0));
    }

    #[test]
    fn a_unit_of_its_own_keeps_its_size_in_either_language() {
        for locale in [Locale::Zh, Locale::En] {
            assert_eq!(read("500万元", "万元", locale), Ok(5e6));
            assert_eq!(read("861亿", "亿元", locale), Ok(861e8));
        }
    }

    #[test]
    fn money_and_shares_need_no_unit_of_a_model() {
        assert_eq!(read_funds("２,６00万元", Locale::Zh), Ok(2600e4));
        assert_eq!(read_funds("26", Locale::En), Ok(26e6));
        assert_eq!(read_funds("1亿", Locale::En), Ok(1e8));
        assert_eq!(read_share("８０%"), Ok(0.8));
        assert!(read_share("3万元").is_err());
    }

    #[test]
    fn what_is_wrong_is_said_with_the_entry() {
        let said = |entry: &str| read(entry, "万元", Locale::Zh).unwrap_err().sentence(Locale::Zh);
        assert_eq!(said("很多"), "“很多”不是数，请填数字，例如12.5。已保留原值。");
        assert!(said("1,5").contains("“1,5”的分隔符不合规"));
        assert!(said(&"9".repeat(301)).contains("太大"));
        assert_eq!(said(" "), "没有填数，请填数字，例如12.5。已保留原值。");
        let error = EntryError::OutOfRange("0".into(), "100".into());
        assert_eq!(error.sentence(Locale::Zh), "请填0到100之间的数。已保留原值。");
    }
}
