//! The oracle: a model evaluated the slow, obvious way, one number at a time.
//!
//! It walks the syntax trees and knows nothing of graphs, tapes or lanes. The engine must
//! agree with it to the last bit, every NaN counting as one.

use std::collections::BTreeMap;

use tuiyan::engine::Input;
use tuiyan::formula::{
    BinaryOperator, Expression, Function, Node, OtherRun, Series, UnaryOperator,
};
use tuiyan::math::{exp, floor_to, ln, maximum, minimum, pow, round_half_up_to};
use tuiyan::model::{CostKind, Formula, LeverId, Model, ParameterId, Reference, Start, VariableId};
use tuiyan::plan::Settings;
use tuiyan::region::{Datum, Provenance, Region};
use tuiyan::sampling::{Distribution, successes};
use tuiyan::unit::InUnit;

/// Outlook or scenario; in the base year there is no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Path {
    Outlook,
    Scenario,
}

/// A path and the years since the base year.
type Moment = (Path, i32);

/// One draw of a model under settings.
pub(crate) struct Oracle<'m> {
    pub(crate) model: &'m Model,
    pub(crate) region: &'m Region,
    pub(crate) settings: &'m Settings,
    /// Value of an input in this draw.
    pub(crate) input: &'m dyn Fn(&Input) -> f64,
    /// Value of a shock in a simulated year.
    pub(crate) shock: &'m dyn Fn(&str, u32) -> f64,
    /// What was computed before, only to save time.
    pub(crate) known: BTreeMap<(Moment, Reference), f64>,
}

