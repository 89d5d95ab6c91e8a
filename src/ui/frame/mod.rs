//! What stands around the screens: head, foot, shortcuts, reports, the way back, the page around.

pub mod announcer;
pub mod dock;
pub mod file_report;
pub mod foot;
pub mod guest;
pub mod history_keys;
pub mod last_word;
pub mod page;
pub mod root;
pub mod screen;
pub mod top_bar;
pub mod tour;
pub mod view_menu;
pub mod way_back;
