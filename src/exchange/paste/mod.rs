//! Pasted tables: what Excel, WPS, Word or a web page puts on the clipboard, cell by cell.
//!
//! A cell is a value, missing, or a problem that says what would be right; nothing is
//! guessed silently, and nothing of the text is ever shown as HTML.

mod cell;
mod grid;
mod html;
mod layout;
mod table;

pub use cell::{Cell, CellNumber, read_cell};
pub use grid::{Grid, GridError};
pub use table::{Origin, Pasted, PastedCell, read};
