//! What runs rest on and settings do not change: the draws, and all that follows from them
//! alone.
//!
//! The outlook, the base year and what leads up to the levers are computed here once. A move
//! of a lever computes the rest.

use crate::engine::block::{Given, Stored};
use crate::engine::case::Case;
use crate::engine::draws::Draws;
use crate::engine::pin::{self, Pinned};
use crate::engine::program::Program;
use crate::engine::tape::Tape;
use crate::lanes::{LANES, Registers};
use crate::plan::Settings;

/// Draws of a program, with what follows from them under any settings.
#[derive(Debug)]
pub struct Basis {
    pub(super) draws: Draws,
    pub(super) known: Stored,
    /// By assumption, then by simulated year.
    pub(super) assumptions: Vec<Vec<f64>>,
    /// Whether the case's known values are met in every draw.
    is_met: bool,
    /// For an output without a value in the base year.
    nothing: Vec<f64>,
}

impl Basis {
    /// Computes what follows from `draws` of `program`, or of one with the same inputs, in a case; its
    /// settings do not matter.
    #[must_use]
    pub fn new(program: &Program, draws: &Draws, case: &Case) -> Self {
        let mut draws = draws.under(program, case);
        let assumptions = program.assumptions(case);
        let (tape, years, count) = (program.lasting(), program.years() as usize, draws.count());
        let mut known = Stored::new(tape, years, count);
        let given = Given {
            tape,
            scalars: &program.scalars_by_year(tape, &Settings::present(), &assumptions),
            draws: &draws,
            known: &Stored::new(&Tape::default(), years, count),
        };
        let mut pins = program.pinned(case);
        let mut is_met = true;
        let mut registers = Registers::new(tape.registers);
        for first in (0..count).step_by(LANES) {
            let block = first..count.min(first + LANES);
            let lanes = block.len();
            given.run(block, &mut registers, &mut known, &mut |year, scalars, registers| {
                is_met &= pins.is_empty()
                    || pin::meet(&mut pins, tape, (year, scalars), registers, lanes);
            });
        }
        keep_found(program, &mut draws, pins);
        Self { known, nothing: vec![f64::NAN; count], draws, assumptions, is_met }
    }

    /// Draws `count` times, best a power of two.
    #[must_use]
    pub fn sample(program: &Program, count: usize) -> Self {
        Self::new(program, &Draws::sample(program, count), &Case::default())
    }

    /// The draws.
    #[must_use]
    pub fn draws(&self) -> &Draws {
        &self.draws
    }

    /// Whether the values that the case knows are met in every draw; not where they contradict each
    /// other, or where figures are missing.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.is_met
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

/// Puts what the pins found in place of what was drawn, for the runs that rest on it.
fn keep_found(program: &Program, draws: &mut Draws, pins: Vec<Pinned>) {
    for ((position, pin), found) in program.pins().iter().enumerate().zip(pins) {
        for (year, (luck, amount)) in found.luck.into_iter().zip(found.amount).enumerate() {
            if let Some(shock) = pin.shock.filter(|_| !luck.is_empty()) {
                draws.shocks[shock][year] = luck.into();
            }
            if !amount.is_empty() {
                draws.shifts[position][year] = amount.into();
            }
        }
    }
}
