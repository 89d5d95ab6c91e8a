//! From a checked model to numbers: graph, tape, lanes.
//!
//! One evaluation path serves every analysis: fill the inputs of many draws,
//! run them side by side, read the outputs back.

mod builder;
mod draws;
mod graph;
mod inputs;
mod lanes;
mod lower;
mod operation;
mod program;
mod reach;
mod tape;

pub use draws::Draws;
pub use inputs::Input;
pub use program::{Ensemble, Output, Program};
