//! The written form of a plan. Values are in base units, settings in the lever's unit; what is empty is left out.

use crate::document::{Content, Entry, Node, json_lines};
use crate::exchange::plan_file::{FORMAT, STATUSES};
use crate::model::Model;
use crate::plan::{LeverPath, ParameterChange, Plan, Recorded, Scenario, ScenarioId};
use crate::region;

/// The text of a plan file. `model` is the one that the plan's region belongs to.
#[must_use]
pub fn write(plan: &Plan, model: &Model) -> String {
    json_lines(&tree(plan, model))
}

/// The plan, ready to be written. `model` is the one that its region belongs to.
pub(in crate::exchange) fn tree(plan: &Plan, model: &Model) -> Node {
    let scenarios = plan.scenarios.all().iter().filter(|scenario| !scenario.is_present());
    let mut fields = vec![
        Entry::new("format", Node::number(f64::from(FORMAT))),
        text("kind", "tuiyan-plan"),
        text("name", &plan.name),
        Entry::new(
            "model",
            Node::table([
                text("id", &plan.model.id),
                text("version", &plan.model.version),
                text("hash", &plan.model.hash),
            ]),
        ),
    ];
    fields.extend(plan.own_model.as_ref().map(|own| text("own_model", own)));
    fields.extend([
        Entry::new("scenarios", Node::list(scenarios.map(scenario))),
        id("current", plan.scenarios.current().id),
        id("reference", plan.scenarios.reference().id),
    ]);
    fields.extend(plan.ceiling.map(|ceiling| number("ceiling", ceiling)));
    fields.push(Entry::new(
        "thresholds",
        Node::table([
            number("ensure", plan.thresholds.ensure),
            number("strive", plan.thresholds.strive),
            number("effort", plan.thresholds.effort),
            number("met", plan.thresholds.met),
            number("near", plan.thresholds.near),
        ]),
    ));
    let filled = [
        Entry::new("parameters", Node::table(plan.parameters.iter().map(parameter))),
        Entry::new("statuses", Node::table(plan.statuses.iter().map(status))),
        text("notes", &plan.notes),
    ];
    fields.extend(filled.into_iter().filter(says_something));
    fields.push(Entry::new("region", region::tree(&plan.region, model)));
    add(&mut fields, plan.kept.entries());
    Node::table(fields)
}

/// Puts what is kept where it stood: beside the fields that this version knows.
fn add(fields: &mut Vec<Entry>, kept: &[Entry]) {
    for entry in kept {
        match fields.iter_mut().find(|field| field.key == entry.key) {
            None => fields.push(entry.clone()),
            Some(known) => {
                if let Some(inner) = known.value.fields_mut() {
                    add(inner, entry.value.fields());
                }
            }
        }
    }
}

fn scenario(scenario: &Scenario) -> Node {
    let settings = scenario.settings.changed().map(|(lever, path)| {
        let setting = match path {
            LeverPath::Constant(value) => Node::number(value.0),
            LeverPath::ByYear(values) => {
                Node::list(values.iter().map(|value| Node::number(value.0)))
            }
        };
        Entry::new(lever, setting)
    });
    let assumptions = scenario.assumptions.iter().map(|(id, years)| {
        let years =
            years.iter().map(|(year, value)| Entry::new(year.to_string(), Node::number(*value)));
        Entry::new(&**id, Node::table(years))
    });
    let filled = [
        Entry::new("settings", Node::table(settings)),
        Entry::new("assumptions", Node::table(assumptions)),
        text("note", &scenario.note),
    ];
    let mut fields = vec![id("id", scenario.id), text("name", &scenario.name)];
    fields.extend(filled.into_iter().filter(says_something));
    fields.extend_from_slice(scenario.kept.entries());
    Node::table(fields)
}

fn parameter((id, change): (&String, &ParameterChange)) -> Entry {
    let ParameterChange { low, mode, high } = *change;
    let fields = [number("low", low), number("mode", mode), number("high", high)];
    Entry::new(&**id, Node::table(fields))
}

fn status((target, recorded): (&String, &Recorded)) -> Entry {
    let word = STATUSES.iter().find(|(_, status)| *status == recorded.status);
    let mut fields = vec![text("status", word.map_or("", |(word, _)| word))];
    fields.extend(Some(text("note", &recorded.note)).filter(says_something));
    Entry::new(&**target, Node::table(fields))
}

fn says_something(entry: &Entry) -> bool {
    match &entry.value.content {
        Content::Text(text) => !text.is_empty(),
        Content::Table(fields) => !fields.is_empty(),
        _ => true,
    }
}

fn text(name: &'static str, text: &str) -> Entry {
    Entry::new(name, Node::text(text))
}

fn number(name: &'static str, value: f64) -> Entry {
    Entry::new(name, Node::number(value))
}

fn id(name: &'static str, id: ScenarioId) -> Entry {
    Entry::new(name, Node::text(id.to_string()))
}
