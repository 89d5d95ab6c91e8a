//! The browser's edge: everything that names the window, the document or the clock.

mod appearance;
mod frame;
mod timing;

pub use appearance::{Appearance, on_appearance_change};
pub use frame::{Frame, next_frame};
pub use timing::timed;

use crate::locale::Locale;

/// Tells the document its language and title.
pub fn name_document(locale: Locale, title: &str) {
    let document = gloo::utils::document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let language = if locale == Locale::Zh { "zh-CN" } else { "en" };
        // An attribute of our own document cannot be refused.
        let _ = root.set_attribute("lang", language);
    }
}
