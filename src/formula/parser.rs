//! Tokens to syntax tree, by recursive descent with a counted depth.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::formula::lexer::{Token, tokens};
use crate::formula::{
    BinaryOperator, Expression, Function, Name, Node, Run, Series, UnaryOperator,
};
use crate::limits;
use crate::locale::Text;
use crate::unit::UnitTable;

/// A formula as written.
type Tree = Expression<Name>;

/// The problem is on record already.
struct Failed;

const COMPARISONS: [(&str, BinaryOperator); 6] = [
    ("=", BinaryOperator::Equal),
    ("!=", BinaryOperator::NotEqual),
    ("<=", BinaryOperator::LessOrEqual),
    (">=", BinaryOperator::GreaterOrEqual),
    ("<", BinaryOperator::Less),
    (">", BinaryOperator::Greater),
];
const SUMS: [(&str, BinaryOperator); 2] =
    [("+", BinaryOperator::Add), ("-", BinaryOperator::Subtract)];
const PRODUCTS: [(&str, BinaryOperator); 2] =
    [("*", BinaryOperator::Multiply), ("/", BinaryOperator::Divide)];
/// Words that look like functions but take a name.
const READERS: [&str; 6] = ["outlook", "extra", "start", "growth", "previous", "sum_to_date"];

/// Reads a formula; spans are bytes of `text`.
///
/// # Errors
///
/// Everything that is wrong with it, as far as the first break of the grammar.
pub fn parse(text: &str, units: &UnitTable) -> Result<Tree, Vec<Problem>> {
    if text.chars().count() > limits::FORMULA_CHARACTERS {
        let limit = limits::FORMULA_CHARACTERS;
        let message = Text::new(
            format!("公式超过{limit}个字符"),
            format!("the formula is longer than {limit} characters"),
        );
        return Err(vec![Problem::new(Code::TooLong, Span::new(0, text.len()), message)]);
    }
    let (tokens, problems) = tokens(text);
    let mut parser = Parser { tokens, at: 0, depth: 0, nodes: 0, units, problems };
    match parser.formula() {
        Ok(tree) if parser.problems.is_empty() => Ok(tree),
        _ => Err(parser.problems),
    }
}

struct Parser<'u> {
    tokens: Vec<(Token, Span)>,
    at: usize,
    depth: usize,
    nodes: usize,
    units: &'u UnitTable,
    problems: Vec<Problem>,
}

