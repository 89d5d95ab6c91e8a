//! The written form of a plan, field by field. Values are in base units, settings in the
//! lever's unit.

use serde::{Deserialize, Serialize};

use crate::exchange::plan_file::unique::Unique;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exchange) struct Form {
    pub(super) format: u32,
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) model: ModelForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) own_model: Option<String>,
    pub(super) scenarios: Vec<ScenarioForm>,
    pub(super) current: u32,
    pub(super) reference: u32,
    pub(super) next: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ceiling: Option<f64>,
    pub(super) thresholds: ThresholdsForm,
    #[serde(default)]
    pub(super) parameters: Unique<String, ParameterForm>,
    #[serde(default)]
    pub(super) statuses: Unique<String, StatusForm>,
    #[serde(default)]
    pub(super) notes: String,
    /// The text of a region document.
    pub(super) region: String,
}

#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Kind {
    #[serde(rename = "tuiyan-plan")]
    TuiyanPlan,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelForm {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) hash: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenarioForm {
    pub(super) id: u32,
    pub(super) name: String,
    #[serde(default)]
    pub(super) settings: Unique<String, Setting>,
    #[serde(default)]
    pub(super) assumptions: Unique<String, Unique<String, f64>>,
    #[serde(default)]
    pub(super) note: String,
}

/// One number for all years, or a list by year.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged, expecting = "a number or a list of numbers")]
pub(super) enum Setting {
    Constant(f64),
    ByYear(Vec<f64>),
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThresholdsForm {
    pub(super) ensure: f64,
    pub(super) strive: f64,
    pub(super) effort: f64,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParameterForm {
    pub(super) low: f64,
    pub(super) mode: f64,
    pub(super) high: f64,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusForm {
    pub(super) status: StatusWord,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StatusWord {
    NotStarted,
    UnderWay,
    Done,
    Missed,
}
