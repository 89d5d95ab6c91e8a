//! Parts that screens are made of.

pub mod button;
pub mod check;
pub mod choice;
pub mod disclosure;
pub mod editing;
pub mod evidence;
pub mod field;
pub mod figure;
pub mod form_field;
pub mod heading;
pub mod light;
pub mod menu;
pub mod name_field;
pub mod notice;
pub mod number_field;
pub mod open_button;
pub mod progress;
pub mod search_field;
pub mod section;
pub mod table;
