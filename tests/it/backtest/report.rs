//! The tables of `docs/回测.md`.

use std::fmt::Write as _;

use super::cities::{Answer, Kind};
use super::panel::Panel;
use super::process::{Fitted, HORIZON, size_class};
use super::score::{Case, ORIGINS, Score, scores};

/// A way to guess with how it did and what became of it.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) scores: [Score; HORIZON],
    pub(crate) verdict: &'static str,
}

fn percent(share: f64, digits: usize) -> String {
    format!("{:.digits$}%", 100.0 * share)
}

fn signed_percent(share: f64) -> String {
    let text = format!("{:+.1}%", 100.0 * share);
    text.replace('-', "−")
}

/// The sentence that says how the model did.
pub(crate) fn headline(scores: &[Score; HORIZON]) -> String {
    let list = |of: fn(&Score) -> String| scores.each_ref().map(of).join("、");
    let errors = list(|score| percent(score.error, 1));
    let covered = list(|score| percent(score.coverage, 0));
    format!(
        "- 31省研发经费，起点2015—2022年：模型提前1、2、3年的平均误差{errors}，80%区间实际覆盖{covered}。\n"
    )
}

/// Error and coverage by years ahead, one row a way to guess.
pub(crate) fn comparison(rows: &[Row]) -> String {
    let mut text = String::from(
        "\n| 方法 | 1年：误差 | 1年：覆盖 | 2年：误差 | 2年：覆盖 | 3年：误差 | 3年：覆盖 | 取舍 |\n\
         |---|--:|--:|--:|--:|--:|--:|---|\n",
    );
    for row in rows {
        write!(text, "| {} |", row.name).unwrap();
        for score in row.scores {
            write!(text, " {} | {} |", percent(score.error, 2), percent(score.coverage, 0))
                .unwrap();
        }
        writeln!(text, " {} |", row.verdict).unwrap();
    }
    text.push('\n');
    text
}

/// What was fitted at each origin, and how the model did from there.
pub(crate) fn by_origin(cases: &[Case], fitted: &[(f64, Fitted)]) -> String {
    let mut text = String::from(
        "\n| 起点 | 各省平均增速 | 惯性 | 波动：小、中、大省 | 1年：误差 | 1年：覆盖 | 1年：偏差 | 3年：误差 |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (origin, (growth, fitted)) in ORIGINS.zip(fitted) {
        let of = |ahead| {
            let from = cases.iter().filter(move |case| case.origin == origin);
            Score::of(from.filter(move |case| case.ahead == ahead))
        };
        let spread = fitted.spread.map(|spread| percent(spread, 1)).join("、");
        let (next, third) = (of(1), of(3));
        let third = if third.cases == 0 { "—".into() } else { percent(third.error, 1) };
        writeln!(
            text,
            "| {origin}年 | {} | {:.2} | {spread} | {} | {} | {} | {third} |",
            percent(*growth, 1),
            fitted.inertia,
            percent(next.error, 1),
            percent(next.coverage, 0),
            signed_percent(next.bias),
        )
        .unwrap();
    }
    text.push('\n');
    text
}

/// How the model did in provinces of each size.
pub(crate) fn by_size(panel: &Panel, cases: &[Case]) -> String {
    let names = ["100亿元以下", "100—400亿元", "400亿元以上"];
    let mut text = String::from(
        "\n| 起点年研发经费 | 例数（1年） | 1年：误差 | 1年：覆盖 | 3年：误差 | 3年：覆盖 |\n\
         |---|--:|--:|--:|--:|--:|\n",
    );
    for (size, name) in names.iter().enumerate() {
        let of = |ahead| {
            Score::of(cases.iter().filter(|case| {
                let rd = panel.places[case.place].in_year(case.origin);
                case.ahead == ahead && size_class(rd) == size
            }))
        };
        let (next, third) = (of(1), of(3));
        writeln!(
            text,
            "| {name} | {} | {} | {} | {} | {} |",
            next.cases,
            percent(next.error, 1),
            percent(next.coverage, 0),
            percent(third.error, 1),
            percent(third.coverage, 0),
        )
        .unwrap();
    }
    text.push('\n');
    text
}

const WORST: usize = 8;

/// The forecasts for a year ahead that went wrong most.
pub(crate) fn worst(panel: &Panel, cases: &[Case]) -> String {
    let mut next: Vec<&Case> = cases.iter().filter(|case| case.ahead == 1).collect();
    next.sort_by(|one, other| other.error().abs().total_cmp(&one.error().abs()));
    let mut text = String::from(
        "\n| 省份 | 年份 | 上年，亿元 | 预测P10—P50—P90，亿元 | 实际，亿元 | 误差 |\n\
         |---|--:|--:|--:|--:|--:|\n",
    );
    for case in next.iter().take(WORST) {
        let place = &panel.places[case.place];
        let summary = case.summary;
        writeln!(
            text,
            "| {} | {} | {:.1} | {:.1}—{:.1}—{:.1} | {:.1} | {} |",
            place.name,
            case.origin + 1,
            place.in_year(case.origin),
            summary.p10,
            summary.p50,
            summary.p90,
            case.actual,
            signed_percent(case.error()),
        )
        .unwrap();
    }
    text.push('\n');
    text
}

/// One row an outcome of a city.
pub(crate) fn cities(answers: &[Answer]) -> String {
    let mut text = String::from(
        "\n| 对象 | 指标 | 起点→年份 | P10—P50—P90 | 实际 | 实际所在位置 | 性质 | 当年目标 | 说明 |\n\
         |---|---|---|--:|--:|--:|---|---|---|\n",
    );
    for answer in answers {
        let Answer { decimals, summary, unit, .. } = answer;
        let number = |value: f64| format!("{value:.decimals$}").replace('-', "−");
        writeln!(
            text,
            "| {} | {} | {}→{} | {}—{}—{}{unit} | {}{unit} | {} | {} | {} | {} |",
            answer.place,
            answer.name,
            answer.base_year,
            answer.year,
            number(summary.p10),
            number(summary.p50),
            number(summary.p90),
            number(answer.actual),
            position(answer),
            answer.kind.word(),
            target(answer, number, unit),
            answer.note,
        )
        .unwrap();
    }
    let (inside, all) = independent(answers);
    writeln!(
        text,
        "\n独立的核对共{all}项，其中{inside}项落在P10—P90之内（期望约{}项）。\n",
        expected(all)
    )
    .unwrap();
    text
}

/// Four of five, rounded.
fn expected(all: usize) -> usize {
    (4 * all + 2) / 5
}

fn position(answer: &Answer) -> String {
    let inside = (0.1..=0.9).contains(&answer.position);
    let place = percent(answer.position, 0);
    if inside { place } else { format!("{place}（P10—P90之外）") }
}

fn target(answer: &Answer, number: impl Fn(f64) -> String, unit: &str) -> String {
    let Some((target, chance)) = answer.target else { return "—".into() };
    let reached = if answer.actual >= target { "已达到" } else { "未达到" };
    format!("{}{unit}，可能性{}，{reached}", number(target), percent(chance, 0))
}

/// How many of the independent comparisons lie between P10 and P90, and how many there are.
fn independent(answers: &[Answer]) -> (usize, usize) {
    let independent = answers.iter().filter(|answer| answer.kind == Kind::Independent);
    let inside = independent.clone().filter(|answer| (0.1..=0.9).contains(&answer.position));
    (inside.count(), independent.count())
}

/// The row of a way to guess.
pub(crate) fn row(name: &'static str, cases: &[Case], verdict: &'static str) -> Row {
    Row { name, scores: scores(cases), verdict }
}
