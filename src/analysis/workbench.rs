//! A city on the table: model, region, compiled program and draws.

use std::sync::Arc;

use crate::analysis::assessment;
use crate::analysis::assumed::{assumed_figures, weakest_provenance};
use crate::analysis::expectation::Expectation;
use crate::analysis::memory::Memory;
use crate::analysis::required::Grounds;
use crate::analysis::{Criteria, Projection, ReferenceClass, Requirement, YearSummary};
use crate::engine::{Basis, Draws, Ensemble, Output, Program, Run};
use crate::model::{Direction, Model, Reference};
use crate::plan::Settings;
use crate::region::{Region, Target, TargetKind};

/// Digits after the point of a growth that a plan promises.
const GROWTH_DECIMALS: usize = 1;

/// How a program is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling {
    /// At random, so many times.
    Random(usize),
    /// Once, with nothing left to chance.
    Central,
}

impl Sampling {
    /// The draws of a program.
    #[must_use]
    pub fn draws(self, program: &Program) -> Draws {
        match self {
            Self::Random(count) => Draws::sample(program, count),
            Self::Central => Draws::central(program),
        }
    }
}

/// Everything that stays the same while levers move.
#[derive(Debug)]
pub struct Workbench {
    pub(super) model: Model,
    pub(super) region: Region,
    wanted: Vec<Output>,
    pub(super) program: Program,
    sampling: Sampling,
    basis: Arc<Basis>,
    /// What settings do not change.
    pub(super) memory: Memory,
    pub(super) criteria: Criteria,
    pub(super) expectation: Expectation,
    /// By target.
    pub(super) required: Vec<Vec<Requirement>>,
    /// By target: ids of assumed figures.
    pub(super) assumed: Vec<Vec<String>>,
}

impl Workbench {
    /// Compiles the region's indicators and draws `draws` times, best a power of two.
    #[must_use]
    pub fn new(model: Model, region: Region, draws: usize) -> Self {
        Self::on(model, region, Sampling::Random(draws))
    }

    /// The same with one draw in which nothing is left to chance: 中间值测算, which a person can do again by hand.
    #[must_use]
    pub fn central(model: Model, region: Region) -> Self {
        Self::on(model, region, Sampling::Central)
    }

    fn on(model: Model, region: Region, sampling: Sampling) -> Self {
        let wanted = wanted(&model, &region);
        let program = Program::compile(&model, &region, &wanted);
        let basis = Arc::new(Basis::new(&program, sampling.draws(&program)));
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
            sampling,
            basis,
            memory: Memory::default(),
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
        Self { criteria, memory: Memory::default(), ..self }
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
        self.program.run_all(&self.basis, settings)
    }

    /// How this workbench draws: for another program of its model.
    #[must_use]
    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// Draws of a complete run.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.basis.count()
    }

    /// A run under these settings, none of its draws computed.
    #[must_use]
    pub fn begin(&self, settings: &Settings) -> Run {
        self.program.begin(&self.basis, settings)
    }

    /// Begins one of this workbench's runs anew, in the same memory.
    pub fn restart(&self, run: &mut Run, settings: &Settings) {
        self.program.restart(run, settings);
    }

    /// Computes what is missing of the first `draws` draws of a run.
    pub fn advance(&self, run: &mut Run, draws: usize) {
        self.program.advance(run, draws);
    }

    /// A variable's way through the years, with what is known of its past.
    pub(super) fn projected(
        &self,
        variable: usize,
        base: Option<f64>,
        scenario: Vec<YearSummary>,
        outlook: Vec<YearSummary>,
    ) -> Projection {
        let Self { model, region, .. } = self;
        let provenance = weakest_provenance(model, region, Reference::Variable(variable));
        let known = region.history.get(&model.variables[variable].id);
        Projection {
            variable,
            history: known.cloned().unwrap_or_default(),
            base: base.map(|base| (base, provenance)),
            base_year: region.base_year,
            scenario,
            outlook,
            real: None,
        }
    }

    /// Which way a target's figure is better: the target's word goes before the model's.
    pub(super) fn better(&self, target: usize) -> Direction {
        let target = &self.region.targets[target];
        let direction = target.variable.map_or(Direction::More, |found| self.direction(found));
        assessment::better(target, direction)
    }

    /// Which way a variable is better.
    pub(super) fn direction(&self, variable: usize) -> Direction {
        self.model.variables[variable].direction.unwrap_or(Direction::More)
    }

    /// The last digit that is shown of what a target asks about, base units.
    pub(super) fn shown_step(&self, target: &Target, variable: usize) -> f64 {
        let declared = &self.model.variables[variable];
        let (unit, decimals) = match target.kind {
            TargetKind::Growth | TargetKind::Hold => (&target.unit, GROWTH_DECIMALS),
            _ => (&declared.unit, declared.decimals),
        };
        unit.to_base((0..decimals).fold(1.0, |step, _| step / 10.0))
    }

    /// A lever's settings by simulated year, in its unit.
    pub(super) fn path(&self, settings: &Settings, lever: usize) -> Vec<f64> {
        let path = settings.get(&self.model.levers[lever].id);
        let setting = |t| path.and_then(|path| path.at(t)).unwrap_or(self.present(lever));
        (1..=self.model.horizon).map(setting).collect()
    }

    pub(super) fn position(&self, output: Output) -> Option<usize> {
        self.wanted.iter().position(|wanted| *wanted == output)
    }
}

/// The outputs that the region's targets need.
fn wanted(model: &Model, region: &Region) -> Vec<Output> {
    let mut wanted = vec![Output::Cost];
    wanted.extend((0..model.levers.len()).map(Output::LeverCost));
    let read = region.targets.iter().filter_map(|target| {
        let reference = target.relative_to.as_ref().and_then(|id| model.variable(id));
        let readings = target.readings.iter().filter_map(|reading| reading.variable);
        Some([target.variable?].into_iter().chain(reference).chain(readings))
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
