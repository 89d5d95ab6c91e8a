//! A run: draws evaluated under one group of settings, a part at a time.
//!
//! A page that has 8 ms computes the first 1,024 draws, shows them, and goes on
//! to 4,096 when it has time. Draws are independent, so the parts give the same
//! bits as the whole.

use crate::engine::draws::Draws;
use crate::engine::ensemble::Ensemble;
use crate::engine::program::Program;
use crate::engine::tape::{Next, ScalarNode};
use crate::lanes::{LANES, Operand, Registers, execute};
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
    /// Runs all draws under `settings`.
    #[must_use]
    pub fn run(&self, draws: &Draws, settings: &Settings) -> Ensemble {
        let mut run = self.begin(settings, draws.count());
        self.advance(&mut run, draws, draws.count());
        run.into_ensemble()
    }

    /// A run under `settings` with room for `capacity` draws, none of them computed.
    #[must_use]
    pub fn begin(&self, settings: &Settings, capacity: usize) -> Run {
        let (tape, years) = (self.tape(), self.years() as usize + 1);
        Run {
            scalars: self.scalars_by_year(settings),
            registers: Registers::new(tape.registers),
            ensemble: Ensemble::new(self.positions(), tape.outputs.len(), years, capacity),
        }
    }

    /// Begins a run of this program anew: other settings, the same memory.
    pub fn restart(&self, run: &mut Run, settings: &Settings) {
        run.scalars = self.scalars_by_year(settings);
        run.ensemble.clear();
    }

    /// Computes the draws that are still missing from the first `until`; not more than
    /// there are, nor than the run has room for.
    pub fn advance(&self, run: &mut Run, draws: &Draws, until: usize) {
        let until = until.min(draws.count()).min(run.ensemble.capacity());
        let mut first = run.ensemble.count();
        while first < until {
            let lanes = LANES.min(until - first);
            self.run_block(run, draws, first, lanes);
            first += lanes;
            run.ensemble.computed(first);
        }
    }

    fn run_block(&self, run: &mut Run, draws: &Draws, first: usize, lanes: usize) {
        let tape = self.tape();
        let Run { scalars, registers, ensemble } = run;
        for (register, column) in &tape.columns {
            registers.load(*register, &draws.columns[*column][first..first + lanes]);
        }
        execute(&tape.once, registers, &scalars[0]);
        for state in &tape.states {
            registers.copy(state.register, state.first, &scalars[0]);
        }
        for (output, operands) in tape.outputs.iter().enumerate() {
            if let Some(base) = operands.base {
                store(ensemble.lanes(output, 0, first, lanes), base, registers, &scalars[0]);
            }
        }
        for (year, scalars) in scalars.iter().enumerate() {
            for (register, shock) in &tape.shocks {
                registers.load(*register, &draws.shocks[*shock][year][first..first + lanes]);
            }
            execute(&tape.yearly, registers, scalars);
            for (output, operands) in tape.outputs.iter().enumerate() {
                let target = ensemble.lanes(output, year + 1, first, lanes);
                store(target, operands.yearly, registers, scalars);
            }
            for state in &tape.states {
                match state.next {
                    Next::Copy(next) => registers.copy(state.register, next, scalars),
                    Next::Exchange(next) => registers.exchange(state.register, next),
                }
            }
        }
    }

    fn scalars_by_year(&self, settings: &Settings) -> Vec<Vec<f64>> {
        (1..=self.years()).map(|t| self.scalars(t, settings)).collect()
    }

    /// Values of all scalar nodes in the `t`-th simulated year.
    fn scalars(&self, t: u32, settings: &Settings) -> Vec<f64> {
        let mut values = Vec::with_capacity(self.tape().scalars.len());
        for scalar in &self.tape().scalars {
            let value = match *scalar {
                ScalarNode::Literal(value) => value,
                ScalarNode::Time => f64::from(t),
                ScalarNode::Lever { lever, ago } => self.setting(lever, t, ago, settings),
                ScalarNode::Assumption(assumption) => self.assumption(assumption, t),
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

fn store(target: &mut [f64], operand: Operand, registers: &Registers, scalars: &[f64]) {
    match operand {
        Operand::Register(register) => {
            target.copy_from_slice(&registers.lanes(register)[..target.len()]);
        }
        Operand::Scalar(slot) => target.fill(scalars[slot]),
    }
}
