//! One number as people and statistics write it: 「１，２３４．５」, 「3.5亿元」, 「12.5①」, 「（3.2）」.
//!
//! The only reader of numbers from outside: fields, cells and pasted tables all come here, so
//! that the same text is the same number, or the same refusal, at every door.

mod decimal;
mod digits;
mod fault;
mod plain;
mod suffix;

pub use decimal::parse_f64;
pub use fault::Fault;
pub use plain::{half_width, one_line};
pub use suffix::{Names, Said};

use crate::limits;
use crate::numeral::suffix::Suffix;
use crate::unit::{Flavour, InUnit, Unit, UnitTable};

/// What a text says.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadEntry {
    /// Nothing, or a mark for nothing.
    Missing,
    /// A number.
    Number(Number),
}

/// A number as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// In what `said` says.
    pub value: f64,
    /// What the digits count.
    pub said: Said,
    /// A footnote mark or remark that stood after the number.
    pub remark: Option<String>,
    /// Whether brackets made it negative, as accounts do.
    pub is_bracketed: bool,
}

/// What a field or cell knows of the numbers in it.
#[derive(Clone, Copy, Debug)]
pub struct EntryContext<'a> {
    /// The unit that is asked for.
    pub unit: &'a Unit,
    /// Base units in one of what a bare number counts in: `unit`, or what the screen shows for it.
    pub scale: f64,
}

impl<'a> EntryContext<'a> {
    /// A bare number counts in `unit`.
    #[must_use]
    pub fn of(unit: &'a Unit) -> Self {
        Self { unit, scale: unit.scale() }
    }
}

const MISSING: [&str; 13] =
    ["", "-", "--", "…", "……", "...", "/", "无", "暂无", "n/a", "na", "—", "——"];
const CONDITIONS: [&str; 15] = [
    "≥",
    "≤",
    ">",
    "<",
    "约",
    "左右",
    "以上",
    "以下",
    "以内",
    "超过",
    "~",
    "～",
    "不低于",
    "不少于",
    "不超过",
];
const FOREIGN: [&str; 9] = ["us$", "$", "usd", "美元", "欧元", "€", "港元", "英镑", "日元"];
const NUMERALS: &str = "〇零一二三四五六七八九十两廿壹贰叁肆伍陆柒捌玖拾";
/// What spreadsheets show instead of a result.
const SHEET_ERRORS: [&str; 7] =
    ["#n/a", "#ref!", "#div/0!", "#value!", "#name?", "#null!", "#num!"];

/// Reads a number.
///
/// # Errors
///
/// Why it is none, for [`Fault`] to be put into words with the text.
pub fn read(text: &str, names: Names<'_>) -> Result<ReadEntry, Fault> {
    let plain = half_width(text);
    let plain = plain.strip_prefix('\'').unwrap_or(&plain).trim();
    if MISSING.contains(&plain.to_ascii_lowercase().as_str()) {
        return Ok(ReadEntry::Missing);
    }
    number(plain, names).map(ReadEntry::Number)
}

fn number(plain: &str, names: Names<'_>) -> Result<Number, Fault> {
    if let Some(inside) = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let inner = number(inside.trim(), names)?;
        return Ok(Number { value: -inner.value.abs(), is_bracketed: true, ..inner });
    }
    refuse(plain)?;
    let (money, rest) = currency(plain);
    let (head, rest) = rest.split_at(digits::end(rest));
    let value = digits::value(head.trim())?;
    let Suffix { value, said, is_own, remark } = suffix::read(value, rest.trim(), names)?;
    let said = if money && !is_own { in_yuan(said, names.units)? } else { said };
    Ok(Number { value, said, remark, is_bracketed: false })
}

/// A currency's sign before the digits makes 元 of what has no unit.
fn in_yuan(said: Said, units: &UnitTable) -> Result<Said, Fault> {
    let yuan = units.parse("元").ok().ok_or(Fault::UnknownUnit)?;
    match said {
        Said::Unit(unit) if unit.dimension() != yuan.dimension() => {
            Err(Fault::OtherUnit("元".to_owned(), unit.symbol().to_owned()))
        }
        Said::Unit(unit) => Ok(Said::Unit(unit)),
        Said::Nothing | Said::Scale(_) | Said::EnglishScale => Ok(Said::Unit(yuan)),
    }
}

