//! What the model takes where the region gives nothing.

use crate::formula::{Expression, Node, Years};
use crate::model::{Formula, Model, Reference};
use crate::region::Region;
use crate::unit::InUnit;

/// The value of a default in base units, where it is a number or the value of a figure, whatever the base year decides.
#[must_use]
pub fn stand_in(model: &Model, region: &Region, default: &Formula) -> Option<f64> {
    value(model, region, &default.expression)
}

fn value(model: &Model, region: &Region, default: &Expression<Reference>) -> Option<f64> {
    match &default.node {
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
            // A default cannot lead back to itself: the reader refuses circles.
            given.or_else(|| stand_in(model, region, declared.default.as_ref()?))
        }
        _ => None,
    }
}
