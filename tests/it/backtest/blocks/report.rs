//! The tables of `docs/回测.md` about all blocks, and their scores as a table for programs.

use std::fmt::Write as _;

use super::cases::{Case, RULES};
use super::pairs::Answer;
use super::score::Score;

/// Rows of scores, with the coverage and error of edition 1.0.0 where it has them.
const HEAD: &str = "block,ahead,early,cases,effective,coverage,error,last_value,last_growth,three_years,peers,bias\n";

/// All figures of the scores.
pub(crate) fn table(scores: &[Score]) -> String {
    let mut text = HEAD.to_owned();
    for score in scores {
        let [last, growth, three, peers] = score.rules;
        writeln!(
            text,
            "{},{},{},{},{},{:.4},{:.4},{last:.4},{growth:.4},{three:.4},{peers:.4},{:.4}",
            score.block,
            score.ahead,
            score.early,
            score.cases,
            score.effective,
            score.coverage,
            score.error,
            score.bias,
        )
        .unwrap();
    }
    text
}

/// Coverage and error that another table has for a score.
fn before(table: &str, score: &Score) -> Option<(f64, f64)> {
    let start = format!("{},{},{},", score.block, score.ahead, score.early);
    let row: Vec<&str> = table.lines().find(|line| line.starts_with(&start))?.split(',').collect();
    Some((row[5].parse().ok()?, row[6].parse().ok()?))
}

fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

fn tenth(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

fn period(score: &Score) -> &'static str {
    match (score.block == "有效高企（省）", score.early) {
        (true, true) => "结果至2023年",
        (true, false) => "结果2024年",
        (false, true) => "起点至2019年",
        (false, false) => "起点2020年起",
    }
}

fn verdict(score: &Score) -> String {
    let interval = match score.coverage {
        _ if score.covers() => "区间可信",
        coverage if coverage < score.bounds[0] => "**区间过窄**",
        _ => "**区间过宽**",
    };
    let centre = if score.forecasts() { "中位数合格" } else { "**中位数不合格**" };
    format!("{interval}，{centre}")
}

/// Coverage by block, before and now.
pub(crate) fn coverage(scores: &[Score], old: &str) -> String {
    let mut text = String::from(
        "\n| 指标 | 起点 | 提前 | 例数 | 相当于独立 | 应在 | 1.0.0版覆盖 | 现在覆盖 | 1.0.0版误差 | 现在误差 | 偏差 | 判断 |\n\
         |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n",
    );
    for score in scores {
        let (old_coverage, old_error) = before(old, score)
            .map_or(("—".into(), "—".into()), |(one, other)| (percent(one), tenth(other)));
        writeln!(
            text,
            "| {} | {} | {}年 | {} | {} | {}—{} | {old_coverage} | {} | {old_error} | {} | {} | {} |",
            score.block,
            period(score),
            score.ahead,
            score.cases,
            score.effective,
            percent(score.bounds[0]),
            percent(score.bounds[1]),
            percent(score.coverage),
            tenth(score.error),
            format!("{:+.1}%", 100.0 * score.bias).replace('-', "−"),
            verdict(score),
        )
        .unwrap();
    }
    text.push('\n');
    text
}

/// Errors of the median beside the simple rules.
pub(crate) fn errors(scores: &[Score]) -> String {
    let mut text = format!("\n| 指标 | 起点 | 提前 | 模型 | {} |\n", RULES.join(" | "));
    text.push_str("|---|---|--:|--:|--:|--:|--:|--:|\n");
    for score in scores {
        let rules = score.rules.map(tenth).join(" | ");
        let Score { block, ahead, .. } = score;
        let error = tenth(score.error);
        writeln!(text, "| {block} | {} | {ahead}年 | {error} | {rules} |", period(score)).unwrap();
    }
    text.push('\n');
    text
}

const WORST: usize = 3;

/// The forecasts for a year ahead that lie farthest beyond their interval, by block.
pub(crate) fn misses(cases: &[Case]) -> String {
    let mut text = String::from(
        "\n| 指标 | 地方 | 年份 | 预测P10—P50—P90 | 实际 | 上年数不变时 |\n|---|---|--:|--:|--:|--:|\n",
    );
    for block in super::cases::blocks(cases) {
        let beyond =
            |case: &Case| f64::max(case.actual / case.summary.p90, case.summary.p10 / case.actual);
        let mut of: Vec<&Case> =
            cases.iter().filter(|case| case.block == block && case.ahead == 1).collect();
        of.sort_by(|one, other| beyond(other).total_cmp(&beyond(one)));
        let money = !block.contains("高企") && !block.contains("专利");
        let number = |value: f64| {
            if money { format!("{:.2}亿元", value / 1e8) } else { format!("{value:.0}") }
        };
        for case in of.iter().take(WORST) {
            writeln!(
                text,
                "| {block} | {} | {} | {}—{}—{} | {} | {} |",
                case.place,
                case.origin + 1,
                number(case.summary.p10),
                number(case.summary.p50),
                number(case.summary.p90),
                number(case.actual),
                number(case.rules[0]),
            )
            .unwrap();
        }
    }
    text.push('\n');
    text
}

/// The dated pairs by indicator: those that count, and those that lean to good news.
pub(crate) fn pairs(answers: &[Answer]) -> String {
    let mut text = String::from(
        "\n| 指标 | 完整表：例数 | 低于P10 | 区间内 | 高于P90 | 自己公布的：例数 | 低于P10 | 区间内 | 高于P90 |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let mut names: Vec<&str> = answers.iter().map(|answer| answer.name.as_str()).collect();
    names.dedup();
    for name in names {
        write!(text, "| {name} |").unwrap();
        for counts in [true, false] {
            let of: Vec<&Answer> = answers
                .iter()
                .filter(|answer| answer.name == name && answer.counts == counts)
                .collect();
            let [below, above] = [
                of.iter().filter(|answer| answer.actual < answer.summary.p10).count(),
                of.iter().filter(|answer| answer.actual > answer.summary.p90).count(),
            ];
            let inside = of.len() - below - above;
            write!(text, " {} | {below} | {inside} | {above} |", of.len()).unwrap();
        }
        text.push('\n');
    }
    text.push('\n');
    text
}