/// Texts that a person must decide on.
fn refuse(plain: &str) -> Result<(), Fault> {
    let lower = plain.to_ascii_lowercase();
    let contains = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let is_digit = |c: char| c.is_ascii_digit();
    let is_range = plain
        .split_once('-')
        .is_some_and(|(low, high)| low.ends_with(is_digit) && high.starts_with(is_digit));
    let numerals = |character: char| NUMERALS.contains(character);
    if SHEET_ERRORS.contains(&&*lower) {
        Err(Fault::SheetError)
    } else if plain.starts_with("##") && plain.chars().all(|character| character == '#') {
        Err(Fault::NarrowColumn)
    } else if contains(&FOREIGN) {
        Err(Fault::ForeignCurrency)
    } else if contains(&CONDITIONS) || is_range {
        Err(Fault::Condition)
    } else if plain.starts_with("百分之") || plain.starts_with(numerals) {
        Err(Fault::ChineseNumerals)
    } else {
        Ok(())
    }
}

fn currency(plain: &str) -> (bool, &str) {
    for sign in ["¥", "RMB", "CNY", "人民币"] {
        if let Some(rest) = plain.strip_prefix(sign) {
            return (true, rest.trim_start());
        }
    }
    (false, plain)
}

impl Number {
    /// The value in base units of what is asked for.
    ///
    /// # Errors
    ///
    /// A unit of something else, a scale that may mean two things, or a number too large.
    pub fn base(&self, asked: EntryContext<'_>) -> Result<f64, Fault> {
        let value = match &self.said {
            // Percent are divided: 2.3 % is the number that a file means by it.
            Said::Nothing if asked.scale == asked.unit.scale() => {
                asked.unit.to_base(InUnit(self.value))
            }
            Said::Nothing => self.value * asked.scale,
            Said::Unit(unit) => {
                fits(asked.unit, unit)?;
                unit.to_base(InUnit(self.value))
            }
            Said::Scale(scale) => {
                // 「3千」 beside 亿元 may be 3千元 or 3千亿元; 「3亿」 can only be money.
                let is_clear = is_countable(asked.unit) && *scale >= asked.unit.scale();
                if is_clear { self.value } else { return Err(Fault::Ambiguous) }
            }
            Said::EnglishScale if is_countable(asked.unit) => self.value,
            Said::EnglishScale => return Err(Fault::Ambiguous),
        };
        if value.abs() <= limits::NUMBER { Ok(value) } else { Err(Fault::TooLarge) }
    }
}

/// Whether a scale alone can stand for the unit: for amounts and counts, not for shares or for
/// what is so much a piece.
fn is_countable(unit: &Unit) -> bool {
    unit.flavour() == Flavour::Number && !unit.symbol().contains('/')
}

