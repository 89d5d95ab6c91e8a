//! One cell as statistics write it: “１，２３４．５”, “3.5亿元”, “12.5①”, “（3.2）”.

use crate::locale::Text;
use crate::unit::UnitTable;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or a mark for nothing.
    Missing,
    /// A number.
    Number(CellNumber),
    /// No number: what is wrong and what would be right.
    Problem(Text),
}

/// A number as the cell has it.
#[derive(Clone, Debug, PartialEq)]
pub struct CellNumber {
    /// In `unit`, where there is one.
    pub value: f64,
    /// Symbol of the unit that stands in the cell.
    pub unit: Option<String>,
    /// A footnote mark or remark that stood after the number, or how it was read.
    pub remark: Option<String>,
}

const MISSING: [&str; 14] =
    ["", "-", "--", "—", "——", "…", "……", "...", "/", "无", "暂无", "n/a", "#n/a", "na"];
/// Scales that stand between a number and its unit, longest first.
const SCALES: [(&str, f64); 7] = [
    ("万亿", 1e12),
    ("千万", 1e7),
    ("百万", 1e6),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
];
const CONDITIONS: [&str; 14] = [
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
];
const FOREIGN: [&str; 7] = ["us$", "$", "usd", "美元", "欧元", "€", "港元"];
const NUMERALS: &str = "〇零一二三四五六七八九十两廿壹贰叁肆伍陆柒捌玖拾";

/// Reads a cell; `units` are those that may follow a number.
#[must_use]
pub fn read_cell(text: &str, units: &UnitTable) -> Cell {
    let plain = half_width(text);
    let plain = plain.strip_prefix('\'').unwrap_or(&plain).trim();
    if MISSING.contains(&plain.to_lowercase().as_str()) {
        return Cell::Missing;
    }
    match number(plain, units) {
        Ok(number) => Cell::Number(number),
        Err(problem) => Cell::Problem(problem),
    }
}

/// Half-width forms, with a plain minus and plain spaces; zero-width characters go.
pub(super) fn half_width(text: &str) -> String {
    let character = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' if character != '～' => char::from_u32(character as u32 - 0xfee0),
        '−' | '–' | '\u{2011}' => Some('-'),
        '￥' => Some('¥'),
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => None,
        _ if character.is_whitespace() => Some(' '),
        _ => Some(character),
    };
    let plain: String = text.chars().filter_map(character).collect();
    plain.trim().to_owned()
}

fn number(plain: &str, units: &UnitTable) -> Result<CellNumber, Text> {
    if let Some(inside) = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let inner = number(inside.trim(), units)?;
        let remark = Some("括号读作负数".to_owned());
        return Ok(CellNumber { value: -inner.value.abs(), remark, ..inner });
    }
    refuse(plain)?;
    let (money, digits) = currency(plain);
    let end = digits_end(digits);
    let (head, rest) = digits.split_at(end);
    let value = digits_value(head.trim(), plain)?;
    let (suffix, remark) = without_marks(rest.trim());
    let (value, unit) = scaled(value, &suffix, units, plain)?;
    let unit = unit.or(money.then(|| "元".to_owned()));
    Ok(CellNumber { value, unit, remark })
}

/// Texts that a person must decide on.
fn refuse(plain: &str) -> Result<(), Text> {
    let lower = plain.to_lowercase();
    let contains = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let is_range = plain.split_once('-').is_some_and(|(low, high)| {
        low.ends_with(|c: char| c.is_ascii_digit())
            && high.starts_with(|c: char| c.is_ascii_digit())
    });
    if contains(&FOREIGN) {
        return Err(problem(
            plain,
            "是外币，请先折算成人民币",
            "is a foreign currency; convert it first",
        ));
    }
    if contains(&CONDITIONS) || is_range {
        return Err(problem(
            plain,
            "是条件或范围，请填一个数",
            "is a condition or a range; give one number",
        ));
    }
    let numerals = |character: char| NUMERALS.contains(character);
    if plain.starts_with("百分之") || plain.starts_with(numerals) {
        return Err(problem(plain, "请改用阿拉伯数字", "write it in Arabic numerals"));
    }
    Ok(())
}

