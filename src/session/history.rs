//! Undo and redo: the documents before each step, with what the steps are called.

use std::rc::Rc;

use crate::limits;
use crate::plan::changes;
use crate::session::Document;
use crate::session::step::{Burst, Deed, Step};

/// Steps done and undone. At most [`limits::UNDO_STEPS`] are kept; the oldest go first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// What a further change joins, until [`History::rest`].
    burst: Option<Burst>,
}

/// A step, and the document on its other side.
#[derive(Clone, Debug, PartialEq)]
struct Moment {
    step: Rc<Step>,
    other: Document,
}

impl History {
    /// The step that undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Step> {
        self.past.last().map(|moment| &*moment.step)
    }

    /// The step that redo would repeat.
    #[must_use]
    pub fn redoable(&self) -> Option<&Step> {
        self.future.last().map(|moment| &*moment.step)
    }

    /// All steps that can be undone, oldest first.
    #[must_use]
    pub fn past(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.past.iter().map(|moment| &*moment.step)
    }

    /// Ends a drag or a run of key presses: the next change is a step of its own.
    pub(super) fn rest(&mut self) {
        self.burst = None;
    }

    /// Takes note of a change; nothing is noted where nothing changed.
    pub(super) fn record(
        &mut self,
        deed: Deed,
        burst: Option<Burst>,
        before: Document,
        after: &Document,
    ) {
        if before == *after {
            return;
        }
        let joins = burst.is_some() && burst == self.burst;
        let start =
            if joins { self.past.pop().map_or(before, |moment| moment.other) } else { before };
        self.future.clear();
        self.burst = burst;
        // A drag that ends where it began is no step.
        if start == *after {
            return self.rest();
        }
        let changes = changes(&start.plan, &after.plan);
        let step = Rc::new(Step { deed, changes });
        self.past.push(Moment { step, other: start });
        let surplus = self.past.len().saturating_sub(limits::UNDO_STEPS);
        self.past.drain(..surplus);
    }

    pub(super) fn undo(&mut self, document: &mut Document) {
        self.rest();
        swap(&mut self.past, &mut self.future, document);
    }

    pub(super) fn redo(&mut self, document: &mut Document) {
        self.rest();
        swap(&mut self.future, &mut self.past, document);
    }
}

/// Goes through the last step of `from`, which `to` then leads back through.
fn swap(from: &mut Vec<Moment>, to: &mut Vec<Moment>, document: &mut Document) {
    let Some(Moment { step, other }) = from.pop() else { return };
    let left = std::mem::replace(document, other);
    to.push(Moment { step, other: left });
}