/// Whether a value in `unit` can stand where `asked` is asked for.
///
/// # Errors
///
/// [`Fault::OtherUnit`].
pub fn fits(asked: &Unit, unit: &Unit) -> Result<(), Fault> {
    let is_difference = |unit: &Unit| unit.flavour() == Flavour::Difference;
    let is_same =
        asked.dimension() == unit.dimension() && is_difference(asked) == is_difference(unit);
    let other = || Fault::OtherUnit(asked.symbol().to_owned(), unit.symbol().to_owned());
    if is_same { Ok(()) } else { Err(other()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value in `symbol` of a number that is asked for in it.
    fn asked(text: &str, symbol: &str) -> Result<f64, Fault> {
        let units = UnitTable::with_firms();
        let unit = units.parse(symbol).unwrap();
        let names = Names { own: Some(&unit), ..Names::of(&units) };
        match read(text, names)? {
            ReadEntry::Number(number) => {
                Ok(unit.from_base(number.base(EntryContext::of(&unit))?).0)
            }
            ReadEntry::Missing => panic!("{text} is missing"),
        }
    }

    #[track_caller]
    fn number(text: &str, symbol: &str, value: f64) {
        assert_eq!(asked(text, symbol), Ok(value), "{text} {symbol}");
    }

    #[track_caller]
    fn refused(texts: &[&str], symbol: &str, fault: &Fault) {
        for text in texts {
            assert_eq!(asked(text, symbol).as_ref(), Err(fault), "{text} {symbol}");
        }
    }

    #[test]
    fn digits_are_read_in_every_width() {
        for text in ["１２３４．５", "1,234.5", "1，234.5", "1 234.5", "1’234.5", "1'234。5"]
        {
            number(text, "亿元", 1234.5);
        }
        for text in ["－3.2", "−3.2", "–3.2", "—3.2", "‑3.2", "﹣3.2", "（3.2）"] {
            number(text, "%", -3.2);
        }
        number("+5", "家", 5.0);
        number(".5", "亿元", 0.5);
        number("5.", "亿元", 5.0);
        number("12\u{a0}", "家", 12.0);
        number("'12", "家", 12.0);
        number("1E+5", "家", 1e5);
        number("12\u{200b}", "家", 12.0);
        number("12,345,678", "家", 12_345_678.0);
    }

    #[test]
    fn separators_that_group_no_thousands_are_refused() {
        let texts = [
            "1,5",
            "10,50",
            "1，5",
            "1 5",
            "0，8",
            "0,800",
            "12,34",
            "1,2345",
            "1234,567",
            "1,2,3.4",
            "1.234,5",
            "1.234.567",
            "1,234 567",
            "1_000",
            "1,,000",
        ];
        refused(&texts, "万元", &Fault::Separators);
    }

    #[test]
    fn a_scale_word_is_money_once() {
        number("861亿", "亿元", 861.0);
        number("1792亿", "亿元", 1792.0);
        number("1792亿元", "亿元", 1792.0);
        number("3万亿", "亿元", 30_000.0);
        number("3千亿", "亿元", 3000.0);
        number("3千亿元", "亿元", 3000.0);
        number("1亿2000万", "亿元", 1.2);
        number("12亿3456万元", "亿元", 12.3456);
        number("￥3.2亿", "亿元", 3.2);
        number("300万", "万元", 300.0);
        number("2千万", "万元", 2000.0);
        number("1.5万", "家", 15_000.0);
        number("3千家", "家", 3000.0);
        number("3百万元", "万元", 300.0);
        number("CNY 3.2 billion", "亿元", 32.0);
        number("3 million", "万元", 300.0);
        refused(&["3千", "3百万", "5万", "1亿2", "1.2亿3万", "3亿万元"], "亿元", &Fault::Ambiguous);
        refused(&["3万", "3万%"], "%", &Fault::Ambiguous);
        refused(&["3亿亿"], "亿元", &Fault::UnknownUnit);
    }

    #[test]
    fn a_unit_of_its_own_goes_before_the_one_asked_for() {
        number("34000万元", "亿元", 3.4);
        number("3.2％", "%", 3.2);
        number("5‰", "%", 0.5);
        number("3.2个百分点", "百分点", 3.2);
        number("1,204家", "家", 1204.0);
        number("20万元/家", "万元/家", 20.0);
        let other = |asked: &str, found: &str| Fault::OtherUnit(asked.into(), found.into());
        refused(&["3万元"], "%", &other("%", "万元"));
        refused(&["3%"], "百分点", &other("百分点", "%"));
        refused(&["￥3家"], "家", &other("元", "家"));
        refused(&["0x10", "3.2斤", "5 apples", "45%%"], "家", &Fault::UnknownUnit);
    }

    #[test]
    fn marks_and_remarks_stay_beside_the_number() {
        let marks = [("12.5①", "①"), ("3.2*", "*"), ("3.2（预计）", "(预计)"), ("3.2p", "p")];
        for (text, mark) in marks {
            let Ok(ReadEntry::Number(found)) = read(text, Names::of(&UnitTable::with_firms()))
            else {
                panic!("{text}")
            };
            assert_eq!(found.remark.as_deref(), Some(mark), "{text}");
        }
    }

    #[test]
    fn marks_for_nothing_are_missing_and_errors_of_a_sheet_are_not() {
        for text in ["", " ", "-", "—", "——", "…", "/", "无", "暂无", "N/A", "\u{3000}"]
        {
            assert_eq!(
                read(text, Names::of(&UnitTable::with_firms())),
                Ok(ReadEntry::Missing),
                "{text}"
            );
        }
        refused(&["#N/A", "#REF!", "#DIV/0!"], "家", &Fault::SheetError);
        refused(&["##", "########"], "家", &Fault::NarrowColumn);
    }

    #[test]
    fn what_a_person_must_decide_is_refused_with_its_reason() {
        let conditions = ["≥3.2", "＞5", "约3.2", "3.2左右", "3-5", "3—5", "3～5", "3.2以上"];
        refused(&conditions, "亿元", &Fault::Condition);
        refused(&["US$3", "3美元"], "亿元", &Fault::ForeignCurrency);
        refused(&["一百二十三", "百分之三点二", "两千"], "家", &Fault::ChineseNumerals);
        let words =
            ["Infinity", "inf", "nan", "٣", "ー3", "甲", "--3", ".", "=1+1", "\u{202e}0071"];
        refused(&words, "家", &Fault::NotANumber);
        refused(&["1e999", "1e308", "9999999999999999"], "家", &Fault::TooLarge);
        refused(&["1e300"], "亿元", &Fault::TooLarge);
        // A break in a cell parts two numbers.
        refused(&["1\n700"], "家", &Fault::UnknownUnit);
    }
}
