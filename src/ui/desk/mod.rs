//! The desk: verdict, targets and scenarios, with what the levers do to them.

pub mod budget;
pub mod cards;
pub mod ceiling;
pub mod changes;
pub mod indicator_card;
pub mod next_step;
pub mod not_judged;
pub mod origins;
pub mod reach_board;
pub mod scenario_strip;
pub mod shift;
pub mod status_field;
pub mod verdict;
