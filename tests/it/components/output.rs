//! The screen 输出: what is offered, and that it is of the scenario in hand.

use tuiyan::exchange::tables::TableKind;
use tuiyan::locale::Locale;
use tuiyan::plan::{LeverPath, ScenarioId};
use tuiyan::session::Screen;
use tuiyan::ui::output::Output;
use tuiyan::ui::state::given::Given;
use tuiyan::unit::InUnit;

use super::{assert_says, given, render, text};

fn moved(locale: Locale) -> Given {
    given::of_city("yiyang-2020", Screen::Output, locale, |plan| {
        let id = plan.scenarios.add(ScenarioId(1), "稳妥包".to_owned()).unwrap();
        let scenario = plan.scenarios.get_mut(id).unwrap();
        scenario.settings.set("hnte_award", LeverPath::Constant(InUnit(30.0)));
        plan.scenarios.select(id);
    })
}

#[tokio::test]
async fn every_output_is_offered_for_the_scenario_in_hand() {
    let html = render::<Output>(moved(Locale::Zh)).await;
    assert_says(
        &html,
        &[
            "输出的是方案“稳妥包”",
            "保存规划文件",
            "附上地区数据",
            "经测算，预计",
            "打印或存为PDF",
            "全部打包",
        ],
    );
    for kind in TableKind::ALL {
        for label in ["查看", "复制", "保存CSV"] {
            let label = format!(r#"aria-label="{label}：{}""#, kind.name().get(Locale::Zh));
            assert!(html.contains(&label), "{label}");
        }
    }
    assert!(!html.contains(" style="));
}

#[tokio::test]
async fn the_link_leaves_figures_out_and_says_what_that_means() {
    let html = render::<Output>(moved(Locale::En)).await;
    assert_says(&html, &["Include the region's figures", "whoever has the link can read them"]);
    assert!(html.contains("#s=2."), "the link stands in its field");
    assert!(!text(&html).contains("You changed figures"));
    let mut given = moved(Locale::En);
    given = given::of_city("yiyang-2020", Screen::Output, given.scene.locale, |plan| {
        let mut region = (*plan.region).clone();
        region.figures.values_mut().next().unwrap().value *= 2.0;
        plan.region = std::rc::Rc::new(region);
    });
    assert_says(&render::<Output>(given).await, &["You changed figures of the region."]);
}
