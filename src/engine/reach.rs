//! Which variables a lever reaches, this year or through the past.

use crate::formula::{Expression, Node, Run};
use crate::model::{Model, Reference};
use crate::region::Region;

/// For each variable of the model: whether a lever can change it.
#[must_use]
pub fn levers_reach(model: &Model, region: &Region) -> Vec<bool> {
    let mut reached = vec![false; model.variables.len()];
    loop {
        let next: Vec<bool> = (0..model.variables.len())
            .map(|variable| reads_reached(&region.formula(model, variable).expression, &reached))
            .collect();
        if next == reached {
            return reached;
        }
        reached = next;
    }
}

fn reads_reached(expression: &Expression<Reference>, reached: &[bool]) -> bool {
    let changes = |name: &Reference| match name {
        Reference::Lever(_) | Reference::PolicyCost => true,
        Reference::Variable(variable) => reached[*variable],
        _ => false,
    };
    let mut found = false;
    expression.visit(&mut |part| {
        found |= match &part.node {
            Node::Name(name) | Node::Growth(name) => changes(name),
            // Not always 0 where no lever reaches: a bad number less itself is no number.
            Node::Run(run, _) => *run == Run::Extra,
            Node::Previous(series, _) | Node::SumToDate(series) => match series.run {
                None => changes(&series.name),
                Some(run) => run == Run::Extra,
            },
            _ => false,
        };
    });
    found
}
