//! The reducer: what each edit does to the document.

use std::rc::Rc;

use crate::limits;
use crate::locale::Locale;
use crate::plan::{
    LeverPath, ParameterChange, Plan, Recorded, Scenario, ScenarioId, Scenarios, Settings,
    Thresholds, clean_field, clean_name, clean_note,
};
use crate::region::{DatedValue, Datum, Region, Target, settled_datum, settled_target};
use crate::session::action::{Edit, TableEntry};
use crate::session::document::Document;
use crate::sorted::Map;
use crate::wording::Phrase;

/// Changes the document; what makes no sense changes nothing.
pub(super) fn apply(document: &mut Document, edit: Edit, locale: Locale) {
    let plan = Rc::make_mut(&mut document.plan);
    match edit {
        Edit::SetLever { lever, value, fresh } => {
            set_lever(plan, &lever, LeverPath::Constant(value), (fresh, locale));
        }
        Edit::SetLeverPath { lever, path, fresh } => {
            set_lever(plan, &lever, path, (fresh, locale));
        }
        Edit::ResetLever(lever) => reset_lever(plan, &lever),
        Edit::ResetLeverToOpened(lever) => reset_to_opened(plan, &document.opened, &lever),
        Edit::ResetAll => reset_all(plan),
        Edit::AddScenario { id, name } => add(&mut plan.scenarios, id, name, locale),
        Edit::DuplicateScenario { of, id } => duplicate(&mut plan.scenarios, of, id, locale),
        Edit::RenameScenario(id, name) => rename(&mut plan.scenarios, id, &name),
        Edit::DeleteScenario(id) => plan.scenarios.delete(id),
        Edit::MoveScenario(id, to) => plan.scenarios.shift(id, to),
        Edit::SelectScenario(id) => plan.scenarios.select(id),
        Edit::SetReference(id) => plan.scenarios.set_reference(id),
        Edit::NoteScenario(id, note) => write_note(&mut plan.scenarios, id, &note),
        Edit::SetCeiling(ceiling) => set_ceiling(plan, ceiling),
        Edit::SetThresholds(thresholds) => set_thresholds(plan, thresholds),
        Edit::SetAssumption { assumption, year, value, fresh } => {
            set_assumption(plan, &assumption, (year, value), (fresh, locale));
        }
        Edit::PutTarget(target) => put_target(&mut plan.region, *target),
        Edit::DeleteTarget(id) => delete_target(plan, &id),
        Edit::SetFigure { id, datum } => set_figure(&mut plan.region, id, datum),
        Edit::SetHistory { id, year, datum } => set_dated(&mut plan.region, &id, year, datum),
        Edit::SetPresent { lever, datum } => set_present(&mut plan.region, lever, datum),
        Edit::PasteTable(entries) => paste(&mut plan.region, entries),
        Edit::SetParameter { id, change } => set_parameter(plan, id, change),
        Edit::RecordStatus { target, recorded } => record_status(plan, target, recorded),
        Edit::ChooseCity(plan) | Edit::OpenPlan(plan) => *document = Document::opened(plan),
        Edit::StartNextYear(region) => {
            *document = Document::opened(next_year(plan, region, locale));
        }
        Edit::RenamePlan(name) => rename_plan(plan, &name),
        Edit::WriteNotes(notes) => plan.notes = clean_note(&notes),
    }
}

/// The scenario in hand, unless it is 现状延续.
fn current(scenarios: &mut Scenarios) -> Option<&mut Scenario> {
    let id = scenarios.current().id;
    scenarios.get_mut(id)
}

/// The id of a scenario that may have to be made, and the language that it is named in.
type Fresh = (ScenarioId, Locale);

/// The scenario in hand; a new one where that is 现状延续, which cannot be changed.
fn changeable(scenarios: &mut Scenarios, (id, locale): Fresh) -> Option<&mut Scenario> {
    if scenarios.current().is_present() {
        scenarios.add(id, numbered(scenarios, locale));
    }
    current(scenarios)
}

fn set_lever(plan: &mut Plan, lever: &str, path: LeverPath, fresh: Fresh) {
    if !path.values().all(|value| value.0.is_finite()) {
        return;
    }
    if let Some(scenario) = changeable(&mut plan.scenarios, fresh) {
        scenario.settings.set(lever, path);
    }
}

