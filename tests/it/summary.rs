//! The summary for a document: its wording, and that it never changes by itself.

use expect_test::expect;

use tuiyan::analysis::Workbench;
use tuiyan::exchange::summary::summary;
use tuiyan::locale::Locale;
use tuiyan::plan::ScenarioId;
use tuiyan::region::TargetKind;
use tuiyan::session::{Action, Edit, Session};
use tuiyan::unit::InUnit;
use tuiyan::wording::ask;

use crate::{city, session};

fn written(actions: Vec<Action>, locale: Locale) -> Vec<String> {
    let model = city::model();
    let start = Session::new(session::plan(&model));
    let session = actions.into_iter().fold(start, Session::after);
    let plan = session.plan();
    let workbench = Workbench::new(model.clone(), (*plan.region).clone(), 1024);
    summary(plan, &model, &workbench.evaluate(session.settings()), locale)
}

fn moved(ceiling: f64) -> Vec<Action> {
    let lever = "after_subsidy".to_owned();
    vec![
        Edit::SetLever { lever, value: InUnit(60.0), fresh: ScenarioId(1) }.into(),
        Edit::SetCeiling(Some(ceiling)).into(),
    ]
}

#[test]
fn computed_values_are_worded_as_expectations() {
    let paragraphs = written(moved(1e9), Locale::Zh);
    expect!["益阳市2020年科技创新目标测算摘要（方案1）"].assert_eq(&paragraphs[0]);
    expect!["1. 企业研发后补助：0→60万元。"].assert_eq(&paragraphs[2]);
    let intensity = paragraphs.iter().find(|text| text.contains("可能性")).unwrap();
    assert!(intensity.contains("。经测算，预计2020年"), "{intensity}");
    let money = &paragraphs[paragraphs.len() - 2];
    assert!(money.starts_with("经测算，预计2020年市本级新增支出"), "{money}");
    assert!(money.contains("在上限100,000万元以内"), "{money}");
    assert!(paragraphs.last().unwrap().contains("不是统计数据"));
    let over = written(moved(1e4), Locale::Zh);
    assert!(over[over.len() - 2].contains("超过上限1万元"), "{}", over[over.len() - 2]);
}

#[test]
fn tax_that_is_not_collected_stands_apart_from_spending() {
    let lever = "super_deduction_uptake".to_owned();
    let actions = vec![
        Edit::SetLever { lever, value: InUnit(60.0), fresh: ScenarioId(1) }.into(),
        Edit::SetCeiling(Some(1e4)).into(),
    ];
    let paragraphs = written(actions, Locale::Zh);
    let money = &paragraphs[paragraphs.len() - 2];
    assert!(money.contains("市本级新增支出0万元，在上限1万元以内"), "{money}");
    assert!(money.contains("另外，经测算，预计2020年市本级少收税款"), "{money}");
    assert!(money.ends_with("不计入支出。"), "{money}");
}

#[test]
fn every_target_is_in_it_in_both_languages() {
    let region = city::region(&city::model(), "yiyang-2020");
    for locale in [Locale::Zh, Locale::En] {
        let text = written(Vec::new(), locale).join("\n");
        for target in &region.targets {
            assert!(text.contains(target.name.get(locale)), "{}", target.id);
            // Its number too, whether or not it is computed.
            let is_recorded =
                matches!(target.kind, TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule);
            let is_placeholder = target.floor == 1.0 && target.unit.symbol() == "1";
            if is_recorded && target.floor != 0.0 && !is_placeholder {
                let asked = ask(target, &city::model(), locale);
                assert!(text.contains(&asked), "{}: {asked}", target.id);
                assert!(asked.chars().any(|letter| letter.is_ascii_digit()), "{asked}");
            }
        }
    }
}

#[test]
fn without_measures_it_says_so_and_is_the_same_every_time() {
    let once = written(Vec::new(), Locale::Zh);
    assert_eq!(once[2], "1. 延续现行政策，不新增措施。");
    assert_eq!(once, written(Vec::new(), Locale::Zh));
}
