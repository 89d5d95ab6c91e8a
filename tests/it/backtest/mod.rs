//! The backtest: how the model would have forecast what is known today.
//!
//! Provinces: the built-in model at eight origins, every number fitted on the years
//! before. Cities: what the region files give against published outcomes. The report for
//! analysts, `docs/回测.md`, and its picture are what this code computes
//! (`UPDATE_GOLDEN=1` rewrites them).

mod blocks;
mod cities;
mod panel;
mod picture;
mod process;
mod report;
mod score;
mod through_model;

use panel::{Panel, Place, mean};
use process::{Fitted, HORIZON, Inertia, Others, Process, Weight, forecast, surprises};
use report::row;
use score::{Case, ORIGINS, cases, scores};
use through_model::Parameters;

use crate::{city, golden};

/// What the model's R&D block is: half the own five years, half all places.
const MODEL_RULE: Process = Process {
    name: "模型规则，惯性按扣除全国共同波动后的增速估计",
    own: Weight::Given(0.5),
    years: 5,
    others: Others::All,
    inertia: Inertia::NetOfCommonYears,
};

/// Other ways to guess, in the order of the report, and what became of them.
const TRIED: [(Process, &str); 8] = [
    (
        Process {
            name: "照搬上年增速",
            own: Weight::Given(1.0),
            years: 1,
            others: Others::All,
            inertia: Inertia::None,
        },
        "对照",
    ),
    (
        Process {
            name: "各省同一增速（31省全部年份的平均）",
            own: Weight::Given(0.0),
            years: 5,
            others: Others::All,
            inertia: Inertia::None,
        },
        "不取：1、2年误差大于模型规则",
    ),
    (
        Process {
            name: "模型规则，惯性按原始增速估计", inertia: Inertia::Raw, ..MODEL_RULE
        },
        "不取：把全国同涨同落当成了本省惯性",
    ),
    (MODEL_RULE, "**保留**：三个年限都优于上一行"),
    (
        Process {
            name: "同上，以规模相近省份的平均代替31省平均",
            others: Others::OfLikeSize,
            ..MODEL_RULE
        },
        "不取：三个年限只好万分之几，不值得多一层",
    ),
    (
        Process {
            name: "同上，本省权重由数据估计（合并收缩）",
            own: Weight::Estimated,
            ..MODEL_RULE
        },
        "不取：三个年限都更差",
    ),
    (
        Process {
            name: "同上，本省历史按与31省同年平均之差计（共同年度波动）",
            others: Others::NetOfCommonYears,
            ..MODEL_RULE
        },
        "不取：1、2年略好，3年略差",
    ),
    (
        Process {
            name: "同上，本省历史用全部年份代替五年", years: usize::MAX, ..MODEL_RULE
        },
        "**保留**为录入要求：三个年限都更好",
    ),
];

const REPORT: &str = "docs/回测.md";
const DRAWS: usize = 1024;

fn process_cases(panel: &Panel, process: Process) -> Vec<Case> {
    let surprises = surprises(DRAWS);
    cases(panel, |past| {
        let fitted = process.fit(past);
        let paths = fitted.paths(past).into_iter().zip(&past.places);
        let of = |(path, place): ([f64; HORIZON], &Place)| {
            forecast(&fitted, place.rd[place.rd.len() - 1], path, &surprises)
        };
        paths.map(of).collect()
    })
}

/// The built-in model, its process fitted on the past.
fn model_cases(panel: &Panel, own_years: usize) -> Vec<Case> {
    let model = city::model();
    cases(panel, |past| {
        let fitted = MODEL_RULE.fit(past);
        through_model::forecasts(&model, past, Parameters::Fitted(&fitted), own_years)
    })
}

/// The built-in model as it is.
fn declared_cases(panel: &Panel) -> Vec<Case> {
    let model = city::model();
    cases(panel, |past| {
        through_model::forecasts(&model, past, Parameters::Declared, MODEL_RULE.years)
    })
}

/// Greatest mean absolute percentage error by years ahead.
const ERRORS: [f64; HORIZON] = [0.055, 0.088, 0.113];
/// Share of outcomes that an 80 % interval covers, within the luck of the sample.
const COVERAGE: std::ops::RangeInclusive<f64> = 0.75..=0.88;

#[test]
fn the_model_forecasts_provinces_within_the_bounds() {
    let scores = scores(&model_cases(&Panel::read(), MODEL_RULE.years));
    assert_eq!(scores.map(|score| score.cases), [31 * 8, 31 * 7, 31 * 6]);
    for (score, bound) in scores.iter().zip(ERRORS) {
        assert!(score.error <= bound && COVERAGE.contains(&score.coverage), "{score:?}");
    }
}

#[test]
fn what_was_kept_wins_at_every_horizon() {
    let panel = Panel::read();
    let errors = |cases: &[Case]| scores(cases).map(|score| score.error);
    let better = |one: [f64; HORIZON], other: [f64; HORIZON]| {
        assert!(one.iter().zip(other).all(|(one, other)| *one < other), "{one:?} {other:?}");
    };
    let tried = TRIED.map(|(process, _)| errors(&process_cases(&panel, process)));
    let [last_growth, same, raw, rule, .., longer] = tried;
    better(rule, raw);
    better(longer, rule);
    better(rule, last_growth);
    assert!(rule[..2].iter().zip(same).all(|(rule, same)| *rule < same));
    let model = errors(&model_cases(&panel, MODEL_RULE.years));
    better(errors(&model_cases(&panel, usize::MAX)), model);
}

#[test]
fn a_forecast_knows_nothing_of_later_years() {
    let panel = Panel::read();
    let mut altered = panel.clone();
    for place in &mut altered.places {
        for rd in place.rd.iter_mut().skip(8) {
            *rd *= 3.0;
        }
    }
    let paths = |panel: &Panel, origin| {
        let past = panel.past(origin);
        MODEL_RULE.fit(&past).paths(&past)
    };
    assert_eq!(paths(&panel, 2018), paths(&altered, 2018));
    assert_ne!(paths(&panel, 2019), paths(&altered, 2019));
}

#[test]
fn the_report_holds_what_the_code_computes() {
    let panel = Panel::read();
    let model = model_cases(&panel, MODEL_RULE.years);
    let mut rows = vec![
        row("**模型文件的方程**，参数只用起点以前的数据", &model, "**本程序所用**"),
        row(
            "模型文件的方程，本省历史用全部年份",
            &model_cases(&panel, usize::MAX),
            "**保留**为录入要求",
        ),
        row(
            "模型文件的方程与原参数（波动按城市设定）",
            &declared_cases(&panel),
            "参考：参数由同一面板估计，不是样本外",
        ),
    ];
    let tried =
        TRIED.map(|(process, verdict)| row(process.name, &process_cases(&panel, process), verdict));
    rows.extend(tried);
    let fitted: Vec<(f64, Fitted)> = ORIGINS
        .map(|origin| {
            let past = panel.past(origin);
            (mean(&past.growths().concat()), MODEL_RULE.fit(&past))
        })
        .collect();
    golden::compare_part(REPORT, "结论", &report::headline(&rows[0].scores));
    golden::compare_part(REPORT, "方法比较", &report::comparison(&rows));
    golden::compare_part(REPORT, "逐年", &report::by_origin(&model, &fitted));
    golden::compare_part(REPORT, "规模", &report::by_size(&panel, &model));
    golden::compare_part(REPORT, "最大误差", &report::worst(&panel, &model));
    golden::compare_part(REPORT, "城市", &report::cities(&cities::answers(&panel)));
    golden::compare("docs/images/backtest.svg", &picture::draw(&panel, &model));
}
