//! A value of a field, with its place.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::Document;
use crate::document::node::{Content, Node};
use crate::limits;
use crate::locale::Text;
use crate::numeral::parse_f64;

/// A value of a file. Reading it as the wrong kind reports that and gives nothing.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) value: &'d Node,
}

impl<'d> Value<'d> {
    pub(super) fn new(document: &'d Document<'d>, value: &'d Node) -> Self {
        Self { document, value }
    }

    /// The bytes of the value.
    #[must_use]
    pub fn span(self) -> Span {
        self.value.span
    }

    /// Reports a problem at the value.
    pub fn report(self, code: Code, message: Text) {
        self.document.report(Problem::new(code, self.span(), message));
    }

    /// Reports a problem at other bytes of the same file, such as the value's key.
    pub fn report_at(self, span: Span, code: Code, message: Text) {
        self.document.report(Problem::new(code, span, message));
    }

    /// Reports a problem at the value, with what to write instead.
    pub fn report_with_hint(self, code: Code, message: Text, hint: Text) {
        self.document.report(Problem::new(code, self.span(), message).hint(hint));
    }

    /// Reports a name that stands for nothing, with the nearest one that does.
    pub fn report_unknown(self, code: Code, message: Text, near: Option<&str>) {
        self.document.report(Problem::new(code, self.span(), message).hint_nearest(near));
    }

    /// Reports problems inside the value's string, at their exact places where the
    /// string is written without escapes, else at the whole string.
    pub fn report_inside(self, problems: Vec<Problem>) {
        let start = self.string_start();
        for mut problem in problems {
            problem.span = start.map_or(self.span(), |start| problem.span.shifted(start));
            for (span, _) in &mut problem.labels {
                *span = start.map_or(problem.span, |start| span.shifted(start));
            }
            if start.is_none() {
                problem.labels.clear();
            }
            self.document.report(problem);
        }
    }

    /// The first byte of the string's contents, if they stand in the file as they are.
    fn string_start(self) -> Option<usize> {
        let contents = self.text()?;
        if contents.chars().any(hides) {
            return None;
        }
        let raw = self.document.text().get(self.span().start..self.span().end)?;
        let start = raw.find(contents)?;
        let quotes = |part: &str| part.chars().all(|c| matches!(c, '"' | '\'' | '\n' | '\r'));
        let exact = quotes(&raw[..start]) && quotes(&raw[start + contents.len()..]);
        exact.then_some(self.span().start + start)
    }

    /// A string, without hidden characters; says so where there were some.
    #[must_use]
    pub fn string(self) -> Option<String> {
        let written = self.verbatim()?;
        if written.chars().any(hides) {
            let (zh, en) = ("去掉了不可见字符", "hidden characters were left out");
            self.report(Code::NameCleaned, Text::new(zh, en));
        }
        Some(written.chars().filter(|&character| !hides(character)).collect())
    }

