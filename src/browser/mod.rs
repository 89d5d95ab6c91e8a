//! The browser's edge: everything that names the window, the document or the clock.

mod address;
mod appearance;
mod asking;
mod clicks;
mod clipboard;
mod clock;
mod date;
mod drag;
mod entries;
mod files;
mod focus;
mod frame;
mod guest;
mod keys;
mod leaving;
mod pointer;
mod preferences;
mod room;
mod press;
mod second;
pub mod shell;
pub mod store;
mod table_keys;
mod timing;
mod vector;
mod viewport;

pub use address::{
    clear_fragment, fragment, on_fragment, on_print, page_address, parameters, print,
    was_link_left_out,
};
pub use appearance::{Appearance, on_appearance_change};
pub use asking::ask_before_leaving;
pub use clicks::only_first_clicks;
pub use clipboard::{copy_table, copy_text};
pub use clock::clock;
pub use date::today;
pub use drag::{LetGo, on_let_go};
pub use entries::{add_entry, mark_entry, on_entry};
pub use files::{chosen_files, may_be_refused, on_drop, png, read_file, save_file};
pub use focus::{FocusKeeper, focus, focus_in_place, keep_focus};
pub use frame::{Frame, next_frame};
pub use guest::{is_framed, serve_host, tell_host};
pub use keys::{HistoryKey, on_history_key};
pub use leaving::{Leaving, on_leaving};
pub use pointer::{Pointer, point_at};
pub use preferences::{has_seen_tour, remember_look, remember_tour, remembered_look, wear};
pub use press::{after_press, presses, watch_presses};
pub use room::root_size;
pub use second::{Here, SecondPart, ask_for_second_part, on_second_part, second_part};
pub use table_keys::{PastedTable, focus_in_column, pasted_anything, pasted_table};
pub use timing::{now, timed};
pub use vector::svg_node;
pub use viewport::{is_in_view, scroll_to};

use crate::locale::Locale;

/// Tells the document its language and title.
pub fn name_document(locale: Locale, title: &str) {
    let document = gloo::utils::document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // An attribute of our own document cannot be refused.
        let _ = root.set_attribute("lang", locale.tag());
    }
}
