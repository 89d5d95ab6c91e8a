//! A number in the unit that it is written in, told from the same amount in base units.

use std::fmt;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number in some unit, the 20 of 20万元/家; what it stands beside says which unit.
///
/// Files, the page and people give settings and bounds so. The engine computes in base units, and
/// those are plain `f64`: [`Unit::to_base`](crate::unit::Unit::to_base) leads there, and
/// [`Unit::from_base`](crate::unit::Unit::from_base) back. The arithmetic is among numbers of one unit.
///
/// ```
/// # use tuiyan::unit::{InUnit, UnitTable};
/// let funds = UnitTable::built_in().parse("万元").unwrap();
/// assert_eq!(funds.to_base(InUnit(20.0)), 200_000.0);
/// assert_eq!(funds.from_base(200_000.0), InUnit(20.0));
/// ```
///
/// What is in base units already is not taken for it:
///
/// ```compile_fail
/// # use tuiyan::unit::{InUnit, UnitTable};
/// let funds = UnitTable::built_in().parse("万元").unwrap();
/// funds.to_base(200_000.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct InUnit(pub f64);

impl InUnit {
    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// The nearest number from `low` to `high`.
    #[must_use]
    pub fn clamp(self, low: Self, high: Self) -> Self {
        Self(self.0.clamp(low.0, high.0))
    }
}

/// The number alone.
impl fmt::Display for InUnit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl Add for InUnit {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for InUnit {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for InUnit {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<f64> for InUnit {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<f64> for InUnit {
    type Output = Self;

    fn div(self, divisor: f64) -> Self {
        Self(self.0 / divisor)
    }
}

/// How many times one is in the other.
impl Div for InUnit {
    type Output = f64;

    fn div(self, other: Self) -> f64 {
        self.0 / other.0
    }
}
