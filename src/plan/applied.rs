//! A plan's own beliefs put into the model and the region that are computed.

use crate::model::Model;
use crate::plan::{ParameterChange, Plan, Scenario};
use crate::region::{Path, Provenance, Region};
use crate::sampling::Distribution;
use crate::sorted::Map;
use crate::unit::Unit;

/// The model with the plan's parameters.
#[must_use]
pub fn applied_model(plan: &Plan, model: &Model) -> Model {
    let mut model = model.clone();
    for parameter in &mut model.parameters {
        if let Some(change) = plan.parameters.get(&parameter.id) {
            parameter.distribution = distribution(*change);
        }
    }
    model
}

/// The region with the scenario's assumptions; the years that it changes are assumed.
#[must_use]
pub fn applied_region(scenario: &Scenario, region: &Region) -> Region {
    let mut region = region.clone();
    for (id, years) in &scenario.assumptions {
        let path = region.assumptions.entry(id.clone()).or_insert_with(nothing_given);
        path.by_year.extend(years.iter().map(|(&year, &value)| (year, value)));
        path.provenance = Provenance::Assumed;
    }
    region
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
