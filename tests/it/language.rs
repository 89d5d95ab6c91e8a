//! The model language from text to numbers: the worked example of its definition, and
//! promises that hold for every model.

use tuiyan::diagnostic::SourceFile;
use tuiyan::engine::{Draws, Output, Program};
use tuiyan::model::{self, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{self, Region};
use tuiyan::unit::InUnit;

use crate::city;

pub(crate) const MODEL: &str = r#"
format = 1
[model]
id = "example"
version = "1"
zh = "例"
en = "Example"
horizon = 2
[base_error]
document = 1
published = 1
derived = 5
assumed = 12
[group]
rd = { zh = "研发", en = "R&D" }
[source]
none = { text = "例" }
[parameter]
response_speed = { zh = "到位", en = "Speed", unit = "%", value = 50, class = "J", source = "none" }
yield = { zh = "带动", en = "Yield", unit = "1", value = 0.9, class = "J", source = "none" }
[figure]
lacking = { zh = "缺的数", en = "Lacking", unit = "亿元" }
[assumption]
listed = { zh = "列出的", en = "Listed", unit = "%" }
assumed = { zh = "有通用值的", en = "With a default", unit = "%", default = 2 }
half = { zh = "列了一半的", en = "Half listed", unit = "%" }
[shock]
surprise = { zh = "意外", en = "Surprise", distribution = "normal" }
[lever.after_subsidy]
zh = "后补助"
en = "After-subsidy"
unit = "万元"
group = "rd"
range = [0, 5000]
step = 50
present = 0
words = [[5000, "力度", "some"]]
cost = "extra(after_subsidy)"
class = "J"
source = "none"
[variable.gdp]
zh = "生产总值"
en = "GDP"
unit = "亿元"
start = "region"
formula = "previous(gdp) * (1 + 8 %)"
class = "M"
[variable.rd_trend]
zh = "趋势"
en = "Trend"
unit = "亿元"
start = "region"
formula = "previous(rd_trend) * (1 + 10 %)"
class = "M"
[variable.rd_policy]
zh = "政策"
en = "Policy"
unit = "亿元"
start = "0 亿元"
formula = "previous(rd_policy) + response_speed * (yield * extra(after_subsidy) - previous(rd_policy))"
class = "M"
[variable.rd]
zh = "研发"
en = "R&D"
unit = "亿元"
formula = "rd_trend + rd_policy"
class = "M"
[variable.rd_intensity]
zh = "强度"
en = "Intensity"
unit = "%"
formula = "rd / gdp"
class = "M"
[variable.rd_growth]
zh = "增速"
en = "Growth"
unit = "%"
start = "none"
formula = "growth(rd)"
class = "M"
[variable.rd_extra]
zh = "多出"
en = "Extra"
unit = "亿元"
formula = "extra(rd)"
class = "M"
[variable.rd_extra_to_date]
zh = "累计多出"
en = "Extra to date"
unit = "亿元"
formula = "sum_to_date(extra(rd))"
class = "M"
[variable.rd_before]
zh = "前年研发趋势"
en = "Trend two years ago"
unit = "亿元"
start = "none"
formula = "previous(rd_trend, 2)"
class = "M"
"#;

const REGION: &str = r#"
format = 1
[region]
id = "a"
model = "example"
zh = "甲"
en = "A"
province = "省"
base_year = 2019
plan_year = 2020
document = "例"
[source]
none = { text = "例" }
[figure]
gdp = { value = 1000, unit = "亿元", provenance = "document", source = "none" }
rd_trend = { value = 100000, unit = "万元", provenance = "document", source = "none" }
[assumption.listed]
unit = "%"
provenance = "document"
source = "none"
by_year = { 2018 = 4, 2019 = 5, 2020 = 6, 2021 = 7 }
[assumption.assumed]
unit = "%"
provenance = "document"
source = "none"
by_year = { 2021 = 3 }
[assumption.half]
unit = "%"
provenance = "document"
source = "none"
by_year = { 2020 = 1 }
[history]
rd_trend = [{ year = 2018, value = 9, unit = "亿元", provenance = "document", source = "none" }]
"#;

pub(crate) fn read(model: &str) -> (Model, Region) {
    let model = model::read(SourceFile { name: "model", text: model }).value.unwrap();
    let region = region::read(SourceFile { name: "region", text: REGION }, &model).value.unwrap();
    (model, region)
}

/// The example with one variable more.
fn with_probe(unit: &str, start: &str, formula: &str) -> String {
    let start = if start.is_empty() { String::new() } else { format!("start = \"{start}\"\n") };
    format!(
        "{MODEL}[variable.probe]\nzh = \"探针\"\nen = \"Probe\"\nunit = \"{unit}\"\n{start}formula = \"{formula}\"\nclass = \"M\"\n"
    )
}

/// Values of a formula in the base year and the two years after it, in `unit`.
#[track_caller]
fn gives(unit: &str, start: &str, formula: &str, expected: [f64; 3]) {
    check_in(&with_probe(unit, start, formula), "probe", expected);
}

/// What a formula lacks.
#[track_caller]
fn lacks(unit: &str, start: &str, formula: &str, expected: &[&str]) {
    let (model, region) = read(&with_probe(unit, start, formula));
    let wanted = [Output::Scenario(model.variable("probe").unwrap())];
    let missing = Program::compile(&model, &region, &wanted).missing(0).unwrap_or_default();
    assert_eq!(missing, expected);
}

/// Values of the base year and the two years after it, in the variable's unit.
#[track_caller]
fn check(id: &str, expected: [f64; 3]) {
    check_in(MODEL, id, expected);
}

#[track_caller]
fn check_in(model: &str, id: &str, expected: [f64; 3]) {
    let (model, region) = read(model);
    let variable = model.variable(id).unwrap();
    let program = Program::compile(&model, &region, &[Output::Scenario(variable)]);
    assert_eq!(program.missing(0), None);
    // The shock is the number of the year.
    let draws = Draws::given(&program, 1, |_, _| 0.0, |_, t, _| f64::from(t));
    let mut settings = Settings::present();
    settings.set("after_subsidy", LeverPath::ByYear([2000.0, 0.0].map(InUnit).to_vec()));
    let run = program.run(&draws, &settings);
    for (t, expected) in expected.into_iter().enumerate() {
        let found = model.variables[variable].unit.from_base(run.values(0, t).unwrap()[0]).0;
        let alike = (found - expected).abs() < 1e-9 || (found.is_nan() && expected.is_nan());
        assert!(alike, "{id} in year {t} is {found}, expected {expected}");
    }
}

#[test]
fn the_worked_example_holds() {
    check("rd_policy", [0.0, 0.09, 0.045]);
    check("rd", [10.0, 11.09, 12.145]);
    check("rd_intensity", [1.0, 100.0 * 11.09 / 1080.0, 100.0 * 12.145 / 1166.4]);
    check("rd_extra", [0.0, 0.09, 0.045]);
    check("rd_extra_to_date", [0.0, 0.09, 0.135]);
    check("rd_growth", [f64::NAN, 10.9, 100.0 * (12.145 / 11.09 - 1.0)]);
    check("rd_before", [f64::NAN, 9.0, 10.0]);
}

#[test]
fn a_figure_that_is_missing_is_named_and_the_rest_is_computed() {
    let (model, mut region) = read(MODEL);
    region.figures.remove("gdp");
    let position = |id: &str| Output::Scenario(model.variable(id).unwrap());
    let program = Program::compile(&model, &region, &[position("rd_intensity"), position("rd")]);
    assert_eq!(program.missing(0), Some(vec!["gdp".to_owned()]));
    assert_eq!(program.missing(1), None);
}

/// What a planner took for a parameter and a figure whose rule has years, with base years before, at and between them.
#[test]
fn a_rule_with_years_is_the_one_of_the_base_year() {
    let text = MODEL
        .replace("value = 0.9,", "value = 0.9, since = { 2023 = 0.5, 2021 = 0.7 },")
        .replace(
            "unit = \"亿元\" }\n[assumption]",
            "unit = \"亿元\", default = 3, since = { 2021 = \"4 亿元 + 1 亿元\", 2023 = 6 } }\n[assumption]",
        )
        .replace("formula = \"rd / gdp\"", "formula = \"yield * lacking / gdp\"");
    let (model, mut region) = read(&text);
    let wanted = [Output::Scenario(model.variable("rd_intensity").unwrap())];
    for (base_year, expected) in [(2019, 2.7), (2021, 3.5), (2022, 3.5), (2023, 3.0), (2025, 3.0)] {
        region.base_year = base_year;
        region.assumptions.clear();
        let program = Program::compile(&model, &region, &wanted);
        let run = program.run(&Draws::sample(&program, 1), &Settings::present());
        let found = run.values(0, 0).unwrap()[0] * 1000.0;
        assert!((found - expected).abs() < 1e-9, "{base_year}: {found}");
    }
}

#[test]
fn a_parameter_more_leaves_all_other_draws_alone() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let text = city::text("models/city-sti/model.toml");
    let wider = text.replace(
        "[parameter]\n",
        "[parameter]\naaa = { zh = \"甲\", en = \"A\", unit = \"1\", low_mode_high = [0.5, 1, 2], class = \"J\", source = \"judgement\" }\n",
    );
    let wider = wider.replace("formula = \"rd / gdp\"", "formula = \"rd / gdp + 0 * aaa\"");
    assert_ne!(text, wider);
    let wider = model::read(SourceFile { name: "wider", text: &wider }).value.unwrap();
    let run = |model: &Model| {
        let wanted = [Output::Scenario(model.variable("rd_intensity").unwrap())];
        let program = Program::compile(model, &region, &wanted);
        let run = program.run(&Draws::sample(&program, 512), &Settings::present());
        (program.inputs().len(), run.values(0, 10).unwrap().to_vec())
    };
    let ((inputs, values), (more_inputs, same_values)) = (run(&model), run(&wider));
    assert_eq!(more_inputs, inputs + 1);
    assert_eq!(values, same_values);
}

