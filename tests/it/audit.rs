//! 体检 of the built-in cities: files that a person reads, and what must be among the findings.

use std::fmt::Write as _;

use tuiyan::analysis::{Finding, FindingSeverity, Fix, Issue, ReferenceClass, Workbench, audit};
use tuiyan::locale::Locale;
use tuiyan::plan::{Settings, Thresholds};
use tuiyan::region::{Region, Target, TargetKind};
use tuiyan::wording::{finding_words, fix_words, severity_word};

use crate::{city, golden};

const DRAWS: usize = 2048;

fn workbench(id: &str, change: impl FnOnce(&mut Region)) -> Workbench {
    let model = city::model();
    let mut region = city::region(&model, id);
    change(&mut region);
    let class = ReferenceClass::read(&city::text("regions/provinces.csv"));
    Workbench::new(model, region, DRAWS).with_reference_class(&class)
}

fn findings(workbench: &Workbench) -> Vec<Finding> {
    audit(workbench, &workbench.evaluate(&Settings::present()), Thresholds::default())
}

fn ids<'w>(workbench: &'w Workbench, finding: &Finding) -> Vec<&'w str> {
    let targets = finding.targets.iter();
    targets.map(|target| workbench.region().targets[*target].id.as_str()).collect()
}

/// The issue that is found of exactly these targets and passes.
#[track_caller]
fn found(workbench: &Workbench, targets: &[&str], is: impl Fn(&Issue) -> bool) -> Finding {
    let mut all = findings(workbench).into_iter();
    all.find(|finding| ids(workbench, finding) == targets && is(&finding.issue)).unwrap()
}

fn listing(workbench: &Workbench) -> String {
    let (model, region) = (workbench.model(), workbench.region());
    let mut text = format!("{} · {}年目标体检\n", region.name.zh, region.plan_year);
    for finding in findings(workbench) {
        let severity = severity_word(finding.severity).get(Locale::Zh);
        let targets = ids(workbench, &finding).join("、");
        let words = finding_words(&finding, model, region, Locale::Zh);
        write!(text, "\n[{severity}] {targets}\n  {words}\n").unwrap();
        for fix in &finding.fixes {
            writeln!(text, "  建议：{}", fix_words(fix, model, region, Locale::Zh)).unwrap();
        }
    }
    text
}

#[test]
fn findings_of_every_city_are_as_recorded() {
    for id in city::REGIONS {
        let text = listing(&workbench(id, |_| {}));
        golden::compare(&format!("tests/golden/audit-{id}.txt"), &text);
    }
}

#[test]
fn sums_that_do_not_add_up_are_found() {
    let changde = workbench("changde-2019", |_| {});
    let sum = found(&changde, &["C19a", "C19b"], |issue| {
        matches!(issue, Issue::Contradiction { left: 240.0, right: 239.0, .. })
    });
    assert_eq!(sum.severity, FindingSeverity::Error);
    let mended = sum.fixes[0].applied(changde.region());
    let changde = workbench("changde-2019", |region| *region = mended);
    let all = findings(&changde);
    assert!(all.iter().all(|finding| !matches!(finding.issue, Issue::Contradiction { .. })));
}

#[test]
fn numbers_that_targets_imply_are_found() {
    let xiangxi = workbench("xiangxi-2022", |_| {});
    let near = |wanted: f64| move |issue: &Issue| matches!(issue, Issue::Implied { value, .. } if (value / wanted - 1.0).abs() < 0.005);
    found(&xiangxi, &["X3", "X4"], near(0.379));
    found(&xiangxi, &["X1", "X16", "X17"], near(319e8));
    found(&workbench("tongren-2020", |_| {}), &["T5", "T6"], near(0.653));
}

#[test]
fn money_that_cannot_bring_the_result_is_found() {
    let tongren = workbench("tongren-2020", |_| {});
    found(&tongren, &["T16a", "T16b"], |issue| {
        matches!(issue, Issue::SmallPartOfResult { money: 3e6, result: 4.5e8, .. })
    });
    found(&tongren, &["T8", "T10", "T14"], |issue| matches!(issue, Issue::Nested { .. }));
}

#[test]
fn a_target_far_below_the_outlook_is_found() {
    let changde = workbench("changde-2019", |_| {});
    found(&changde, &["C18"], |issue| matches!(issue, Issue::FarBelowOutlook { .. }));
    found(&changde, &["C19a", "C18"], |issue| {
        matches!(issue, Issue::OneNumberTwoIndicators { .. })
    });
}

