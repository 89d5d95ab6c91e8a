//! The syntax tree of a formula.
//!
//! One tree serves two stages: as written, names are [`Name`]s; in a checked
//! model they are references to declarations. Passes between the two keep the
//! shape and the spans.

use crate::diagnostic::Span;
use crate::unit::Unit;

/// A name as written: an id, or a displayed name in 「」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Without the brackets.
    pub text: String,
    /// Written in 「」, so a displayed name.
    pub displayed: bool,
}

/// A part of a formula, with the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression<N> {
    /// What it is.
    pub node: Node<N>,
    /// Bytes in the formula's text.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<N> {
    /// A number as written, with its unit.
    Number {
        /// In `unit`, or pure.
        value: f64,
        /// As written; `None` for a bare number.
        unit: Option<Unit>,
    },
    /// This year's value of a declaration.
    Name(N),
    /// Years since the base year.
    Time,
    /// The calendar year.
    Year,
    /// `-x` or `not x`.
    Unary(UnaryOperator, Box<Expression<N>>),
    /// Two operands.
    Binary(BinaryOperator, Box<Expression<N>>, Box<Expression<N>>),
    /// `if condition then a else b`.
    If(Box<[Expression<N>; 3]>),
    /// A function of its arguments.
    Call(Function, Vec<Expression<N>>),
    /// The base-year value.
    Start(N),
    /// Growth over the year before.
    Growth(N),
    /// The value in another run.
    Run(Run, N),
    /// The value some years ago.
    Previous(Series<N>, u32),
    /// The sum since the base year, which is not counted.
    SumToDate(Series<N>),
}

/// A name in one of the runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<N> {
    /// `None`: the run that is being computed.
    pub run: Option<Run>,
    /// Of what.
    pub name: N,
    /// Bytes in the formula's text.
    pub span: Span,
}

/// Another run than the one that is being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The same draw with all levers at present.
    Outlook,
    /// The scenario less the outlook.
    Extra,
}

/// An operator before its operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `-`.
    Negate,
    /// `not`.
    Not,
}

/// An operator between its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the operations")]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// A built-in function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Smallest of its arguments.
    Min,
    /// Largest of its arguments.
    Max,
    /// `clamp(x, low, high)`.
    Clamp,
    /// Absolute value.
    Abs,
    /// Exponential.
    Exp,
    /// Natural logarithm.
    Ln,
    /// Square root.
    Sqrt,
    /// `round(x, step)`, halves up.
    Round,
    /// `floor(x, step)`.
    Floor,
    /// `saturation(x, scale)` is `1 − exp(−x/scale)`.
    Saturation,
    /// `diminishing(x, half)` is `x / (1 + x/half)`, odd in x.
    Diminishing,
    /// `successes(n, p, u)`: binomial quantile.
    Successes,
    /// `interpolate(x, x1, y1, x2, y2, …)`.
    Interpolate,
}