impl Oracle<'_> {
    /// The value of a declaration; NaN for a base-year value that does not exist.
    pub(crate) fn value(&mut self, at: Moment, name: Reference) -> f64 {
        if let Some(value) = self.known.get(&(at, name)) {
            return *value;
        }
        let value = self.compute(at, name);
        self.known.insert((at, name), value);
        value
    }

    fn compute(&mut self, at: Moment, name: Reference) -> f64 {
        let model = self.model;
        match name {
            Reference::Figure(figure) => {
                let figure = &model.figures[figure];
                let datum = self.datum(&figure.id, figure.default.as_ref());
                if figure.base_error { self.disturbed(&figure.id, datum) } else { datum.0 }
            }
            Reference::Assumption(assumption) => self.assumption(at.1, assumption),
            Reference::Parameter(parameter) => self.parameter(parameter),
            Reference::Shock(shock) => (self.shock)(&model.shocks[shock].id, at.1 as u32),
            Reference::Constant(constant) => self.base(&model.constants[constant].formula),
            Reference::Lever(lever) => self.lever(at, lever, 0),
            Reference::Variable(variable) => self.variable(at, variable),
            Reference::PolicyCost => {
                let levers = model.levers_that_cost(CostKind::Cash);
                levers.fold(0.0, |sum, lever| sum + self.cost(at, lever))
            }
        }
    }

    /// A formula over base-year values.
    fn base(&mut self, formula: &Formula) -> f64 {
        self.expression((Path::Outlook, 0), &formula.expression)
    }

    fn variable(&mut self, at: Moment, variable: VariableId) -> f64 {
        let declared = &self.model.variables[variable];
        match (at.1, &declared.start) {
            (0, Start::Own(formula)) => self.base(formula),
            (0, Start::None) => f64::NAN,
            (0, Start::Region) => {
                let datum = self.datum(&declared.id, declared.default.as_ref());
                if declared.base_error { self.disturbed(&declared.id, datum) } else { datum.0 }
            }
            _ => {
                let formula = self.region.formula(self.model, variable);
                self.expression(at, &formula.expression)
            }
        }
    }

    /// The region's figure or what stands for it, and its error.
    fn datum(&mut self, id: &str, default: Option<&Formula>) -> (f64, f64) {
        let error = self.model.base_error;
        match self.region.figures.get(id) {
            Some(Datum { value, provenance, error: own, .. }) => {
                let usual = match provenance {
                    Provenance::Document => error.document,
                    Provenance::Published => error.published,
                    Provenance::Derived => error.derived,
                    Provenance::Assumed => error.assumed,
                };
                (*value, own.unwrap_or(usual))
            }
            None => (self.base(default.unwrap()), error.assumed),
        }
    }

    fn disturbed(&self, id: &str, (value, error): (f64, f64)) -> f64 {
        match error {
            0.0 => value,
            _ => value * exp(error * (self.input)(&Input::BaseError(id.to_owned()))),
        }
    }

    fn assumption(&mut self, t: i32, assumption: usize) -> f64 {
        let declared = &self.model.assumptions[assumption];
        let path = self.region.assumptions.get(&declared.id);
        let listed = path.and_then(|path| path.by_year.get(&(self.region.base_year + t)));
        match (listed, &declared.default) {
            (Some(value), _) => *value,
            (None, Some(default)) => self.base(default),
            (None, None) => f64::NAN,
        }
    }

    fn parameter(&self, parameter: ParameterId) -> f64 {
        let declared = &self.model.parameters[parameter];
        match declared.known_in(self.region.base_year) {
            Distribution::Fixed(value) => value,
            other => (self.input)(&Input::Parameter(declared.id.clone(), other)),
        }
    }

    fn lever(&self, (path, t): Moment, lever: LeverId, ago: u32) -> f64 {
        let lever = &self.model.levers[lever];
        let present = self.region.present_setting(lever);
        let then = t - ago as i32;
        let chosen = self.settings.get(&lever.id).and_then(|path| path.at(then.max(1) as u32));
        let moved = path == Path::Scenario && then > 0;
        lever.unit.to_base(chosen.filter(|_| moved).unwrap_or(present))
    }

    /// What a lever costs: nothing in the outlook, and nothing where it is at present.
    pub(crate) fn cost(&mut self, at: Moment, lever: LeverId) -> f64 {
        let (setting, present) =
            (self.lever(at, lever, 0), self.lever((Path::Outlook, 0), lever, 0));
        match setting {
            _ if at.0 == Path::Outlook || at.1 == 0 || setting == present => 0.0,
            _ if setting.is_nan() => f64::NAN,
            _ => self.expression(at, &self.model.levers[lever].cost.expression),
        }
    }

    fn expression(&mut self, at: Moment, part: &Expression<Reference>) -> f64 {
        match &part.node {
            Node::Number { value, unit } => {
                unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value)))
            }
            Node::Name(name) => self.value(at, *name),
            Node::Time => f64::from(at.1),
            Node::Year => f64::from(self.region.base_year) + f64::from(at.1),
            Node::Unary(UnaryOperator::Negate, x) => -self.expression(at, x),
            Node::Unary(UnaryOperator::Not, x) => 1.0 - self.expression(at, x),
            Node::Binary(operator, x, y) => {
                let (x, y) = (self.expression(at, x), self.expression(at, y));
                binary(*operator, x, y)
            }
            Node::If(parts) => {
                let condition = self.expression(at, &parts[0]);
                let chosen = if condition == 0.0 { &parts[2] } else { &parts[1] };
                if condition.is_nan() { f64::NAN } else { self.expression(at, chosen) }
            }
            Node::Call(function, arguments) => {
                let arguments: Vec<f64> =
                    arguments.iter().map(|argument| self.expression(at, argument)).collect();
                call(*function, &arguments)
            }
            Node::Start(name) => self.value((Path::Outlook, 0), *name),
            Node::Growth(name) => {
                let (now, before) = (self.value(at, *name), self.before(at, *name, 1));
                if before > 0.0 { now / before - 1.0 } else { f64::NAN }
            }
            Node::Run(run, name) => {
                self.in_run(at, Some(*run), |oracle, at| oracle.value(at, *name))
            }
            Node::Previous(Series { run, name, .. }, ago) => {
                self.in_run(at, *run, |oracle, at| oracle.before(at, *name, *ago))
            }
            Node::SumToDate(Series { run, name, .. }) => {
                self.in_run(at, *run, |oracle, (path, t)| {
                    let years = 1..=t;
                    years.fold(0.0, |sum, t| sum + oracle.value((path, t), *name))
                })
            }
        }
    }

    fn in_run(
        &mut self,
        (path, t): Moment,
        run: Option<OtherRun>,
        read: impl Fn(&mut Self, Moment) -> f64,
    ) -> f64 {
        match run {
            None => read(self, (path, t)),
            Some(OtherRun::Outlook) => read(self, (Path::Outlook, t)),
            Some(OtherRun::Extra) if path == Path::Outlook || t == 0 => 0.0,
            Some(OtherRun::Extra) => {
                read(self, (Path::Scenario, t)) - read(self, (Path::Outlook, t))
            }
        }
    }

    /// A value some years ago; before the base year it is the region's history.
    fn before(&mut self, (path, t): Moment, name: Reference, ago: u32) -> f64 {
        let then = t - ago as i32;
        match name {
            Reference::Lever(lever) => self.lever((path, t), lever, ago),
            Reference::Variable(variable) if then < 0 => {
                let (history, year) = (&self.region.history, self.region.base_year + then);
                let known = &history[&self.model.variables[variable].id];
                known.iter().rfind(|known| known.year == year).unwrap().datum.value
            }
            Reference::Shock(shock) if then <= 0 => {
                panic!("`{}` has no value in the base year", self.model.shocks[shock].id)
            }
            Reference::PolicyCost if then < 0 => 0.0,
            _ => self.value((path, then), name),
        }
    }
}

