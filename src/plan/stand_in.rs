//! What the model takes where the region gives nothing.

use crate::formula::Node;
use crate::model::{Formula, Model, Reference};
use crate::region::Region;
use crate::unit::InUnit;

/// The value of a default in base units, where it is a number or the value of a figure.
#[must_use]
pub fn stand_in(model: &Model, region: &Region, default: &Formula) -> Option<f64> {
    match &default.expression.node {
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
