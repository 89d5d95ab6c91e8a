//! What a file says as a tree, whichever language it is written in: every part knows where it stands.

use crate::diagnostic::Span;

/// A value of a file. Where it stands is no part of what it is: equal values are equal wherever
/// they stand.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its bytes in the file.
    pub span: Span,
    /// What it is.
    pub content: Content,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// `null` of JSON.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A finite decimal number as it is written, without a plus sign and underscores.
    Number(String),
    /// A string, without its escapes.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A table, in the order of the file.
    Table(Vec<Entry>),
    /// What only TOML has, as it is written, and what its parser calls it: a date, `nan`, `0x10`.
    Other(&'static str, String),
}

/// A field of a table.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub key: String,
    /// The bytes of the name.
    pub span: Span,
    /// Its value.
    pub value: Node,
}

impl Eq for Node {}

impl Eq for Entry {}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.value == other.value
    }
}

/// Sizes that are written without an exponent.
const PLAIN: std::ops::Range<f64> = 1e-7..1e15;

/// A finite number as both languages read it back to the last bit, no longer than it needs to be.
#[must_use]
pub fn decimal_text(number: f64) -> String {
    let size = number.abs();
    let is_plain = size == 0.0 || PLAIN.contains(&size);
    if is_plain { format!("{number}") } else { format!("{number:?}") }
}

impl Node {
    /// A value that stands nowhere.
    #[must_use]
    pub fn new(content: Content) -> Self {
        Self { span: Span::default(), content }
    }

    /// A string.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Content::Text(text.into()))
    }

    /// The shortest number that reads back to the last bit.
    #[must_use]
    pub fn number(number: f64) -> Self {
        let content =
            if number.is_finite() { Content::Number(decimal_text(number)) } else { Content::Null };
        Self::new(content)
    }

    /// A list.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Content::List(items.into_iter().collect()))
    }

    /// A table.
    #[must_use]
    pub fn table(fields: impl IntoIterator<Item = Entry>) -> Self {
        Self::new(Content::Table(fields.into_iter().collect()))
    }

    /// The fields of a table; none where it is none.
    #[must_use]
    pub fn fields(&self) -> &[Entry] {
        if let Content::Table(fields) = &self.content { fields } else { &[] }
    }

    /// The fields of a table, to be changed.
    pub fn fields_mut(&mut self) -> Option<&mut Vec<Entry>> {
        if let Content::Table(fields) = &mut self.content { Some(fields) } else { None }
    }

    /// The field of a table with this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|entry| entry.key == name).map(|entry| &entry.value)
    }

    /// The same value and all that is in it, as what stands nowhere; what only TOML has becomes the text that it is
    /// written in.
    #[must_use]
    pub fn placeless(&self) -> Self {
        Self::new(match &self.content {
            Content::List(items) => Content::List(items.iter().map(Self::placeless).collect()),
            Content::Table(fields) => {
                let fields = fields.iter();
                Content::Table(
                    fields
                        .map(|Entry { key, value, .. }| Entry::new(&**key, value.placeless()))
                        .collect(),
                )
            }
            Content::Other(_, written) => Content::Text(written.clone()),
            content => content.clone(),
        })
    }
}

impl Entry {
    /// A field that stands nowhere.
    #[must_use]
    pub fn new(key: impl Into<String>, value: Node) -> Self {
        Self { key: key.into(), span: Span::default(), value }
    }
}

impl Content {
    /// What the parser of TOML calls such a value, and its name in Chinese.
    pub(super) fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Null => ("null", "空（null）"),
            Self::Flag(_) => ("boolean", "true或false"),
            Self::Number(written) if !written.contains(['.', 'e', 'E']) => ("integer", "整数"),
            Self::Number(_) | Self::Other("float", _) => ("float", "小数"),
            Self::Text(_) => ("string", "文字"),
            Self::List(_) => ("array", "列表"),
            Self::Table(_) => ("table", "表"),
            Self::Other("integer", _) => ("integer", "整数"),
            Self::Other(kind, _) => (kind, "日期"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_to_the_last_bit() {
        for number in [0.0, -0.0, 1785.0, 0.1, 1e-9, 5e-324, -2.5e7, 1e20, f64::MAX, 28.6] {
            let Content::Number(written) = Node::number(number).content else { panic!() };
            assert_eq!(written.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{written}");
            assert!(written.len() < 26, "{written}");
        }
        assert_eq!([1e20, 300.0, -0.0].map(decimal_text), ["1e20", "300", "-0"]);
        assert_eq!(Node::number(f64::NAN), Node::new(Content::Null));
    }
}
