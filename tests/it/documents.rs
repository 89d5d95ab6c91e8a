//! The examples of the documents for analysts are run: the model and the region of
//! `docs/模型文件.md` are read and projected, the formulas of `docs/公式.md` are read in that
//! model, and results that the text states are compared.
//!
//! A block says what it is: `toml 模型`, `toml 地区`, `toml 错误 CODE`, `formula UNIT`,
//! `formula UNIT = VALUE`, `formula UNIT 错误 CODE`, `formula 条件`.

use tuiyan::analysis::failed_checks;
use tuiyan::diagnostic::{Checked, SourceFile};
use tuiyan::engine::{Draws, Input, Output, Program};
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model, VariableId};
use tuiyan::plan::Settings;
use tuiyan::region::{self, Region};
use tuiyan::sampling::Distribution;

use crate::city;

/// A fenced block: what follows the fence, and what is inside.
struct Block {
    kind: Vec<String>,
    text: String,
}

fn blocks(path: &str) -> Vec<Block> {
    let document = city::text(path);
    let fences: Vec<&str> = document.split("```").collect();
    assert!(fences.len() % 2 == 1, "{path}: a fence is left open");
    let inside = fences.into_iter().skip(1).step_by(2);
    inside
        .map(|block| {
            let (kind, text) = block.split_once('\n').unwrap();
            let kind = kind.split_whitespace().map(str::to_owned).collect();
            Block { kind, text: text.to_owned() }
        })
        .collect()
}

/// The parts of an example that the text gives one after the other.
fn joined(kind: &str) -> String {
    let blocks = blocks("docs/模型文件.md");
    let parts = blocks.iter().filter(|block| block.kind == ["toml", kind]);
    parts.map(|block| block.text.as_str()).collect()
}

fn read(text: &str) -> Checked<Model> {
    model::read(SourceFile { name: "docs/模型文件.md", text })
}

#[track_caller]
fn accept<T>(checked: Checked<T>) -> T {
    let said: String = checked.diagnostics.iter().map(|found| found.render(Locale::Zh)).collect();
    checked.value.unwrap_or_else(|| panic!("{said}"))
}

fn example() -> (Model, Region) {
    let model = accept(read(&joined("模型")));
    let text = joined("地区");
    let region = accept(region::read(SourceFile { name: "docs/模型文件.md", text: &text }, &model));
    (model, region)
}

/// The values of a variable without chance: parameters at their likeliest, no surprise.
fn projected(model: &Model, region: &Region, variable: VariableId) -> Vec<f64> {
    let program = Program::compile(model, region, &[Output::Scenario(variable)]);
    let likeliest = |input: &Input, _: usize| match input {
        Input::Parameter(_, Distribution::Fixed(value)) => *value,
        Input::Parameter(_, Distribution::Triangular { mode, .. }) => *mode,
        _ => 0.0,
    };
    let draws = Draws::given(&program, 1, likeliest, |_, _, _| 0.0);
    let run = program.run(&draws, &Settings::present());
    let unit = &model.variables[variable].unit;
    let years = 0..=program.years() as usize;
    years.filter_map(|t| Some(unit.from_base(run.values(0, t)?[0]).0)).collect()
}

/// Equal to the digits that a text shows.
fn alike(found: f64, stated: &str) -> bool {
    let decimals = stated.split_once('.').map_or(0, |(_, digits)| digits.len());
    let last_digit = (0..decimals).fold(1.0, |digit, _| digit / 10.0);
    (found - stated.parse::<f64>().unwrap()).abs() <= 0.5 * last_digit + 1e-9
}

#[test]
fn the_example_model_and_region_are_accepted_and_keep_their_promises() {
    let (model, region) = example();
    let warnings = read(&joined("模型")).diagnostics;
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(region.model, model.id);
    assert_eq!(failed_checks(&model, &region, 64), []);
    assert!(region.targets.iter().all(|target| target.variable.is_some()));
}

#[test]
fn the_stated_results_are_what_the_example_gives() {
    let (model, region) = example();
    let document = city::text("docs/模型文件.md");
    let mut rows = document.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let head = rows.find(|row| row.starts_with("年份")).unwrap();
    let variables: Vec<VariableId> = head
        .split(" | ")
        .skip(1)
        .map(|cell| model.variable(cell.split('`').nth(1).unwrap()).unwrap())
        .collect();
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split(" | ").collect()).collect();
    assert_eq!(rows.len(), 3);
    for row in rows {
        let t = row[0].parse::<i32>().unwrap() - region.base_year;
        for (variable, stated) in variables.iter().zip(&row[1..]) {
            let found = projected(&model, &region, *variable)[t as usize];
            assert!(alike(found, stated), "{}: {found}, stated {stated}", row[0]);
        }
    }
}

/// The example's model with a formula as one more declaration.
fn with_formula(unit: &str, formula: &str) -> Checked<Model> {
    let names = "zh = \"例子\"\nen = \"Example\"";
    let declaration = if unit == "条件" {
        format!("[check.example]\n{names}\nalways = \"\"\"\n{formula}\"\"\"\n")
    } else {
        format!(
            "[variable.example]\n{names}\nunit = \"{unit}\"\nstart = \"none\"\nclass = \"M\"\nformula = \"\"\"\n{formula}\"\"\"\n"
        )
    };
    read(&(joined("模型") + &declaration))
}

fn expect_error(read: &Checked<Model>, code: &str, text: &str) {
    let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert!(codes.contains(&code) && read.value.is_none(), "{text}: {codes:?}");
}

#[test]
fn every_formula_block_is_what_it_says() {
    let (_, region) = example();
    let blocks = blocks("docs/公式.md");
    assert!(blocks.len() >= 20, "only {} blocks were found", blocks.len());
    for Block { kind, text } in blocks {
        let kind: Vec<&str> = kind.iter().map(String::as_str).collect();
        match kind.as_slice() {
            ["formula", unit] => drop(accept(with_formula(unit, &text))),
            ["formula", unit, "错误", code] => {
                expect_error(&with_formula(unit, &text), code, &text);
            }
            ["formula", unit, "=", stated] => {
                let model = accept(with_formula(unit, &text));
                let variable = model.variable("example").unwrap();
                for found in projected(&model, &region, variable).iter().skip(1) {
                    assert!(alike(*found, stated), "{text}: {found}, stated {stated}");
                }
            }
            _ => panic!("no such kind of block: {kind:?}"),
        }
    }
}

#[test]
fn every_toml_block_belongs_to_the_example_or_is_a_mistake_that_is_named() {
    for Block { kind, text } in blocks("docs/模型文件.md") {
        let kind: Vec<&str> = kind.iter().map(String::as_str).collect();
        match kind.as_slice() {
            ["toml", "模型" | "地区"] => {}
            ["toml", "错误", code] => expect_error(&read(&(joined("模型") + &text)), code, &text),
            _ => panic!("no such kind of block: {kind:?}"),
        }
    }
}
