//! What each operation does, written once.
//!
//! Truth values are 1 and 0. A NaN among the operands gives a NaN, so that a
//! bad number is never hidden by a comparison, a minimum or a condition.

use crate::math;
use crate::sampling;

/// An operation on one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unary {
    /// `-x`.
    Negate,
    /// `not x`.
    Not,
    /// Absolute value.
    Absolute,
    /// Exponential.
    Exponential,
    /// Natural logarithm.
    Logarithm,
    /// Square root.
    Root,
    /// The value itself, in a register of its own.
    Copy,
}

/// An operation on two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binary {
    /// `x + y`.
    Add,
    /// `x - y`.
    Subtract,
    /// `x * y`.
    Multiply,
    /// `x / y`.
    Divide,
    /// The smaller.
    Minimum,
    /// The greater.
    Maximum,
    /// `x < y`.
    Less,
    /// `x <= y`.
    LessOrEqual,
    /// `x == y`.
    Equal,
    /// `x != y`.
    NotEqual,
    /// Both true.
    And,
    /// One true, or both.
    Or,
    /// To a multiple of the second, halves up.
    Round,
    /// Down to a multiple of the second.
    Floor,
}

/// An operation on three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ternary {
    /// The second where the first is true, else the third.
    Select,
    /// Binomial quantile: attempts, probability, uniform.
    Successes,
    /// `x · y + z`, rounded twice as the two operations are.
    MultiplyAdd,
    /// `x · y − z`, rounded twice.
    MultiplySubtract,
    /// `z − x · y`, rounded twice.
    SubtractProduct,
    /// `x ^ y`, where `z` is `ln x`: powers of one base share it.
    Power,
}

impl Unary {
    /// Applies the operation.
    #[must_use]
    #[inline]
    pub fn apply(self, x: f64) -> f64 {
        match self {
            Unary::Negate => -x,
            Unary::Not => 1.0 - x,
            Unary::Absolute => x.abs(),
            Unary::Exponential => math::exp(x),
            Unary::Logarithm => math::ln(x),
            Unary::Root => x.sqrt(),
            Unary::Copy => x,
        }
    }
}

impl Binary {
    /// Applies the operation.
    #[must_use]
    #[inline]
    pub fn apply(self, x: f64, y: f64) -> f64 {
        match self {
            Binary::Add => x + y,
            Binary::Subtract => x - y,
            Binary::Multiply => x * y,
            Binary::Divide => x / y,
            Binary::Minimum | Binary::And => math::minimum(x, y),
            Binary::Maximum | Binary::Or => math::maximum(x, y),
            Binary::Less => truth(x, y, |x, y| x < y),
            Binary::LessOrEqual => truth(x, y, |x, y| x <= y),
            Binary::Equal => truth(x, y, |x, y| x == y),
            Binary::NotEqual => truth(x, y, |x, y| x != y),
            Binary::Round => math::round_half_up_to(x, y),
            Binary::Floor => math::floor_to(x, y),
        }
    }
}

impl Ternary {
    /// Applies the operation.
    #[must_use]
    #[inline]
    pub fn apply(self, x: f64, y: f64, z: f64) -> f64 {
        match self {
            Ternary::Select => select(x, y, z),
            Ternary::Successes => sampling::successes(x, y, z),
            Ternary::MultiplyAdd => x * y + z,
            Ternary::MultiplySubtract => x * y - z,
            Ternary::SubtractProduct => z - x * y,
            Ternary::Power => math::pow_by_logarithm(x, y, z),
        }
    }
}

/// 1 if the comparison holds, 0 if not, NaN if an operand is one.
#[inline]
fn truth(x: f64, y: f64, holds: impl Fn(f64, f64) -> bool) -> f64 {
    let known = if holds(x, y) { 1.0 } else { 0.0 };
    if x.is_nan() || y.is_nan() { f64::NAN } else { known }
}

#[inline]
fn select(condition: f64, then: f64, otherwise: f64) -> f64 {
    let chosen = if condition == 0.0 { otherwise } else { then };
    if condition.is_nan() { f64::NAN } else { chosen }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_number_is_never_hidden() {
        let nan = f64::NAN;
        for operation in
            [Binary::Minimum, Binary::Maximum, Binary::Less, Binary::Equal, Binary::And]
        {
            assert!(operation.apply(nan, 1.0).is_nan(), "{operation:?}");
            assert!(operation.apply(1.0, nan).is_nan(), "{operation:?}");
        }
        assert!(Ternary::Select.apply(nan, 1.0, 2.0).is_nan());
    }

    #[test]
    fn a_bad_number_in_the_branch_not_taken_does_no_harm() {
        assert_eq!(Ternary::Select.apply(0.0, f64::NAN, 2.0), 2.0);
        assert_eq!(Ternary::Select.apply(1.0, 1.0, f64::NAN), 1.0);
    }

    #[test]
    fn truth_is_one_and_zero() {
        assert_eq!(Binary::Less.apply(1.0, 2.0), 1.0);
        assert_eq!(Binary::LessOrEqual.apply(3.0, 2.0), 0.0);
        assert_eq!(Unary::Not.apply(1.0), 0.0);
    }
}
