//! Components rendered to HTML on the host, in both languages.

mod compare;
mod data;
mod explain;
mod given;
mod output;
mod plans;
mod read_only;
mod targets;

use std::rc::Rc;

use typed_index_collections::TiVec;

use tuiyan::analysis::{
    Assessment, Finding, FindingSeverity, Fix, Issue, Judgement, NotJudged, Report, YearSummary,
};
use tuiyan::browser::Appearance;
use tuiyan::desk::{Ground, Outcome, Scene};
use tuiyan::diagnostic::{Code, Diagnostic, Place, Span};
use tuiyan::formula::{Expression, Node};
use tuiyan::library::{Ending, Opened};
use tuiyan::locale::{Locale, Text};
use tuiyan::model::{
    Band, BaseError, Class, CostKind, Formula, Group, Lever, LeverId, Model, Source, Start,
    Variable,
};
use tuiyan::plan::{
    self, LeverPath, ModelIdentity, Plan, Recorded, Scenarios, Settings, Status, Thresholds,
};
use tuiyan::region::{Comparison, Region, Target, TargetId, TargetKind};
use tuiyan::sampling::{Probability, Summary};
use tuiyan::session::{Screen, View};
use tuiyan::shared::Shared;
use tuiyan::sorted::Map;
use tuiyan::ui::desk::budget::Budget;
use tuiyan::ui::desk::changes::Changes;
use tuiyan::ui::desk::indicator_card::IndicatorCard;
use tuiyan::ui::desk::not_judged::NotJudgedList;
use tuiyan::ui::desk::reach_board::ReachBoard;
use tuiyan::ui::desk::scenario_strip::tabs;
use tuiyan::ui::desk::verdict::Verdict;
use tuiyan::ui::frame::file_report::FileReport;
use tuiyan::ui::frame::page::Page;
use tuiyan::ui::frame::top_bar::{Head, TopBar};
use tuiyan::ui::levers::card::LeverCard;
use tuiyan::ui::state::given::Given;
use tuiyan::ui::targets::audit::Audit;
use tuiyan::ui::widgets::light::Light;
use tuiyan::unit::{InUnit, Unit, UnitTable};
use tuiyan::wording::{ScenarioKind, Tally};
use yew::{BaseComponent, Callback, LocalServerRenderer, props};

/// A component as HTML.
pub(crate) async fn render<C: BaseComponent>(props: C::Properties) -> String {
    let html = LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await;
    // A head within a head: its columns would no longer stand over those of the body.
    assert!(!html.contains("<thead><thead>"), "{html}");
    html
}

/// What a reader sees: no tags, runs of white space as one.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, words)| words));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
pub(crate) fn assert_says(html: &str, expected: &[&str]) {
    let text = text(html);
    for words in expected {
        assert!(text.contains(words), "no {words:?} in {text:?}");
    }
}

#[tokio::test]
async fn a_light_is_shape_and_word() {
    for (light, zh, en) in [
        (Some(plan::Light::Met), "达标", "On target"),
        (Some(plan::Light::Near), "接近", "Close"),
        (Some(plan::Light::Far), "差距较大", "Far short"),
        (None, "暂不能研判", "Not judged yet"),
    ] {
        for (locale, word) in [(Locale::Zh, zh), (Locale::En, en)] {
            let html =
                render::<Light>(props!(<Light as BaseComponent>::Properties { light, locale }))
                    .await;
            assert_eq!(text(&html), word);
            assert!(html.contains("<svg"), "no shape in {html}");
        }
    }
}

#[tokio::test]
async fn shapes_of_lights_differ() {
    let mut shapes = std::collections::BTreeSet::new();
    let lights = [plan::Light::Met, plan::Light::Near, plan::Light::Far].map(Some);
    for light in lights.into_iter().chain([None]) {
        let properties = props!(<Light as BaseComponent>::Properties { light, locale: Locale::Zh });
        let html = render::<Light>(properties).await;
        let shape = html.split_once("</svg>").unwrap().0.split_once("<svg").unwrap().1.to_owned();
        assert!(shapes.insert(shape), "{light:?} looks like another light");
    }
}

