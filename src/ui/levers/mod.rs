//! The policy levers: a card for each, by group.

pub mod card;
pub mod effects;
pub mod panel;
pub mod rail;
pub mod setting_field;
pub mod slider;
pub mod years;
