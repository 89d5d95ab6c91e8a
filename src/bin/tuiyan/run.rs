//! `tuiyan run`: what becomes of plans, many at a time, in the order in which they were named.

use std::ops::Range;

use rayon::prelude::*;

use tuiyan::analysis::Report;
use tuiyan::desk::record::{Record, YearRecord};
use tuiyan::desk::{Ground, setting};
use tuiyan::exchange::sheet::{Field, Sheet};
use tuiyan::exchange::tables::{Told, verdicts};
use tuiyan::library::Library;
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::{LeverPath, Plan, Scenario, ScenarioId};
use tuiyan::shared::Shared;
use tuiyan::wording::{Phrase, lever_measure, scenario_name};

use crate::args::Run;
use crate::input::{self, Subject};
use crate::{Answer, Ending, write};

/// Files that are run before the first of them is written: memory for a province, not for a country.
const AT_ONCE: usize = 64;

/// Runs all files. Where one has errors, the others are run all the same.
pub(crate) fn run(of: &Run, locale: Locale) -> Ending {
    let mut ending = Ending::Done;
    if of.csv {
        write(&Answer::done(csv([head()])));
    }
    for files in of.files.files.chunks(AT_ONCE) {
        let answers: Vec<Answer> = files
            .par_iter()
            .map(|file| one(file, of, locale).unwrap_or_else(|problem| problem))
            .collect();
        for answer in &answers {
            ending = ending.max(write(answer));
        }
    }
    ending
}

fn one(file: &str, of: &Run, locale: Locale) -> Result<Answer, Answer> {
    let library: Library = input::library(of.files.model.as_deref(), locale)?;
    let Subject { mut plan, model, warnings } = input::plan(file, &library, locale)?;
    choose(&mut plan, of, file, locale)?;
    set(&mut plan, &model, of, locale)?;
    let scenario = plan.scenarios.current();
    let ground = Ground::new(&plan, &model);
    let workbench =
        if of.central { Shared::new(ground.central(scenario)) } else { ground.workbench(scenario) };
    let report = workbench.evaluate(&scenario.settings);
    let record = Record::of(file, &plan, (&workbench, &report), locale);
    let out = if of.json {
        // Every field is a number, a text or a list of these, which JSON can write.
        serde_json::to_string(&record).map(|line| line + "\n").unwrap_or_default()
    } else if of.csv {
        csv(rows(&record))
    } else {
        text(&plan, &model, &report, locale)
    };
    Ok(Answer { out, err: warnings, ending: Ending::Done })
}

/// Takes up the scenario that is asked for.
fn choose(plan: &mut Plan, of: &Run, file: &str, locale: Locale) -> Result<(), Answer> {
    let Some(name) = &of.scenario else { return Ok(()) };
    let name_of = |scenario: &Scenario| scenario_name(plan, scenario.id, locale);
    let found = plan.scenarios.all().iter().find(|scenario| name_of(scenario) == *name);
    let Some(found) = found.map(|scenario| scenario.id) else {
        let names: Vec<String> = plan.scenarios.all().iter().map(name_of).collect();
        let names = names.join(Phrase::LIST_COMMA.get(locale));
        let gaps = [("file", file), ("name", &**name), ("names", &names)];
        return Err(misused(Phrase::COMMAND_NO_SCENARIO, &gaps, locale));
    };
    plan.scenarios.select(found);
    Ok(())
}

/// Sets the levers. 现状延续 has none to set: what is set then makes a scenario of its own, as on the page.
fn set(plan: &mut Plan, model: &Model, of: &Run, locale: Locale) -> Result<(), Answer> {
    if of.settings.is_empty() {
        return Ok(());
    }
    if plan.scenarios.current().is_present() {
        let is_free = |id: &ScenarioId| plan.scenarios.get(*id).is_none();
        let id = (1..u64::MAX).map(ScenarioId).find(is_free).unwrap_or(ScenarioId::PRESENT);
        let added = plan.scenarios.add(id, of.settings.join(Phrase::LIST_COMMA.get(locale)));
        if let Some(id) = added {
            plan.scenarios.select(id);
        }
    }
    for entry in &of.settings {
        let Some((name, value)) = entry.split_once('=') else {
            return Err(misused(Phrase::COMMAND_SET_FORM, &[("entry", entry)], locale));
        };
        let name = name.trim();
        let lever = model.lever(name).map(|lever| &model.levers[lever]);
        let lever = lever.ok_or_else(|| {
            let names: Vec<&str> = model.levers.iter().map(|lever| &*lever.id).collect();
            let names = names.join(Phrase::LIST_COMMA.get(locale));
            misused(Phrase::COMMAND_NO_LEVER, &[("name", name), ("names", &names)], locale)
        })?;
        let value =
            setting(value, lever, &lever_measure(lever, model, locale)).map_err(|error| {
                let problem = error.clause(locale);
                misused(Phrase::COMMAND_SET_VALUE, &[("name", name), ("problem", &problem)], locale)
            })?;
        let current = plan.scenarios.current().id;
        if let Some(scenario) = plan.scenarios.get_mut(current) {
            scenario.settings.set(&lever.id, LeverPath::Constant(value));
        }
    }
    Ok(())
}

fn misused(phrase: Phrase, gaps: &[(&'static str, &str)], locale: Locale) -> Answer {
    Answer::misused(phrase.with(locale, gaps) + "\n")
}

/// The head of the table.
fn head() -> Vec<String> {
    let named = ["file", "region", "scenario", "indicator", "unit", "year"];
    let percentiles = ["p5", "p10", "p25", "p50", "p75", "p90", "p95", "mean"];
    named.into_iter().chain(percentiles).map(str::to_owned).collect()
}

/// A row for each year of each indicator.
fn rows(record: &Record) -> impl Iterator<Item = Vec<String>> {
    record.indicators.iter().flat_map(|of| {
        let named = [&record.file, &record.region, &record.scenario, &of.indicator, &of.unit];
        of.years.iter().map(move |year| {
            let YearRecord { year, p5, p10, p25, p50, p75, p90, p95, mean } = *year;
            let values = [p5, p10, p25, p50, p75, p90, p95, mean].map(|value| value.to_string());
            let named = named.map(String::clone).into_iter();
            named.chain([year.to_string()]).chain(values).collect()
        })
    })
}

/// The table's lines.
fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes everything.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// For a person: a line for each target.
fn text(plan: &Plan, model: &Model, report: &Report, locale: Locale) -> String {
    let region = &plan.region;
    let scenario = scenario_name(plan, plan.scenarios.current().id, locale);
    let head = [
        ("city", region.name.get(locale)),
        ("year", &*region.plan_year.to_string()),
        ("scenario", &*scenario),
        ("draws", &*report.draws.to_string()),
    ];
    let head = Phrase::COMMAND_RUN_HEAD.with(locale, &head);
    let mut table = verdicts(Told { plan, model, report, locale });
    if report.draws == 1 {
        without_chances(&mut table, report);
    }
    format!("{head}\n{}", table.tsv().replace("\r\n", "\n"))
}

/// One run has no spread and no chance, and no light is read from none: what stays is the value, or why there is none.
fn without_chances(table: &mut Sheet, report: &Report) {
    const SPREAD_AND_CHANCE: Range<usize> = 3..5;
    table.header.drain(SPREAD_AND_CHANCE);
    for (row, assessment) in table.rows.iter_mut().zip(&report.assessments) {
        row.drain(SPREAD_AND_CHANCE);
        if let (Some(light), Ok(_)) = (row.last_mut(), &assessment.verdict) {
            *light = Field::Text("—".to_owned());
        }
    }
}
