//! The work that is done for every draw, in a crate of its own: the page is compiled for
//! size, and this for speed.
//!
//! A generic or inlined function is compiled with the crate that calls it, and so for size.
//! What the simulator calls from here for every draw is therefore neither.
//!
//! Modules are declared in dependency order, lowest first.

pub mod math;
pub mod sampling;
pub mod lanes;
