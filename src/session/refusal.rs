//! What keeps an action from being done: a plan that could be saved and not opened again.
//!
//! The readers of plan and region files refuse what cannot be computed with. So that nothing is
//! saved that they refuse, whoever changes the plan meets the same caps first, and an edit of the
//! region is read back before it counts.

use std::rc::Rc;

use crate::exchange::plan_file;
use crate::limits;
use crate::locale::{Locale, Text};
use crate::model::Model;
use crate::plan::{LeverPath, ParameterChange, Plan, clean_name};
use crate::region::{self, Datum, Region, Target};
use crate::session::action::{Edit, TableEntry};
use crate::unit::InUnit;
use crate::wording::Phrase;

/// Why an action cannot be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// A number is too large or none at all.
    Number,
    /// The model has nothing with this id.
    Unknown(String),
    /// A setting outside the lever's range.
    OutsideRange,
    /// A year that no figure stands for.
    Year(i32),
    /// A text of a figure or target is longer than so many characters.
    LongText(usize),
    /// No further target.
    Targets,
    /// No further scenario.
    Scenarios,
    /// A scenario with the name of 现状延续.
    PresentName(String),
    /// The plan would be larger than a file may be.
    TooLarge,
    /// The reader of the region would say this.
    Region(Text),
}

impl Refusal {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let (phrase, name, count) = match self {
            Refusal::Number => (Phrase::REFUSED_NUMBER, "", 0),
            Refusal::Unknown(id) => (Phrase::REFUSED_UNKNOWN, &**id, 0),
            Refusal::OutsideRange => (Phrase::REFUSED_RANGE, "", 0),
            Refusal::Year(year) => {
                let (first, last) =
                    (limits::YEARS.start().to_string(), limits::YEARS.end().to_string());
                let year = year.to_string();
                let gaps = [("year", &*year), ("first", &*first), ("last", &*last)];
                return Phrase::REFUSED_YEAR.with(locale, &gaps);
            }
            Refusal::LongText(limit) => (Phrase::REFUSED_TEXT, "", *limit),
            Refusal::Targets => (Phrase::REFUSED_TARGETS, "", limits::TARGETS),
            Refusal::Scenarios => (Phrase::REFUSED_SCENARIOS, "", limits::SCENARIOS),
            Refusal::PresentName(name) => (Phrase::REFUSED_PRESENT_NAME, &**name, 0),
            Refusal::TooLarge => (Phrase::REFUSED_SIZE, "", limits::PLAN_BYTES / 1_000_000),
            Refusal::Region(reason) => (Phrase::REFUSED_REGION, reason.get(locale), 0),
        };
        phrase.with(locale, &[("name", name), ("count", &count.to_string())])
    }
}

/// Whether what an edit brings can be part of the plan.
pub(super) fn check(edit: &Edit, plan: &Plan, model: &Model) -> Result<(), Refusal> {
    match edit {
        Edit::SetLever { lever, value, .. } => setting(lever, [*value], model),
        Edit::SetLeverPath { lever, path, .. } => setting(lever, path.values(), model),
        Edit::AddScenario { .. } | Edit::DuplicateScenario { .. } => {
            plan.scenarios.has_room().then_some(()).ok_or(Refusal::Scenarios)
        }
        Edit::RenameScenario(_, name) => free_name(name),
        Edit::SetCeiling(ceiling) => usable(ceiling.iter().copied()),
        Edit::SetAssumption { assumption, year: in_year, value, .. } => {
            // A value that the model lacks may be taken back.
            known(assumption, || {
                value.is_none() || model.assumptions.iter().any(|known| known.id == *assumption)
            })?;
            year(*in_year)?;
            usable(value.iter().copied())
        }
        Edit::PutTarget(put) => target(put, &plan.region),
        Edit::SetFigure { datum, .. } | Edit::SetPresent { datum, .. } => {
            datum.iter().try_for_each(figure)
        }
        Edit::SetHistory { year: in_year, datum, .. } => {
            year(*in_year)?;
            datum.iter().try_for_each(figure)
        }
        Edit::PasteTable(entries) => {
            entries.iter().try_for_each(|TableEntry { year: of, datum, .. }| {
                year(*of)?;
                figure(datum)
            })
        }
        Edit::SetParameter { id, change } => parameter(id, change.as_ref(), model),
        Edit::RecordStatus { target, recorded } => known(target, || {
            recorded.is_none() || plan.region.targets.iter().any(|known| known.id == *target)
        }),
        Edit::ResetLever(_)
        | Edit::ResetLeverToOpened(_)
        | Edit::ResetAll
        | Edit::DeleteScenario(_)
        | Edit::MoveScenario(..)
        | Edit::SelectScenario(_)
        | Edit::SetReference(_)
        | Edit::NoteScenario(..)
        | Edit::SetThresholds(_)
        | Edit::DeleteTarget(_)
        | Edit::ChooseCity(_)
        | Edit::StartNextYear(_)
        | Edit::OpenPlan(_)
        | Edit::RenamePlan(_)
        | Edit::WriteNotes(_) => Ok(()),
    }
}

/// 现状延续 is called so in both languages, and nothing else.
fn free_name(name: &str) -> Result<(), Refusal> {
    let name = clean_name(name).unwrap_or_default();
    let present = [Locale::Zh, Locale::En].map(|locale| Phrase::KICKER_PRESENT.get(locale));
    if present.contains(&&*name) { Err(Refusal::PresentName(name)) } else { Ok(()) }
}

