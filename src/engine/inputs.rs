//! What a draw consists of: columns of parameters and base errors, shocks by year.

use crate::sampling::{Distribution, ShockDistribution};

/// Why draws differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chance {
    /// Each year brings its own luck.
    Years,
    /// Base-year figures are not exact.
    BaseYear,
    /// Coefficients are not known exactly.
    Parameters,
}

/// One value a draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A parameter: id and what is known of it.
    Parameter(String, Distribution),
    /// Standard normal that disturbs the base-year figure with this id.
    BaseError(String),
}

impl Input {
    /// Key of the input's column of random numbers; no two inputs share one.
    pub(super) fn key(&self) -> String {
        match self {
            Input::Parameter(id, _) => id.clone(),
            Input::BaseError(id) => format!("base_error {id}"),
        }
    }

    /// What it lets vary.
    pub(super) fn chance(&self) -> Chance {
        match self {
            Input::Parameter(..) => Chance::Parameters,
            Input::BaseError(_) => Chance::BaseYear,
        }
    }

    /// Replaces uniform numbers by values of the input.
    pub(super) fn transform(&self, column: &mut [f64]) {
        match self {
            Input::Parameter(_, distribution) => distribution.transform(column),
            Input::BaseError(_) => ShockDistribution::Normal.transform(column),
        }
    }
}

/// All inputs of a program, in the order in which it found them.
#[derive(Clone, Debug, Default)]
pub(super) struct Inputs {
    pub(super) columns: Vec<Input>,
    pub(super) shocks: Vec<(String, ShockDistribution)>,
}

impl Inputs {
    /// Position of an input; adds it if it is new.
    pub(super) fn column(&mut self, input: Input) -> usize {
        let known = self.columns.iter().position(|column| *column == input);
        known.unwrap_or_else(|| {
            self.columns.push(input);
            self.columns.len() - 1
        })
    }

    /// Position of a shock; adds it if it is new.
    pub(super) fn shock(&mut self, id: &str, distribution: ShockDistribution) -> usize {
        let known = self.shocks.iter().position(|(shock, _)| shock == id);
        known.unwrap_or_else(|| {
            self.shocks.push((id.to_owned(), distribution));
            self.shocks.len() - 1
        })
    }
}
