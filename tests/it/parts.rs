//! A run in parts, and fewer draws of the same run: the same bits.

use std::sync::Arc;

use tuiyan::engine::{Basis, Draws, Ensemble, Input, Output, Program};
use tuiyan::model::Model;
use tuiyan::plan::{LeverPath, Settings};

use crate::city;

fn program(model: &Model) -> Program {
    let region = city::region(model, "yiyang-2020");
    let outputs = model
        .variables
        .keys()
        .flat_map(|variable| [Output::Scenario(variable), Output::Outlook(variable)]);
    let outputs: Vec<Output> = outputs.chain([Output::Cost]).collect();
    Program::compile(model, &region, &outputs)
}

fn moved(model: &Model, share: f64) -> Settings {
    let mut settings = Settings::present();
    for lever in &model.levers {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + (high - low) * share));
    }
    settings
}

/// Bits of the first `count` draws, in a fixed order.
fn bits(program: &Program, model: &Model, run: &Ensemble, count: usize) -> Vec<u64> {
    let outputs = 0..=2 * model.variables.len();
    let years = 0..=program.years() as usize;
    let series = outputs.flat_map(|output| years.clone().map(move |t| (output, t)));
    let values = series.filter_map(|(output, t)| run.values(output, t));
    values.flat_map(|values| values[..count].iter().map(|value| value.to_bits())).collect()
}

#[test]
fn parts_have_the_bits_of_the_whole() {
    let model = city::model();
    let program = program(&model);
    let settings = moved(&model, 0.6);
    let basis = Arc::new(Basis::sample(&program, 1_024));
    let whole = program.run_all(&basis, &settings);
    let mut run = program.begin(&basis, &settings);
    // Ends of parts inside, at and beyond the ends of blocks.
    for until in [1, 127, 128, 129, 500, 1_024, 5_000] {
        program.advance(&mut run, until);
        let count = until.min(1_024);
        assert_eq!(run.ensemble().count(), count);
        let part = bits(&program, &model, run.ensemble(), count);
        assert!(part == bits(&program, &model, &whole, count), "until {until}");
    }
}

#[test]
fn a_run_begun_anew_remembers_nothing() {
    let model = city::model();
    let program = program(&model);
    let basis = Arc::new(Basis::sample(&program, 300));
    let mut run = program.begin(&basis, &moved(&model, 1.0));
    program.advance(&mut run, 300);
    program.restart(&mut run, &moved(&model, 0.2));
    assert_eq!(run.ensemble().count(), 0);
    program.advance(&mut run, 300);
    let fresh = program.run_all(&basis, &moved(&model, 0.2));
    let anew = bits(&program, &model, run.ensemble(), 300);
    assert!(anew == bits(&program, &model, &fresh, 300));
}

#[test]
fn fewer_draws_are_the_first_of_more() {
    let model = city::model();
    let program = program(&model);
    let settings = moved(&model, 0.8);
    let most = program.run(&Draws::sample(&program, 2_048), &settings);
    for count in [128, 512, 1_024] {
        let fewer = program.run(&Draws::sample(&program, count), &settings);
        let fewer = bits(&program, &model, &fewer, count);
        assert!(fewer == bits(&program, &model, &most, count), "{count} draws");
    }
}

#[test]
fn draws_differ_from_one_another() {
    let model = city::model();
    let program = program(&model);
    let is_parameter = |input: &Input| matches!(input, Input::Parameter(..));
    assert!(program.inputs().iter().any(is_parameter));
    let run = program.run(&Draws::sample(&program, 64), &Settings::present());
    let rd = model.variable("rd").unwrap();
    let values = run.values(2 * usize::from(rd), 10).unwrap();
    assert!(values.iter().all(|value| value.is_finite()));
    assert!(values.windows(2).any(|pair| pair[0] != pair[1]));
}
