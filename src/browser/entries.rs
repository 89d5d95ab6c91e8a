//! The entries of the browser's history that belong to this page: Back and Forward lead through them.
//!
//! Each has a text of ours as its state. The address of the page is never touched, which also works for a file.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Our property in an entry's state; other programs of the page around may have theirs.
const OURS: &str = "tuiyan";

/// Writes a text into the entry that is shown.
pub fn mark_entry(text: &str) {
    if let Ok(history) = gloo::utils::window().history() {
        // Where it is refused Back leads out of the page, as it does from a page without entries.
        let _ = history.replace_state(&state_of(text), "");
    }
}

/// Adds an entry behind the one that is shown.
pub fn add_entry(text: &str) {
    if let Ok(history) = gloo::utils::window().history() {
        // As above; browsers also limit how many are added in a short time.
        let _ = history.push_state(&state_of(text), "");
    }
}

/// Calls `told` with the text of the entry that a person goes to, as long as the listener lives; with none
/// where the entry has none yet, since following a way within the page adds entries too.
pub fn on_entry(told: impl Fn(Option<String>) + 'static) -> EventListener {
    let window = gloo::utils::window();
    EventListener::new(&window.clone(), "popstate", move |_| {
        let state = window.history().and_then(|history| history.state());
        let text = state.and_then(|state| Reflect::get(&state, &OURS.into())).ok();
        told(text.and_then(|text| text.as_string()));
    })
}

fn state_of(text: &str) -> JsValue {
    let state = js_sys::Object::new();
    // A new object of our own takes every property.
    let _ = Reflect::set(&state, &OURS.into(), &text.into());
    state.into()
}
