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
    Run(OtherRun, N),
    /// The value some years ago.
    Previous(Series<N>, u32),
    /// The sum since the base year, which is not counted.
    SumToDate(Series<N>),
}

/// A name in one of the runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<N> {
    /// `None`: the run that is being computed.
    pub run: Option<OtherRun>,
    /// Of what.
    pub name: N,
    /// Bytes in the formula's text.
    pub span: Span,
}

/// Another run than the one that is being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OtherRun {
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

impl BinaryOperator {
    /// Whether it compares two values.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        use BinaryOperator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
        matches!(self, Equal | NotEqual | Less | LessOrEqual | Greater | GreaterOrEqual)
    }
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

impl<N> Expression<N> {
    /// Calls `see` with this expression and every part of it, outermost first.
    pub fn visit(&self, see: &mut dyn FnMut(&Expression<N>)) {
        see(self);
        match &self.node {
            Node::Unary(_, operand) => operand.visit(see),
            Node::Binary(_, left, right) => {
                left.visit(see);
                right.visit(see);
            }
            Node::If(parts) => parts.iter().for_each(|part| part.visit(see)),
            Node::Call(_, arguments) => arguments.iter().for_each(|part| part.visit(see)),
            _ => {}
        }
    }

    /// The same tree with every name replaced by what `find` says it stands for.
    ///
    /// `find` is called for all names, so that it can report each that it does
    /// not know; the result is `None` if there was one.
    pub fn resolve<M>(&self, find: &mut dyn FnMut(&N, Span) -> Option<M>) -> Option<Expression<M>> {
        let span = self.span;
        let node = match &self.node {
            Node::Number { value, unit } => {
                Some(Node::Number { value: *value, unit: unit.clone() })
            }
            Node::Name(name) => find(name, span).map(Node::Name),
            Node::Time => Some(Node::Time),
            Node::Year => Some(Node::Year),
            Node::Unary(operator, operand) => {
                operand.resolve(find).map(|operand| Node::Unary(*operator, Box::new(operand)))
            }
            Node::Binary(operator, left, right) => {
                let (left, right) = (left.resolve(find), right.resolve(find));
                left.zip(right)
                    .map(|(left, right)| Node::Binary(*operator, Box::new(left), Box::new(right)))
            }
            Node::If(parts) => {
                let [condition, then, otherwise] = parts.each_ref().map(|part| part.resolve(find));
                condition.zip(then).zip(otherwise).map(|((condition, then), otherwise)| {
                    Node::If(Box::new([condition, then, otherwise]))
                })
            }
            Node::Call(function, arguments) => {
                let all: Vec<_> = arguments.iter().map(|argument| argument.resolve(find)).collect();
                let all: Option<Vec<_>> = all.into_iter().collect();
                all.map(|arguments| Node::Call(*function, arguments))
            }
            Node::Start(name) => find(name, span).map(Node::Start),
            Node::Growth(name) => find(name, span).map(Node::Growth),
            Node::Run(run, name) => find(name, span).map(|name| Node::Run(*run, name)),
            Node::Previous(series, ago) => {
                series.resolve(find).map(|series| Node::Previous(series, *ago))
            }
            Node::SumToDate(series) => series.resolve(find).map(Node::SumToDate),
        };
        node.map(|node| Expression { node, span })
    }
}

impl<N> Series<N> {
    fn resolve<M>(&self, find: &mut dyn FnMut(&N, Span) -> Option<M>) -> Option<Series<M>> {
        let name = find(&self.name, self.span)?;
        Some(Series { run: self.run, name, span: self.span })
    }
}

impl Function {
    /// As a formula writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let known = Self::ALL.iter().find(|(_, function, ..)| *function == self);
        known.map_or("", |(name, ..)| name)
    }

    /// The function of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, ..)| *known == name).map(|(_, function, ..)| *function)
    }

    /// Every function, with its name in formulas and the fewest and most arguments.
    pub(super) const ALL: [(&str, Function, usize, usize); 13] = [
        ("min", Function::Min, 1, usize::MAX),
        ("max", Function::Max, 1, usize::MAX),
        ("clamp", Function::Clamp, 3, 3),
        ("abs", Function::Abs, 1, 1),
        ("exp", Function::Exp, 1, 1),
        ("ln", Function::Ln, 1, 1),
        ("sqrt", Function::Sqrt, 1, 1),
        ("round", Function::Round, 2, 2),
        ("floor", Function::Floor, 2, 2),
        ("saturation", Function::Saturation, 2, 2),
        ("diminishing", Function::Diminishing, 2, 2),
        ("successes", Function::Successes, 3, 3),
        ("interpolate", Function::Interpolate, 5, usize::MAX),
    ];
}
