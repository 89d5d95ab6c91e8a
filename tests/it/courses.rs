//! Targets that ask about a change, in every city: judged, written and drawn as what they are.

use tuiyan::analysis::{Judgement, Workbench};
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::Settings;
use tuiyan::region::{Target, TargetKind};
use tuiyan::unit::InUnit;
use tuiyan::wording::{judged_measure, target_name};

use crate::city;

/// The targets of a city with their verdicts; one of each kind of change is added for every
/// indicator that it has a value of.
fn judged(model: &Model, id: &str) -> Vec<(Target, Judgement)> {
    let mut region = city::region(model, id);
    let values = region.targets.clone().into_iter();
    for target in values.filter(|target| target.kind == TargetKind::Value) {
        for kind in [TargetKind::Growth, TargetKind::Increase] {
            let id = format!("{}-{kind:?}", target.id);
            region.targets.push(Target { id, kind, ..target.clone() });
        }
    }
    let mut settings = Settings::present();
    settings.set("after_subsidy", tuiyan::plan::LeverPath::Constant(InUnit(500.0)));
    let report = Workbench::new(model.clone(), region.clone(), 256).evaluate(&settings);
    let targets = region.targets.into_iter_enumerated();
    targets
        .filter_map(|(position, target)| Some((target, report.judgement(position)?.clone())))
        .collect()
}

#[test]
fn a_change_is_followed_through_the_years_in_its_own_measure() {
    let model = city::model();
    let mut changes = 0;
    for id in city::REGIONS {
        for (target, judgement) in judged(&model, id) {
            let Some(course) = &judgement.course else {
                assert!(!target.kind.is_change(), "{id} {}", target.id);
                continue;
            };
            changes += 1;
            assert!(target.kind.is_change(), "{id} {}", target.id);
            let of_year = |years: &[tuiyan::analysis::YearSummary]| {
                years.iter().find(|year| year.year == target.year).unwrap().summary.unwrap()
            };
            assert_eq!(of_year(&course.scenario), judgement.value, "{id} {}", target.id);
            assert_eq!(of_year(&course.outlook), judgement.outlook, "{id} {}", target.id);
        }
    }
    assert!(changes > 20, "{changes}");
}

#[test]
fn the_real_part_is_of_what_the_target_asks_about() {
    let model = city::model();
    for id in city::REGIONS {
        for (target, judgement) in judged(&model, id) {
            let Some(real) = judgement.real else { continue };
            assert_ne!(target.kind, TargetKind::Growth, "no part of a growth is real");
            let size = real.abs() / judgement.value.p50.abs().max(judgement.value.p90.abs());
            assert!(size <= 1.0 + 1e-9, "{id} {}: {real} of {:?}", target.id, judgement.value);
        }
    }
}

#[test]
fn a_change_is_named_and_measured_as_one() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let share = region.targets.iter().find(|target| target.indicator == "rd_intensity").unwrap();
    let of = |kind| Target { kind, ..share.clone() };
    let (growth, increase) = (of(TargetKind::Growth), of(TargetKind::Increase));
    let name = |target: &Target| target_name(target, Locale::Zh).into_owned();
    assert_eq!(name(&increase), format!("{}净增", share.name.zh));
    assert_eq!(name(&growth), format!("{}增速", share.name.zh));
    assert_eq!(name(share), share.name.zh);
    let measure = judged_measure(&increase, &model, Locale::Zh);
    assert_eq!(measure.value(0.0055).to_string(), "0.55个百分点");
    assert_eq!(measure.heading(), "百分点");
    let english = judged_measure(&increase, &model, Locale::En);
    assert_eq!(english.value(0.0055).to_string(), "0.55 percentage points");
}
