//! The saved document: a region, its targets, and the scenarios that planners compare.

mod changes;
mod document;
mod identity;
mod name;
mod scenario;
mod settings;

pub use changes::{Change, changes, scenario_changes};
pub use document::{ParameterChange, Plan, Recorded, Status, WordingThresholds};
pub use identity::{ModelIdentity, fingerprint};
pub use name::{clean_name, clean_note};
pub use scenario::{Scenario, ScenarioId, Scenarios};
pub use settings::{LeverPath, Settings};
