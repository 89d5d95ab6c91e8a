//! What the shell may ask of the running program, and the word it is told when the program dies.
//!
//! The shell (`shell/start.js`) calls these by name; nothing on the screen does.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Tells the shell why the program is about to die, so that it can say so.
///
/// For `yew::set_custom_panic_hook`: a hook of the standard library is replaced by Yew's.
pub fn report_panic(message: &str) {
    let told = Reflect::get(&gloo::utils::window(), &"tuiyan".into())
        .and_then(|shell| Reflect::get(&shell, &"panicked".into()))
        .and_then(wasm_bindgen::JsCast::dyn_into::<Function>);
    if let Ok(told) = told {
        // There is nobody left to tell that telling failed.
        let _ = told.call1(&JsValue::NULL, &message.into());
    }
}

/// Answers one question of the shell with a text.
pub type Probe = Box<dyn Fn() -> String>;

/// Offers `probes` to the shell by name, as `window.tuiyan.probes`.
///
/// They serve the self-check and the tests: the same bits in every form, what
/// happens after a panic.
pub fn offer_probes(probes: Vec<(&str, Probe)>) {
    let offered = Object::new();
    for (name, probe) in probes {
        let probe = Closure::<dyn Fn() -> String>::wrap(probe).into_js_value();
        // A new object of our own takes every property.
        let _ = Reflect::set(&offered, &name.into(), &probe);
    }
    if let Ok(shell) = Reflect::get(&gloo::utils::window(), &"tuiyan".into()) {
        // Without the shell nobody asks.
        let _ = Reflect::set(&shell, &"probes".into(), &offered);
    }
}
