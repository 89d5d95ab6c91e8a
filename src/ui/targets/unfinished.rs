//! A form that is left with its screen, or closed with something typed in it and not by its buttons: what stood in
//! it comes back with the form, and the browser asks before the page goes with it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser::ask_before_leaving;
use crate::desk::target::Draft;
use crate::region::{Region, Target};

/// What stood in a form.
struct Left {
    /// The region's id.
    region: String,
    draft: Draft,
    /// Nothing else keeps it.
    _asks: EventListener,
}

thread_local! {
    /// At most one a target, the last one left at the end.
    static LEFT: RefCell<Vec<Left>> = const { RefCell::new(Vec::new()) };
}

fn is_new(target: &Target) -> bool {
    target.indicator.is_empty()
}

/// Id of the target whose form was left last; the empty id is that of a new one. What was left of targets that
/// have gone or changed since is forgotten.
pub(super) fn left_open(region: &Region) -> Option<String> {
    LEFT.with_borrow_mut(|left| {
        left.retain(|left| {
            let before = left.draft.before();
            left.region != region.id || is_new(before) || region.targets.contains(before)
        });
        let last = left.iter().rev().find(|left| left.region == region.id)?.draft.before();
        Some(if is_new(last) { String::new() } else { last.id.clone() })
    })
}

/// What stood in the form of this target when it was left.
pub(super) fn left_in(target: &Target, region: &Region) -> Option<Draft> {
    LEFT.with_borrow_mut(|left| {
        let is_same = |left: &Left| {
            let before = left.draft.before();
            left.region == region.id && (before == target || is_new(before) && is_new(target))
        };
        let position = left.iter().position(is_same)?;
        // The id of a new one may have been taken since.
        Some(left.remove(position).draft.about(target))
    })
}

/// Keeps what stands in the form when it goes away, unless the returned flag is set. `is_typed` is kept to whether
/// there is something in it to lose.
#[hook]
pub(super) fn use_left(
    region: &Region,
    draft: &Draft,
    opened: &Draft,
    is_typed: &Rc<Cell<bool>>,
) -> Rc<Cell<bool>> {
    let is_done = use_memo((), |()| Cell::new(false));
    let latest = use_mut_ref(|| None);
    let is_changed = draft != opened;
    is_typed.set(is_changed);
    *latest.borrow_mut() = is_changed.then(|| (region.id.clone(), draft.clone()));
    use_effect_with(is_changed, |is_changed| {
        let asks = is_changed.then(ask_before_leaving);
        move || drop(asks)
    });
    {
        let (is_done, is_typed) = (is_done.clone(), is_typed.clone());
        use_effect_with((), move |()| {
            move || {
                is_typed.set(false);
                if let Some((region, draft)) = latest.take().filter(|_| !is_done.get()) {
                    let left = Left { region, draft, _asks: ask_before_leaving() };
                    LEFT.with_borrow_mut(|all| all.push(left));
                }
            }
        });
    }
    is_done
}
