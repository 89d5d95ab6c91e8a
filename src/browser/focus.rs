//! Where the keyboard is, and when it or the pointer goes elsewhere.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Moves the keyboard to the element with this id, where there is one.
pub fn focus(id: &str) {
    let found = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused leaves the keyboard where it is.
        let _ = element.focus();
    }
}

/// Calls `leave` when anything outside the element is pressed or gets the keyboard, as long as the
/// listeners live.
pub fn on_leaving(element: &Element, leave: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    // Also where somebody on the way keeps the event from the document.
    let options = EventListenerOptions::run_in_capture_phase();
    ["pointerdown", "focusin"].map(|name| {
        let (element, leave) = (element.clone(), leave.clone());
        let document = gloo::utils::document();
        EventListener::new_with_options(&document, name, options, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            if !element.contains(target.as_ref()) {
                leave();
            }
        })
    })
}
