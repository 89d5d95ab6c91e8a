//! A double click is meant for what its first press hit.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

/// Takes away the second click of a double click where the page has moved another control under the
/// pointer meanwhile, as long as the listener lives.
pub fn only_first_clicks() -> EventListener {
    let first = RefCell::new(None::<Element>);
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let document = gloo::utils::document();
    EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control = target.and_then(|target| target.closest("button,a,summary").ok()?);
        if click.detail() < 2 {
            first.replace(control);
        } else if control.is_some() && *first.borrow() != control {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}