async fn lever_card(setting: f64, cost: f64, locale: Locale) -> String {
    render::<LeverCard>(props!(<LeverCard as BaseComponent>::Properties {
        scene: scene(locale),
        lever: LeverId::from(0),
        present: InUnit(500.0),
        path: (setting != 500.0).then_some(LeverPath::Constant(InUnit(setting))),
        opened: None::<LeverPath>,
        cost,
        on_action: Callback::noop(),
    }))
    .await
}

#[tokio::test]
async fn an_untouched_lever_says_so() {
    let html = lever_card(500.0, 0.0, Locale::Zh).await;
    assert_says(
        &html,
        &["研发后补助，万元", "未动，不增支", "现状500万元（假设）", "E实证", "甲文献"],
    );
    assert!(!html.contains("data-value=\"outcome\""), "no sentence where nothing was moved");
    assert!(!text(&html).contains("回现状"));
}

#[tokio::test]
async fn a_moved_lever_says_what_it_amounts_to() {
    let html = lever_card(1500.0, 1000e4, Locale::Zh).await;
    assert_says(
        &html,
        &[
            "比现状每年+1,000万元，2029年为1,500万元，10年累计+10,000万元。",
            "本级+1,000万元（2020年）",
            "回现状",
        ],
    );
    assert!(html.contains("aria-valuetext=\"1,500万元，常规\""), "{html}");
    assert!(html.contains("id=\"lever-after_subsidy\""));

    let html = lever_card(1500.0, 1000e4, Locale::En).await;
    assert_says(
        &html,
        &[
            "After-subsidy, CNY million",
            "+CNY 10 million a year against present; CNY 15 million in 2029, +CNY 100 million over 10 years.",
            "City budget +CNY 10 million in 2020",
            "Reset to present",
        ],
    );
    assert!(html.contains("aria-valuetext=\"CNY 15 million, regular\""), "{html}");
}

#[tokio::test]
async fn the_field_shows_the_displayed_unit() {
    let html = lever_card(1500.0, 1000e4, Locale::En).await;
    assert!(html.contains("value=\"15\""), "CNY million in the field: {html}");
    assert!(html.contains("value=\"1500\""), "万元 on the slider: {html}");
}

#[tokio::test]
async fn a_lever_of_different_years_says_so_and_goes_back_to_what_it_was() {
    let html = render::<LeverCard>(props!(<LeverCard as BaseComponent>::Properties {
        scene: scene(Locale::Zh),
        lever: LeverId::from(0),
        present: InUnit(500.0),
        path: Some(LeverPath::ByYear([600.0, 500.0].map(InUnit).to_vec())),
        opened: Some(LeverPath::Constant(InUnit(900.0))),
        cost: 100e4,
        on_action: Callback::noop(),
    }))
    .await;
    assert_says(
        &html,
        &["逐年设定，2029年为500万元，10年比现状累计+100万元。", "恢复到打开时", "回现状"],
    );
}

#[tokio::test]
async fn the_budget_says_whether_it_keeps_within_the_ceiling() {
    for (ceiling, words) in [
        (2600e4, "2020年在上限内，余1,600万元。"),
        (800e4, "超过上限的年份：2020；最多超200万元。"),
    ] {
        let html = render::<Budget>(props!(<Budget as BaseComponent>::Properties {
            scene: scene(Locale::Zh),
            report: Shared::new(report()),
            ceiling: Some(ceiling),
            on_action: Callback::noop(),
        }))
        .await;
        assert_says(&html, &[words]);
    }
}

async fn indicator_card(locale: Locale) -> String {
    let report = report();
    let judgement = report.assessments.raw[0].verdict.clone().unwrap();
    render::<IndicatorCard>(props!(<IndicatorCard as BaseComponent>::Properties {
        scene: scene(locale),
        run: board(locale).run,
        scenario_name: "方案1",
        target: TargetId::from(0),
        judgement,
        appearance: Appearance {
            dark: false,
            contrast: false,
            width: 1440.0,
            density: 1.0,
            root_size: 16.0,
            text_size: 12.0
        },
        on_action: Callback::noop(),
    }))
    .await
}

