//! A TOML file as a tree.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Problem, Span};
use crate::document::node::{Content, Entry, Node};
use crate::document::syntax;
use crate::limits;

/// The tree of a text.
///
/// # Errors
///
/// The first of what keeps the text from being TOML: one break makes the parser stumble over all
/// that follows.
pub(super) fn tree(text: &str) -> Result<Node, Vec<Problem>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node::new(table(root.into_inner())));
    }
    Err(errors.iter().take(limits::TOML_ERRORS).map(syntax::problem).collect())
}

/// In the order of the file.
fn table(fields: DeTable<'_>) -> Content {
    let fields = fields.into_iter().map(|(key, value)| Entry {
        span: Span::new(key.span().start, key.span().end),
        key: key.into_inner().into_owned(),
        value: node(value),
    });
    let mut fields: Vec<Entry> = fields.collect();
    fields.sort_by_key(|entry| entry.span.start);
    Content::Table(fields)
}

fn node(value: Spanned<DeValue<'_>>) -> Node {
    let span = Span::new(value.span().start, value.span().end);
    let content = match value.into_inner() {
        DeValue::String(text) => Content::Text(text.into_owned()),
        DeValue::Boolean(flag) => Content::Flag(flag),
        DeValue::Integer(integer) if integer.radix() == 10 => number("integer", integer.as_str()),
        DeValue::Integer(integer) => {
            let prefix = match integer.radix() {
                2 => "0b",
                8 => "0o",
                _ => "0x",
            };
            Content::Other("integer", format!("{prefix}{}", integer.as_str()))
        }
        DeValue::Float(float) => number("float", float.as_str()),
        DeValue::Datetime(date) => Content::Other("datetime", date.to_string()),
        DeValue::Array(items) => Content::List(items.into_iter().map(node).collect()),
        DeValue::Table(fields) => table(fields),
    };
    Node { span, content }
}

/// As JSON would write it; `inf` and `nan` are no numbers there.
fn number(kind: &'static str, written: &str) -> Content {
    let plain = written.replace('_', "");
    let plain = plain.trim_start_matches('+');
    let is_decimal = plain.trim_start_matches('-').starts_with(|sign: char| sign.is_ascii_digit());
    if is_decimal {
        Content::Number(plain.to_owned())
    } else {
        Content::Other(kind, written.to_owned())
    }
}
