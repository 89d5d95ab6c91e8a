//! Quantile functions and sample quantiles against `tests/reference`.

use serde_json::Value;
use tuiyan::math::exp;
use tuiyan::sampling::{
    Beta, Distribution, ShockDistribution, standard_normal_quantile, summarise,
};

const TOLERANCE: f64 = 1e-12;

fn reference() -> Value {
    serde_json::from_str(include_str!("../reference/statistics.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Compares `quantile` with the row `name`, at the probabilities of the file.
#[track_caller]
fn check(name: &str, quantile: impl Fn(f64) -> f64) {
    let quantiles = &reference()["quantiles"];
    let (probabilities, expected) = (numbers(&quantiles["p"]), numbers(&quantiles[name]));
    assert!(probabilities.len() == expected.len() && !expected.is_empty(), "{name}");
    for (p, expected) in probabilities.into_iter().zip(expected) {
        let error = (quantile(p) - expected).abs();
        assert!(
            error <= TOLERANCE * expected.abs(),
            "{name} at {p}: {}, not {expected}",
            quantile(p)
        );
    }
}

#[test]
fn normal() {
    check("normal_0_1", standard_normal_quantile);
    let p95 = standard_normal_quantile(0.95);
    check("normal_0_1", |u| Distribution::Normal { p5: -p95, p95 }.quantile(u));
    check("normal_0_1", |u| ShockDistribution::Normal.quantile(u));
}

#[test]
fn lognormal() {
    let spread = 0.5 * standard_normal_quantile(0.95);
    let distribution = Distribution::LogNormal { p5: exp(0.2 - spread), p95: exp(0.2 + spread) };
    check("lognormal_mu0.2_sigma0.5", |u| distribution.quantile(u));
}

#[test]
fn triangular() {
    let skewed = Distribution::Triangular { low: 2.0, mode: 3.0, high: 7.0 };
    check("triangular_2_3_7", |u| skewed.quantile(u));
    let mode_at_the_end = Distribution::Triangular { low: 0.04, mode: 0.06, high: 0.06 };
    check("triangular_0.04_0.06_0.06", |u| mode_at_the_end.quantile(u));
}

#[test]
fn pert() {
    let wide = Distribution::Pert { low: 2.0, mode: 3.0, high: 7.0 };
    check("pert_2_3_7_lambda4", |u| wide.quantile(u));
    let narrow = Distribution::Pert { low: 0.04, mode: 0.05, high: 0.09 };
    check("pert_0.04_0.05_0.09_lambda4", |u| narrow.quantile(u));
}

#[test]
fn beta() {
    check("beta_2_5", |u| Beta::new(2.0, 5.0).quantile(u));
    check("beta_0.5_0.5", |u| Beta::new(0.5, 0.5).quantile(u));
}

#[test]
fn student_t() {
    for degrees in [3.0, 5.0, 30.0] {
        let shock = ShockDistribution::StudentT { degrees };
        check(&format!("student_t_{degrees}_scaled"), |u| shock.quantile(u));
    }
}

#[test]
fn percentiles_of_a_sample() {
    let percentile = &reference()["percentile"];
    let expected = numbers(&percentile["linear_type7"]);
    let summary = summarise(&numbers(&percentile["data"])).unwrap();
    // The file's first and last are the extremes.
    let actual =
        [summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95];
    assert_eq!(numbers(&percentile["p"])[1..8], [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]);
    for (actual, expected) in actual.into_iter().zip(&expected[1..8]) {
        assert!(
            (actual - expected).abs() <= TOLERANCE * expected.abs(),
            "{actual}, not {expected}"
        );
    }
}
