//! Text to tokens. Reports what no formula contains and reads on.

use crate::diagnostic::{Code, Problem, Span};
use crate::limits;
use crate::locale::Text;
use crate::numeral::parse_f64;

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    /// An identifier, keyword, function or unit.
    Word(String),
    /// A displayed name, without its brackets.
    Displayed(String),
    /// An operator or bracket.
    Symbol(&'static str),
    /// After the last piece.
    End,
}

/// Longest first.
const SYMBOLS: [&str; 17] =
    ["<=", ">=", "!=", "+", "-", "*", "/", "^", "(", ")", ",", "=", "<", ">", "·", "%", "‰"];

/// Characters of an input method that stand for others.
const FULL_WIDTH: [(char, &str); 15] = [
    ('（', "("),
    ('）', ")"),
    ('，', ","),
    ('＋', "+"),
    ('－', "-"),
    ('−', "-"),
    ('＊', "*"),
    ('×', "*"),
    ('／', "/"),
    ('÷', "/"),
    ('＝', "="),
    ('＜', "<"),
    ('＞', ">"),
    ('％', "%"),
    ('＾', "^"),
];

/// Splits a formula; the last token is [`Token::End`].
pub(super) fn tokens(text: &str) -> (Vec<(Token, Span)>, Vec<Problem>) {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new(), problems: Vec::new() };
    while lexer.step() {}
    let end = Span::new(text.len(), text.len());
    lexer.tokens.push((Token::End, end));
    (lexer.tokens, lexer.problems)
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<(Token, Span)>,
    problems: Vec<Problem>,
}

impl Lexer<'_> {
    fn step(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return false };
        let symbol = SYMBOLS.into_iter().find(|symbol| rest.starts_with(symbol));
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if first == '#' {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if first.is_ascii_digit() {
            self.number();
        } else if let Some(symbol) = symbol {
            self.push(Token::Symbol(symbol), symbol.len());
        } else if first == '「' {
            self.displayed();
        } else if let Some((_, meant)) = FULL_WIDTH.iter().find(|(wide, _)| *wide == first) {
            self.full_width(first, meant);
            let meant = SYMBOLS.into_iter().find(|symbol| symbol == meant).unwrap_or("(");
            self.push(Token::Symbol(meant), first.len_utf8());
        } else if first.is_alphabetic() || first == '_' {
            let length = length_while(rest, |c| c.is_alphanumeric() || c == '_');
            self.push(Token::Word(rest[..length].to_owned()), length);
        } else {
            self.unexpected(first);
        }
        true
    }

    fn push(&mut self, token: Token, length: usize) {
        self.tokens.push((token, Span::new(self.at, self.at + length)));
        self.at += length;
    }

    fn number(&mut self) {
        let rest = &self.text[self.at..];
        let length = number_length(rest);
        let span = Span::new(self.at, self.at + length);
        let value = parse_f64(&rest[..length]).unwrap_or(f64::INFINITY);
        if value >= limits::NUMBER {
            let message = Text::new("数字须小于1e15", "numbers must stay below 1e15");
            self.problems.push(Problem::new(Code::NumberRange, span, message));
        }
        self.push(Token::Number(value), length);
        self.thousands(span.start);
    }

    /// `1,234` is refused: inside a call it would mean two arguments.
    fn thousands(&mut self, start: usize) {
        let rest = &self.text[self.at..];
        let group = rest.strip_prefix(',').map(|group| length_while(group, |c| c.is_ascii_digit()));
        if group != Some(3) {
            return;
        }
        let end = self.at + 4;
        let joined: String = self.text[start..end].chars().filter(|c| *c != ',').collect();
        let message = Text::new("数字里不写千分号", "write numbers without thousands separators");
        let hint = Text::new(
            format!("写`{joined}`；若是两个参数，在逗号后加空格"),
            format!("write `{joined}`, or a space after the comma if these are two arguments"),
        );
        self.problems
            .push(Problem::new(Code::NumberFormat, Span::new(start, end), message).hint(hint));
    }

    fn displayed(&mut self) {
        let rest = &self.text[self.at + '「'.len_utf8()..];
        let Some(length) = rest.find('」') else {
            let span = Span::new(self.at, self.text.len());
            let message = Text::new("「没有配对的」", "`「` is never closed by `」`");
            self.problems.push(Problem::new(Code::Syntax, span, message));
            self.at = self.text.len();
            return;
        };
        let name = rest[..length].to_owned();
        self.push(Token::Displayed(name), '「'.len_utf8() + length + '」'.len_utf8());
    }

    fn full_width(&mut self, found: char, meant: &str) {
        let span = Span::new(self.at, self.at + found.len_utf8());
        let message =
            Text::new(format!("`{found}`不是运算符"), format!("`{found}` is no operator"));
        let hint = Text::new(format!("写`{meant}`"), format!("write `{meant}`"));
        self.problems.push(Problem::new(Code::FullWidthCharacter, span, message).hint(hint));
    }

    fn unexpected(&mut self, found: char) {
        let span = Span::new(self.at, self.at + found.len_utf8());
        let digit = ('０'..='９').contains(&found);
        let code = if digit { Code::FullWidthCharacter } else { Code::UnexpectedCharacter };
        let message = Text::new(
            format!("公式里不能有`{found}`"),
            format!("a formula cannot contain `{found}`"),
        );
        let mut problem = Problem::new(code, span, message);
        if digit {
            let narrow = (b'0' + (found as u32 - '０' as u32) as u8) as char;
            problem = problem.hint(Text::new(format!("写`{narrow}`"), format!("write `{narrow}`")));
        }
        self.problems.push(problem);
        self.at += found.len_utf8();
    }
}

/// Bytes of `digits [ "." digits ] [ "e" [ "+" | "-" ] digits ]`.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| length_while(&text[from..], |c| c.is_ascii_digit());
    let mut length = digits(0);
    if text[length..].starts_with('.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    if text[length..].starts_with('e') {
        let sign = usize::from(text[length + 1..].starts_with(['+', '-']));
        let exponent = digits(length + 1 + sign);
        if exponent > 0 {
            length += 1 + sign + exponent;
        }
    }
    length
}

fn length_while(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.find(|c| !accept(c)).unwrap_or(text.len())
}
