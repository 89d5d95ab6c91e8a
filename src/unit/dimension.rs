//! What is measured: powers of base units.

use std::fmt;

use crate::sorted::Map;

/// A product of powers of base units; a pure number has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dimension(Map<String, i32>);

impl Dimension {
    /// Of a pure number.
    #[must_use]
    pub fn pure() -> Self {
        Self::default()
    }

    /// Of a base unit.
    #[must_use]
    pub fn base(symbol: &str) -> Self {
        Self(Map::from([(symbol.to_owned(), 1)]))
    }

    /// Whether there is nothing to measure.
    #[must_use]
    pub fn is_pure(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a power of this base unit is part of it.
    pub(super) fn reads(&self, symbol: &str) -> bool {
        self.0.contains_key(symbol)
    }

    /// Whether it is a base unit itself and no product or quotient.
    #[must_use]
    pub fn is_base(&self) -> bool {
        self.0.len() == 1 && self.0.values().all(|power| *power == 1)
    }

    /// Of a product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut powers = self.0.clone();
        for (symbol, power) in &other.0 {
            let sum = powers.entry(symbol.clone()).or_default();
            *sum = sum.saturating_add(*power);
        }
        powers.retain(|_, power| *power != 0);
        Self(powers)
    }

    /// Of a quotient.
    #[must_use]
    pub fn per(&self, other: &Self) -> Self {
        self.times(&other.power(-1))
    }

    /// Of a whole-number power.
    #[must_use]
    pub fn power(&self, exponent: i32) -> Self {
        if exponent == 0 {
            return Self::pure();
        }
        Self(
            self.0
                .iter()
                .map(|(symbol, power)| (symbol.clone(), power.saturating_mul(exponent)))
                .collect(),
        )
    }

    /// Of a square root, if all powers are even.
    #[must_use]
    pub fn root(&self) -> Option<Self> {
        let even = self.0.values().all(|power| power % 2 == 0);
        even.then(|| {
            Self(self.0.iter().map(|(symbol, power)| (symbol.clone(), power / 2)).collect())
        })
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |(symbol, power): (&String, &i32)| match power.unsigned_abs() {
            1 => symbol.clone(),
            power => format!("{symbol}^{power}"),
        };
        let above: Vec<String> = self.0.iter().filter(|(_, power)| **power > 0).map(part).collect();
        let below: Vec<String> = self.0.iter().filter(|(_, power)| **power < 0).map(part).collect();
        let above = if above.is_empty() { "1".to_owned() } else { above.join("·") };
        if below.is_empty() {
            return formatter.write_str(&above);
        }
        write!(formatter, "{above}/{}", below.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_by_itself_is_pure() {
        let money = Dimension::base("元");
        assert!(money.per(&money).is_pure());
    }

    #[test]
    fn only_even_powers_have_a_root() {
        let money = Dimension::base("元");
        assert_eq!(money.root(), None);
        assert_eq!(money.power(2).root(), Some(money));
    }

    #[test]
    fn is_shown_as_a_quotient() {
        assert_eq!(Dimension::base("元").per(&Dimension::base("家")).to_string(), "元/家");
    }
}
