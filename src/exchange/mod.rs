//! What goes out of the program and comes in: plan files, links, pasted and exported tables.

pub mod archive;
pub mod comparison;
pub mod file_name;
pub mod link;
pub mod paste;
pub mod plan_file;
pub mod sheet;
pub mod snapshot;
pub mod summary;
pub mod tables;
