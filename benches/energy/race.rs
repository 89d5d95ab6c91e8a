//! The three forms of the model against each other, in turns, and how the engine's time grows.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use tuiyan::diagnostic::SourceFile;
use tuiyan::engine::{Basis, Case, Draws, Input, Output, Program};
use tuiyan::model::{self, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{self, Region};
use tuiyan::sampling::{summarise, uniform_column};
use tuiyan::unit::InUnit;

use super::{
    Columns, INDICATOR_IDS, Levers, MODEL, OUTPUT_IDS, REGION, Results, YEARS, lanes, scalar,
};
use crate::clock::{fastest, milliseconds};

/// Turns of each form.
const ROUNDS: usize = 15;
/// Largest relative difference: the forms round differently, and each year builds on the last.
const TOLERANCE: f64 = 1e-9;

/// Milliseconds of a run of each form.
pub(crate) struct Race {
    /// The engine, with all that a run needs.
    pub(crate) tape: f64,
    /// The engine, after a move of a lever: only what levers reach.
    pub(crate) moved: f64,
    pub(crate) lanes: f64,
    pub(crate) scalar: f64,
}

/// The model in the language, ready to run.
pub(crate) struct Town {
    model: Model,
    region: Region,
}

impl Town {
    /// The model as it stands.
    pub(crate) fn new() -> Self {
        Self::of(MODEL)
    }

    /// The model with other years, or with its equations several times over.
    pub(crate) fn varied(years: u32, copies: usize) -> Self {
        let text = MODEL.replace("horizon = 10", &format!("horizon = {years}"));
        let (declared, variables) = text.split_once("[variable]\n").expect("there are variables");
        let equations: Vec<&str> = variables.lines().filter(|line| line.contains(" = {")).collect();
        let ids: Vec<&str> = equations.iter().filter_map(|line| line.split(' ').next()).collect();
        let copy = |number: usize| -> String {
            let lines = equations.iter().map(|line| renamed(line, &ids, number));
            lines.collect::<Vec<_>>().join("\n")
        };
        let copies: Vec<String> = (0..copies).map(copy).collect();
        Self::of(&format!("{declared}[variable]\n{}\n", copies.join("\n")))
    }

    fn of(text: &str) -> Self {
        let read = model::read(SourceFile { name: "model.toml", text });
        let model = read.value.expect("the model of the benchmark is right");
        let read = region::read(SourceFile { name: "region.toml", text: REGION }, &model);
        Self { model, region: read.value.expect("the region of the benchmark is right") }
    }

    /// Number of equations.
    pub(crate) fn equations(&self) -> usize {
        self.model.variables.len()
    }

    fn outputs(&self) -> Vec<Output> {
        // The copies of an output begin with its id.
        let wanted =
            |id: &str| OUTPUT_IDS.iter().any(|output| id == *output || is_copy(id, output));
        let variables = self.model.variables.iter_enumerated();
        let outputs: Vec<Output> = variables
            .filter(|(_, variable)| wanted(&variable.id))
            .map(|(position, _)| Output::Scenario(position))
            .collect();
        outputs
    }

    fn compile(&self) -> Program {
        Program::compile(&self.model, &self.region, &self.outputs())
    }

    /// Milliseconds to run `draws` draws.
    pub(crate) fn time(&self, draws: usize) -> f64 {
        let program = self.compile();
        let (draws, settings) = (Draws::sample(&program, draws), moved());
        milliseconds(fastest(ROUNDS / 3, || {
            black_box(program.run(&draws, &settings));
        }))
    }

    /// Bytes of the draws and of the results of a run.
    pub(crate) fn bytes(&self, draws: usize) -> usize {
        let inputs = self.model.parameters.len();
        let outputs = self.outputs().len() * (YEARS + 1);
        (inputs + outputs) * draws * size_of::<f64>()
    }

    /// Runs the three forms in turns and checks that they say the same.
    pub(crate) fn race(&self, draws: usize) -> Race {
        let columns = self.columns(draws);
        let by_id: BTreeMap<&str, &[f64]> = columns.listed().into_iter().collect();
        let program = Program::compile(&self.model, &self.region, &self.ordered_outputs());
        let draws = Draws::given(
            &program,
            draws,
            |input, draw| match input {
                Input::Parameter(id, _) => by_id[id.as_str()][draw],
                Input::BaseError(id) => unreachable!("`{id}` has no error"),
            },
            |id, _, _| unreachable!("there is no shock `{id}`"),
        );
        let settings = moved();
        let mut run =
            program.begin(&Arc::new(Basis::new(&program, &draws, &Case::default())), &settings);
        let (levers, mut best) = (Levers::MOVED, [Duration::MAX; 4]);
        for _ in 0..ROUNDS {
            let times = [
                fastest(1, || drop(black_box(program.run(&draws, &settings)))),
                fastest(1, || {
                    program.restart(&mut run, black_box(&settings));
                    program.advance(&mut run, draws.count());
                }),
                fastest(1, || drop(black_box(lanes::run(&columns, black_box(&levers))))),
                fastest(1, || drop(black_box(scalar::run(&columns, black_box(&levers))))),
            ];
            for (best, time) in best.iter_mut().zip(times) {
                *best = time.min(*best);
            }
        }
        let tape = program.run(&draws, &settings);
        for results in [lanes::run(&columns, &levers), scalar::run(&columns, &levers)] {
            check(&results, |output, year| tape.values(output, year + 1).unwrap_or_default());
        }
        let [tape, moved, lanes, scalar] = best.map(milliseconds);
        Race { tape, moved, lanes, scalar }
    }

    /// The work of a lever move: a run of what levers reach, and the statistics of twelve
    /// indicators in every year.
    pub(crate) fn lever_move(&self, draws: usize) -> impl FnMut() {
        let position = |id: &&str| self.model.variable(id).expect("an indicator is a variable");
        let wanted: Vec<Output> =
            INDICATOR_IDS.iter().map(position).map(Output::Scenario).collect();
        let program = Program::compile(&self.model, &self.region, &wanted);
        let basis = Arc::new(Basis::sample(&program, draws));
        let settings = moved();
        let mut run = program.begin(&basis, &settings);
        move || {
            program.restart(&mut run, &settings);
            program.advance(&mut run, draws);
            let run = run.ensemble();
            for indicator in 0..INDICATOR_IDS.len() {
                for t in 1..=YEARS {
                    let values = run.values(indicator, t).expect("nothing is missing");
                    black_box(summarise(values).expect("all values are finite"));
                }
            }
        }
    }

    fn ordered_outputs(&self) -> Vec<Output> {
        let position = |id: &&str| self.model.variable(id).expect("an output is a variable");
        OUTPUT_IDS.iter().map(position).map(Output::Scenario).collect()
    }

    fn columns(&self, draws: usize) -> Columns {
        Columns::new(|id| {
            let known = self.model.parameters.iter().find(|parameter| parameter.id == id);
            let parameter = known.expect("the forms have the same parameters");
            let mut column = uniform_column(id, None, draws);
            parameter.distribution.transform(&mut column);
            column
        })
    }

    /// Milliseconds from a changed formula to a program that is ready to run.
    pub(crate) fn edit() -> f64 {
        milliseconds(fastest(ROUNDS, || {
            black_box(Self::new().compile());
        }))
    }

    /// Milliseconds of compiling alone.
    pub(crate) fn compiling(&self) -> f64 {
        milliseconds(fastest(ROUNDS, || drop(black_box(self.compile()))))
    }
}

fn is_copy(id: &str, of: &str) -> bool {
    let number = id.strip_prefix(of).and_then(|rest| rest.strip_prefix("_copy"));
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// An equation with the number of its copy behind the names of all variables.
fn renamed(line: &str, ids: &[&str], number: usize) -> String {
    let mut renamed = String::new();
    let mut word = String::new();
    for character in line.chars().chain(['\n']) {
        if character.is_alphanumeric() || character == '_' {
            word.push(character);
            continue;
        }
        renamed.push_str(&word);
        if number > 0 && ids.contains(&word.as_str()) {
            renamed.extend(["_copy", &number.to_string()]);
        }
        word.clear();
        renamed.push(character);
    }
    renamed.trim_end().to_owned()
}

fn moved() -> Settings {
    let mut settings = Settings::present();
    for (lever, value) in Levers::MOVED.listed() {
        settings.set(lever, LeverPath::Constant(InUnit(value)));
    }
    settings
}

fn check<'v>(results: &Results, tape: impl Fn(usize, usize) -> &'v [f64]) {
    for (output, id) in OUTPUT_IDS.iter().enumerate() {
        for year in 0..YEARS {
            let (expected, found) = (tape(output, year), results.series(output, year));
            assert_eq!(expected.len(), found.len());
            for (expected, found) in expected.iter().zip(found) {
                let error = (found - expected).abs();
                assert!(
                    error <= TOLERANCE * expected.abs().max(1.0),
                    "{id} in year {year}: {found}, not {expected}"
                );
            }
        }
    }
}
