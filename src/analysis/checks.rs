//! Whether a model keeps its promises in a region: identities, conditions, and what levers do.
//!
//! The sides of an identity and the conditions are computed as variables more, so that they
//! mean what every other formula means.

use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Span};
use crate::engine::{Basis, Ensemble, Output, Program};
use crate::formula::{BinaryOperator, Expression, Node};
use crate::locale::Text;
use crate::model::{
    Class, Formula, LeverId, Model, Promise, Reference, Start, Variable, VariableId,
};
use crate::plan::{LeverPath, Settings};
use crate::region::Region;
use crate::sorted::Set;
use crate::unit::Unit;

/// Whether two values may follow each other as a lever is raised.
type Allowed = fn(f64, f64) -> bool;

/// Relative difference that is rounding.
const ROUNDING: f64 = 1e-9;

/// Steps in which a check moves its lever from present to the top of its range.
const STEPS: u32 = 4;

/// Runs a model's identities and checks in a region; places are bytes of the model's file.
///
/// Identities and conditions are tried with all levers at present and with all at the top
/// of their ranges. A check that needs a figure which the region lacks is not tried: see [`skipped_checks`].
#[must_use]
pub fn failed_checks(model: &Model, region: &Region, draws: usize) -> Vec<Problem> {
    let trial = Trial::new(model, region, draws);
    let mut problems = Vec::new();
    for others in [Others::Present, Others::Top] {
        let run = trial.run(&trial.settings(others));
        problems.extend(trial.truths(&run));
    }
    for check in 0..model.checks.len() {
        problems.extend(trial.raise(check));
    }
    // What fails at present often fails at the top as well: once is enough.
    let mut seen = Set::new();
    problems.retain(|problem| seen.insert((problem.code, problem.span.start)));
    problems
}

/// An identity or check that a region has not the data for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its displayed name.
    pub name: Text,
    /// Ids of what is missing.
    pub missing: Vec<String>,
}

/// The identities and checks that [`failed_checks`] does not try in a region.
#[must_use]
pub fn skipped_checks(model: &Model, region: &Region) -> Vec<Skipped> {
    let trial = Trial::new(model, region, 1);
    let truths = trial.truths.iter().map(|truth| (&truth.name, truth.sides.to_vec()));
    let raised = model.checks.iter().filter_map(|check| match &check.promise {
        Promise::Raise { never_lowers, never_raises, never_changes, .. } => {
            Some((&check.name, [&never_lowers[..], never_raises, never_changes].concat()))
        }
        Promise::Always(_) => None,
    });
    let skipped = truths.chain(raised).filter_map(|(name, outputs)| {
        let missing =
            outputs.iter().filter_map(|output| trial.program.missing((*output).into())).flatten();
        let missing: Set<String> = missing.collect();
        let name = name.clone();
        (!missing.is_empty()).then(|| Skipped { name, missing: missing.into_iter().collect() })
    });
    skipped.collect()
}

/// Where the levers stand that are not raised.
#[derive(Clone, Copy, PartialEq)]
enum Others {
    Present,
    Top,
}

/// A truth that is looked at in every year and draw.
struct Truth {
    code: Code,
    span: Span,
    name: Text,
    /// Outputs that must be equal; for a condition its value and 1.
    sides: [VariableId; 2],
}

struct Trial<'m> {
    model: &'m Model,
    region: &'m Region,
    truths: Vec<Truth>,
    program: Program,
    basis: Arc<Basis>,
}

impl<'m> Trial<'m> {
    fn new(model: &'m Model, region: &'m Region, draws: usize) -> Self {
        let mut wider = model.clone();
        let truths = truths(model, &mut wider);
        let wanted: Vec<Output> = wider.variables.keys().map(Output::Scenario).collect();
        let program = Program::compile(&wider, region, &wanted);
        let basis = Arc::new(Basis::sample(&program, draws));
        Self { model, region, truths, program, basis }
    }

    fn run(&self, settings: &Settings) -> Ensemble {
        self.program.run_all(&self.basis, settings)
    }

    /// All levers at present, or at the top of their ranges.
    fn settings(&self, others: Others) -> Settings {
        let mut settings = Settings::present();
        for lever in self.model.levers.iter().filter(|_| others == Others::Top) {
            settings.set(&lever.id, LeverPath::Constant(lever.range[1]));
        }
        settings
    }

    fn truths(&self, run: &Ensemble) -> Vec<Problem> {
        let failed = self.truths.iter().filter_map(|truth| {
            let [left, right] = truth.sides;
            let equal =
                |left: f64, right: f64| close(left, right) || left.is_nan() || right.is_nan();
            let (t, left, right) = self.first(run, run, [left, right], None, &equal)?;
            Some(self.broken(truth, t, left, right))
        });
        failed.collect()
    }

    fn broken(&self, truth: &Truth, t: u32, left: f64, right: f64) -> Problem {
        let (year, Text { zh, en }) = (self.region.base_year + t as i32, &truth.name);
        let message = match truth.code {
            Code::IdentityFails => Text::new(
                format!("“{zh}”在{year}年不成立：左边{left}，右边{right}"),
                format!("`{en}` does not hold in {year}: {left} against {right}"),
            ),
            _ => Text::new(
                format!("“{zh}”在{year}年不成立"),
                format!("`{en}` does not hold in {year}"),
            ),
        };
        Problem::new(truth.code, truth.span, message)
    }

