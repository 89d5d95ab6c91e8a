//! Calls: functions of expressions, and words that read a name in another year or run.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::formula::lexer::Token;
use crate::formula::parser::{Failed, Parser, Tree};
use crate::formula::{Function, Name, Node, OtherRun, Series, UnaryOperator};
use crate::limits;
use crate::locale::Text;
use crate::unit::InUnit;

/// Words that look like functions but take a name.
const READERS: [&str; 6] = ["outlook", "extra", "start", "growth", "previous", "sum_to_date"];

/// Whether a word reads a name in another year or run.
#[must_use]
pub fn is_reader(word: &str) -> bool {
    READERS.contains(&word)
}

impl Parser<'_> {
    pub(super) fn call(&mut self, word: &str, start: Span) -> Result<Tree, Failed> {
        if READERS.contains(&word) {
            return self.reader(word, start);
        }
        self.need_symbol("(")?;
        let mut arguments = vec![self.expression()?];
        while self.take_symbol(",") {
            arguments.push(self.expression()?);
        }
        let span = start.to(self.need_symbol(")")?);
        let known = Function::ALL.into_iter().find(|(name, ..)| *name == word);
        let Some((_, function, fewest, most)) = known else {
            self.unknown_function(word, start);
            return self.make(Node::Call(Function::Min, arguments), span);
        };
        let given = arguments.len();
        let pairs = function != Function::Interpolate || given % 2 == 1;
        if given < fewest || given > most || !pairs {
            let message = Text::new(
                format!("`{word}`的参数个数不对，现有{given}个"),
                format!("`{word}` does not take {given} arguments"),
            );
            self.report(Code::ArgumentCount, span, message);
        } else if function == Function::Interpolate {
            self.check_points(&arguments);
        }
        self.make(Node::Call(function, arguments), span)
    }

    fn unknown_function(&mut self, word: &str, span: Span) {
        let message =
            Text::new(format!("没有函数`{word}`"), format!("there is no function `{word}`"));
        let problem = Problem::new(Code::UnknownFunction, span, message);
        let names = Function::ALL.iter().map(|(name, ..)| *name).chain(READERS);
        self.problems.push(problem.hint_nearest(nearest(word, names)));
    }

    /// The x of `interpolate` are literals, and they rise.
    fn check_points(&mut self, arguments: &[Tree]) {
        let mut last = f64::NEG_INFINITY;
        for x in arguments.iter().skip(1).step_by(2) {
            let value = literal(x);
            if value.is_none_or(|value| value <= last) {
                let message = Text::new(
                    "各点的横坐标须是由小到大的数字",
                    "the x of the points must be numbers that rise",
                );
                self.report(Code::RangeOrder, x.span, message);
            }
            last = value.unwrap_or(last);
        }
    }

    /// `previous(x, 2)` and its like.
    fn reader(&mut self, word: &str, start: Span) -> Result<Tree, Failed> {
        self.need_symbol("(")?;
        let node = match word {
            "previous" => {
                let series = self.series(word)?;
                let ago = if self.take_symbol(",") { self.years()? } else { 1 };
                Node::Previous(series, ago)
            }
            "sum_to_date" => Node::SumToDate(self.series(word)?),
            "outlook" => Node::Run(OtherRun::Outlook, self.name(word)?),
            "extra" => Node::Run(OtherRun::Extra, self.name(word)?),
            "start" => Node::Start(self.name(word)?),
            _ => Node::Growth(self.name(word)?),
        };
        let end = self.need_symbol(")")?;
        self.make(node, start.to(end))
    }

    fn series(&mut self, of: &str) -> Result<Series<Name>, Failed> {
        let start = self.span();
        let run = match self.peek() {
            Token::Word(word) if word == "outlook" => Some(OtherRun::Outlook),
            Token::Word(word) if word == "extra" => Some(OtherRun::Extra),
            _ => None,
        };
        if run.is_none() || !matches!(self.tokens.get(self.at + 1), Some((Token::Symbol("("), _))) {
            return Ok(Series { run: None, name: self.name(of)?, span: start });
        }
        self.advance();
        self.advance();
        let name = self.name(of)?;
        let end = self.need_symbol(")")?;
        Ok(Series { run, name, span: start.to(end) })
    }

    /// A bare name, followed by `)` or `,`.
    fn name(&mut self, of: &str) -> Result<Name, Failed> {
        let span = self.span();
        let name = match self.peek().clone() {
            Token::Word(text) => Some(Name { text, displayed: false }),
            Token::Displayed(text) => Some(Name { text, displayed: true }),
            _ => None,
        };
        if name.is_some() {
            self.advance();
        }
        match name {
            Some(name) if self.is_symbol(")") || self.is_symbol(",") => Ok(name),
            _ => {
                let message = Text::new(
                    format!("`{of}`的括号里只能写一个名称；先把算式写成变量"),
                    format!("`{of}` takes a name; make the expression a variable first"),
                );
                Err(self.report(Code::NeedsAName, span, message))
            }
        }
    }

    fn years(&mut self) -> Result<u32, Failed> {
        let span = self.span();
        if let Token::Number(years) = *self.peek() {
            let whole = years as u32;
            if f64::from(whole) == years && (1..=limits::PREVIOUS_YEARS).contains(&whole) {
                self.advance();
                return Ok(whole);
            }
        }
        let limit = limits::PREVIOUS_YEARS;
        let message = Text::new(
            format!("年数须是1到{limit}的整数"),
            format!("the number of years is a whole number from 1 to {limit}"),
        );
        Err(self.report(Code::NumberRange, span, message))
    }
}

/// The base value of a literal number, perhaps with a minus sign.
fn literal(part: &Tree) -> Option<f64> {
    match &part.node {
        Node::Number { value, unit } => {
            Some(unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value))))
        }
        Node::Unary(UnaryOperator::Negate, operand) => literal(operand).map(|value| -value),
        _ => None,
    }
}
