//! Which assumed figures an outlook rests on.

use std::collections::BTreeSet;

use crate::formula::{Expression, Node, Run};
use crate::model::{Model, Reference, Start};
use crate::region::{Provenance, Region};

/// Ids of the region's figures that a variable's outlook is computed from and
/// that nobody has found yet, sorted.
///
/// The outlook is what counts: a figure that enters only through what levers add
/// does not make today's verdict doubtful.
pub(super) fn assumed_figures(model: &Model, region: &Region, variable: usize) -> Vec<String> {
    let mut walk = Walk { model, region, seen: BTreeSet::new(), assumed: BTreeSet::new() };
    walk.variable(variable, false);
    walk.assumed.into_iter().collect()
}

/// The weakest provenance among the figures that a base-year value is computed from.
pub(super) fn weakest_provenance(model: &Model, region: &Region, variable: usize) -> Provenance {
    let mut walk = Walk { model, region, seen: BTreeSet::new(), assumed: BTreeSet::new() };
    walk.variable(variable, true);
    let read = walk.seen.iter().filter_map(|(reference, _)| {
        let id = match reference {
            Reference::Figure(figure) => &model.figures[*figure].id,
            Reference::Variable(variable) => &model.variables[*variable].id,
            _ => return None,
        };
        region.figures.get(id).map(|datum| datum.provenance)
    });
    read.max().unwrap_or(Provenance::Document)
}

struct Walk<'m> {
    model: &'m Model,
    region: &'m Region,
    /// Reference, and whether its base-year value was asked for.
    seen: BTreeSet<(Reference, bool)>,
    assumed: BTreeSet<String>,
}

impl Walk<'_> {
    fn variable(&mut self, variable: usize, base: bool) {
        if !self.seen.insert((Reference::Variable(variable), base)) {
            return;
        }
        let declared = &self.model.variables[variable];
        match (base, &declared.start) {
            (true, Start::Region) => self.figure(&declared.id, false),
            (true, Start::Own(formula)) => self.expression(&formula.expression, true),
            (true, Start::None) => {}
            (true, Start::Formula) | (false, _) => {
                self.expression(&declared.formula.expression, base)
            }
        }
    }

    fn expression(&mut self, expression: &Expression<Reference>, base: bool) {
        expression.visit(&mut |part| match &part.node {
            Node::Name(name) | Node::Run(Run::Outlook, name) => self.reference(*name, base),
            Node::Start(name) => self.reference(*name, true),
            Node::Growth(name) => self.over_time(*name, base),
            Node::Previous(series, _) | Node::SumToDate(series)
                if series.run != Some(Run::Extra) =>
            {
                self.over_time(series.name, base);
            }
            _ => {}
        });
    }

    /// A value of several years: simulated ones and the base year's.
    fn over_time(&mut self, name: Reference, base: bool) {
        self.reference(name, true);
        self.reference(name, base);
    }

    fn reference(&mut self, reference: Reference, base: bool) {
        match reference {
            Reference::Variable(variable) => self.variable(variable, base),
            Reference::Figure(figure) => {
                if self.seen.insert((reference, true)) {
                    let declared = &self.model.figures[figure];
                    self.figure(&declared.id, declared.default.is_some());
                }
            }
            Reference::Constant(constant) => {
                if self.seen.insert((reference, true)) {
                    self.expression(&self.model.constants[constant].formula.expression, true);
                }
            }
            Reference::Assumption(_)
            | Reference::Parameter(_)
            | Reference::Shock(_)
            | Reference::Lever(_)
            | Reference::PolicyCost => {}
        }
    }

    fn figure(&mut self, id: &str, has_default: bool) {
        let assumed = match self.region.figures.get(id) {
            Some(datum) => datum.provenance == Provenance::Assumed,
            None => has_default,
        };
        if assumed {
            self.assumed.insert(id.to_owned());
        }
    }
}
