//! The random part of a run, drawn once and kept while levers move.

use std::sync::Arc;

use crate::engine::case::Case;
use crate::engine::inputs::{Chance, Input};
use crate::engine::program::Program;
use crate::sampling::{self, Distribution, ShockDistribution};

/// One value a draw. Draws that differ in one thing share all other columns.
pub(super) type Column = Arc<[f64]>;

/// Values of all inputs of a program for a number of draws.
///
/// An input's values depend on its own id (and the calendar year) only, so that
/// adding an input leaves the others alone. The first half of more draws are
/// the draws before, if both numbers are powers of two.
#[derive(Clone, Debug)]
pub struct Draws {
    count: usize,
    /// Whether parameters take their likeliest values instead of random ones.
    is_central: bool,
    /// By input.
    pub(super) columns: Vec<Column>,
    /// `[shock][year from the first simulated]`
    pub(super) shocks: Vec<Vec<Column>>,
    /// `[pin][year from the first simulated]`: what is added to what a pin shifts.
    pub(super) shifts: Vec<Vec<Column>>,
}

impl Draws {
    /// Draws by scrambled Sobol sequences; `count` should be a power of two.
    #[must_use]
    pub fn sample(program: &Program, count: usize) -> Self {
        let column = |key: &str, year, transform: &dyn Fn(&mut [f64])| {
            let mut column = sampling::uniform_column(key, year, count);
            transform(&mut column);
            Column::from(column)
        };
        let columns = (program.inputs().iter())
            .map(|input| column(&input.key(), None, &|column| input.transform(column)))
            .collect();
        let shocks = program.shocks().iter().map(|(id, distribution)| {
            let year = |t: u32| Some(program.base_year().unsigned_abs() + t);
            let years = 1..=program.years();
            years.map(|t| column(id, year(t), &|column| distribution.transform(column))).collect()
        });
        let shocks = shocks.collect();
        Self { count, is_central: false, columns, shocks, shifts: unshifted(program, count) }
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
        Self { count, is_central: false, columns, shocks, shifts: unshifted(program, count) }
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
        Self { is_central: true, ..Self::given(program, 1, input, |id, _, _| center(id)) }
    }

    /// These draws of `program` with the parameters and the luck of a case. Only the columns of what
    /// the case says are drawn anew.
    pub(super) fn under(&self, program: &Program, case: &Case) -> Self {
        let mut draws = self.clone();
        for (input, column) in program.inputs().iter().zip(&mut draws.columns) {
            let Input::Parameter(id, _) = input else { continue };
            if let Some(distribution) = case.parameters.get(id) {
                *column = self.parameter(id, distribution);
            }
        }
        for ((id, _), years) in program.shocks().iter().zip(&mut draws.shocks) {
            for (year, value) in case.shocks.get(id).into_iter().flat_map(|years| years.iter()) {
                if let Some(column) = program.simulated(*year).and_then(|t| years.get_mut(t)) {
                    *column = same(*value, self.count);
                }
            }
        }
        draws
    }

    fn parameter(&self, id: &str, distribution: &Distribution) -> Column {
        if self.is_central {
            return same(distribution.mode(), self.count);
        }
        let mut column = sampling::uniform_column(id, None, self.count);
        distribution.transform(&mut column);
        column.into()
    }

    /// One draw of `program`'s, for another program of the same model; NaN for an input
    /// that only the other has.
    pub(super) fn one(&self, program: &Program, draw: usize, other: &Program) -> Self {
        let input = |wanted: &Input, _| {
            let known = program.inputs().iter().position(|input| input.key() == wanted.key());
            known.map_or(f64::NAN, |column| self.columns[column][draw])
        };
        let shock = |wanted: &str, t: u32, _| {
            let known = program.shocks().iter().position(|(shock, _)| shock == wanted);
            known.map_or(f64::NAN, |shock| self.shocks[shock][t as usize - 1][draw])
        };
        let one = |column: &Column| same(column[draw], 1);
        let shifts = self.shifts.iter().map(|years| years.iter().map(one).collect()).collect();
        Self { shifts, ..Self::given(other, 1, input, shock) }
    }

    /// These draws with nothing left to chance but one thing: every other input is at its median.
    #[must_use]
    pub fn only(&self, program: &Program, chance: Chance) -> Self {
        let mut draws = self.clone();
        let inputs = program.inputs().iter().zip(&mut draws.columns);
        for (input, column) in inputs.filter(|(input, _)| input.chance() != chance) {
            *column = same(median(|column| input.transform(column)), self.count);
        }
        if chance != Chance::Years {
            for ((_, distribution), years) in program.shocks().iter().zip(&mut draws.shocks) {
                years.fill(same(shock_median(*distribution), self.count));
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

/// A column of one value.
fn same(value: f64, count: usize) -> Column {
    vec![value; count].into()
}

fn unshifted(program: &Program, count: usize) -> Vec<Vec<Column>> {
    let nothing = same(0.0, if program.pins().is_empty() { 0 } else { count });
    program.pins().iter().map(|_| vec![nothing.clone(); program.years() as usize]).collect()
}

fn shock_median(distribution: ShockDistribution) -> f64 {
    median(|column| distribution.transform(column))
}

/// The value that half of the draws are below.
fn median(transform: impl Fn(&mut [f64])) -> f64 {
    let mut column = [0.5];
    transform(&mut column);
    column[0]
}
