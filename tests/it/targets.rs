//! Every number that the five plans set has a counterpart in the region files.
//!
//! `tests/reference/targets.csv` was listed from the plans' texts: region, section, what
//! the text says, the target it became, its figure, and how the figure is meant.

use std::collections::BTreeSet;

use tuiyan::region::{Region, Target};
use tuiyan::unit::InUnit;

use crate::city;

/// A number in a plan.
struct Row<'t> {
    region: &'t str,
    section: &'t str,
    target: &'t str,
    stretch: bool,
    value: f64,
    unit: &'t str,
    year: i32,
    kind: &'t str,
    comparison: &'t str,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let rows = text.lines().skip(1).map(|line| {
        let [region, section, _, target, field, value, unit, year, kind, comparison] =
            line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("not ten fields: {line}");
        };
        Row {
            region,
            section,
            target,
            stretch: field == "stretch",
            value: value.parse().unwrap(),
            unit,
            year: year.parse().unwrap(),
            kind,
            comparison,
        }
    });
    rows.collect()
}

fn find<'r>(region: &'r Region, row: &Row<'_>) -> &'r Target {
    let found = region.targets.iter().find(|target| target.id == row.target);
    found.unwrap_or_else(|| panic!("{} has no target {}", row.region, row.target))
}

#[test]
fn every_number_of_the_plans_is_a_target() {
    let text = city::text("tests/reference/targets.csv");
    let model = city::model();
    let rows = rows(&text);
    assert!(rows.len() >= 80, "only {} numbers are listed", rows.len());
    for row in &rows {
        let region = city::region(&model, row.region);
        let target = find(&region, row);
        let found = if row.stretch { target.stretch.unwrap() } else { target.floor };
        let expected = model.units.parse(row.unit).unwrap().to_base(InUnit(row.value));
        assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{}: {found}", row.target);
        assert_eq!(target.section, row.section, "{}", row.target);
        assert_eq!(target.year, row.year, "{}", row.target);
        let kind = format!("{:?}", target.kind).to_lowercase();
        assert_eq!(kind, row.kind, "{}", row.target);
        let comparison = format!("{:?}", target.comparison).to_lowercase();
        assert_eq!(comparison, row.comparison.replace('_', ""), "{}", row.target);
    }
}

#[test]
fn every_target_is_a_number_of_a_plan() {
    let text = city::text("tests/reference/targets.csv");
    let rows = rows(&text);
    let model = city::model();
    for id in city::REGIONS {
        let region = city::region(&model, id);
        let listed: BTreeSet<&str> =
            rows.iter().filter(|row| row.region == id).map(|row| row.target).collect();
        let found: BTreeSet<&str> =
            region.targets.iter().map(|target| target.id.as_str()).collect();
        assert_eq!(listed, found, "{id}");
    }
}
