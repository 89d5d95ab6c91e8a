//! What differs from run to run of one program: assumptions, parameters, luck, and values that are known
//! already.

use std::sync::Arc;

use tuiyan::analysis::{Sampling, Workbench};
use tuiyan::engine::{Basis, Case, Draws, Ensemble, Output, Program};
use tuiyan::model::{Model, VariableId};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::Region;
use tuiyan::sampling::{Distribution, summarise};
use tuiyan::sorted::Map;
use tuiyan::unit::InUnit;

use crate::behaviour::identities_that_hold;
use crate::city;

/// Two full blocks of lanes and a part of one.
const DRAWS: usize = 300;

fn yearly(id: &str, values: &[(i32, f64)]) -> Map<String, Map<i32, f64>> {
    Map::from([(id.to_owned(), values.iter().copied().collect())])
}

/// Bits of all outputs of the targets.
fn bits(run: &Ensemble) -> Vec<u64> {
    let series = (0..500).flat_map(|output| (0..=10).map(move |t| (output, t)));
    let values = series.filter_map(|(output, t)| run.values(output, t)).flatten();
    values.map(|value| value.to_bits()).collect()
}

#[test]
fn a_case_has_the_bits_of_a_city_compiled_for_it() {
    let (model, region) = (city::model(), city::region(&city::model(), "yiyang-2020"));
    let parameter = (model.parameters.iter())
        .find(|parameter| parameter.id == "after_subsidy_yield")
        .unwrap()
        .distribution;
    let Distribution::Triangular { low, mode, high } = parameter else { panic!("{parameter:?}") };
    let narrow = Distribution::Pert { low: mode, mode: 0.5 * (mode + high), high };
    let listed: Vec<i32> = region.assumptions["gdp_growth_real"].by_year.keys().copied().collect();
    let year = *listed.iter().find(|year| **year > region.base_year).unwrap();
    let parameters = |distribution| Map::from([("after_subsidy_yield".to_owned(), distribution)]);
    let cases = [
        Case { assumptions: yearly("gdp_growth_real", &[(year, 0.09)]), ..Case::default() },
        Case { parameters: parameters(narrow), ..Case::default() },
        Case {
            parameters: parameters(Distribution::Fixed(low)),
            assumptions: yearly("gdp_growth_real", &[(year, 0.01)]),
            ..Case::default()
        },
        Case::default(),
    ];
    let mut settings = Settings::present();
    settings.set("after_subsidy", LeverPath::Constant(InUnit(3_000.0)));
    let mut workbench = Workbench::new(model.clone(), region.clone(), DRAWS);
    for case in cases {
        // One after the other, so that nothing of the case before stays.
        workbench = workbench.under(&case).expect("it lists what the region lists");
        let applied = (*case.applied_model(&Arc::new(model.clone()))).clone();
        let compiled = Workbench::new(applied, case.applied_region(&region), DRAWS);
        assert!(bits(&workbench.run(&settings)) == bits(&compiled.run(&settings)), "{case:?}");
        assert_eq!(workbench.evaluate(&settings), compiled.evaluate(&settings));
    }
}

#[test]
fn what_has_to_be_compiled_for_is_said() {
    let (model, region) = (city::model(), city::region(&city::model(), "yiyang-2020"));
    let workbench = Workbench::new(model.clone(), region.clone(), 16);
    let last = region.base_year + model.horizon as i32;
    let is_listed = region.assumptions["gdp_growth_real"].by_year.contains_key(&last);
    assert!(!is_listed, "the last year has the model's default");
    let case = Case { assumptions: yearly("gdp_growth_real", &[(last, 0.09)]), ..Case::default() };
    assert!(workbench.under(&case).is_none());
    let compiled = Workbench::in_case(model.clone(), region.clone(), &case, Sampling::random(16));
    let applied = Workbench::new(model, case.applied_region(&region), 16);
    assert!(bits(&compiled.run(&Settings::present())) == bits(&applied.run(&Settings::present())));
    let higher = Case { assumptions: yearly("gdp_growth_real", &[(last, 0.1)]), ..Case::default() };
    assert!(compiled.under(&higher).is_some(), "the same year, another value");
    assert!(compiled.under(&Case::default()).is_none());
    let known = Case { known: yearly("gdp", &[(region.base_year + 1, 2e11)]), ..Case::default() };
    assert!(workbench.under(&known).is_none());
}

#[test]
fn luck_that_is_set_is_the_same_in_every_draw() {
    let (model, region) = (city::model(), city::region(&city::model(), "yiyang-2020"));
    let gdp = model.variable("gdp").unwrap();
    let program = Program::compile(&model, &region, &[Output::Outlook(gdp)]);
    let draws = Draws::sample(&program, DRAWS);
    let year = region.base_year + 1;
    let grown = |luck: f64| {
        let case = Case { shocks: yearly("gdp_shock", &[(year, luck)]), ..Case::default() };
        let basis = Arc::new(Basis::new(&program, &draws, &case));
        program.run_all(&basis, &Settings::present())
    };
    let (bad, none, good) = (grown(-2.0), grown(0.0), grown(2.0));
    let values = |run: &Ensemble, t| run.values(0, t).unwrap().to_vec();
    let between =
        values(&bad, 1).into_iter().zip(values(&none, 1)).zip(values(&good, 1)).collect::<Vec<_>>();
    assert!(between.iter().all(|((bad, none), good)| bad < none && none < good));
    // The year's spread is a parameter and differs by draw; what two equal and opposite years
    // make of it does not.
    let together = |((bad, none), good): &((f64, f64), f64)| bad * good / (none * none);
    assert!(between.iter().all(|draw| (together(draw) - 1.0).abs() < 1e-12));
}

