//! The built-in model against the numeric reference model, in five cities: every variable
//! that both have, at fixed inputs and as distributions.

use std::collections::BTreeMap;

use serde_json::Value;
use tuiyan::engine::{Draws, Input, Output, Program};
use tuiyan::model::{CostKind, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::Region;
use tuiyan::unit::InUnit;

use crate::city;

/// Greatest relative difference at fixed inputs.
const RELATIVE: f64 = 1e-9;
/// Draws of our Monte Carlo run.
const DRAWS: usize = 4096;
/// Greatest difference of a share of draws, in standard errors: 3,600 comparisons.
const STANDARD_ERRORS: f64 = 4.5;

/// Where this model knows more than the reference: the base-year figures whose error enters
/// here and not there. Every assumed figure is uncertain; the reference knows that of five.
const ERRORS_OF_THIS_MODEL: [&str; 6] = [
    "hnte_certificate_1",
    "hnte_certificate_2",
    "hnte_certificate_3",
    "inventions",
    "fiscal_science",
    "upper_funds",
];
/// Shocks that this model has and the reference has not. Fiscal expenditure of a city varies
/// from year to year as the provinces' does; without it «at least the provincial mean» would
/// be sure or impossible.
const SHOCKS_OF_THIS_MODEL: [&str; 2] = ["fiscal_shock", "province_fiscal_shock"];

fn reference() -> Value {
    serde_json::from_str(&city::text("tests/reference/cities.json")).unwrap()
}

#[test]
fn every_variable_equals_the_reference_model_in_five_cities() {
    let (model, reference) = (model_of_the_reference(), reference());
    let mut settings: BTreeMap<&str, usize> = BTreeMap::new();
    for case in reference["cases"].as_array().unwrap() {
        let region = city::region(&model, case["region"].as_str().unwrap());
        compare(&model, &region, &reference, case);
        *settings.entry(case["region"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!(settings.len(), city::REGIONS.len());
    assert!(settings.values().all(|count| *count >= 7), "{settings:?}");
}

fn compare(model: &Model, region: &Region, reference: &Value, case: &Value) {
    let outputs = case["outputs"].as_object().unwrap();
    let wanted: Vec<Output> = outputs.keys().map(|name| output(model, name)).collect();
    assert_eq!(wanted.len(), 34);
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&inputs(model, reference, case, &program), &settings(case));
    for (position, (name, expected)) in outputs.iter().enumerate() {
        assert_eq!(program.missing(position), None, "{name}");
        let expected = expected.as_array().unwrap();
        for (t, expected) in expected.iter().enumerate().skip(first_year(reference, name)) {
            let unit = reference["units"]["outputs"][name].as_str().unwrap();
            let expected =
                model.units.parse(unit).unwrap().to_base(InUnit(expected.as_f64().unwrap()));
            let found = run.values(position, t).unwrap()[0];
            let bound = RELATIVE * expected.abs() + absolute(name);
            assert!(
                (found - expected).abs() <= bound,
                "{}: {name} in year {t} is {found}, the reference has {expected}",
                case["name"]
            );
        }
    }
}

/// The case's own inputs; those that the reference lacks are at rest.
fn inputs(model: &Model, reference: &Value, case: &Value, program: &Program) -> Draws {
    Draws::given(
        program,
        1,
        |input, _| match input {
            Input::Parameter(id, _) => {
                let Some(value) = case["parameters"][id].as_f64() else { return 0.0 };
                let unit = reference["units"]["parameters"][id].as_str().unwrap();
                model.units.parse(unit).unwrap().to_base(InUnit(value))
            }
            Input::BaseError(id) => case["base_errors"][id].as_f64().unwrap_or_else(|| {
                assert!(ERRORS_OF_THIS_MODEL.contains(&id.as_str()), "{id}");
                0.0
            }),
        },
        |shock, t, _| {
            if SHOCKS_OF_THIS_MODEL.contains(&shock) {
                return 0.0;
            }
            case["shocks"][shock][t as usize - 1].as_f64().unwrap_or_else(|| panic!("{shock}"))
        },
    )
}

/// What policy adds is the difference of near numbers where tax relief brings it:
/// 0.001 元 beside totals of 10^9 元.
fn absolute(name: &str) -> f64 {
    if name == "rd_policy" { 1e-3 } else { 0.0 }
}

/// The reference counts the tax that is not collected with the cash.
fn model_of_the_reference() -> Model {
    let mut model = city::model();
    for lever in &mut model.levers {
        lever.cost_kind = CostKind::Cash;
    }
    model
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
        let values = values.as_array().unwrap().iter().map(|value| InUnit(value.as_f64().unwrap()));
        settings.set(lever, LeverPath::ByYear(values.collect()));
    }
    settings
}

/// A reference quantile leaves its share of our draws below it, within sampling error.
#[test]
fn distributions_agree_within_sampling_error() {
    let (model, reference) = (model_of_the_reference(), reference());
    let drawn = reference["draws"].as_f64().unwrap();
    for sample in reference["samples"].as_array().unwrap() {
        let mut region = city::region(&model, sample["region"].as_str().unwrap());
        for id in ERRORS_OF_THIS_MODEL {
            region.figures.get_mut(id).unwrap().error = Some(0.0);
        }
        let quantiles = sample["quantiles"].as_object().unwrap();
        let wanted: Vec<Output> = quantiles.keys().map(|name| output(&model, name)).collect();
        let program = Program::compile(&model, &region, &wanted);
        let run = program.run(&Draws::sample(&program, DRAWS), &settings(sample));
        for (position, (name, by_year)) in quantiles.iter().enumerate() {
            let unit = reference["units"]["outputs"][name].as_str().unwrap();
            let unit = model.units.parse(unit).unwrap();
            for (year, row) in by_year.as_object().unwrap() {
                let values = run.values(position, year.parse().unwrap()).unwrap();
                let shares = reference["shares"].as_array().unwrap().iter();
                for (share, quantile) in shares.zip(row.as_array().unwrap()) {
                    let share = share.as_f64().unwrap() / 100.0;
                    let quantile = unit.to_base(InUnit(quantile.as_f64().unwrap()));
                    let below = values.iter().filter(|value| **value <= quantile).count();
                    let found = below as f64 / DRAWS as f64;
                    let error = share * (1.0 - share) * (1.0 / drawn + 1.0 / DRAWS as f64);
                    assert!(
                        (found - share).abs() <= STANDARD_ERRORS * error.sqrt(),
                        "{}: {name} in year {year}: {found} below P{}",
                        sample["name"],
                        share * 100.0
                    );
                }
            }
        }
    }
}
