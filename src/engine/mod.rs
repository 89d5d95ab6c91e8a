//! From a checked model to numbers: graph, tape, lanes.
//!
//! One evaluation path serves every analysis: fill the inputs of many draws,
//! run them side by side, read the outputs back.

mod availability;
mod basis;
mod block;
mod budget;
mod builder;
mod case;
mod division;
mod draws;
mod ensemble;
mod graph;
mod inputs;
mod lower;
mod origin;
mod output;
mod pin;
mod program;
mod reach;
mod run;
mod schedule;
mod series;
mod stage;
mod tape;
mod usage;

pub use basis::Basis;
pub use budget::{FEWEST_DRAWS, MOST_DRAWS, Pace};
pub use case::{Case, Yearly};
pub use draws::Draws;
pub use ensemble::Ensemble;
pub use inputs::{Chance, Input};
pub use origin::{BadValueOrigin, ReadValue};
pub use output::Output;
pub use program::Program;
pub use reach::levers_reach;
pub use run::Run;