#[tokio::test]
async fn an_indicator_card_gives_value_gap_chances_and_grounds() {
    let html = indicator_card(Locale::Zh).await;
    assert_says(
        &html,
        &[
            "研发投入强度，% · 2020年",
            "升一档接近",
            "1.82%",
            "P10–P901.54–2.14%",
            "较现状延续+0.03个百分点",
            "距目标差0.68个百分点",
            "上年（2019年）1.60%",
            "底线2.5%用词偏满22%&lt;1%",
            "上报1.82%，其中真实1.52%。",
            "所依据的基数有1项是假设",
            "目标出处：工作要点，二、主要目标",
        ],
    );
    let html = indicator_card(Locale::En).await;
    assert_says(
        &html,
        &[
            "R&amp;D intensity",
            "one class upClose",
            "+0.03 percentage points",
            "0.68 percentage points short",
            "Floor 2.5%Wording too strong22%<1%".replace('<', "&lt;").as_str(),
            "Reported 1.82%, of which real 1.52%.",
        ],
    );
}

async fn not_judged(locale: Locale) -> String {
    render::<NotJudgedList>(props!(<NotJudgedList as BaseComponent>::Properties {
        scene: scene(locale),
        report: Shared::new(report()),
        statuses: Map::new(),
        on_action: Callback::noop(),
    }))
    .await
}

#[tokio::test]
async fn a_target_that_a_person_records_has_a_list_of_statuses() {
    check_statuses(NotJudged::Recorded).await;
    let html = check_statuses(NotJudged::ZeroFloor).await;
    assert!(html.contains("目标：") && !html.contains("底线为零，"), "{html}");
}

async fn check_statuses(why: NotJudged) -> String {
    let mut recorded = report();
    recorded.assessments.raw[1].verdict = Err(why);
    let status = Recorded { status: Status::UnderWay, note: String::new() };
    let id = scene(Locale::Zh).region.targets.raw[1].id.clone();
    let html = render::<NotJudgedList>(props!(<NotJudgedList as BaseComponent>::Properties {
        scene: scene(Locale::Zh),
        report: Shared::new(recorded),
        statuses: Map::from([(id, status)]),
        on_action: Callback::noop(),
    }))
    .await;
    assert_says(&html, &["由人工记录（1项）", "未填写", "已完成"]);
    assert!(html.contains("aria-label=\"技术合同成交额的进展\""), "{html}");
    let options: Vec<&str> = html.split("<option").collect();
    let chosen = options.iter().find(|option| option.contains("selected")).unwrap();
    assert!(chosen.contains("推进中"), "{html}");
    html
}

#[tokio::test]
async fn a_target_without_a_verdict_says_why() {
    assert_says(
        &not_judged(Locale::Zh).await,
        &[
            "缺数据，暂不能研判（1项）",
            "技术合同成交额",
            "目标：完成不低于10亿元。（三（二））",
            "缺少数据：研发投入强度。",
        ],
    );
    assert_says(
        &not_judged(Locale::En).await,
        &[
            "Figures missing, not judged yet (1)",
            "Target: at least CNY 1 billion.",
            "Missing figures: R&amp;D intensity.",
        ],
    );
}

#[tokio::test]
async fn the_verdict_counts_and_names_what_changed() {
    let verdict = async |locale| {
        let properties = props!(<Verdict as BaseComponent>::Properties {
            scene: scene(locale),
            outcome: outcome(),
            scenario_name: "稳投入",
            view: View::default(),
            on_action: Callback::noop(),
        });
        render::<Verdict>(properties).await
    };
    assert_says(
        &verdict(Locale::Zh).await,
        &[
            "稳投入 · 2020年",
            "1项可研判目标中，接近1项",
            "与现状延续相比：研发投入强度由“差距较大”变为“接近”。",
            "另有1项没有研判",
        ],
    );
    assert_says(
        &verdict(Locale::En).await,
        &["Of 1 judged target: Close 1", "R&amp;D intensity moves up from Far short to Close."],
    );
}

