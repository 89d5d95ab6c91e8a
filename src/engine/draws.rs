//! The random part of a run, drawn once and kept while levers move.

use crate::engine::inputs::{Chance, Input};
use crate::engine::program::Program;
use crate::sampling;

/// Values of all inputs of a program for a number of draws.
///
/// An input's values depend on its own id (and the calendar year) only, so that
/// adding an input leaves the others alone. The first half of more draws are
/// the draws before, if both numbers are powers of two.
#[derive(Clone, Debug)]
pub struct Draws {
    pub(super) count: usize,
    /// `[column][draw]`
    pub(super) columns: Vec<Vec<f64>>,
    /// `[shock][year from the first simulated][draw]`
    pub(super) shocks: Vec<Vec<Vec<f64>>>,
}

impl Draws {
    /// Draws by scrambled Sobol sequences; `count` should be a power of two.
    #[must_use]
    pub fn sample(program: &Program, count: usize) -> Self {
        let years = vec![Vec::new(); program.years() as usize];
        let mut draws = Self {
            count: 0,
            columns: vec![Vec::new(); program.inputs().len()],
            shocks: vec![years; program.shocks().len()],
        };
        draws.grow(program, count);
        draws
    }

    /// Adds draws until there are `count`; those that are there stay.
    pub fn grow(&mut self, program: &Program, count: usize) {
        for (input, column) in program.inputs().iter().zip(&mut self.columns) {
            extend(column, &input.key(), None, count, |tail| input.transform(tail));
        }
        for ((id, distribution), years) in program.shocks().iter().zip(&mut self.shocks) {
            for (t, column) in (1..).zip(years) {
                let year = program.base_year().unsigned_abs() + t;
                extend(column, id, Some(year), count, |tail| distribution.transform(tail));
            }
        }
        self.count = self.count.max(count);
    }

    /// Draws with given values: of an input, and of a shock in the `t`-th simulated year.
    #[must_use]
    pub fn given(
        program: &Program,
        count: usize,
        input: impl Fn(&Input, usize) -> f64,
        shock: impl Fn(&str, u32, usize) -> f64,
    ) -> Self {
        let columns = (program.inputs().iter())
            .map(|column| (0..count).map(|draw| input(column, draw)).collect())
            .collect();
        let shocks = (program.shocks().iter())
            .map(|(id, _)| {
                let year = |t| (0..count).map(|draw| shock(id, t, draw)).collect();
                (1..=program.years()).map(year).collect()
            })
            .collect();
        Self { count, columns, shocks }
    }

    /// One draw in which nothing is left to chance: every parameter at its likeliest value, every year
    /// without luck, base-year figures exact.
    #[must_use]
    pub fn central(program: &Program) -> Self {
        let input = |input: &Input, _| match input {
            Input::Parameter(_, distribution) => distribution.mode(),
            Input::BaseError(_) => 0.0,
        };
        let shocks = program.shocks().iter();
        let center = |wanted: &str| {
            let found = shocks.clone().find(|(id, _)| id == wanted);
            found.map_or(0.0, |(_, distribution)| distribution.center())
        };
        Self::given(program, 1, input, |id, _, _| center(id))
    }

    /// One draw of `program`'s, for another program of the same model; NaN for an input
    /// that only the other has.
    pub(super) fn one(&self, program: &Program, draw: usize, other: &Program) -> Self {
        let input = |wanted: &Input, _| {
            let known = program.inputs().iter().position(|input| input == wanted);
            known.map_or(f64::NAN, |column| self.columns[column][draw])
        };
        let shock = |wanted: &str, t: u32, _| {
            let known = program.shocks().iter().position(|(shock, _)| shock == wanted);
            known.map_or(f64::NAN, |shock| self.shocks[shock][t as usize - 1][draw])
        };
        Self::given(other, 1, input, shock)
    }

    /// These draws with nothing left to chance but one thing: every other input is at its median.
    #[must_use]
    pub fn only(&self, program: &Program, chance: Chance) -> Self {
        let mut draws = self.clone();
        let inputs = program.inputs().iter().zip(&mut draws.columns);
        for (input, column) in inputs.filter(|(input, _)| input.chance() != chance) {
            column.fill(median(|column| input.transform(column)));
        }
        if chance != Chance::Years {
            for ((_, distribution), years) in program.shocks().iter().zip(&mut draws.shocks) {
                let median = median(|column| distribution.transform(column));
                for column in years {
                    column.fill(median);
                }
            }
        }
        draws
    }

    /// Number of draws.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

/// The value that half of the draws are below.
fn median(transform: impl Fn(&mut [f64])) -> f64 {
    let mut column = [0.5];
    transform(&mut column);
    column[0]
}

/// Makes a column `count` long; only what is new is transformed.
fn extend(
    column: &mut Vec<f64>,
    key: &str,
    year: Option<u32>,
    count: usize,
    transform: impl Fn(&mut [f64]),
) {
    let known = column.len();
    if known < count {
        column.extend_from_slice(&sampling::uniform_column(key, year, count)[known..]);
        transform(&mut column[known..]);
    }
}
