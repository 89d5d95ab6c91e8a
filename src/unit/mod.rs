//! Units of measurement: dimensions, scales, and percent against 百分点.
//!
//! Values are held in base units (元, 人, 年, 1 and one base for each kind of
//! thing counted). A unit knows its way there and back.

mod dimension;
mod in_unit;
mod table;

pub use dimension::Dimension;
pub use in_unit::InUnit;
pub use table::UnitTable;

/// The base unit of money.
const MONEY: &str = "元";

/// What kind of pure number a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// A number, or anything with a dimension.
    Number,
    /// A share or growth: `%`, `‰`.
    Rate,
    /// A difference of rates: `百分点`.
    Difference,
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    symbol: String,
    dimension: Dimension,
    scale: Scale,
    flavour: Flavour,
}

/// Factor to base units as a fraction, so that `2.5 %` is exactly `2.5 / 100`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scale {
    numerator: f64,
    denominator: f64,
}

impl Unit {
    /// The unit of pure numbers, `1`.
    #[must_use]
    pub fn pure() -> Self {
        let scale = Scale { numerator: 1.0, denominator: 1.0 };
        let dimension = Dimension::pure();
        Self { symbol: "1".to_owned(), dimension, scale, flavour: Flavour::Number }
    }

    /// As it is written, for example `万元/家`.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// As it stands beside a figure; a pure number has none.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.symbol == "1" { "" } else { &self.symbol }
    }

    /// Whether it measures money or something by money: 元, 万元/家.
    #[must_use]
    pub fn is_of_money(&self) -> bool {
        self.dimension.reads(MONEY)
    }

    /// What is measured, whatever the scale.
    #[must_use]
    pub fn dimension(&self) -> &Dimension {
        &self.dimension
    }

    /// What kind of pure number.
    #[must_use]
    pub fn flavour(&self) -> Flavour {
        self.flavour
    }

    /// Base units in one of this.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.to_base(InUnit(1.0))
    }

    /// A number in this unit, in base units.
    #[must_use]
    pub fn to_base(&self, number: InUnit) -> f64 {
        number.0 * self.scale.numerator / self.scale.denominator
    }

    /// A value in base units, in this unit.
    #[must_use]
    pub fn from_base(&self, value: f64) -> InUnit {
        InUnit(value * self.scale.denominator / self.scale.numerator)
    }

    /// The unit in which changes of values in this unit are given: 百分点 for a rate.
    #[must_use]
    pub fn difference(&self) -> Unit {
        if self.flavour != Flavour::Rate {
            return self.clone();
        }
        let scale = Scale { numerator: 1.0, denominator: 100.0 };
        let symbol = "百分点".to_owned();
        Unit { symbol, scale, flavour: Flavour::Difference, ..self.clone() }
    }

    /// Percent of anything.
    #[must_use]
    pub fn percent() -> Self {
        let scale = Scale { numerator: 1.0, denominator: 100.0 };
        Self { symbol: "%".to_owned(), scale, flavour: Flavour::Rate, ..Self::pure() }
    }
}