#[tokio::test]
async fn the_board_draws_chances_without_inline_styles() {
    let properties = props!(<ReachBoard as BaseComponent>::Properties {
        scene: scene(Locale::Zh),
        outcome: outcome(),
        on_action: Callback::noop(),
    });
    let html = render::<ReachBoard>(properties).await;
    assert_says(
        &html,
        &["力争不低于2.5%", "1.82%1.54–2.14%", "22%现状&lt;1%", "差0.68个百分点用词偏满"],
    );
    assert!(
        html.contains("aria-label=\"达标可能性：现状延续&lt;1%，当前方案22%，力争 ≥70%\""),
        "{html}"
    );
    assert!(html.contains("cx=\"22.00%\""), "{html}");
    assert!(!html.contains("style="), "the content security policy blocks inline styles");
}

/// What the board is given of the made-up city.
fn board(locale: Locale) -> Given {
    let Scene { model, region, .. } = scene(locale);
    let plan = Plan::new("a".to_owned(), ModelIdentity::of(&model, ""), Rc::new((*region).clone()));
    let ground = Ground::new(&plan, &model);
    let run = given::run(&ground, &plan, outcome());
    given::given(scene(locale), plan, ground, run)
}

async fn page(locale: Locale) -> String {
    render::<Page>(props!(<Page as BaseComponent>::Properties {
        given: board(locale),
        present: Shared::new(TiVec::from(vec![InUnit(500.0)])),
        opened_settings: Settings::present(),
        ready: true,
        head: head(),
        scenarios: tabs(
            &Scenarios::default(),
            &[Some(Tally::of(&outcome().report, Thresholds::default()))],
            locale
        ),
        has_room: true,
        opened: None::<Opened>,
    }))
    .await
}

fn head() -> Head {
    Head {
        cities: vec![("a".to_owned(), "A 2020".to_owned())],
        city: "a".to_owned(),
        plan: "工作要点".to_owned(),
        is_example: false,
        undo: None,
        redo: None,
    }
}

#[tokio::test]
async fn a_faulty_file_is_answered_with_place_source_line_and_hint() {
    let found = Diagnostic {
        code: Code::UnknownKeyword,
        place: Place { file: "a.toml".to_owned(), line: 3, column: 7 },
        message: Text::new("不认识甲", "unknown word a"),
        excerpt: vec!["word = 1".to_owned()],
        hint: Some(Text::new("写乙", "write b")),
        further: 0,
    };
    for (locale, sentence, hint) in [
        (Locale::Zh, "a.toml没有打开：有1处错误", "建议：写乙"),
        (Locale::En, "a.toml was not opened: 1 error, listed below", "Hint: write b"),
    ] {
        let html = render::<FileReport>(props!(<FileReport as BaseComponent>::Properties {
            opened: Opened {
                name: "a.toml".to_owned(),
                ending: Ending::Faulty,
                diagnostics: vec![found.clone()],
            },
            locale,
            on_request: Callback::noop(),
        }))
        .await;
        assert_says(&html, &[sentence, "a.toml:3:7", "word = 1", hint]);
    }
}

#[tokio::test]
async fn the_page_has_its_landmarks_and_no_inline_style() {
    let html = page(Locale::Zh).await;
    for landmark in ["<header", "<main", "<aside", "<footer", "<nav"] {
        assert!(html.contains(landmark), "no {landmark}");
    }
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(!html.contains("style="), "the content security policy blocks inline styles");
}

#[tokio::test]
async fn the_navigation_marks_the_screen_in_hand() {
    let given = given::of_city("yiyang-2020", Screen::Board, Locale::Zh, |_| ());
    let html = render::<TopBar>(props!(<TopBar as BaseComponent>::Properties {
        head: head(),
        view: given.view,
        on_help: Callback::noop(),
        on_action: Callback::noop(),
        on_request: Callback::noop(),
    }))
    .await;
    let marked = html.split("aria-current=\"page\"").nth(1).unwrap();
    assert!(marked.starts_with(">推演台<"), "{html}");
    assert_eq!(html.matches("aria-current").count(), 1);
}

async fn changes(settings: Settings, locale: Locale) -> String {
    render::<Changes>(props!(<Changes as BaseComponent>::Properties {
        scene: scene(locale),
        present: Shared::new(TiVec::from(vec![InUnit(500.0)])),
        settings,
        outcome: outcome(),
        on_action: Callback::noop(),
    }))
    .await
}

