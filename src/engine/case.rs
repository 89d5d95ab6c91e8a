//! What one run is computed from: everything that differs from run to run of one program.

use std::sync::Arc;

use crate::model::Model;
use crate::plan::{ParameterChange, Scenario, Settings};
use crate::region::{Path, Provenance, Region};
use crate::sampling::Distribution;
use crate::sorted::Map;
use crate::unit::Unit;

/// Values by id and calendar year, in base units.
pub type Yearly = Map<String, Map<i32, f64>>;

/// A question to a model and a region: what happens, if …?
///
/// Only `settings` change while a lever moves. The rest is what the draws and all that leads up to
/// the levers are computed from: a [`Basis`](crate::engine::Basis).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Where the levers stand.
    pub settings: Settings,
    /// Assumptions in years in which they differ from the region's.
    pub assumptions: Yearly,
    /// What is believed of parameters otherwise than the model does, by id.
    pub parameters: Map<String, Distribution>,
    /// The luck of a year where it is not left to chance: the same in every draw, in units of the
    /// shock's distribution (standard deviations, or from 0 to 1).
    pub shocks: Yearly,
    /// Values of variables in years after the base year that are known already.
    pub known: Yearly,
}

impl Case {
    /// The case of these settings, all else as model and region have it.
    #[must_use]
    pub fn of(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Whether it differs from another at most in where the levers stand.
    #[must_use]
    pub fn shares_basis(&self, other: &Self) -> bool {
        self.assumptions == other.assumptions
            && self.parameters == other.parameters
            && self.shocks == other.shocks
            && self.known == other.known
    }

    /// What a scenario asks, in a plan with changed parameters.
    #[must_use]
    pub fn of_scenario(scenario: &Scenario, parameters: &Map<String, ParameterChange>) -> Self {
        let parameters = parameters.iter();
        Self {
            settings: scenario.settings.clone(),
            assumptions: scenario.assumptions.clone(),
            parameters: parameters
                .map(|(id, change)| (id.clone(), distribution(*change)))
                .collect(),
            ..Self::default()
        }
    }

    /// The model with the case's parameters.
    #[must_use]
    pub fn applied_model(&self, model: &Arc<Model>) -> Arc<Model> {
        let mut model = Arc::clone(model);
        if self.parameters.is_empty() {
            return model;
        }
        for parameter in &mut Arc::make_mut(&mut model).parameters {
            if let Some(distribution) = self.parameters.get(&parameter.id) {
                parameter.believe(*distribution);
            }
        }
        model
    }

    /// The region with the case's assumptions; the years that it changes are assumed.
    #[must_use]
    pub fn applied_region(&self, region: &Region) -> Region {
        let mut region = region.clone();
        for (id, years) in &self.assumptions {
            let path = region.assumptions.entry(id.clone()).or_insert_with(nothing_given);
            path.by_year.extend(years.iter().map(|(&year, &value)| (year, value)));
            path.provenance = Provenance::Assumed;
        }
        region
    }
}

fn distribution(change: ParameterChange) -> Distribution {
    let ParameterChange { low, mode, high } = change;
    if low < high { Distribution::Pert { low, mode, high } } else { Distribution::Fixed(mode) }
}

fn nothing_given() -> Path {
    let (by_year, source) = (Map::new(), String::new());
    let unit = Unit::pure();
    Path { by_year, unit, provenance: Provenance::Assumed, source, note: None }
}
