//! The second part of the program: what it draws, and what stands in its place until it is here.

pub mod here;
pub mod later;
pub mod part;
