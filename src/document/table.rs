//! A table: fields by name, and what it may contain.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::node::{Content, Entry};
use crate::document::{Document, Value};
use crate::limits;
use crate::locale::Text;

/// A table of a file.
#[derive(Clone, Copy, Debug)]
pub struct Table<'d> {
    document: &'d Document<'d>,
    fields: &'d [Entry],
    id: &'d str,
    span: Span,
}

impl Document<'_> {
    /// The whole file as a table.
    #[must_use]
    pub fn root(&self) -> Table<'_> {
        Table::new(self, self.root.fields(), "", self.root.span)
    }
}

impl<'d> Value<'d> {
    /// A table, named by what it is the value of.
    #[must_use]
    pub fn table(self, id: &'d str) -> Option<Table<'d>> {
        self.table_at(id, self.span())
    }

    /// The entries of a table, each read as a table, in the order of the file.
    #[must_use]
    pub fn entries_as_tables(self) -> Vec<Table<'d>> {
        let Some(table) = self.table("") else { return Vec::new() };
        let entries = table.entries().into_iter();
        entries.filter_map(|(id, span, value)| value.table_at(id, span)).collect()
    }

    fn table_at(self, id: &'d str, span: Span) -> Option<Table<'d>> {
        let Content::Table(fields) = &self.value.content else {
            return self.expect(None, "表", "a table");
        };
        Some(Table::new(self.document, fields, id, span))
    }
}

impl<'d> Table<'d> {
    pub(super) fn new(
        document: &'d Document<'d>,
        fields: &'d [Entry],
        id: &'d str,
        span: Span,
    ) -> Self {
        Self { document, fields, id, span }
    }

    /// The key that the table stands under.
    #[must_use]
    pub fn id(&self) -> &'d str {
        self.id
    }

    /// The bytes of that key.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Reports a problem at the table's key.
    pub fn report(&self, code: Code, message: Text) {
        self.document.report(Problem::new(code, self.span, message));
    }

    /// Reports a problem at the table's key, with what to write instead.
    pub fn report_with_hint(&self, code: Code, message: Text, hint: Text) {
        self.document.report(Problem::new(code, self.span, message).hint(hint));
    }

    /// Reports a problem at the key of the field `name`, else at the table's, with what to
    /// write instead.
    pub fn report_at(&self, name: &str, code: Code, message: Text, hint: Text) {
        let found = self.entries().into_iter().find(|(key, ..)| *key == name);
        let span = found.map_or(self.span, |(_, span, _)| span);
        self.document.report(Problem::new(code, span, message).hint(hint));
    }

    /// A field that may be absent.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<Value<'d>> {
        let entry = self.fields.iter().find(|entry| entry.key == name)?;
        Some(Value::new(self.document, &entry.value))
    }

    /// A field that must be there.
    #[must_use]
    pub fn required(&self, name: &str) -> Option<Value<'d>> {
        let value = self.optional(name);
        if value.is_none() {
            let place = if self.id.is_empty() { String::new() } else { format!("`{}` ", self.id) };
            self.report(
                Code::MissingField,
                Text::new(
                    format!("{place}缺少字段`{name}`"),
                    format!("{place}lacks the field `{name}`"),
                ),
            );
        }
        value
    }

    /// A required string.
    #[must_use]
    pub fn string(&self, name: &str) -> Option<String> {
        self.required(name)?.string()
    }

    /// An optional string.
    #[must_use]
    pub fn optional_string(&self, name: &str) -> Option<String> {
        self.optional(name)?.string()
    }

    /// A required number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.required(name)?.number()
    }

    /// The required fields `zh` and `en`; what cannot be read is reported and left empty.
    #[must_use]
    pub fn name(&self) -> Text {
        let [zh, en] = ["zh", "en"].map(|field| self.name_in(field).unwrap_or_default());
        Text { zh, en }
    }

    fn name_in(&self, field: &str) -> Option<String> {
        let field = self.required(field)?;
        let name = field.string()?;
        let name: String =
            name.chars().filter(|&character| !limits::is_hidden(character)).collect();
        let limit = limits::NAME_CHARACTERS;
        if name.chars().count() > limit {
            let message = Text::new(
                format!("名称超过{limit}个字"),
                format!("the name is longer than {limit} characters"),
            );
            field.report(Code::TooLong, message);
        }
        Some(name)
    }

    /// A required field, read as one of the given words.
    #[must_use]
    pub fn keyword<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        self.required(name)?.keyword(words)
    }

    /// The subtables of the field `name`, in the order of the file; none if it is absent.
    #[must_use]
    pub fn subtables(&self, name: &str) -> Vec<Table<'d>> {
        self.optional(name).map_or_else(Vec::new, Value::entries_as_tables)
    }

    /// All fields, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<(&'d str, Span, Value<'d>)> {
        let entries = self.fields.iter();
        entries
            .map(|Entry { key, span, value }| {
                (key.as_str(), *span, Value::new(self.document, value))
            })
            .collect()
    }

    /// Reports every field that is not one of `known`.
    pub fn only(&self, known: &[&str]) {
        for (name, span, _) in self.entries() {
            if known.contains(&name) {
                continue;
            }
            self.document.report_with(Code::UnknownField, span, || {
                let message =
                    Text::new(format!("没有字段`{name}`"), format!("there is no field `{name}`"));
                let near = nearest(name, known.iter().copied());
                Problem::new(Code::UnknownField, span, message).hint_nearest(near)
            });
        }
    }
}
