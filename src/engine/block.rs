//! One block of draws through all years.

use std::ops::Range;

use crate::engine::draws::Draws;
use crate::engine::series::Series;
use crate::engine::tape::{Next, Tape};
use crate::lanes::{Operand, Registers, execute};

/// The values that a tape stores.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    /// One value a draw.
    pub(super) base: Series,
    /// From the first simulated year on.
    pub(super) yearly: Series,
}

impl Stored {
    pub(super) fn new(tape: &Tape, years: usize, draws: usize) -> Self {
        Self {
            base: Series::new(tape.base.len(), 1, draws),
            yearly: Series::new(tape.outputs.len(), years, draws),
        }
    }
}

/// What lanes are computed from.
pub(super) struct Given<'g> {
    pub(super) tape: &'g Tape,
    /// By simulated year.
    pub(super) scalars: &'g [Vec<f64>],
    pub(super) draws: &'g Draws,
    /// What was computed before.
    pub(super) known: &'g Stored,
}

impl Given<'_> {
    /// Runs a block of at most as many draws as a register has lanes.
    /// `computed` may change a year once it is computed, before it is stored.
    pub(super) fn run(
        &self,
        block: Range<usize>,
        registers: &mut Registers,
        stored: &mut Stored,
        computed: &mut dyn FnMut(usize, &[f64], &mut Registers),
    ) {
        self.begin(&block, registers);
        for (row, operand) in self.tape.base.iter().enumerate() {
            store(stored.base.lanes_mut(row, 0, &block), *operand, registers, &self.scalars[0]);
        }
        for (year, scalars) in self.scalars.iter().enumerate() {
            self.load_year(year, &block, registers);
            execute(&self.tape.yearly, registers, scalars);
            computed(year, scalars, registers);
            for (row, operand) in self.tape.outputs.iter().enumerate() {
                store(stored.yearly.lanes_mut(row, year, &block), *operand, registers, scalars);
            }
            self.end_year(registers, scalars);
        }
    }

    /// What does not vary by year.
    fn begin(&self, block: &Range<usize>, registers: &mut Registers) {
        for (register, column) in &self.tape.columns {
            registers.load(*register, &self.draws.columns[*column][block.clone()]);
        }
        for (register, row) in &self.tape.known_once {
            registers.load(*register, self.known.base.lanes(*row, 0, block));
        }
        execute(&self.tape.once, registers, &self.scalars[0]);
        for state in &self.tape.states {
            registers.copy(state.register, state.first, &self.scalars[0]);
        }
    }

    fn load_year(&self, year: usize, block: &Range<usize>, registers: &mut Registers) {
        for (register, shock) in &self.tape.shocks {
            registers.load(*register, &self.draws.shocks[*shock][year][block.clone()]);
        }
        for (register, pin) in &self.tape.shifts {
            registers.load(*register, &self.draws.shifts[*pin][year][block.clone()]);
        }
        for (register, row) in &self.tape.known_yearly {
            registers.load(*register, self.known.yearly.lanes(*row, year, block));
        }
    }

    fn end_year(&self, registers: &mut Registers, scalars: &[f64]) {
        for state in &self.tape.states {
            match state.next {
                Next::Copy(next) => registers.copy(state.register, next, scalars),
                Next::Exchange(next) => registers.exchange(state.register, next),
            }
        }
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