    /// A string as it is written.
    #[must_use]
    pub fn verbatim(self) -> Option<&'d str> {
        self.expect(self.text(), "文字", "a string")
    }

    /// The items of a list; reports nothing.
    pub fn items(self) -> impl Iterator<Item = Value<'d>> {
        let items = self.array().into_iter().flatten();
        items.map(move |item| Value::new(self.document, item))
    }

    /// A field of a table; reports nothing.
    #[must_use]
    pub fn field(self, name: &str) -> Option<Value<'d>> {
        Some(Value::new(self.document, self.value.field(name)?))
    }

    /// The contents of a string as they are; reports nothing.
    #[must_use]
    pub fn text(self) -> Option<&'d str> {
        if let Content::Text(text) = &self.value.content { Some(text) } else { None }
    }

    fn array(self) -> Option<&'d [Node]> {
        if let Content::List(items) = &self.value.content { Some(items) } else { None }
    }

    /// The value as it is, to be kept.
    #[must_use]
    pub fn node(self) -> &'d Node {
        self.value
    }

    /// Whether it is a string; reports nothing.
    #[must_use]
    pub fn is_string(self) -> bool {
        self.text().is_some()
    }

    /// Whether it is a list; reports nothing.
    #[must_use]
    pub fn is_list(self) -> bool {
        self.array().is_some()
    }

    /// Whether it is a number; reports nothing.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self.value.content, Content::Number(_))
    }

    /// A finite number.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        let Content::Number(written) = &self.value.content else {
            return self.expect(None, "数字", "a number");
        };
        let number = parse_f64(written).filter(|number| number.is_finite());
        if number.is_none() {
            self.report(Code::NumberRange, Text::new("数字过大", "number out of range"));
        }
        number
    }

    /// A calendar year.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        let year = self.whole()?;
        if limits::YEARS.contains(&year) {
            return Some(year);
        }
        let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
        let message = Text::new(
            format!("年份须在{first}与{last}之间"),
            format!("a year lies between {first} and {last}"),
        );
        self.report(Code::NumberRange, message);
        None
    }

    /// A log standard deviation given in percent, as a share of 1.
    #[must_use]
    pub fn error_share(self) -> Option<f64> {
        let percent = self.number()?;
        if (0.0..=100.0).contains(&percent) {
            return Some(percent / 100.0);
        }
        let message = Text::new("误差须在0与100之间（%）", "an error lies between 0 and 100 (%)");
        self.report(Code::NumberRange, message);
        None
    }

    /// A whole number.
    #[must_use]
    pub fn whole(self) -> Option<i32> {
        let number = self.number()?;
        let whole = number as i32;
        self.expect((f64::from(whole) == number).then_some(whole), "整数", "a whole number")
    }

    /// `true` or `false`.
    #[must_use]
    pub fn flag(self) -> Option<bool> {
        let flag = if let Content::Flag(flag) = self.value.content { Some(flag) } else { None };
        self.expect(flag, "true或false", "`true` or `false`")
    }

    /// The items of a list.
    #[must_use]
    pub fn list(self) -> Option<Vec<Value<'d>>> {
        let items = self.array();
        let items =
            items.map(|all| all.iter().map(|item| Value::new(self.document, item)).collect());
        self.expect(items, "列表", "a list")
    }

    /// As many numbers as asked for.
    #[must_use]
    pub fn numbers<const N: usize>(self) -> Option<[f64; N]> {
        let numbers: Vec<f64> = self.list()?.into_iter().filter_map(Value::number).collect();
        let (zh, en) = (format!("{N}个数字的列表"), format!("a list of {N} numbers"));
        self.expect(numbers.try_into().ok(), &zh, &en)
    }

    /// One string, or a list of strings.
    #[must_use]
    pub fn strings(self) -> Option<Vec<(String, Value<'d>)>> {
        if self.is_string() {
            return Some(vec![(self.string()?, self)]);
        }
        let items = self.list()?.into_iter();
        items.map(|item| item.string().map(|string| (string, item))).collect()
    }

    /// One of the given words.
    #[must_use]
    pub fn keyword<T: Copy>(self, words: &[(&str, T)]) -> Option<T> {
        self.keyword_or(Code::UnknownKeyword, words)
    }

    /// One of the given words; another is reported under `code`.
    #[must_use]
    pub fn keyword_or<T: Copy>(self, code: Code, words: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let list = allowed.join(" ");
        let message = Text::new(
            format!("不认识`{text}`，可写：{list}"),
            format!("unknown word `{text}`; write one of: {list}"),
        );
        let near = nearest(&text, allowed.into_iter());
        self.report_unknown(code, message, near);
        None
    }

    /// What was found as the value, or a report that it is something else than `zh` and `en` say.
    #[must_use]
    pub fn expect<T>(self, found: Option<T>, zh: &str, en: &str) -> Option<T> {
        if found.is_none() {
            let (kind, kind_zh) = self.value.content.kind();
            let message = Text::new(
                format!("应为{zh}，现为{kind_zh}"),
                format!("expected {en}, found {kind}"),
            );
            self.report(Code::WrongType, message);
        }
        found
    }
}

/// What no string keeps.
fn hides(character: char) -> bool {
    limits::is_hidden(character) && !matches!(character, '\n' | '\r' | '\t')
}