fn currency(plain: &str) -> (bool, &str) {
    for sign in ["¥", "RMB", "CNY", "人民币"] {
        if let Some(rest) = plain.strip_prefix(sign) {
            return (true, rest.trim_start());
        }
    }
    (false, plain)
}

/// Where the digits, with their sign, point, separators and exponent, end.
fn digits_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let next_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        let is_part = match byte {
            b'0'..=b'9' | b'.' => true,
            b',' | b'\'' | b' ' | b'_' => end > 0 && next_digit,
            b'+' | b'-' => end == 0 || matches!(bytes[end - 1], b'e' | b'E'),
            b'e' | b'E' => end > 0 && exponent_follows(&bytes[end + 1..]),
            _ => false,
        };
        if !is_part {
            break;
        }
        end += 1;
    }
    end
}

fn exponent_follows(rest: &[u8]) -> bool {
    let digits = rest.strip_prefix(b"+").or(rest.strip_prefix(b"-")).unwrap_or(rest);
    digits.first().is_some_and(u8::is_ascii_digit)
}

fn digits_value(head: &str, whole: &str) -> Result<f64, Text> {
    let bad_grouping = || {
        problem(
            whole,
            "的分隔符不合规，应如1,234.5",
            "has misplaced separators; write it as 1,234.5",
        )
    };
    if head.contains(['\'', '_']) {
        return Err(bad_grouping());
    }
    let (integer, fraction) = head.split_once('.').map_or((head, ""), |(a, b)| (a, b));
    let groups: Vec<&str> = integer.split([',', ' ']).collect();
    let first = groups[0].trim_start_matches(['+', '-']);
    let grouped = groups.len() == 1
        || (first.len() <= 3
            && !first.is_empty()
            && groups[1..].iter().all(|group| group.len() == 3));
    if !grouped || fraction.contains([',', ' ']) {
        return Err(bad_grouping());
    }
    let digits = head.replace([',', ' '], "");
    let has_digit = digits.bytes().any(|byte| byte.is_ascii_digit());
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite() && has_digit);
    value.ok_or_else(|| {
        problem(whole, "不是数，请填数字，例如12.5", "is not a number; enter one, for example 12.5")
    })
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
        } else if character != ' ' {
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

/// The value in the unit of the suffix, or without scale where that has none.
fn scaled(
    value: f64,
    suffix: &str,
    units: &UnitTable,
    whole: &str,
) -> Result<(f64, Option<String>), Text> {
    let suffix = suffix
        .strip_prefix("个百分点")
        .map_or(suffix, |rest| if rest.is_empty() { "百分点" } else { suffix });
    if suffix.is_empty() {
        return Ok((value, None));
    }
    if suffix != "1" && units.parse(suffix).is_ok() {
        return Ok((value, Some(suffix.to_owned())));
    }
    if let Some(rest) =
        suffix.strip_prefix('亿').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        return compound(value, rest, whole);
    }
    let scale = SCALES.iter().find_map(|(word, scale)| Some((suffix.strip_prefix(word)?, *scale)));
    let (unit, scale) = scale.unwrap_or((suffix, 1.0));
    let unit = unit.strip_prefix('个').unwrap_or(unit);
    let known = unit.is_empty() || units.parse(unit).is_ok();
    if known && scale != 1.0 {
        return Ok((value * scale, (!unit.is_empty()).then(|| unit.to_owned())));
    }
    if known && unit.is_empty() {
        return Ok((value, None));
    }
    Err(problem(whole, "的单位不认识", "has an unknown unit"))
}

/// “12亿3456万”.
fn compound(value: f64, rest: &str, whole: &str) -> Result<(f64, Option<String>), Text> {
    let lower = rest.strip_suffix('万').and_then(|digits| digits.parse::<f64>().ok());
    let lower = lower.filter(|lower| (0.0..10_000.0).contains(lower) && value.fract() == 0.0);
    match lower {
        Some(lower) => Ok((value * 1e8 + lower * 1e4, None)),
        None => Err(problem(whole, "有歧义，请写全", "is ambiguous; write it out")),
    }
}

