//! Runs instructions over blocks of lanes: the one hot path of the program.

use crate::lanes::instruction::{Action, Instruction, Operand};
use crate::lanes::operation::{Binary, Ternary, Unary};
use crate::math;

/// Lanes that one instruction handles. From 96 up the speed is flat; 128 keeps
/// the registers of a model in the second-level cache.
pub const LANES: usize = 128;

/// One register.
pub type Lanes = [f64; LANES];

/// The register file, and the lanes that the next instruction writes.
///
/// A result is written aside and then exchanged with its register: a pointer
/// moves, no lane does, and a result may replace one of its own operands.
#[derive(Clone, Debug)]
pub struct Registers {
    #[expect(clippy::vec_box, reason = "an exchange moves a pointer, not the lanes")]
    file: Vec<Box<Lanes>>,
    aside: Box<Lanes>,
}

impl Registers {
    /// `count` registers of zeros.
    #[must_use]
    pub fn new(count: usize) -> Self {
        let lanes = Box::new([0.0; LANES]);
        Self { file: vec![lanes.clone(); count], aside: lanes }
    }

    /// The first lanes of a register, to be filled from outside.
    pub fn load(&mut self, register: usize, values: &[f64]) {
        self.file[register][..values.len()].copy_from_slice(values);
    }

    /// The lanes of a register.
    #[must_use]
    pub fn lanes(&self, register: usize) -> &Lanes {
        &self.file[register]
    }

    /// Gives a register the lanes of an operand.
    pub fn copy(&mut self, target: usize, operand: Operand, scalars: &[f64]) {
        match operand {
            Operand::Register(register) => self.aside.copy_from_slice(&*self.file[register]),
            Operand::Scalar(slot) => self.aside.fill(scalars[slot]),
        }
        std::mem::swap(&mut self.file[target], &mut self.aside);
    }

    /// Gives a register the lanes of another, which is left with the old ones.
    pub fn exchange(&mut self, register: usize, other: usize) {
        self.file.swap(register, other);
    }
}

/// Runs `instructions` on one block.
pub fn execute(instructions: &[Instruction], registers: &mut Registers, scalars: &[f64]) {
    let Registers { file, aside } = registers;
    for instruction in instructions {
        let block = Block { registers: file, scalars };
        match instruction.action {
            Action::Unary(operation, x) => block.unary(operation, aside, x),
            Action::Binary(operation, x, y) => block.binary(operation, aside, x, y),
            Action::Ternary(Ternary::Power, x, y, z) => block.power(aside, x, y, z),
            Action::Ternary(operation, x, y, z) => block.ternary(operation, aside, x, y, z),
        }
        std::mem::swap(&mut file[instruction.target], aside);
    }
}

/// What an instruction can read.
struct Block<'r> {
    registers: &'r [Box<Lanes>],
    scalars: &'r [f64],
}

/// An operand, as the loops see it: 128 values, or one for all lanes.
trait Source {
    fn at(&self, lane: usize) -> f64;
}

impl Source for &Lanes {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call inside a lane loop would keep it scalar")]
    fn at(&self, lane: usize) -> f64 {
        self[lane]
    }
}

impl Source for f64 {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call inside a lane loop would keep it scalar")]
    fn at(&self, _lane: usize) -> f64 {
        *self
    }
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

/// Runs `$body` with each operand bound to its [`Source`]: one loop for every
/// combination of registers and scalars.
macro_rules! with_sources {
    ($block:expr, [], $body:expr) => { $body };
    ($block:expr, [$x:ident $($rest:ident)*], $body:expr) => {
        match $x {
            Operand::Register(register) => {
                let $x: &Lanes = &$block.registers[register];
                with_sources!($block, [$($rest)*], $body)
            }
            Operand::Scalar(slot) => {
                let $x: f64 = $block.scalars[slot];
                with_sources!($block, [$($rest)*], $body)
            }
        }
    };
}

/// Fills the target lane by lane.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the loop is compiled once an operation")]
fn fill(target: &mut Lanes, value: impl Fn(usize) -> f64) {
    for (lane, target) in target.iter_mut().enumerate() {
        *target = value(lane);
    }
}

impl Block<'_> {
    fn unary(&self, operation: Unary, target: &mut Lanes, x: Operand) {
        with_constant!(
            Unary, operation,
            [Negate Not Absolute Exponential Logarithm Root Copy],
            |operation| {
                with_sources!(self, [x], fill(target, |lane| operation.apply(x.at(lane))));
            }
        );
    }

