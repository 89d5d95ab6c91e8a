//! The random part of a run, drawn once and kept while levers move.

use crate::engine::inputs::Input;
use crate::engine::program::Program;
use crate::sampling::{self, standard_normal_quantile};

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
        let columns = (program.inputs().iter())
            .map(|input| {
                let uniform = sampling::uniform_column(&input.key(), None, count);
                uniform.into_iter().map(|u| quantile(input, u)).collect()
            })
            .collect();
        let shocks = (program.shocks().iter())
            .map(|(id, distribution)| {
                (1..=program.years())
                    .map(|t| {
                        let year = program.base_year().unsigned_abs() + t;
                        let uniform = sampling::uniform_column(id, Some(year), count);
                        uniform.into_iter().map(|u| distribution.quantile(u)).collect()
                    })
                    .collect()
            })
            .collect();
        Self { count, columns, shocks }
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

    /// Number of draws.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }
}

fn quantile(input: &Input, u: f64) -> f64 {
    match input {
        Input::Parameter(_, distribution) => distribution.quantile(u),
        Input::BaseError(_) => standard_normal_quantile(u),
    }
}
