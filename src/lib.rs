//! A what-if simulator for city science-and-technology planning.
//!
//! Modules are declared in dependency order, lowest first. A module may use
//! only modules declared above it; `tests/it/architecture.rs` checks this.

pub mod locale;
pub mod diagnostic;
pub mod unit;
pub mod formula;
pub mod figure;
#[cfg(feature = "ui")]
pub mod chart;