impl Parser<'_> {
    fn formula(&mut self) -> Result<Tree, Failed> {
        let tree = self.expression()?;
        match self.peek() {
            Token::End => Ok(tree),
            _ => Err(self.expected(Text::new("运算符或公式结束", "an operator or the end"))),
        }
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.at].0
    }

    fn span(&self) -> Span {
        self.tokens[self.at].1
    }

    fn advance(&mut self) -> Span {
        let span = self.span();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        span
    }

    fn is_symbol(&self, symbol: &str) -> bool {
        matches!(self.peek(), Token::Symbol(found) if *found == symbol)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Word(found) if found == word)
    }

    fn take_symbol(&mut self, symbol: &str) -> bool {
        let found = self.is_symbol(symbol);
        if found {
            self.advance();
        }
        found
    }

    fn need_symbol(&mut self, symbol: &str) -> Result<Span, Failed> {
        if self.is_symbol(symbol) {
            return Ok(self.advance());
        }
        Err(self.expected(Text::new(format!("`{symbol}`"), format!("`{symbol}`"))))
    }

    fn need_word(&mut self, word: &str) -> Result<Span, Failed> {
        if self.is_word(word) {
            return Ok(self.advance());
        }
        Err(self.expected(Text::new(format!("`{word}`"), format!("`{word}`"))))
    }

    fn report(&mut self, code: Code, span: Span, message: Text) -> Failed {
        self.problems.push(Problem::new(code, span, message));
        Failed
    }

    fn expected(&mut self, what: Text) -> Failed {
        let (zh, en) = match self.peek() {
            Token::End => ("公式结束".to_owned(), "the end".to_owned()),
            Token::Number(number) => (format!("`{number}`"), format!("`{number}`")),
            Token::Word(word) | Token::Displayed(word) => {
                (format!("`{word}`"), format!("`{word}`"))
            }
            Token::Symbol(symbol) => (format!("`{symbol}`"), format!("`{symbol}`")),
        };
        let message = Text::new(
            format!("此处应为{}，现为{zh}", what.zh),
            format!("expected {}, found {en}", what.en),
        );
        self.report(Code::Syntax, self.span(), message)
    }

    fn make(&mut self, node: Node<Name>, span: Span) -> Result<Tree, Failed> {
        self.nodes += 1;
        if self.nodes > limits::FORMULA_NODES {
            let limit = limits::FORMULA_NODES;
            let message = Text::new(
                format!("公式超过{limit}个部分"),
                format!("the formula has more than {limit} parts"),
            );
            return Err(self.report(Code::TooLong, span, message));
        }
        Ok(Expression { node, span })
    }

    /// Runs `inner` one level deeper.
    fn deeper<T>(
        &mut self,
        inner: impl FnOnce(&mut Self) -> Result<T, Failed>,
    ) -> Result<T, Failed> {
        if self.depth >= limits::FORMULA_DEPTH {
            let limit = limits::FORMULA_DEPTH;
            let message =
                Text::new(format!("嵌套超过{limit}层"), format!("nested more than {limit} deep"));
            return Err(self.report(Code::TooDeep, self.span(), message));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn expression(&mut self) -> Result<Tree, Failed> {
        self.deeper(|parser| if parser.is_word("if") { parser.condition() } else { parser.or() })
    }

    fn condition(&mut self) -> Result<Tree, Failed> {
        let start = self.advance();
        let condition = self.expression()?;
        self.need_word("then")?;
        let then = self.expression()?;
        self.need_word("else")?;
        let otherwise = self.expression()?;
        let span = start.to(otherwise.span);
        self.make(Node::If(Box::new([condition, then, otherwise])), span)
    }

    fn or(&mut self) -> Result<Tree, Failed> {
        let mut left = self.and()?;
        while self.is_word("or") {
            self.advance();
            let right = self.and()?;
            left = self.binary(BinaryOperator::Or, left, right)?;
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Tree, Failed> {
        let mut left = self.not()?;
        while self.is_word("and") {
            self.advance();
            let right = self.not()?;
            left = self.binary(BinaryOperator::And, left, right)?;
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Tree, Failed> {
        if !self.is_word("not") {
            return self.comparison();
        }
        let start = self.advance();
        let operand = self.deeper(Self::not)?;
        let span = start.to(operand.span);
        self.make(Node::Unary(UnaryOperator::Not, Box::new(operand)), span)
    }

    fn comparison(&mut self) -> Result<Tree, Failed> {
        let left = self.sum()?;
        let Some(operator) = self.operator(&COMPARISONS) else { return Ok(left) };
        let right = self.sum()?;
        let tree = self.binary(operator, left, right)?;
        let span = self.span();
        if self.operator(&COMPARISONS).is_some() {
            let message = Text::new(
                "比较不能连写，用`and`连接两个比较",
                "comparisons cannot be chained; join two with `and`",
            );
            return Err(self.report(Code::ChainedComparison, span, message));
        }
        Ok(tree)
    }

    fn operator(&mut self, operators: &[(&str, BinaryOperator)]) -> Option<BinaryOperator> {
        let found = operators.iter().find(|(symbol, _)| self.is_symbol(symbol));
        let operator = found.map(|(_, operator)| *operator);
        if operator.is_some() {
            self.advance();
        }
        operator
    }

    fn sum(&mut self) -> Result<Tree, Failed> {
        let mut left = self.product()?;
        while let Some(operator) = self.operator(&SUMS) {
            let right = self.product()?;
            left = self.binary(operator, left, right)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Tree, Failed> {
        let mut left = self.unary()?;
        while let Some(operator) = self.operator(&PRODUCTS) {
            let right = self.unary()?;
            left = self.binary(operator, left, right)?;
        }
        Ok(left)
    }

    fn binary(
        &mut self,
        operator: BinaryOperator,
        left: Tree,
        right: Tree,
    ) -> Result<Tree, Failed> {
        let span = left.span.to(right.span);
        self.make(Node::Binary(operator, Box::new(left), Box::new(right)), span)
    }

    fn unary(&mut self) -> Result<Tree, Failed> {
        if !self.is_symbol("-") {
            return self.power();
        }
        let start = self.advance();
        let operand = self.deeper(Self::unary)?;
        let span = start.to(operand.span);
        self.make(Node::Unary(UnaryOperator::Negate, Box::new(operand)), span)
    }

    fn power(&mut self) -> Result<Tree, Failed> {
        let base = self.atom()?;
        if !self.take_symbol("^") {
            return Ok(base);
        }
        let exponent = self.deeper(Self::unary)?;
        self.binary(BinaryOperator::Power, base, exponent)
    }

    fn atom(&mut self) -> Result<Tree, Failed> {
        let span = self.span();
        match self.peek().clone() {
            Token::Number(value) => self.number(value),
            Token::Displayed(text) => {
                self.advance();
                self.make(Node::Name(Name { text, displayed: true }), span)
            }
            Token::Symbol("(") => {
                self.advance();
                let inner = self.expression()?;
                self.need_symbol(")")?;
                Ok(inner)
            }
            Token::Word(word)
                if !matches!(word.as_str(), "if" | "then" | "else" | "and" | "or" | "not") =>
            {
                self.advance();
                if self.is_symbol("(") { self.call(&word, span) } else { self.word(word, span) }
            }
            Token::Word(word) if word == "if" => {
                let message = Text::new(
                    "运算中的if要加括号",
                    "`if` inside a sum or product needs parentheses",
                );
                Err(self.report(Code::Syntax, span, message))
            }
            _ => {
                Err(self
                    .expected(Text::new("数字、名称或括号", "a number, a name or a parenthesis")))
            }
        }
    }

    fn word(&mut self, word: String, span: Span) -> Result<Tree, Failed> {
        let node = match word.as_str() {
            "t" => Node::Time,
            "year" => Node::Year,
            _ => Node::Name(Name { text: word, displayed: false }),
        };
        self.make(node, span)
    }

    fn number(&mut self, value: f64) -> Result<Tree, Failed> {
        let mut span = self.advance();
        let Some(first) = self.unit_name() else {
            return self.make(Node::Number { value, unit: None }, span);
        };
        let mut symbol = first;
        span = span.to(self.advance());
        while let Some((separator, name)) = self.unit_part() {
            symbol.push_str(separator);
            symbol.push_str(&name);
            self.advance();
            span = span.to(self.advance());
        }
        match self.units.parse(&symbol) {
            Ok(unit) => self.make(Node::Number { value, unit: Some(unit) }, span),
            Err(problem) => Err(self.report(problem.code, span, problem.message)),
        }
    }

    /// The unit that stands here, if one does.
    fn unit_name(&self) -> Option<String> {
        self.unit_at(self.at)
    }

    fn unit_at(&self, at: usize) -> Option<String> {
        let name = match &self.tokens.get(at)?.0 {
            Token::Word(word) => word.clone(),
            Token::Symbol(symbol @ ("%" | "‰")) => (*symbol).to_owned(),
            _ => return None,
        };
        self.units.contains(&name).then_some(name)
    }

    /// `/` or `·` belongs to the unit only if a unit follows.
    fn unit_part(&self) -> Option<(&'static str, String)> {
        let Token::Symbol(separator @ ("/" | "·")) = self.peek() else { return None };
        Some((separator, self.unit_at(self.at + 1)?))
    }

    fn call(&mut self, word: &str, start: Span) -> Result<Tree, Failed> {
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
        self.problems.push(match nearest(word, names) {
            Some(near) => problem.hint(Text::new(format!("写`{near}`"), format!("write `{near}`"))),
            None => problem,
        });
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
            "outlook" => Node::Run(Run::Outlook, self.name(word)?),
            "extra" => Node::Run(Run::Extra, self.name(word)?),
            "start" => Node::Start(self.name(word)?),
            _ => Node::Growth(self.name(word)?),
        };
        let end = self.need_symbol(")")?;
        self.make(node, start.to(end))
    }

    fn series(&mut self, of: &str) -> Result<Series<Name>, Failed> {
        let start = self.span();
        let run = match self.peek() {
            Token::Word(word) if word == "outlook" => Some(Run::Outlook),
            Token::Word(word) if word == "extra" => Some(Run::Extra),
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
            Some(unit.as_ref().map_or(*value, |unit| unit.to_base(*value)))
        }
        Node::Unary(UnaryOperator::Negate, operand) => literal(operand).map(|value| -value),
        _ => None,
    }
}
