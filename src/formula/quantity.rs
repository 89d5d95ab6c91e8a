//! What a formula's value measures.

use std::fmt;

use crate::formula::BinaryOperator;
use crate::unit::{Dimension, Flavour, Unit};

/// Dimension, and for pure numbers the flavour.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is measured.
    pub dimension: Dimension,
    /// Number, rate or difference of rates.
    pub flavour: Flavour,
}

impl Quantity {
    /// A pure number.
    #[must_use]
    pub fn number() -> Self {
        Self { dimension: Dimension::pure(), flavour: Flavour::Number }
    }

    /// A pure number of a flavour.
    #[must_use]
    pub fn pure(flavour: Flavour) -> Self {
        Self { dimension: Dimension::pure(), flavour }
    }

    /// What values in `unit` measure.
    #[must_use]
    pub fn of(unit: &Unit) -> Self {
        Self { dimension: unit.dimension().clone(), flavour: unit.flavour() }
    }

    /// Product: a number scales a rate or a difference, a rate of a rate is a rate.
    pub(super) fn times(&self, other: &Self) -> Self {
        let flavour = match (self.flavour, other.flavour) {
            (Flavour::Number, flavour) | (flavour, Flavour::Number) => flavour,
            (Flavour::Rate, Flavour::Rate) => Flavour::Rate,
            _ => Flavour::Number,
        };
        Self::with(self.dimension.times(&other.dimension), flavour)
    }

    /// Quotient: only a pure number leaves the flavour alone.
    pub(super) fn per(&self, other: &Self) -> Self {
        let keeps = other.flavour == Flavour::Number;
        let flavour = if keeps { self.flavour } else { Flavour::Number };
        Self::with(self.dimension.per(&other.dimension), flavour)
    }

    fn with(dimension: Dimension, flavour: Flavour) -> Self {
        let flavour = if dimension.is_pure() { flavour } else { Flavour::Number };
        Self { dimension, flavour }
    }

    /// Flavour of a sum or difference; `None` for a difference less a rate.
    pub(super) fn combined(&self, operator: BinaryOperator, other: &Self) -> Option<Flavour> {
        let subtract = operator == BinaryOperator::Subtract;
        match (self.flavour, other.flavour) {
            (Flavour::Rate, Flavour::Rate) if subtract => Some(Flavour::Difference),
            (Flavour::Difference, Flavour::Rate) if subtract => None,
            (Flavour::Difference, Flavour::Difference) => Some(Flavour::Difference),
            (Flavour::Number, _) | (_, Flavour::Number) => Some(Flavour::Number),
            _ => Some(Flavour::Rate),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.flavour {
            Flavour::Rate => formatter.write_str("%"),
            Flavour::Difference => formatter.write_str("百分点"),
            Flavour::Number => self.dimension.fmt(formatter),
        }
    }
}
