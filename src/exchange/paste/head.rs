//! What a head over a column means: a year in one of its many forms, a part of one, or no year.

use crate::limits;
use crate::numeral::one_line;
use crate::unit::{Unit, UnitTable};

/// What stands over a column of values, or before a row of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Head {
    /// A whole year.
    Year(Year),
    /// A part of a year: 「2025年1—9月」, 「上半年」.
    Part,
    /// Anything else: growth, a rank, a remark, nothing.
    Other,
}

/// A year as a head has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Year {
    /// In the calendar.
    pub(super) number: i32,
    /// Whether more than four digits say that it is a year.
    pub(super) is_marked: bool,
    /// 「预计」, 「快报」: of every value below.
    pub(super) remark: Option<String>,
    /// The unit of the values below, where the head names one.
    pub(super) unit: Option<Unit>,
}

/// Words that make a column something else than the year's value.
const OTHERWISE: [&str; 21] = [
    "同比",
    "环比",
    "增长",
    "增速",
    "增幅",
    "增量",
    "比重",
    "占比",
    "排名",
    "位次",
    "名次",
    "目标",
    "计划",
    "预算",
    "规划",
    "任务",
    "年均",
    "比上年",
    "完成率",
    "±",
    "growth",
];
/// Words of a part of a year.
const PARTS: [&str; 12] = [
    "季度",
    "上半年",
    "下半年",
    "半年",
    "本月",
    "当月",
    "月度",
    "累计",
    "旬",
    "本季",
    "截至目前",
    "至今",
];
/// Words that say how sure a year's value is, or where it is from.
const ESTIMATES: [&str; 20] = [
    "预计", "预测", "快报", "初步", "初值", "核算", "核实", "估计", "估算", "实绩", "实际", "完成",
    "决算", "统计", "年报", "公报", "修订", "现价", "数", "值",
];

/// A cell that is a unit and nothing else: “亿元”, “（亿元）”, “单位：亿元”.
pub(super) fn unit_of(text: &str, units: &UnitTable) -> Option<Unit> {
    let plain = one_line(text);
    let inner = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&plain);
    let inner = inner.trim_start_matches("单位").trim_start_matches([':', ' ']);
    let is_number = inner.starts_with(|c: char| c.is_ascii_digit());
    if inner.is_empty() || is_number { None } else { units.parse(inner).ok() }
}

/// 「2019」, 「2019年度」, 「18年」, 「2019/12/31」, 「2025年（预计）」, 「2018年1-12月（亿元）」.
pub(super) fn head(text: &str, units: &UnitTable) -> Head {
    // Most cells of a table are no heads.
    if !text.contains(|character: char| character.is_numeric() || CHINESE.contains(character)) {
        return words(text);
    }
    let plain = one_line(text).replace(' ', "");
    let plain = plain.trim_start_matches('\'');
    let plain = ["截至", "截止到", "截止", "至", "FY"]
        .iter()
        .find_map(|word| plain.strip_prefix(word))
        .unwrap_or(plain);
    match beginning(plain) {
        Some((year, rest)) if limits::YEARS.contains(&year) => {
            let found = Year { number: year, is_marked: !rest.is_empty(), ..Year::default() };
            if rest.contains(['(', '（']) {
                in_brackets(found, rest, units)
            } else {
                after(found, rest)
            }
        }
        _ => words(plain),
    }
}

/// Whether a head says that the values are not the year's own.
pub(super) fn is_otherwise(text: &str) -> bool {
    OTHERWISE.iter().any(|word| text.contains(word))
}

/// A head without a year: a part of one, or something else.
fn words(text: &str) -> Head {
    let is_months = text.contains('月') && text.contains(|c: char| c.is_ascii_digit());
    if is_months || PARTS.iter().any(|word| text.contains(word)) { Head::Part } else { Head::Other }
}

const CHINESE: &str = "〇零○一二三四五六七八九";

/// The year at the beginning, and what follows.
fn beginning(plain: &str) -> Option<(i32, &str)> {
    let end = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    match digits.len() {
        4 => Some((digits.parse().ok()?, rest)),
        2 if rest.starts_with('年') => Some((century(digits.parse().ok()?), rest)),
        0 => {
            let digit =
                |c: char| Some(CHINESE.chars().position(|known| known == c)?.saturating_sub(2));
            let years: Option<Vec<usize>> = plain.chars().take(4).map(digit).collect();
            let years = years.filter(|years| years.len() == 4)?;
            let year = years.iter().fold(0, |year, digit| year * 10 + *digit as i32);
            let rest = &plain[plain.char_indices().nth(4).map_or(plain.len(), |(at, _)| at)..];
            rest.starts_with('年').then_some((year, rest))
        }
        _ => None,
    }
}

/// 「18年」 and 「98年」.
fn century(short: i32) -> i32 {
    if short >= 78 { 1900 + short } else { 2000 + short }
}

