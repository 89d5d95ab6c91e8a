//! Charts on the page, and what is read from them.

pub mod dumbbell;
pub mod fan_canvas;
pub mod year_reading;
