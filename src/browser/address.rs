//! The page's own address: what stands behind `#`, and the parameters before it.

use gloo::events::EventListener;

use crate::browser::shell::shell;

/// What stands behind `#`, still encoded; none when there is nothing. Who reads it caps it.
#[must_use]
pub fn fragment() -> Option<String> {
    let hash = gloo::utils::window().location().hash().ok()?;
    hash.strip_prefix('#').filter(|fragment| !fragment.is_empty()).map(str::to_owned)
}

/// The parameters before `#`, decoded, in their order.
#[must_use]
pub fn parameters() -> Vec<(String, String)> {
    let search = gloo::utils::window().location().search().unwrap_or_default();
    let Ok(parameters) = web_sys::UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    let text = |entry: &js_sys::Array, position| entry.get(position).as_string();
    let entries = js_sys::Array::from(&parameters);
    let entries = entries.iter().map(|entry| js_sys::Array::from(&entry));
    entries.filter_map(|entry| text(&entry, 0).zip(text(&entry, 1))).collect()
}

/// Calls `told` with the fragment now and whenever a person enters another one, as long as the
/// listener lives.
pub fn on_fragment(told: impl Fn(String) + 'static) -> EventListener {
    if let Some(fragment) = fragment() {
        told(fragment);
    }
    EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
        if let Some(fragment) = fragment() {
            told(fragment);
        }
    })
}

/// The page's address without its fragment, to put another one behind.
#[must_use]
pub fn page_address() -> String {
    let address = gloo::utils::window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the fragment away without adding to the history, once it has been read.
pub fn clear_fragment() {
    let window = gloo::utils::window();
    let (Ok(history), Ok(path), Ok(query)) =
        (window.history(), window.location().pathname(), window.location().search())
    else {
        return;
    };
    // What the entry says of the place in the page stays.
    let state = history.state().unwrap_or(wasm_bindgen::JsValue::NULL);
    // Where it is refused the fragment stays, which harms nobody.
    let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}")));
}

/// Whether the page had a link that the shell (`shell/link.js`) left out, since the page ended on it before.
#[must_use]
pub fn was_link_left_out() -> bool {
    shell().is_some_and(|shell| shell.link().was_left_out())
}

/// Calls `told` with whether the page is being printed, before and after; as long as the listeners
/// live. What `told` shows at once is on the paper.
pub fn on_print(told: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let window = gloo::utils::window();
    let before = told.clone();
    [
        EventListener::new(&window, "beforeprint", move |_| before(true)),
        EventListener::new(&window, "afterprint", move |_| told(false)),
    ]
}

/// Opens the browser's print dialogue; says whether the browser has one for this page.
#[must_use]
pub fn print() -> bool {
    gloo::utils::window().print().is_ok()
}
