//! A form that is left with its screen and not by its buttons: what stood in it comes back with the screen,
//! and the browser asks before the page goes with it.

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
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// Id of the target whose form was left open; the empty id is that of a new one.
pub(super) fn left_open(region: &Region) -> Option<String> {
    let is_there = |draft: &Draft| {
        let before = draft.before();
        before.indicator.is_empty() || region.targets.contains(before)
    };
    LEFT.with_borrow(|left| {
        let left =
            left.as_ref().filter(|left| left.region == region.id && is_there(&left.draft))?;
        let draft = &left.draft;
        let is_new = draft.before().indicator.is_empty();
        Some(if is_new { String::new() } else { draft.before().id.clone() })
    })
}

/// What stood in the form of this target when it was left.
pub(super) fn left_in(target: &Target, region: &Region) -> Option<Draft> {
    let is_same = |left: &mut Left| left.region == region.id && left.draft.before() == target;
    LEFT.with_borrow_mut(|left| left.take_if(is_same)).map(|left| left.draft)
}

/// Keeps what stands in the form when the screen takes it away, unless the returned flag is set.
#[hook]
pub(super) fn use_left(region: &Region, draft: &Draft, opened: &Draft) -> Rc<Cell<bool>> {
    let is_done = use_memo((), |()| Cell::new(false));
    let latest = use_mut_ref(|| None);
    let is_changed = draft != opened;
    *latest.borrow_mut() = is_changed.then(|| (region.id.clone(), draft.clone()));
    use_effect_with(is_changed, |is_changed| {
        let asks = is_changed.then(ask_before_leaving);
        move || drop(asks)
    });
    {
        let is_done = is_done.clone();
        use_effect_with((), move |()| {
            move || {
                let left = latest.take().filter(|_| !is_done.get());
                LEFT.set(left.map(|(region, draft)| Left {
                    region,
                    draft,
                    _asks: ask_before_leaving(),
                }));
            }
        });
    }
    is_done
}
