//! Pictures compared with the ones that a person has looked at.
//!
//! `UPDATE_GOLDEN=1 cargo test golden` rewrites them; look at them before committing.

use std::path::Path;
use std::{env, fs};

use crate::chart::{ChartTheme, to_svg};
use crate::figure::tests::{fan, intensity, medians};
use crate::figure::{Axis, FanChart, KnownPoint, NamedLine, TargetMark};

/// Width and height of a chart on the workbench.
const CARD: (u32, u32) = (364, 176);

#[track_caller]
fn assert_golden(name: &str, chart: &FanChart, size: (u32, u32), theme: &ChartTheme) {
    let drawn = to_svg(chart, size, theme).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.svg"));
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == golden, "{name}.svg differs; UPDATE_GOLDEN=1 rewrites it");
}

/// 新增高新技术企业: no history, an assumed base, a target below the median.
fn enterprises() -> FanChart {
    let rows = [
        [42.3, 48.0, 54.2, 62.4, 70.3],
        [44.2, 52.2, 62.1, 74.0, 85.7],
        [47.5, 58.3, 72.4, 89.0, 108.3],
        [51.3, 65.5, 84.3, 108.8, 136.6],
        [56.2, 74.0, 99.2, 133.4, 149.0],
    ];
    FanChart {
        title: "新增高新技术企业".into(),
        unit: ["", "家"].map(String::from),
        decimals: 0,
        axis: Axis::covering([40.0, 48.0, 140.0]),
        history: Vec::new(),
        base: Some(KnownPoint { year: 2019, value: 48.0, published: false }),
        fan: fan(&rows),
        reference: medians(&[50.1, 58.1, 68.5, 80.8, 95.9]),
        target: Some(TargetMark { year: 2020, value: 40.0, label: "目标 40家".into() }),
        ..intensity()
    }
}

/// 技术合同成交额: the fan leaves the picture, median and target coincide.
fn contracts() -> FanChart {
    let rows = [
        [6.956, 8.070, 9.588, 11.335, 13.224],
        [7.336, 9.122, 11.466, 14.518, 17.969],
        [7.808, 10.294, 13.794, 18.421, 24.232],
        [8.533, 11.633, 16.602, 23.478, 32.675],
        [9.306, 13.394, 19.918, 29.872, 44.060],
    ];
    FanChart {
        title: "技术合同成交额".into(),
        unit: ["", "亿元"].map(String::from),
        decimals: 1,
        axis: Axis::covering([10.0, 6.0, 27.4]),
        history: Vec::new(),
        base: Some(KnownPoint { year: 2019, value: 6.0, published: false }),
        fan: fan(&rows),
        reference: medians(&[7.401, 9.106, 11.197, 13.773, 16.928]),
        target: Some(TargetMark { year: 2020, value: 10.0, label: "目标 10.0亿元".into() }),
        ..intensity()
    }
}

/// Full history that runs where the target's label would stand, and a floor.
fn long_history() -> FanChart {
    let values = [2010.0, 2280.0, 2690.0, 3050.0];
    let history = (2015..).zip(values);
    let rows = [
        [3165.0, 3500.0, 3897.0, 4343.0, 4816.0],
        [3249.0, 3584.0, 3991.0, 4446.0, 4937.0],
        [3332.0, 3663.0, 4097.0, 4584.0, 5045.0],
        [3437.0, 3770.0, 4210.0, 4700.0, 5180.0],
        [3510.0, 3860.0, 4311.0, 4815.0, 5314.0],
    ];
    FanChart {
        title: "立项争资".into(),
        unit: ["", "万元"].map(String::from),
        decimals: 0,
        axis: Axis::covering([3500.0, 3200.0, 4321.0]),
        history: history
            .map(|(year, value)| KnownPoint { year, value, published: year != 2017 })
            .collect(),
        base: Some(KnownPoint { year: 2019, value: 3200.0, published: true }),
        fan: fan(&rows),
        reference: medians(&[3297.0, 3398.0, 3494.0, 3609.0, 3704.0]),
        target: Some(TargetMark { year: 2020, value: 3500.0, label: "目标 3,500万元".into() }),
        floor: Some(3000.0),
        ..intensity()
    }
}

#[test]
fn two_known_years_and_a_target_above_the_fan() {
    assert_golden("fan-intensity", &intensity(), CARD, &ChartTheme::light());
}

#[test]
fn several_scenarios() {
    let line =
        |name: &str, values: &[f64]| NamedLine { name: name.into(), values: medians(values) };
    let chart = FanChart {
        others: vec![
            line("方案A", &[1.80, 1.93, 2.06, 2.18, 2.29]),
            line("方案C", &[1.79, 1.90, 1.98, 2.04, 2.10]),
        ],
        ..intensity()
    };
    assert_golden("fan-several", &chart, CARD, &ChartTheme::light());
}

#[test]
fn no_history() {
    assert_golden("fan-enterprises", &enterprises(), CARD, &ChartTheme::light());
}

#[test]
fn a_fan_that_leaves_the_picture() {
    assert_golden("fan-contracts", &contracts(), CARD, &ChartTheme::light());
}

#[test]
fn a_full_history_on_a_phone() {
    assert_golden("fan-funds-phone", &long_history(), (296, 176), &ChartTheme::light());
}

#[test]
fn dark_and_large_for_the_projector() {
    let theme = ChartTheme::dark().with_text_size(19.0);
    assert_golden("fan-intensity-dark", &intensity(), (640, 300), &theme);
}

#[test]
fn nothing_known_is_still_a_picture() {
    let empty = FanChart {
        history: Vec::new(),
        base: None,
        fan: Vec::new(),
        reference: Vec::new(),
        target: None,
        ..intensity()
    };
    let drawn = to_svg(&empty, CARD, &ChartTheme::light()).unwrap();
    assert!(drawn.contains("历史缺数") && drawn.ends_with("</svg>\n"));
    assert!(!drawn.contains("NaN"));
}
