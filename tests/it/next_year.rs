//! 下一年度规划, and the figures that a start from blank asks for.

use tuiyan::analysis::carried_to;
use tuiyan::engine::{Output, Program};
use tuiyan::model::{Model, VariableId};
use tuiyan::plan::{Carried, FIRST_ASKS, NextYear, asks, doubts, first_asks, next_year};
use tuiyan::region::{Datum, Provenance, Region};
use tuiyan::unit::InUnit;

use crate::city;

fn next(base_year: i32, plan_year: i32) -> NextYear {
    let (projected, unchanged) = ("推演".to_owned(), "沿用上年".to_owned());
    NextYear { base_year, plan_year, projected, unchanged }
}

fn roll(model: &Model, region: &Region, to: &NextYear) -> Region {
    let carried = carried_to(model, region, to.base_year, 512);
    next_year(model, region, to, &|id| carried.get(id).copied()).unwrap()
}

/// The city with nothing filled in.
fn blank(model: &Model) -> Region {
    let mut region = city::region(model, "yiyang-2020");
    region.figures.clear();
    region.history.clear();
    region.outcomes.clear();
    region.targets.clear();
    region
}

#[test]
fn published_outcomes_become_the_new_base() {
    let model = city::model();
    let old = city::region(&model, "yiyang-2020");
    let new = roll(&model, &old, &next(2020, 2021));
    assert_eq!((new.base_year, new.plan_year), (2020, 2021));
    let rd = &new.figures["rd"];
    assert_eq!((rd.value, rd.provenance), (34.94e8, Provenance::Published));
    let last = new.history["rd"].last().unwrap();
    assert_eq!((last.year, &last.datum), (2019, &old.figures["rd"]));
    assert!(!new.outcomes.contains_key("rd"));
}

#[test]
fn what_nobody_published_is_assumed_with_a_range() {
    let model = city::model();
    let old = city::region(&model, "yiyang-2020");
    let new = roll(&model, &old, &next(2020, 2021));
    for (id, datum) in &new.figures {
        let published = old
            .outcomes
            .get(id)
            .is_some_and(|values| values.iter().any(|value| value.year == 2020));
        if !published {
            assert_eq!(datum.provenance, Provenance::Assumed, "{id}");
            assert!(datum.error.is_some_and(|error| error > 0.0), "{id}");
        }
    }
    assert_eq!(new.figures["hnte_new"].source, "推演");
    let is_variable = |id: &String| model.variables.iter().any(|variable| variable.id == *id);
    let others = new.figures.iter().filter(|(id, _)| !is_variable(id));
    let sources: Vec<&str> = others.map(|(_, datum)| datum.source.as_str()).collect();
    assert!(!sources.is_empty() && sources.iter().all(|source| *source == "沿用上年"));
}

#[test]
fn last_plans_targets_are_the_drafts_of_the_next() {
    let model = city::model();
    let old = city::region(&model, "yiyang-2020");
    let new = roll(&model, &old, &next(2020, 2021));
    assert_eq!(new.targets.len(), old.targets.len());
    for (draft, target) in new.targets.iter().zip(&old.targets) {
        assert_eq!(
            (draft.year, &draft.id, draft.floor),
            (target.year + 1, &target.id, target.floor)
        );
    }
    assert_eq!(
        (new.id.as_str(), new.document.as_str()),
        ("yiyang-2021", "2021年益阳市科技创新工作要点")
    );
}

#[test]
fn the_base_may_stay_and_years_must_follow() {
    let model = city::model();
    let old = city::region(&model, "yiyang-2020");
    let stays = roll(&model, &old, &next(2019, 2021));
    assert_eq!(stays.figures, old.figures);
    let none = |_: &str| None::<Carried>;
    for (base, plan) in [(2018, 2020), (2021, 2021), (2019, 2060), (2019, 2300)] {
        assert_eq!(next_year(&model, &old, &next(base, plan), &none), None, "{base} {plan}");
    }
}

#[test]
fn the_next_year_can_be_projected_and_rolled_again() {
    let model = city::model();
    let old = city::region(&model, "yiyang-2020");
    let new = roll(&model, &old, &next(2020, 2021));
    assert_eq!(asks(&model, &new).len(), asks(&model, &old).len());
    let again =
        roll(&model, &new, &NextYear::after(&new, "推演".to_owned(), "沿用上年".to_owned()));
    assert_eq!((again.base_year, again.plan_year), (2021, 2022));
    assert!(again.figures["rd"].value > new.figures["rd"].value * 0.9);
}

#[test]
fn a_start_from_blank_asks_for_at_most_eight_figures() {
    let model = city::model();
    let blank = blank(&model);
    let first = first_asks(&model, &blank);
    assert!((1..=FIRST_ASKS).contains(&first.len()), "{} figures", first.len());
    assert!(!first.last().unwrap().unlocks.is_empty());
    let unlocked: usize = first.iter().map(|ask| ask.unlocks.len()).sum();
    assert!(unlocked >= 2, "{unlocked} indicators");
}

#[test]
fn what_the_asks_unlock_can_be_computed_and_not_before() {
    let model = city::model();
    let full = city::region(&model, "yiyang-2020");
    let mut region = blank(&model);
    let computable = |region: &Region, variable: VariableId| {
        let program = Program::compile(&model, region, &[Output::Scenario(variable)]);
        program.missing(0).is_none()
    };
    for ask in asks(&model, &region.clone()) {
        for &variable in &ask.unlocks {
            assert!(
                !computable(&region, variable),
                "{} before {}",
                model.variables[variable].id,
                ask.id
            );
        }
        let assumed = Datum {
            value: ask.unit.to_base(InUnit(1.0)),
            unit: ask.unit.clone(),
            ..full.figures["gdp"].clone()
        };
        region.figures.insert(ask.id.clone(), assumed);
        for &variable in &ask.unlocks {
            assert!(
                computable(&region, variable),
                "{} after {}",
                model.variables[variable].id,
                ask.id
            );
        }
    }
}

#[test]
fn doubts_are_assumed_figures_the_most_needed_first() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let doubts = doubts(&model, &region);
    assert!(!doubts.is_empty());
    assert!(doubts.is_sorted_by(|one, other| one.needed_by >= other.needed_by));
    for doubt in doubts {
        assert_eq!(region.figures[&doubt.id].provenance, Provenance::Assumed, "{}", doubt.id);
    }
}
