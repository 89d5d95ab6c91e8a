//! A city on the table: model, region, compiled program and draws.

use crate::analysis::assessment::{self, Evidence};
use crate::analysis::assumed::{assumed_figures, weakest_provenance};
use crate::analysis::expectation::Expectation;
use crate::analysis::required::Grounds;
use crate::analysis::{
    Assessment, Criteria, Judgement, NotJudged, Projection, ReferenceClass, Report, Requirement,
    YearSummary,
};
use crate::engine::{Draws, Ensemble, Output, Program};
use crate::model::{Direction, Model};
use crate::plan::Settings;
use crate::region::{Region, Target, TargetKind};
use crate::sampling::{self, Summary};

/// Everything that stays the same while levers move.
#[derive(Debug)]
pub struct Workbench {
    model: Model,
    region: Region,
    wanted: Vec<Output>,
    program: Program,
    draws: Draws,
    criteria: Criteria,
    expectation: Expectation,
    /// By target.
    required: Vec<Vec<Requirement>>,
    /// By target: ids of assumed figures.
    assumed: Vec<Vec<String>>,
}

impl Workbench {
    /// Compiles the region's indicators and draws `draws` times, best a power of two.
    #[must_use]
    pub fn new(model: Model, region: Region, draws: usize) -> Self {
        let wanted = wanted(&model, &region);
        let program = Program::compile(&model, &region, &wanted);
        let draws = Draws::sample(&program, draws);
        let expectation = Expectation::of(&model, &region);
        let assumed = (region.targets.iter())
            .map(|target| {
                let read = |variable| assumed_figures(&model, &region, variable);
                target.variable.map(read).unwrap_or_default()
            })
            .collect();
        let criteria = Criteria::default();
        let bench = Self {
            model,
            region,
            wanted,
            program,
            draws,
            criteria,
            expectation,
            required: Vec::new(),
            assumed,
        };
        bench.with_reference_class(&ReferenceClass::default())
    }

    /// Sets required growth against what other places achieved.
    #[must_use]
    pub fn with_reference_class(mut self, class: &ReferenceClass) -> Self {
        let Self { model, region, expectation, .. } = &self;
        let grounds = Grounds { model, region, expectation, class };
        self.required = region.targets.iter().map(|target| grounds.requirements(target)).collect();
        self
    }

    /// Draws the lines of the verdicts elsewhere.
    #[must_use]
    pub fn with_criteria(self, criteria: Criteria) -> Self {
        Self { criteria, ..self }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The region.
    #[must_use]
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// A lever's present setting, in its unit.
    #[must_use]
    pub fn present(&self, lever: usize) -> f64 {
        self.region.present_setting(&self.model.levers[lever])
    }

    /// Last simulated year.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        self.region.base_year + self.program.years() as i32
    }

    /// Runs all draws without summarising them: what a benchmark of the engine measures.
    #[must_use]
    pub fn run(&self, settings: &Settings) -> Ensemble {
        self.program.run(&self.draws, settings)
    }

    /// What happens under these settings.
    #[must_use]
    pub fn evaluate(&self, settings: &Settings) -> Report {
        self.summarise(&self.run(settings))
    }

    /// Quantiles, probabilities and lights of a run.
    #[must_use]
    pub fn summarise(&self, run: &Ensemble) -> Report {
        let reading = Reading { workbench: self, run };
        let indices = 0..self.region.targets.len();
        Report {
            draws: self.draws.count(),
            equations: self.model.variables.len(),
            assessments: indices.map(|target| reading.assess(target)).collect(),
            projections: reading.projections(),
            cost: reading.years(Output::Cost).unwrap_or_default(),
            lever_cost: (0..self.model.levers.len())
                .map(|lever| reading.lever_cost(lever))
                .collect(),
        }
    }

    fn position(&self, output: Output) -> Option<usize> {
        self.wanted.iter().position(|wanted| *wanted == output)
    }
}

/// The outputs that the region's targets need.
fn wanted(model: &Model, region: &Region) -> Vec<Output> {
    let mut wanted = vec![Output::Cost];
    wanted.extend((0..model.levers.len()).map(Output::LeverCost));
    let read = region.targets.iter().filter_map(|target| {
        let reference = target.relative_to.as_ref().and_then(|id| model.variable(id));
        Some([target.variable?].into_iter().chain(reference))
    });
    for variable in read.flatten() {
        for variable in [Some(variable), model.real_part(variable)].into_iter().flatten() {
            for output in [Output::Scenario(variable), Output::Outlook(variable)] {
                if !wanted.contains(&output) {
                    wanted.push(output);
                }
            }
        }
    }
    wanted
}

/// A run, read with the workbench's knowledge of what it computed.
struct Reading<'r> {
    workbench: &'r Workbench,
    run: &'r Ensemble,
}

