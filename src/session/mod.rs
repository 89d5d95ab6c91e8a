//! The state of the page and how it changes: pure, without a browser.

mod action;
mod address;
mod burst;
mod document;
mod edit;
mod hidden;
mod history;
mod refusal;
mod place;
mod step;
mod view;

use std::rc::Rc;

pub use action::{Action, ActionKind, Edit, EditKind, TableEntry};
pub use address::{Address, IgnoredParameter};
pub use hidden::{Hidden, PARTS};
pub use history::History;
pub use place::ScreenPlace;
pub use refusal::Refusal;
pub use step::Step;
pub use view::{ComparisonChoice, Inquiry, Screen, TextSize, Theme, View};

use crate::model::Model;
use crate::plan::{Plan, Settings};
use crate::session::document::Document;

/// Everything a person has done and chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    document: Document,
    history: History,
    view: View,
}

impl Session {
    /// A session on a plan just opened.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let document = Document::opened(Rc::new(plan));
        Self { document, history: History::default(), view: View::default() }
    }

    /// The same session with another view: what the browser remembers or wishes.
    #[must_use]
    pub fn with_view(self, view: View) -> Self {
        Self { view, ..self }
    }

    /// The plan in hand.
    #[must_use]
    pub fn plan(&self) -> &Rc<Plan> {
        &self.document.plan
    }

    /// The plan as it was opened.
    #[must_use]
    pub fn opened(&self) -> &Rc<Plan> {
        &self.document.opened
    }

    /// Lever settings of the scenario in hand.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.plan().scenarios.current().settings
    }

    /// How the plan is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What can be undone and redone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The state after `action`. An action that makes no sense, such as deleting
    /// 现状延续, changes nothing.
    #[must_use]
    pub fn after(mut self, action: impl Into<Action>) -> Self {
        match action.into() {
            Action::Edit(edit) => self.edit(edit),
            Action::SetView(view) => self.view = view,
            Action::SetLocale(locale) => self.view.locale = locale,
            Action::Explain(id) => self.explain(id),
            Action::Rest => self.history.rest(&mut self.document),
            Action::BeginDrag => self.history.begin_drag(),
            Action::EndDrag => self.history.end_run(&mut self.document),
            Action::CancelDrag => self.history.cancel_drag(&mut self.document),
            Action::Undo => self.history.undo(&mut self.document),
            Action::Redo => self.history.redo(&mut self.document),
        }
        self
    }

    /// The state after `action`, if the plan can then be saved and opened again; `model` is the one
    /// that the plan computes with.
    ///
    /// # Errors
    ///
    /// Why the action cannot be done. The session is as it was.
    pub fn attempt(&self, action: Action, model: &Model) -> Result<Self, Refusal> {
        if let Action::Edit(edit) = &action {
            refusal::check(edit, self.plan(), model)?;
        }
        let after = self.clone().after(action);
        refusal::check_plan(self.plan(), after.plan(), model)?;
        Ok(after)
    }

    /// Asks why; from another screen, that begins a trail.
    fn explain(&mut self, id: String) {
        if self.view.screen != Screen::Explain {
            self.view.inquiry = Inquiry::default();
        }
        self.view.screen = Screen::Explain;
        self.view.inquiry.open(id);
    }

    fn edit(&mut self, edit: Edit) {
        let (kind, burst) = (edit.kind(), edit.burst());
        let before = self.document.clone();
        edit::apply(&mut self.document, edit, self.view.locale);
        // Another plan has other scenarios under the same numbers.
        if !Rc::ptr_eq(&before.opened, &self.document.opened) {
            self.view.comparison = ComparisonChoice::default();
        }
        self.history.record(kind, burst, before, &self.document);
    }
}
