//! The reducer: what each action does to the document.

use std::rc::Rc;

use crate::limits;
use crate::locale::Locale;
use crate::plan::{
    LeverPath, Plan, Recorded, Scenario, ScenarioId, Scenarios, Settings, clean_field, clean_name,
    clean_note,
};
use crate::region::{DatedValue, Datum, Region, Target, settled_datum, settled_target};
use crate::session::action::{Action, Entry};
use crate::session::document::Document;
use crate::sorted::Map;
use crate::wording::Phrase;

/// Changes the document; what makes no sense changes nothing.
pub(super) fn apply(document: &mut Document, action: Action, locale: Locale) {
    match action {
        Action::ChooseCity(plan) | Action::OpenPlan(plan) => *document = Document::opened(plan),
        Action::StartNextYear(region) => start_next_year(document, region, locale),
        Action::ResetLeverToOpened(lever) => reset_to_opened(document, &lever),
        action => edit_plan(Rc::make_mut(&mut document.plan), action, locale),
    }
}

fn edit_plan(plan: &mut Plan, action: Action, locale: Locale) {
    match action {
        Action::SetLever { lever, value, fresh } => {
            set_lever(plan, &lever, LeverPath::Constant(value), (fresh, locale));
        }
        Action::SetLeverPath { lever, path, fresh } => {
            set_lever(plan, &lever, path, (fresh, locale));
        }
        Action::ResetLever(lever) => {
            if let Some(scenario) = current(&mut plan.scenarios) {
                scenario.settings.reset(&lever);
            }
        }
        Action::ResetAll => {
            if let Some(scenario) = current(&mut plan.scenarios) {
                scenario.settings = Settings::present();
            }
        }
        Action::SetAssumption { assumption, year, value, fresh } => {
            set_assumption(plan, &assumption, (year, value), (fresh, locale));
        }
        Action::SetCeiling(ceiling) => {
            if ceiling.is_none_or(|ceiling| ceiling.is_finite() && ceiling >= 0.0) {
                plan.ceiling = ceiling;
            }
        }
        Action::SetThresholds(thresholds) if thresholds.is_ordered() => {
            plan.thresholds = thresholds;
        }
        Action::SetParameter { id, change } => match change {
            Some(change) if change.is_ordered() => drop(plan.parameters.insert(id, change)),
            Some(_) => {}
            None => {
                plan.parameters.remove(&id);
                plan.kept.forget("parameters", Some(&id));
            }
        },
        Action::RecordStatus { target, recorded } => match recorded {
            Some(Recorded { status, note }) => {
                let recorded = Recorded { status, note: clean_note(&note) };
                plan.statuses.insert(target, recorded);
            }
            None => forget_status(plan, &target),
        },
        Action::RenamePlan(name) => {
            if let Some(name) = clean_name(&name) {
                plan.name = name;
            }
        }
        Action::WriteNotes(notes) => plan.notes = clean_note(&notes),
        action if action.is_of_scenarios() => edit_scenarios(&mut plan.scenarios, action, locale),
        action => edit_region(plan, action),
    }
}

impl Action {
    fn is_of_scenarios(&self) -> bool {
        matches!(
            self,
            Action::AddScenario { .. }
                | Action::DuplicateScenario { .. }
                | Action::RenameScenario(..)
                | Action::DeleteScenario(_)
                | Action::MoveScenario(..)
                | Action::SelectScenario(_)
                | Action::SetReference(_)
                | Action::NoteScenario(..)
        )
    }
}

fn edit_scenarios(scenarios: &mut Scenarios, action: Action, locale: Locale) {
    match action {
        Action::AddScenario { id, name } => {
            let name = name.and_then(|name| clean_name(&name));
            let name = name.unwrap_or_else(|| numbered(scenarios, locale));
            let _ = scenarios.add(id, name);
        }
        Action::DuplicateScenario { of, id } => {
            let Some(original) = scenarios.get(of) else { return };
            let name = if original.is_present() {
                numbered(scenarios, locale)
            } else {
                copy_name(&original.name, scenarios, locale)
            };
            let _ = scenarios.duplicate(of, id, name);
        }
        Action::RenameScenario(id, name) => {
            let (scenario, name) = (scenarios.get_mut(id), clean_name(&name));
            if let (Some(scenario), Some(name)) = (scenario, name) {
                scenario.name = name;
            }
        }
        Action::NoteScenario(id, note) => {
            if let Some(scenario) = scenarios.get_mut(id) {
                scenario.note = clean_note(&note);
            }
        }
        Action::DeleteScenario(id) => scenarios.delete(id),
        Action::MoveScenario(id, to) => scenarios.shift(id, to),
        Action::SelectScenario(id) => scenarios.select(id),
        Action::SetReference(id) => scenarios.set_reference(id),
        _ => {}
    }
}

fn edit_region(plan: &mut Plan, action: Action) {
    match action {
        Action::SetFigure { id, datum } => set_figure(&mut plan.region, id, datum),
        Action::SetHistory { id, year, datum } => set_dated(&mut plan.region, &id, year, datum),
        Action::SetPresent { lever, datum } => set_present(&mut plan.region, lever, datum),
        Action::PasteTable(entries) => {
            for Entry { id, year, datum } in entries {
                if year == plan.region.base_year {
                    set_figure(&mut plan.region, id, Some(datum));
                } else {
                    set_dated(&mut plan.region, &id, year, Some(datum));
                }
            }
        }
        Action::PutTarget(target) => put_target(&mut plan.region, *target),
        Action::DeleteTarget(id) => {
            Rc::make_mut(&mut plan.region).targets.retain(|target| target.id != id);
            forget_status(plan, &id);
        }
        _ => {}
    }
}

fn forget_status(plan: &mut Plan, target: &str) {
    plan.statuses.remove(target);
    plan.kept.forget("statuses", Some(target));
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
    if !path.values().all(f64::is_finite) {
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

fn reset_to_opened(document: &mut Document, lever: &str) {
    let id = document.plan.scenarios.current().id;
    let opened = document.opened.scenarios.get(id).and_then(|was| was.settings.get(lever)).cloned();
    let Some(scenario) = Rc::make_mut(&mut document.plan).scenarios.get_mut(id) else { return };
    match opened {
        Some(path) => scenario.settings.set(lever, path),
        None => scenario.settings.reset(lever),
    }
}

/// The scenarios of last year rest on another present; the next year starts without them.
fn start_next_year(document: &mut Document, region: Rc<Region>, locale: Locale) {
    let last = &document.plan;
    let years = [last.region.plan_year, region.plan_year];
    let name = next_name(&last.name, years, locale);
    let mut plan = Plan::new(name, last.model.clone(), region);
    plan.own_model.clone_from(&last.own_model);
    plan.parameters.clone_from(&last.parameters);
    plan.thresholds = last.thresholds;
    plan.ceiling = last.ceiling;
    plan.kept.clone_from(&last.kept);
    plan.kept.forget("statuses", None);
    *document = Document::opened(Rc::new(plan));
}

/// The last plan's name with the year moved on, as a draft: “2021年…（草稿）”.
fn next_name(last: &str, [from, to]: [i32; 2], locale: Locale) -> String {
    let moved = last.replace(&from.to_string(), &to.to_string());
    let is_draft = [Locale::Zh, Locale::En].into_iter().any(|locale| {
        let mark = Phrase::NAME_OF_DRAFT.with(locale, &[]);
        moved.ends_with(&mark)
    });
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
    match targets.iter().position(|known| known.id == target.id) {
        Some(known) => targets[known] = target,
        None if targets.len() < limits::TARGETS => targets.push(target),
        None => {}
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