#[test]
fn a_name_is_this_years_value() {
    gives("1", "", "yield", [0.9; 3]);
    gives("万元", "", "after_subsidy", [0.0, 2000.0, 0.0]);
    gives("1", "none", "surprise", [f64::NAN, 1.0, 2.0]);
    gives("%", "", "listed", [5.0, 6.0, 7.0]);
    gives("%", "", "assumed", [2.0, 2.0, 3.0]);
    lacks("亿元", "", "lacking", &["lacking"]);
    lacks("%", "none", "half", &["half 2021"]);
}

#[test]
fn previous_reads_the_run_then_the_base_year_then_history() {
    gives("亿元", "none", "previous(rd_trend)", [f64::NAN, 10.0, 11.0]);
    gives("亿元", "previous(rd_trend)", "previous(rd_trend)", [9.0, 10.0, 11.0]);
    gives("亿元", "none", "previous(rd_trend, 2)", [f64::NAN, 9.0, 10.0]);
    gives("%", "none", "previous(listed)", [f64::NAN, 5.0, 6.0]);
    gives("%", "none", "previous(listed, 2)", [f64::NAN, 4.0, 5.0]);
    gives("%", "none", "previous(assumed)", [f64::NAN, 2.0, 2.0]);
    gives("1", "none", "previous(yield)", [f64::NAN, 0.9, 0.9]);
    gives("万元", "none", "previous(policy_cost)", [f64::NAN, 0.0, 2000.0]);
    lacks("亿元", "none", "previous(rd_trend, 3)", &["rd_trend 2017"]);
    lacks("1", "none", "previous(surprise)", &["surprise"]);
}

