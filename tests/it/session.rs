//! What a person can do, undone and redone.

use std::cell::Cell;
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use strum::VariantArray;

use crate::any_action::{action, edit, world};

use tuiyan::engine::Case;
use tuiyan::limits;
use tuiyan::locale::Locale;
use tuiyan::model::{Lever, Model};
use tuiyan::plan::{LeverPath, ModelIdentity, ParameterChange, Plan, ScenarioId};
use tuiyan::region::{Datum, Provenance};
use tuiyan::sampling::Distribution;
use tuiyan::session::{Action, Edit, EditKind, Session, View};
use tuiyan::unit::{InUnit, Unit};

use crate::{city, round_trip};

/// Of the model as it was when the first plan file was saved.
pub(crate) fn identity() -> ModelIdentity {
    let [id, version, hash] = ["city-sti", "0.1.0", "3c2df9e8e664c0dd"].map(str::to_owned);
    ModelIdentity { id, version, hash }
}

pub(crate) fn plan(model: &Model) -> Plan {
    Plan::new("益阳2020".to_owned(), identity(), Rc::new(city::region(model, "yiyang-2020")))
}

fn session() -> Session {
    Session::new(plan(&city::model()))
}

fn set(lever: &str, value: f64) -> Action {
    Edit::SetLever { lever: lever.to_owned(), value: InUnit(value), fresh: ScenarioId(1) }.into()
}

pub(crate) fn datum(value: f64) -> Datum {
    Datum {
        value,
        unit: Unit::pure(),
        provenance: Provenance::Assumed,
        source: "自填".to_owned(),
        vintage: None,
        note: None,
        error: None,
    }
}

fn do_all(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session, Session::after)
}

fn step(session: &Session, locale: Locale) -> String {
    let step = session.history().undoable().unwrap();
    step.words(session.plan(), &city::model(), locale)
}

/// Id of a lever that is set in whole units of its range.
fn lever() -> String {
    city::model().levers.raw[0].id.clone()
}

#[test]
fn the_outlook_stays_and_a_moved_lever_makes_a_scenario() {
    let session = session().after(set(&lever(), 3.0));
    let scenarios = &session.plan().scenarios;
    assert!(scenarios.get(ScenarioId::PRESENT).unwrap().settings.is_present());
    assert_eq!(scenarios.current().name, "方案1");
    assert_eq!(session.settings().get(&lever()), Some(&LeverPath::Constant(InUnit(3.0))));
    let back = session.after(Action::Undo);
    assert_eq!(back.plan().scenarios.all().len(), 1, "one step: scenario and setting");
}

#[test]
fn a_drag_is_one_step_until_it_rests() {
    let dragged = do_all(session(), [1.0, 2.0, 3.0].map(|value| set(&lever(), value)));
    assert_eq!(dragged.history().past().count(), 1);
    let again = do_all(dragged, [Action::Rest, set(&lever(), 4.0), set(&lever(), 5.0)]);
    assert_eq!(again.history().past().count(), 2);
    let back = again.after(Action::Undo);
    assert_eq!(back.settings().get(&lever()), Some(&LeverPath::Constant(InUnit(3.0))));
}

#[test]
fn a_drag_that_ends_where_it_began_is_no_step() {
    let started = do_all(session(), [set(&lever(), 1.0), Action::Rest]);
    let dragged = do_all(started.clone(), [2.0, 3.0, 1.0].map(|value| set(&lever(), value)));
    assert_eq!(dragged.history().past().count(), started.history().past().count());
}

#[test]
fn nothing_but_its_end_ends_a_drag() {
    let moves = [
        Action::BeginDrag,
        set(&lever(), 1.0),
        Action::Rest,
        set(&lever(), 2.0),
        Action::EndDrag,
        set(&lever(), 3.0),
    ];
    let dragged = do_all(session(), moves);
    assert_eq!(dragged.history().past().count(), 2);
    let back = dragged.after(Action::Undo);
    assert_eq!(back.settings().get(&lever()), Some(&LeverPath::Constant(InUnit(2.0))));
}

#[test]
fn a_drag_that_is_cancelled_has_never_been() {
    let undone = do_all(session(), [set(&lever(), 1.0), Action::Undo]);
    let drag = [
        Action::BeginDrag,
        set(&lever(), 2.0),
        Edit::ResetLever(lever()).into(),
        set(&lever(), 3.0),
        Action::CancelDrag,
    ];
    let cancelled = do_all(undone.clone(), drag);
    assert_eq!(cancelled.plan(), undone.plan());
    assert_eq!(cancelled.history(), undone.history(), "what could be redone still can");
    let nothing = do_all(undone.clone(), [Action::BeginDrag, Action::CancelDrag]);
    assert_eq!(nothing, undone);
}

