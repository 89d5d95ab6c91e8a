//! The model language from text to numbers: the worked example of its definition, and
//! promises that hold for every model.

use tuiyan::diagnostic::SourceFile;
use tuiyan::engine::{Draws, Output, Program};
use tuiyan::model::{self, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{self, Region};

use crate::city;

const MODEL: &str = r#"
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
[history]
rd_trend = [{ year = 2018, value = 9, unit = "亿元", provenance = "document", source = "none" }]
"#;

fn read(model: &str) -> (Model, Region) {
    let model = model::read(SourceFile { name: "model", text: model }).value.unwrap();
    let region = region::read(SourceFile { name: "region", text: REGION }, &model).value.unwrap();
    (model, region)
}

/// Values of the base year and the two years after it, in the variable's unit.
#[track_caller]
fn check(id: &str, expected: [f64; 3]) {
    let (model, region) = read(MODEL);
    let variable = model.variable(id).unwrap();
    let program = Program::compile(&model, &region, &[Output::Scenario(variable)]);
    let draws = Draws::given(&program, 1, |_, _| 0.0, |_, _, _| 0.0);
    let mut settings = Settings::present();
    settings.set("after_subsidy", LeverPath::ByYear(vec![2000.0, 0.0]));
    let run = program.run(&draws, &settings);
    for (t, expected) in expected.into_iter().enumerate() {
        let found = model.variables[variable].unit.from_base(run.values(0, t).unwrap()[0]);
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
