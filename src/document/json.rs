//! A JSON file as a tree.
//!
//! The parser gives every value as the text that it stands in, which says where it stands; it has checked by then
//! that the whole is JSON.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::diagnostic::{Code, Problem, Span};
use crate::document::node::{Content, Entry, Node};
use crate::limits;
use crate::locale::Text;

/// How the parser's sentences on syntax begin, and the same in Chinese.
const REASONS: [(&str, &str); 14] = [
    ("expected `:`", "名称后面缺冒号"),
    ("expected `,`", "两项之间缺逗号，或者缺收尾的括号"),
    ("expected value", "这里应有内容"),
    ("expected ident", "只能是true、false或null"),
    ("key must be a string", "名称须用英文引号括起来"),
    ("trailing comma", "最后一项后面多了逗号"),
    ("trailing characters", "结尾之后还有多余的内容"),
    ("invalid number", "数字的写法不对"),
    ("invalid escape", "反斜杠后面的写法不对"),
    ("control character", "文字里有控制字符"),
    ("recursion limit", "括号套得太深"),
    ("invalid unicode", "反斜杠后面的字符编码不对"),
    ("unexpected end of hex", "反斜杠后面的字符编码不对"),
    ("lone leading surrogate", "反斜杠后面的字符编码不对"),
];

/// The tree of a text.
///
/// # Errors
///
/// The first thing that keeps the text from being JSON, a name that stands twice in one table, or brackets that are
/// nested deeper than [`limits::JSON_DEPTH`].
pub(super) fn tree(text: &str) -> Result<Node, Problem> {
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| problem(&error, text, 0))?;
    Reader { text }.node(whole.get(), 0)
}

struct Reader<'t> {
    text: &'t str,
}

