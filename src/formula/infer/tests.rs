//! Units through every operator.

use super::*;
use crate::formula::{Name, parse};
use crate::unit::UnitTable;

fn units() -> UnitTable {
    let mut units = UnitTable::built_in();
    units.declare("家", "firms", None).unwrap();
    units
}

/// Codes of the problems of a formula, with names that say their unit.
#[track_caller]
fn codes(text: &str, declared: &str) -> Vec<Code> {
    let units = units();
    let tree = parse(text, &units).unwrap();
    let quantity_of = |name: &Name| {
        let unit = match name.text.as_str() {
            "money" => "亿元",
            "firms" => "家",
            "rate" => "%",
            "points" => "百分点",
            _ => "1",
        };
        Some(Quantity::of(&units.parse(unit).unwrap()))
    };
    let declared = units.parse(declared).unwrap();
    check_unit(text, &tree, Some(&declared), &quantity_of)
        .into_iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn scales_of_one_dimension_mix() {
    assert_eq!(codes("money + 300 万元/家 * firms", "亿元"), []);
    assert_eq!(codes("money / 500 万元", "1"), []);
}

#[test]
fn dimensions_do_not_mix() {
    assert_eq!(codes("money + firms", "亿元"), [Code::UnitMismatch]);
    assert_eq!(codes("money * firms", "亿元"), [Code::UnitMismatch]);
    assert_eq!(codes("exp(money)", "1"), [Code::UnitArgument]);
    assert_eq!(codes("money^number", "亿元"), [Code::UnitExponent]);
    assert_eq!(codes("sqrt(money)", "亿元"), [Code::UnitPower]);
    assert_eq!(codes("if money > firms then 1 else 0", "1"), [Code::UnitMismatch]);
}

#[test]
fn a_change_of_a_rate_is_a_difference() {
    assert_eq!(codes("rate - rate", "百分点"), []);
    assert_eq!(codes("rate - rate", "%"), [Code::PercentDifference]);
    assert_eq!(codes("rate + points", "%"), []);
    assert_eq!(codes("points - rate", "%"), [Code::PercentDifference]);
    assert_eq!(codes("extra(rate)", "百分点"), []);
    assert_eq!(codes("max(rate, points)", "%"), [Code::PercentMix]);
}

#[test]
fn a_bare_number_beside_a_rate_is_ambiguous() {
    assert_eq!(codes("rate + 0.1", "%"), [Code::BareNumberWithPercent]);
    assert_eq!(codes("rate + 0.1 百分点", "%"), []);
    assert_eq!(codes("1 - rate", "1"), []);
}

#[test]
fn zero_fits_every_unit() {
    assert_eq!(codes("max(money, 0)", "亿元"), []);
    assert_eq!(codes("0", "家"), []);
}

#[test]
fn a_condition_is_no_number() {
    assert_eq!(codes("money > 0", "1"), [Code::WrongType]);
    assert_eq!(codes("if money then 1 else 0", "1"), [Code::WrongType]);
}
