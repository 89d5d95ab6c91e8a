//! Before the page goes with something that a person began and nothing keeps, the browser asks.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use web_sys::Event;

/// Has the browser ask as long as the listener lives: what a person began would be lost.
pub fn ask_before_leaving() -> EventListener {
    EventListener::new_with_options(
        &gloo::utils::window(),
        "beforeunload",
        EventListenerOptions::enable_prevent_default(),
        ask,
    )
}

/// Has the browser ask because of this event.
pub(super) fn ask(leaving: &Event) {
    leaving.prevent_default();
    // Older browsers ask for this alone; a property of their own event takes every text.
    let _ = Reflect::set(leaving, &"returnValue".into(), &"".into());
}
