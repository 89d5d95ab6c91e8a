//! Whatever a person does, the plan, its file and its link open as the same plan; whatever file is
//! opened, the same holds of it.
//!
//! The same cases are tried in every run. `TUIYAN_CASES=100000 cargo test --release --test it round_trip` tries
//! more of them, `PROPTEST_RNG_SEED=7` others.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use tuiyan::diagnostic::SourceFile;
use tuiyan::exchange::link::{self, Figures};
use tuiyan::exchange::plan_file::{self, BuiltInModel};
use tuiyan::exchange::snapshot;
use tuiyan::plan::Plan;
use tuiyan::region;
use tuiyan::session::{Action, Session};

use crate::any_action::{action, world};
use crate::spoilt::{self, Change, changed};
use crate::{city, session};

const PLANS: [&str; 2] =
    ["tests/cases/plan/format-1.tuiyan.json", "tests/cases/plan/format-2.tuiyan.json"];

/// Cases a property is tried with: a few in every run, as many as are asked for else.
pub(crate) fn cases(few: u32) -> ProptestConfig {
    let wished = std::env::var("TUIYAN_CASES").ok().and_then(|count| count.parse().ok());
    let config = ProptestConfig::with_cases(wished.unwrap_or(few));
    let rng_seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2020),
        named @ RngSeed::Fixed(_) => named,
    };
    ProptestConfig { rng_seed, ..config }
}

/// That what is saved opens as the same plan, as a file, a snapshot and a link with everything.
fn opens_again(plan: &Plan) -> Result<(), TestCaseError> {
    let model = &world().model;
    let sealed = plan_file::seal(plan, model);
    prop_assert!(sealed.is_ok(), "{:?}", sealed.err());
    let identity = plan.model.clone();
    let built_in = [BuiltInModel { identity: &identity, model }];
    let kept = snapshot::decode(&snapshot::encode(plan, model), &built_in);
    prop_assert_eq!(&kept.unwrap().value.unwrap().plan, plan);
    let Ok(fragment) = link::encode(plan, model, None, Figures::Included) else { return Ok(()) };
    let received = link::decode(&fragment, &built_in, &[]).unwrap();
    prop_assert!(received.is_ok(), "{:?}", received.err());
    prop_assert_eq!(received.unwrap().plan, link::without_remarks(plan.clone()));
    Ok(())
}

fn steps(session: &Session) -> usize {
    session.history().past().count()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn after_any_actions_the_plan_opens_again_and_undo_brings_back_what_was(
        actions in vec(action(), 1..30),
    ) {
        let world = world();
        let mut session = Session::new((*world.plan).clone());
        // Whether a hand may hold a lever: what it sets until it lets go is one step.
        let mut is_held = false;
        for action in actions {
            let is_step = matches!(action, Action::Edit(_));
            is_held = match action {
                Action::BeginDrag => true,
                Action::EndDrag | Action::CancelDrag | Action::Undo | Action::Redo => false,
                _ => is_held,
            };
            session = session.after(Action::Rest);
            let before = Rc::clone(session.plan());
            let Ok(after) = session.clone().attempt(action, &world.model) else { continue };
            if is_step {
                let back = after.clone().after(Action::Undo);
                let changed = after.plan() != &before;
                let joins = changed && steps(&after) <= steps(&session);
                prop_assert!(is_held || !joins, "a step of its own");
                if joins {
                    let start = session.after(Action::Undo);
                    let came_back = steps(&after) == steps(&start);
                    prop_assert_eq!(if came_back { after.plan() } else { back.plan() }, start.plan());
                } else {
                    prop_assert_eq!(if changed { back.plan() } else { after.plan() }, &before);
                }
            }
            session = after;
        }
        opens_again(session.plan())?;
    }
}

/// Replaces numbers and words of a text, so that it stays well formed.
fn swapped(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for (place, _, insert) in changes {
        let words: Vec<(usize, usize)> = word_ranges(&text);
        let Some(&(start, end)) = words.get(place.index(words.len().max(1))) else { continue };
        text.replace_range(start..end, insert);
    }
    text
}

/// Runs of letters, digits and points.
fn word_ranges(text: &str) -> Vec<(usize, usize)> {
    let is_word =
        |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-');
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| is_word(*character)) {
        match ranges.last_mut().filter(|(_, end)| *end == at) {
            Some((_, end)) => *end += character.len_utf8(),
            None => ranges.push((at, at + character.len_utf8())),
        }
    }
    ranges
}

static INSERTS: [&str; 26] = [
    "1e308",
    "1e290",
    "-1",
    "0",
    "1e-320",
    "99999999999999999999",
    "2020",
    "2100",
    "1978",
    "亿元",
    "万人",
    "renamed",
    "gdp",
    "relative",
    "growth",
    "value",
    "hold",
    "rank",
    "true",
    "0.1",
    "28.6",
    "\\u0000",
    "é\u{301}\u{301}\u{301}\u{301}",
    "\u{3164}",
    "",
    "\n",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    spoilt::changes(12, &INSERTS)
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn a_plan_file_that_is_taken_opens_again(
        changes in changes(),
        keeps_form in any::<bool>(),
        plan in select(&PLANS[..]),
    ) {
        let text = city::text(plan);
        let text = if keeps_form { swapped(&text, &changes) } else { changed(&text, &changes) };
        let identity = session::identity();
        let world = world();
        let built_in = [BuiltInModel { identity: &identity, model: &world.model }];
        if let Some(opened) = plan_file::read("a", text.as_bytes(), &built_in).value
            && opened.own_model.is_none()
        {
            opens_again(&opened.plan)?;
        }
    }

    #[test]
    fn a_region_file_that_is_taken_opens_again(changes in changes(), keeps_form in any::<bool>()) {
        let text = city::text("regions/yiyang-2020.toml");
        let text = if keeps_form { swapped(&text, &changes) } else { changed(&text, &changes) };
        let world = world();
        let read = region::read(SourceFile { name: "a", text: &text }, &world.model).value;
        if let Some(region) = read {
            opens_again(&Plan { region: Rc::new(region), ..(*world.plan).clone() })?;
        }
    }
}
