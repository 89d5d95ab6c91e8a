//! One equation with numbers put in: does it hold, or what does it leave for the last unknown?
//!
//! Numbers are intervals, because a plan rounds what it writes: 380 stands for
//! anything from 379.5 to 380.5.

use crate::formula::{BinaryOperator, Expression, Node, UnaryOperator};
use crate::model::{Formula, Reference};
use crate::unit::InUnit;

/// A name in a year of the equation: `previous(x)` is `x` one year ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    pub(super) reference: Reference,
    pub(super) ago: u32,
}

/// A number with the range that it may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Estimate {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// What an equation says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Both sides are known and agree.
    Holds,
    /// Both sides are known and differ, whatever the rounding.
    Differs { left: Estimate, right: Estimate },
    /// The one unknown, and what it must be.
    Solved(Term, Estimate),
    /// More than one unknown, or one that cannot be isolated.
    Open,
}

impl Estimate {
    /// A number without rounding.
    pub(super) fn exact(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// Whether the ranges have nothing in common, rounding of the machine aside.
    fn is_apart(self, other: Self) -> bool {
        let slack = 1e-9 * self.value.abs().max(other.value.abs());
        self.low > other.high + slack || other.low > self.high + slack
    }

    fn combine(self, other: Self, of: impl Fn(f64, f64) -> f64) -> Option<Self> {
        let ends = [
            of(self.low, other.low),
            of(self.low, other.high),
            of(self.high, other.low),
            of(self.high, other.high),
        ];
        let value = of(self.value, other.value);
        let low = ends.into_iter().fold(value, f64::min);
        let high = ends.into_iter().fold(value, f64::max);
        (low.is_finite() && high.is_finite()).then_some(Self { value, low, high })
    }

    fn plus(self, other: Self) -> Option<Self> {
        self.combine(other, |x, y| x + y)
    }

    fn minus(self, other: Self) -> Option<Self> {
        self.combine(other, |x, y| x - y)
    }

    fn times(self, other: Self) -> Option<Self> {
        self.combine(other, |x, y| x * y)
    }

    fn over(self, other: Self) -> Option<Self> {
        let through_zero = other.low <= 0.0 && other.high >= 0.0;
        if through_zero { None } else { self.combine(other, |x, y| x / y) }
    }
}

/// Every name in an equation, once for each place it stands in; `None` if it contains more
/// than names, numbers, `+ - * /` and `previous`.
pub(super) fn terms(equation: &Formula) -> Option<Vec<Term>> {
    let (mut terms, mut plain) = (Vec::new(), true);
    equation.expression.visit(&mut |part| match &part.node {
        Node::Number { .. } | Node::Unary(UnaryOperator::Negate, _) => {}
        Node::Binary(operator, ..) => plain &= is_arithmetic(*operator),
        _ => match term(part) {
            Some(term) => terms.push(term),
            None => plain = false,
        },
    });
    plain.then_some(terms)
}

fn is_arithmetic(operator: BinaryOperator) -> bool {
    use BinaryOperator::{Add, Divide, Equal, Multiply, Subtract};
    matches!(operator, Add | Subtract | Multiply | Divide | Equal)
}

fn term(part: &Expression<Reference>) -> Option<Term> {
    match &part.node {
        Node::Name(reference) => Some(Term { reference: *reference, ago: 0 }),
        Node::Previous(series, ago) if series.run.is_none() => {
            Some(Term { reference: series.name, ago: *ago })
        }
        _ => None,
    }
}

/// Puts in what is known.
pub(super) fn solve(equation: &Formula, known: &dyn Fn(Term) -> Option<Estimate>) -> Outcome {
    let Node::Binary(BinaryOperator::Equal, left, right) = &equation.expression.node else {
        return Outcome::Open;
    };
    let Some(terms) = terms(equation) else { return Outcome::Open };
    let unknown: Vec<Term> = terms.into_iter().filter(|term| known(*term).is_none()).collect();
    match unknown[..] {
        [] => match (value(left, known), value(right, known)) {
            (Some(left), Some(right)) if left.is_apart(right) => Outcome::Differs { left, right },
            (Some(_), Some(_)) => Outcome::Holds,
            _ => Outcome::Open,
        },
        [unknown] => {
            let (inside, outside) =
                if contains(left, unknown) { (left, right) } else { (right, left) };
            let solved = value(outside, known).and_then(|value| isolate(inside, value, known));
            solved.map_or(Outcome::Open, |solved| Outcome::Solved(unknown, solved))
        }
        _ => Outcome::Open,
    }
}

fn contains(part: &Expression<Reference>, unknown: Term) -> bool {
    let mut found = false;
    part.visit(&mut |part| found |= term(part) == Some(unknown));
    found
}

fn value(
    part: &Expression<Reference>,
    known: &dyn Fn(Term) -> Option<Estimate>,
) -> Option<Estimate> {
    match &part.node {
        Node::Number { value, unit } => {
            Some(Estimate::exact(unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value)))))
        }
        Node::Unary(_, operand) => Estimate::exact(0.0).minus(value(operand, known)?),
        Node::Binary(operator, left, right) => {
            let (left, right) = (value(left, known)?, value(right, known)?);
            match operator {
                BinaryOperator::Add => left.plus(right),
                BinaryOperator::Subtract => left.minus(right),
                BinaryOperator::Multiply => left.times(right),
                BinaryOperator::Divide => left.over(right),
                _ => None,
            }
        }
        _ => known(term(part)?),
    }
}

/// What the one unknown in `part` must be for `part` to be `result`.
fn isolate(
    part: &Expression<Reference>,
    result: Estimate,
    known: &dyn Fn(Term) -> Option<Estimate>,
) -> Option<Estimate> {
    match &part.node {
        Node::Unary(_, operand) => isolate(operand, Estimate::exact(0.0).minus(result)?, known),
        Node::Binary(operator, left, right) => {
            use BinaryOperator::{Add, Divide, Multiply, Subtract};
            match (operator, value(left, known), value(right, known)) {
                (Add, None, Some(right)) => isolate(left, result.minus(right)?, known),
                (Add, Some(left), None) => isolate(right, result.minus(left)?, known),
                (Subtract, None, Some(right)) => isolate(left, result.plus(right)?, known),
                (Subtract, Some(left), None) => isolate(right, left.minus(result)?, known),
                (Multiply, None, Some(right)) => isolate(left, result.over(right)?, known),
                (Multiply, Some(left), None) => isolate(right, result.over(left)?, known),
                (Divide, None, Some(right)) => isolate(left, result.times(right)?, known),
                (Divide, Some(left), None) => isolate(right, left.over(result)?, known),
                _ => None,
            }
        }
        _ => Some(result),
    }
}
