//! What a person should look at twice in a value that can be taken.

use crate::locale::Text;
use crate::unit::{Flavour, Unit};

/// What is doubtful of a value, in base units, of what is measured in `unit`.
#[must_use]
pub fn implausible(value: f64, unit: &Unit, plausible: Option<[f64; 2]>) -> Option<Text> {
    let Some([low, high]) = plausible else { return negative(value, unit) };
    if (low..=high).contains(&value) {
        return None;
    }
    let [low, high] = [low, high].map(|end| unit.from_base(end));
    let symbol = unit.symbol();
    Some(Text::new(
        format!("不在常见范围{low}–{high}{symbol}内，请核对单位"),
        format!("outside the usual {low}–{high} {symbol}; check the unit"),
    ))
}

/// Amounts and counts are not negative.
fn negative(value: f64, unit: &Unit) -> Option<Text> {
    let is_amount =
        unit.flavour() == Flavour::Number && *unit.dimension() != *Unit::pure().dimension();
    (is_amount && value < 0.0).then(|| Text::new("是负数，请核对", "is negative; check the number"))
}

/// A level that grows cannot have been nothing.
pub(super) fn nothing(value: f64, unit: &Unit) -> Option<Text> {
    let is_amount =
        unit.flavour() == Flavour::Number && *unit.dimension() != *Unit::pure().dimension();
    (is_amount && value == 0.0).then(|| {
        Text::new(
            "是0，请核对；没有数的格请留空",
            "is 0; check it, and leave a cell without a figure empty",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::UnitTable;

    #[test]
    fn negative_amounts_are_doubted_and_negative_rates_are_not() {
        let units = UnitTable::built_in();
        let doubt = |value, symbol| implausible(value, &units.parse(symbol).unwrap(), None);
        assert!(doubt(-5e8, "亿元").is_some());
        assert!(doubt(5e8, "亿元").is_none());
        assert!(doubt(-0.05, "%").is_none());
        assert!(nothing(0.0, &units.parse("亿元").unwrap()).is_some());
    }
}
