//! Fields of a plan file that a newer version of the program wrote: kept as they are, and written back.

use std::rc::Rc;

use crate::document::{Content, Entry, Node, json_compact};

/// Fields that this version does not know, in the order of the file. A field whose value is a table may stand for a
/// table that this version knows, and then holds what it does not know of it. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptFields(Option<Rc<Fields>>);

#[derive(Debug, PartialEq, Eq)]
struct Fields {
    entries: Vec<Entry>,
    bytes: usize,
}

impl KeptFields {
    /// These fields.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        if entries.is_empty() {
            return Self(None);
        }
        let table = Node::table(entries).placeless();
        let bytes = json_compact(&table).len();
        let entries =
            if let Content::Table(entries) = table.content { entries } else { Vec::new() };
        Self(Some(Rc::new(Fields { entries, bytes })))
    }

    /// The fields.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.0.as_ref().map_or(&[], |fields| &fields.entries)
    }

    /// Bytes that they take when they are written without blanks.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.as_ref().map_or(0, |fields| fields.bytes)
    }

    /// Leaves out what belongs to the entry `id` of a table that this version knows; without an
    /// `id`, to the whole table.
    pub fn forget(&mut self, table: &str, id: Option<&str>) {
        let is_concerned = |entry: &Entry| {
            entry.key == table && id.is_none_or(|id| entry.value.field(id).is_some())
        };
        if !self.entries().iter().any(is_concerned) {
            return;
        }
        let mut entries = self.entries().to_vec();
        for entry in entries.iter_mut().filter(|entry| entry.key == table) {
            if let Some(fields) = entry.value.fields_mut() {
                fields.retain(|field| id.is_some_and(|id| field.key != id));
            }
        }
        entries.retain(|entry| entry.key != table || !entry.value.fields().is_empty());
        *self = Self::new(entries);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> KeptFields {
        let row = |id: &str| {
            Entry::new(id, Node::table([Entry::new("seen", Node::new(Content::Flag(true)))]))
        };
        let statuses = Entry::new("statuses", Node::table([row("Y1"), row("Y2")]));
        KeptFields::new(vec![statuses, Entry::new("calendar", Node::table([]))])
    }

    fn names(kept: &KeptFields) -> Vec<&str> {
        kept.entries().iter().map(|entry| entry.key.as_str()).collect()
    }

    #[test]
    fn what_belongs_to_a_status_goes_with_it() {
        let mut left = kept();
        left.forget("statuses", Some("Y3"));
        assert_eq!(left, kept());
        left.forget("statuses", Some("Y1"));
        assert_eq!(names(&left), ["statuses", "calendar"]);
        left.forget("statuses", Some("Y2"));
        assert_eq!(names(&left), ["calendar"]);
        let mut left = kept();
        left.forget("statuses", None);
        assert_eq!(names(&left), ["calendar"]);
        assert_eq!(left.bytes(), "{\"calendar\":{}}".len());
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(
            (KeptFields::new(Vec::new()), KeptFields::default().bytes()),
            (KeptFields::default(), 0)
        );
    }
}
