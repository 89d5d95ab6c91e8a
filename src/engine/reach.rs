//! Which variables a lever reaches, this year or through the past.

use typed_index_collections::{TiSlice, TiVec};

use crate::formula::{Expression, Moment, OtherRun};
use crate::model::{Model, Reference, VariableId};
use crate::region::Region;

/// For each variable of the model: whether a lever can change it.
#[must_use]
pub fn levers_reach(model: &Model, region: &Region) -> TiVec<VariableId, bool> {
    let mut reached: TiVec<VariableId, bool> = model.variables.iter().map(|_| false).collect();
    loop {
        let next: TiVec<VariableId, bool> = model
            .variables
            .keys()
            .map(|variable| reads_reached(&region.formula(model, variable).expression, &reached))
            .collect();
        if next == reached {
            return reached;
        }
        reached = next;
    }
}

fn reads_reached(expression: &Expression<Reference>, reached: &TiSlice<VariableId, bool>) -> bool {
    let changes = |name| match name {
        Reference::Lever(_) | Reference::PolicyCost => true,
        Reference::Variable(variable) => reached[variable],
        _ => false,
    };
    let mut found = false;
    expression.visit_reads(&mut |read| {
        found |= match (read.run, read.moment) {
            // Not always 0 where no lever reaches: a bad number less itself is no number.
            (Some(run), _) => run == OtherRun::Extra,
            // No lever is set in the base year.
            (None, Moment::Base) => false,
            (None, Moment::Now | Moment::Ago(_) | Moment::ToDate) => changes(read.name),
        };
    });
    found
}
