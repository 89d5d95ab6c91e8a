//! No text on a chart lies on another or leaves the picture: every built-in city, every target, in
//! both languages, at the widths that cards have.

use crate::analysis::{Report, Workbench};
use crate::chart::{ChartTheme, texts, to_svg};
use crate::desk::{Scene, drawn, fan_figure};
use crate::figure::{FanChart, NamedLine};
use crate::library::builtin::{REGIONS, load};
use crate::locale::Locale;
use crate::plan::{LeverPath, Settings, Thresholds};
use crate::shared::Shared;
use crate::wording::ScenarioKind;

const DRAWS: usize = 256;

/// Width, height and text size in CSS pixels: from a phone to a wall of 1920 by 1080.
const PICTURES: [(u32, u32, f64); 9] = [
    (256, 208, 12.0),
    (288, 208, 12.0),
    (328, 208, 12.0),
    (364, 208, 12.0),
    (440, 208, 12.0),
    (560, 208, 12.0),
    (328, 260, 15.0),
    (640, 300, 24.0),
    (640, 164, 24.0),
];

#[test]
fn labels_neither_meet_nor_leave_the_picture() {
    let mut problems = Vec::new();
    for built_in in REGIONS {
        let (model, region) = load(built_in).unwrap();
        let all: Settings = {
            let mut settings = Settings::default();
            for lever in &model.levers {
                settings.set(&lever.id, LeverPath::Constant(lever.range[1]));
            }
            settings
        };
        let workbench = Workbench::new(model.clone(), region.clone(), DRAWS);
        let (model, region) = (Shared::new(model), Shared::new(region));
        for (settings, scenario) in
            [(Settings::default(), ScenarioKind::Present), (all, ScenarioKind::Changed)]
        {
            let report = workbench.evaluate(&settings);
            for locale in [Locale::Zh, Locale::En] {
                let (model, region) = (model.clone(), region.clone());
                let scene = Scene { model, region, thresholds: Thresholds::default(), locale };
                for chart in charts(&scene, &report, scenario) {
                    check(&chart, &format!("{} {locale:?}", built_in.id), &mut problems);
                }
            }
        }
    }
    assert_eq!(problems, [""; 0], "{} of them", problems.len());
}

#[test]
fn long_names_and_many_scenarios_keep_their_figures() {
    let (model, region) = load(&REGIONS[0]).unwrap();
    let report =
        Workbench::new(model.clone(), region.clone(), DRAWS).evaluate(&Settings::default());
    let (model, region) = (Shared::new(model), Shared::new(region));
    let thresholds = Thresholds::default();
    let scene = Scene { model, region, thresholds, locale: Locale::Zh };
    let mut problems = Vec::new();
    for chart in charts(&scene, &report, ScenarioKind::Present) {
        let name = "力争进入全省第一方阵并保持到规划期末的方案";
        let values: Vec<_> = chart.fan.iter().map(|row| (row.year, row.p50)).collect();
        let values = |shift: f64| {
            let value = |&(year, value)| crate::figure::YearValue { year, value: value + shift };
            values.iter().map(value).collect()
        };
        let others = (0..12).map(|line| NamedLine {
            name: format!("{name}{line}"),
            values: values(f64::from(line) * 0.01),
        });
        let chart = FanChart { others: others.collect(), ..chart };
        check(&chart, "long names", &mut problems);
    }
    assert_eq!(problems, [""; 0], "{} of them", problems.len());
}

fn charts(scene: &Scene, report: &Report, scenario: ScenarioKind) -> Vec<FanChart> {
    let chart = |(position, target)| {
        let judgement = report.judgement(position)?;
        let projection = drawn(report, target, judgement)?;
        Some(fan_figure(scene, Some((target, Some(judgement))), projection, scenario))
    };
    scene.region.targets.iter_enumerated().filter_map(chart).collect()
}

fn check(chart: &FanChart, place: &str, problems: &mut Vec<String>) {
    for (width, height, size) in PICTURES {
        let theme = ChartTheme::light().with_text_size(size);
        let texts = texts(&to_svg(chart, (width, height), &theme).unwrap());
        let place = format!("{place} {} {width} px", chart.title);
        for (position, (text, [left, top, right, bottom])) in texts.iter().enumerate() {
            let is_in = *left >= -0.5 && *top >= -0.5 && *right <= f64::from(width) + 0.5;
            if !is_in || *bottom > f64::from(height) + 0.5 {
                problems.push(format!("{place}: “{text}” leaves the picture"));
            }
            for (other, [least, high, most, low]) in &texts[position + 1..] {
                if left < most && least < right && top < low && high < bottom {
                    problems.push(format!("{place}: “{text}” meets “{other}”"));
                }
            }
        }
    }
}
