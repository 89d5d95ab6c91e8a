//! A formula as readable mathematics, with names or with the values of a year.

use std::cmp::Ordering;

use crate::formula::{
    BinaryOperator, Expression, Function, Level, Moment, Node, OtherRun, Read, UnaryOperator,
};
use crate::locale::Locale;
use crate::model::Reference;
use crate::wording::formula::{FormulaText, FormulaWriter};
use crate::wording::number;
use crate::wording::phrase::Phrase;

/// How symbols name declarations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// As on screen.
    Displayed,
    /// As in the model's file.
    Ids,
}

/// The values of one year of one run.
#[derive(Clone, Copy)]
pub struct Values<'v> {
    /// Of the region.
    pub base_year: i32,
    /// Years since then.
    pub t: u32,
    /// In base units; `None` where there is no value.
    pub of: &'v dyn Fn(Read<Reference>) -> Option<f64>,
}

type Tree = Expression<Reference>;

/// Text, and how tightly it binds.
type Piece = (FormulaText, Level);

pub(super) fn write(writer: FormulaWriter<'_>, formula: &Tree, naming: Naming) -> FormulaText {
    let leaf = Leaf::Names(naming);
    Symbols { writer, leaf }.part(formula, Level::Expression)
}

pub(super) fn write_values(
    writer: FormulaWriter<'_>,
    formula: &Tree,
    values: &Values<'_>,
) -> FormulaText {
    let leaf = Leaf::Values(values);
    Symbols { writer, leaf }.part(formula, Level::Expression)
}

enum Leaf<'v> {
    Names(Naming),
    Values(&'v Values<'v>),
}

struct Symbols<'m, 'v> {
    writer: FormulaWriter<'m>,
    leaf: Leaf<'v>,
}

impl Symbols<'_, '_> {
    /// A part where the notation wants `least`: in brackets if it binds less tightly.
    fn part(&self, part: &Tree, least: Level) -> FormulaText {
        enclosed(self.bare(part), least)
    }

