//! One number typed into a field: read as a pasted cell is, against the unit that is asked for.

use crate::exchange::paste::cell::{Cell, read_cell};
use crate::exchange::paste::table::fits_unit;
use crate::locale::Text;
use crate::unit::{Unit, UnitTable};
use crate::wording::Measure;

/// The value of an entry in base units, nothing where the field was cleared. A number without
/// a unit counts in that of `measure`, the one that stands beside the field.
///
/// # Errors
///
/// What is wrong and what would be right.
pub fn read_entry(
    text: &str,
    unit: &Unit,
    measure: &Measure,
    units: &UnitTable,
) -> Result<Option<f64>, Text> {
    let number = match read_cell(text, units) {
        Cell::Missing => return Ok(None),
        Cell::Problem(problem) => return Err(problem),
        Cell::Number(number) => number,
    };
    let Some(own) = number.unit.and_then(|symbol| units.parse(&symbol).ok()) else {
        return Ok(Some(measure.base(number.value)));
    };
    fits_unit(unit, &own)?;
    Ok(Some(own.to_base(number.value)))
}

/// What a person should look at where a value, in base units, is not plausible for what is
/// measured in `unit`.
#[must_use]
pub fn implausible(value: f64, unit: &Unit, plausible: Option<[f64; 2]>) -> Option<Text> {
    let [low, high] = plausible.filter(|[low, high]| !(*low..=*high).contains(&value))?;
    let [low, high] = [low, high].map(|end| unit.from_base(end));
    let symbol = unit.symbol();
    Some(Text::new(
        format!("不在常见范围{low}–{high}{symbol}内，请核对单位"),
        format!("outside the usual {low}–{high} {symbol}; check the unit"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn read(text: &str, symbol: &str, locale: Locale) -> Result<Option<f64>, Text> {
        let units = UnitTable::built_in();
        let unit = units.parse(symbol).unwrap();
        read_entry(text, &unit, &Measure::of(&unit, &units, 1, locale), &units)
    }

    #[test]
    fn a_number_counts_in_the_unit_beside_the_field() {
        assert_eq!(read("１，２３４．５", "亿元", Locale::Zh), Ok(Some(1234.5e8)));
        assert_eq!(read("2.5", "亿元", Locale::En), Ok(Some(2.5e9)));
        assert_eq!(read("45％", "%", Locale::Zh), Ok(Some(0.45)));
    }

    #[test]
    fn a_unit_of_its_own_goes_before_it() {
        assert_eq!(read("34000万元", "亿元", Locale::Zh), Ok(Some(3.4e8)));
        assert_eq!(read("34000万元", "亿元", Locale::En), Ok(Some(3.4e8)));
        assert!(read("3万元", "%", Locale::Zh).unwrap_err().zh.contains("单位应为%一类"));
    }

    #[test]
    fn a_cleared_field_is_nothing_and_words_are_answered() {
        for text in ["", "—", "暂无"] {
            assert_eq!(read(text, "亿元", Locale::Zh), Ok(None));
        }
        assert!(read("约30", "亿元", Locale::Zh).unwrap_err().zh.contains("条件或范围"));
        assert!(read("多", "亿元", Locale::En).unwrap_err().en.contains("not a number"));
    }
}
