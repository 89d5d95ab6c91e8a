//! A run: draws evaluated under one group of settings, a part at a time.
//!
//! A page that has 8 ms computes the first 1,024 draws, shows them, and goes on
//! to 4,096 when it has time. Draws are independent, so the parts give the same
//! bits as the whole.

use std::sync::Arc;

use crate::engine::basis::Basis;
use crate::engine::block::{Given, Stored};
use crate::engine::case::Case;
use crate::engine::draws::Draws;
use crate::engine::ensemble::Ensemble;
use crate::engine::program::Program;
use crate::engine::tape::{ScalarNode, Tape};
use crate::lanes::{LANES, Registers};
use crate::plan::Settings;

/// A run in progress. It keeps its memory when it begins anew.
#[derive(Clone, Debug)]
pub struct Run {
    /// By simulated year.
    scalars: Vec<Vec<f64>>,
    registers: Registers,
    ensemble: Ensemble,
}

impl Run {
    /// The draws computed so far.
    #[must_use]
    pub fn ensemble(&self) -> &Ensemble {
        &self.ensemble
    }

    /// The draws computed, without the working memory.
    #[must_use]
    pub fn into_ensemble(self) -> Ensemble {
        self.ensemble
    }
}

impl Program {
    /// Runs all draws under `settings`. For several settings, make a [`Basis`] of the draws.
    #[must_use]
    pub fn run(&self, draws: &Draws, settings: &Settings) -> Ensemble {
        self.run_all(&Arc::new(Basis::new(self, draws, &Case::default())), settings)
    }

    /// Runs all draws of a basis under `settings`.
    #[must_use]
    pub fn run_all(&self, basis: &Arc<Basis>, settings: &Settings) -> Ensemble {
        let mut run = self.begin(basis, settings);
        self.advance(&mut run, basis.count());
        run.into_ensemble()
    }

    /// A run under `settings` with room for all draws of `basis`, none of them computed.
    #[must_use]
    pub fn begin(&self, basis: &Arc<Basis>, settings: &Settings) -> Run {
        let tape = self.moving();
        let moved = Stored::new(tape, self.years() as usize, basis.count());
        Run {
            scalars: self.scalars_by_year(tape, settings, &basis.assumptions),
            registers: Registers::new(tape.registers),
            ensemble: Ensemble::new(self.places(), moved, basis, settings),
        }
    }

    /// Begins a run of this program anew: other settings, the same memory.
    pub fn restart(&self, run: &mut Run, settings: &Settings) {
        let assumptions = &run.ensemble.basis().assumptions;
        run.scalars = self.scalars_by_year(self.moving(), settings, assumptions);
        run.ensemble.clear(settings);
    }

    /// Computes the draws that are still missing from the first `until`; not more than
    /// there are.
    pub fn advance(&self, run: &mut Run, until: usize) {
        let Run { scalars, registers, ensemble } = run;
        let basis = Arc::clone(ensemble.basis());
        let given =
            Given { tape: self.moving(), scalars, draws: &basis.draws, known: &basis.known };
        let until = until.min(basis.count());
        let mut first = ensemble.count();
        while first < until {
            let end = until.min(first + LANES);
            given.run(first..end, registers, ensemble.moved_mut(), &mut |_, _, _| {});
            ensemble.computed(end);
            first = end;
        }
    }

    /// Values of all scalar nodes of a tape, by simulated year.
    pub(super) fn scalars_by_year(
        &self,
        tape: &Tape,
        settings: &Settings,
        assumptions: &[Vec<f64>],
    ) -> Vec<Vec<f64>> {
        (1..=self.years()).map(|t| self.scalars(tape, t, settings, assumptions)).collect()
    }

    /// Values of all scalar nodes in the `t`-th simulated year.
    fn scalars(
        &self,
        tape: &Tape,
        t: u32,
        settings: &Settings,
        assumptions: &[Vec<f64>],
    ) -> Vec<f64> {
        let mut values = Vec::with_capacity(tape.scalars.len());
        for scalar in &tape.scalars {
            let value = match *scalar {
                ScalarNode::Literal(value) => value,
                ScalarNode::Time => f64::from(t),
                ScalarNode::Lever { lever, ago } => self.setting(lever, t, ago, settings),
                ScalarNode::Assumption(assumption) => assumptions[assumption][t as usize - 1],
                ScalarNode::Unary(operation, x) => operation.apply(values[x]),
                ScalarNode::Binary(operation, x, y) => operation.apply(values[x], values[y]),
                ScalarNode::Ternary(operation, x, y, z) => {
                    operation.apply(values[x], values[y], values[z])
                }
            };
            values.push(value);
        }
        values
    }
}