#[test]
fn levers_are_at_present_before_the_first_year() {
    gives("万元", "none", "previous(after_subsidy)", [f64::NAN, 0.0, 2000.0]);
    gives("万元", "previous(after_subsidy, 4)", "previous(after_subsidy, 4)", [0.0; 3]);
    gives("万元", "", "start(after_subsidy)", [0.0; 3]);
}

#[test]
fn start_is_the_base_year() {
    gives("亿元", "", "start(rd)", [10.0; 3]);
}

#[test]
fn growth_over_nothing_has_no_value() {
    let sinking = "[variable.rising]\nzh = \"上升\"\nen = \"Rising\"\nunit = \"亿元\"\nstart = \"-1 亿元\"\nformula = \"previous(rising) + 1 亿元\"\nclass = \"M\"\n";
    let model = format!("{}{sinking}", with_probe("%", "none", "growth(rising)"));
    check_in(&model, "rising", [-1.0, 0.0, 1.0]);
    check_in(&model, "probe", [f64::NAN; 3]);
    gives("%", "growth(rd_trend)", "growth(rd_trend)", [100.0 / 9.0, 10.0, 10.0]);
}

#[test]
fn a_sum_to_date_leaves_out_the_base_year() {
    gives("亿元", "", "sum_to_date(gdp)", [0.0, 1080.0, 1080.0 + 1166.4]);
    gives("万元", "", "sum_to_date(after_subsidy)", [0.0, 2000.0, 2000.0]);
}

