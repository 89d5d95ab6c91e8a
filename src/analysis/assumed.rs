//! Which figures of the region an outlook rests on, and which of them are assumed.

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
    let mut figures = figures_behind(model, region, variable);
    figures.retain(|id| is_assumed(region, id));
    figures
}

/// Ids of all figures of the region that a variable's outlook is computed from, sorted; also
/// those that the region does not give and the model has a default for.
#[must_use]
pub fn figures_behind(model: &Model, region: &Region, variable: usize) -> Vec<String> {
    let variable = Reference::Variable(variable);
    figures_of(model, region, variable, When::Later).into_iter().collect()
}

/// The figures that a declaration's outlook is computed from and that nobody has found yet.
pub(super) fn assumed_behind(model: &Model, region: &Region, of: Reference) -> Vec<Reference> {
    let figures = figures_of(model, region, of, When::Later);
    let assumed = figures.iter().filter(|id| is_assumed(region, id));
    assumed.filter_map(|id| model.reference(id)).collect()
}

fn figures_of(model: &Model, region: &Region, of: Reference, when: When) -> BTreeSet<String> {
    let mut walk = Walk { model, region, seen: BTreeSet::new(), figures: BTreeSet::new() };
    walk.reference(of, when);
    walk.figures
}

/// Whether nobody has found the figure: the region says so, or takes the model's default.
fn is_assumed(region: &Region, id: &str) -> bool {
    region.figures.get(id).is_none_or(|datum| datum.provenance == Provenance::Assumed)
}

/// The weakest provenance among the figures that a base-year value is computed from; a figure
/// that the region does not give is assumed.
pub(super) fn weakest_provenance(model: &Model, region: &Region, of: Reference) -> Provenance {
    let figures = figures_of(model, region, of, When::Base);
    let provenance =
        |id: &String| region.figures.get(id).map_or(Provenance::Assumed, |datum| datum.provenance);
    figures.iter().map(provenance).max().unwrap_or(Provenance::Document)
}

/// Which of a variable's values is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Base,
    Later,
}

struct Walk<'m> {
    model: &'m Model,
    region: &'m Region,
    seen: BTreeSet<(Reference, When)>,
    figures: BTreeSet<String>,
}

impl Walk<'_> {
    fn variable(&mut self, variable: usize, when: When) {
        if !self.seen.insert((Reference::Variable(variable), when)) {
            return;
        }
        let declared = &self.model.variables[variable];
        match (when, &declared.start) {
            (When::Base, Start::Region) => self.figure(&declared.id),
            (When::Base, Start::Own(formula)) => self.expression(&formula.expression, When::Base),
            (When::Base, Start::None) => {}
            (When::Base, Start::Formula) | (When::Later, _) => {
                let formula = self.region.formula(self.model, variable);
                self.expression(&formula.expression, when);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<Reference>, when: When) {
        expression.visit(&mut |part| match &part.node {
            Node::Name(name) | Node::Run(Run::Outlook, name) => self.reference(*name, when),
            Node::Start(name) => self.reference(*name, When::Base),
            Node::Growth(name) => self.over_time(*name, when),
            Node::Previous(series, _) | Node::SumToDate(series)
                if series.run != Some(Run::Extra) =>
            {
                self.over_time(series.name, when);
            }
            _ => {}
        });
    }

    /// A value of several years: simulated ones and the base year's.
    fn over_time(&mut self, name: Reference, when: When) {
        self.reference(name, When::Base);
        self.reference(name, when);
    }

    fn reference(&mut self, reference: Reference, when: When) {
        match reference {
            Reference::Variable(variable) => self.variable(variable, when),
            Reference::Figure(figure) => {
                if self.seen.insert((reference, When::Base)) {
                    let declared = &self.model.figures[figure];
                    self.figure(&declared.id);
                }
            }
            Reference::Constant(constant) => {
                if self.seen.insert((reference, When::Base)) {
                    self.expression(&self.model.constants[constant].formula.expression, When::Base);
                }
            }
            Reference::Assumption(_)
            | Reference::Parameter(_)
            | Reference::Shock(_)
            | Reference::Lever(_)
            | Reference::PolicyCost => {}
        }
    }

    fn figure(&mut self, id: &str) {
        self.figures.insert(id.to_owned());
    }
}
