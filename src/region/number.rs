//! The decimal text that a unit reads back as exactly the same value.

use crate::document::decimal_text;
use crate::unit::{InUnit, Unit};

/// Steps of the last binary digit in which the text is looked for.
const STEPS: usize = 4;

/// A value in base units as a number in `unit`: the shortest text whose reading is
/// `value` to the last bit, or the nearest where no number gives it.
pub(super) fn in_unit(value: f64, unit: &Unit) -> String {
    exact(unit.from_base(value).0, |number| unit.to_base(InUnit(number)) == value)
}

/// A share of 1 as percent.
pub(super) fn in_percent(share: f64) -> String {
    exact(share * 100.0, |percent| percent / 100.0 == share)
}

/// The value nearest to `value` that some number in `unit` stands for: `value` itself wherever a
/// document can give it to the last bit.
pub(super) fn writable(value: f64, unit: &Unit) -> f64 {
    nearest_read(value, unit.from_base(value).0, |number| unit.to_base(InUnit(number)))
}

/// The share nearest to `share` that some number of percent stands for.
pub(super) fn writable_share(share: f64) -> f64 {
    nearest_read(share, share * 100.0, |percent| percent / 100.0)
}

fn nearest_read(value: f64, near: f64, read: impl Fn(f64) -> f64) -> f64 {
    if around(near).any(|number| read(number) == value) { value } else { read(near) }
}

/// The numbers of a few steps up and down.
fn around(near: f64) -> impl Iterator<Item = f64> {
    let up = std::iter::successors(Some(near), |number| Some(number.next_up())).take(STEPS + 1);
    let down = std::iter::successors(Some(near), |number| Some(number.next_down())).take(STEPS + 1);
    up.chain(down)
}

fn exact(near: f64, reads_back: impl Fn(f64) -> bool) -> String {
    let candidates = around(near).filter(|&number| reads_back(number)).map(decimal_text);
    candidates.min_by_key(String::len).unwrap_or_else(|| decimal_text(near))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::UnitTable;

    #[test]
    fn what_was_typed_is_written() {
        let units = UnitTable::built_in();
        for symbol in ["亿元", "万元", "%", "‰", "百分点", "万人"] {
            let unit = units.parse(symbol).unwrap();
            for number in [28.6, 0.1, 1785.0, 12.78, 0.0, -3.3, 1e9, 0.07] {
                assert_eq!(
                    in_unit(unit.to_base(InUnit(number)), &unit),
                    format!("{number}"),
                    "{symbol}"
                );
            }
        }
        assert_eq!(in_percent(12.3 / 100.0), "12.3");
    }

    #[test]
    fn what_no_number_gives_moves_to_the_nearest_and_stays_there() {
        let unit = UnitTable::built_in().parse("亿元").unwrap();
        for step in 0..2_000_u32 {
            let value = 1785e8 + f64::from(step) * 3e-5;
            let settled = writable(value, &unit);
            assert!((settled - value).abs() <= value * 1e-15);
            assert_eq!(writable(settled, &unit), settled);
            assert_eq!(unit.to_base(InUnit(in_unit(settled, &unit).parse().unwrap())), settled);
        }
        assert_eq!(writable(unit.to_base(InUnit(28.6)), &unit), unit.to_base(InUnit(28.6)));
    }
}
