//! Parts that screens are made of.

pub mod choice;
pub mod evidence;
pub mod figure;
pub mod heading;
pub mod light;
pub mod name_field;
pub mod number_field;
pub mod open_button;