fn problem(cell: &str, zh: &str, en: &str) -> Text {
    Text::new(format!("“{cell}”{zh}"), format!("'{cell}' {en}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> UnitTable {
        let mut units = UnitTable::built_in();
        units.declare("家", "firms", None).unwrap();
        units
    }

    #[track_caller]
    fn number(text: &str, value: f64, unit: &str) {
        let Cell::Number(found) = read_cell(text, &units()) else {
            panic!("{text}: {:?}", read_cell(text, &units()))
        };
        assert_eq!(
            (found.value, found.unit.as_deref().unwrap_or_default()),
            (value, unit),
            "{text}"
        );
    }

    #[track_caller]
    fn refused(text: &str, because: &str) {
        match read_cell(text, &units()) {
            Cell::Problem(problem) => assert!(problem.zh.contains(because), "{}", problem.zh),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn digits_are_read_in_every_width() {
        number("１２３４．５", 1234.5, "");
        number("1,234.5", 1234.5, "");
        number("1，234.5", 1234.5, "");
        number("1 234.5", 1234.5, "");
        number("12\u{a0}", 12.0, "");
        for text in ["－3.2", "−3.2", "–3.2"] {
            number(text, -3.2, "");
        }
        number("+5", 5.0, "");
        number(".5", 0.5, "");
        number("5.", 5.0, "");
        number("1E+5", 1e5, "");
        number("'12", 12.0, "");
        number("99999999999999999999", 1e20, "");
    }

    #[test]
    fn units_and_scales_are_kept() {
        number("3.2％", 3.2, "%");
        number("5‰", 5.0, "‰");
        number("3.2个百分点", 3.2, "百分点");
        number("1.2万元", 1.2, "万元");
        number("3亿", 3e8, "");
        number("3.5亿元", 3.5, "亿元");
        number("1万亿", 1e12, "");
        number("2千万元", 2e7, "元");
        number("12亿3456万", 1_234_560_000.0, "");
        number("1,204家", 1204.0, "家");
        number("1.5万家", 15_000.0, "家");
        number("￥3.2", 3.2, "元");
        number("RMB 3.2", 3.2, "元");
    }

    #[test]
    fn marks_and_remarks_stay_beside_the_number() {
        for (text, mark) in [
            ("12.5①", "①"),
            ("3.2*", "*"),
            ("3.2（预计）", "(预计)"),
            ("3.2p", "p"),
            ("3.2[1]", "[1]"),
        ] {
            let Cell::Number(found) = read_cell(text, &units()) else { panic!("{text}") };
            assert_eq!(found.remark.as_deref(), Some(mark), "{text}");
        }
        number("（3.2）", -3.2, "");
        number("(1,234)", -1234.0, "");
    }

    #[test]
    fn marks_for_nothing_are_missing() {
        for text in ["", " ", "-", "—", "——", "…", "/", "无", "暂无", "N/A", "#N/A", "\u{3000}"]
        {
            assert_eq!(read_cell(text, &units()), Cell::Missing, "{text}");
        }
        number("0", 0.0, "");
    }

    #[test]
    fn what_is_ambiguous_is_refused_with_a_reason() {
        for text in ["12,34", "1,2345", "1.234,5", "1'234", "1_000"] {
            refused(text, "分隔符");
        }
        for text in ["≥3.2", "＞5", "约3.2", "3.2左右", "3-5", "3～5", "3.2以上"] {
            refused(text, "条件或范围");
        }
        refused("US$3", "外币");
        refused("1亿2", "歧义");
        for text in ["一百二十三", "百分之三点二", "两千"] {
            refused(text, "阿拉伯数字");
        }
        for text in ["Infinity", "inf", "nan", "٣", "ー3", "甲", "1e999", "--3", "."] {
            refused(text, "不是数");
        }
        for text in ["0x10", "3.2斤", "5 apples"] {
            refused(text, "单位不认识");
        }
    }
}