fn set_assumption(plan: &mut Plan, id: &str, (year, value): (i32, Option<f64>), fresh: Fresh) {
    if !value.is_none_or(f64::is_finite) {
        return;
    }
    let scenario = match value {
        Some(_) => changeable(&mut plan.scenarios, fresh),
        None => current(&mut plan.scenarios),
    };
    let Some(Scenario { assumptions, .. }) = scenario else { return };
    let years = assumptions.entry(id.to_owned()).or_default();
    put(years, year, value);
    if years.is_empty() {
        assumptions.remove(id);
    }
}

fn reset_lever(plan: &mut Plan, lever: &str) {
    if let Some(scenario) = current(&mut plan.scenarios) {
        scenario.settings.reset(lever);
    }
}

fn reset_to_opened(plan: &mut Plan, opened: &Plan, lever: &str) {
    let id = plan.scenarios.current().id;
    let opened = opened.scenarios.get(id).and_then(|was| was.settings.get(lever));
    let Some(scenario) = current(&mut plan.scenarios) else { return };
    match opened {
        Some(path) => scenario.settings.set(lever, path.clone()),
        None => scenario.settings.reset(lever),
    }
}

fn reset_all(plan: &mut Plan) {
    if let Some(scenario) = current(&mut plan.scenarios) {
        scenario.settings = Settings::present();
    }
}

fn add(scenarios: &mut Scenarios, id: ScenarioId, name: Option<String>, locale: Locale) {
    let name = name.and_then(|name| clean_name(&name));
    let name = name.unwrap_or_else(|| numbered(scenarios, locale));
    let _ = scenarios.add(id, name);
}

fn duplicate(scenarios: &mut Scenarios, of: ScenarioId, id: ScenarioId, locale: Locale) {
    let Some(original) = scenarios.get(of) else { return };
    let name = if original.is_present() {
        numbered(scenarios, locale)
    } else {
        copy_name(&original.name, scenarios, locale)
    };
    let _ = scenarios.duplicate(of, id, name);
}

fn rename(scenarios: &mut Scenarios, id: ScenarioId, name: &str) {
    let (scenario, name) = (scenarios.get_mut(id), clean_name(name));
    if let (Some(scenario), Some(name)) = (scenario, name) {
        scenario.name = name;
    }
}

fn write_note(scenarios: &mut Scenarios, id: ScenarioId, note: &str) {
    if let Some(scenario) = scenarios.get_mut(id) {
        scenario.note = clean_note(note);
    }
}

fn set_ceiling(plan: &mut Plan, ceiling: Option<f64>) {
    if ceiling.is_none_or(|ceiling| ceiling.is_finite() && ceiling >= 0.0) {
        plan.ceiling = ceiling;
    }
}

fn set_thresholds(plan: &mut Plan, thresholds: Thresholds) {
    if thresholds.is_ordered() {
        plan.thresholds = thresholds;
    }
}

fn set_parameter(plan: &mut Plan, id: String, change: Option<ParameterChange>) {
    if change.is_none() {
        plan.kept.forget("parameters", Some(&id));
    }
    if change.is_none_or(|change| change.is_ordered()) {
        put(&mut plan.parameters, id, change);
    }
}

fn record_status(plan: &mut Plan, target: String, recorded: Option<Recorded>) {
    let clean = |Recorded { status, note }| Recorded { status, note: clean_note(&note) };
    match recorded {
        Some(recorded) => drop(plan.statuses.insert(target, clean(recorded))),
        None => forget_status(plan, &target),
    }
}

fn rename_plan(plan: &mut Plan, name: &str) {
    if let Some(name) = clean_name(name) {
        plan.name = name;
    }
}

/// The scenarios of last year rest on another present; the next year starts without them.
fn next_year(last: &Plan, region: Rc<Region>, locale: Locale) -> Rc<Plan> {
    let years = [last.region.plan_year, region.plan_year];
    let name = next_name(&last.name, years, locale);
    let mut kept = last.kept.clone();
    kept.forget("statuses", None);
    Rc::new(Plan {
        kept,
        own_model: last.own_model.clone(),
        parameters: last.parameters.clone(),
        thresholds: last.thresholds,
        ceiling: last.ceiling,
        ..Plan::new(name, last.model.clone(), region)
    })
}

