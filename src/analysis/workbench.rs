//! A city on the table: model, region, compiled program and draws, in a case.

use std::sync::Arc;

use typed_index_collections::TiVec;

use crate::analysis::assessment;
use crate::analysis::assumed::{assumed_figures, weakest_provenance};
use crate::analysis::compiled::{Compiled, Sampling};
use crate::analysis::expectation::Expectation;
use crate::analysis::memory::Memory;
use crate::analysis::required::Grounds;
use crate::analysis::{Criteria, Projection, ReferenceClass, Requirement, YearSummary};
use crate::engine::{Basis, Case, Ensemble, Output, Program, Run};
use crate::model::{Direction, LeverId, Model, Reference, VariableId};
use crate::plan::Settings;
use crate::region::{Region, Target, TargetId, TargetKind};
use crate::unit::InUnit;

/// Digits after the point of a growth that a plan promises.
const GROWTH_DECIMALS: usize = 1;

/// Everything that stays the same while levers move.
#[derive(Debug)]
pub struct Workbench {
    /// With the case's parameters.
    pub(super) model: Arc<Model>,
    /// With the case's assumptions.
    pub(super) region: Region,
    compiled: Arc<Compiled>,
    case: Case,
    basis: Arc<Basis>,
    /// What settings do not change.
    pub(super) memory: Memory,
    pub(super) criteria: Criteria,
    pub(super) expectation: Expectation,
    class: Arc<ReferenceClass>,
    /// By target.
    pub(super) required: TiVec<TargetId, Vec<Requirement>>,
    /// By target: ids of assumed figures.
    pub(super) assumed: TiVec<TargetId, Vec<String>>,
}

impl Workbench {
    /// Compiles the region's indicators and draws `draws` times, best a power of two.
    #[must_use]
    pub fn new(model: impl Into<Arc<Model>>, region: Region, draws: usize) -> Self {
        Self::in_case(model, region, &Case::default(), Sampling::random(draws))
    }

    /// The same in a case, whose settings do not matter. [`Sampling::central`] is 中间值测算, which a
    /// person can do again by hand.
    #[must_use]
    pub fn in_case(
        model: impl Into<Arc<Model>>,
        region: Region,
        case: &Case,
        sampling: Sampling,
    ) -> Self {
        let model = model.into();
        let compiled = Arc::new(Compiled::new(model, region, case, sampling));
        Self::on(compiled, case, Criteria::default(), Arc::default())
    }

    /// The same city in another case, whose settings do not matter: nothing is compiled or drawn but what
    /// the case says of parameters. None where the case has to be compiled for, since it lists an assumption
    /// in a year in which region and model do not, or knows values of other variables.
    #[must_use]
    pub fn under(&self, case: &Case) -> Option<Self> {
        let (compiled, class) = (Arc::clone(&self.compiled), Arc::clone(&self.class));
        compiled.fits(case).then(|| Self::on(compiled, case, self.criteria, class))
    }

    fn on(
        compiled: Arc<Compiled>,
        case: &Case,
        criteria: Criteria,
        class: Arc<ReferenceClass>,
    ) -> Self {
        let (model, region) =
            (case.applied_model(&compiled.model), case.applied_region(&compiled.region));
        let drawn = &compiled.targets;
        let basis = Arc::new(Basis::new(&drawn.program, &drawn.draws, case));
        let expectation = Expectation::of(&compiled, case);
        let assumed = (region.targets.iter())
            .map(|target| {
                let read = |variable| assumed_figures(&model, &region, variable);
                target.variable.map(read).unwrap_or_default()
            })
            .collect();
        let bench = Self {
            model,
            region,
            compiled,
            case: case.clone(),
            basis,
            memory: Memory::default(),
            criteria,
            expectation,
            class,
            required: TiVec::new(),
            assumed,
        };
        bench.with_requirements()
    }

    /// Sets required growth against what other places achieved.
    #[must_use]
    pub fn with_reference_class(mut self, class: &ReferenceClass) -> Self {
        self.class = Arc::new(class.clone());
        self.with_requirements()
    }

    fn with_requirements(mut self) -> Self {
        let Self { model, region, expectation, class, .. } = &self;
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

    /// What is asked, apart from settings.
    #[must_use]
    pub fn case(&self) -> &Case {
        &self.case
    }

    pub(super) fn program(&self) -> &Program {
        &self.compiled.targets.program
    }

    /// A lever's present setting, in its unit.
    #[must_use]
    pub fn present(&self, lever: LeverId) -> InUnit {
        self.region.present_setting(&self.model.levers[lever])
    }

    /// Last simulated year.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        self.region.base_year + self.program().years() as i32
    }

    /// Runs all draws without summarising them: what a benchmark of the engine measures.
    #[must_use]
    pub fn run(&self, settings: &Settings) -> Ensemble {
        self.program().run_all(&self.basis, settings)
    }

    /// How this workbench draws: for another program of its model.
    #[must_use]
    pub fn sampling(&self) -> Sampling {
        self.compiled.sampling
    }

    /// Draws of a complete run.
    #[must_use]
    pub fn draws(&self) -> usize {
        self.basis.count()
    }

    /// A run under these settings, none of its draws computed.
    #[must_use]
    pub fn begin(&self, settings: &Settings) -> Run {
        self.program().begin(&self.basis, settings)
    }

    /// Begins one of this workbench's runs anew, in the same memory.
    pub fn restart(&self, run: &mut Run, settings: &Settings) {
        self.program().restart(run, settings);
    }

    /// Computes what is missing of the first `draws` draws of a run.
    pub fn advance(&self, run: &mut Run, draws: usize) {
        self.program().advance(run, draws);
    }

    /// A variable's way through the years, with what is known of its past.
    pub(super) fn projected(
        &self,
        variable: VariableId,
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
    pub(super) fn better(&self, target: TargetId) -> Direction {
        let target = &self.region.targets[target];
        let direction = target.variable.map_or(Direction::More, |found| self.direction(found));
        assessment::better(target, direction)
    }

    /// Which way a variable is better.
    pub(super) fn direction(&self, variable: VariableId) -> Direction {
        self.model.variables[variable].direction.unwrap_or(Direction::More)
    }

    /// The last digit that is shown of what a target asks about, base units.
    pub(super) fn shown_step(&self, target: &Target, variable: VariableId) -> f64 {
        let declared = &self.model.variables[variable];
        let (unit, decimals) = match target.kind {
            TargetKind::Growth | TargetKind::Hold => (&target.unit, GROWTH_DECIMALS),
            _ => (&declared.unit, declared.decimals),
        };
        unit.to_base(InUnit((0..decimals).fold(1.0, |step, _| step / 10.0)))
    }

    /// A lever's settings by simulated year, in its unit.
    pub(super) fn path(&self, settings: &Settings, lever: LeverId) -> Vec<InUnit> {
        let path = settings.get(&self.model.levers[lever].id);
        let setting = |t| path.and_then(|path| path.at(t)).unwrap_or(self.present(lever));
        (1..=self.model.horizon).map(setting).collect()
    }

    pub(super) fn position(&self, output: Output) -> Option<usize> {
        self.compiled.wanted.iter().position(|wanted| *wanted == output)
    }
}
