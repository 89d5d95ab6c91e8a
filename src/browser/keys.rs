//! The keys of undo and redo, wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};

/// What a person asks for by the keys of undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKey {
    /// Ctrl+Z, on a Mac ⌘Z.
    Undo,
    /// Ctrl+Y or Ctrl+Shift+Z.
    Redo,
}

/// Calls `told` for each of these keys, as long as the listener lives. A field with unfinished
/// typing, marked `data-draft`, keeps the keys: the browser undoes the typing.
pub fn on_history_key(told: impl Fn(HistoryKey) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().and_then(history_key);
        if let Some(key) = key.filter(|_| !has_draft(event)) {
            event.prevent_default();
            told(key);
        }
    })
}

/// Whether the event comes from a field with unfinished typing.
#[must_use]
pub fn has_draft(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.has_attribute("data-draft"))
}

fn history_key(event: &KeyboardEvent) -> Option<HistoryKey> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command || event.is_composing() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(HistoryKey::Undo),
        ("z", true) | ("y", false) => Some(HistoryKey::Redo),
        _ => None,
    }
}
