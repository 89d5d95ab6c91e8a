//! What an author should know of a model that can be used: declarations that nothing reads,
//! numbers without a name, indicators that do not say what they count.

use crate::diagnostic::{Code, Problem};
use crate::document::{Document, Table};
use crate::formula::{BinaryOperator, Expression, Function, Node};
use crate::locale::Text;
use crate::model::{Formula, Model, Reference, Start, Variable};
use crate::sorted::Set;
use crate::unit::Unit;

/// Tables whose rows are there to be read by formulas.
type Row = (&'static str, Code, fn(usize) -> Reference);
const READ: [Row; 5] = [
    ("figure", Code::UnusedFigure, Reference::Figure),
    ("parameter", Code::UnusedParameter, |position| Reference::Parameter(position.into())),
    ("shock", Code::UnusedShock, Reference::Shock),
    ("assumption", Code::UnusedAssumption, Reference::Assumption),
    ("lever", Code::UnusedLever, |position| Reference::Lever(position.into())),
];

pub(super) fn check(model: &Model, document: &Document<'_>) {
    let root = document.root();
    let used = used(model);
    for (table, code, reference) in READ {
        for (position, row) in root.subtables(table).iter().enumerate() {
            if !used.contains(&reference(position)) {
                unused(row, code);
            }
        }
    }
    for (row, variable) in root.subtables("variable").iter().zip(&model.variables) {
        check_numbers(row, &variable.formula);
        check_definition(row, variable);
    }
    for (row, index) in root.subtables("index").iter().zip(&model.indexes) {
        check_definition(row, &model.variables[index.variable]);
    }
}

fn unused(row: &Table<'_>, code: Code) {
    let id = row.id();
    let message = match code {
        Code::UnusedLever => Text::new(
            format!("没有变量读`{id}`：这个杠杆不起作用"),
            format!("no variable reads `{id}`: the lever does nothing"),
        ),
        _ => Text::new(format!("没有公式读`{id}`"), format!("no formula reads `{id}`")),
    };
    row.report(code, message);
}

/// Everything that a formula reads; a lever's own cost does not make it work.
fn used(model: &Model) -> Set<Reference> {
    let mut used = Set::new();
    for lever in &model.levers {
        lever.cost.expression.visit_reads(&mut |read| {
            if !matches!(read.name, Reference::Lever(_)) {
                used.insert(read.name);
            }
        });
    }
    let variables = model.variables.iter().flat_map(|variable| {
        let own = if let Start::Own(own) = &variable.start { Some(own) } else { None };
        [Some(&variable.formula), own, variable.default.as_ref()]
    });
    let constants = model.constants.iter().map(|constant| Some(&constant.formula));
    let figures = model.figures.iter().map(|figure| figure.default.as_ref());
    let assumptions = model.assumptions.iter().map(|assumption| assumption.default.as_ref());
    let all = variables.chain(constants).chain(figures).chain(assumptions);
    for formula in all.flatten() {
        formula.expression.visit_reads(&mut |read| {
            used.insert(read.name);
        });
    }
    used
}

fn check_definition(row: &Table<'_>, variable: &Variable) {
    if variable.direction.is_none() || variable.definition.is_some() {
        return;
    }
    let message = Text::new(
        format!("指标`{}`没有口径", row.id()),
        format!("the indicator `{}` does not say what it counts", row.id()),
    );
    let hint = Text::new(
        "写`definition_zh = \"…\"`和`definition_en = \"…\"`",
        "write `definition_zh = \"…\"` and `definition_en = \"…\"`",
    );
    row.report_with_hint(Code::NoDefinition, message, hint);
}

fn check_numbers(row: &Table<'_>, formula: &Formula) {
    let Some(field) = row.optional("formula") else { return };
    let mut problems = Vec::new();
    unnamed(&formula.expression, &mut problems);
    field.report_inside(problems);
}

/// Collects every number that a parameter should stand for.
///
/// 0, 1 and 2 belong to the arithmetic; a calendar year compared with the year, and the
/// points of a curve, have to be literals.
fn unnamed(part: &Expression<Reference>, problems: &mut Vec<Problem>) {
    match &part.node {
        Node::Number { value, unit } if ![0.0, 1.0, 2.0].contains(value) => {
            problems.push(unnamed_number(part, *value, unit.as_ref()));
        }
        Node::Unary(_, operand) => unnamed(operand, problems),
        Node::Binary(operator, left, right) if !compares_time(*operator, left, right) => {
            unnamed(left, problems);
            unnamed(right, problems);
        }
        Node::If(parts) => parts.iter().for_each(|part| unnamed(part, problems)),
        Node::Call(Function::Interpolate, arguments) => unnamed(&arguments[0], problems),
        Node::Call(_, arguments) => arguments.iter().for_each(|part| unnamed(part, problems)),
        _ => {}
    }
}

fn compares_time(
    operator: BinaryOperator,
    left: &Expression<Reference>,
    right: &Expression<Reference>,
) -> bool {
    let time = |part: &Expression<Reference>| matches!(part.node, Node::Time | Node::Year);
    operator.is_comparison() && (time(left) || time(right))
}

fn unnamed_number(part: &Expression<Reference>, value: f64, unit: Option<&Unit>) -> Problem {
    let symbol = unit.map_or("1", Unit::symbol);
    let message = Text::new(
        format!("公式里的数`{value}`没有名称，也没有出处"),
        format!("the number `{value}` in the formula has neither name nor source"),
    );
    let row = format!(
        "… = {{ zh = \"…\", en = \"…\", unit = \"{symbol}\", value = {value}, class = \"J\", source = \"…\" }}"
    );
    let hint = Text::new(
        format!("在`[parameter]`里写`{row}`"),
        format!("write under `[parameter]`: `{row}`"),
    );
    Problem::new(Code::UnnamedNumber, part.span, message).hint(hint)
}
