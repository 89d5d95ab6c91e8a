//! A syntax tree back as text that the parser reads as the same tree.

use crate::formula::UnaryOperator;
use crate::formula::expression::{BinaryOperator, Expression, Function, Node, OtherRun, Series};
use crate::unit::Unit;

/// How tightly an expression binds: the levels of the grammar, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the rules of the grammar")]
pub enum Level {
    Expression,
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Unary,
    Power,
    Atom,
}

impl Level {
    /// The rule that an expression is made by.
    #[must_use]
    pub fn of<N>(part: &Expression<N>) -> Self {
        match &part.node {
            Node::If(_) => Level::Expression,
            Node::Binary(operator, ..) => operator.level(),
            Node::Unary(UnaryOperator::Not, _) => Level::Not,
            Node::Unary(UnaryOperator::Negate, _) => Level::Unary,
            Node::Number { value, .. } if value.is_sign_negative() => Level::Unary,
            _ => Level::Atom,
        }
    }
}

/// The text of a formula, with names as `name` writes them.
#[must_use]
pub fn print<N>(expression: &Expression<N>, name: &dyn Fn(&N) -> String) -> String {
    Printer { name }.part(expression, Level::Expression)
}

struct Printer<'n, N> {
    name: &'n dyn Fn(&N) -> String,
}

impl<N> Printer<'_, N> {
    /// A part where the grammar wants `least`: in parentheses if it binds less tightly.
    fn part(&self, part: &Expression<N>, least: Level) -> String {
        let text = self.bare(part);
        if Level::of(part) < least { format!("({text})") } else { text }
    }

    fn bare(&self, part: &Expression<N>) -> String {
        match &part.node {
            Node::Number { value, unit } => match unit.as_ref().map(Unit::symbol) {
                None | Some("1") => value.to_string(),
                Some(symbol) => format!("{value} {symbol}"),
            },
            Node::Name(name) => (self.name)(name),
            Node::Time => "t".to_owned(),
            Node::Year => "year".to_owned(),
            Node::Unary(UnaryOperator::Negate, operand) => {
                format!("-{}", self.part(operand, Level::Unary))
            }
            Node::Unary(UnaryOperator::Not, operand) => {
                format!("not {}", self.part(operand, Level::Not))
            }
            Node::Binary(operator, left, right) => {
                let [first, second] = operator.operands();
                let (left, right) = (self.part(left, first), self.part(right, second));
                format!("{left} {} {right}", operator.symbol())
            }
            Node::If(parts) => {
                let [condition, then, otherwise] =
                    parts.each_ref().map(|part| self.part(part, Level::Expression));
                format!("if {condition} then {then} else {otherwise}")
            }
            Node::Call(function, arguments) => self.call(*function, arguments),
            Node::Start(name) => format!("start({})", (self.name)(name)),
            Node::Growth(name) => format!("growth({})", (self.name)(name)),
            Node::Run(run, name) => self.run(*run, name),
            Node::Previous(series, 1) => format!("previous({})", self.series(series)),
            Node::Previous(series, ago) => format!("previous({}, {ago})", self.series(series)),
            Node::SumToDate(series) => format!("sum_to_date({})", self.series(series)),
        }
    }

    fn call(&self, function: Function, arguments: &[Expression<N>]) -> String {
        let arguments: Vec<String> =
            arguments.iter().map(|part| self.part(part, Level::Expression)).collect();
        format!("{}({})", function.name(), arguments.join(", "))
    }

    fn run(&self, run: OtherRun, name: &N) -> String {
        let word = match run {
            OtherRun::Outlook => "outlook",
            OtherRun::Extra => "extra",
        };
        format!("{word}({})", (self.name)(name))
    }

    fn series(&self, series: &Series<N>) -> String {
        match series.run {
            Some(run) => self.run(run, &series.name),
            None => (self.name)(&series.name),
        }
    }
}

impl BinaryOperator {
    /// The rule of the grammar.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::Or => Level::Or,
            Self::And => Level::And,
            Self::Equal
            | Self::NotEqual
            | Self::Less
            | Self::LessOrEqual
            | Self::Greater
            | Self::GreaterOrEqual => Level::Comparison,
            Self::Add | Self::Subtract => Level::Sum,
            Self::Multiply | Self::Divide => Level::Product,
            Self::Power => Level::Power,
        }
    }

    /// How tightly the operands must bind to stand without parentheses.
    #[must_use]
    pub fn operands(self) -> [Level; 2] {
        match self.level() {
            Level::Or => [Level::Or, Level::And],
            Level::And => [Level::And, Level::Not],
            Level::Comparison => [Level::Sum; 2],
            Level::Sum => [Level::Sum, Level::Product],
            Level::Product => [Level::Product, Level::Unary],
            _ => [Level::Atom, Level::Unary],
        }
    }

    /// As a formula writes it.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
        }
    }
}
