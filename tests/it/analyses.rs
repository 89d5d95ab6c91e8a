//! Ladder, goal seek, contributions and effects on a built-in city.

use tuiyan::analysis::{
    Answer, ContributionPart, Limit, NoContributions, Prospects, Search, Wish, Workbench,
    contributions, divisions, effects, goal_seek, ladder, ranking,
};
use tuiyan::model::{LeverId, VariableId};
use tuiyan::plan::{LeverPath, Settings, Thresholds, Verb};
use tuiyan::region::TargetId;
use tuiyan::unit::InUnit;

use crate::city;

fn workbench() -> Workbench {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    Workbench::new(model, region, 1024)
}

fn target(workbench: &Workbench, id: &str) -> TargetId {
    workbench.region().targets.position(|target| target.id == id).unwrap()
}

fn lever(workbench: &Workbench, id: &str) -> LeverId {
    workbench.model().lever(id).unwrap()
}

fn variable(workbench: &Workbench, id: &str) -> VariableId {
    workbench.model().variable(id).unwrap()
}

fn set(levers: &[(&str, f64)]) -> Settings {
    let mut settings = Settings::present();
    for (lever, setting) in levers {
        settings.set(lever, LeverPath::Constant(InUnit(*setting)));
    }
    settings
}

#[test]
fn a_ladder_descends_in_chance_and_climbs_in_value() {
    let workbench = workbench();
    let run = workbench.run(&Settings::present());
    let rule = Thresholds::default();
    for id in ["Y1", "Y3"] {
        let rungs = ladder(&workbench, &run, target(&workbench, id), rule).unwrap().rungs;
        for rung in &rungs {
            assert!(rung.chance.value >= rung.wanted, "{id}: {rung:?}");
        }
        assert!(rungs.windows(2).all(|pair| pair[0].value < pair[1].value), "{id}: {rungs:?}");
        assert_eq!([rungs[0].verb, rungs[3].verb], [Verb::Ensure, Verb::Warn]);
    }
}

#[test]
fn counts_on_a_ladder_are_whole() {
    let workbench = workbench();
    let run = workbench.run(&Settings::present());
    let ladder = ladder(&workbench, &run, target(&workbench, "Y3"), Thresholds::default()).unwrap();
    assert!(ladder.rungs.iter().all(|rung| rung.value.fract() == 0.0), "{ladder:?}");
}

#[test]
fn goal_seek_finds_the_smallest_step_that_is_enough() {
    let workbench = workbench();
    let (wanted, coaching) = (target(&workbench, "Y3"), lever(&workbench, "hnte_coaching"));
    let start = workbench.evaluate(&Settings::present());
    let before = start.assessments[wanted].verdict.as_ref().unwrap().value.p50;
    let wish = Wish::Median(before + 3.0);
    let answer = goal_seek(&workbench, &Settings::present(), wanted, coaching, wish).unwrap();
    let Answer::Reached(trial) = answer else { panic!("{answer:?}") };
    assert!(trial.median >= before + 3.0 && trial.cost > 0.0, "{trial:?}");
    let step = workbench.model().levers[coaching].step;
    let less = workbench.evaluate(&set(&[("hnte_coaching", (trial.setting - step).0)]));
    assert!(less.assessments[wanted].verdict.as_ref().unwrap().value.p50 < before + 3.0);
}

#[test]
fn goal_seek_says_what_binds() {
    let workbench = workbench();
    let intensity = target(&workbench, "Y1");
    let seek = |id: &str, wish: Wish| {
        goal_seek(&workbench, &Settings::present(), intensity, lever(&workbench, id), wish).unwrap()
    };
    let answer = seek("after_subsidy", Wish::Chance(0.9));
    let Answer::OutOfReach(trial, Limit::Highest) = answer else { panic!("{answer:?}") };
    assert_eq!(trial.setting, InUnit(5000.0));
    let answer = seek("after_subsidy", Wish::Median(0.01));
    assert!(matches!(answer, Answer::AlreadyReached(trial) if trial.cost == 0.0), "{answer:?}");
    let hnte = target(&workbench, "Y3");
    let subsidy = lever(&workbench, "after_subsidy");
    let wish = Wish::Median(1000.0);
    let answer = goal_seek(&workbench, &Settings::present(), hnte, subsidy, wish).unwrap();
    assert!(matches!(answer, Answer::OutOfReach(_, Limit::NoEffect)), "{answer:?}");
}

