//! The browser's edge: everything that names the window, the document or the clock.

mod address;
mod appearance;
mod clipboard;
mod files;
mod frame;
mod keys;
pub mod shell;
pub mod store;
mod theme;
mod timing;

pub use address::{FRAGMENT_CAP, clear_fragment, fragment, print, query};
pub use appearance::{Appearance, on_appearance_change};
pub use clipboard::{copy_table, copy_text};
pub use files::{
    ReadProblem, chosen_files, dropped_files, read_file, safe_name, save_file, save_png,
};
pub use frame::{Frame, next_frame};
pub use keys::{HistoryKey, on_history_key};
pub use theme::Theme;
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
