//! A run, read with the workbench's knowledge of what it computed.

use crate::analysis::assessment::{self, Evidence, Standing};
use crate::analysis::memory::Memory;
use crate::analysis::workbench::Workbench;
use crate::analysis::{Assessment, BadValue, Judgement, NotJudged, Projection, YearSummary};
use crate::engine::{Ensemble, Output};
use crate::model::{Direction, LeverId, VariableId};
use crate::region::{Target, TargetId, TargetKind};
use crate::sampling::{self, Summary};
use crate::sorted::Set;

/// What is set against a target's floor.
pub(super) struct Tested {
    /// One a draw.
    pub(super) values: Vec<f64>,
    /// Which way is better.
    pub(super) better: Direction,
    /// The last digit that is shown of such a value, base units.
    pub(super) step: f64,
}

/// A run, read with the workbench's knowledge of what it computed.
pub(super) struct Reading<'r> {
    pub(super) workbench: &'r Workbench,
    pub(super) run: &'r Ensemble,
    /// What differs from run to run.
    memory: Memory,
}

impl<'r> Reading<'r> {
    pub(super) fn new(workbench: &'r Workbench, run: &'r Ensemble) -> Self {
        Self { workbench, run, memory: Memory::default() }
    }
}

impl Reading<'_> {
    pub(super) fn values(&self, output: Output, t: usize) -> Option<&[f64]> {
        self.run.values(self.workbench.position(output)?, t)
    }

    pub(super) fn summary(&self, output: Output, t: usize) -> Option<Summary> {
        let position = self.workbench.position(output)?;
        let values = self.run.values(position, t)?;
        let memory = if t == 0 || self.run.is_lasting(position) {
            &self.workbench.memory
        } else {
            &self.memory
        };
        let number = position * (self.workbench.program().years() as usize + 1) + t;
        memory.summary(number, values.len(), || sampling::summarise(values)).ok()
    }

    /// Summaries from the first simulated year on; `None` where figures are missing.
    pub(super) fn years(&self, output: Output) -> Option<Vec<YearSummary>> {
        self.values(output, 0)?;
        let years = 1..=self.workbench.program().years();
        let summaries = years.map(|t| YearSummary {
            year: self.workbench.region.base_year + t as i32,
            summary: self.summary(output, t as usize),
        });
        Some(summaries.collect())
    }

    pub(super) fn lever_cost(&self, lever: LeverId) -> Vec<f64> {
        let years = 1..=self.workbench.program().years() as usize;
        let median =
            |t| self.summary(Output::LeverCost(lever), t).map_or(f64::NAN, |cost| cost.p50);
        years.map(median).collect()
    }

    pub(super) fn projections(&self) -> Vec<Projection> {
        let mut variables: Vec<VariableId> =
            self.workbench.region.targets.iter().filter_map(|target| target.variable).collect();
        let mut seen = Set::new();
        variables.retain(|variable| seen.insert(*variable));
        variables.into_iter().filter_map(|variable| self.projection(variable)).collect()
    }

    fn projection(&self, variable: VariableId) -> Option<Projection> {
        let base = self.summary(Output::Scenario(variable), 0).map(|base| base.p50);
        let scenario = self.years(Output::Scenario(variable))?;
        let outlook = self.years(Output::Outlook(variable))?;
        let projection = self.workbench.projected(variable, base, scenario, outlook);
        let real = self.workbench.model.real_part(variable);
        let real = real.and_then(|real| self.years(Output::Scenario(real)));
        Some(Projection { real, ..projection })
    }

    pub(super) fn assess(&self, target: TargetId) -> Assessment {
        let verdict = self.verdict(target).map_err(|why| match why {
            NotJudged::NotComputable(None) => NotJudged::NotComputable(self.bad_value(target)),
            why => why,
        });
        Assessment { target, verdict }
    }

    /// Where it began that draws have no finite value of a target's indicator.
    fn bad_value(&self, target: TargetId) -> Option<BadValue> {
        let Workbench { model, region, .. } = self.workbench;
        let (variable, t) = self.place(&region.targets[target]).ok()?;
        let values = self.values(Output::Scenario(variable), t)?;
        let draw = values.iter().position(|value| !value.is_finite())?;
        let draws = (self.run.draws(), draw);
        let place = (variable, t as u32);
        let asked = (self.workbench.case(), self.run.settings());
        let program = self.workbench.program();
        let origin = program.origin((model, region), draws, asked, place)?;
        Some(BadValue { variable: origin.variable, year: origin.year })
    }

    fn verdict(&self, position: TargetId) -> Result<Judgement, NotJudged> {
        let Workbench { region, required, assumed, .. } = self.workbench;
        let target = &region.targets[position];
        if assessment::has_zero_floor(target) {
            return Err(NotJudged::ZeroFloor);
        }
        let scenario = self.standing(position, Output::Scenario)?;
        let outlook = self.outlook_standing(position)?;
        let (variable, t) = self.place(target)?;
        Ok(Judgement {
            last: self.last(target, variable, t),
            value: scenario.value,
            outlook: outlook.value,
            bound: scenario.bound,
            gap: scenario.gap,
            probability: scenario.probability,
            outlook_probability: outlook.probability,
            stretch_probability: scenario.stretch_probability,
            reference: scenario.reference,
            reference_course: self.reference_course(target),
            band: scenario.band,
            course: self.course(position),
            real: self.real(target, variable, t),
            real_share: self.real_share(variable, t),
            required: required[position].clone(),
            assumed: assumed[position].clone(),
        })
    }

    /// How a target stands under the scenario or in the outlook.
    pub(super) fn standing(
        &self,
        position: TargetId,
        of: fn(VariableId) -> Output,
    ) -> Result<Standing, NotJudged> {
        self.standing_of(&self.workbench.region.targets[position], of)
    }

    /// How a target stands in the outlook.
    fn outlook_standing(&self, position: TargetId) -> Result<Standing, NotJudged> {
        let stand = || self.standing(position, Output::Outlook);
        self.workbench.memory.standing(position, self.run.count(), stand)
    }

    /// The same of a target that reads an indicator of the region's targets in its own way.
    pub(super) fn standing_of(
        &self,
        target: &Target,
        of: fn(VariableId) -> Output,
    ) -> Result<Standing, NotJudged> {
        let (variable, t) = self.place(target)?;
        let evidence =
            self.evidence(target, variable, of, t).ok_or(NotJudged::NotComputable(None))?;
        let Workbench { criteria, .. } = self.workbench;
        assessment::stand(target, evidence, *criteria)
    }

    /// What the scenario sets against a target's floor, one value a draw.
    pub(super) fn tested(&self, position: TargetId) -> Result<Tested, NotJudged> {
        let target = &self.workbench.region.targets[position];
        let (variable, t) = self.place(target)?;
        let evidence = self.evidence(target, variable, Output::Scenario, t);
        let values = evidence.and_then(|evidence| assessment::tested(target, evidence));
        Ok(Tested {
            values: values.ok_or(NotJudged::NotComputable(None))?,
            better: self.workbench.better(position),
            step: self.workbench.shown_step(target, variable),
        })
    }

    /// The variable and the simulated year of a target that can be judged.
    fn place(&self, target: &Target) -> Result<(VariableId, usize), NotJudged> {
        if !target.kind.is_computed() {
            return Err(NotJudged::Recorded);
        }
        let variable = target.variable.ok_or(NotJudged::NotInModel)?;
        let t = self.simulated_year(target)?;
        self.check_figures(target, variable, t)?;
        Ok((variable, t))
    }

    pub(super) fn simulated_year(&self, target: &Target) -> Result<usize, NotJudged> {
        let t = usize::try_from(target.year - self.workbench.region.base_year).map_err(outside)?;
        let inside = t > 0 && t <= self.workbench.program().years() as usize;
        if inside { Ok(t) } else { Err(NotJudged::OutsideYears) }
    }

    /// What the target's indicator, or what it is compared with, lacks.
    fn check_figures(
        &self,
        target: &Target,
        variable: VariableId,
        t: usize,
    ) -> Result<(), NotJudged> {
        let reference = match (target.kind, &target.relative_to) {
            (TargetKind::Relative, Some(id)) => {
                Some(self.workbench.model.variable(id).ok_or(NotJudged::NotInModel)?)
            }
            (TargetKind::Relative, None) => return Err(NotJudged::NotInModel),
            _ => None,
        };
        let program = self.workbench.program();
        // A change is read from two years.
        let is_change = matches!(target.kind, TargetKind::Growth | TargetKind::Increase);
        let years = if is_change { t.saturating_sub(1).max(1)..=t } else { t..=t };
        let mut missing: Vec<String> = Vec::new();
        for variable in [Some(variable), reference].into_iter().flatten() {
            let position = self.workbench.position(Output::Scenario(variable));
            let position = position.ok_or(NotJudged::NotInModel)?;
            missing.extend(years.clone().flat_map(|t| program.missing_in(position, t)));
        }
        if missing.is_empty() { Ok(()) } else { Err(NotJudged::MissingFigures(missing)) }
    }

    fn evidence(
        &self,
        target: &Target,
        variable: VariableId,
        of: fn(VariableId) -> Output,
        t: usize,
    ) -> Option<Evidence<'_>> {
        let reference =
            target.relative_to.as_ref().and_then(|id| self.workbench.model.variable(id));
        Some(Evidence {
            now: self.values(of(variable), t)?,
            before: self.values(of(variable), t - 1),
            base: self.values(of(variable), 0),
            reference: reference.and_then(|reference| self.values(of(reference), t)),
        })
    }

    /// What the target asks about, the year before its own.
    fn last(&self, target: &Target, variable: VariableId, t: usize) -> Option<f64> {
        let before = |years: usize| self.values(Output::Scenario(variable), t.checked_sub(years)?);
        let evidence = Evidence { before: before(2), base: before(t), ..Evidence::now(before(1)?) };
        let asked = assessment::asked(target, evidence)?;
        sampling::summarise(&asked).ok().map(|summary| summary.p50)
    }

    fn real(&self, target: &Target, variable: VariableId, t: usize) -> Option<f64> {
        let real = self.workbench.model.real_part(variable)?;
        let values = |before: usize| self.values(Output::Scenario(real), t.checked_sub(before)?);
        match target.kind {
            TargetKind::Growth => None,
            TargetKind::Increase => {
                let evidence = Evidence { before: values(1), ..Evidence::now(values(0)?) };
                let asked = assessment::asked(target, evidence)?;
                sampling::summarise(&asked).ok().map(|real| real.p50)
            }
            _ => self.summary(Output::Scenario(real), t).map(|real| real.p50),
        }
    }

    fn real_share(&self, variable: VariableId, t: usize) -> Option<f64> {
        let added = |variable| {
            let scenario = self.summary(Output::Scenario(variable), t)?;
            Some(scenario.mean - self.summary(Output::Outlook(variable), t)?.mean)
        };
        let reported = added(variable)?;
        let real = added(self.workbench.model.real_part(variable)?)?;
        (reported != 0.0).then(|| real / reported)
    }
}

fn outside(_: std::num::TryFromIntError) -> NotJudged {
    NotJudged::OutsideYears
}