impl Reading<'_> {
    fn values(&self, output: Output, t: usize) -> Option<&[f64]> {
        self.run.values(self.workbench.position(output)?, t)
    }

    fn summary(&self, output: Output, t: usize) -> Option<Summary> {
        sampling::summarise(&mut self.values(output, t)?.to_vec()).ok()
    }

    /// Summaries from the first simulated year on; `None` where figures are missing.
    fn years(&self, output: Output) -> Option<Vec<YearSummary>> {
        self.values(output, 0)?;
        let years = 1..=self.workbench.program.years();
        let summaries = years.map(|t| YearSummary {
            year: self.workbench.region.base_year + t as i32,
            summary: self.summary(output, t as usize),
        });
        Some(summaries.collect())
    }

    fn lever_cost(&self, lever: usize) -> Vec<f64> {
        let years = 1..=self.workbench.program.years() as usize;
        let median =
            |t| self.summary(Output::LeverCost(lever), t).map_or(f64::NAN, |cost| cost.p50);
        years.map(median).collect()
    }

    fn projections(&self) -> Vec<Projection> {
        let mut variables: Vec<usize> =
            self.workbench.region.targets.iter().filter_map(|target| target.variable).collect();
        let mut seen = std::collections::BTreeSet::new();
        variables.retain(|variable| seen.insert(*variable));
        variables.into_iter().filter_map(|variable| self.projection(variable)).collect()
    }

    fn projection(&self, variable: usize) -> Option<Projection> {
        let Workbench { model, region, .. } = self.workbench;
        let base = self.summary(Output::Scenario(variable), 0).map(|base| base.p50);
        let provenance = weakest_provenance(model, region, variable);
        let real = model.real_part(variable).and_then(|real| self.years(Output::Scenario(real)));
        Some(Projection {
            variable,
            history: region.history.get(&model.variables[variable].id).cloned().unwrap_or_default(),
            base: base.map(|base| (base, provenance)),
            base_year: region.base_year,
            scenario: self.years(Output::Scenario(variable))?,
            outlook: self.years(Output::Outlook(variable))?,
            real,
        })
    }

    fn assess(&self, target: usize) -> Assessment {
        Assessment { target, verdict: self.verdict(target) }
    }

    fn verdict(&self, position: usize) -> Result<Judgement, NotJudged> {
        let Workbench { model, region, criteria, required, assumed, .. } = self.workbench;
        let target = &region.targets[position];
        if !assessment::is_computed(target.kind) {
            return Err(NotJudged::Recorded);
        }
        let variable = target.variable.ok_or(NotJudged::NotInModel)?;
        let t = self.simulated_year(target)?;
        self.check_figures(target, variable)?;
        let direction = model.variables[variable].direction.unwrap_or(Direction::More);
        let stand = |of: fn(usize) -> Output| {
            let evidence =
                self.evidence(target, variable, of, t).ok_or(NotJudged::NotComputable)?;
            assessment::stand(target, direction, evidence, *criteria)
        };
        let (scenario, outlook) = (stand(Output::Scenario)?, stand(Output::Outlook)?);
        Ok(Judgement {
            last: self.last(target, variable, t),
            value: scenario.value,
            outlook: outlook.value,
            bound: scenario.bound,
            gap: scenario.gap,
            probability: scenario.probability,
            outlook_probability: outlook.probability,
            stretch_probability: scenario.stretch_probability,
            light: scenario.light,
            outlook_light: outlook.light,
            reference: scenario.reference,
            real: self.real(variable, t),
            real_share: self.real_share(variable, t),
            required: required[position].clone(),
            assumed: assumed[position].clone(),
        })
    }

    fn simulated_year(&self, target: &Target) -> Result<usize, NotJudged> {
        let t = usize::try_from(target.year - self.workbench.region.base_year).map_err(outside)?;
        let inside = t > 0 && t <= self.workbench.program.years() as usize;
        if inside { Ok(t) } else { Err(NotJudged::OutsideYears) }
    }

    /// What the target's indicator, or what it is compared with, lacks.
    fn check_figures(&self, target: &Target, variable: usize) -> Result<(), NotJudged> {
        let reference = match (target.kind, &target.relative_to) {
            (TargetKind::Relative, Some(id)) => {
                Some(self.workbench.model.variable(id).ok_or(NotJudged::NotInModel)?)
            }
            (TargetKind::Relative, None) => return Err(NotJudged::NotInModel),
            _ => None,
        };
        let mut missing: Vec<String> = Vec::new();
        for variable in [Some(variable), reference].into_iter().flatten() {
            let position = self.workbench.position(Output::Scenario(variable));
            let position = position.ok_or(NotJudged::NotInModel)?;
            missing.extend(self.workbench.program.missing(position).into_iter().flatten());
        }
        if missing.is_empty() { Ok(()) } else { Err(NotJudged::MissingFigures(missing)) }
    }

    fn evidence(
        &self,
        target: &Target,
        variable: usize,
        of: fn(usize) -> Output,
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
    fn last(&self, target: &Target, variable: usize, t: usize) -> Option<f64> {
        let before = |years: usize| self.values(Output::Scenario(variable), t.checked_sub(years)?);
        let evidence =
            Evidence { now: before(1)?, before: before(2), base: before(t), reference: None };
        let mut asked = assessment::asked(target, evidence)?;
        sampling::summarise(&mut asked).ok().map(|summary| summary.p50)
    }

    fn real(&self, variable: usize, t: usize) -> Option<f64> {
        let real = self.workbench.model.real_part(variable)?;
        self.summary(Output::Scenario(real), t).map(|real| real.p50)
    }

    fn real_share(&self, variable: usize, t: usize) -> Option<f64> {
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
