//! A what-if simulator for city science-and-technology planning.
//!
//! Modules are declared in dependency order, lowest first. A module may use
//! only modules declared above it; `tests/it/architecture.rs` checks this.
//! Below all are those of the kernel.

pub use tuiyan_kernel::{lanes, math, sampling};

pub mod limits;
pub mod sorted;
pub mod shared;
pub mod locale;
pub mod diagnostic;
pub mod unit;
pub mod numeral;
pub mod formula;
pub mod document;
pub mod model;
pub mod region;
pub mod plan;
pub mod engine;
pub mod analysis;
pub mod wording;
pub mod exchange;
pub mod figure;
pub mod session;
pub mod host;
pub mod library;
pub mod desk;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod chart;
#[cfg(feature = "ui")]
pub mod ui;
