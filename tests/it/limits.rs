//! Every cap on a model or region file: at the cap it is read, above it a message names the cap.

use tuiyan::diagnostic::{Code, Severity, SourceFile};
use tuiyan::limits;
use tuiyan::{model, region};

use crate::city;

const MODEL: &str = "tests/cases/model.toml";

/// Errors of a model.
fn errors(text: &str) -> Vec<Code> {
    let found = model::read(SourceFile { name: "model", text }).diagnostics;
    let errors = found.iter().filter(|found| found.severity() == Severity::Error);
    errors.map(|found| found.code).collect()
}

/// The small model with one text in place of another.
fn edited(old: &str, new: &str) -> String {
    let text = city::text(MODEL);
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

#[track_caller]
fn check(at_the_cap: &str, above: &str, code: Code) {
    assert_eq!(errors(at_the_cap), []);
    assert!(errors(above).contains(&code), "{:?}", errors(above));
}

/// Declarations of a table in the small model, and one more that is right.
const ROWS: [(&str, usize, &str); 10] = [
    ("variable", 6, "unit = \"1\"\nformula = \"1\"\nclass = \"M\""),
    ("parameter", 3, "unit = \"1\"\nvalue = 1\nclass = \"J\"\nsource = \"rule\""),
    (
        "lever",
        1,
        "unit = \"1\"\ngroup = \"rd\"\nrange = [0, 1]\nstep = 1\npresent = 0\nwords = [[1, \"一\", \"one\"]]\ncost = \"0 元\"\nclass = \"J\"\nsource = \"rule\"",
    ),
    ("shock", 1, "distribution = \"normal\""),
    ("figure", 2, "unit = \"1\""),
    ("assumption", 1, "unit = \"1\""),
    ("constant", 1, "unit = \"1\"\nformula = \"1\""),
    (
        "index",
        1,
        "group = \"rd\"\nindicator = \"more\"\nstart = \"1\"\nitems = []\nclass = \"M\"\nsource = \"rule\"",
    ),
    ("identity", 1, "equation = \"1 = 1\""),
    ("check", 2, "always = \"1 = 1\""),
];

#[test]
fn declarations_are_capped() {
    for (table, cap) in limits::DECLARATIONS {
        let (_, present, fields) = ROWS.into_iter().find(|(name, ..)| *name == table).unwrap();
        let with = |count: usize| {
            let row = |i| format!("[{table}.x{i}]\nzh = \"x{i}\"\nen = \"x{i}\"\n{fields}\n");
            city::text(MODEL) + &(present..count).map(row).collect::<String>()
        };
        check(&with(cap), &with(cap + 1), Code::TooLong);
    }
}

#[test]
fn the_length_of_a_file_is_capped() {
    let text = city::text(MODEL);
    let filled = |bytes: usize| format!("{text}#{}", "x".repeat(bytes - text.len() - 1));
    check(&filled(limits::FILE_BYTES), &filled(limits::FILE_BYTES + 1), Code::TooLong);
}

#[test]
fn the_length_of_a_name_is_capped() {
    let named = |length: usize| edited("\"后补助\"", &format!("\"{}\"", "长".repeat(length)));
    let cap = limits::NAME_CHARACTERS;
    check(&named(cap), &named(cap + 1), Code::TooLong);
}

#[test]
fn the_horizon_is_capped() {
    let years = |years: u32| edited("horizon = 5", &format!("horizon = {years}"));
    let cap = limits::HORIZON_YEARS;
    check(&years(cap), &years(cap + 1), Code::NumberRange);
    check(&years(1), &years(0), Code::NumberRange);
}

#[test]
fn the_items_of_an_index_are_capped() {
    let item = "{ of = \"firms\", goal = \"30 家\", weight = 2 }, ";
    let items = |count: usize| {
        let old = "items = [{ of = \"rd_intensity\", goal = \"2.5 %\", weight = 60 }, { of = \"firms\", goal = \"30 家\", weight = 40 }]";
        edited(old, &format!("items = [{}]", item.repeat(count)))
    };
    let cap = limits::INDEX_ITEMS;
    check(&items(cap), &items(cap + 1), Code::TooLong);
}

#[test]
fn formulas_are_capped() {
    let formula = |text: &str| edited("\"rd / gdp\"", &format!("\"{text}\""));
    let long = |length: usize| formula(&format!("rd / gdp{}", " ".repeat(length - 8)));
    let cap = limits::FORMULA_CHARACTERS;
    check(&long(cap), &long(cap + 1), Code::TooLong);
    // A sum of n names has 2n − 1 nodes.
    let parts = |names: usize| formula(&format!("rd / gdp{}", " + 0".repeat(names)));
    let cap = (limits::FORMULA_NODES - 3) / 2;
    check(&parts(cap), &parts(cap + 1), Code::TooLong);
    let deep = |depth: usize| {
        formula(&format!("{}rd / gdp{}", "(".repeat(depth - 1), ")".repeat(depth - 1)))
    };
    let cap = limits::FORMULA_DEPTH;
    check(&deep(cap), &deep(cap + 1), Code::TooDeep);
    let number = |number: &str| formula(&format!("rd / gdp * {number}"));
    check(&number("999999999999999"), &number("1000000000000000"), Code::NumberRange);
    let ago =
        |years: u32| edited("previous(rd_policy)\"", &format!("previous(rd_policy, {years})\""));
    let cap = limits::PREVIOUS_YEARS;
    check(&ago(cap), &ago(cap + 1), Code::NumberRange);
}

#[test]
fn the_years_of_a_region_are_capped() {
    let model = model::read(SourceFile { name: MODEL, text: &city::text(MODEL) }).value.unwrap();
    let codes = |year: i32| -> Vec<Code> {
        let text = city::text("tests/cases/region.toml");
        let text = text.replace("year = 2019", &format!("year = {year}"));
        let found = region::read(SourceFile { name: "region", text: &text }, &model).diagnostics;
        found.into_iter().map(|found| found.code).collect()
    };
    assert_eq!(codes(*limits::YEARS.start()), []);
    assert_eq!(codes(limits::YEARS.start() - 1), [Code::NumberRange]);
    assert_eq!(codes(i32::MIN), [Code::NumberRange]);
}

#[test]
fn the_targets_of_a_region_are_capped() {
    let model = model::read(SourceFile { name: MODEL, text: &city::text(MODEL) }).value.unwrap();
    let text = city::text("tests/cases/region.toml");
    let (head, target) = text.split_once("[[target]]").unwrap();
    let read = |count: usize| {
        let target = |number| {
            format!("[[target]]{}", target.replace("id = \"", &format!("id = \"{number}")))
        };
        let text = format!("{head}{}", (0..count).map(target).collect::<String>());
        region::read(SourceFile { name: "region", text: &text }, &model)
    };
    let at_the_cap = read(limits::TARGETS);
    assert_eq!(at_the_cap.diagnostics, []);
    assert_eq!(at_the_cap.value.unwrap().targets.len(), limits::TARGETS);
    let above = read(limits::TARGETS + 1);
    let codes: Vec<Code> = above.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::TooLong]);
}