    fn binary(&self, operation: Binary, target: &mut Lanes, x: Operand, y: Operand) {
        with_constant!(
            Binary, operation,
            [Add Subtract Multiply Divide Minimum Maximum Less LessOrEqual Equal NotEqual And Or
             Round Floor],
            |operation| {
                with_sources!(self, [x y], {
                    fill(target, |lane| operation.apply(x.at(lane), y.at(lane)));
                });
            }
        );
    }

    fn ternary(&self, operation: Ternary, target: &mut Lanes, x: Operand, y: Operand, z: Operand) {
        with_constant!(
            Ternary, operation,
            [Select Successes MultiplyAdd MultiplySubtract SubtractProduct Power],
            |operation| {
                with_sources!(self, [x y z], {
                    fill(target, |lane| operation.apply(x.at(lane), y.at(lane), z.at(lane)));
                });
            }
        );
    }

    /// The bits of [`math::pow`] in every lane. Where no exponent is a whole
    /// number, which is nearly always, the loop has no branch.
    fn power(&self, target: &mut Lanes, x: Operand, y: Operand, logarithm: Operand) {
        match y {
            Operand::Scalar(slot) if math::is_product(self.scalars[slot]) => {
                with_sources!(self, [x], fill(target, |lane| x.at(lane)));
                whole_power(target, self.scalars[slot]);
            }
            Operand::Register(register)
                if self.registers[register]
                    .iter()
                    .fold(false, |any, y| any | math::is_product(*y)) =>
            {
                self.ternary(Ternary::Power, target, x, y, logarithm);
            }
            _ => with_sources!(self, [y logarithm], {
                fill(target, |lane| math::exp(y.at(lane) * logarithm.at(lane)));
            }),
        }
    }
}

/// Raises all lanes to one whole exponent, by the steps of [`math::pow`].
fn whole_power(target: &mut Lanes, exponent: f64) {
    let mut square = *target;
    let mut remaining = exponent.abs() as u32;
    target.fill(1.0);
    while remaining > 0 {
        if remaining & 1 == 1 {
            for (product, square) in target.iter_mut().zip(&square) {
                *product *= square;
            }
        }
        for square in &mut square {
            *square *= *square;
        }
        remaining >>= 1;
    }
    if exponent < 0.0 {
        for product in target {
            *product = 1.0 / *product;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(bases: &Lanes, exponents: Operand, file: &[Box<Lanes>], scalars: &[f64]) -> Lanes {
        let mut registers = vec![Box::new(*bases), Box::new(bases.map(math::ln))];
        registers.extend(file.iter().cloned());
        let block = Block { registers: &registers, scalars };
        let mut target = [0.0; LANES];
        block.power(&mut target, Operand::Register(0), exponents, Operand::Register(1));
        target
    }

    #[test]
    fn a_block_of_powers_has_the_bits_of_each() {
        let bases: Lanes = std::array::from_fn(|lane| lane as f64 * 0.37 - 3.0);
        for exponent in [0.0, 1.0, 2.0, -3.0, 10.0, 64.0, 65.0, 0.5, -1.7] {
            let uniform = power(&bases, Operand::Scalar(0), &[], &[exponent]);
            let lanes = [Box::new([exponent; LANES])];
            let each = power(&bases, Operand::Register(2), &lanes, &[]);
            for lane in 0..LANES {
                let expected = math::pow(bases[lane], exponent);
                for found in [uniform[lane], each[lane]] {
                    let same = found.to_bits() == expected.to_bits();
                    assert!(same || found.is_nan() && expected.is_nan(), "{exponent}: {found}");
                }
            }
        }
    }
}
