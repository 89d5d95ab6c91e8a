//! The engine against the oracle: the same bits, every NaN counting as one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tuiyan::diagnostic::SourceFile;
use tuiyan::engine::{Draws, Input, Output, Program};
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model, Reference};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{self, Region};
use tuiyan::sampling::{ShockDistribution, uniform_column};
use tuiyan::unit::InUnit;

use crate::city;
use crate::oracle::{Oracle, Path};
use crate::random_model::{Case, DRAWS, YEARS, case};

/// All that a model can be asked for.
fn everything(model: &Model) -> Vec<Output> {
    let variables = model.variables.keys();
    let levers = model.levers.keys().map(Output::LeverCost);
    let scenario = variables.clone().map(Output::Scenario);
    scenario.chain(variables.map(Output::Outlook)).chain(levers).chain([Output::Cost]).collect()
}

/// Compares every output that can be computed, in every year and draw; says how many.
#[track_caller]
fn check(
    (model, region, settings): (&Model, &Region, &Settings),
    count: usize,
    input: impl Fn(&Input, usize) -> f64,
    shock: impl Fn(&str, u32, usize) -> f64,
) -> usize {
    let wanted = everything(model);
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&Draws::given(&program, count, &input, &shock), settings);
    let mut compared = 0;
    for draw in 0..count {
        let mut oracle = Oracle {
            model,
            region,
            settings,
            input: &|wanted| input(wanted, draw),
            shock: &|id, t| shock(id, t, draw),
            known: BTreeMap::new(),
        };
        for (position, output) in wanted.iter().enumerate() {
            for t in 0..=program.years() as usize {
                let Some(values) = run.values(position, t) else { continue };
                let (found, expected) = (values[draw], asked(&mut oracle, *output, t as i32));
                let same = found.to_bits() == expected.to_bits();
                assert!(
                    same || (found.is_nan() && expected.is_nan()),
                    "{output:?} in year {t} of draw {draw} is {found:e}, not {expected:e}"
                );
                compared += 1;
            }
        }
    }
    compared
}

fn asked(oracle: &mut Oracle<'_>, output: Output, t: i32) -> f64 {
    match output {
        Output::Scenario(variable) => {
            oracle.value((Path::Scenario, t), Reference::Variable(variable))
        }
        Output::Outlook(variable) => {
            oracle.value((Path::Outlook, t), Reference::Variable(variable))
        }
        // Costs have no base-year value.
        Output::Cost | Output::LeverCost(_) if t == 0 => f64::NAN,
        Output::Cost => oracle.value((Path::Scenario, t), Reference::PolicyCost),
        Output::LeverCost(lever) => oracle.cost((Path::Scenario, t), lever),
    }
}

fn read(case: &Case) -> (Model, Region) {
    let checked = model::read(SourceFile { name: "model", text: &case.model });
    let said: Vec<String> =
        checked.diagnostics.iter().map(|diagnostic| diagnostic.render(Locale::En)).collect();
    let model = checked.value.unwrap_or_else(|| panic!("{}", said.concat()));
    let checked = region::read(SourceFile { name: "region", text: &case.region }, &model);
    let said: Vec<String> =
        checked.diagnostics.iter().map(|diagnostic| diagnostic.render(Locale::En)).collect();
    (model, checked.value.unwrap_or_else(|| panic!("{}", said.concat())))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })]

    #[test]
    fn random_models_have_the_bits_of_the_oracle(case in case()) {
        let (model, region) = read(&case);
        let mut settings = Settings::present();
        settings.set("l", LeverPath::ByYear(case.lever.iter().copied().map(InUnit).collect()));
        let input = |input: &Input, draw: usize| match input {
            Input::Parameter(id, _) if id == "p" => case.draws[draw][0],
            Input::Parameter(..) => case.draws[draw][1],
            Input::BaseError(_) => case.draws[draw][2],
        };
        let shock = |_: &str, t: u32, draw: usize| case.draws[draw][2 + t as usize];
        let compared = check((&model, &region, &settings), DRAWS, input, shock);
        let outputs = everything(&model).len();
        prop_assert_eq!(compared, outputs * DRAWS * (YEARS as usize + 1));
    }
}

/// More draws than a block has lanes, and not a multiple of them.
const CITY_DRAWS: usize = 130;

#[test]
fn the_built_in_city_has_the_bits_of_the_oracle() {
    let model = city::model();
    for region in city::regions(&model) {
        for share in [0.0, 0.37, 1.0] {
            let mut settings = Settings::present();
            for (position, lever) in model.levers.iter_enumerated() {
                let [low, high] = lever.range;
                let set = low + (high - low) * share;
                let path = match usize::from(position) % 2 {
                    0 => LeverPath::Constant(set),
                    _ => LeverPath::ByYear(vec![lever.present, set]),
                };
                settings.set(&lever.id, path);
            }
            let compared = check((&model, &region, &settings), CITY_DRAWS, city_input, city_shock);
            assert!(compared > 10 * CITY_DRAWS, "{}", region.id);
        }
    }
}

fn city_input(input: &Input, draw: usize) -> f64 {
    match input {
        Input::Parameter(id, distribution) => distribution.quantile(uniform(id, draw)),
        Input::BaseError(id) => ShockDistribution::Normal.quantile(uniform(id, draw)),
    }
}

fn city_shock(id: &str, t: u32, draw: usize) -> f64 {
    ShockDistribution::Normal.quantile(uniform(id, draw + 1_000 * t as usize))
}

/// A number between 0 and 1, and never one of them.
fn uniform(id: &str, draw: usize) -> f64 {
    uniform_column(&format!("{id} {draw}"), None, 1)[0]
}
