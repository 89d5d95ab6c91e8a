//! What is missing for a value: found before any draw, year by year.
//!
//! A year reads its own values and those of years before, so the search ends; what it
//! found is remembered.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use crate::engine::output::Output;
use crate::engine::reach::levers_reach;
use crate::engine::stage::Stage;
use crate::formula::{Expression, Moment, OtherRun, Read, Years};
use crate::model::{CostKind, Formula, Model, Reference, Start, VariableId};
use crate::region::Region;
use crate::sorted::Set;

/// Ids of what is missing, with the year where only that year's value is.
pub(super) type Missing = Set<String>;

/// Searches a model for what a region does not give.
pub(super) struct Availability<'m> {
    model: &'m Model,
    region: &'m Region,
    /// Whether a lever reaches the variable.
    reached: TiVec<VariableId, bool>,
    known: BTreeMap<(Stage, Reference, u32), Missing>,
}

impl<'m> Availability<'m> {
    pub(super) fn new(model: &'m Model, region: &'m Region) -> Self {
        Self { model, region, reached: levers_reach(model, region), known: BTreeMap::new() }
    }

    /// What an output lacks, by simulated year from the first.
    pub(super) fn missing(&mut self, output: Output) -> Vec<Missing> {
        // Upwards: what a year reads of the years before is then known.
        (1..=self.model.horizon).map(|t| self.missing_in(output, t)).collect()
    }

    fn missing_in(&mut self, output: Output, t: u32) -> Missing {
        let mut missing = Missing::new();
        match output {
            Output::Scenario(variable) => {
                self.read(Stage::Scenario, Reference::Variable(variable), t, &mut missing);
            }
            Output::Outlook(variable) => {
                self.read(Stage::Outlook, Reference::Variable(variable), t, &mut missing);
            }
            Output::Cost => {
                self.read(Stage::Scenario, Reference::PolicyCost, t, &mut missing);
            }
            Output::LeverCost(lever) => {
                let cost = &self.model.levers[lever].cost;
                self.formula(Stage::Scenario, cost, t, &mut missing);
            }
        }
        missing
    }

    /// Whether nothing is missing for a variable in the base year.
    pub(super) fn has_base_value(&mut self, variable: VariableId) -> bool {
        let mut missing = Missing::new();
        self.read(Stage::Base, Reference::Variable(variable), 0, &mut missing);
        missing.is_empty()
    }

    /// Adds what a value lacks in the year `t`.
    fn read(&mut self, stage: Stage, reference: Reference, t: u32, missing: &mut Missing) {
        let stage = if t == 0 { Stage::Base } else { self.effective(stage, reference) };
        let key = (stage, reference, t);
        if let Some(known) = self.known.get(&key) {
            missing.extend(known.iter().cloned());
            return;
        }
        let mut found = Missing::new();
        self.search(stage, reference, t, &mut found);
        missing.extend(found.iter().cloned());
        self.known.insert(key, found);
    }

    /// What no lever reaches is the same in the scenario.
    fn effective(&self, stage: Stage, reference: Reference) -> Stage {
        match reference {
            Reference::Variable(variable) if self.reached[variable] => stage,
            Reference::PolicyCost => stage,
            _ => stage.min(Stage::Outlook),
        }
    }

    fn search(&mut self, stage: Stage, reference: Reference, t: u32, missing: &mut Missing) {
        let model = self.model;
        match reference {
            Reference::Shock(shock) if t == 0 => {
                missing.insert(model.shocks[shock].id.clone());
            }
            Reference::Constant(constant) => {
                self.formula(Stage::Base, &model.constants[constant].formula, 0, missing);
            }
            Reference::Figure(figure) => {
                let declared = &model.figures[figure];
                self.figure(&declared.id, declared.default.as_ref(), missing);
            }
            Reference::Assumption(assumption) => {
                self.assumption(assumption, self.region.base_year + t as i32, missing);
            }
            Reference::PolicyCost if stage == Stage::Scenario => {
                for lever in model.levers_that_cost(CostKind::Cash) {
                    self.formula(stage, &model.levers[lever].cost, t, missing);
                }
            }
            Reference::Variable(variable) => self.variable(stage, variable, t, missing),
            Reference::Parameter(_)
            | Reference::Lever(_)
            | Reference::Shock(_)
            | Reference::PolicyCost => {}
        }
    }

