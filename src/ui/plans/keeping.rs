//! Hands the plan in hand to the browser's store whenever it changed, read back once before it counts as kept.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::store::{self, Offer};
use crate::browser::{SecondPart, second_part};
use crate::desk::Workspace;
use crate::exchange::snapshot;
use crate::model::Model;
use crate::plan::Plan;
use crate::shared::Shared;
use crate::ui::seam;

/// The snapshot of a plan; none where it would not open as the same plan.
fn snapshot_of(plan: &Plan, model: &Model) -> Option<String> {
    match second_part() {
        SecondPart::Here(here) => seam::sealed(here, plan, model),
        // Without the reader, on its way or not to be had, neither are the screens there on which figures and
        // targets are written: what is kept is a few moves of levers, which the session has checked.
        SecondPart::Coming | SecondPart::Failed => Some(snapshot::encode(plan, model)),
    }
}

/// What is handed over, and under which key.
///
/// A key belongs to a plan as it was opened: undo may lead back behind the opening of another one.
#[derive(Default)]
struct Keeper {
    keys: Vec<(Rc<Plan>, String)>,
    /// As it was at the last change; the hook's own handle would always show the newest.
    now: Option<Workspace>,
}

impl Keeper {
    fn key(&self, opened: &Rc<Plan>) -> Option<&String> {
        self.keys.iter().find(|(plan, _)| Rc::ptr_eq(plan, opened)).map(|(_, key)| key)
    }

    /// Takes note of the workspace; says whether there is something new to hand over.
    fn note(&mut self, workspace: &Workspace) -> bool {
        let opened = workspace.session.opened();
        let restored = workspace.restored.as_ref().filter(|(plan, _)| Rc::ptr_eq(plan, opened));
        let is_known = self.key(opened).is_some();
        // A page that opens on a built-in city has nothing worth keeping yet.
        let is_first = self.now.is_none();
        let mut is_new = !is_first;
        if !is_known {
            let key = restored.map_or_else(store::fresh, |(_, entry)| store::adopt(entry));
            is_new &= restored.is_none();
            self.keys.push((Rc::clone(opened), key));
        }
        self.now = Some(workspace.clone());
        is_new
    }

    /// Whether another plan takes the place of the one in hand.
    fn is_left_for(&self, next: &Workspace) -> bool {
        self.now
            .as_ref()
            .is_some_and(|now| !Rc::ptr_eq(now.session.opened(), next.session.opened()))
    }

    fn offer(&self) -> Option<Offer> {
        let workspace = self.now.as_ref()?;
        let (plan, library) = (workspace.session.plan(), &workspace.library);
        Some(Offer {
            key: self.key(workspace.session.opened())?.clone(),
            name: plan.name.clone(),
            snapshot: snapshot_of(plan, library.model(plan)),
            is_changed: !library.is_untouched(plan),
        })
    }
}

/// Keeps the plan in the browser from now on.
///
/// It takes note while the page is drawn: an effect comes later, and would miss a change that another
/// one follows at once, such as a lever that moved just before another city was chosen.
#[hook]
pub fn use_keeping(workspace: &Workspace) {
    let keeper = use_memo((), |()| RefCell::new(Keeper::default()));
    {
        let keeper = Rc::clone(&keeper);
        use_effect_with((), move |()| store::on_ask(move || keeper.borrow().offer()));
    }
    let plan = Shared::from(Rc::clone(workspace.session.plan()));
    use_memo(plan, move |_| {
        if keeper.borrow().is_left_for(workspace) {
            store::hurry();
        }
        if keeper.borrow_mut().note(workspace) {
            store::changed();
        }
    });
}
