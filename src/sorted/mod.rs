//! Maps and sets of few entries, kept as a sorted list.
//!
//! They go through their entries in the order of the keys, as those of the standard library do,
//! whose trees are made anew for every kind of entry and were a tenth of what the page loads
//! first. An entry is found by halving and put in by moving those behind it, so whatever may hold
//! many thousands in any order is better off with a tree.

mod map;
mod set;

pub use map::{Entry, Iter, Map};
pub use set::Set;
