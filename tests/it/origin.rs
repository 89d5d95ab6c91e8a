//! A value that is no number names the formula that made it, and what that read.

use tuiyan::analysis::{BadValue, NotJudged, Numbers, Workbench};
use tuiyan::engine::{BadValueOrigin, Case, Draws, Output, Program};
use tuiyan::locale::Locale;
use tuiyan::model::{Model, Reference};
use tuiyan::plan::Settings;
use tuiyan::wording::{not_finite_words, reason};

use crate::{city, language};

/// Variables of the example whose formulas are put in the place of its own.
fn model(intensity: &str, growth: &str) -> String {
    let text =
        language::MODEL.replace("formula = \"rd / gdp\"", &format!("formula = \"{intensity}\""));
    text.replace("formula = \"growth(rd)\"", &format!("formula = \"{growth}\""))
}

fn origin(text: &str, id: &str, t: u32) -> (Model, Option<BadValueOrigin>) {
    let (model, region) = language::read(text);
    let variable = model.variable(id).unwrap();
    let program = Program::compile(&model, &region, &[Output::Scenario(variable)]);
    let draws = Draws::sample(&program, 4);
    let settings = Settings::present();
    let origin = program.origin(
        (&model, &region),
        (&draws, 3),
        (&Case::default(), &settings),
        (variable, t),
    );
    (model, origin)
}

#[test]
fn the_formula_that_made_it_is_found_through_the_years() {
    let text = model("rd / gdp * ln(rd_policy / 1 亿元 + t)", "previous(rd_intensity)");
    let (model, found) = origin(&text, "rd_growth", 1);
    let found = found.unwrap();
    assert_eq!(model.variables[found.variable].id, "rd_intensity");
    // The logarithm of 0 in the base year.
    assert_eq!((found.year, found.value), (2019, f64::NEG_INFINITY));
    let read = |read: &tuiyan::engine::ReadValue| match read.name {
        Reference::Variable(variable) => {
            let declared = &model.variables[variable];
            (declared.id.clone(), read.year, declared.unit.from_base(read.value).0)
        }
        other => panic!("the formula reads no {other:?}"),
    };
    let reads: Vec<_> = found.reads.iter().map(read).collect();
    let expected = [("rd", 10.0), ("gdp", 1000.0), ("rd_policy", 0.0)];
    assert_eq!(reads, expected.map(|(id, value)| (id.to_owned(), 2019, value)));
}

#[test]
fn a_good_value_has_no_origin() {
    let text = model("rd / gdp * ln(rd_policy / 1 亿元 + t)", "previous(rd_intensity)");
    assert_eq!(origin(&text, "rd_growth", 2).1, None);
}

#[test]
fn the_numbers_behind_know_it_too_and_it_is_told_in_words() {
    let text = model("rd / gdp * ln(rd_policy / 1 亿元 + t)", "previous(rd_intensity)");
    let (model, region) = language::read(&text);
    let growth = model.variable("rd_growth").unwrap();
    let workbench = Workbench::new(model.clone(), region, 4);
    let declarations = [Reference::Variable(growth)];
    let numbers = Numbers::of(&workbench, &Settings::present(), &declarations);
    let origin = numbers.origin(&workbench, growth, 1).unwrap();
    let said = not_finite_words(&origin, (growth, 2020), &model, Locale::Zh);
    assert!(said.starts_with("2020年的“") && said.contains("根子在2019年的“"), "{said}");
    assert!(said.contains("读到“研发”（2019年）10.00亿元、"), "{said}");
    assert_eq!(numbers.origin(&workbench, growth, 2), None);
}

#[test]
fn a_target_without_a_verdict_names_the_first_bad_value() {
    let model = city::model();
    let mut region = city::region(&model, "yiyang-2020");
    region.figures.get_mut("rd").unwrap().value = f64::NAN;
    let workbench = Workbench::new(model, region, 128);
    let report = workbench.evaluate(&Settings::present());
    let variable = workbench.model().variable("rd").unwrap();
    let why = NotJudged::NotComputable(Some(BadValue { variable, year: 2019 }));
    let verdicts: Vec<_> = report.assessments.iter().map(|found| found.verdict.as_ref()).collect();
    assert!(verdicts.contains(&Err(&why)), "{verdicts:?}");
    let said = reason(&why, workbench.model(), Locale::Zh);
    assert_eq!(said, "部分抽样在2019年算不出“全社会研发经费”的有效数值，因此不给结论。");
}