impl<'t> Reader<'t> {
    /// The value that `part`, a part of the text, is.
    fn node(&self, part: &'t str, depth: usize) -> Result<Node, Problem> {
        let span = self.span(part);
        if depth > limits::JSON_DEPTH {
            let limit = limits::JSON_DEPTH;
            let message = Text::new(
                format!("括号套得太深，超过{limit}层"),
                format!("brackets are nested deeper than {limit}"),
            );
            return Err(Problem::new(
                Code::TooDeep,
                Span::new(span.start, span.start + 1),
                message,
            ));
        }
        let content = match part.as_bytes().first() {
            Some(b'{') => Content::Table(self.fields(part, depth)?),
            Some(b'[') => {
                let parts = self.parsed(
                    part,
                    serde_json::Deserializer::from_str(part).deserialize_seq(Items),
                )?;
                let items = parts.into_iter().map(|item| self.node(item.get(), depth + 1));
                Content::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => Content::Text(self.string(part)?),
            Some(b't') => Content::Flag(true),
            Some(b'f') => Content::Flag(false),
            Some(b'n') => Content::Null,
            _ => Content::Number(part.to_owned()),
        };
        Ok(Node { span, content })
    }

    fn fields(&self, part: &'t str, depth: usize) -> Result<Vec<Entry>, Problem> {
        let parts = serde_json::Deserializer::from_str(part).deserialize_map(Fields);
        let parts = self.parsed(part, parts)?;
        let mut entries = Vec::with_capacity(parts.len());
        for (key, value) in parts {
            let (span, key) = (self.span(key.get()), self.string(key.get())?);
            entries.push(Entry { key, span, value: self.node(value.get(), depth + 1)? });
        }
        match repeated(&entries) {
            Some(Entry { key, span, .. }) => {
                let message =
                    Text::new(format!("字段`{key}`重复"), format!("duplicate field `{key}`"));
                Err(Problem::new(Code::DuplicateId, *span, message))
            }
            None => Ok(entries),
        }
    }

    fn string(&self, part: &str) -> Result<String, Problem> {
        self.parsed(part, serde_json::from_str::<Cow<'_, str>>(part)).map(Cow::into_owned)
    }

    fn parsed<T>(&self, part: &str, parsed: serde_json::Result<T>) -> Result<T, Problem> {
        parsed.map_err(|error| problem(&error, part, self.span(part).start))
    }

    /// Where a part of the text stands in it.
    fn span(&self, part: &str) -> Span {
        let start = part.as_ptr().addr() - self.text.as_ptr().addr();
        Span::new(start, start + part.len())
    }
}

/// The first field whose name another one has before it.
fn repeated(entries: &[Entry]) -> Option<&Entry> {
    let mut order: Vec<&Entry> = entries.iter().collect();
    order.sort_by(|one, other| one.key.cmp(&other.key));
    let pairs = order.windows(2).filter(|pair| pair[0].key == pair[1].key);
    pairs.map(|pair| pair[1]).min_by_key(|entry| entry.span.start)
}

struct Items;

impl<'t> Visitor<'t> for Items {
    type Value = Vec<&'t RawValue>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

struct Fields;

impl<'t> Visitor<'t> for Fields {
    type Value = Vec<(&'t RawValue, &'t RawValue)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = access.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}

/// The parser's problem with a part of the text that begins at `start`.
fn problem(error: &serde_json::Error, part: &str, start: usize) -> Problem {
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
    let at = start + byte(part, error.line(), error.column());
    let zh = if error.is_eof() {
        "文件不完整，在这里中断".to_owned()
    } else {
        let known = REASONS.iter().find(|(start, _)| reason.starts_with(start));
        format!("不是合格的JSON：{}", known.map_or("这里的写法不对", |(_, zh)| zh))
    };
    Problem::new(Code::Json, Span::new(at, at + 1), Text::new(zh, reason))
}

/// The byte that a line and a column in bytes, both from 1, point at.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_stands_where_it_is_written() {
        let text = r#" {"甲": [1, -2.50e3, "\u4e59"], "b" : {"c":null}, "d": true } "#;
        let root = tree(text).unwrap();
        let at = |span: Span| &text[span.start..span.end];
        let [first, second, third] = root.fields() else { panic!("{root:?}") };
        assert_eq!([at(first.span), at(second.span), at(third.span)], ["\"甲\"", "\"b\"", "\"d\""]);
        let Content::List(items) = &first.value.content else { panic!() };
        assert_eq!(at(items[1].span), "-2.50e3");
        assert_eq!(items[1].content, Content::Number("-2.50e3".to_owned()));
        assert_eq!(items[2], Node::text("乙"));
        assert_eq!(at(second.value.field("c").unwrap().span), "null");
        assert_eq!(at(third.value.span), "true");
    }

    #[test]
    fn a_name_that_stands_twice_is_told_at_its_second_place() {
        let text = "{\"x\": {\"b\": 1, \"a\": 2, \"\\u0062\": 3, \"a\": 4}}";
        let found = tree(text).unwrap_err();
        assert_eq!(found.code, Code::DuplicateId);
        assert_eq!(&text[found.span.start..found.span.end], "\"\\u0062\"");
    }

    #[test]
    fn depth_is_capped() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(tree(&nested(limits::JSON_DEPTH + 1)).is_ok());
        let found = tree(&nested(limits::JSON_DEPTH + 2)).unwrap_err();
        assert_eq!((found.code, found.span.start), (Code::TooDeep, limits::JSON_DEPTH + 1));
        assert_eq!(tree(&nested(100_000)).unwrap_err().code, Code::TooDeep);
    }

    #[test]
    fn a_chinese_message_has_no_english_words() {
        let bad = [
            "",
            "{",
            "{]",
            "{\"a\" 1}",
            "{a",
            "tru",
            "[1,]",
            "[1 2]",
            "1 1",
            "\"\\x\"",
            "[01]",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\n\"",
            "nul",
            "-",
            "{\"a\":}",
        ];
        for text in bad {
            let zh = tree(text).unwrap_err().message.zh;
            let words = ["JSON", "true", "false", "null"];
            let rest = words.iter().fold(zh.clone(), |rest, word| rest.replace(word, ""));
            assert!(!rest.chars().any(|letter| letter.is_ascii_alphabetic()), "{text}: {zh}");
        }
    }
}
