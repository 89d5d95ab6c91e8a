//! `.tuiyan.json`: a plan as a file.
//!
//! The region stands in it as the text of a region document, so that one reader checks
//! figures wherever they come from. Numbers are written so that they read back to the
//! last bit. There is one format so far; a file of a newer one is refused.

mod encoding;
mod form;
mod json;
mod reader;
mod scenarios;
mod seal;
mod unique;

use crate::model::Model;
use crate::plan::{LeverPath, Plan, Scenario, Status};
use crate::region;

pub use encoding::text;
pub use reader::{BuiltIn, Opened, read};
pub use seal::{Unreadable, seal};

pub(super) use form::Form;

use form::{ModelForm, ParameterForm, Setting, StatusForm, StatusWord, ThresholdsForm};

/// The format that is written.
pub const FORMAT: u32 = 1;
/// What a plan file's name ends with.
pub const EXTENSION: &str = ".tuiyan.json";

/// The text of a plan file. `model` is the one that the plan's region belongs to.
#[must_use]
pub fn write(plan: &Plan, model: &Model) -> String {
    // Only a map with keys that are no strings could fail.
    serde_json::to_string_pretty(&form(plan, model)).unwrap_or_default()
}

/// The plan, ready to be written.
pub(super) fn form(plan: &Plan, model: &Model) -> Form {
    let scenarios = plan.scenarios.all().iter().filter(|scenario| !scenario.is_present());
    Form {
        format: FORMAT,
        kind: form::Kind::TuiyanPlan,
        name: plan.name.clone(),
        model: ModelForm {
            id: plan.model.id.clone(),
            version: plan.model.version.clone(),
            hash: plan.model.hash.clone(),
        },
        own_model: plan.own_model.as_deref().map(str::to_owned),
        scenarios: scenarios.map(scenario_form).collect(),
        current: plan.scenarios.current().id.0,
        reference: plan.scenarios.reference().id.0,
        next: plan.scenarios.next_id().0,
        ceiling: plan.ceiling,
        thresholds: ThresholdsForm {
            ensure: plan.thresholds.ensure,
            strive: plan.thresholds.strive,
            effort: plan.thresholds.effort,
        },
        parameters: plan.parameters.iter().map(parameter_form).collect(),
        statuses: plan.statuses.iter().map(status_form).collect(),
        notes: plan.notes.clone(),
        region: region::write(&plan.region, model),
    }
}

fn scenario_form(scenario: &Scenario) -> form::ScenarioForm {
    let settings = scenario.settings.changed().map(|(lever, path)| {
        let setting = match path {
            LeverPath::Constant(value) => Setting::Constant(*value),
            LeverPath::ByYear(values) => Setting::ByYear(values.clone()),
        };
        (lever.to_owned(), setting)
    });
    let assumptions = scenario.assumptions.iter();
    form::ScenarioForm {
        id: scenario.id.0,
        name: scenario.name.clone(),
        settings: settings.collect(),
        assumptions: assumptions
            .map(|(id, years)| {
                (id.clone(), years.iter().map(|(year, &value)| (year.to_string(), value)).collect())
            })
            .collect(),
        note: scenario.note.clone(),
    }
}

fn parameter_form(
    (id, change): (&String, &crate::plan::ParameterChange),
) -> (String, ParameterForm) {
    let form = ParameterForm { low: change.low, mode: change.mode, high: change.high };
    (id.clone(), form)
}

fn status_form((target, recorded): (&String, &crate::plan::Recorded)) -> (String, StatusForm) {
    let status = match recorded.status {
        Status::NotStarted => StatusWord::NotStarted,
        Status::UnderWay => StatusWord::UnderWay,
        Status::Done => StatusWord::Done,
        Status::Missed => StatusWord::Missed,
    };
    (target.clone(), StatusForm { status, note: recorded.note.clone() })
}