    fn variable(&mut self, stage: Stage, variable: VariableId, t: u32, missing: &mut Missing) {
        let declared = &self.model.variables[variable];
        match (t, &declared.start) {
            (0, Start::Own(formula)) => self.formula(Stage::Base, formula, 0, missing),
            (0, Start::Region) => self.figure(&declared.id, declared.default.as_ref(), missing),
            (0, Start::None) => {
                missing.insert(declared.id.clone());
            }
            _ => self.formula(stage, self.region.formula(self.model, variable), t, missing),
        }
    }

    fn figure(&mut self, id: &str, default: Option<&Formula>, missing: &mut Missing) {
        match default {
            _ if self.region.figures.contains_key(id) => {}
            Some(default) => self.formula(Stage::Base, default, 0, missing),
            None => {
                missing.insert(id.to_owned());
            }
        }
    }

    fn assumption(&mut self, assumption: usize, year: i32, missing: &mut Missing) {
        let declared = &self.model.assumptions[assumption];
        let path = self.region.assumptions.get(&declared.id);
        match (path, &declared.default) {
            (Some(path), _) if path.by_year.contains_key(&year) => {}
            (_, Some(default)) => self.formula(Stage::Base, default, 0, missing),
            (Some(_), None) => {
                missing.insert(format!("{} {year}", declared.id));
            }
            (None, None) => {
                missing.insert(declared.id.clone());
            }
        }
    }

    fn formula(&mut self, stage: Stage, formula: &Formula, t: u32, missing: &mut Missing) {
        self.expression(stage, &formula.expression, t, missing);
    }

    fn expression(
        &mut self,
        stage: Stage,
        expression: &Expression<Reference>,
        t: u32,
        missing: &mut Missing,
    ) {
        let years = Years { t: t..=t, base_year: Some(self.region.base_year) };
        expression.visit_reads_in(&years, &mut |Read { name, run, moment }| {
            for stage in stages(run, stage) {
                match moment {
                    Moment::Now => self.read(*stage, name, t, missing),
                    Moment::Base => self.read(Stage::Base, name, 0, missing),
                    Moment::Ago(ago) => self.before(*stage, name, t, ago, missing),
                    Moment::ToDate => {
                        (1..=t).for_each(|t| self.read(*stage, name, t, missing));
                    }
                }
            }
        });
    }

    /// Adds what a value lacks `ago` years before the year `t`.
    fn before(
        &mut self,
        stage: Stage,
        reference: Reference,
        t: u32,
        ago: u32,
        missing: &mut Missing,
    ) {
        if let Some(t) = t.checked_sub(ago) {
            return self.read(stage, reference, t, missing);
        }
        let year = self.region.base_year + t as i32 - ago as i32;
        let id = self.model.id_of(reference);
        match reference {
            Reference::Variable(_) if self.region.value_of(id, year).is_some() => {}
            Reference::Variable(_) | Reference::Shock(_) => {
                missing.insert(format!("{id} {year}"));
            }
            Reference::Assumption(assumption) => self.assumption(assumption, year, missing),
            _ => self.read(stage, reference, 0, missing),
        }
    }
}

/// The runs whose values are read.
fn stages(run: Option<OtherRun>, stage: Stage) -> &'static [Stage] {
    use Stage::{Base, Outlook, Scenario};
    match (run, stage) {
        (Some(OtherRun::Extra), Scenario) => &[Scenario, Outlook],
        (Some(OtherRun::Extra), _) => &[],
        (_, Base) => &[Base],
        (None, Scenario) => &[Scenario],
        (_, Outlook) | (Some(OtherRun::Outlook), Scenario) => &[Outlook],
    }
}