#[test]
fn a_drag_that_something_else_has_ended_is_not_taken_back() {
    let drag = [Action::BeginDrag, set(&lever(), 2.0), Edit::SetCeiling(Some(1e7)).into()];
    let ended = do_all(session(), drag).after(Action::CancelDrag);
    assert_eq!(ended.history().past().count(), 2);
    let undone = do_all(session(), [Action::BeginDrag, set(&lever(), 2.0), Action::Undo]);
    assert_eq!(undone.clone().after(Action::CancelDrag).history().past().count(), 0);
}

#[test]
fn a_step_says_what_changed_from_what_to_what() {
    let model = city::model();
    let uptake = "super_deduction_uptake";
    let session = do_all(session(), [set(uptake, 50.0), Action::Rest, set(uptake, 60.5)]);
    let name = &model.levers[model.lever(uptake).unwrap()].name;
    assert_eq!(step(&session, Locale::Zh), format!("{}：50.0→60.5%", name.zh));
    assert_eq!(step(&session, Locale::En), format!("{}: 50.0% → 60.5%", name.en));
    let session = do_all(session, [Action::Rest, Edit::ResetLever(uptake.to_owned()).into()]);
    assert_eq!(step(&session, Locale::Zh), format!("{}：60.5→45.0%", name.zh));
    let session = session.after(Edit::SetCeiling(Some(2e7)));
    assert_eq!(step(&session, Locale::Zh), "经费上限：无→2,000万元");
}

#[test]
fn one_year_can_be_set() {
    let path = LeverPath::with_year(None, InUnit(45.0), 2, InUnit(60.0));
    let action = Edit::SetLeverPath {
        lever: "super_deduction_uptake".to_owned(),
        path,
        fresh: ScenarioId(1),
    };
    let session = session().after(action);
    assert!(step(&session, Locale::Zh).ends_with("45%→逐年45、60、45%"));
}

#[test]
fn a_lever_goes_back_to_present_or_to_what_was_opened() {
    let mut opened = plan(&city::model());
    let scenario = opened.scenarios.add(ScenarioId(1), "甲".to_owned()).unwrap();
    let path = LeverPath::Constant(InUnit(2.0));
    opened.scenarios.get_mut(scenario).unwrap().settings.set(&lever(), path.clone());
    let moved = Session::new(opened).after(set(&lever(), 9.0));
    let reset = moved.clone().after(Edit::ResetLeverToOpened(lever()));
    assert_eq!(reset.settings().get(&lever()), Some(&path));
    assert!(moved.after(Edit::ResetLever(lever())).settings().is_present());
}

#[test]
fn a_new_action_clears_what_could_be_redone() {
    let session = do_all(session(), [set(&lever(), 1.0), Action::Undo]);
    assert!(session.history().redoable().is_some());
    let session = session.after(set(&lever(), 2.0));
    assert!(session.history().redoable().is_none());
}

#[test]
fn opening_a_plan_can_be_undone() {
    let moved = session().after(set(&lever(), 1.0));
    let other = Rc::new(Plan { name: "他市".to_owned(), ..plan(&city::model()) });
    let opened = moved.clone().after(Edit::OpenPlan(Rc::clone(&other)));
    assert_eq!((opened.plan(), opened.opened()), (&other, &other));
    let back = opened.after(Action::Undo);
    assert_eq!((back.plan(), back.opened()), (moved.plan(), moved.opened()));
}

#[test]
fn history_is_bounded() {
    let actions =
        (0..=limits::UNDO_STEPS).flat_map(|step| [set(&lever(), step as f64), Action::Rest]);
    let session = do_all(session(), actions);
    assert_eq!(session.history().past().count(), limits::UNDO_STEPS);
}

#[test]
fn the_view_is_not_undone() {
    let view = View { locale: Locale::En, ..View::default() };
    let session =
        do_all(session(), [set(&lever(), 1.0), Action::SetView(view.clone()), Action::Undo]);
    assert_eq!(session.view(), &view);
}

#[test]
fn what_is_not_finite_changes_nothing() {
    let start = session();
    let figure = Edit::SetFigure { id: "gdp".to_owned(), datum: Some(datum(f64::NAN)) }.into();
    for action in [set(&lever(), f64::INFINITY), figure, Edit::SetCeiling(Some(f64::NAN)).into()] {
        assert_eq!(start.clone().after(action.clone()), start, "{action:?}");
    }
}

