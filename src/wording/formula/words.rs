//! A formula as a sentence: one phrase for each construct of the language.

use crate::formula::{
    BinaryOperator, Expression, Function, Level, Moment, Node, Read, UnaryOperator,
};
use crate::model::Reference;
use crate::wording::formula::{FormulaText, FormulaWriter};
use crate::wording::phrase::Phrase;

type Tree = Expression<Reference>;

pub(super) fn write(writer: FormulaWriter<'_>, formula: &Tree) -> FormulaText {
    Words { writer }.part(formula, Level::Expression)
}

struct Words<'m> {
    writer: FormulaWriter<'m>,
}

impl Words<'_> {
    fn phrase(&self, phrase: Phrase, gaps: &[(&str, FormulaText)]) -> FormulaText {
        FormulaText::fill(phrase, self.writer.locale, gaps)
    }

    /// A part where the phrase wants `least`: in brackets if it binds less tightly.
    fn part(&self, part: &Tree, least: Level) -> FormulaText {
        let text = self.bare(part);
        if level(part) < least {
            return self.phrase(Phrase::FORMULA_BRACKETS, &[("x", text)]);
        }
        text
    }

    fn bare(&self, part: &Tree) -> FormulaText {
        let read = |name, run, moment| self.writer.read(Read { name, run, moment });
        match &part.node {
            Node::Number { value, unit } => self.writer.number(*value, unit.as_ref()),
            Node::Name(name) => read(*name, None, Moment::Now),
            Node::Start(name) => read(*name, None, Moment::Base),
            Node::Run(run, name) => read(*name, Some(*run), Moment::Now),
            Node::Previous(series, ago) => self.writer.read(series.read(Moment::Ago(*ago))),
            Node::SumToDate(series) => self.writer.read(series.read(Moment::ToDate)),
            Node::Growth(name) => {
                self.phrase(Phrase::FORMULA_GROWTH, &[("x", read(*name, None, Moment::Now))])
            }
            Node::Time => self.phrase(Phrase::FORMULA_TIME, &[]),
            Node::Year => self.phrase(Phrase::FORMULA_YEAR, &[]),
            Node::Unary(UnaryOperator::Negate, operand) => {
                self.phrase(Phrase::FORMULA_NEGATE, &[("x", self.part(operand, Level::Power))])
            }
            Node::Unary(UnaryOperator::Not, operand) => {
                self.phrase(Phrase::FORMULA_NOT, &[("x", self.part(operand, Level::Atom))])
            }
            Node::Binary(operator, left, right) => self.binary(*operator, left, right),
            Node::If(parts) => self.choice(parts),
            Node::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn binary(&self, operator: BinaryOperator, left: &Tree, right: &Tree) -> FormulaText {
        let [first, second] = match operator {
            BinaryOperator::Power => [Level::Atom; 2],
            _ => operator.operands(),
        };
        let gaps = [("x", self.part(left, first)), ("y", self.part(right, second))];
        self.phrase(operator_phrase(operator), &gaps)
    }

    /// A condition inside a condition is hard to follow without brackets.
    fn choice(&self, parts: &[Tree; 3]) -> FormulaText {
        let [condition, then, otherwise] = parts;
        let gaps = [
            ("condition", self.part(condition, Level::Or)),
            ("x", self.part(then, Level::Or)),
            ("y", self.part(otherwise, Level::Or)),
        ];
        self.phrase(Phrase::FORMULA_IF, &gaps)
    }

    fn call(&self, function: Function, arguments: &[Tree]) -> FormulaText {
        let (phrase, gaps): (Phrase, &[&str]) = match function {
            Function::Min => return self.list(Phrase::FORMULA_MIN, arguments),
            Function::Max => return self.list(Phrase::FORMULA_MAX, arguments),
            Function::Interpolate => return self.interpolate(arguments),
            Function::Clamp => (Phrase::FORMULA_CLAMP, &["x", "low", "high"]),
            Function::Abs => (Phrase::FORMULA_ABS, &["x"]),
            Function::Exp => (Phrase::FORMULA_EXP, &["x"]),
            Function::Ln => (Phrase::FORMULA_LN, &["x"]),
            Function::Sqrt => (Phrase::FORMULA_SQRT, &["x"]),
            Function::Round => (Phrase::FORMULA_ROUND, &["x", "y"]),
            Function::Floor => (Phrase::FORMULA_FLOOR, &["x", "y"]),
            Function::Saturation => (Phrase::FORMULA_SATURATION, &["x", "y"]),
            Function::Diminishing => (Phrase::FORMULA_DIMINISHING, &["x", "y"]),
            Function::Successes => (Phrase::FORMULA_SUCCESSES, &["n", "p", "u"]),
        };
        // Only the first argument stands free; the others are inside the phrase's own brackets.
        let levels = std::iter::once(Level::Atom).chain(std::iter::repeat(Level::Sum));
        let filled: Vec<(&str, FormulaText)> = gaps
            .iter()
            .zip(arguments.iter().zip(levels))
            .map(|(gap, (argument, level))| (*gap, self.part(argument, level)))
            .collect();
        self.phrase(phrase, &filled)
    }

    fn list(&self, phrase: Phrase, arguments: &[Tree]) -> FormulaText {
        if let [only] = arguments {
            return self.part(only, Level::Atom);
        }
        let locale = self.writer.locale;
        let items = arguments.iter().map(|argument| self.part(argument, Level::Product)).collect();
        let (comma, last) =
            (Phrase::LIST_COMMA.get(locale), Phrase::FORMULA_LAST_OF_LIST.get(locale));
        self.phrase(phrase, &[("list", FormulaText::list(items, comma, last))])
    }

    fn interpolate(&self, arguments: &[Tree]) -> FormulaText {
        let Some((x, points)) = arguments.split_first() else { return FormulaText::default() };
        let point = |point: &[Tree]| {
            let [x, y] = point else { return FormulaText::default() };
            let gaps = [("x", self.part(x, Level::Sum)), ("y", self.part(y, Level::Sum))];
            self.phrase(Phrase::FORMULA_POINT, &gaps)
        };
        let comma = Phrase::LIST_COMMA.get(self.writer.locale);
        let points = FormulaText::list(points.chunks(2).map(point).collect(), comma, comma);
        let gaps = [("x", self.part(x, Level::Atom)), ("points", points)];
        self.phrase(Phrase::FORMULA_INTERPOLATE, &gaps)
    }
}

/// How tightly the words for a part bind: a list of candidates does not,
/// and a phrase of several words is no exponent.
fn level(part: &Tree) -> Level {
    match &part.node {
        Node::Call(Function::Min | Function::Max, arguments) if arguments.len() > 1 => {
            Level::Comparison
        }
        Node::Call(Function::Exp, _) | Node::Time => Level::Power,
        _ => Level::of(part),
    }
}

fn operator_phrase(operator: BinaryOperator) -> Phrase {
    match operator {
        BinaryOperator::Or => Phrase::FORMULA_OR,
        BinaryOperator::And => Phrase::FORMULA_AND,
        BinaryOperator::Equal => Phrase::FORMULA_EQUAL,
        BinaryOperator::NotEqual => Phrase::FORMULA_NOT_EQUAL,
        BinaryOperator::Less => Phrase::FORMULA_LESS,
        BinaryOperator::LessOrEqual => Phrase::FORMULA_LESS_OR_EQUAL,
        BinaryOperator::Greater => Phrase::FORMULA_GREATER,
        BinaryOperator::GreaterOrEqual => Phrase::FORMULA_GREATER_OR_EQUAL,
        BinaryOperator::Add => Phrase::FORMULA_ADD,
        BinaryOperator::Subtract => Phrase::FORMULA_SUBTRACT,
        BinaryOperator::Multiply => Phrase::FORMULA_MULTIPLY,
        BinaryOperator::Divide => Phrase::FORMULA_DIVIDE,
        BinaryOperator::Power => Phrase::FORMULA_POWER,
    }
}
