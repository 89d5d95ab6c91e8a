//! Composite indices: weighted items that stand for a formula.

use typed_index_collections::TiSlice;

use crate::diagnostic::{Code, Span, nearest};
use crate::document::{Table, Value};
use crate::formula::{self, BinaryOperator, Expression, Function, Node, Quantity};
use crate::limits;
use crate::locale::Text;
use crate::model::{Formula, Reference, VariableId};
use crate::unit::{InUnit, Unit, UnitTable};

/// What a composite index is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The variable that it is, by position.
    pub variable: VariableId,
    /// What is weighed.
    pub items: Vec<IndexItem>,
}

/// One item of an index.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexItem {
    /// Position of the variable that is measured.
    pub of: VariableId,
    /// Value that earns all points, in `unit`.
    pub goal: InUnit,
    /// Of the goal.
    pub unit: Unit,
    /// Points of 100.
    pub weight: f64,
    /// Whether less is better: the ratio is turned round.
    pub less: bool,
}

/// What the items' names and units mean.
pub(crate) struct Context<'c> {
    pub(crate) units: &'c UnitTable,
    /// Ids of all variables, by position.
    pub(crate) ids: &'c TiSlice<VariableId, &'c str>,
    /// What a variable measures, if its unit could be read.
    pub(crate) quantity: &'c dyn Fn(VariableId) -> Option<Quantity>,
}

/// Reads the field `items`; reports what is wrong with them.
pub(crate) fn items(table: &Table<'_>, context: &Context<'_>) -> Vec<IndexItem> {
    let Some(field) = table.required("items") else { return Vec::new() };
    let rows = field.list().unwrap_or_default();
    if rows.len() > limits::INDEX_ITEMS {
        let limit = limits::INDEX_ITEMS;
        let message =
            Text::new(format!("指数超过{limit}项"), format!("an index has at most {limit} items"));
        field.report(Code::TooLong, message);
        return Vec::new();
    }
    let items: Vec<IndexItem> =
        rows.into_iter().filter_map(|row| item(&row.table("items")?, context)).collect();
    let sum: f64 = items.iter().map(|item| item.weight).sum();
    // Weights are decimals: a hair above 100 is rounding.
    if sum > 100.0 + 1e-9 {
        let message = Text::new(
            format!("权重合计{sum}，超过100分"),
            format!("the weights sum to {sum}, above 100 points"),
        );
        field.report(Code::Weights, message);
    }
    items
}

fn item(row: &Table<'_>, context: &Context<'_>) -> Option<IndexItem> {
    row.only(&["of", "goal", "weight", "less"]);
    let of = row.required("of").and_then(|field| variable(field, context));
    let goal = row.required("goal").and_then(|field| goal(field, of, context));
    let weight = row.required("weight").and_then(weight);
    let less = row.optional("less").and_then(Value::flag).unwrap_or(false);
    let (goal, unit) = goal?;
    Some(IndexItem { of: of?, goal, unit, weight: weight?, less })
}

fn variable(field: Value<'_>, context: &Context<'_>) -> Option<VariableId> {
    let id = field.string()?;
    let found = context.ids.position(|known| *known == id);
    if found.is_none() {
        let message = Text::new(format!("没有变量`{id}`"), format!("there is no variable `{id}`"));
        let near = nearest(&id, context.ids.iter().copied());
        field.report_unknown(Code::UnknownName, message, near);
    }
    found
}

/// A positive number with the unit of what is measured.
fn goal(field: Value<'_>, of: Option<VariableId>, context: &Context<'_>) -> Option<(InUnit, Unit)> {
    let text = field.string()?;
    let tree = match formula::parse(&text, context.units) {
        Ok(tree) => tree,
        Err(problems) => {
            field.report_inside(problems);
            return None;
        }
    };
    let (value, unit) = match tree.node {
        Node::Number { value, unit } if value > 0.0 => (value, unit.unwrap_or_else(Unit::pure)),
        _ => {
            let message = Text::new(
                "目标值须是带单位的正数，如`2.5 %`",
                "the goal is a positive number with its unit, such as `2.5 %`",
            );
            field.report(Code::WrongType, message);
            return None;
        }
    };
    let expected = of.and_then(context.quantity);
    if let Some(expected) = expected.filter(|quantity| quantity.dimension != *unit.dimension()) {
        let found = Quantity::of(&unit);
        let message = Text::new(
            format!("指标的单位是`{expected}`，目标值的单位是`{found}`"),
            format!("the indicator is measured in `{expected}`, the goal in `{found}`"),
        );
        field.report(Code::UnitMismatch, message);
    }
    Some((InUnit(value), unit))
}

fn weight(field: Value<'_>) -> Option<f64> {
    let weight = field.number()?;
    if weight > 0.0 {
        return Some(weight);
    }
    let message = Text::new("权重须大于0", "a weight must exceed 0");
    field.report(Code::Weights, message);
    None
}

/// `start(index) + Σ weight * (min(of/goal, 1) − min(start(of)/goal, 1))`.
pub(crate) fn index_formula(
    variable: VariableId,
    items: &[IndexItem],
    ids: &TiSlice<VariableId, &str>,
) -> Formula {
    let start = part(Node::Start(Reference::Variable(variable)));
    let expression = items.iter().fold(start, |sum, item| {
        let of = Reference::Variable(item.of);
        let now = item.earned(Node::Name(of));
        let then = item.earned(Node::Start(of));
        let gained = binary(BinaryOperator::Subtract, now, then);
        let weight = part(Node::Number { value: item.weight, unit: None });
        let points = binary(BinaryOperator::Multiply, weight, gained);
        binary(BinaryOperator::Add, sum, points)
    });
    let name = |reference: &Reference| match reference {
        Reference::Variable(variable) => ids.get(*variable).copied().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    Formula { text: formula::print(&expression, &name), expression }
}

impl IndexItem {
    /// Share of the points that a value earns.
    fn earned(&self, value: Node<Reference>) -> Expression<Reference> {
        let goal = part(Node::Number { value: self.goal.0, unit: Some(self.unit.clone()) });
        let value = part(value);
        let (above, below) = if self.less { (goal, value) } else { (value, goal) };
        let ratio = binary(BinaryOperator::Divide, above, below);
        let one = part(Node::Number { value: 1.0, unit: None });
        part(Node::Call(Function::Min, vec![ratio, one]))
    }
}

fn part(node: Node<Reference>) -> Expression<Reference> {
    Expression { node, span: Span::default() }
}

fn binary(
    operator: BinaryOperator,
    left: Expression<Reference>,
    right: Expression<Reference>,
) -> Expression<Reference> {
    part(Node::Binary(operator, Box::new(left), Box::new(right)))
}
