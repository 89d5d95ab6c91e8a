//! A table: fields by name, and a record of which were read.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::de::DeTable;

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::{Document, Value};
use crate::locale::Text;

/// A table of a file.
#[derive(Debug)]
pub struct Table<'d> {
    document: &'d Document<'d>,
    fields: &'d DeTable<'d>,
    id: &'d str,
    span: Span,
    read: RefCell<BTreeSet<String>>,
}

impl<'d> Table<'d> {
    pub(super) fn new(
        document: &'d Document<'d>,
        fields: &'d DeTable<'d>,
        id: &'d str,
        span: Span,
    ) -> Self {
        Self { document, fields, id, span, read: RefCell::default() }
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

    /// A field that may be absent.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<Value<'d>> {
        self.read.borrow_mut().insert(name.to_owned());
        let value = self.fields.get(name)?;
        Some(Value::new(self.document, value))
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

    /// The required fields `zh` and `en`.
    #[must_use]
    pub fn name(&self) -> Option<Text> {
        let (zh, en) = (self.string("zh"), self.string("en"));
        Some(Text { zh: zh?, en: en? })
    }

    /// The subtables of the field `name`, in the order of the file; none if it is absent.
    #[must_use]
    pub fn subtables(&self, name: &str) -> Vec<Table<'d>> {
        self.optional(name).map_or_else(Vec::new, Value::entries_as_tables)
    }

    /// All fields, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<(&'d str, Span, Value<'d>)> {
        let mut entries: Vec<_> = (self.fields.iter())
            .map(|(key, value)| {
                self.read.borrow_mut().insert(key.get_ref().to_string());
                let span = Span::new(key.span().start, key.span().end);
                (&**key.get_ref(), span, Value::new(self.document, value))
            })
            .collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// Reports every field that nobody read.
    pub fn finish(&self) {
        let read = self.read.borrow();
        for key in self.fields.keys().filter(|key| !read.contains(key.get_ref().as_ref())) {
            let name = &**key.get_ref();
            let span = Span::new(key.span().start, key.span().end);
            let message =
                Text::new(format!("没有字段`{name}`"), format!("there is no field `{name}`"));
            let mut problem = Problem::new(Code::UnknownField, span, message);
            if let Some(near) = nearest(name, read.iter().map(String::as_str)) {
                problem = problem.hint(Text::new(format!("写`{near}`"), format!("write `{near}`")));
            }
            self.document.report(problem);
        }
    }
}
