//! Which of the region's figures a variable's projection is computed from.

use std::collections::BTreeSet;

use crate::formula::{Expression, Node};
use crate::model::{Model, Reference, Start};
use crate::region::Region;

/// Ids of the figures that the variable needs and no default stands in for, given or not.
pub(super) fn figures_needed(model: &Model, region: &Region, variable: usize) -> BTreeSet<String> {
    let mut walk = Walk { model, region, seen: BTreeSet::new(), needed: BTreeSet::new() };
    walk.variable(variable, When::Later);
    walk.needed
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
    needed: BTreeSet<String>,
}

impl Walk<'_> {
    fn variable(&mut self, variable: usize, when: When) {
        if !self.seen.insert((Reference::Variable(variable), when)) {
            return;
        }
        let declared = &self.model.variables[variable];
        match (when, &declared.start) {
            (When::Base, Start::Region) => drop(self.needed.insert(declared.id.clone())),
            (When::Base, Start::Own(formula)) => self.expression(&formula.expression, When::Base),
            (When::Base, Start::None) => {}
            (When::Base, Start::Formula) | (When::Later, _) => {
                self.expression(&self.region.formula(self.model, variable).expression, when);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<Reference>, when: When) {
        expression.visit(&mut |part| match &part.node {
            Node::Name(name) | Node::Run(_, name) => self.reference(*name, when),
            Node::Start(name) => self.reference(*name, When::Base),
            Node::Growth(name) => self.over_time(*name, when),
            Node::Previous(series, _) | Node::SumToDate(series) => {
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
            Reference::Figure(figure) => self.figure(figure),
            Reference::Constant(constant) => {
                if self.seen.insert((reference, When::Base)) {
                    self.expression(&self.model.constants[constant].formula.expression, When::Base);
                }
            }
            Reference::Assumption(assumption) => {
                if self.seen.insert((reference, When::Base))
                    && let Some(default) = &self.model.assumptions[assumption].default
                {
                    self.expression(&default.expression, When::Base);
                }
            }
            Reference::PolicyCost => self.costs(),
            Reference::Lever(_) | Reference::Parameter(_) | Reference::Shock(_) => {}
        }
    }

    /// A figure with a default needs what the default is computed from, unless it is given.
    fn figure(&mut self, figure: usize) {
        if !self.seen.insert((Reference::Figure(figure), When::Base)) {
            return;
        }
        let declared = &self.model.figures[figure];
        match &declared.default {
            Some(default) if !self.region.figures.contains_key(&declared.id) => {
                self.expression(&default.expression, When::Base);
            }
            Some(_) => {}
            None => drop(self.needed.insert(declared.id.clone())),
        }
    }

    /// What the levers cost.
    fn costs(&mut self) {
        if self.seen.insert((Reference::PolicyCost, When::Later)) {
            for lever in &self.model.levers {
                self.expression(&lever.cost.expression, When::Later);
            }
        }
    }
}
