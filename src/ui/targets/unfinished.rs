//! A form that is left with its screen and not by its buttons: what stood in it comes back with the screen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::region::{Region, Target};
use crate::ui::targets::draft::Draft;

thread_local! {
    /// The region's id and what stood in the form.
    static LEFT: RefCell<Option<(String, Draft)>> = const { RefCell::new(None) };
}

/// Id of the target whose form was left open; the empty id is that of a new one.
pub(super) fn left_open(region: &Region) -> Option<String> {
    let is_there = |draft: &Draft| {
        let before = &draft.before;
        before.indicator.is_empty() || region.targets.contains(before)
    };
    LEFT.with_borrow(|left| {
        let (_, draft) = left.as_ref().filter(|(id, draft)| *id == region.id && is_there(draft))?;
        let is_new = draft.before.indicator.is_empty();
        Some(if is_new { String::new() } else { draft.before.id.clone() })
    })
}

/// What stood in the form of this target when it was left.
pub(super) fn left_in(target: &Target, region: &Region) -> Option<Draft> {
    let is_same = |(id, draft): &mut (String, Draft)| *id == region.id && draft.before == *target;
    LEFT.with_borrow_mut(|left| left.take_if(is_same)).map(|(_, draft)| draft)
}

/// Keeps what stands in the form when the screen takes it away, unless the returned flag is set.
#[hook]
pub(super) fn use_left(region: &Region, draft: &Draft, opened: &Draft) -> Rc<Cell<bool>> {
    let is_done = use_memo((), |()| Cell::new(false));
    let latest = use_mut_ref(|| None);
    let is_changed = draft != opened;
    *latest.borrow_mut() = is_changed.then(|| (region.id.clone(), draft.clone()));
    {
        let is_done = is_done.clone();
        use_effect_with((), move |()| {
            move || {
                let left = latest.take().filter(|_| !is_done.get());
                LEFT.set(left);
            }
        });
    }
    is_done
}
