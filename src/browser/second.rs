//! The second part of the program: what the page does without until its first results are shown.
//!
//! The shell (`shell/second.js`) fetches it; a copy of the page that is one module has it from the
//! beginning.

use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// The right to call the second part, which there is only once it is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here(());

/// Whether the second part can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondPart {
    /// It is on its way, or was not asked for yet.
    Coming,
    /// It can be called, from now on.
    Here(Here),
    /// It could not be fetched; it may be asked for again.
    Failed,
}

/// How it is now.
#[must_use]
pub fn second_part() -> SecondPart {
    // Natively the program is whole.
    let state = if cfg!(target_family = "wasm") { field("state") } else { None };
    match state.and_then(|state| state.as_string()).as_deref() {
        Some("coming") => SecondPart::Coming,
        Some("failed") => SecondPart::Failed,
        _ => SecondPart::Here(Here(())),
    }
}

impl SecondPart {
    /// The right to call it, where it is here.
    #[must_use]
    pub fn here(self) -> Option<Here> {
        match self {
            SecondPart::Here(here) => Some(here),
            SecondPart::Coming | SecondPart::Failed => None,
        }
    }
}

/// Calls `report` at every change, as long as the listener lives.
pub fn on_second_part(report: impl Fn(SecondPart) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::document(), "tuiyan-second", move |_| report(second_part()))
}

/// Asks for it, once more where that failed, and calls `report` with the right to call it, or with none where it
/// did not come: at once where it is here.
pub fn ask_for_second_part(report: impl FnOnce(Option<Here>) + 'static) {
    if let SecondPart::Here(here) = second_part() {
        return report(Some(here));
    }
    let asked = field("ask").and_then(|ask| ask.dyn_into::<Function>().ok());
    let promise = asked.and_then(|ask| ask.call0(&JsValue::NULL).ok());
    let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return report(None);
    };
    let report = Closure::once_into_js(move |_: JsValue| report(second_part().here()));
    // The shell's promise always keeps, so there is no failure to wait for.
    let _ = Reflect::get(&promise, &"then".into())
        .and_then(|then| then.unchecked_into::<Function>().call1(&promise, &report));
}

fn field(name: &str) -> Option<JsValue> {
    let shell = Reflect::get(&gloo::utils::window(), &"tuiyan".into()).ok()?;
    let second = Reflect::get(&shell, &"second".into()).ok()?;
    Reflect::get(&second, &name.into()).ok()
}
