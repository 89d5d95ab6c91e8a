//! SVG documents as a part of the page.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::Node;

/// The picture of an SVG document, to be put into the page; none if it is not well-formed.
///
/// The shell makes it (`shell/picture.js`), which has the page's leave to read text as markup.
#[must_use]
pub fn svg_node(document: &str) -> Option<Node> {
    let shell = Reflect::get(&gloo::utils::window(), &"tuiyan".into()).ok()?;
    let picture: Function = Reflect::get(&shell, &"picture".into()).ok()?.dyn_into().ok()?;
    picture.call1(&JsValue::NULL, &document.into()).ok()?.dyn_into().ok()
}