#[tokio::test]
async fn changes_say_from_what_to_what_and_at_which_cost() {
    let mut settings = Settings::present();
    assert_says(&changes(settings.clone(), Locale::Zh).await, &["还没有改动"]);
    settings.set("after_subsidy", LeverPath::Constant(InUnit(1500.0)));
    let html = changes(settings.clone(), Locale::Zh).await;
    assert_says(&html, &["共1项", "研发后补助500 → 1,500万元", "本级+1,000万元（2020年）"]);
    assert!(html.contains("aria-label=\"回现状：研发后补助\""), "{html}");
    let html = changes(settings, Locale::En).await;
    assert_says(&html, &["After-subsidy5 → CNY 15 million", "City budget +CNY 10 million in 2020"]);
}

#[tokio::test]
async fn english_leaves_only_the_documents_own_words_in_chinese() {
    let html = text(&page(Locale::En).await);
    let known = ["中文", "工作要点", "二、主要目标", "三（二）", "甲文献"];
    let rest = known.iter().fold(html, |rest, words| rest.replace(words, ""));
    let han: String = rest.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    assert_eq!(han, "");
}

fn scene(locale: Locale) -> Scene {
    let (model, region) = (Shared::new(model()), Shared::new(region()));
    Scene { model, region, thresholds: Thresholds::default(), locale }
}

fn outcome() -> Outcome {
    Outcome { report: Shared::new(report()), scenario: ScenarioKind::Changed }
}

fn report() -> Report {
    Report {
        draws: 4096,
        equations: 2,
        assessments: TiVec::from(vec![
            Assessment { target: 0.into(), verdict: Ok(judgement()) },
            Assessment {
                target: 1.into(),
                verdict: Err(NotJudged::MissingFigures(vec!["rd_intensity".into()])),
            },
        ]),
        projections: Vec::new(),
        cost: vec![YearSummary { year: 2020, summary: Some(summary(1000e4)) }],
        lever_cost: TiVec::from(vec![vec![1000e4]]),
        forgone: Vec::new(),
    }
}

/// From light red to yellow, far from the floor of 2.5 %.
fn judgement() -> Judgement {
    let value = Summary { p10: 0.0154, p90: 0.0214, ..summary(0.0182) };
    Judgement {
        last: Some(0.016),
        value,
        outlook: summary(0.0179),
        bound: 0.025,
        gap: 0.0182 - 0.025,
        probability: Probability { value: 0.22, standard_error: 0.002 },
        outlook_probability: Probability { value: 0.004, standard_error: 0.001 },
        stretch_probability: None,
        reference: None,
        reference_course: Vec::new(),
        band: None,
        course: None,
        real: Some(0.0152),
        real_share: Some(0.7),
        required: Vec::new(),
        assumed: vec!["rd_intensity".into()],
    }
}

fn summary(median: f64) -> Summary {
    Summary {
        p5: median,
        p10: median,
        p25: median,
        p50: median,
        p75: median,
        p90: median,
        p95: median,
        mean: median,
    }
}

fn model() -> Model {
    Model {
        id: "small".into(),
        version: "1.0.0".into(),
        edition: String::new(),
        data_to: None,
        valid_for: None,
        renamed: Map::new(),
        name: Text::new("小模型", "Small model"),
        horizon: 10,
        base_error: BaseError::default(),
        units: UnitTable::built_in(),
        groups: vec![Group { id: "rd".into(), name: Text::new("研发投入", "R&D") }],
        sources: vec![Source { id: "a".into(), text: "甲文献".into(), url: None }],
        figures: Vec::new(),
        assumptions: Vec::new(),
        parameters: TiVec::new(),
        shocks: Vec::new(),
        constants: Vec::new(),
        levers: TiVec::from(vec![after_subsidy()]),
        variables: TiVec::from(vec![rd_intensity()]),
        identities: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
    }
}

