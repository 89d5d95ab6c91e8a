//! Files that nobody would write: whatever the bytes, reading ends with a value or messages,
//! and what was read can be compiled and run.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use tuiyan::diagnostic::{Checked, SourceFile};
use tuiyan::engine::{Draws, Output, Program};
use tuiyan::formula;
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model};
use tuiyan::plan::Settings;
use tuiyan::region::{self, Region};
use tuiyan::unit::UnitTable;

use crate::city;
use crate::spoilt::{self, Change, changed};

const MODEL: &str = "tests/cases/model.toml";
const REGION: &str = "tests/cases/region.toml";

/// What formulas are made of, and some of what they are not.
const PIECES: [&str; 40] = [
    "(",
    ")",
    ",",
    "+",
    "-",
    "*",
    "/",
    "^",
    "=",
    "!=",
    "<",
    ">=",
    "if",
    "then",
    "else",
    "and",
    "or",
    "not",
    "t",
    "year",
    "x",
    "「研发」",
    "「",
    "1",
    "0.5",
    "1e9",
    "1e999",
    "99",
    "亿元",
    "%",
    "家",
    "·",
    "previous(x)",
    "previous(",
    "sum_to_date(extra(x))",
    "min(",
    "interpolate(",
    "successes(",
    "×",
    "#",
];

/// What is put into files.
static INSERTS: [&str; 24] = [
    "",
    "",
    "\"",
    "'''",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    "\n",
    "0",
    "-1",
    "1e308",
    "nan",
    "99999999999999999999",
    "rd",
    "previous(",
    "家",
    "zh",
    "\u{0}",
    "\\u0000",
    "true",
    "1979-05-27",
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    spoilt::changes(60, &INSERTS)
}

fn read_model(text: &str) -> Checked<Model> {
    model::read(SourceFile { name: "model", text })
}

fn read_region(text: &str, model: &Model) -> Checked<Region> {
    region::read(SourceFile { name: "region", text }, model)
}

/// A file is used, or what is wrong with it is said; a message can always be shown.
fn answered<T>(checked: Checked<T>) -> Option<T> {
    for diagnostic in &checked.diagnostics {
        assert!(!diagnostic.render(Locale::En).is_empty());
    }
    assert!(checked.value.is_some() || !checked.diagnostics.is_empty());
    checked.value
}

fn run(model: &Model, region: &Region) {
    let wanted: Vec<Output> = model.variables.keys().map(Output::Scenario).collect();
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&Draws::sample(&program, 2), &Settings::present());
    assert_eq!(run.count(), 2);
}

proptest! {
    #[test]
    fn any_text_is_a_formula_or_has_problems(text in ".{0,300}") {
        let _ = formula::parse(&text, &UnitTable::built_in());
    }

    #[test]
    fn any_sequence_of_pieces_is_a_formula_or_has_problems(pieces in vec(select(&PIECES[..]), 0..60)) {
        let problems = formula::parse(&pieces.join(" "), &UnitTable::built_in()).err();
        prop_assert!(problems.is_none_or(|problems| !problems.is_empty()));
    }

    #[test]
    fn any_formula_in_a_model_is_answered(pieces in vec(select(&PIECES[..]), 0..30)) {
        let formula = pieces.join(" ").replace('x', "rd");
        let text = city::text(MODEL).replace("\"rd / gdp\"", &format!("'{formula}'"));
        if let Some(model) = answered(read_model(&text)) {
            run(&model, &read_region(&city::text(REGION), &model).value.unwrap());
        }
    }

    #[test]
    fn any_text_is_answered(text in "(?s).{0,400}") {
        let model = read_model(&city::text(MODEL)).value.unwrap();
        answered(read_model(&text));
        answered(read_region(&text, &model));
    }

    #[test]
    fn any_bytes_are_text_or_not(bytes in vec(any::<u8>(), 0..200)) {
        let is_text = SourceFile::from_bytes("a", &bytes).is_ok();
        prop_assert_eq!(is_text, std::str::from_utf8(&bytes).is_ok());
    }

    #[test]
    fn changed_models_are_answered_and_run(changes in changes()) {
        if let Some(model) = answered(read_model(&changed(&city::text(MODEL), &changes)))
            && let Some(region) = answered(read_region(&city::text(REGION), &model))
        {
            run(&model, &region);
        }
    }

    #[test]
    fn changed_regions_are_answered_and_run(changes in changes()) {
        let model = read_model(&city::text(MODEL)).value.unwrap();
        if let Some(region) = answered(read_region(&changed(&city::text(REGION), &changes), &model)) {
            run(&model, &region);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn changed_built_in_files_are_answered(changes in changes()) {
        answered(read_model(&changed(&city::text("models/city-sti/model.toml"), &changes)));
        let model = city::model();
        let region = changed(&city::text("regions/yiyang-2020.toml"), &changes);
        if let Some(region) = answered(read_region(&region, &model)) {
            run(&model, &region);
        }
    }
}
