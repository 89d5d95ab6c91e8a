//! Tokens to syntax tree, by recursive descent with a counted depth.

use crate::diagnostic::{Code, Problem, Span};
use crate::formula::lexer::{Token, tokens};
use crate::formula::{BinaryOperator, Expression, Name, Node, UnaryOperator};
use crate::limits;
use crate::locale::Text;
use crate::unit::UnitTable;

/// A formula as written.
pub(super) type Tree = Expression<Name>;

/// The problem is on record already.
pub(super) struct Failed;

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
    let mut parser = Parser { text, tokens, at: 0, depth: 0, nodes: 0, units, problems };
    match parser.formula() {
        Ok(tree) if parser.problems.is_empty() => Ok(tree),
        _ => Err(parser.problems),
    }
}

pub(super) struct Parser<'u> {
    text: &'u str,
    pub(super) tokens: Vec<(Token, Span)>,
    pub(super) at: usize,
    depth: usize,
    nodes: usize,
    units: &'u UnitTable,
    pub(super) problems: Vec<Problem>,
}

impl Parser<'_> {
    fn formula(&mut self) -> Result<Tree, Failed> {
        let tree = self.expression()?;
        match self.peek() {
            Token::End => Ok(tree),
            _ => Err(self.expected(&Text::new("运算符或公式结束", "an operator or the end"))),
        }
    }

    pub(super) fn peek(&self) -> &Token {
        &self.tokens[self.at].0
    }

    pub(super) fn span(&self) -> Span {
        self.tokens[self.at].1
    }

    pub(super) fn advance(&mut self) -> Span {
        let span = self.span();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        span
    }

    pub(super) fn is_symbol(&self, symbol: &str) -> bool {
        matches!(self.peek(), Token::Symbol(found) if *found == symbol)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Token::Word(found) if found == word)
    }

    pub(super) fn take_symbol(&mut self, symbol: &str) -> bool {
        let found = self.is_symbol(symbol);
        if found {
            self.advance();
        }
        found
    }

    pub(super) fn need_symbol(&mut self, symbol: &str) -> Result<Span, Failed> {
        if self.is_symbol(symbol) {
            return Ok(self.advance());
        }
        Err(self.expected(&Text::new(format!("`{symbol}`"), format!("`{symbol}`"))))
    }

    fn need_word(&mut self, word: &str) -> Result<Span, Failed> {
        if self.is_word(word) {
            return Ok(self.advance());
        }
        Err(self.expected(&Text::new(format!("`{word}`"), format!("`{word}`"))))
    }

    pub(super) fn report(&mut self, code: Code, span: Span, message: Text) -> Failed {
        self.problems.push(Problem::new(code, span, message));
        Failed
    }

    fn expected(&mut self, what: &Text) -> Failed {
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

    pub(super) fn make(&mut self, node: Node<Name>, span: Span) -> Result<Tree, Failed> {
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

    pub(super) fn expression(&mut self) -> Result<Tree, Failed> {
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
        if COMPARISONS.iter().any(|(symbol, _)| self.is_symbol(symbol)) {
            return Err(self.chained(&tree));
        }
        Ok(tree)
    }

    /// `a < b` is read, and another comparison follows.
    fn chained(&mut self, first: &Tree) -> Failed {
        let span = self.advance();
        let Ok(third) = self.sum() else { return Failed };
        let Node::Binary(_, _, middle) = &first.node else { return Failed };
        let words = |span: Span| self.text.get(span.start..span.end).unwrap_or_default();
        let joined = format!("{} and {}", words(first.span), words(middle.span.to(third.span)));
        let message = Text::new("比较不能连写", "comparisons cannot be chained");
        let hint = Text::new(format!("写`{joined}`"), format!("write `{joined}`"));
        self.problems.push(Problem::new(Code::ChainedComparison, span, message).hint(hint));
        Failed
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
                    .expected(&Text::new("数字、名称或括号", "a number, a name or a parenthesis")))
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
            Err(problem) => {
                self.problems.push(Problem { span, ..problem });
                Err(Failed)
            }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree with every operation in parentheses.
    fn shown(part: &Tree) -> String {
        match &part.node {
            Node::Number { value, unit } => {
                format!("{value}{}", unit.as_ref().map_or("", |unit| unit.symbol()))
            }
            Node::Name(name) => name.text.clone(),
            Node::Time => "t".to_owned(),
            Node::Unary(operator, operand) => format!("({operator:?} {})", shown(operand)),
            Node::Binary(operator, left, right) => {
                format!("({} {operator:?} {})", shown(left), shown(right))
            }
            other => format!("{other:?}"),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(&parse(text, &UnitTable::with_firms()).unwrap()), expected);
    }

    #[track_caller]
    fn fails(text: &str, expected: Code) {
        let problems = parse(text, &UnitTable::with_firms()).unwrap_err();
        assert_eq!(problems[0].code, expected, "{problems:?}");
    }

    #[test]
    fn binds_as_written_in_the_grammar() {
        check("a + b * c", "(a Add (b Multiply c))");
        check("a - b - c", "((a Subtract b) Subtract c)");
        check("-x^2", "(Negate (x Power 2))");
        check("2^3^2", "(2 Power (3 Power 2))");
        check("not a > b and c > d", "((Not (a Greater b)) And (c Greater d))");
    }

    #[test]
    fn a_unit_follows_its_number() {
        check("300 万元/家", "300万元/家");
        check("300 万元 / hnte", "(300万元 Divide hnte)");
        check("2.5 % * gdp", "(2.5% Multiply gdp)");
    }

    #[test]
    fn displayed_names_and_comments_are_read() {
        check("「有效高企」 + 1 # 说明", "(有效高企 Add 1)");
    }

    #[test]
    fn every_break_of_the_grammar_has_its_code() {
        fails("a +", Code::Syntax);
        fails("(a", Code::Syntax);
        fails("a b", Code::Syntax);
        fails("a × b", Code::FullWidthCharacter);
        fails("１２", Code::FullWidthCharacter);
        fails("a $ b", Code::UnexpectedCharacter);
        fails("1,234", Code::NumberFormat);
        fails("1e15", Code::NumberRange);
        fails("a < b < c", Code::ChainedComparison);
        fails("maks(a, b)", Code::UnknownFunction);
        fails("clamp(a, b)", Code::ArgumentCount);
        fails("previous(a + b)", Code::NeedsAName);
        fails("previous(a, 11)", Code::NumberRange);
        fails("interpolate(x, 2, 1, 1, 2)", Code::RangeOrder);
        fails(&format!("{}a{}", "(".repeat(33), ")".repeat(33)), Code::TooDeep);
        fails(&"-".repeat(40), Code::TooDeep);
        fails(&"a".repeat(2_001), Code::TooLong);
        fails(&vec!["a"; 400].join("+"), Code::TooLong);
    }

    #[test]
    fn formulas_at_the_caps_are_read() {
        assert!(
            parse(&format!("{}a{}", "(".repeat(31), ")".repeat(31)), &UnitTable::with_firms())
                .is_ok()
        );
        assert!(parse(&vec!["a"; 250].join("+"), &UnitTable::with_firms()).is_ok());
    }
}
