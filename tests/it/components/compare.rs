//! The screen of comparison and the order of the scenario strip, rendered on the host.

use tuiyan::desk::Ground;
use tuiyan::locale::Locale;
use tuiyan::plan::{LeverPath, Plan, Scenario, ScenarioId, Scenarios};
use tuiyan::session::Screen;
use tuiyan::shared::Shared;
use tuiyan::ui::compare::Compare;
use tuiyan::ui::desk::scenario_strip::{ScenarioStrip, tabs};
use tuiyan::unit::InUnit;
use tuiyan::wording::Tally;
use yew::{BaseComponent, Callback, props};

use super::{assert_says, given, render, text};

/// The screen for a plan of a built-in city.
async fn screen(locale: Locale, edit: impl FnOnce(&mut Plan)) -> String {
    render::<Compare>(given::of_city("yiyang-2020", Screen::Compare, locale, edit)).await
}

fn subsidised(plan: &mut Plan) {
    let id = plan.scenarios.add(ScenarioId(1), "甲".to_owned()).unwrap();
    let scenario = plan.scenarios.get_mut(id).unwrap();
    scenario.settings.set("after_subsidy", LeverPath::Constant(InUnit(500.0)));
}

#[tokio::test]
async fn without_a_scenario_the_next_step_is_named() {
    let html = screen(Locale::Zh, |_| ()).await;
    assert_says(&html, &["还没有可以比较的方案", "请到推演台拖动政策杠杆", "哪项政策最管用"]);
    assert!(!html.contains("<table"), "nothing to compare, no table");
}

#[tokio::test]
async fn two_scenarios_stand_side_by_side_with_what_was_changed() {
    let html = screen(Locale::Zh, subsidised).await;
    assert_says(
        &html,
        &[
            "甲没有改变任何研判",
            "现状延续（参照）",
            "比现状延续多500万元。",
            "其中真实",
            "差为百分点",
            "企业研发后补助：0→500万元",
            "叠加走势",
        ],
    );
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(!html.contains("style="), "the content security policy blocks inline styles");
}

#[tokio::test]
async fn what_is_not_computed_yet_is_waited_for_and_not_computed_while_the_screen_is_drawn() {
    let mut given = given::of_city("yiyang-2020", Screen::Compare, Locale::Zh, subsidised);
    given.ground = Shared::new(Ground::new(&given.plan, &given.declared));
    let html = render::<Compare>(given.clone()).await;
    assert_says(&html, &["正在计算……"]);
    assert!(!html.contains("<table"), "nothing is compared yet");
    let all = given.plan.scenarios.all();
    let others: Vec<&Scenario> =
        all.iter().filter(|scenario| scenario.id != given.plan.scenarios.current().id).collect();
    assert!(others.iter().all(|scenario| given.ground.known(scenario).is_none()));
}

#[tokio::test]
async fn english_leaves_only_names_of_the_plan_in_chinese() {
    let html = text(&screen(Locale::En, subsidised).await);
    let han: String = html.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    assert!(han.chars().all(|c| c == '甲'), "{han}");
}

#[tokio::test]
async fn the_strip_moves_scenarios_and_marks_the_reference() {
    let mut scenarios = Scenarios::default();
    let first = scenarios.add(ScenarioId(1), "甲".to_owned()).unwrap();
    let second = scenarios.add(ScenarioId(2), "乙".to_owned()).unwrap();
    scenarios.set_reference(first);
    let strip_where = async |scenarios: &Scenarios, compares: bool| {
        let mut tallies = vec![Some(Tally::default()); scenarios.all().len()];
        // The last one is still computed.
        tallies.pop();
        tallies.push(None);
        render::<ScenarioStrip>(props!(<ScenarioStrip as BaseComponent>::Properties {
            tabs: tabs(scenarios, &tallies, Locale::Zh),
            has_room: true,
            compares,
            locale: Locale::Zh,
            on_action: Callback::noop(),
        }))
        .await
    };
    let strip = async |scenarios: &Scenarios| strip_where(scenarios, true).await;
    // Elsewhere nothing is compared with the reference, so nothing offers it.
    let elsewhere = strip_where(&scenarios, false).await;
    assert!(!elsewhere.contains("参照"), "{elsewhere}");
    let html = strip(&scenarios).await;
    assert_says(&html, &["甲参照", "左移", "右移", "设为参照"]);
    assert!(button(&html, "右移：乙").contains("disabled"), "it is the last one");
    assert!(!button(&html, "左移：乙").contains("disabled"));
    scenarios.select(ScenarioId::PRESENT);
    assert!(!text(&strip(&scenarios).await).contains("左移"), "present policy stays first");
    scenarios.delete(second);
    scenarios.select(first);
    let html = strip(&scenarios).await;
    assert!(!text(&html).contains("左移"), "one scenario has no order");
    assert!(button(&html, "设为参照：甲").contains("disabled"));
}

/// The tag of the button with this label.
fn button<'h>(html: &'h str, label: &str) -> &'h str {
    let tags = html.split("<button");
    let mut tags = tags.map(|tag| tag.split_once('>').map_or("", |(tag, _)| tag));
    tags.find(|tag| tag.contains(label)).unwrap()
}
