//! 为什么: the page of a number, the list of all numbers, and the causal map.

use std::rc::Rc;

use tuiyan::locale::Locale;
use tuiyan::plan::Plan;
use tuiyan::session::{Inquiry, Screen, View};
use tuiyan::ui::explain::Explain;
use tuiyan::ui::state::given::Given;

use super::{assert_says, given, render, text};

fn yiyang(edit: impl FnOnce(&mut Plan)) -> Given {
    given::of_city("yiyang-2020", Screen::Explain, Locale::Zh, edit)
}

/// What is on screen after these ids were opened, one from the other.
async fn page(given: &Given, locale: Locale, trail: &[&str]) -> String {
    let trail = trail.iter().map(|id| (*id).to_owned()).collect();
    asked(given, locale, Inquiry { trail, on_map: false }).await
}

async fn asked(given: &Given, locale: Locale, inquiry: Inquiry) -> String {
    let view = View { locale, inquiry, ..given.view.clone() };
    let mut given = Given { view, ..given.clone() };
    given.scene.locale = locale;
    render::<Explain>(given).await
}

/// The text of the element with this attribute.
#[track_caller]
fn part(html: &str, attribute: &str) -> String {
    let (_, after) = html.split_once(attribute).unwrap_or_else(|| panic!("no {attribute}"));
    let (_, inside) = after.split_once('>').unwrap();
    text(&format!("<p>{}", inside.split_once("</p>").map_or(inside, |(inside, _)| inside)))
}

#[tokio::test]
async fn an_indicator_opens_up_to_formula_values_users_and_sources() {
    let given = yiyang(|_| ());
    let html = page(&given, Locale::Zh, &["rd_intensity"]).await;
    assert_says(
        &html,
        &[
            "全社会研发经费与地区生产总值之比。",
            "指标 · 研发投入M规则",
            "2020年，推演中位数",
            "力争达到2.5%",
            "研判差距较大",
            "不确定性从哪里来",
            "正在计算",
            "目标“研发经费投入强度”",
            "研发强度提升空间",
            "在因果图上看",
        ],
    );
    let words = part(&html, "data-formula=\"words\"");
    assert_eq!(words, "“研发经费投入强度”=“全社会研发经费”÷“地区生产总值”");
    let values = part(&html, "data-formula=\"values\"");
    assert!(values.contains("亿元÷") && values.ends_with("亿元"), "{values}");
    // The card shows the same number.
    let judgement = given.run.outcome.report.assessments.raw[0].verdict.as_ref().unwrap();
    let shown = format!("{:.2}%", 100.0 * judgement.value.p50);
    assert_eq!(part(&html, "data-formula=\"result\""), format!("= {shown}"));
    assert!(html.contains("<table class=\"unfolded\""));
    assert!(!html.contains("style="), "the policy blocks inline styles");

    let html = page(&given, Locale::En, &["rd_intensity"]).await;
    let words = part(&html, "data-formula=\"words\"");
    assert_eq!(words, "“R&amp;D intensity” = “R&amp;D expenditure (GERD)” ÷ “GDP”");
    assert_says(
        &html,
        &["2020, projected median", "Where the uncertainty comes from", "Step by step"],
    );
}

#[tokio::test]
async fn figures_parameters_levers_and_terms_have_pages_of_their_own() {
    let given = yiyang(|_| ());
    let html = page(&given, Locale::Zh, &["rd_intensity", "rd"]).await;
    let datum = given.scene.region.figures["rd"].clone();
    assert_says(&html, &["出处", &datum.source, "2019年", "基期年的数误差约5%"]);
    assert!(html.contains("aria-current=\"page\">全社会研发经费"), "the end of the trail");
    let html = page(&given, Locale::Zh, &["subsidy_half_ratio"]).await;
    assert_says(&html, &["参数", "它自己的分布：", "每次抽样从它自己的分布里取一个值。"]);
    assert!(!html.contains("<select"), "a parameter has no year to choose");
    let html = page(&given, Locale::Zh, &["after_subsidy"]).await;
    assert_says(
        &html,
        &[
            "市本级花多少钱",
            "经费：比现状多出的“企业研发后补助”",
            "政策杠杆 · 研发投入",
            "E实证",
            "可设0–5,000万元：试点（到500万元）、常规（到2,000万元）、大力度（到5,000万元）。",
            "2020年，当前方案的设置",
        ],
    );
    let html = page(&given, Locale::Zh, &["gdp_growth_real"]).await;
    assert_says(&html, &["外部假设", "2020："]);
    let html = page(&given, Locale::Zh, &["gdp_shock"]).await;
    assert_says(&html, &["随机波动", "每年独立"]);
    let html = page(&given, Locale::Zh, &["no_such_number"]).await;
    assert_says(&html, &["这份模型里没有这个数。"]);
}

#[tokio::test]
async fn what_lacks_figures_says_which() {
    let given = yiyang(|plan| {
        Rc::make_mut(&mut plan.region).figures.remove("gdp");
    });
    let html = page(&given, Locale::Zh, &["rd_intensity"]).await;
    let said = part(&html, "data-value=\"none\"");
    assert!(said.starts_with("缺少数据：") && said.contains("地区生产总值"), "{said}");
    let html = page(&given, Locale::Zh, &["gdp"]).await;
    assert_says(&html, &["本市没有给出，模型也没有通用值；用到它的数都算不出。"]);
}

#[tokio::test]
async fn the_list_has_every_number_by_kind() {
    let given = yiyang(|_| ());
    let html = page(&given, Locale::Zh, &[]).await;
    let count = given.scene.model.references().count();
    assert_says(&html, &[&format!("{count}个"), "政策杠杆", "外部假设", "本市数据", "参数"]);
    assert_eq!(html.matches("<ul class=\"all-numbers\"").count(), 9);
}

#[tokio::test]
async fn the_map_lights_the_way_of_a_lever_in_numbers() {
    let given = yiyang(|_| ());
    let html =
        asked(&given, Locale::Zh, Inquiry { trail: vec!["after_subsidy".into()], on_map: true })
            .await;
    assert_says(&html, &["企业研发后补助试加一档到50万元，其他杠杆不动", "因果图"]);
    let (_, path) = html.split_once("<ol class=\"map-path\">").unwrap();
    let path = text(&format!("<p>{}", path.split_once("</ol>").unwrap().0));
    assert!(path.starts_with("企业研发后补助 +50万元后补助带来的研发（长期） +"), "{path}");
    let (_, end) = path.rsplit_once("研发经费投入强度").unwrap();
    assert!(end.trim().starts_with("+0.0") && end.ends_with("个百分点"), "{path}");
    assert_eq!(html.matches("tabindex=\"0\" title").count(), 1, "one stop for the tab key");
    let lit = html.matches("node-lit").count();
    assert!((8..=12).contains(&lit), "{lit}");
    assert!(html.matches("<foreignObject").count() > 90, "the whole map");
}
