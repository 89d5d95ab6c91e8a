//! What a city's runs are computed with, whatever the case: program and draws.

use std::sync::Arc;

use typed_index_collections::TiVec;

use crate::engine::{Case, Draws, Output, Program, levers_reach};
use crate::model::{Model, VariableId};
use crate::region::Region;
use crate::sampling::Distribution;

/// How a program is drawn. It holds the way and is no list of ways, so that the part of the page that only draws at
/// random needs nothing of the other.
#[derive(Clone, Copy, Debug)]
pub struct Sampling {
    sample: fn(&Program, usize) -> Draws,
    count: usize,
    is_central: bool,
}

impl Sampling {
    /// At random, so many times.
    #[must_use]
    pub fn random(count: usize) -> Self {
        Self { sample: Draws::sample, count, is_central: false }
    }

    /// Once, with nothing left to chance: 中间值测算.
    #[must_use]
    pub fn central() -> Self {
        Self { sample: |program, _| Draws::central(program), count: 1, is_central: true }
    }

    /// Whether nothing is left to chance.
    #[must_use]
    pub fn is_central(self) -> bool {
        self.is_central
    }

    /// The draws of a program.
    #[must_use]
    pub fn draws(self, program: &Program) -> Draws {
        (self.sample)(program, self.count)
    }
}

/// Draws behind a yardstick; its quantiles need no more digits.
const DRAWS_OF_EXPECTATION: usize = 512;

/// A program with its draws.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) program: Program,
    pub(super) draws: Draws,
}

impl Drawn {
    fn new(program: Program, sampling: Sampling) -> Self {
        let draws = sampling.draws(&program);
        Self { program, draws }
    }
}

/// A model compiled for a region and drawn, shared by all cases that ask for the same form of it.
#[derive(Debug)]
pub(super) struct Compiled {
    /// As they are given, without what a case changes.
    pub(super) model: Arc<Model>,
    pub(super) region: Region,
    form: Form,
    pub(super) sampling: Sampling,
    pub(super) wanted: Vec<Output>,
    /// What the targets ask about.
    pub(super) targets: Drawn,
    /// The outlook of every variable.
    pub(super) outlook: Drawn,
    /// By variable: whether a lever reaches it.
    pub(super) reached: TiVec<VariableId, bool>,
}

impl Compiled {
    /// Compiles what the region's targets need, for cases of the form of `case`.
    pub(super) fn new(model: Arc<Model>, region: Region, case: &Case, sampling: Sampling) -> Self {
        let form = Form::of(case, &model, &region);
        let formed = Case { parameters: form.fixed.iter().cloned().collect(), ..case.clone() };
        let applied = (formed.applied_model(&model), case.applied_region(&region));
        let subject = (&*applied.0, &applied.1);
        let wanted = wanted(subject.0, subject.1);
        let targets = Program::compile_for(case, subject, &wanted);
        let every: Vec<Output> = model.variables.keys().map(Output::Outlook).collect();
        let outlook = Program::compile_for(case, subject, &every);
        let reached = levers_reach(subject.0, subject.1);
        Self {
            form,
            sampling,
            wanted,
            targets: Drawn::new(targets, sampling),
            outlook: Drawn::new(outlook, Sampling::random(DRAWS_OF_EXPECTATION)),
            reached,
            model,
            region,
        }
    }

    /// Whether it computes a case as it is compiled.
    pub(super) fn fits(&self, case: &Case) -> bool {
        Form::of(case, &self.model, &self.region) == self.form
    }
}

/// What of a case is compiled in.
#[derive(Debug, PartialEq)]
struct Form {
    /// Assumptions in years in which the region lists none, and with their values those up to the base
    /// year.
    listed: Vec<(String, i32, Option<f64>)>,
    /// Parameters that the model knows exactly.
    fixed: Vec<(String, Distribution)>,
    /// Variables of which later values are known.
    known: Vec<String>,
}

impl Form {
    fn of(case: &Case, model: &Model, region: &Region) -> Self {
        let mut listed = Vec::new();
        for (id, years) in &case.assumptions {
            let path = region.assumptions.get(id);
            for (&year, &value) in years {
                let is_past = year <= region.base_year;
                if is_past || !path.is_some_and(|path| path.by_year.contains_key(&year)) {
                    listed.push((id.clone(), year, is_past.then_some(value)));
                }
            }
        }
        let is_fixed = |id: &str| {
            let mut parameters = model.parameters.iter();
            let declared = parameters.find(|parameter| parameter.id == id);
            declared.is_some_and(|found| {
                matches!(found.known_in(region.base_year), Distribution::Fixed(_))
            })
        };
        let fixed = case.parameters.iter().filter(|(id, _)| is_fixed(id));
        Self {
            listed,
            fixed: fixed.map(|(id, distribution)| (id.clone(), *distribution)).collect(),
            known: case.known.keys().cloned().collect(),
        }
    }
}

/// The outputs that the region's targets need.
fn wanted(model: &Model, region: &Region) -> Vec<Output> {
    let mut wanted = vec![Output::Cost];
    wanted.extend(model.levers.keys().map(Output::LeverCost));
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
