//! Reading what the command line names: files, or standard input.

use std::fs::File;
use std::io::{self, Read};

use tuiyan::diagnostic::Severity;
use tuiyan::library::{CAP, Ending, Library, Opened, Opening, ReadProblem, TextFile, text_file};
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::Plan;
use tuiyan::shared::Shared;
use tuiyan::wording::Phrase;

use crate::Answer;

/// A plan with the model that computes it.
pub(crate) struct Subject {
    pub(crate) plan: Plan,
    pub(crate) model: Shared<Model>,
    /// Warnings, in words.
    pub(crate) warnings: String,
}

/// The text of a file; `-` is standard input.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) fn read(name: &str) -> Result<TextFile, Opened> {
    let bytes = match name {
        "-" => capped(io::stdin().lock()),
        path => File::open(path).ok().ok_or(ReadProblem::Unreadable).and_then(capped),
    };
    text_file(name.to_owned(), bytes)
}

fn capped(from: impl Read) -> Result<Vec<u8>, ReadProblem> {
    let mut bytes = Vec::new();
    let read = from.take(CAP + 1).read_to_end(&mut bytes);
    read.ok().ok_or(ReadProblem::Unreadable)?;
    if bytes.len() as u64 > CAP {
        return Err(ReadProblem::TooLarge { bytes: bytes.len() as u64, cap: CAP });
    }
    Ok(bytes)
}

/// What is at hand, with the model of `model` where one is named.
///
/// # Errors
///
/// What is wrong with the model.
pub(crate) fn library(model: Option<&str>, locale: Locale) -> Result<Library, Answer> {
    let library = Library::built_in().map_err(|found| {
        let words: Vec<String> = found.iter().map(|problem| problem.render(locale)).collect();
        Answer::faulty(words.join("\n"))
    })?;
    let Some(model) = model else { return Ok(library) };
    let in_hand = first_plan(&library, locale)?;
    let file = read(model).map_err(|opened| Answer::faulty(told(&opened, locale)))?;
    let Opening { told: opened, library, .. } = library.open(file, &in_hand);
    library.ok_or_else(|| Answer::faulty(told(&opened, locale)))
}

/// The plan of a file.
///
/// # Errors
///
/// What is wrong with it, in words.
pub(crate) fn plan(name: &str, library: &Library, locale: Locale) -> Result<Subject, Answer> {
    let faulty = |opened: &Opened| Answer::faulty(told(opened, locale));
    let file = read(name).map_err(|opened| faulty(&opened))?;
    let in_hand = first_plan(library, locale)?;
    let Opening { told: opened, library: brought, plan } = library.open(file, &in_hand);
    let plan = plan.ok_or_else(|| faulty(&opened))?;
    let model = brought.as_ref().unwrap_or(library).model(&plan).clone();
    let count = opened.count(Severity::Warning).to_string();
    let mut warnings = String::new();
    if !opened.diagnostics.is_empty() {
        warnings =
            Phrase::COMMAND_WARNINGS.with(locale, &[("file", name), ("count", &count)]) + "\n";
    }
    Ok(Subject { plan, model, warnings })
}

/// What a file is opened beside: of a region that names no model, the newest is taken.
pub(crate) fn first_plan(library: &Library, locale: Locale) -> Result<Plan, Answer> {
    let city = library.cities().first().map_or("", |city| &city.id);
    library.choose(city, None).map_err(|opened| Answer::faulty(told(&opened, locale)))
}

/// What became of a file, in words, with every problem at its place.
pub(crate) fn told(opened: &Opened, locale: Locale) -> String {
    let mut lines = vec![sentence(opened, locale)];
    lines.extend(opened.diagnostics.iter().map(|found| found.render(locale)));
    lines.push(String::new());
    lines.join("\n")
}

/// How it ended: the page's sentence, but for what happens otherwise where there is no page.
fn sentence(opened: &Opened, locale: Locale) -> String {
    let cap = format!("{} MB", CAP / 1_000_000);
    let (phrase, what) = match &opened.ending {
        Ending::NotRead(ReadProblem::Unreadable) => (Phrase::COMMAND_UNREADABLE, ""),
        Ending::NotRead(ReadProblem::TooLarge { .. }) => (Phrase::COMMAND_TOO_LARGE, &*cap),
        Ending::NotText(what) => (Phrase::COMMAND_NOT_TEXT, what.get(locale)),
        Ending::Unknown => (Phrase::COMMAND_UNKNOWN, ""),
        Ending::OtherModel(model) => (Phrase::COMMAND_OTHER_MODEL, &**model),
        Ending::NoCity(model) => (Phrase::COMMAND_NO_CITY, &**model),
        Ending::Faulty => (Phrase::COMMAND_FAULTY, ""),
        Ending::Runs | Ending::PlanRuns => (Phrase::COMMAND_RUNS, ""),
        _ => return opened.sentence(locale, |_| String::new()),
    };
    let errors = opened.count(Severity::Error).to_string();
    let warnings = opened.count(Severity::Warning).to_string();
    let gaps =
        [("file", &*opened.name), ("what", what), ("errors", &*errors), ("warnings", &*warnings)];
    phrase.with(locale, &gaps)
}
