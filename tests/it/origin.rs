//! A value that is no number names the formula that made it, and what that read.

use tuiyan::engine::{Draws, Origin, Output, Program};
use tuiyan::model::{Model, Reference};
use tuiyan::plan::Settings;

use crate::language;

/// Variables of the example whose formulas are put in the place of its own.
fn model(intensity: &str, growth: &str) -> String {
    let text =
        language::MODEL.replace("formula = \"rd / gdp\"", &format!("formula = \"{intensity}\""));
    text.replace("formula = \"growth(rd)\"", &format!("formula = \"{growth}\""))
}

fn origin(text: &str, id: &str, t: u32) -> (Model, Option<Origin>) {
    let (model, region) = language::read(text);
    let variable = model.variable(id).unwrap();
    let program = Program::compile(&model, &region, &[Output::Scenario(variable)]);
    let draws = Draws::sample(&program, 4);
    let settings = Settings::present();
    let origin = program.origin((&model, &region), (&draws, 3), &settings, (variable, t));
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
    let read = |read: &tuiyan::engine::Read| match read.name {
        Reference::Variable(variable) => {
            let declared = &model.variables[variable];
            (declared.id.clone(), read.year, declared.unit.from_base(read.value))
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
