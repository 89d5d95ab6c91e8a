//! 所需增速: what a target takes, and how often that has been done.
//!
//! A share says little by itself: 2.5 % of a growing GDP asks for so much R&D. So
//! a target's level is followed through the model's identities to the amounts
//! that it implies, with everything that is no indicator as the outlook expects it.

use crate::analysis::algebra::{Estimate, Outcome, Term, solve, terms};
use crate::analysis::expectation::{Expectation, base_value, figure};
use crate::analysis::reference_class::{Percentile, ReferenceClass, percentile, yearly_growth};
use crate::model::{Model, Reference, VariableId};
use crate::region::{Region, Target, TargetKind};
use crate::unit::Flavour;

/// What a target takes of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// The indicator: the target's own, or one that an identity ties to it.
    pub variable: VariableId,
    /// Its value in the target's year if the target is just met, base units.
    pub level: f64,
    /// Its value in the base year.
    pub base: f64,
    /// Years from the base year to the target's.
    pub years: u32,
    /// Yearly growth that leads there; for a share, yearly change, 0.01 is one 百分点.
    pub growth: f64,
    /// Where that stands among the city's own past.
    pub own: Option<Percentile>,
    /// Where that stands in the reference class.
    pub peers: Option<Percentile>,
}

/// What requirements are read from.
#[derive(Clone, Copy)]
pub(super) struct Grounds<'g> {
    pub(super) model: &'g Model,
    pub(super) region: &'g Region,
    pub(super) expectation: &'g Expectation,
    pub(super) class: &'g ReferenceClass,
}

impl Grounds<'_> {
    /// What the target takes: first its own indicator, then those that identities tie to it.
    pub(super) fn requirements(self, target: &Target) -> Vec<Requirement> {
        let level = target.variable.zip(self.level(target));
        let Some((variable, level)) = level else { return Vec::new() };
        let Some(t) = self.expectation.simulated(self.region, target.year) else {
            return Vec::new();
        };
        let implied = self.implied(variable, level, t);
        implied
            .into_iter()
            .filter_map(|(variable, level)| self.requirement(variable, level, t))
            .collect()
    }

    /// The indicator's value that just meets the target.
    fn level(self, target: &Target) -> Option<f64> {
        let variable = target.variable?;
        let t = self.expectation.simulated(self.region, target.year)?;
        let before = || {
            if t == 1 {
                return base_value(
                    self.model,
                    self.region,
                    self.expectation,
                    Reference::Variable(variable),
                );
            }
            self.expectation.summary(variable, t - 1).map(|before| before.p50)
        };
        match target.kind {
            TargetKind::Value => Some(target.floor),
            TargetKind::Growth if target.unit.flavour() == Flavour::Difference => {
                Some(before()? + target.floor)
            }
            TargetKind::Growth => Some(before()? * (1.0 + target.floor)),
            TargetKind::Increase => Some(before()? + target.floor),
            TargetKind::Relative => {
                let reference = self.model.variable(target.relative_to.as_ref()?)?;
                Some(self.expectation.summary(reference, t)?.p50 + target.floor)
            }
            TargetKind::Hold | TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule => None,
        }
    }

    /// Levels of indicators that follow from one, in the order of deduction.
    fn implied(self, variable: VariableId, level: f64, t: usize) -> Vec<(VariableId, f64)> {
        let mut found = vec![(variable, level)];
        loop {
            let next = self.model.identities.iter().find_map(|identity| {
                // Over more than a year, last year's value is no starting point.
                let readable = terms(&identity.equation)?;
                let is_tied = readable.iter().any(|term| is_level(&found, *term));
                if !is_tied || (t > 1 && readable.iter().any(|term| term.ago > 0)) {
                    return None;
                }
                let known = |term: Term| self.known(&found, term, t);
                match solve(&identity.equation, &known) {
                    Outcome::Solved(
                        Term { reference: Reference::Variable(new), ago: 0 },
                        value,
                    ) => Some((new, value.value)),
                    _ => None,
                }
            });
            match next {
                Some(next) => found.push(next),
                None => return found,
            }
        }
    }

    fn known(self, found: &[(VariableId, f64)], term: Term, t: usize) -> Option<Estimate> {
        let value = match term.reference {
            Reference::Figure(position) => figure(self.model, self.region, position),
            Reference::Variable(_) if term.ago as usize == t => {
                base_value(self.model, self.region, self.expectation, term.reference)
            }
            Reference::Variable(variable) => {
                let level = found.iter().find(|(known, _)| *known == variable && term.ago == 0);
                let is_open = self.model.variables[variable].direction.is_some() && term.ago == 0;
                let expected = || {
                    let year = t.checked_sub(term.ago as usize)?;
                    self.expectation.summary(variable, year).map(|summary| summary.p50)
                };
                level.map(|(_, level)| *level).or_else(|| if is_open { None } else { expected() })
            }
            _ => None,
        };
        value.map(Estimate::exact)
    }

    fn requirement(self, variable: VariableId, level: f64, t: usize) -> Option<Requirement> {
        let declared = &self.model.variables[variable];
        let base =
            base_value(self.model, self.region, self.expectation, Reference::Variable(variable))?;
        let years = t as u32;
        let is_rate = declared.unit.flavour() == Flavour::Rate;
        if !is_rate && (base <= 0.0 || level <= 0.0) {
            return None;
        }
        let change = |start: f64, end: f64, years: u32| {
            if is_rate {
                (end - start) / f64::from(years)
            } else {
                yearly_growth(start, end, years)
            }
        };
        let growth = change(base, level, years);
        let peers =
            if is_rate { None } else { self.class.percentile(&declared.id, base, years, growth) };
        let own = percentile(&self.own_history(&declared.id, base, &change), growth);
        Some(Requirement { variable, level, base, years, growth, own, peers })
    }

    /// Yearly changes between the years that are known, the base year last.
    fn own_history(self, id: &str, base: f64, change: &dyn Fn(f64, f64, u32) -> f64) -> Vec<f64> {
        let history = self.region.history.get(id).into_iter().flatten();
        let known = history.map(|value| (value.year, value.datum.value));
        let known: Vec<(i32, f64)> = known.chain([(self.region.base_year, base)]).collect();
        let spells = known.windows(2).filter(|spell| spell[1].0 > spell[0].0 && spell[0].1 > 0.0);
        spells
            .map(|spell| change(spell[0].1, spell[1].1, spell[1].0.abs_diff(spell[0].0)))
            .collect()
    }
}

fn is_level(found: &[(VariableId, f64)], term: Term) -> bool {
    let tied = found.iter().any(|(known, _)| term.reference == Reference::Variable(*known));
    tied && term.ago == 0
}