fn after_subsidy() -> Lever {
    let band = |upper, zh: &str, en: &str| Band { upper: InUnit(upper), name: Text::new(zh, en) };
    Lever {
        id: "after_subsidy".into(),
        name: Text::new("研发后补助", "After-subsidy"),
        unit: unit("万元"),
        group: 0,
        range: [0.0, 5000.0].map(InUnit),
        step: InUnit(50.0),
        present: InUnit(500.0),
        bands: vec![
            band(500.0, "试点", "pilot"),
            band(2000.0, "常规", "regular"),
            band(5000.0, "大力度", "strong"),
        ],
        cost: formula(),
        cost_kind: CostKind::Cash,
        class: Class::Empirical,
        sources: vec![0],
        note: None,
    }
}

fn rd_intensity() -> Variable {
    Variable {
        id: "rd_intensity".into(),
        name: Text::new("研发投入强度", "R&D intensity"),
        unit: unit("%"),
        formula: formula(),
        start: Start::Formula,
        class: Class::Mechanical,
        measure: None,
        group: None,
        direction: None,
        decimals: 2,
        real_of: None,
        default: None,
        plausible: None,
        base_error: false,
        definition: None,
        sources: Vec::new(),
        note: None,
    }
}

fn unit(symbol: &str) -> Unit {
    UnitTable::built_in().parse(symbol).unwrap()
}

fn formula() -> Formula {
    let node = Node::Number { value: 0.0, unit: None };
    Formula { text: "0".into(), expression: Expression { node, span: Span::default() } }
}

fn region() -> Region {
    Region {
        id: "town".into(),
        model: "small".into(),
        name: Text::new("某市", "Town"),
        province: "某省".into(),
        base_year: 2019,
        plan_year: 2020,
        reference_class: None,
        document: "工作要点".into(),
        indexes: Map::new(),
        foreign_indexes: Map::new(),
        figures: Map::new(),
        history: Map::new(),
        outcomes: Map::new(),
        upper_targets: Map::new(),
        assumptions: Map::new(),
        present: Map::new(),
        targets: TiVec::from(vec![intensity_target(), contracts_target()]),
    }
}

fn intensity_target() -> Target {
    Target {
        id: "Y1".into(),
        indicator: "rd_intensity".into(),
        variable: Some(0.into()),
        name: Text::new("研发投入强度", "R&D intensity"),
        year: 2020,
        kind: TargetKind::Value,
        comparison: Comparison::AtLeast,
        floor: 0.025,
        stretch: None,
        unit: unit("%"),
        relative_to: None,
        section: "二、主要目标".into(),
        commitment: "力争".into(),
        lead: String::new(),
        responsible: Vec::new(),
        readings: Vec::new(),
        repeated: Vec::new(),
        note: None,
    }
}

fn contracts_target() -> Target {
    Target {
        id: "Y5".into(),
        indicator: "tech_contracts".into(),
        variable: None,
        name: Text::new("技术合同成交额", "Technology contracts"),
        floor: 10e8,
        unit: unit("亿元"),
        section: "三（二）".into(),
        commitment: "完成".into(),
        ..intensity_target()
    }
}

#[tokio::test]
async fn the_audit_says_when_nothing_is_wrong_and_when_it_is_not_done() {
    for (findings, expected) in
        [(None, "正在核对目标"), (Some(Shared::new(Vec::new())), "没有发现问题")]
    {
        let html = render::<Audit>(props!(<Audit as BaseComponent>::Properties {
            scene: scene(Locale::Zh),
            findings,
            on_action: Callback::noop(),
        }))
        .await;
        assert_says(&html, &["体检意见", expected]);
    }
}

#[tokio::test]
async fn a_finding_names_its_target_and_offers_its_fix() {
    let finding = Finding {
        severity: FindingSeverity::Warning,
        targets: vec![0.into()],
        issue: Issue::TwoCommitments { verbs: ["完成".into(), "确保".into()] },
        fixes: vec![Fix::Commitment { target: 0.into(), commitment: "完成".into() }],
    };
    let html = render::<Audit>(props!(<Audit as BaseComponent>::Properties {
        scene: scene(Locale::Zh),
        findings: Some(Shared::new(vec![finding])),
        on_action: Callback::noop(),
    }))
    .await;
    assert_says(
        &html,
        &["应核对 · 研发投入强度", "“完成”与“确保”", "一键修改（可撤销）", "统一写“完成”"],
    );
    assert!(html.contains("<button"), "{html}");
}