#[test]
fn prospects_rank_the_levers_and_name_those_without_effect() {
    let workbench = workbench();
    let hnte = target(&workbench, "Y3");
    let settings = set(&[("hnte_coaching", 30.0)]);
    let mut prospects = Prospects::begin(&workbench, &settings, hnte).unwrap();
    while !prospects.is_complete() {
        prospects.advance(&workbench).unwrap();
    }
    let ranked = prospects.ranked();
    assert_eq!(ranked.len(), workbench.model().levers.len());
    assert!(ranked[0].gain() > 0.0 && ranked[0].has_effect(), "{:?}", ranked[0]);
    assert!(
        ranked.windows(2).all(|pair| pair[0].gain() >= pair[1].gain() || !pair[1].has_effect())
    );
    let without: Vec<LeverId> =
        ranked.iter().filter(|found| !found.has_effect()).map(|found| found.lever).collect();
    assert!(without.contains(&lever(&workbench, "after_subsidy")), "{without:?}");
    let coaching = lever(&workbench, "hnte_coaching");
    let coaching = ranked.iter().find(|found| found.lever == coaching).unwrap();
    assert_eq!(coaching.now.setting, InUnit(30.0));
    assert!(coaching.now.cost > 0.0 && coaching.ends[1].cost > coaching.now.cost);
}

#[test]
fn a_search_in_single_runs_finds_what_goal_seek_finds() {
    let workbench = workbench();
    let (hnte, settings) = (target(&workbench, "Y3"), Settings::present());
    let mut prospects = Prospects::begin(&workbench, &settings, hnte).unwrap();
    while !prospects.is_complete() {
        prospects.advance(&workbench).unwrap();
    }
    let best = prospects.ranked()[0];
    let wish = Wish::Median(best.now.median + 0.5 * (best.best().median - best.now.median));
    let mut search = Search::begin(&workbench, &settings, hnte, &best, wish);
    let mut runs = 0;
    while search.answer().is_none() {
        search.advance(&workbench).unwrap();
        runs += 1;
    }
    assert!((1..20).contains(&runs), "{runs}");
    let whole = goal_seek(&workbench, &settings, hnte, best.lever, wish).unwrap();
    assert_eq!(search.answer(), Some(whole));
}

#[test]
fn contributions_add_up_to_the_difference() {
    let workbench = workbench();
    let intensity = variable(&workbench, "rd_intensity");
    let first = set(&[("project_grants", 500.0)]);
    let second = set(&[
        ("after_subsidy", 3000.0),
        ("super_deduction_uptake", 80.0),
        ("hnte_coaching", 60.0),
        ("statistics_coverage", 50.0),
    ]);
    let groups = workbench.model().levers[lever(&workbench, "after_subsidy")].group;
    for part in [ContributionPart::Lever, ContributionPart::Group, ContributionPart::Inside(groups)]
    {
        let found = contributions(&workbench, [&first, &second], intensity, 2024, part).unwrap();
        let difference = found.to - found.from;
        let shapley: f64 = found.parts.iter().map(|part| part.shapley).sum();
        let alone: f64 = found.parts.iter().map(|part| part.alone).sum();
        assert!((shapley - difference).abs() <= 1e-9 * difference.abs());
        assert!((alone + found.interaction - difference).abs() <= 1e-9 * difference.abs());
        assert_eq!(found.runs, 1 << found.parts.len());
        let [from, to] = found.real.unwrap();
        let real: f64 = found.parts.iter().filter_map(|part| part.real).sum();
        assert!((real - (to - from)).abs() <= 1e-9 * difference.abs());
    }
    let by_lever =
        contributions(&workbench, [&first, &second], intensity, 2024, ContributionPart::Lever);
    assert_eq!(by_lever.unwrap().parts.len(), 5);
    let within = contributions(
        &workbench,
        [&first, &second],
        intensity,
        2024,
        ContributionPart::Inside(groups),
    );
    let (within, coaching) = (within.unwrap(), lever(&workbench, "hnte_coaching"));
    assert!(
        within.parts.iter().any(|part| part.levers == [coaching]),
        "the other group is one part"
    );
    assert!(within.parts.len() > 2);
}