#[test]
fn changed_parameters_and_assumptions_reach_the_projection() {
    let model = city::model();
    let change = ParameterChange { low: 0.5, mode: 0.5, high: 0.5 };
    let id = model.parameters.raw[0].id.clone();
    let session = do_all(
        session(),
        [
            Edit::SetParameter { id, change: Some(change) }.into(),
            Edit::SetAssumption {
                assumption: "gdp_growth_real".to_owned(),
                year: 2021,
                value: Some(0.09),
                fresh: ScenarioId(1),
            }
            .into(),
        ],
    );
    let plan = session.plan();
    let case_of_outlook = Case::of_scenario(&plan.scenarios.all()[0], &plan.parameters);
    let case = Case::of_scenario(plan.scenarios.current(), &plan.parameters);
    let applied = case.applied_model(&model.clone().into());
    assert_eq!(applied.parameters.raw[0].distribution, Distribution::Fixed(0.5));
    assert_eq!(applied.parameters.raw[1..], model.parameters.raw[1..]);
    let region = case.applied_region(&plan.region);
    let path = &region.assumptions["gdp_growth_real"];
    assert_eq!((path.by_year[&2020], path.by_year[&2021]), (0.035, 0.09));
    assert_eq!(case_of_outlook.applied_region(&plan.region), *plan.region);
}

/// What undo brings back: the plan, and what it was opened as.
fn document(session: &Session) -> [&Plan; 2] {
    [session.plan(), session.opened()]
}

/// A session in which an edit of any kind has something to change.
fn busy() -> Session {
    let world = world();
    let set = |lever: &Lever| Edit::SetLever {
        lever: lever.id.clone(),
        value: lever.range[1],
        fresh: ScenarioId(9),
    };
    let add = |id: u64| Edit::AddScenario { id: ScenarioId(id), name: None };
    let levers = || world.model.levers.iter().map(set);
    let edits = std::iter::once(add(1)).chain(levers());
    let edits = edits.chain([add(2)]).chain(levers());
    do_all(Session::new((*world.plan).clone()), edits.map(Action::from))
}

/// That an edit is undone by one step back and done again by one forward; whether it changed
/// anything.
fn is_a_step(before: &Session, edit: Edit) -> Result<bool, TestCaseError> {
    let (kind, steps) = (edit.kind(), |session: &Session| session.history().past().count());
    let after = before.clone().after(edit);
    if document(&after) == document(before) {
        prop_assert_eq!(after.history(), before.history(), "nothing is no step");
        return Ok(false);
    }
    prop_assert_eq!(steps(&after), steps(before) + 1);
    prop_assert_eq!(after.history().undoable().unwrap().kind, kind);
    let back = after.clone().after(Action::Undo);
    prop_assert_eq!(document(&back), document(before));
    prop_assert_eq!(steps(&back), steps(before));
    let again = back.after(Action::Redo);
    prop_assert_eq!(document(&again), document(&after));
    prop_assert_eq!(again.history().undoable(), after.history().undoable());
    Ok(true)
}

#[test]
fn every_kind_of_edit_is_undone_and_done_again() {
    let start = busy();
    for &kind in EditKind::VARIANTS {
        let effective = Cell::new(0);
        let cases = (vec(action(), 0..4), edit(kind));
        let law = |(actions, edit): (Vec<Action>, Edit)| {
            let before = do_all(start.clone(), actions).after(Action::EndDrag);
            effective.set(effective.get() + usize::from(is_a_step(&before, edit)?));
            Ok(())
        };
        // A failing case is printed; there is no source file that it could be kept beside.
        let config = ProptestConfig { failure_persistence: None, ..round_trip::cases(48) };
        TestRunner::new(config).run(&cases, law).unwrap();
        eprintln!("{kind:?}: {} edits with an effect", effective.get());
        assert!(effective.get() > 0, "no {kind:?} has changed anything");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_everything_brings_the_start_back_and_redoing_the_end(actions in vec(action(), 0..40)) {
        let start = session();
        let end = do_all(start.clone(), actions);
        let steps = end.history().past().count();
        let back = do_all(end.clone(), (0..steps).map(|_| Action::Undo));
        prop_assert_eq!(document(&back), document(&start));
        prop_assert_eq!(back.history().past().count(), 0);
        let again = do_all(back, (0..steps).map(|_| Action::Redo));
        prop_assert_eq!(document(&again), document(&end));
    }

    #[test]
    fn every_step_has_words_and_the_outlook_is_untouched(actions in vec(action(), 0..40)) {
        let model = city::model();
        let end = do_all(session(), actions);
        for step in end.history().past() {
            // What was opened may be another plan with the same contents.
            let opens = [EditKind::ChooseCity, EditKind::OpenPlan, EditKind::StartNextYear];
            prop_assert!(!step.changes().is_empty() || opens.contains(&step.kind));
            for locale in [Locale::Zh, Locale::En] {
                prop_assert!(!step.words(end.plan(), &model, locale).is_empty());
            }
        }
        let outlook = &end.plan().scenarios.all()[0];
        prop_assert!(outlook.is_present() && outlook.settings.is_present());
        prop_assert!(outlook.assumptions.is_empty());
    }
}
