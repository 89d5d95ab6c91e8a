//! Undo and redo: the documents before each step, with what the steps are called.

use std::rc::Rc;

use crate::limits;
use crate::session::action::EditKind;
use crate::session::burst::Burst;
use crate::session::document::Document;
use crate::session::step::Step;

/// Steps done and undone. At most [`limits::UNDO_STEPS`] are kept; the oldest go first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// What a further change joins, until [`History::rest`].
    burst: Option<Burst>,
    /// Whether a hand holds a lever: until it lets go, nothing else ends the step.
    is_dragging: bool,
    /// What could be redone before the burst: it can be again where the burst comes to nothing.
    redoable_before: Vec<Moment>,
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

    /// Ends a run of key presses: the next change is a step of its own. A drag goes on.
    pub(super) fn rest(&mut self, document: &mut Document) {
        if !self.is_dragging {
            self.end_run(document);
        }
    }

    /// What follows until [`History::end`] is one step.
    pub(super) fn begin_drag(&mut self) {
        self.end();
        self.is_dragging = true;
    }

    /// Ends a drag or a run of key presses: the next change is a step of its own.
    pub(super) fn end(&mut self) {
        self.is_dragging = false;
        self.burst = None;
        self.redoable_before.clear();
    }

    /// Ends a drag or a run of key presses. One that came back to where it began leaves nothing, not even
    /// the scenario that it made.
    pub(super) fn end_run(&mut self, document: &mut Document) {
        let settings = |document: &Document| document.plan.scenarios.current().settings.clone();
        let start = self.past.last().map(|moment| settings(&moment.other));
        let is_of_a_lever = matches!(self.burst, Some(Burst::Lever(_)));
        if is_of_a_lever && start.is_some_and(|start| start == settings(document)) {
            self.take_back(document);
        }
        self.end();
    }

    /// Takes a drag back as if it had never been; nothing happens where something else has ended it.
    pub(super) fn cancel_drag(&mut self, document: &mut Document) {
        if self.is_dragging && self.burst.is_some() {
            self.take_back(document);
        }
        self.end();
    }

    /// As before the last step, with what could be redone then.
    fn take_back(&mut self, document: &mut Document) {
        if let Some(Moment { other, .. }) = self.past.pop() {
            *document = other;
        }
        self.future = std::mem::take(&mut self.redoable_before);
    }

    /// Takes note of a change; nothing is noted where nothing changed.
    pub(super) fn record(
        &mut self,
        kind: EditKind,
        burst: Option<Burst>,
        before: Document,
        after: &Document,
    ) {
        if before == *after {
            return;
        }
        let joins = burst.is_some() && burst == self.burst;
        let start = if joins {
            self.past.pop().map_or(before, |moment| moment.other)
        } else {
            // What is no lever's ends the drag of one.
            self.is_dragging &= matches!(burst, Some(Burst::Lever(_))) && self.burst.is_none();
            self.redoable_before = std::mem::take(&mut self.future);
            before
        };
        self.burst = burst;
        // A drag that comes back to where it began is no step, so far.
        if start == *after {
            self.future = std::mem::take(&mut self.redoable_before);
            self.burst = None;
            return;
        }
        let (before, after) = (Rc::clone(&start.plan), Rc::clone(&after.plan));
        let step = Rc::new(Step { kind, before, after });
        self.past.push(Moment { step, other: start });
        let surplus = self.past.len().saturating_sub(limits::UNDO_STEPS);
        self.past.drain(..surplus);
    }

    pub(super) fn undo(&mut self, document: &mut Document) {
        self.end();
        swap(&mut self.past, &mut self.future, document);
    }

    pub(super) fn redo(&mut self, document: &mut Document) {
        self.end();
        swap(&mut self.future, &mut self.past, document);
    }
}

/// Goes through the last step of `from`, which `to` then leads back through.
fn swap(from: &mut Vec<Moment>, to: &mut Vec<Moment>, document: &mut Document) {
    let Some(Moment { step, other }) = from.pop() else { return };
    let left = std::mem::replace(document, other);
    to.push(Moment { step, other: left });
}
