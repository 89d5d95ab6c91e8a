//! `exp`, `ln` and the binomial quantile against values computed elsewhere.

use serde_json::Value;
use tuiyan::math::{exp, ln};
use tuiyan::sampling::successes;

/// Relative error that `exp` and `ln` promise.
const RELATIVE: f64 = 4e-16;
/// The distance between subnormal numbers.
const SMALLEST: f64 = 5e-324;

fn rows(rows: &Value) -> Vec<Vec<f64>> {
    let numbers = |row: &Value| {
        row.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    };
    rows.as_array().unwrap().iter().map(numbers).collect()
}

#[track_caller]
fn check(name: &str, function: impl Fn(f64) -> f64) {
    let reference: Value =
        serde_json::from_str(include_str!("../reference/elementary.json")).unwrap();
    let rows = rows(&reference[name]);
    assert!(rows.len() > 200);
    for row in rows {
        let (x, upper, lower) = (row[0], row[1], row[2]);
        // The difference of two near numbers is exact.
        let error = ((function(x) - upper) - lower).abs();
        let bound = RELATIVE * upper.abs() + SMALLEST;
        assert!(error <= bound, "{name}({x:e}) is {:e}, not {upper:e}", function(x));
    }
}

#[test]
fn exp_keeps_its_promise_over_the_whole_range() {
    check("exp", exp);
}

#[test]
fn ln_keeps_its_promise_over_the_whole_range() {
    check("ln", ln);
}

#[test]
fn binomial_quantiles() {
    let reference: Value =
        serde_json::from_str(include_str!("../reference/binomial.json")).unwrap();
    let rows = rows(&reference);
    assert!(rows.len() > 200);
    for row in rows {
        let found = successes(row[0], row[1], row[2]);
        assert_eq!(found, row[3], "{} attempts at {}, {}", row[0], row[1], row[2]);
    }
}
