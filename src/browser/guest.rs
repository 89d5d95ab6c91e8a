//! The page around this one, reached through the shell (`shell/guest.js`), which knows who may speak.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Whether another page holds this one.
#[must_use]
pub fn is_framed() -> bool {
    let window = gloo::utils::window();
    window.parent().ok().flatten().is_some_and(|around| around != window)
}

/// Whether the page around has been given a way to talk with this one.
pub(super) fn is_connected() -> bool {
    call("isConnected", &[]).is_some_and(|connected| connected.is_truthy())
}

/// Hands a file that a person saves to the page around, where there is one that may speak; says whether
/// it goes there and nowhere else.
pub(super) fn offer_to_host(name: &str, media_type: &str, content: &[u8]) -> bool {
    is_connected() && {
        let base64 = STANDARD.encode(content);
        let taken = call("offer", &[name.into(), media_type.into(), base64.into()]);
        taken.is_some_and(|taken| taken.is_truthy())
    }
}

/// Says that this version of the program answers from now on: `asked` is called with the text of each
/// request. A later call replaces an earlier one.
pub fn serve_host(version: &str, asked: impl Fn(String) + 'static) {
    let asked = Closure::<dyn Fn(String)>::new(asked).into_js_value();
    call("start", &[version.into(), asked]);
}

/// Tells the page around an answer or an event: the text of a JSON object.
pub fn tell_host(message: &str) {
    call("tell", &[message.into()]);
}

fn field(name: &str) -> Option<JsValue> {
    let shell = Reflect::get(&gloo::utils::window(), &"tuiyan".into()).ok()?;
    let guest = Reflect::get(&shell, &"guest".into()).ok()?;
    Reflect::get(&guest, &name.into()).ok()
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = field(name)?.dyn_into().ok()?;
    function.apply(&JsValue::NULL, &arguments.iter().collect::<js_sys::Array>()).ok()
}
