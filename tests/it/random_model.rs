//! Random models as text, with a region, settings and draws, ordinary and special.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

/// Variables of a random model.
const VARIABLES: usize = 4;
/// Years that it computes.
pub(crate) const YEARS: u32 = 3;
/// Draws that a case has.
pub(crate) const DRAWS: usize = 6;

/// Numbers at the edges of arithmetic.
const SPECIAL: [f64; 13] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    3.0,
    5e-324,
    -1e-310,
    1e300,
    -1e300,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// A model, a region for it, what is set and what is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) model: String,
    pub(crate) region: String,
    /// By year.
    pub(crate) lever: Vec<f64>,
    /// For each draw: two parameters, a base error, and the shock by year.
    pub(crate) draws: Vec<[f64; 3 + YEARS as usize]>,
}

/// Any case.
pub(crate) fn case() -> impl Strategy<Value = Case> {
    let formulas: Vec<_> = (0..VARIABLES).map(|variable| formula(names(variable))).collect();
    let starts = prop::collection::vec(formula(base_names()), VARIABLES);
    let lever = prop::collection::vec(number(), YEARS as usize);
    let draws = prop::collection::vec([(); 3 + YEARS as usize].map(|()| number()), DRAWS);
    let figures = prop::collection::vec(-3..12_i32, 2 + VARIABLES);
    (formulas, starts, formula(names(VARIABLES)), lever, draws, figures).prop_map(
        |(formulas, starts, cost, lever, draws, figures)| Case {
            model: model(&formulas, &starts, &cost),
            region: region(&figures),
            lever,
            draws,
        },
    )
}

fn number() -> BoxedStrategy<f64> {
    prop_oneof![2 => select(&SPECIAL[..]), 3 => -4.0..4.0, 1 => any::<f64>()].boxed()
}

/// What a base-year formula can read.
fn base_names() -> Vec<String> {
    ["f", "g", "p", "q", "l", "a", "c", "t", "year"].map(str::to_owned).to_vec()
}

/// What the formula of the variable at this position can read.
fn names(position: usize) -> Vec<String> {
    let mut names = base_names();
    let reads = [
        "s",
        "previous(l)",
        "extra(l)",
        "outlook(l)",
        // Over a rate, so that it is a bare number and fits beside others.
        "(growth(l) / 1 %)",
        "sum_to_date(l)",
        "previous(a)",
        "previous(a, 2)",
        "previous(p)",
        "sum_to_date(p)",
        "sum_to_date(a)",
        "sum_to_date(s)",
    ];
    names.extend(reads.map(str::to_owned));
    for variable in (0..VARIABLES).map(|variable| format!("v{variable}")) {
        names.extend([
            format!("start({variable})"),
            format!("previous({variable})"),
            format!("previous({variable}, 2)"),
            format!("previous(extra({variable}))"),
            format!("previous(outlook({variable}), 3)"),
        ]);
    }
    for variable in (0..position).map(|variable| format!("v{variable}")) {
        names.extend([
            format!("extra({variable})"),
            format!("outlook({variable})"),
            format!("(growth({variable}) / 1 %)"),
            format!("sum_to_date({variable})"),
            format!("sum_to_date(extra({variable}))"),
            variable,
        ]);
    }
    names
}

