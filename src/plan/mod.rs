//! The saved document: a region, its targets, and the scenarios that planners compare.

mod asks;
mod changes;
mod document;
mod identity;
mod kept;
mod name;
mod rollover;
mod scenario;
mod settings;
mod stand_in;
mod thresholds;

pub use asks::{Ask, FIRST_ASKS, asks, doubts, first_asks};
pub use changes::{Change, changes, scenario_changes};
pub use document::{ParameterChange, Plan, Recorded, Status};
pub use identity::{ModelIdentity, fingerprint};
pub use kept::KeptFields;
pub use name::{clean_field, clean_name, clean_note};
pub use rollover::{Carried, NextYear, next_year};
pub use scenario::{Scenario, ScenarioId, Scenarios};
pub use settings::{LeverPath, Settings};
pub use stand_in::stand_in;
pub use thresholds::{Light, Thresholds, Verb, stated_percent};