/// The last plan's name with the year moved on, as a draft: “2021年…（草稿）”.
fn next_name(last: &str, [from, to]: [i32; 2], locale: Locale) -> String {
    let moved = last.replace(&from.to_string(), &to.to_string());
    let is_draft = [Locale::Zh, Locale::En]
        .into_iter()
        .any(|locale| Phrase::NAME_OF_DRAFT.read(&moved, locale).is_some());
    let name =
        if is_draft { moved } else { Phrase::NAME_OF_DRAFT.with(locale, &[("name", &moved)]) };
    name.chars().take(limits::NAME_CHARACTERS).collect()
}

fn set_figure(region: &mut Rc<Region>, id: String, datum: Option<Datum>) {
    if datum.as_ref().is_none_or(|datum| datum.value.is_finite()) {
        put(&mut Rc::make_mut(region).figures, id, datum.map(tidy));
    }
}

fn set_present(region: &mut Rc<Region>, lever: String, datum: Option<Datum>) {
    if datum.as_ref().is_none_or(|datum| datum.value.is_finite()) {
        put(&mut Rc::make_mut(region).present, lever, datum.map(tidy));
    }
}

/// Years before the base year are history, later ones outcomes; the base year is no such year.
fn set_dated(region: &mut Rc<Region>, id: &str, year: i32, datum: Option<Datum>) {
    let finite = datum.as_ref().is_none_or(|datum| datum.value.is_finite());
    if year == region.base_year || !finite || !limits::YEARS.contains(&year) {
        return;
    }
    let region = Rc::make_mut(region);
    let past = year < region.base_year;
    let all = if past { &mut region.history } else { &mut region.outcomes };
    let values = all.entry(id.to_owned()).or_default();
    values.retain(|value| value.year != year);
    values.extend(datum.map(|datum| DatedValue { year, datum: tidy(datum) }));
    values.sort_by_key(|value| value.year);
    if values.is_empty() {
        all.remove(id);
    }
}

/// The figure as a document gives it back: numbers that it can hold, texts without what no text
/// keeps.
fn tidy(datum: Datum) -> Datum {
    let clean = |text: Option<String>| text.map(|text| clean_field(&text));
    let (source, vintage) = (clean_field(&datum.source), clean(datum.vintage));
    settled_datum(Datum { source, vintage, note: clean(datum.note), ..datum })
}

fn put_target(region: &mut Rc<Region>, target: Target) {
    if !(target.floor.is_finite() && target.stretch.is_none_or(f64::is_finite)) {
        return;
    }
    let target = settled_target(target);
    let targets = &mut Rc::make_mut(region).targets;
    match targets.position(|known| known.id == target.id) {
        Some(known) => targets[known] = target,
        None if targets.len() < limits::TARGETS => targets.push(target),
        None => {}
    }
}

fn forget_status(plan: &mut Plan, target: &str) {
    plan.statuses.remove(target);
    plan.kept.forget("statuses", Some(target));
}

fn delete_target(plan: &mut Plan, id: &str) {
    Rc::make_mut(&mut plan.region).targets.retain(|target| target.id != id);
    forget_status(plan, id);
}

fn paste(region: &mut Rc<Region>, entries: Vec<TableEntry>) {
    for TableEntry { id, year, datum } in entries {
        if year == region.base_year {
            set_figure(region, id, Some(datum));
        } else {
            set_dated(region, &id, year, Some(datum));
        }
    }
}

fn put<K: Ord, V>(map: &mut Map<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

/// “方案3”, with the first number from that of the place on which no scenario has in either language.
fn numbered(scenarios: &Scenarios, locale: Locale) -> String {
    let name = |number: usize, locale| {
        Phrase::SCENARIO_NUMBERED.with(locale, &[("number", &number.to_string())])
    };
    let is_free = |number: &usize| {
        let names = [Locale::Zh, Locale::En].map(|locale| name(*number, locale));
        scenarios.all().iter().all(|scenario| !names.contains(&scenario.name))
    };
    let place = scenarios.all().len();
    name((place..place + limits::SCENARIOS).find(is_free).unwrap_or(place), locale)
}

/// “甲（副本1）”, with the first number that is free.
fn copy_name(original: &str, scenarios: &Scenarios, locale: Locale) -> String {
    let is_free = |name: &String| scenarios.all().iter().all(|scenario| scenario.name != *name);
    let named = |number: usize| {
        Phrase::SCENARIO_COPY.with(locale, &[("name", original), ("number", &number.to_string())])
    };
    let name = (1..=limits::SCENARIOS).map(named).find(is_free);
    name.and_then(|name| clean_name(&name)).unwrap_or_else(|| original.to_owned())
}
