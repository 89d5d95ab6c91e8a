//! What stands behind the digits: a scale, a unit, a mark.

use crate::numeral::{Fault, parse_f64};
use crate::unit::{Flavour, Unit, UnitTable};

/// What stands beside the digits.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing: the number counts in the unit that is asked for.
    Nothing,
    /// A unit.
    Unit(Unit),
    /// A scale without a unit, 「3亿」: the value is multiplied out and counts in the base unit.
    Scale(f64),
    /// `3 million`, in English, where no unit begins with such a word.
    EnglishScale,
}

/// Names that may stand behind a number.
#[derive(Clone, Copy, Debug)]
pub struct Names<'n> {
    /// Units of the model.
    pub units: &'n UnitTable,
    /// The unit that is asked for, which the table need not know.
    pub own: Option<&'n Unit>,
    /// Other words for it: ` firms`.
    pub words: &'n [&'n str],
}

impl<'n> Names<'n> {
    /// Those of a table alone.
    #[must_use]
    pub fn of(units: &'n UnitTable) -> Self {
        Self { units, own: None, words: &[] }
    }
}

/// What the suffix makes of the value before it.
pub(super) struct Suffix {
    pub(super) value: f64,
    pub(super) said: Said,
    /// Whether the suffix is what the screen calls the unit that is asked for.
    pub(super) is_own: bool,
    pub(super) remark: Option<String>,
}

/// Words of a scale, the longer ones before those that they begin with.
const SCALES: [(&str, f64); 11] = [
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("十亿", 1e9),
    ("千万", 1e7),
    ("百万", 1e6),
    ("十万", 1e5),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
];
const ENGLISH_SCALES: [(&str, f64); 4] =
    [("trillion", 1e12), ("billion", 1e9), ("million", 1e6), ("thousand", 1e3)];

pub(super) fn read(value: f64, rest: &str, names: Names<'_>) -> Result<Suffix, Fault> {
    let (suffix, remark) = without_marks(rest);
    let (value, said) = scaled(value, &suffix, names)?;
    let is_own = said == Said::Nothing && !suffix.is_empty();
    Ok(Suffix { value, said, is_own, remark })
}

/// The suffix without footnote marks and remarks in parentheses, and these.
fn without_marks(rest: &str) -> (String, Option<String>) {
    let mut marks = String::new();
    let mut suffix = String::new();
    let mut depth = 0_usize;
    for character in rest.chars() {
        let opens = matches!(character, '(' | '[' | '【');
        depth += usize::from(opens);
        let is_mark =
            matches!(character, '*' | '①'..='⑳' | '¹' | '²' | '³' | '⁰'..='⁹' | '#' | '†' | '‡');
        if depth > 0 || is_mark {
            marks.push(character);
        } else if !character.is_whitespace() {
            suffix.push(character);
        }
        if matches!(character, ')' | ']' | '】') {
            depth = depth.saturating_sub(1);
        }
    }
    // Yearbooks mark provisional figures with a letter.
    if matches!(suffix.as_str(), "p" | "e" | "r" | "P" | "E" | "R" | "A") {
        marks.push_str(&suffix);
        suffix.clear();
    }
    (suffix, (!marks.is_empty()).then_some(marks))
}

/// The value with what it counts in.
fn scaled(value: f64, suffix: &str, names: Names<'_>) -> Result<(f64, Said), Fault> {
    let suffix = if suffix == "个百分点" { "百分点" } else { suffix };
    let lower = suffix.to_ascii_lowercase();
    let english = ENGLISH_SCALES.iter().find_map(|(word, scale)| {
        let rest = lower.strip_prefix(word)?;
        Some((value * scale, &suffix[suffix.len() - rest.len()..]))
    });
    // `million` alone is a scale also where the field shows millions.
    if let Some((value, "")) = english {
        return Ok((value, Said::EnglishScale));
    }
    if suffix.is_empty() || is_own_word(suffix, names.words) {
        return Ok((value, Said::Nothing));
    }
    if let Some(unit) = unit_called(suffix, names) {
        return Ok((value, Said::Unit(unit)));
    }
    if let Some((value, rest)) = english {
        return with_unit(value, rest, names);
    }
    let Some((word, scale)) = scale_of(suffix) else { return Err(Fault::UnknownUnit) };
    let (value, rest) = compound(value, scale, &suffix[word.len()..])?;
    if rest.is_empty() { Ok((value, Said::Scale(scale))) } else { with_unit(value, rest, names) }
}

fn scale_of(text: &str) -> Option<(&'static str, f64)> {
    SCALES.into_iter().find(|(word, _)| text.starts_with(word))
}

/// 「12亿3456万」: lower scales after the first one, each with whole numbers that it can hold.
fn compound(value: f64, scale: f64, rest: &str) -> Result<(f64, &str), Fault> {
    let (mut total, mut scale, mut rest, mut is_whole) =
        (value * scale, scale, rest, value.fract() == 0.0);
    while rest.starts_with(|character: char| character.is_ascii_digit()) {
        let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
        let count = parse_f64(&rest[..end]).ok_or(Fault::Ambiguous)?;
        let (word, lower) = scale_of(&rest[end..]).ok_or(Fault::Ambiguous)?;
        if !is_whole || count * lower >= scale {
            return Err(Fault::Ambiguous);
        }
        total += count * lower;
        (scale, rest, is_whole) = (lower, &rest[end + word.len()..], true);
    }
    Ok((total, rest))
}

/// A scale goes before a unit that has none itself.
fn with_unit(value: f64, rest: &str, names: Names<'_>) -> Result<(f64, Said), Fault> {
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    let unit = unit_called(rest, names).ok_or(Fault::UnknownUnit)?;
    let is_plain = unit.flavour() == Flavour::Number && unit.scale() == 1.0;
    if is_plain { Ok((value, Said::Unit(unit))) } else { Err(Fault::Ambiguous) }
}

fn unit_called(name: &str, names: Names<'_>) -> Option<Unit> {
    if name == "1" {
        return None;
    }
    let own = names.own.filter(|unit| unit.symbol().replace(' ', "") == name).cloned();
    let yuan = || matches!(&*name.to_ascii_lowercase(), "rmb" | "cny" | "yuan" | "圆");
    own.or_else(|| names.units.parse(if yuan() { "元" } else { name }).ok())
}

/// Whether the suffix is what the screen calls the unit, plural or not.
fn is_own_word(suffix: &str, words: &[&str]) -> bool {
    let folded = |word: &str| word.replace(' ', "").to_ascii_lowercase();
    let suffix = folded(suffix);
    words.iter().map(|word| folded(word)).any(|word| {
        !word.is_empty() && (suffix == word || Some(&*suffix) == word.strip_suffix('s'))
    })
}