#[test]
fn a_copied_target_and_two_verbs_are_found() {
    let yiyang = workbench("yiyang-2020", |_| {});
    let copied = found(&yiyang, &["Y1"], |issue| {
        let Issue::CopiedFromProvince { value, required: Some(required) } = issue else {
            return false;
        };
        (value - 0.025).abs() < 1e-12 && (required.growth - 0.63).abs() < 0.01
    });
    assert!(matches!(copied.fixes[..], [Fix::Floor { floor, .. }] if floor < 0.02));
    found(&yiyang, &["Y6"], |issue| matches!(issue, Issue::TwoCommitments { .. }));
    found(&yiyang, &["Y3"], |issue| matches!(issue, Issue::Ambiguous(_)));
    found(&yiyang, &["Y7"], |issue| matches!(issue, Issue::MissingBase(_)));
}

#[test]
fn a_slip_of_the_unit_is_found_and_mended() {
    let yiyang = workbench("yiyang-2020", |region| region.targets.raw[0].floor *= 100.0);
    let slip = found(&yiyang, &["Y1"], |issue| matches!(issue, Issue::UnitSlip { .. }));
    let floor = slip.fixes[0].applied(yiyang.region()).targets.raw[0].floor;
    assert!((floor - 0.025).abs() < 1e-12);
}

#[test]
fn two_numbers_for_one_indicator_are_found() {
    let yiyang = workbench("yiyang-2020", |region| {
        let mut again = region.targets.raw[4].clone();
        (again.id, again.floor) = ("Y5b".into(), 1.2e9);
        region.targets.push(again);
    });
    found(&yiyang, &["Y5", "Y5b"], |issue| matches!(issue, Issue::TwoValues { .. }));
}

/// A plan of one target, made from one of the city's.
fn one_target(id: &str, of: &str, change: impl FnOnce(&mut Target)) -> Workbench {
    workbench(id, |region| {
        region.targets.retain(|target| target.id == of);
        region.targets.raw[0].readings.clear();
        change(&mut region.targets.raw[0]);
    })
}

fn is_found(workbench: &Workbench, is: impl Fn(&Issue) -> bool) -> bool {
    findings(workbench).iter().any(|finding| is(&finding.issue))
}

#[test]
fn a_level_set_against_a_higher_mean_is_found() {
    let found = |reference: &str| {
        let plan = one_target("yiyang-2020", "Y1", |target| {
            target.kind = TargetKind::Relative;
            target.relative_to = Some(reference.into());
            target.floor = 0.0;
        });
        is_found(
            &plan,
            |issue| matches!(issue, Issue::LevelAgainstMean { value, reference } if value < reference),
        )
    };
    // 1.8 % of GDP beside a share of some 17 %, and beside its own real part.
    assert!(found("high_tech_value_added_share"));
    assert!(!found("rd_intensity_real"));
}

#[test]
fn growth_may_be_set_against_a_mean() {
    let plan = one_target("yiyang-2020", "Y2", |_| {});
    assert!(!is_found(&plan, |issue| matches!(issue, Issue::LevelAgainstMean { .. })));
}

#[test]
fn a_change_of_a_share_in_percent_is_found_and_mended() {
    let plan = one_target("yiyang-2020", "Y1", |target| {
        target.kind = TargetKind::Increase;
        target.floor = 0.002;
    });
    let is_slip = |issue: &Issue| matches!(issue, Issue::PercentForPoints { change: 0.002 });
    let slip = found(&plan, &["Y1"], is_slip);
    assert_eq!(slip.severity, FindingSeverity::Warning);
    let mended = slip.fixes[0].applied(plan.region());
    assert_eq!(mended.targets.raw[0].unit.symbol(), "百分点");
    assert_eq!(mended.targets.raw[0].floor.to_bits(), 0.002_f64.to_bits());
    let plan = workbench("yiyang-2020", |region| *region = mended);
    assert!(!is_found(&plan, |issue| matches!(issue, Issue::PercentForPoints { .. })));
}

#[test]
fn a_growth_in_percent_is_no_slip() {
    let plan = one_target("changde-2019", "C17", |_| {});
    assert!(!is_found(&plan, |issue| matches!(issue, Issue::PercentForPoints { .. })));
}

/// Growth of R&D at the pace of other places, and firms as the stock and its increase agree.
#[test]
fn a_consistent_plan_gives_nothing() {
    let changde = workbench("changde-2019", |region| {
        region.targets.retain(|target| ["C19a", "C19b", "C17"].contains(&target.id.as_str()));
        for target in &mut region.targets {
            target.readings.clear();
            match target.id.as_str() {
                "C19a" => target.floor = 75.0,
                "C19b" => target.floor = 284.0,
                _ => target.kind = TargetKind::Value,
            }
        }
    });
    let left: Vec<Issue> = findings(&changde).into_iter().map(|finding| finding.issue).collect();
    let only_assumed = left.iter().all(|issue| matches!(issue, Issue::AssumedBase(_)));
    assert!(only_assumed, "{left:?}");
}
