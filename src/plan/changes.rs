//! “这次改了什么”: what differs between two plans, as data.

use crate::locale::Text;
use crate::plan::{LeverPath, ParameterChange, Plan, Recorded, Scenario, ScenarioId};
use crate::region::{Datum, Path, Region, Target};
use crate::sorted::{Map, Set};

/// One difference. What is absent on a side is `None` there; values are in base
/// units, settings in the lever's unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another plan or its new name.
    Name {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// Another city or another year.
    Region {
        /// Its name and plan year before.
        from: (Text, i32),
        /// After.
        to: (Text, i32),
    },
    /// Another model, by id and version.
    Model {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// A lever's settings; `None` is present.
    Lever {
        /// In which scenario.
        scenario: ScenarioId,
        /// Id.
        lever: String,
        /// Before.
        from: Option<LeverPath>,
        /// After.
        to: Option<LeverPath>,
    },
    /// An assumption in one year; `None` is the region's value.
    Assumption {
        /// In which scenario.
        scenario: ScenarioId,
        /// Id.
        assumption: String,
        /// Calendar year.
        year: i32,
        /// Before.
        from: Option<f64>,
        /// After.
        to: Option<f64>,
    },
    /// A scenario appeared, went, or has a new name.
    Scenario {
        /// Which.
        scenario: ScenarioId,
        /// Name before.
        from: Option<String>,
        /// Name after.
        to: Option<String>,
    },
    /// The remark of a scenario.
    ScenarioNote(ScenarioId),
    /// Scenarios stand in another order.
    Order,
    /// Another scenario is in hand.
    Current {
        /// Before.
        from: ScenarioId,
        /// After.
        to: ScenarioId,
    },
    /// Another scenario is the reference.
    Reference {
        /// Before.
        from: ScenarioId,
        /// After.
        to: ScenarioId,
    },
    /// The budget ceiling, 元.
    Ceiling {
        /// Before.
        from: Option<f64>,
        /// After.
        to: Option<f64>,
    },
    /// A figure of the base year, or its origin.
    Figure {
        /// Id.
        id: String,
        /// Before.
        from: Option<Datum>,
        /// After.
        to: Option<Datum>,
    },
    /// A figure of an earlier or later year.
    Dated {
        /// Id.
        id: String,
        /// Calendar year.
        year: i32,
        /// Before.
        from: Option<Datum>,
        /// After.
        to: Option<Datum>,
    },
    /// A lever's present setting.
    Present {
        /// Id.
        lever: String,
        /// Before.
        from: Option<Datum>,
        /// After.
        to: Option<Datum>,
    },
    /// The region's path of an assumption.
    Path {
        /// Id.
        assumption: String,
        /// Before.
        from: Option<Path>,
        /// After.
        to: Option<Path>,
    },
    /// A target.
    Target {
        /// Before.
        from: Option<Box<Target>>,
        /// After.
        to: Option<Box<Target>>,
    },
    /// A parameter; `None` is the model's.
    Parameter {
        /// Id.
        id: String,
        /// Before.
        from: Option<ParameterChange>,
        /// After.
        to: Option<ParameterChange>,
    },
    /// What was recorded of a target.
    Status {
        /// Id of the target.
        target: String,
        /// Before.
        from: Option<Recorded>,
        /// After.
        to: Option<Recorded>,
    },
    /// The chances of lights and verbs.
    Thresholds,
    /// The plan's remark.
    Notes,
}

/// All differences between two plans, in the order in which a person reads a plan.
#[must_use]
pub fn changes(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut found = heads(before, after);
    if !std::rc::Rc::ptr_eq(&before.region, &after.region) {
        region_changes(&before.region, &after.region, &mut found);
    }
    found.extend(scenario_list_changes(before, after));
    let parameters = differences(&before.parameters, &after.parameters);
    found.extend(parameters.map(|(id, from, to)| Change::Parameter { id, from, to }));
    let statuses = differences(&before.statuses, &after.statuses);
    found.extend(statuses.map(|(target, from, to)| Change::Status { target, from, to }));
    found
}

/// What `after` does otherwise than `before`: levers, then assumptions.
#[must_use]
pub fn scenario_changes(before: &Scenario, after: &Scenario) -> Vec<Change> {
    let scenario = after.id;
    let ids = before.settings.changed().chain(after.settings.changed());
    let ids: Set<&str> = ids.map(|(lever, _)| lever).collect();
    let levers = ids.into_iter().filter_map(|lever| {
        let (from, to) = (before.settings.get(lever), after.settings.get(lever));
        let lever = lever.to_owned();
        (from != to).then(|| Change::Lever {
            scenario,
            lever,
            from: from.cloned(),
            to: to.cloned(),
        })
    });
    let (old, new) = (by_id_and_year(before), by_id_and_year(after));
    let assumptions = differences(&old, &new).map(|((assumption, year), from, to)| {
        Change::Assumption { scenario, assumption, year, from, to }
    });
    levers.chain(assumptions).collect()
}

fn heads(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut found = Vec::new();
    if before.name != after.name {
        found.push(Change::Name { from: before.name.clone(), to: after.name.clone() });
    }
    if before.model != after.model || before.own_model != after.own_model {
        let name = |plan: &Plan| format!("{} {}", plan.model.id, plan.model.version);
        found.push(Change::Model { from: name(before), to: name(after) });
    }
    if before.ceiling != after.ceiling {
        found.push(Change::Ceiling { from: before.ceiling, to: after.ceiling });
    }
    if before.thresholds != after.thresholds {
        found.push(Change::Thresholds);
    }
    if before.notes != after.notes {
        found.push(Change::Notes);
    }
    found
}

fn region_changes(before: &Region, after: &Region, found: &mut Vec<Change>) {
    let head = |region: &Region| (region.id.clone(), region.base_year, region.plan_year);
    if head(before) != head(after) {
        let name = |region: &Region| (region.name.clone(), region.plan_year);
        found.push(Change::Region { from: name(before), to: name(after) });
        return;
    }
    let figures = differences(&before.figures, &after.figures);
    found.extend(figures.map(|(id, from, to)| Change::Figure { id, from, to }));
    let (old, new) = (dated(before), dated(after));
    let years = differences(&old, &new);
    found.extend(years.map(|((id, year), from, to)| Change::Dated { id, year, from, to }));
    let present = differences(&before.present, &after.present);
    found.extend(present.map(|(lever, from, to)| Change::Present { lever, from, to }));
    let paths = differences(&before.assumptions, &after.assumptions);
    found.extend(paths.map(|(assumption, from, to)| Change::Path { assumption, from, to }));
    let (old, new) = (targets(before), targets(after));
    found.extend(differences(&old, &new).map(|(_, from, to)| Change::Target { from, to }));
}

fn scenario_list_changes(before: &Plan, after: &Plan) -> Vec<Change> {
    let (old, new) = (&before.scenarios, &after.scenarios);
    let mut found = Vec::new();
    let gone = old.all().iter().filter(|scenario| new.get(scenario.id).is_none());
    found.extend(gone.map(|scenario| Change::Scenario {
        scenario: scenario.id,
        from: Some(scenario.name.clone()),
        to: None,
    }));
    for scenario in new.all() {
        let was = old.get(scenario.id);
        let (from, to) = (was.map(|was| was.name.clone()), Some(scenario.name.clone()));
        if from != to {
            found.push(Change::Scenario { scenario: scenario.id, from, to });
        }
        // A new scenario differs from 现状延续.
        let was = was.unwrap_or(&old.all()[0]);
        if was.note != scenario.note {
            found.push(Change::ScenarioNote(scenario.id));
        }
        found.extend(scenario_changes(was, scenario));
    }
    let order = |scenarios: &crate::plan::Scenarios, other: &crate::plan::Scenarios| {
        let ids = scenarios.all().iter().map(|scenario| scenario.id);
        ids.filter(|&id| other.get(id).is_some()).collect::<Vec<_>>()
    };
    if order(old, new) != order(new, old) {
        found.push(Change::Order);
    }
    let (from, to) = (old.current().id, new.current().id);
    if from != to {
        found.push(Change::Current { from, to });
    }
    let (from, to) = (old.reference().id, new.reference().id);
    if from != to {
        found.push(Change::Reference { from, to });
    }
    found
}

fn by_id_and_year(scenario: &Scenario) -> Map<(String, i32), f64> {
    let paths = scenario.assumptions.iter();
    let years = paths
        .flat_map(|(id, years)| years.iter().map(|(year, value)| ((id.clone(), *year), *value)));
    years.collect()
}

fn dated(region: &Region) -> Map<(String, i32), Datum> {
    let all = region.history.iter().chain(&region.outcomes);
    let values = all.flat_map(|(id, values)| {
        values.iter().map(|value| ((id.clone(), value.year), value.datum.clone()))
    });
    values.collect()
}

fn targets(region: &Region) -> Map<&str, Box<Target>> {
    let targets = region.targets.iter();
    targets.map(|target| (target.id.as_str(), Box::new(target.clone()))).collect()
}

/// Keys whose values differ, in their order, with both values.
fn differences<K: Ord + Clone, V: Clone + PartialEq>(
    before: &Map<K, V>,
    after: &Map<K, V>,
) -> impl Iterator<Item = (K, Option<V>, Option<V>)> + use<K, V> {
    let keys: Set<&K> = before.keys().chain(after.keys()).collect();
    let pairs = keys.into_iter().map(|key| (key, before.get(key), after.get(key)));
    let differing = pairs.filter(|(_, from, to)| from != to);
    let found: Vec<_> =
        differing.map(|(key, from, to)| (key.clone(), from.cloned(), to.cloned())).collect();
    found.into_iter()
}
