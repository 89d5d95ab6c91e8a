//! Runs instructions over blocks of lanes: the one hot path of the program.

use crate::engine::operation::{Binary, Ternary, Unary};
use crate::engine::tape::{Action, Instruction, Operand};

/// Lanes that one instruction handles. From 96 up the speed is flat; 128 keeps
/// the registers of a model in the second-level cache.
pub(super) const LANES: usize = 128;

/// One register.
pub(super) type Lanes = [f64; LANES];

/// Runs `instructions` on one block.
pub(super) fn execute(instructions: &[Instruction], registers: &mut [Lanes], scalars: &[f64]) {
    for instruction in instructions {
        let (below, above) = registers.split_at_mut(instruction.target);
        let block = Block { registers: below, scalars };
        let target = &mut above[0];
        match instruction.action {
            Action::Unary(operation, x) => block.unary(operation, target, x),
            Action::Binary(operation, x, y) => block.binary(operation, target, x, y),
            Action::Ternary(operation, x, y, z) => block.ternary(operation, target, [x, y, z]),
        }
    }
}

/// What an instruction can read.
struct Block<'r> {
    registers: &'r [Lanes],
    scalars: &'r [f64],
}

/// Calls `$run` with the operation as a constant, so that its meaning is
/// compiled into the loop.
macro_rules! with_constant {
    ($type:ident, $operation:expr, [$($name:ident)*], |$constant:ident| $run:expr) => {
        match $operation {
            $($type::$name => {
                const OPERATION: $type = $type::$name;
                let $constant = OPERATION;
                $run
            })*
        }
    };
}

impl Block<'_> {
    fn unary(&self, operation: Unary, target: &mut Lanes, x: Operand) {
        with_constant!(
            Unary, operation,
            [Negate Not Absolute Exponential Logarithm Root Copy],
            |operation| self.map(target, x, |x| operation.apply(x))
        );
    }

    fn binary(&self, operation: Binary, target: &mut Lanes, x: Operand, y: Operand) {
        with_constant!(
            Binary, operation,
            [Add Subtract Multiply Divide Minimum Maximum Less LessOrEqual Equal NotEqual And Or
             Power Round Floor],
            |operation| self.zip(target, x, y, |x, y| operation.apply(x, y))
        );
    }

    fn ternary(&self, operation: Ternary, target: &mut Lanes, operands: [Operand; 3]) {
        let [x, y, z] = operands.map(|operand| self.lanes(operand));
        with_constant!(Ternary, operation, [Select Successes], |operation| {
            for (lane, target) in target.iter_mut().enumerate() {
                *target = operation.apply(x.at(lane), y.at(lane), z.at(lane));
            }
        });
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the loop is compiled once an operation")]
    fn map(&self, target: &mut Lanes, x: Operand, apply: impl Fn(f64) -> f64) {
        match x {
            Operand::Register(x) => {
                let x = &self.registers[x];
                for lane in 0..LANES {
                    target[lane] = apply(x[lane]);
                }
            }
            Operand::Scalar(x) => target.fill(apply(self.scalars[x])),
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the loop is compiled once an operation")]
    fn zip(&self, target: &mut Lanes, x: Operand, y: Operand, apply: impl Fn(f64, f64) -> f64) {
        match (x, y) {
            (Operand::Register(x), Operand::Register(y)) => {
                let (x, y) = (&self.registers[x], &self.registers[y]);
                for lane in 0..LANES {
                    target[lane] = apply(x[lane], y[lane]);
                }
            }
            (Operand::Register(x), Operand::Scalar(y)) => {
                let (x, y) = (&self.registers[x], self.scalars[y]);
                for lane in 0..LANES {
                    target[lane] = apply(x[lane], y);
                }
            }
            (Operand::Scalar(x), Operand::Register(y)) => {
                let (x, y) = (self.scalars[x], &self.registers[y]);
                for lane in 0..LANES {
                    target[lane] = apply(x, y[lane]);
                }
            }
            (Operand::Scalar(x), Operand::Scalar(y)) => {
                target.fill(apply(self.scalars[x], self.scalars[y]));
            }
        }
    }

    fn lanes(&self, operand: Operand) -> Source<'_> {
        match operand {
            Operand::Register(register) => Source::Lanes(&self.registers[register]),
            Operand::Scalar(slot) => Source::Same(self.scalars[slot]),
        }
    }
}

/// An operand of a rare instruction.
enum Source<'r> {
    Lanes(&'r Lanes),
    Same(f64),
}

impl Source<'_> {
    #[inline]
    fn at(&self, lane: usize) -> f64 {
        match self {
            Source::Lanes(lanes) => lanes[lane],
            Source::Same(value) => *value,
        }
    }
}
