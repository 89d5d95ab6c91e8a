//! Points at a part of the page, for as long as somebody speaks of it.

use web_sys::Element;

use crate::browser::is_in_view;

/// The style sheets draw an outline around what has it.
const MARK: &str = "data-pointed";

/// What is pointed at; no longer once this is dropped.
pub struct Pointer(Element);

impl Drop for Pointer {
    fn drop(&mut self) {
        // An attribute of our own cannot be refused.
        let _ = self.0.remove_attribute(MARK);
    }
}

/// Points at the first element that the selector finds and brings it into view, if `speaker` is
/// shown and such an element is there.
#[must_use]
pub fn point_at(selector: &str, speaker: &Element) -> Option<Pointer> {
    if speaker.get_bounding_client_rect().width() == 0.0 {
        return None;
    }
    let found = gloo::utils::document().query_selector(selector).ok().flatten()?;
    if !is_in_view(&found) {
        found.scroll_into_view();
    }
    let _ = found.set_attribute(MARK, "");
    Some(Pointer(found))
}