#[test]
fn a_chain_of_long_formulas_is_capped() {
    let model = |links: usize, terms: usize| {
        let link = |i: usize| {
            let from = if i == 6 { "1".to_owned() } else { format!("x{}", i - 1) };
            // The name stands deepest: a sum is computed from the left.
            let formula = format!("{from}{}", " + 1".repeat(terms));
            format!(
                "[variable.x{i}]\nzh = \"x{i}\"\nen = \"x{i}\"\nunit = \"1\"\nformula = \"{formula}\"\nclass = \"M\"\n"
            )
        };
        city::text(MODEL) + &(6..6 + links).map(link).collect::<String>()
    };
    // The formulas of a chain take a step for each sum and one for the name.
    let cap = limits::CHAIN_STEPS / 40;
    check(&model(cap, 39), &model(cap + 1, 39), Code::TooDeep);
    check(&model(394, 1), &model(380, 10), Code::TooDeep);
}

#[test]
fn a_chain_of_all_variables_is_compiled() {
    let link = |i: usize| {
        let from = if i == 6 { "1".to_owned() } else { format!("x{}", i - 1) };
        format!(
            "[variable.x{i}]\nzh = \"x{i}\"\nen = \"x{i}\"\nunit = \"1\"\nformula = \"{from} + 1\"\nclass = \"M\"\n"
        )
    };
    // The last link stands first: the order in the file has no meaning.
    let text = city::text(MODEL) + &(6..400).rev().map(link).collect::<String>();
    let model = model::read(SourceFile { name: MODEL, text: &text }).value.unwrap();
    let text = city::text("tests/cases/region.toml");
    let region = region::read(SourceFile { name: "region", text: &text }, &model).value.unwrap();
    let wanted = [tuiyan::engine::Output::Scenario(model.variable("x399").unwrap())];
    let program = tuiyan::engine::Program::compile(&model, &region, &wanted);
    let draws = tuiyan::engine::Draws::sample(&program, 1);
    let run = program.run(&draws, &tuiyan::plan::Settings::present());
    assert_eq!(run.values(0, 1), Some(&[395.0][..]));
}
