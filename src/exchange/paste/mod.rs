//! Pasted tables: what Excel, WPS, Word or a web page puts on the clipboard, cell by cell.
//!
//! A cell is a value, missing, or a problem that says what would be right; nothing is
//! guessed silently, and nothing of the text is ever shown as HTML.

mod block;
mod declared;
mod doubt;
mod grid;
mod grid_error;
mod head;
mod html;
mod layout;
mod table;

pub use block::with_headings;
pub use doubt::implausible;
pub use grid::Grid;
pub use grid_error::GridError;
pub use table::{Ignored, Origin, Pasted, PastedCell, read, read_named};
