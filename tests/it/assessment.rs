//! Verdicts on the targets of the built-in cities, as files that a person can read.

use std::fmt::Write as _;

use tuiyan::analysis::{Judgement, NotJudged, Percentile, ReferenceClass, Workbench};
use tuiyan::diagnostic::SourceFile;
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model};
use tuiyan::plan::{LeverPath, Settings, Thresholds};
use tuiyan::region::{self, Target};
use tuiyan::unit::InUnit;
use tuiyan::wording::{Measure, ask, chance, floor_words, judged_measure, light_word, reason};

use crate::{city, golden};

const DRAWS: usize = 4096;

fn workbench(id: &str) -> Workbench {
    let model = city::model();
    let region = city::region(&model, id);
    let class = ReferenceClass::read(&city::text("regions/provinces.csv"));
    Workbench::new(model, region, DRAWS).with_reference_class(&class)
}

fn judgement(workbench: &Workbench, settings: &Settings, target: &str) -> Judgement {
    let targets = &workbench.region().targets;
    let position = targets.iter().position(|candidate| candidate.id == target).unwrap();
    workbench.evaluate(settings).assessments.raw[position].verdict.clone().unwrap()
}

fn percentile(name: &str, percentile: Option<Percentile>) -> String {
    percentile.map_or(String::new(), |Percentile { share, cases, p95 }| {
        format!("；高于{name}{cases}例中的{:.0}%（P95为{:.1}%）", 100.0 * share, 100.0 * p95)
    })
}

fn written(target: &Target, judgement: &Judgement, model: &Model) -> String {
    let measure = judged_measure(target, model, Locale::Zh);
    let mut text = format!(
        "  P50 {}（P10–P90 {}），距目标{}，可能性{}，{}\n",
        measure.value(judgement.value.p50),
        measure.range(judgement.value.p10, judgement.value.p90),
        measure.change(judgement.gap),
        chance(judgement.probability),
        light_word(Thresholds::default().light(judgement.probability)).get(Locale::Zh),
    );
    for required in &judgement.required {
        let variable = &model.variables[required.variable];
        let measure = Measure::of(&variable.unit, &model.units, variable.decimals, Locale::Zh);
        writeln!(
            text,
            "  所需：{} {} → {}，{}年年均{:+.1}{}{}{}",
            variable.name.zh,
            measure.value(required.base),
            measure.value(required.level),
            required.years,
            100.0 * required.growth,
            if variable.unit.symbol() == "%" { "个百分点" } else { "%" },
            percentile("本市历史", required.own),
            percentile("参照类", required.peers),
        )
        .unwrap();
    }
    if !judgement.assumed.is_empty() {
        writeln!(text, "  依据假设：{}", judgement.assumed.join("、")).unwrap();
    }
    text
}

/// Every target with its verdict, in the order of the plan.
fn listing(workbench: &Workbench) -> String {
    let (model, region) = (workbench.model(), workbench.region());
    let mut text =
        format!("{} · {}年目标研判（现状延续，{DRAWS}次抽样）\n", region.name.zh, region.plan_year);
    for assessment in workbench.evaluate(&Settings::present()).assessments {
        let target = &region.targets[assessment.target];
        writeln!(text, "\n{} {}：{}", target.id, target.name.zh, ask(target, model, Locale::Zh))
            .unwrap();
        let verdict = match &assessment.verdict {
            Ok(judgement) => written(target, judgement, model),
            Err(why) => format!("  {}\n", reason(why, model, Locale::Zh)),
        };
        text.push_str(&verdict);
    }
    text
}

#[test]
fn verdicts_of_every_city_are_as_recorded() {
    for id in city::region_ids() {
        golden::compare(&format!("tests/golden/assessment-{id}.txt"), &listing(&workbench(&id)));
    }
}

#[test]
fn yiyang_would_have_to_grow_faster_than_nineteen_of_twenty_provinces() {
    let judgement = judgement(&workbench("yiyang-2020"), &Settings::present(), "Y1");
    let total = judgement.main_requirement().unwrap();
    assert!((total.growth - 0.63).abs() < 0.01, "{total:?}");
    let peers = total.peers.unwrap();
    assert!(total.growth > peers.p95 && peers.cases > 100, "{peers:?}");
}

#[test]
fn a_year_that_is_missing_leaves_the_targets_of_the_others() {
    let read = |path: &str| city::text(&format!("tests/cases/{path}.toml"));
    let text = read("model");
    let mut model = model::read(SourceFile { name: "model", text: &text }).value.unwrap();
    let text = read("region");
    let region = region::read(SourceFile { name: "region", text: &text }, &model).value.unwrap();
    // The region lists the year 2021 only.
    model.assumptions[0].default = None;
    let verdict = |year: i32| {
        let mut region = region.clone();
        region.targets.raw[0].year = year;
        let workbench = Workbench::new(model.clone(), region, 64);
        workbench.evaluate(&Settings::present()).assessments.raw.remove(0).verdict
    };
    assert!(verdict(2021).is_ok());
    let lacking = vec!["growth_real 2022".to_owned(), "growth_real 2023".to_owned()];
    assert_eq!(verdict(2023).err(), Some(NotJudged::MissingFigures(lacking)));
}

#[test]
fn a_floor_is_written_as_what_it_is() {
    let said = |id: &str, target: &str, locale| {
        let model = city::model();
        let region = city::region(&model, id);
        let found = region.targets.iter().find(|candidate| candidate.id == target).unwrap();
        floor_words(found, &model, locale)
    };
    assert_eq!(said("yiyang-2020", "Y1", Locale::Zh), "2.5%");
    assert_eq!(said("shiyan-2020", "H1", Locale::Zh), "±2%");
    assert_eq!(said("yiyang-2020", "Y2", Locale::Zh), "参照水平");
    assert_eq!(said("yiyang-2020", "Y2", Locale::En), "the reference level");
}

#[test]
fn statistics_training_adds_nothing_real() {
    let workbench = workbench("yiyang-2020");
    let share = |lever: &str, setting: f64| {
        let mut settings = Settings::present();
        settings.set(lever, LeverPath::Constant(InUnit(setting)));
        judgement(&workbench, &settings, "Y1").real_share
    };
    assert_eq!(share("statistics_coverage", 50.0), Some(0.0));
    let grants = share("project_grants", 1000.0).unwrap();
    assert!((grants - 1.0).abs() < 1e-9, "{grants}");
    let subsidy = share("after_subsidy", 1000.0).unwrap();
    assert!((0.5..0.95).contains(&subsidy), "{subsidy}");
    assert_eq!(share("project_grants", 0.0), None);
}