fn setting(
    lever: &str,
    values: impl IntoIterator<Item = InUnit>,
    model: &Model,
) -> Result<(), Refusal> {
    let position = model.lever(lever).ok_or_else(|| Refusal::Unknown(lever.to_owned()))?;
    let [low, high] = model.levers[position].range;
    let (mut years, mut values) = (0, values.into_iter());
    let is_within = values.all(|value| {
        years += 1;
        (low..=high).contains(&value)
    });
    let fits = is_within && (1..=limits::HORIZON_YEARS).contains(&years);
    if fits { Ok(()) } else { Err(Refusal::OutsideRange) }
}

fn known(id: &str, is_known: impl FnOnce() -> bool) -> Result<(), Refusal> {
    if is_known() { Ok(()) } else { Err(Refusal::Unknown(id.to_owned())) }
}

fn parameter(id: &str, change: Option<&ParameterChange>, model: &Model) -> Result<(), Refusal> {
    known(id, || change.is_none() || model.parameters.iter().any(|known| known.id == id))?;
    usable(change.into_iter().flat_map(|change| [change.low, change.mode, change.high]))
}

fn usable(mut values: impl Iterator<Item = f64>) -> Result<(), Refusal> {
    if values.all(limits::is_usable) { Ok(()) } else { Err(Refusal::Number) }
}

fn year(year: i32) -> Result<(), Refusal> {
    if limits::YEARS.contains(&year) { Ok(()) } else { Err(Refusal::Year(year)) }
}

fn short<'t>(mut texts: impl Iterator<Item = &'t String>) -> Result<(), Refusal> {
    let is_short = |text: &String| text.chars().count() <= limits::FIELD_CHARACTERS;
    if texts.all(is_short) { Ok(()) } else { Err(Refusal::LongText(limits::FIELD_CHARACTERS)) }
}

fn note(note: Option<&String>) -> Result<(), Refusal> {
    let is_short = note.is_none_or(|note| note.chars().count() <= limits::NOTE_CHARACTERS);
    if is_short { Ok(()) } else { Err(Refusal::LongText(limits::NOTE_CHARACTERS)) }
}

fn figure(datum: &Datum) -> Result<(), Refusal> {
    usable([datum.value].into_iter())?;
    short([&datum.source].into_iter().chain(&datum.vintage))?;
    note(datum.note.as_ref())
}

fn target(target: &Target, region: &Region) -> Result<(), Refusal> {
    usable([target.floor].into_iter().chain(target.stretch))?;
    let texts =
        [&target.name.zh, &target.name.en, &target.section, &target.commitment, &target.lead];
    short(texts.into_iter().chain(&target.responsible))?;
    note(target.note.as_ref())?;
    let is_new = region.targets.iter().all(|known| known.id != target.id);
    let has_room = !is_new || region.targets.len() < limits::TARGETS;
    if has_room { Ok(()) } else { Err(Refusal::Targets) }
}

/// Whether a plan that became of another is one that its readers take.
pub(super) fn check_plan(before: &Plan, after: &Plan, model: &Model) -> Result<(), Refusal> {
    if !Rc::ptr_eq(&before.region, &after.region) && before.region != after.region {
        region::check(&after.region, model).map_err(Refusal::Region)?;
    }
    if weight(after) > limits::PLAN_BYTES
        && plan_file::write(after, model).len() > limits::PLAN_BYTES
    {
        return Err(Refusal::TooLarge);
    }
    Ok(())
}

/// Bytes that the plan's file has at most, counted without writing it: the region and the model of
/// its own at their caps, texts and numbers at the length that they may take.
fn weight(plan: &Plan) -> usize {
    /// A line of JSON around a number or a name.
    const LINE: usize = 64;
    /// Escapes of a quote in a text, and bytes of a character.
    const ESCAPES: usize = 2;
    /// What blanks and ends of lines make of a byte of a list, and of one of a region's rows.
    const BLANKS: usize = 8;
    const ROWS: usize = 3;
    let path =
        |(id, path): (&str, &LeverPath)| ESCAPES * id.len() + LINE * (1 + path.values().count());
    let scenarios = plan.scenarios.all().iter().map(|scenario| {
        let texts =
            ESCAPES * (scenario.name.len() + scenario.note.len()) + BLANKS * scenario.kept.bytes();
        let assumed = scenario
            .assumptions
            .iter()
            .map(|(id, years)| ESCAPES * id.len() + LINE * (1 + years.len()));
        8 * LINE
            + texts
            + scenario.settings.changed().map(path).sum::<usize>()
            + assumed.sum::<usize>()
    });
    let statuses = plan.statuses.iter();
    let statuses =
        statuses.map(|(id, recorded)| 4 * LINE + ESCAPES * (id.len() + recorded.note.len()));
    let parameters = plan.parameters.keys().map(|id| 5 * LINE + ESCAPES * id.len());
    let model = plan.own_model.as_ref().map_or(0, |text| ESCAPES * text.len());
    let texts = ESCAPES * (plan.name.len() + plan.notes.len()) + BLANKS * plan.kept.bytes();
    // A region without blanks is below its cap.
    let region = ROWS * limits::FILE_BYTES;
    32 * LINE + texts + model + region + scenarios.chain(statuses).chain(parameters).sum::<usize>()
}