fn binary(operator: BinaryOperator, x: f64, y: f64) -> f64 {
    let truth = |holds: bool| match (x.is_nan() || y.is_nan(), holds) {
        (true, _) => f64::NAN,
        (false, true) => 1.0,
        (false, false) => 0.0,
    };
    match operator {
        BinaryOperator::Or => maximum(x, y),
        BinaryOperator::And => minimum(x, y),
        BinaryOperator::Equal => truth(x == y),
        BinaryOperator::NotEqual => truth(x != y),
        BinaryOperator::Less => truth(x < y),
        BinaryOperator::LessOrEqual => truth(x <= y),
        BinaryOperator::Greater => truth(x > y),
        BinaryOperator::GreaterOrEqual => truth(x >= y),
        BinaryOperator::Add => x + y,
        BinaryOperator::Subtract => x - y,
        BinaryOperator::Multiply => x * y,
        BinaryOperator::Divide => x / y,
        BinaryOperator::Power => pow(x, y),
    }
}

fn call(function: Function, arguments: &[f64]) -> f64 {
    let [x, rest @ ..] = arguments else { panic!("{function:?} of nothing") };
    match (function, *x, rest) {
        (Function::Min, x, rest) => rest.iter().fold(x, |least, next| minimum(least, *next)),
        (Function::Max, x, rest) => rest.iter().fold(x, |most, next| maximum(most, *next)),
        (Function::Clamp, x, [low, high]) => minimum(maximum(x, *low), *high),
        (Function::Abs, x, _) => x.abs(),
        (Function::Exp, x, _) => exp(x),
        (Function::Ln, x, _) => ln(x),
        (Function::Sqrt, x, _) => x.sqrt(),
        (Function::Round, x, [step]) => round_half_up_to(x, *step),
        (Function::Floor, x, [step]) => floor_to(x, *step),
        (Function::Saturation, x, [scale]) => {
            let effect = 1.0 - exp(-(x.abs() / scale));
            if x < 0.0 { -effect } else { effect }
        }
        (Function::Diminishing, x, [half]) => x / (1.0 + x.abs() / half),
        (Function::Successes, n, [p, u]) => successes(n, *p, *u),
        (Function::Interpolate, x, points) => interpolate(x, points),
        other => panic!("wrong arguments: {other:?}"),
    }
}

/// On the last line that begins left of `x`; the first point's value where none does.
fn interpolate(x: f64, points: &[f64]) -> f64 {
    let points: Vec<(f64, f64)> = points.chunks(2).map(|point| (point[0], point[1])).collect();
    if x.is_nan() {
        return f64::NAN;
    }
    let line = points.windows(2).rfind(|line| line[0].0 < x);
    line.map_or(points[0].1, |line| {
        let [(x0, y0), (x1, y1)] = [line[0], line[1]];
        if x1 <= x { y1 } else { y0 + (x - x0) / (x1 - x0) * (y1 - y0) }
    })
}
