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
            return self.phrase(Phrase::FormulaBrackets, &[("x", text)]);
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
                self.phrase(Phrase::FormulaGrowth, &[("x", read(*name, None, Moment::Now))])
            }
            Node::Time => self.phrase(Phrase::FormulaTime, &[]),
            Node::Year => self.phrase(Phrase::FormulaYear, &[]),
            Node::Unary(UnaryOperator::Negate, operand) => {
                self.phrase(Phrase::FormulaNegate, &[("x", self.part(operand, Level::Power))])
            }
            Node::Unary(UnaryOperator::Not, operand) => {
                self.phrase(Phrase::FormulaNot, &[("x", self.part(operand, Level::Atom))])
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
        self.phrase(Phrase::FormulaIf, &gaps)
    }

    fn call(&self, function: Function, arguments: &[Tree]) -> FormulaText {
        let (phrase, gaps): (Phrase, &[&str]) = match function {
            Function::Min => return self.list(Phrase::FormulaMin, arguments),
            Function::Max => return self.list(Phrase::FormulaMax, arguments),
            Function::Interpolate => return self.interpolate(arguments),
            Function::Clamp => (Phrase::FormulaClamp, &["x", "low", "high"]),
            Function::Abs => (Phrase::FormulaAbs, &["x"]),
            Function::Exp => (Phrase::FormulaExp, &["x"]),
            Function::Ln => (Phrase::FormulaLn, &["x"]),
            Function::Sqrt => (Phrase::FormulaSqrt, &["x"]),
            Function::Round => (Phrase::FormulaRound, &["x", "y"]),
            Function::Floor => (Phrase::FormulaFloor, &["x", "y"]),
            Function::Saturation => (Phrase::FormulaSaturation, &["x", "y"]),
            Function::Diminishing => (Phrase::FormulaDiminishing, &["x", "y"]),
            Function::Successes => (Phrase::FormulaSuccesses, &["n", "p", "u"]),
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
        let (comma, last) = (Phrase::ListComma.get(locale), Phrase::FormulaLastOfList.get(locale));
        self.phrase(phrase, &[("list", FormulaText::list(items, comma, last))])
    }

    fn interpolate(&self, arguments: &[Tree]) -> FormulaText {
        let Some((x, points)) = arguments.split_first() else { return FormulaText::default() };
        let point = |point: &[Tree]| {
            let [x, y] = point else { return FormulaText::default() };
            let gaps = [("x", self.part(x, Level::Sum)), ("y", self.part(y, Level::Sum))];
            self.phrase(Phrase::FormulaPoint, &gaps)
        };
        let comma = Phrase::ListComma.get(self.writer.locale);
        let points = FormulaText::list(points.chunks(2).map(point).collect(), comma, comma);
        let gaps = [("x", self.part(x, Level::Atom)), ("points", points)];
        self.phrase(Phrase::FormulaInterpolate, &gaps)
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
        BinaryOperator::Or => Phrase::FormulaOr,
        BinaryOperator::And => Phrase::FormulaAnd,
        BinaryOperator::Equal => Phrase::FormulaEqual,
        BinaryOperator::NotEqual => Phrase::FormulaNotEqual,
        BinaryOperator::Less => Phrase::FormulaLess,
        BinaryOperator::LessOrEqual => Phrase::FormulaLessOrEqual,
        BinaryOperator::Greater => Phrase::FormulaGreater,
        BinaryOperator::GreaterOrEqual => Phrase::FormulaGreaterOrEqual,
        BinaryOperator::Add => Phrase::FormulaAdd,
        BinaryOperator::Subtract => Phrase::FormulaSubtract,
        BinaryOperator::Multiply => Phrase::FormulaMultiply,
        BinaryOperator::Divide => Phrase::FormulaDivide,
        BinaryOperator::Power => Phrase::FormulaPower,
    }
}