#[test]
fn many_levers_are_divided_inside_a_heading() {
    let workbench = workbench();
    let present = Settings::present();
    let few = set(&[("after_subsidy", 3000.0), ("hnte_coaching", 60.0)]);
    assert_eq!(
        divisions(&workbench, [&present, &few]),
        [ContributionPart::Lever, ContributionPart::Group]
    );
    let levers = &workbench.model().levers;
    let mut many = Settings::present();
    for id in ["hnte_award", "hnte_coaching", "contract_award", "brokers", "incubators"] {
        many.set(id, LeverPath::Constant(levers[lever(&workbench, id)].range[1]));
    }
    for id in ["after_subsidy", "project_grants", "talent_teams", "platforms_new"] {
        many.set(id, LeverPath::Constant(levers[lever(&workbench, id)].range[1]));
    }
    let found = divisions(&workbench, [&present, &many]);
    let group = |id: &str| ContributionPart::Inside(levers[lever(&workbench, id)].group);
    let expected =
        [ContributionPart::Group, group("hnte_award"), group("after_subsidy"), group("brokers")];
    assert_eq!(found.len(), expected.len());
    assert!(expected.iter().all(|part| found.contains(part)), "{found:?}");
}

#[test]
fn contributions_keep_to_their_budget_of_runs() {
    let workbench = workbench();
    let levers = &workbench.model().levers;
    let mut all = Settings::present();
    for lever in levers.iter().take(9) {
        all.set(&lever.id, LeverPath::Constant(lever.range[1]));
    }
    let count = levers.len().min(9);
    let present = Settings::present();
    let intensity = variable(&workbench, "rd_intensity");
    let found =
        contributions(&workbench, [&present, &all], intensity, 2024, ContributionPart::Lever);
    if count > 8 {
        assert_eq!(found, Err(NoContributions::TooManyParts(9)));
    } else {
        assert!(found.is_ok());
    }
    assert!(
        contributions(&workbench, [&present, &all], intensity, 2024, ContributionPart::Group)
            .is_ok()
    );
    let outside =
        contributions(&workbench, [&present, &all], intensity, 2090, ContributionPart::Group);
    assert_eq!(outside, Err(NoContributions::NotComputed));
}

#[test]
fn effects_tell_real_from_reported() {
    let workbench = workbench();
    let intensity = variable(&workbench, "rd_intensity");
    let found = effects(&workbench, &Settings::present(), &[intensity], &[2020, 2022]);
    assert_eq!(found.len(), 2 * workbench.model().levers.len());
    let of = |id: &str, year: i32| {
        let lever = lever(&workbench, id);
        found.iter().find(|effect| effect.lever == lever && effect.year == year).unwrap()
    };
    let training = of("statistics_coverage", 2022);
    assert!(training.reported.p5 > 0.0 && training.real.unwrap().p95 == 0.0);
    let subsidy = of("after_subsidy", 2022);
    assert_eq!(subsidy.setting, InUnit(500.0));
    assert!(subsidy.real.unwrap().p50 < subsidy.reported.p50);
    let per_cash = subsidy.reported_per_cash.unwrap().p50;
    assert!((per_cash * 5.0 - subsidy.reported.p50).abs() < 1e-9 * per_cash);
    assert!(of("anchor_project_rd", 2022).reported_per_cash.is_some());
    assert_eq!(of("rd_reserve_share", 2022).reported_per_cash, None);
    let ranked = ranking(&found, intensity, 2022);
    let sizes: Vec<f64> = ranked.iter().map(|effect| effect.real.unwrap().p50).collect();
    assert!(sizes.windows(2).all(|pair| pair[0].abs() >= pair[1].abs()), "{sizes:?}");
}