#[test]
fn the_outlook_has_all_levers_at_present() {
    gives("万元", "", "outlook(after_subsidy)", [0.0; 3]);
    gives("亿元", "", "outlook(rd)", [10.0, 11.0, 12.1]);
    gives("亿元", "none", "previous(outlook(rd))", [f64::NAN, 10.0, 11.0]);
    gives("1", "none", "outlook(surprise)", [f64::NAN, 1.0, 2.0]);
}

#[test]
fn extra_is_the_change_against_the_outlook() {
    gives("万元", "", "extra(after_subsidy)", [0.0, 2000.0, 0.0]);
    gives("亿元", "none", "previous(extra(rd))", [f64::NAN, 0.0, 0.09]);
}

#[test]
fn a_branch_that_the_year_rules_out_needs_no_data() {
    gives("1", "", "if year >= 2021 then 2 else 1", [1.0, 1.0, 2.0]);
    gives("亿元", "", "if t > 5 then lacking else 1 亿元", [1.0; 3]);
    gives(
        "亿元",
        "",
        "if t >= 2 then previous(rd_trend, 3) else start(rd_trend)",
        [10.0, 10.0, 9.0],
    );
    gives("1", "", "if t >= 2 then previous(surprise) else 0", [0.0, 0.0, 1.0]);
    gives("%", "0", "if year <= 2020 then half else 0", [0.0, 1.0, 0.0]);
    lacks("亿元", "", "if t < 2 then 1 亿元 else lacking", &["lacking"]);
    lacks("亿元", "", "if rd > gdp then lacking else 1 亿元", &["lacking"]);
}

#[test]
fn a_year_that_lacks_history_leaves_the_others() {
    let (model, region) = read(&with_probe("亿元", "none", "previous(rd_trend, 3)"));
    let wanted = [Output::Scenario(model.variable("probe").unwrap())];
    let program = Program::compile(&model, &region, &wanted);
    assert_eq!(program.missing(0), Some(vec!["rd_trend 2017".to_owned()]));
    assert_eq!(program.missing_in(0, 1), ["rd_trend 2017"]);
    assert_eq!(program.missing_in(0, 2), Vec::<String>::new());
    let draws = Draws::given(&program, 1, |_, _| 0.0, |_, _, _| 0.0);
    let run = program.run(&draws, &Settings::present());
    assert_eq!(run.values(0, 1), None);
    assert_eq!(run.values(0, 2), Some(&[9e8][..]));
    assert_eq!(run.values(0, 3), None);
}

#[test]
fn what_is_missing_in_the_past_is_missing_for_every_reader() {
    let model = with_probe("亿元", "0 亿元", "previous(probe) + lacking");
    let reader = |id: &str| {
        format!(
            "[variable.{id}]\nzh = \"{id}\"\nen = \"{id} too\"\nunit = \"亿元\"\nstart = \"none\"\nformula = \"previous(probe)\"\nclass = \"M\"\n"
        )
    };
    let (model, region) = read(&format!("{model}{}{}", reader("one"), reader("two")));
    let wanted = ["one", "two"].map(|id| Output::Scenario(model.variable(id).unwrap()));
    let program = Program::compile(&model, &region, &wanted);
    for output in 0..2 {
        assert_eq!(program.missing(output), Some(vec!["lacking".to_owned()]));
    }
}
