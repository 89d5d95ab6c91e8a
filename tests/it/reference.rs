//! The built-in model against the numeric reference model: every variable that
//! both have, every year, at fixed parameters and shocks.

use serde_json::Value;
use tuiyan::engine::{Draws, Input, Output, Program};
use tuiyan::model::Model;
use tuiyan::plan::{LeverPath, Settings};

use crate::city;

/// Greatest relative difference.
const RELATIVE: f64 = 1e-9;

/// Variables of the reference that this version of the model takes as figures.
const NOT_COMPARED: [&str; 2] = ["tech_sme", "tech_sme_entries"];

#[test]
fn yiyang_equals_the_reference_model() {
    let model = city::model();
    let reference: Value =
        serde_json::from_str(&city::text("tests/reference/yiyang.json")).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    let mut compared = 0;
    for case in cases {
        compared += compare(&model, &reference, case);
    }
    assert!(compared > 20 * 19 * 10, "only {compared} values were compared");
}

fn compare(model: &Model, reference: &Value, case: &Value) -> usize {
    let region = city::region(model, "yiyang-2020");
    let outputs = case["outputs"].as_object().unwrap();
    let names: Vec<&String> =
        outputs.keys().filter(|name| !NOT_COMPARED.contains(&name.as_str())).collect();
    let wanted: Vec<Output> = names.iter().map(|name| output(model, name)).collect();
    let program = Program::compile(model, &region, &wanted);
    let base = |kind: &str, name: &str, value: f64| {
        let unit = reference["units"][kind][name].as_str().unwrap();
        model.units.parse(unit).unwrap().to_base(value)
    };
    let draws = Draws::given(
        &program,
        1,
        |input, _| match input {
            Input::Parameter(id, _) => {
                base("parameters", id, case["parameters"][id].as_f64().unwrap())
            }
            Input::BaseError(id) => case["base_errors"][id].as_f64().unwrap(),
        },
        |shock, t, _| case["shocks"][shock][t as usize - 1].as_f64().unwrap(),
    );
    let run = program.run(&draws, &settings(case));
    let mut compared = 0;
    for (position, name) in names.iter().enumerate() {
        assert_eq!(program.missing(position), None, "{name}");
        let expected = outputs[*name].as_array().unwrap();
        for (t, expected) in expected.iter().enumerate().skip(first_year(reference, name)) {
            let expected = base("outputs", name, expected.as_f64().unwrap());
            let found = run.values(position, t).unwrap()[0];
            let bound = RELATIVE * expected.abs() + absolute(name);
            assert!(
                (found - expected).abs() <= bound,
                "{}: {name} in year {t} is {found}, the reference has {expected}",
                case["name"]
            );
            compared += 1;
        }
    }
    compared
}

/// What policy adds is the difference of near numbers where tax relief brings it:
/// 0.001 元 beside totals of 10^9 元.
fn absolute(name: &str) -> f64 {
    if name == "rd_policy" { 1e-3 } else { 0.0 }
}

fn output(model: &Model, name: &str) -> Output {
    match name {
        "policy_cost" => Output::Cost,
        _ => Output::Scenario(model.variable(name).unwrap_or_else(|| panic!("no variable {name}"))),
    }
}

fn first_year(reference: &Value, name: &str) -> usize {
    let later = reference["from_year_1"].as_array().unwrap();
    usize::from(name == "policy_cost" || later.iter().any(|later| later == name))
}

fn settings(case: &Value) -> Settings {
    let mut settings = Settings::present();
    for (lever, values) in case["levers"].as_object().unwrap() {
        let values = values.as_array().unwrap().iter().map(|value| value.as_f64().unwrap());
        settings.set(lever, LeverPath::ByYear(values.collect()));
    }
    settings
}
