//! Which of a region's figures a declaration is computed from.

use crate::formula::{Expression, Moment, OtherRun};
use crate::model::{Formula, Model, Reference, Start, VariableId};
use crate::region::Region;
use crate::sorted::Set;

/// Which figures count as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// All that the outlook reads, given or not. What enters only through what levers add is
    /// none of them.
    OfOutlook,
    /// Those that have to be given before anything can be computed, scenarios included: none
    /// that a default stands in for, but what the default is computed from.
    Needed,
}

/// Which of a variable's values is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// That of the base year.
    Base,
    /// Those of the simulated years.
    Later,
}

/// Ids of the figures that a declaration is computed from, sorted.
#[must_use]
pub fn figures_read(
    model: &Model,
    region: &Region,
    of: Reference,
    (reads, when): (Reads, When),
) -> Set<String> {
    let mut walk = Walk { model, region, reads, seen: Set::new(), figures: Set::new() };
    walk.reference(of, when);
    walk.figures
}

struct Walk<'m> {
    model: &'m Model,
    region: &'m Region,
    reads: Reads,
    seen: Set<(Reference, When)>,
    figures: Set<String>,
}

impl Walk<'_> {
    fn reference(&mut self, reference: Reference, when: When) {
        let model = self.model;
        // Only a variable has values of its own in the base year.
        let when = if matches!(reference, Reference::Variable(_)) { when } else { When::Base };
        if !self.seen.insert((reference, when)) {
            return;
        }
        match reference {
            Reference::Variable(variable) => self.variable(variable, when),
            Reference::Figure(figure) => {
                let declared = &model.figures[figure];
                // What the past tells, or the default in its place, is no figure to ask for.
                if declared.own_past.is_some() && !self.region.figures.contains_key(&declared.id) {
                    declared.default.iter().for_each(|default| self.formula(default, When::Base));
                    return;
                }
                self.figure(&declared.id, declared.default.as_ref());
            }
            Reference::Constant(constant) => {
                self.formula(&model.constants[constant].formula, When::Base);
            }
            Reference::Assumption(assumption) if self.reads == Reads::Needed => {
                if let Some(default) = &model.assumptions[assumption].default {
                    self.formula(default, When::Base);
                }
            }
            Reference::PolicyCost if self.reads == Reads::Needed => {
                for lever in &model.levers {
                    self.formula(&lever.cost, When::Later);
                }
            }
            Reference::Assumption(_)
            | Reference::PolicyCost
            | Reference::Parameter(_)
            | Reference::Shock(_)
            | Reference::Lever(_) => {}
        }
    }

    fn variable(&mut self, variable: VariableId, when: When) {
        let declared = &self.model.variables[variable];
        match (when, &declared.start) {
            (When::Base, Start::Region) => self.figure(&declared.id, declared.default.as_ref()),
            (When::Base, Start::Own(formula)) => self.formula(formula, When::Base),
            (When::Base, Start::None) => {}
            (When::Base, Start::Formula) | (When::Later, _) => {
                self.formula(self.region.formula(self.model, variable), when);
            }
        }
    }

    /// A default stands in for a figure that is needed and not given.
    fn figure(&mut self, id: &str, default: Option<&Formula>) {
        match default.filter(|_| self.reads == Reads::Needed) {
            Some(_) if self.region.figures.contains_key(id) => {}
            Some(default) => self.formula(default, When::Base),
            None => drop(self.figures.insert(id.to_owned())),
        }
    }

    fn formula(&mut self, formula: &Formula, when: When) {
        self.expression(&formula.expression, when);
    }

    fn expression(&mut self, expression: &Expression<Reference>, when: When) {
        let is_read = |run| self.reads == Reads::Needed || run != Some(OtherRun::Extra);
        let mut of = Vec::new();
        expression.visit_reads(&mut |read| match read.moment {
            _ if !is_read(read.run) => {}
            Moment::Now => of.push((read.name, when)),
            Moment::Base => of.push((read.name, When::Base)),
            // A value of several years: simulated ones and the base year's.
            Moment::Ago(_) | Moment::ToDate => {
                of.extend([(read.name, When::Base), (read.name, when)]);
            }
        });
        for (name, when) in of {
            self.reference(name, when);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;
    use crate::model;
    use crate::region;

    fn city() -> (Model, Region) {
        let text = include_str!("../../tests/cases/model.toml");
        let model = model::read(SourceFile { name: "model", text }).value.unwrap();
        let text = include_str!("../../tests/cases/region.toml");
        let region = region::read(SourceFile { name: "region", text }, &model).value.unwrap();
        (model, region)
    }

    #[test]
    fn an_intensity_reads_its_account() {
        let (model, region) = city();
        let of = model.reference("rd_intensity").unwrap();
        let read = |reads, when| figures_read(&model, &region, of, (reads, when));
        let base = read(Reads::OfOutlook, When::Base);
        assert_eq!(base.iter().map(String::as_str).collect::<Vec<_>>(), ["gdp", "rd"]);
        let later = read(Reads::OfOutlook, When::Later);
        assert!(base.iter().all(|id| later.contains(id)));
        assert!(read(Reads::Needed, When::Later).contains("gdp"));
    }
}