    /// Raises one lever step by step, the others once at present and once at the top.
    fn raise(&self, check: usize) -> Vec<Problem> {
        let check = &self.model.checks[check];
        let Promise::Raise { lever, never_lowers, never_raises, never_changes, in_year } =
            &check.promise
        else {
            return Vec::new();
        };
        let promises: [(&Vec<VariableId>, Allowed, [&str; 2]); 3] = [
            (never_lowers, |less, more| more >= less || close(less, more), ["降低", "lowers"]),
            (never_raises, |less, more| more <= less || close(less, more), ["提高", "raises"]),
            (never_changes, close, ["改变", "changes"]),
        ];
        let mut problems = Vec::new();
        for others in [Others::Present, Others::Top] {
            let runs: Vec<Ensemble> =
                (0..=STEPS).map(|step| self.run(&self.raised(*lever, step, others))).collect();
            for (variables, allowed, word) in promises {
                let broken = variables.iter().filter_map(|variable| {
                    let pairs = runs.windows(2);
                    let found = pairs.filter_map(|pair| {
                        self.first(&pair[0], &pair[1], [*variable; 2], *in_year, &allowed)
                    });
                    Some((*variable, found.min_by_key(|(t, ..)| *t)?.0))
                });
                problems.extend(
                    broken.map(|(variable, t)| {
                        self.disappointed(check.span, *lever, variable, t, word)
                    }),
                );
            }
        }
        problems
    }

    fn raised(&self, lever: LeverId, step: u32, others: Others) -> Settings {
        let mut settings = self.settings(others);
        let declared = &self.model.levers[lever];
        let present = self.region.present_setting(declared);
        let share = f64::from(step) / f64::from(STEPS);
        let setting = present + (declared.range[1] - present) * share;
        settings.set(&declared.id, LeverPath::Constant(setting));
        settings
    }

    fn disappointed(
        &self,
        span: Span,
        lever: LeverId,
        variable: VariableId,
        t: u32,
        [zh, en]: [&str; 2],
    ) -> Problem {
        let year = self.region.base_year + t as i32;
        let (lever, variable) =
            (&self.model.levers[lever].name, &self.model.variables[variable].name);
        let message = Text::new(
            format!("“{}”提高，{year}年的“{}”被{zh}", lever.zh, variable.zh),
            format!("more `{}` {en} `{}` in {year}", lever.en, variable.en),
        );
        Problem::new(Code::CheckFails, span, message)
    }

    /// The first year in which a draw's two values are not as allowed, and the values.
    fn first(
        &self,
        before: &Ensemble,
        after: &Ensemble,
        [left, right]: [VariableId; 2],
        in_year: Option<u32>,
        allowed: &dyn Fn(f64, f64) -> bool,
    ) -> Option<(u32, f64, f64)> {
        let years = (1..=self.program.years()).filter(|t| in_year.is_none_or(|year| year == *t));
        years.into_iter().find_map(|t| {
            let left = before.values(left.into(), t as usize)?;
            let right = after.values(right.into(), t as usize)?;
            let mut pairs = left.iter().zip(right);
            let (left, right) = pairs.find(|(left, right)| !allowed(**left, **right))?;
            Some((t, *left, *right))
        })
    }
}

/// Equal to rounding; two bad numbers are equal.
fn close(left: f64, right: f64) -> bool {
    let size = left.abs().max(right.abs());
    (left - right).abs() <= ROUNDING * size || left.is_nan() && right.is_nan()
}

/// Adds the sides of all truths to a model, as variables.
fn truths(model: &Model, wider: &mut Model) -> Vec<Truth> {
    let number =
        |value| Expression { node: Node::Number { value, unit: None }, span: Span::default() };
    let mut truths = Vec::new();
    for identity in &model.identities {
        let Node::Binary(BinaryOperator::Equal, left, right) = &identity.equation.expression.node
        else {
            continue;
        };
        let sides = [add(wider, (**left).clone()), add(wider, (**right).clone())];
        let (span, name) = (identity.span, identity.name.clone());
        truths.push(Truth { code: Code::IdentityFails, span, name, sides });
    }
    for check in &model.checks {
        let Promise::Always(condition) = &check.promise else { continue };
        let parts = [condition.expression.clone(), number(1.0), number(0.0)];
        let value = Expression { node: Node::If(Box::new(parts)), span: Span::default() };
        let sides = [add(wider, value), add(wider, number(1.0))];
        let (span, name) = (check.span, check.name.clone());
        truths.push(Truth { code: Code::CheckFails, span, name, sides });
    }
    truths
}

/// Adds a formula as a variable without a base-year value; gives its position.
fn add(model: &mut Model, expression: Expression<Reference>) -> VariableId {
    let id = format!("truth {}", model.variables.len());
    model.variables.push_and_get_key(Variable {
        id,
        name: Text::default(),
        unit: Unit::pure(),
        formula: Formula { text: String::new(), expression },
        start: Start::None,
        default: None,
        class: Class::Mechanical,
        measure: None,
        group: None,
        direction: None,
        decimals: 0,
        real_of: None,
        plausible: None,
        base_error: false,
        definition: None,
        sources: Vec::new(),
        note: None,
    })
}
