//! The model card `docs/方法与证据.md`: its table of lever responses is what the code
//! computes (`UPDATE_GOLDEN=1` rewrites it), and it says how each judgement is calibrated.

use tuiyan::engine::{Draws, Ensemble, Output, Program};
use tuiyan::model::{Class, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::unit::InUnit;

use crate::{city, golden};

const CARD: &str = "docs/方法与证据.md";
const CITIES: [&str; 3] = ["tongren-2020", "yiyang-2020", "changde-2019"];
const DRAWS: usize = 4096;
/// The year that the table shows.
const YEAR: usize = 3;

/// What one row of the table moves: levers and how far beyond the present, in the lever's unit.
type Move = &'static [(&'static str, f64)];

const MOVES: [Move; 19] = [
    &[("after_subsidy", 500.0)],
    &[("project_grants", 500.0)],
    &[("super_deduction_uptake", 10.0)],
    &[("risk_pool", 500.0)],
    &[("risk_pool", 500.0), ("risk_pool_leverage", 10.0)],
    &[("innovation_vouchers", 200.0)],
    &[("hnte_award", 20.0)],
    &[("hnte_coaching", 30.0)],
    &[("hnte_renewal_service", 60.0)],
    &[("statistics_coverage", 50.0)],
    &[("tech_sme_campaign", 30.0)],
    &[("incubators", 1.0)],
    &[("platforms_new", 5.0)],
    &[("contract_award", 0.5)],
    &[("brokers", 20.0)],
    &[("upper_applications", 30.0)],
    &[("talent_teams", 3.0)],
    &[("anchor_project_rd", 2000.0)],
    &[("rd_reserve_share", 20.0)],
];

/// A column: its head, the variable, the unit and the digits.
const COLUMNS: [(&str, &str, &str, usize); 6] = [
    ("研发（申报）", "rd", "万元", 0),
    ("研发（真实）", "rd_real", "万元", 0),
    ("有效高企", "hnte", "家", 1),
    ("入库企业", "tech_sme", "家", 1),
    ("技术合同", "tech_contracts", "万元", 0),
    ("高新增加值", "high_tech_value_added", "万元", 0),
];

#[test]
fn the_card_holds_the_responses_that_the_code_computes() {
    golden::compare_part(CARD, "杠杆表", &tables());
}

#[test]
fn every_lever_is_in_the_table() {
    for lever in city::model().levers {
        assert!(MOVES.iter().any(|row| row.iter().any(|(id, _)| *id == lever.id)), "{}", lever.id);
    }
}

#[test]
fn the_card_says_how_each_judgement_is_calibrated() {
    let card = city::text(CARD);
    let model = city::model();
    let judged = model.parameters.iter().filter(|parameter| parameter.class == Class::Judgement);
    for parameter in judged {
        assert!(card.contains(&parameter.name.zh), "{} is not in {CARD}", parameter.name.zh);
    }
}

fn tables() -> String {
    let model = city::model();
    CITIES.iter().map(|id| table(&model, id)).collect()
}

fn table(model: &Model, id: &str) -> String {
    let region = city::region(model, id);
    let variable = |id: &str| model.variable(id).unwrap();
    let mut wanted: Vec<Output> = COLUMNS
        .iter()
        .flat_map(|(_, id, ..)| [Output::Scenario(variable(id)), Output::Outlook(variable(id))])
        .collect();
    wanted.push(Output::Cost);
    let program = Program::compile(model, &region, &wanted);
    let draws = Draws::sample(&program, DRAWS);
    let heads = COLUMNS.map(|(head, _, unit, _)| format!("{head}，{unit}")).join(" | ");
    let year = region.base_year + YEAR as i32;
    let rows = MOVES.iter().map(|row| {
        let mut settings = Settings::present();
        for (lever, more) in *row {
            let lever = &model.levers[model.lever(lever).unwrap()];
            let setting = region.present_setting(lever) + InUnit(*more);
            settings.set(&lever.id, LeverPath::Constant(setting));
        }
        let run = program.run(&draws, &settings);
        format!("| {} | {} |\n", named(model, row), cells(model, &run).join(" | "))
    });
    format!(
        "\n### {}（{year}年）\n\n| 比现状增加 | {heads} | 市级现金，万元 |\n|---|{}\n{}\n",
        region.name.zh,
        "--:|".repeat(COLUMNS.len() + 1),
        rows.collect::<String>()
    )
}

/// The moved levers with how far they move, in words.
fn named(model: &Model, row: Move) -> String {
    let parts = row.iter().map(|(lever, more)| {
        let lever = &model.levers[model.lever(lever).unwrap()];
        let unit = if lever.unit.symbol() == "%" { "个百分点" } else { lever.unit.symbol() };
        format!("{}+{more}{unit}", lever.name.zh)
    });
    parts.collect::<Vec<_>>().join("，")
}

fn cells(model: &Model, run: &Ensemble) -> Vec<String> {
    let columns = COLUMNS.iter().enumerate().map(|(column, (_, _, unit, digits))| {
        let unit = model.units.parse(unit).unwrap();
        let scenario = run.values(2 * column, YEAR).unwrap();
        let outlook = run.values(2 * column + 1, YEAR).unwrap();
        let extra = scenario.iter().zip(outlook).map(|(scenario, outlook)| scenario - outlook);
        shown(unit.from_base(median(extra.collect())).0, *digits)
    });
    let cost = run.values(2 * COLUMNS.len(), YEAR).unwrap().to_vec();
    let cost = shown(model.units.parse("万元").unwrap().from_base(median(cost)).0, 0);
    columns.chain([cost]).collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    f64::midpoint(values[middle - 1], values[middle])
}

/// Rounded; nothing is shown as 0 without a sign.
fn shown(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    if text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.')) {
        "0".to_owned()
    } else {
        text
    }
}
