//! Where a value that is no number comes from.
//!
//! From the bad value back: as long as a formula reads a bad value, that one is looked at
//! instead. What is left is the first formula that made a bad value from good ones.

use crate::engine::case::Case;
use crate::engine::draws::Draws;
use crate::engine::ensemble::Ensemble;
use crate::engine::program::Program;
use crate::engine::stage::Stage;
use crate::formula::{self, Expression, Moment, OtherRun, Years};
use crate::model::{Formula, Model, Reference, Start, VariableId};
use crate::plan::Settings;
use crate::region::Region;

/// The first value on the way to a bad one that is not finite.
#[derive(Clone, Debug, PartialEq)]
pub struct BadValueOrigin {
    /// Position of the variable in the model.
    pub variable: VariableId,
    /// Whether all levers are at present there.
    pub is_outlook: bool,
    /// Calendar year.
    pub year: i32,
    /// Not finite.
    pub value: f64,
    /// What its formula reads, in the order of the formula.
    pub reads: Vec<ReadValue>,
}

/// A value that a formula reads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadValue {
    /// Of what.
    pub name: Reference,
    /// Whether all levers are at present there.
    pub is_outlook: bool,
    /// Calendar year.
    pub year: i32,
    /// In base units.
    pub value: f64,
}

/// A value that a run computes: run, what and years since the base year.
type Place = (Stage, Reference, i32);

impl Program {
    /// Why a variable has no finite value in year `t` (0 is the base year) of a draw of this
    /// program's `draws`, in a case and under `settings`; `None` if it has one, or where figures are missing.
    #[must_use]
    pub fn origin(
        &self,
        (model, region): (&Model, &Region),
        (draws, draw): (&Draws, usize),
        (case, settings): (&Case, &Settings),
        (variable, t): (VariableId, u32),
    ) -> Option<BadValueOrigin> {
        let wanted: Vec<Reference> = model.references().collect();
        let all = Program::compile_declarations(case, (model, region), &wanted);
        let run = all.run(&draws.one(self, draw, &all), settings);
        let search = Search { model, region, wanted, run };
        search.back(variable, t as i32)
    }
}

struct Search<'m> {
    model: &'m Model,
    region: &'m Region,
    /// All that a formula can name.
    wanted: Vec<Reference>,
    /// One draw of all that is wanted.
    run: Ensemble,
}

impl Search<'_> {
    fn back(&self, mut variable: VariableId, mut t: i32) -> Option<BadValueOrigin> {
        let mut stage = Stage::Scenario;
        if self.value((stage, Reference::Variable(variable), t))?.is_finite() {
            return None;
        }
        loop {
            let reads = self.reads(stage, variable, t);
            let bad = reads.iter().find_map(|place| match place {
                (stage, Reference::Variable(variable), t) => {
                    let value = self.value(*place)?;
                    (!value.is_finite()).then_some((*stage, *variable, *t))
                }
                _ => None,
            });
            match bad {
                Some(next) => (stage, variable, t) = next,
                None => return self.origin((stage, variable, t), &reads),
            }
        }
    }

    fn origin(
        &self,
        (stage, variable, t): (Stage, VariableId, i32),
        reads: &[Place],
    ) -> Option<BadValueOrigin> {
        let read = |place: &Place| {
            let (stage, name, t) = *place;
            let value = self.value(*place)?;
            let year = self.region.base_year + t;
            Some(ReadValue { name, is_outlook: stage == Stage::Outlook, year, value })
        };
        Some(BadValueOrigin {
            variable,
            is_outlook: stage == Stage::Outlook,
            year: self.region.base_year + t,
            value: self.value((stage, Reference::Variable(variable), t))?,
            reads: reads.iter().filter_map(read).collect(),
        })
    }

    /// `None` where a figure is missing.
    fn value(&self, (stage, name, t): Place) -> Option<f64> {
        let Ok(t) = usize::try_from(t) else {
            return self.region.value_of(self.model.id_of(name), self.region.base_year + t);
        };
        let position = self.wanted.iter().position(|wanted| *wanted == name)?;
        let output = 2 * position + usize::from(stage == Stage::Outlook);
        self.run.values(output, t)?.first().copied()
    }

    /// What the formula of a variable reads in a year.
    fn reads(&self, stage: Stage, variable: VariableId, t: i32) -> Vec<Place> {
        let mut reads = Vec::new();
        if let Some(formula) = self.formula(variable, t) {
            let year = t as u32;
            let years = Years { t: year..=year, base_year: Some(self.region.base_year) };
            let mut see = |part: &Expression<Reference>| collect(part, stage, t, &mut reads);
            formula.expression.visit_read(&years, &mut see);
        }
        reads
    }

    fn formula(&self, variable: VariableId, t: i32) -> Option<&Formula> {
        let declared = &self.model.variables[variable];
        match (t, &declared.start) {
            (1.., _) | (0, Start::Formula) => Some(self.region.formula(self.model, variable)),
            (0, Start::Own(formula)) => Some(formula),
            _ => None,
        }
    }
}

/// Adds what one part of a formula reads.
fn collect(part: &Expression<Reference>, stage: Stage, t: i32, reads: &mut Vec<Place>) {
    // Growth reads two years; the earlier is looked at first.
    for formula::Read { name, run, moment } in part.own_reads().rev() {
        let years = match moment {
            Moment::Now => t..=t,
            Moment::Base => 0..=0,
            Moment::Ago(ago) => t - ago as i32..=t - ago as i32,
            Moment::ToDate => 1..=t,
        };
        let stages: &[Stage] = match run {
            None => &[stage],
            Some(OtherRun::Outlook) => &[Stage::Outlook],
            Some(OtherRun::Extra) if stage == Stage::Outlook || t == 0 => &[],
            Some(OtherRun::Extra) => &[Stage::Scenario, Stage::Outlook],
        };
        for stage in stages {
            for place in years.clone().map(|t| (*stage, name, t)) {
                if !reads.contains(&place) {
                    reads.push(place);
                }
            }
        }
    }
}