    fn bare(&self, part: &Tree) -> Piece {
        let read = |name, run, moment| self.read(Read { name, run, moment });
        match &part.node {
            Node::Number { value, unit } => {
                let number = self.writer.number(*value, unit.as_ref());
                (number, if unit.is_some() { Level::Power } else { Level::Atom })
            }
            Node::Name(name) => read(*name, None, Moment::Now),
            Node::Start(name) => read(*name, None, Moment::Base),
            Node::Run(run, name) => read(*name, Some(*run), Moment::Now),
            Node::Previous(series, ago) => self.read(series.read(Moment::Ago(*ago))),
            Node::SumToDate(series) => self.read(series.read(Moment::ToDate)),
            Node::Growth(name) => self.growth(*name),
            Node::Time => self.clock("t", |values| i64::from(values.t)),
            Node::Year => {
                self.clock("year", |values| i64::from(values.base_year) + i64::from(values.t))
            }
            Node::Unary(UnaryOperator::Negate, operand) => {
                let operand = self.part(operand, Level::Power);
                (FormulaText::plain("−").then(operand), Level::Unary)
            }
            Node::Unary(UnaryOperator::Not, operand) => {
                let gaps = [("x", self.part(operand, Level::Atom))];
                (self.phrase(Phrase::FORMULA_NOT, &gaps), Level::Not)
            }
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::If(parts) => {
                let [condition, x, y] = parts.each_ref().map(|part| self.part(part, Level::Or));
                let gaps = [("condition", condition), ("x", x), ("y", y)];
                (self.phrase(Phrase::FORMULA_IF, &gaps), Level::Expression)
            }
            Node::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn phrase(&self, phrase: Phrase, gaps: &[(&str, FormulaText)]) -> FormulaText {
        FormulaText::fill(phrase, self.writer.locale, gaps)
    }

    /// `growth(x)` is `x ÷ x[t−1] − 1`.
    fn growth(&self, name: Reference) -> Piece {
        let read = |moment| self.read(Read { name, run: None, moment });
        let above = enclosed(read(Moment::Now), Level::Product);
        let below = enclosed(read(Moment::Ago(1)), Level::Unary);
        let ratio = self.joined(above, "÷", below);
        (self.joined(ratio, "−", FormulaText::plain("1")), Level::Sum)
    }

    fn clock(&self, word: &str, value: impl Fn(&Values<'_>) -> i64) -> Piece {
        let text = match &self.leaf {
            Leaf::Names(_) => word.to_owned(),
            Leaf::Values(values) => value(values).to_string(),
        };
        (FormulaText::plain(text), Level::Atom)
    }

    fn binary(&self, operator: BinaryOperator, left: &Tree, right: &Tree) -> Piece {
        let [first, second] = operator.operands();
        let left = self.part(left, first);
        let phrase = match operator {
            BinaryOperator::Power => {
                let exponent = self.part(right, Level::Expression);
                return (left.then(exponent.raised()), Level::Power);
            }
            BinaryOperator::And => Phrase::FORMULA_AND,
            BinaryOperator::Or => Phrase::FORMULA_OR,
            _ => {
                let right = self.part(right, second);
                return (self.joined(left, symbol(operator), right), operator.level());
            }
        };
        let gaps = [("x", left), ("y", self.part(right, second))];
        (self.phrase(phrase, &gaps), operator.level())
    }

    fn joined(&self, left: FormulaText, symbol: &str, right: FormulaText) -> FormulaText {
        let symbol = if self.is_spaced() { format!(" {symbol} ") } else { symbol.to_owned() };
        left.then(FormulaText::plain(symbol)).then(right)
    }

    /// Beside Han characters the page sets the space; none is typed.
    fn is_spaced(&self) -> bool {
        self.writer.locale == Locale::En || matches!(self.leaf, Leaf::Names(Naming::Ids))
    }

    fn call(&self, function: Function, arguments: &[Tree]) -> Piece {
        let arguments: Vec<FormulaText> =
            arguments.iter().map(|argument| self.part(argument, Level::Expression)).collect();
        let arguments = FormulaText::list(arguments, ", ", ", ");
        let (before, after) = match function {
            Function::Abs => ("|".to_owned(), "|"),
            Function::Sqrt => ("√(".to_owned(), ")"),
            _ => (format!("{}(", function.name()), ")"),
        };
        let text = FormulaText::plain(before).then(arguments).then(FormulaText::plain(after));
        (text, Level::Atom)
    }

    fn read(&self, read: Read<Reference>) -> Piece {
        match &self.leaf {
            Leaf::Names(naming) => (self.symbol(read, *naming), Level::Atom),
            Leaf::Values(values) => self.value(read, (values.of)(read)),
        }
    }

    fn value(&self, read: Read<Reference>, value: Option<f64>) -> Piece {
        let written = value.map(|value| self.writer.value(read, value));
        let is_below = written.as_ref().is_some_and(|written| written.sign == Some(Ordering::Less));
        let text = written.map_or(number::NONE.to_owned(), String::from);
        // A minus sign needs brackets beside other signs, a unit under an exponent.
        let level = if is_below { Level::Sum } else { Level::Power };
        (FormulaText::name(read.name, text), level)
    }

    /// `Σ` for a sum to date, `Δ` for what policy adds, the year and the run below the line.
    fn symbol(&self, read: Read<Reference>, naming: Naming) -> FormulaText {
        let name = match naming {
            Naming::Displayed => self.writer.name(read.name),
            Naming::Ids => self.writer.model.id_of(read.name),
        };
        let sum = if read.moment == Moment::ToDate { "Σ" } else { "" };
        let extra = if read.run == Some(OtherRun::Extra) { "Δ" } else { "" };
        let year = match read.moment {
            Moment::Now | Moment::ToDate => None,
            Moment::Base => Some("0".to_owned()),
            Moment::Ago(years) => Some(format!("t−{years}")),
        };
        let outlook = (read.run == Some(OtherRun::Outlook))
            .then(|| Phrase::FORMULA_OUTLOOK_INDEX.get(self.writer.locale).to_owned());
        let below: Vec<String> = [outlook, year].into_iter().flatten().collect();
        let text = FormulaText::plain(format!("{sum}{extra}"));
        let text = text.then(FormulaText::name(read.name, name));
        if below.is_empty() { text } else { text.then(FormulaText::below(below.join(", "))) }
    }
}

fn enclosed((text, level): Piece, least: Level) -> FormulaText {
    if level >= least {
        return text;
    }
    FormulaText::plain("(").then(text).then(FormulaText::plain(")"))
}

/// As mathematics writes it; `and` and `or` are words.
fn symbol(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::NotEqual => "≠",
        BinaryOperator::LessOrEqual => "≤",
        BinaryOperator::GreaterOrEqual => "≥",
        BinaryOperator::Subtract => "−",
        BinaryOperator::Multiply => "×",
        BinaryOperator::Divide => "÷",
        _ => operator.symbol(),
    }
}
