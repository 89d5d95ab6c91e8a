//! What a person sees of the page.

use web_sys::Element;

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