/// All scenarios, then all outlooks.
fn outputs(model: &Model) -> Vec<Output> {
    let variables = model.variables.keys();
    variables.clone().map(Output::Scenario).chain(variables.map(Output::Outlook)).collect()
}

/// A value that the year could well bring: above what half of the draws have, where there is any spread.
fn plausible(model: &Model, region: &Region, variable: VariableId) -> Option<f64> {
    let program = Program::compile(model, region, &[Output::Outlook(variable)]);
    if program.missing(0).is_some() {
        return None;
    }
    let run = program.run(&Draws::sample(&program, DRAWS), &Settings::present());
    let summary = summarise(run.values(0, 1)?).ok()?;
    Some(if summary.p75 > summary.p25 { summary.p75 } else { summary.p50 * 1.02 })
}

fn check_known(model: &Model, region: &Region, known: &[(VariableId, f64)]) {
    let year = region.base_year + 1;
    let ids = known.iter().map(|(variable, value)| {
        (model.variables[*variable].id.clone(), Map::from([(year, *value)]))
    });
    let case = Case { known: ids.collect(), ..Case::default() };
    let program = Program::compile_for(&case, (model, region), &outputs(model));
    let basis = Arc::new(Basis::new(&program, &Draws::sample(&program, DRAWS), &case));
    let names: Vec<&String> = case.known.keys().collect();
    assert!(basis.is_met(), "{}: {names:?} is not met", region.id);
    let run = program.run_all(&basis, &Settings::present());
    for (variable, value) in known {
        let scenario = usize::from(*variable);
        for output in [scenario, model.variables.len() + scenario] {
            let found = run.values(output, 1).unwrap();
            let worst =
                found.iter().fold(0.0, |worst: f64, found| worst.max((found - value).abs()));
            assert!(worst <= 1e-11 * value.abs(), "{}: {names:?} is off by {worst}", region.id);
        }
    }
    assert!(identities_that_hold((model, region), &program, &run) >= 13);
    let varies = |variable: VariableId| {
        let values = run.values(variable.into(), 2).unwrap();
        values.iter().any(|value| *value != values[0])
    };
    let gdp = model.variable("gdp").unwrap();
    assert!(varies(gdp), "the years after are left to chance");
}

#[test]
fn a_known_value_is_met_in_every_draw_and_identities_hold() {
    let model = city::model();
    for id in city::REGIONS {
        let region = city::region(&model, id);
        let indicators = model
            .variables
            .keys()
            .filter(|variable| model.variables[*variable].direction.is_some());
        let mut count = 0;
        for variable in indicators {
            if let Some(value) = plausible(&model, &region, variable) {
                check_known(&model, &region, &[(variable, value)]);
                count += 1;
            }
        }
        assert!(count >= 20, "{id}: {count}");
    }
}

#[test]
fn several_known_values_are_met_together() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let at = |id: &str| model.variable(id).unwrap();
    let value = |id: &str| plausible(&model, &region, at(id)).unwrap();
    let known: Vec<(VariableId, f64)> = ["gdp", "rd", "hnte", "tech_contracts", "fiscal_science"]
        .into_iter()
        .map(|id| (at(id), value(id)))
        .collect();
    check_known(&model, &region, &known);
    let share = value("rd") / value("gdp");
    let known = [(at("rd_intensity"), share), (at("gdp"), value("gdp"))];
    check_known(&model, &region, &known);
    // What contradicts itself is not met, and said.
    let year = region.base_year + 1;
    let mut contradiction = Case::default();
    for (id, value) in [("gdp", 1e11), ("rd", 1e9), ("rd_intensity", 0.5)] {
        contradiction.known.insert(id.to_owned(), Map::from([(year, value)]));
    }
    let subject = (&model, &region);
    let program = Program::compile_for(&contradiction, subject, &outputs(&model));
    assert!(!Basis::new(&program, &Draws::sample(&program, 16), &contradiction).is_met());
}

#[test]
fn the_year_after_starts_from_what_is_known() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let gdp = model.variable("gdp").unwrap();
    let median = |value: Option<f64>| {
        let known = value.map(|value| yearly("gdp", &[(region.base_year + 1, value)]));
        let case = Case { known: known.unwrap_or_default(), ..Case::default() };
        let program = Program::compile_for(&case, (&model, &region), &[Output::Outlook(gdp)]);
        let basis = Arc::new(Basis::new(&program, &Draws::sample(&program, DRAWS), &case));
        let run = program.run_all(&basis, &Settings::present());
        [1, 2].map(|t| summarise(run.values(0, t).unwrap()).unwrap())
    };
    let [first, second] = median(None);
    let [known, after] = median(Some(first.p50 * 1.1));
    assert!((known.p5 / first.p50 - 1.1).abs() < 1e-9 && (known.p95 / known.p5 - 1.0).abs() < 1e-9);
    assert!((after.p50 / second.p50 - 1.1).abs() < 0.02, "{} {}", after.p50, second.p50);
    assert!(after.p95 / after.p5 < second.p95 / second.p5, "one year of chance instead of two");
}