/// A unit, a remark or a part of the year in brackets behind the year.
fn in_brackets(found: Year, rest: &str, units: &UnitTable) -> Head {
    let Some((before, inside)) = rest.split_once('(') else { return Head::Other };
    let Some(inside) = inside.strip_suffix(')') else { return Head::Other };
    let found = match after(found, before) {
        Head::Year(found) => found,
        other => return other,
    };
    if let Some(unit) = unit_of(inside, units) {
        return Head::Year(Year { unit: Some(unit), ..found });
    }
    if is_otherwise(inside) {
        return Head::Other;
    }
    match after(Year { remark: None, ..found.clone() }, inside) {
        Head::Other if words(inside) == Head::Part => Head::Part,
        Head::Other => Head::Year(Year { remark: Some(inside.to_owned()), ..found }),
        Head::Year(Year { remark, .. }) => {
            Head::Year(Year { remark: remark.or(found.remark.clone()), ..found })
        }
        Head::Part => Head::Part,
    }
}

/// What follows the digits of a year.
fn after(found: Year, rest: &str) -> Head {
    if is_otherwise(rest) {
        return Head::Other;
    }
    if let Some(is_whole) = day(rest) {
        return if is_whole { Head::Year(found) } else { Head::Part };
    }
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let rest = rest.strip_prefix(['度', '末', '底', '终']).unwrap_or(rest);
    let rest = rest.strip_prefix("全年").unwrap_or(rest);
    match rest {
        "" | ".0" | "A" | "a" => Head::Year(found),
        "E" | "F" | "P" | "e" | "f" | "p" => {
            Head::Year(Year { remark: Some(rest.to_owned()), ..found })
        }
        _ if is_whole_year(rest) => Head::Year(found),
        _ if words(rest) == Head::Part => Head::Part,
        _ if ESTIMATES.iter().any(|word| rest.starts_with(word)) => {
            let remark = Some(rest).filter(|rest| !matches!(*rest, "数" | "值" | "统计"));
            Head::Year(Year { remark: remark.map(str::to_owned), ..found })
        }
        _ => Head::Other,
    }
}

/// 「/12/31」, 「-12-31」, 「年12月31日」: whether it is the last day of the year; none where it is no day.
fn day(rest: &str) -> Option<bool> {
    let numbers: Vec<&str> =
        rest.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_day = rest.starts_with(['/', '-', '.', '年'])
        && rest.chars().all(|c| c.is_ascii_digit() || "/-.年月日".contains(c));
    match numbers[..] {
        [month, day] if is_day && !rest.ends_with('月') => Some((month, day) == ("12", "31")),
        [month] if is_day && month.len() < 3 && rest.starts_with(['/', '-']) => Some(false),
        _ => None,
    }
}

/// 「1-12月」, 「1至12月」, 「12月末」.
fn is_whole_year(rest: &str) -> bool {
    let is_end = matches!(rest, "12月末" | "12月底");
    let rest = rest.trim_end_matches('份');
    let months = rest.strip_suffix('月').map(|months| months.replace('月', ""));
    let months = months.map(|months| months.replace(['至', '到', '~', '～'], "-"));
    matches!(months.as_deref(), Some("1-12" | "01-12")) || is_end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> UnitTable {
        UnitTable::built_in()
    }

    #[track_caller]
    fn year(text: &str, expected: i32, remark: &str) {
        match head(text, &units()) {
            Head::Year(found) => assert_eq!(
                (found.number, found.remark.as_deref().unwrap_or_default()),
                (expected, remark),
                "{text}"
            ),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn years_are_read_in_every_form() {
        let plain = [
            "2019",
            "２０１９",
            "2019年",
            "2019年度",
            "2019.0",
            " 2019 ",
            "'2019",
            "2019A",
            "19年",
            "19年末",
            "2019年\n底",
            "2019/12/31",
            "2019-12-31",
            "2019年12月31日",
            "2019年1-12月",
            "2019年1—12月",
            "2019年1月至12月",
            "2019年全年",
            "截至2019年末",
            "二〇一九年",
            "2019年（亿元）",
            "2019年12月末",
            "2019年数",
        ];
        for text in plain {
            year(text, 2019, "");
        }
        year("2018年预计", 2018, "预计");
        year("2025年（预计）", 2025, "预计");
        year("2025年（快报数）", 2025, "快报数");
        year("2025年初步核算数", 2025, "初步核算数");
        year("2025年（现价）", 2025, "现价");
        year("2019E", 2019, "E");
        let Head::Year(found) = head("2018年（万元）", &units()) else { panic!() };
        assert_eq!(found.unit.unwrap().symbol(), "万元");
    }

    #[test]
    fn parts_of_a_year_are_told_apart() {
        for text in [
            "2025年1—9月",
            "2025年1-9月",
            "1-9月",
            "2025年上半年",
            "2025年前三季度",
            "2025年9月",
            "2019/6/30",
            "2025年（1-9月）",
            "2025年12月",
            "2025-06",
            "2025年累计",
            "本月",
        ] {
            assert_eq!(head(text, &units()), Head::Part, "{text}");
        }
    }

    #[test]
    fn what_is_no_value_of_a_year_is_none() {
        for text in [
            "1900",
            "20190",
            "2019家",
            "2019.5",
            "",
            "十四五末",
            "2025年同比增长",
            "2025年目标",
            "2025年（增长%）",
            "18",
            "备注",
            "2019年以来",
            "一",
        ] {
            assert_eq!(head(text, &units()), Head::Other, "{text}");
        }
    }
}
