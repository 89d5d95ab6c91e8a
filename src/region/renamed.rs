//! Ids of earlier versions of a model in what was written with one of them: carried over before anything is read, so
//! that no reader knows of them.

use crate::diagnostic::{Code, Problem, Span};
use crate::document::{Content, Entry, Node};
use crate::locale::Text;
use crate::model::Model;

/// Tables of a region whose fields are called by ids, and fields of its targets and of items of indices that hold one.
const CALLED: [&str; 7] =
    ["figure", "history", "outcome", "upper_target", "assumption", "lever", "index"];
const HOLDING: [&str; 3] = ["indicator", "relative_to", "of"];

/// What is called otherwise by now, with what to tell of it: once each.
#[derive(Debug)]
pub struct Renamed<'m> {
    model: &'m Model,
    told: Vec<(String, Problem)>,
}

impl<'m> Renamed<'m> {
    /// Nothing so far.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { model, told: Vec::new() }
    }

    /// What to tell.
    pub fn told(self) -> impl Iterator<Item = Problem> {
        self.told.into_iter().map(|(_, problem)| problem)
    }

    /// Carries over the tree of a region.
    pub fn region(&mut self, region: &mut Node) {
        if self.model.renamed.is_empty() {
            return;
        }
        for Entry { key, value, .. } in region.fields_mut().into_iter().flatten() {
            if CALLED.contains(&&**key) {
                self.keys(value);
            }
            if key == "target" || key == "index" {
                self.texts(value);
            }
        }
    }

    /// Carries over the names of a table's fields. Where a field has the new name already, the old one is left: the
    /// reader says that the model lacks it.
    pub fn keys(&mut self, table: &mut Node) {
        let Some(fields) = table.fields_mut() else { return };
        for at in 0..fields.len() {
            let new = self.model.current(&fields[at].key);
            if new != fields[at].key && fields.iter().all(|field| field.key != new) {
                let (new, span) = (new.to_owned(), fields[at].span);
                self.tell(&fields[at].key, &new, span);
                fields[at].key = new;
            }
        }
    }

    /// Carries over ids in fields that hold one, however deep.
    fn texts(&mut self, node: &mut Node) {
        match &mut node.content {
            Content::List(items) => items.iter_mut().for_each(|item| self.texts(item)),
            Content::Table(fields) => {
                for Entry { key, value, .. } in fields {
                    match &mut value.content {
                        Content::Text(id) if HOLDING.contains(&&**key) => {
                            let new = self.model.current(id).to_owned();
                            if new != *id {
                                self.tell(id, &new, value.span);
                                *id = new;
                            }
                        }
                        _ => self.texts(value),
                    }
                }
            }
            _ => {}
        }
    }

    fn tell(&mut self, old: &str, new: &str, span: Span) {
        if self.told.iter().any(|(told, _)| told == old) {
            return;
        }
        let message = Text::new(
            format!("`{old}`在这一版模型里是`{new}`，已照此读入"),
            format!("`{old}` is `{new}` in this version of the model, and was read as such"),
        );
        self.told.push((old.to_owned(), Problem::new(Code::Renamed, span, message)));
    }
}
