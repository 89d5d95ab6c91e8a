//! A city on the table: model, region, compiled program and draws.

use crate::analysis::assessment::{self, Evidence};
use crate::analysis::assumed::{assumed_figures, weakest_provenance};
use crate::analysis::{Assessment, NotJudged, Projection, Report, YearSummary};
use crate::engine::{Draws, Ensemble, Output, Program};
use crate::model::{Direction, Model};
use crate::plan::Settings;
use crate::region::{Region, Target};
use crate::sampling::{self, Summary};

/// Everything that stays the same while levers move.
#[derive(Debug)]
pub struct Workbench {
    model: Model,
    region: Region,
    wanted: Vec<Output>,
    program: Program,
    draws: Draws,
}

impl Workbench {
    /// Compiles the region's indicators and draws `draws` times, best a power of two.
    #[must_use]
    pub fn new(model: Model, region: Region, draws: usize) -> Self {
        let wanted = wanted(&model, &region);
        let program = Program::compile(&model, &region, &wanted);
        let draws = Draws::sample(&program, draws);
        Self { model, region, wanted, program, draws }
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
    for variable in region.targets.iter().filter_map(|target| target.variable) {
        for output in [Output::Scenario(variable), Output::Outlook(variable)] {
            if !wanted.contains(&output) {
                wanted.push(output);
            }
        }
        wanted.extend(model.real_part(variable).map(Output::Scenario));
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
        let verdict = self.verdict(&self.workbench.region.targets[target]);
        Assessment { target, verdict }
    }

    fn verdict(&self, target: &Target) -> Result<crate::analysis::Judgement, NotJudged> {
        let Workbench { model, region, program, .. } = self.workbench;
        let variable = target.variable.ok_or(NotJudged::NotInModel)?;
        if !assessment::is_computed(target.kind) {
            return Err(NotJudged::Recorded);
        }
        let position =
            self.workbench.position(Output::Scenario(variable)).ok_or(NotJudged::NotInModel)?;
        if let Some(missing) = program.missing(position) {
            return Err(NotJudged::MissingFigures(missing));
        }
        let t = usize::try_from(target.year - region.base_year).map_err(outside)?;
        if t == 0 || t > program.years() as usize {
            return Err(NotJudged::OutsideYears);
        }
        let scenario =
            self.values(Output::Scenario(variable), t).ok_or(NotJudged::NotComputable)?;
        let outlook = self.values(Output::Outlook(variable), t).ok_or(NotJudged::NotComputable)?;
        let real =
            model.real_part(variable).and_then(|real| self.summary(Output::Scenario(real), t));
        let evidence = Evidence {
            scenario,
            outlook,
            last: self.summary(Output::Scenario(variable), t - 1).map(|last| last.p50),
            real: real.map(|real| real.p50),
            direction: model.variables[variable].direction.unwrap_or(Direction::More),
            assumed: assumed_figures(model, region, variable),
        };
        assessment::judge(target, evidence)
    }
}

fn outside(_: std::num::TryFromIntError) -> NotJudged {
    NotJudged::OutsideYears
}
