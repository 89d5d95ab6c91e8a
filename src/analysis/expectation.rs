//! What the outlook expects of every variable: the yardstick for targets taken together.

use std::cell::RefCell;
use std::sync::Arc;

use crate::analysis::algebra::{Estimate, Outcome, Term, solve};
use crate::analysis::compiled::Compiled;
use crate::engine::{Basis, Case, Ensemble};
use crate::formula::Node;
use crate::model::{Model, Reference, VariableId};
use crate::plan::{Settings, stand_in};
use crate::region::Region;
use crate::sampling::{self, Summary};
use crate::sorted::Map;
use crate::unit::InUnit;

/// Quantiles of every variable in 现状延续, by simulated year.
#[derive(Debug)]
pub(super) struct Expectation {
    compiled: Arc<Compiled>,
    run: Ensemble,
    /// By variable and year from the base year, as far as they were asked for.
    summaries: RefCell<Map<(VariableId, usize), Option<Summary>>>,
}

impl Expectation {
    /// Runs the outlook of all variables once.
    pub(super) fn of(compiled: &Arc<Compiled>, case: &Case) -> Self {
        let drawn = &compiled.outlook;
        let basis = Arc::new(Basis::new(&drawn.program, &drawn.draws, case));
        let run = drawn.program.run_all(&basis, &Settings::present());
        Self { compiled: Arc::clone(compiled), run, summaries: RefCell::default() }
    }

    /// In the `t`-th simulated year; 0 is the base year.
    pub(super) fn summary(&self, variable: VariableId, t: usize) -> Option<Summary> {
        let mut summaries = self.summaries.borrow_mut();
        let values = || sampling::summarise(self.run.values(variable.into(), t)?).ok();
        *summaries.entry((variable, t)).or_insert_with(values)
    }

    /// Whether no lever can change the variable.
    pub(super) fn is_given(&self, variable: VariableId) -> bool {
        !self.compiled.reached[variable]
    }

    /// The simulated year of a calendar year, if it is one.
    pub(super) fn simulated(&self, region: &Region, year: i32) -> Option<usize> {
        let t = usize::try_from(year - region.base_year).ok()?;
        (1..=self.compiled.outlook.program.years() as usize).contains(&t).then_some(t)
    }
}

/// A base-year figure as the region gives it, else what the model takes for it where that needs no computing.
pub(super) fn figure(model: &Model, region: &Region, figure: usize) -> Option<f64> {
    let declared = &model.figures[figure];
    let given = region.figures.get(&declared.id).map(|datum| datum.value);
    let default = declared.default.as_ref().and_then(|default| match &default.expression.node {
        Node::Number { value, unit: Some(unit) } => Some(unit.to_base(InUnit(*value))),
        Node::Number { value, unit: None } => Some(declared.unit.to_base(InUnit(*value))),
        Node::If(_) => stand_in(model, region, default),
        _ => None,
    });
    given.or_else(|| region.from_own_past(declared)).or(default)
}

/// The value that a reference has in the base year.
pub(super) fn base_value(
    model: &Model,
    region: &Region,
    expectation: &Expectation,
    reference: Reference,
) -> Option<f64> {
    match reference {
        Reference::Variable(variable) => {
            let id = &model.variables[variable].id;
            let given = region.figures.get(id).map(|datum| datum.value);
            let given = given.or_else(|| tied(model, region, variable));
            given.or_else(|| expectation.summary(variable, 0).map(|summary| summary.p50))
        }
        Reference::Figure(position) => figure(model, region, position),
        _ => None,
    }
}

/// A variable without a figure of its own, where an identity gives it by the region's figures:
/// 209 certificates are 209 firms, whatever the draws make of their errors.
fn tied(model: &Model, region: &Region, variable: VariableId) -> Option<f64> {
    let known = |term: Term| {
        let Reference::Variable(other) = term.reference else { return None };
        let datum = region.figures.get(&model.variables[other].id).filter(|_| term.ago == 0)?;
        Some(Estimate::exact(datum.value))
    };
    let own = Term { reference: Reference::Variable(variable), ago: 0 };
    model.identities.iter().find_map(|identity| match solve(&identity.equation, &known) {
        Outcome::Solved(term, value) if term == own => Some(value.value),
        _ => None,
    })
}
