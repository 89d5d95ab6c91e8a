//! The screen of the data, rendered for built-in cities.

use tuiyan::locale::Locale;
use tuiyan::plan::{Plan, ScenarioId};
use tuiyan::session::{Edit, Screen, Session};
use tuiyan::ui::data::Data;

use super::given::of_city;
use super::{assert_says, render, text};

async fn screen(city: &str, locale: Locale, edit: impl FnOnce(&mut Plan)) -> String {
    render::<Data>(of_city(city, Screen::Data, locale, edit)).await
}

/// The tag of the field with this label.
#[track_caller]
fn field<'h>(html: &'h str, label: &str) -> &'h str {
    let wanted = format!("aria-label=\"{label}\"");
    let mut tags = html.split("<input").skip(1).map(|rest| rest.split_once('>').unwrap().0);
    tags.find(|tag| tag.contains(&wanted)).unwrap_or_else(|| panic!("no field {label}"))
}

#[tokio::test]
async fn figures_stand_by_year_with_their_kind_of_origin() {
    let html = screen("yiyang-2020", Locale::Zh, |_| ()).await;
    assert!(field(&html, "地区生产总值（2019年）").contains("value=\"1,785\""));
    assert!(field(&html, "地区生产总值（2015年）").contains("value=\"1,359.6\""));
    assert!(field(&html, "地区生产总值（2017年）").contains("value=\"\""));
    assert!(html.contains("origin-guessed") && html.contains("origin-derived"));
    assert_says(&html, &["益阳市的数据：基期2019年，规划2020年", "先核实这些假设", "政策现状"]);
}

#[tokio::test]
async fn amounts_are_entered_in_the_unit_of_the_language() {
    let html = screen("yiyang-2020", Locale::En, |_| ()).await;
    assert!(field(&html, "GDP (2019)").contains("value=\"178.5\""));
    assert_says(&html, &["CNY billion", "Data of Yiyang"]);
}

#[tokio::test]
async fn a_blank_region_asks_for_its_first_figures_and_says_why() {
    let html = screen("blank", Locale::Zh, |_| ()).await;
    let said = text(&html);
    let count = said.split("先填这").nth(1).unwrap().split('个').next().unwrap();
    assert!((1..=8).contains(&count.parse::<usize>().unwrap()), "{count}");
    assert_says(&html, &["就能看到第一批推演", "填上后可推演："]);
    assert!(!html.contains("id=\"glimpses\""));
}

#[tokio::test]
async fn a_changed_assumption_is_marked() {
    let changed = |plan: &mut Plan| {
        let assumption = "gdp_growth_real".to_owned();
        let action = Edit::SetAssumption {
            assumption,
            year: 2021,
            value: Some(0.065),
            fresh: ScenarioId(1),
        };
        *plan = Session::new(plan.clone()).after(action).plan().as_ref().clone();
    };
    let html = screen("yiyang-2020", Locale::Zh, changed).await;
    assert!(field(&html, "地区生产总值实际增速（2021年）").contains("value=\"6.5\""));
    assert_says(&html, &["改动记在方案“方案1”里", "已改"]);
    let untouched = screen("yiyang-2020", Locale::Zh, |_| ()).await;
    assert!(!text(&untouched).contains("已改 "));
    assert!(field(&untouched, "地区生产总值实际增速（2021年）").contains("不填按5.5"));
}
