//! `tuiyan check`: what is wrong with files, as the page says it.

use tuiyan::diagnostic::Severity;
use tuiyan::library::{Ending as Opening, Library, Opened};
use tuiyan::locale::Locale;
use tuiyan::wording::Phrase;

use crate::args::Files;
use crate::input::{self, first_plan, told};
use crate::{Answer, Ending, write};

/// Checks all files; a warning is said and is no error.
pub(crate) fn check(of: &Files, locale: Locale) -> Ending {
    let library = match input::library(of.model.as_deref(), locale) {
        Ok(library) => library,
        Err(problem) => return write(&problem),
    };
    let answers = of.files.iter().map(|file| write(&one(file, &library, locale)));
    answers.max().unwrap_or(Ending::Done)
}

fn one(name: &str, library: &Library, locale: Locale) -> Answer {
    let in_hand = match first_plan(library, locale) {
        Ok(plan) => plan,
        Err(problem) => return problem,
    };
    let opened = match input::read(name) {
        Ok(file) => library.open(file, &in_hand).told,
        Err(opened) => opened,
    };
    let is_right = matches!(opened.ending, Opening::Runs | Opening::PlanRuns | Opening::NoCity(_));
    let Opened { diagnostics, .. } = &opened;
    let has_errors = diagnostics.iter().any(|found| found.severity() == Severity::Error);
    if !is_right || has_errors {
        return Answer { out: told(&opened, locale), err: String::new(), ending: Ending::Faulty };
    }
    if diagnostics.is_empty() {
        return Answer::done(Phrase::COMMAND_RIGHT.with(locale, &[("file", name)]) + "\n");
    }
    Answer::done(told(&opened, locale))
}
