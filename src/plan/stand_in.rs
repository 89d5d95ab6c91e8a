//! What the model takes where the region gives nothing.

use crate::formula::{BinaryOperator, Expression, Node, Years};
use crate::model::{Formula, Model, Reference};
use crate::region::Region;
use crate::sampling::Distribution;
use crate::unit::InUnit;

/// The value of a default in base units, where numbers, figures, constants and parameters that
/// are sure give it by the four operations, and whatever the base year decides.
#[must_use]
pub fn stand_in(model: &Model, region: &Region, default: &Formula) -> Option<f64> {
    value(model, region, &default.expression)
}

// Nothing leads back to itself: the reader refuses circles.
fn value(model: &Model, region: &Region, expression: &Expression<Reference>) -> Option<f64> {
    match &expression.node {
        Node::If(parts) => {
            let years = Years { t: 0..=0, base_year: Some(region.base_year) };
            let taken = if parts[0].decided(&years)? { 1 } else { 2 };
            value(model, region, &parts[taken])
        }
        Node::Number { value, unit } => {
            Some(unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value))))
        }
        Node::Name(Reference::Figure(figure)) => {
            let declared = &model.figures[*figure];
            let given = region.figures.get(&declared.id).map(|datum| datum.value);
            let given = given.or_else(|| region.from_own_past(declared));
            given.or_else(|| stand_in(model, region, declared.default.as_ref()?))
        }
        Node::Name(Reference::Constant(constant)) => {
            stand_in(model, region, &model.constants[*constant].formula)
        }
        Node::Name(Reference::Parameter(parameter)) => {
            match model.parameters[*parameter].known_in(region.base_year) {
                Distribution::Fixed(value) => Some(value),
                _ => None,
            }
        }
        Node::Binary(operator, left, right) => {
            let (left, right) = (value(model, region, left)?, value(model, region, right)?);
            match operator {
                BinaryOperator::Add => Some(left + right),
                BinaryOperator::Subtract => Some(left - right),
                BinaryOperator::Multiply => Some(left * right),
                BinaryOperator::Divide => Some(left / right),
                _ => None,
            }
        }
        _ => None,
    }
}
