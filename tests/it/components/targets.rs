//! The screen of targets, rendered for a built-in city.

use std::rc::Rc;

use tuiyan::locale::Locale;
use tuiyan::plan::{Plan, Recorded, Status, Thresholds};
use tuiyan::session::Screen;
use tuiyan::ui::targets::Targets;
use tuiyan::ui::targets::editor::{Editor, Props};
use yew::Callback;

use super::{assert_says, given, render, text};

async fn screen(id: &str, locale: Locale, edit: impl FnOnce(&mut Plan)) -> String {
    render::<Targets>(given::of_city(id, Screen::Targets, locale, edit)).await
}

/// The piece of `html` from the element with `mark` to the next `end`.
fn piece<'h>(html: &'h str, mark: &str, end: &str) -> &'h str {
    let rest = html.split_once(mark).unwrap_or_else(|| panic!("no {mark} in {html}")).1;
    rest.split_once(end).unwrap().0
}

#[tokio::test]
async fn every_target_of_the_plan_has_a_row_with_its_tools() {
    let html = screen("yiyang-2020", Locale::Zh, |_| {}).await;
    let given = given::of_city("yiyang-2020", Screen::Targets, Locale::Zh, |_| {});
    for target in &given.scene.region.targets {
        let row = piece(&html, &format!("data-target=\"{}\"", target.id), "</tr>");
        assert!(row.contains(&format!("编辑：{}", target.name.zh)), "{row}");
        assert!(row.contains(&format!("删除：{}", target.name.zh)), "{row}");
    }
    assert!(!html.contains("style="), "the content security policy blocks inline styles");
}

#[tokio::test]
async fn a_row_says_what_is_asked_where_it_stands_and_who_answers() {
    let html = screen("yiyang-2020", Locale::Zh, |_| {}).await;
    let row = text(piece(&html, "data-target=\"Y1\"", "</tr>"));
    for words in ["二、主要目标 · 责任：各区县（市）政府、园区、企业", "力争达到2.5%", "2020年"]
    {
        assert!(row.contains(words), "{words}: {row}");
    }
    assert!(row.contains("差距较大") || row.contains("接近") || row.contains("达标"), "{row}");
}

#[tokio::test]
async fn what_a_person_records_shows_its_status() {
    let status = Recorded { status: Status::UnderWay, note: String::new() };
    let recorded = |plan: &mut Plan| {
        let milestone = plan.region.targets.iter().find(|target| target.variable.is_none());
        plan.statuses.insert(milestone.unwrap().id.clone(), status);
    };
    let html = screen("shiyan-2020", Locale::Zh, recorded).await;
    let chosen = html
        .split("<option")
        .find(|option| option.contains("selected") && option.contains("推进中"));
    assert!(chosen.is_some(), "{html}");
}

#[tokio::test]
async fn the_verb_of_the_ladder_follows_the_plans_thresholds() {
    let lenient = Thresholds { ensure: 0.0, strive: 0.0, effort: 0.0, ..Thresholds::default() };
    for (rule, said) in [(Thresholds::default(), "不宜写入"), (lenient, "确保")] {
        let html = screen("yiyang-2020", Locale::Zh, |plan| plan.thresholds = rule).await;
        let ladder = piece(&html, "data-ladder=\"Y1\"", "</tbody>");
        let floor = text(piece(ladder, "data-value=\"floor\"", "</td>"));
        assert!(floor.contains(said), "{floor}");
    }
    let html = screen("yiyang-2020", Locale::Zh, |plan| plan.thresholds = lenient).await;
    assert_says(&html, &["2020年研发经费投入强度确保达到2.5%。", "目标用词改为“确保”"]);
}

#[tokio::test]
async fn a_plan_without_targets_says_what_to_do() {
    assert_says(
        &screen("blank", Locale::Zh, |_| {}).await,
        &["还没有目标", "＋新增目标", "给不出建议"],
    );
    assert_says(&screen("blank", Locale::En, |_| {}).await, &["No target yet", "+ New target"]);
}

#[tokio::test]
async fn the_form_shows_what_the_target_says() {
    let given = given::of_city("yiyang-2020", Screen::Targets, Locale::En, |_| {});
    let target = given.scene.region.targets.iter().find(|target| target.id == "Y3").unwrap();
    let props = Props {
        scene: given.scene.clone(),
        target: target.clone(),
        is_typed: Rc::default(),
        is_in_the_way: false,
        on_done: Callback::noop(),
    };
    let html = render::<Editor>(props).await;
    for value in ["value=\"40\"", "value=\"2020\"", "value=\"net increase\""] {
        assert!(html.contains(value), "{value}: {html}");
    }
    assert_says(&html, &["Indicator (type to search)", "at least", "Save target", "Cancel"]);
}