/// A formula over names, with every operator and function of the language.
fn formula(names: Vec<String>) -> BoxedStrategy<String> {
    let literals = ["0", "1", "2", "0.5", "3", "1000000000000"].map(str::to_owned).to_vec();
    let leaf = prop_oneof![1 => select(literals), 4 => select(names)];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let x = || inner.clone();
        let condition = (x(), select(&["=", "!=", "<", "<=", ">", ">="][..]), x())
            .prop_map(|(x, comparison, y)| format!("({x} {comparison} {y})"));
        let conditions = prop_oneof![
            condition.clone(),
            condition.clone().prop_map(|condition| format!("(not {condition})")),
            (condition.clone(), select(&["and", "or"][..]), condition)
                .prop_map(|(a, word, b)| format!("({a} {word} {b})")),
        ];
        let exponents = ["0", "1", "2", "3", "4", "(-2)", "0.5", "64", "65"].map(str::to_owned);
        let exponent = prop_oneof![select(exponents.to_vec()), x()];
        prop_oneof![
            6 => (x(), select(&["+", "-", "*", "/"][..]), x())
                .prop_map(|(x, operator, y)| format!("({x} {operator} {y})")),
            2 => (x(), exponent).prop_map(|(x, y)| format!("(({x}) ^ ({y}))")),
            1 => x().prop_map(|x| format!("(-({x}))")),
            2 => (conditions, x(), x()).prop_map(|(condition, x, y)| format!(
                "(if {condition} then {x} else {y})"
            )),
            3 => (select(&["exp", "ln", "sqrt", "abs"][..]), x())
                .prop_map(|(function, x)| format!("{function}({x})")),
            3 => (
                select(&["min", "max", "round", "floor", "saturation", "diminishing"][..]),
                x(),
                x()
            )
                .prop_map(|(function, x, y)| format!("{function}({x}, {y})")),
            2 => (select(&["min", "max", "clamp", "successes"][..]), x(), x(), x())
                .prop_map(|(function, x, y, z)| format!("{function}({x}, {y}, {z})")),
            1 => (x(), x(), x(), x()).prop_map(|(x, a, b, c)| format!(
                "interpolate({x}, -1, {a}, 0, {b}, 2.5, {c})"
            )),
        ]
    })
    .boxed()
}

fn model(formulas: &[String], starts: &[String], cost: &str) -> String {
    let mut text = format!(
        r#"format = 1
[model]
id = "random"
version = "1"
zh = "随机"
en = "Random"
horizon = {YEARS}
[base_error]
document = 1
published = 1
derived = 5
assumed = 12
[group]
all = {{ zh = "全部", en = "All" }}
[source]
none = {{ text = "none" }}
[figure]
f = {{ zh = "基数", en = "F", unit = "1", base_error = true }}
g = {{ zh = "基数二", en = "G", unit = "1" }}
[assumption]
a = {{ zh = "假设", en = "A", unit = "1", default = "g" }}
[parameter]
p = {{ zh = "参数", en = "P", unit = "1", low_mode_high = [0, 1, 2], class = "J", source = "none" }}
q = {{ zh = "参数二", en = "Q", unit = "1", low_mode_high = [0, 1, 2], class = "J", source = "none" }}
[shock]
s = {{ zh = "扰动", en = "S", distribution = "normal" }}
[constant]
c = {{ zh = "常数", en = "C", unit = "1", formula = "p * f" }}
[lever.l]
zh = "杠杆"
en = "L"
unit = "1"
group = "all"
range = [0, 10]
step = 1
present = 1
words = [[10, "力度", "some"]]
cost = "({cost}) * 1 元"
class = "J"
source = "none"
"#
    );
    for (position, (formula, start)) in formulas.iter().zip(starts).enumerate() {
        let start = if position % 2 == 0 { "region" } else { start };
        write!(
            text,
            "[variable.v{position}]\nzh = \"变量{position}\"\nen = \"V{position}\"\nunit = \"1\"\n\
             start = \"{start}\"\nformula = \"{formula}\"\nclass = \"M\"\n"
        )
        .unwrap();
    }
    text
}

fn region(figures: &[i32]) -> String {
    let datum = r#"unit = "1", provenance = "derived", source = "none""#;
    let mut text = format!(
        r#"format = 1
[region]
id = "somewhere"
model = "random"
zh = "某地"
en = "Somewhere"
province = "省"
base_year = 2019
plan_year = 2020
document = "none"
[source]
none = {{ text = "none" }}
[assumption]
a = {{ unit = "1", by_year = {{ 2019 = 2, 2021 = -0.5 }}, provenance = "assumed", source = "none" }}
[figure]
f = {{ value = {}, {datum} }}
g = {{ value = {}, {datum} }}
"#,
        figures[0], figures[1]
    );
    for (position, value) in figures[2..].iter().enumerate().step_by(2) {
        writeln!(text, "v{position} = {{ value = {value}, {datum} }}").unwrap();
    }
    text.push_str("[history]\n");
    for position in 0..VARIABLES {
        writeln!(text, "v{position} = [").unwrap();
        for year in 2016..2019 {
            writeln!(text, "  {{ year = {year}, value = {}, {datum} }},", year - 2017).unwrap();
        }
        text.push_str("]\n");
    }
    text
}
