//! When a person is done with something that lies over the page, as every menu understands it.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent, Node};
use yew::NodeRef;

use crate::browser::keys::has_draft;

/// How it is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// By the key; the keyboard has no other place to be yet.
    Escape,
    /// By pressing or going elsewhere.
    Elsewhere,
}

/// Calls `told` when a person leaves `place`, as long as the listeners live.
pub fn on_left(place: &NodeRef, told: impl Fn(Leaving) + Clone + 'static) -> [EventListener; 4] {
    let document = gloo::utils::document();
    let outside = |kind: &'static str| {
        let (place, told) = (place.clone(), told.clone());
        EventListener::new(&document, kind, move |event| {
            if is_outside(&place, event) {
                told(Leaving::Elsewhere);
            }
        })
    };
    let (pressed, focused, escaped, gone) =
        (outside("pointerdown"), outside("focusin"), told.clone(), told.clone());
    let escape = EventListener::new(&document, "keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>();
        let is_escape = key.is_some_and(|key| {
            // The key that ends a composition belongs to the input method.
            key.key() == "Escape" && !key.is_composing() && key.key_code() != 229
        });
        // A name that is being typed is given up first.
        if is_escape && !has_draft(event) {
            escaped(Leaving::Escape);
        }
    });
    let back = EventListener::new(&gloo::utils::window(), "popstate", move |_| {
        gone(Leaving::Elsewhere);
    });
    [pressed, focused, escape, back]
}

/// What was pressed may be gone from the page by now, which makes it no place outside.
fn is_outside(place: &NodeRef, event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let place = place.get();
    match (place, target) {
        (Some(place), Some(target)) => {
            target.is_connected() && !place.contains(Some(target.unchecked_ref::<Node>()))
        }
        _ => false,
    }
}
