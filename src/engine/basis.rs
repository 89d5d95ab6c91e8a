//! What runs rest on and settings do not change: the draws, and all that follows from them
//! alone.
//!
//! The outlook, the base year and what leads up to the levers are computed here once. A move
//! of a lever computes the rest.

use crate::engine::block::{Given, Stored};
use crate::engine::draws::Draws;
use crate::engine::program::Program;
use crate::engine::tape::Tape;
use crate::lanes::{LANES, Registers};
use crate::plan::Settings;

/// Draws of a program, with what follows from them under any settings.
#[derive(Debug)]
pub struct Basis {
    pub(super) draws: Draws,
    pub(super) known: Stored,
    /// For an output without a value in the base year.
    nothing: Vec<f64>,
}

impl Basis {
    /// Computes what follows from `draws` of `program`, or of one with the same inputs.
    #[must_use]
    pub fn new(program: &Program, draws: Draws) -> Self {
        let (tape, years, count) = (program.lasting(), program.years() as usize, draws.count());
        let mut known = Stored::new(tape, years, count);
        let given = Given {
            tape,
            scalars: &program.scalars_by_year(tape, &Settings::present()),
            draws: &draws,
            known: &Stored::new(&Tape::default(), years, count),
        };
        let mut registers = Registers::new(tape.registers);
        for first in (0..count).step_by(LANES) {
            given.run(first..count.min(first + LANES), &mut registers, &mut known);
        }
        Self { known, nothing: vec![f64::NAN; count], draws }
    }

    /// Draws `count` times, best a power of two.
    #[must_use]
    pub fn sample(program: &Program, count: usize) -> Self {
        Self::new(program, Draws::sample(program, count))
    }

    /// The draws.
    #[must_use]
    pub fn draws(&self) -> &Draws {
        &self.draws
    }

    /// Number of draws.
    #[must_use]
    pub fn count(&self) -> usize {
        self.draws.count()
    }

    /// The values of a row in the base year, or that there are none.
    pub(super) fn base(&self, row: Option<usize>) -> Option<&[f64]> {
        row.map_or(Some(&self.nothing), |row| self.known.base.values(row, 0))
    }
}
