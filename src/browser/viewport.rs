//! What a person sees of the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Whether any of the element is in the window.
#[must_use]
pub fn is_in_view(element: &Element) -> bool {
    let window = gloo::utils::window();
    let side = |side: Option<f64>| side.unwrap_or(f64::INFINITY);
    let width = side(window.inner_width().ok().and_then(|width| width.as_f64()));
    let height = side(window.inner_height().ok().and_then(|height| height.as_f64()));
    let area = element.get_bounding_client_rect();
    area.bottom() > 0.0 && area.right() > 0.0 && area.top() < height && area.left() < width
}

/// Scrolls a row sideways to the first element in it that `selector` names. The first one of the row stays in
/// view at the left and covers what is under it.
pub fn scroll_to(row: &HtmlElement, selector: &str) {
    let found = row.query_selector(selector).ok().flatten();
    let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return };
    let first = row.first_element_child().map_or(0, |first| first.client_width());
    let (left, right) = (found.offset_left(), found.offset_left() + found.offset_width());
    if right > row.scroll_left() + row.client_width() {
        row.set_scroll_left(right - row.client_width());
    }
    if left < row.scroll_left() + first && left >= first {
        row.set_scroll_left(left - first);
    }
}
