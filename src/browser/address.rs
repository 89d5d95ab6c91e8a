//! The page's own address: what stands behind `#`, and the parameters before it.

/// Most characters of a fragment that are looked at.
pub const FRAGMENT_CAP: usize = 32 * 1024;

/// What stands behind `#`, still encoded; none when there is nothing or more than
/// [`FRAGMENT_CAP`] characters.
#[must_use]
pub fn fragment() -> Option<String> {
    let hash = gloo::utils::window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?;
    (fragment.len() <= FRAGMENT_CAP).then(|| fragment.to_owned())
}

/// Takes the fragment away without adding to the history, once it has been read.
pub fn clear_fragment() {
    let window = gloo::utils::window();
    let (Ok(history), Ok(path), Ok(query)) =
        (window.history(), window.location().pathname(), window.location().search())
    else {
        return;
    };
    // Where it is refused the fragment stays, which harms nobody.
    let _ = history.replace_state_with_url(
        &wasm_bindgen::JsValue::NULL,
        "",
        Some(&format!("{path}{query}")),
    );
}

/// The parameters of the page's address, as written.
#[must_use]
pub fn query() -> String {
    let query = gloo::utils::window().location().search().unwrap_or_default();
    query.strip_prefix('?').unwrap_or_default().to_owned()
}

/// Opens the browser's print dialogue; says whether the browser has one for this page.
#[must_use]
pub fn print() -> bool {
    gloo::utils::window().print().is_ok()
}
