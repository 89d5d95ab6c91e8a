//! What became of what was opened, in words.

use crate::diagnostic::Severity;
use crate::library::{CAP, Ending, OfferedPlan, Opened, ReadProblem};
use crate::locale::Locale;
use crate::session::IgnoredParameter;
use crate::wording::Phrase;

impl Opened {
    /// How it ended, and what to do next; `clock` writes a time in milliseconds since 1970.
    #[must_use]
    pub fn sentence(&self, locale: Locale, clock: impl Fn(f64) -> String) -> String {
        sentence(self, locale, clock)
    }

    /// Places with problems, listed or not.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let found = self.diagnostics.iter().filter(|found| found.severity() == severity);
        found.map(|found| 1 + found.further).sum()
    }
}

fn sentence(opened: &Opened, locale: Locale, clock: impl Fn(f64) -> String) -> String {
    let count = opened.count(Severity::Error).to_string();
    let cap = format!("{} MB", CAP / 1_000_000);
    let offered = |offer: &OfferedPlan| {
        let region = &offer.plan.region;
        let (city, year) = (region.name.get(locale), region.plan_year.to_string());
        let gaps = [("name", &*offer.plan.name), ("city", city), ("year", &*year)];
        Phrase::LINK_OFFERED.with(locale, &gaps)
    };
    let (phrase, more) = match &opened.ending {
        Ending::Offered(offer) => return offered(offer),
        Ending::NoLink(error) => {
            let reason = error.sentence(locale);
            return Phrase::LINK_REFUSED.with(locale, &[("reason", &reason)]);
        }
        Ending::Refused(refusal) => {
            let (file, reason) = (&*opened.name, refusal.sentence(locale));
            let phrase = if file.is_empty() { Phrase::REFUSED } else { Phrase::REFUSED_FILE };
            return phrase.with(locale, &[("file", file), ("reason", &reason)]);
        }
        Ending::NotEntered(problem) => {
            let gaps = [("field", &*opened.name), ("problem", problem)];
            return Phrase::ENTRY_LEFT.with(locale, &gaps);
        }
        Ending::Ignored(ignored) => return ignored_words(ignored, locale),
        Ending::Older { failed, time } => {
            let (count, time) = (failed.to_string(), clock(*time));
            let gaps = [("file", &*opened.name), ("count", &*count), ("time", &*time)];
            return Phrase::PLANS_OLDER.with(locale, &gaps);
        }
        // Each of them has its own sentence.
        Ending::Several(_) => return String::new(),
        Ending::NoFile => (Phrase::FILE_NONE, ""),
        Ending::LinkLeftOut => (Phrase::LINK_LEFT_OUT, ""),
        Ending::ReadOnly => (Phrase::READ_ONLY_REFUSED, ""),
        Ending::NotLoaded => (Phrase::SECOND_NOT_DONE, ""),
        Ending::Runs => (Phrase::FILE_RUNS, ""),
        Ending::PlanRuns if opened.diagnostics.is_empty() => (Phrase::FILE_PLAN_RUNS, ""),
        Ending::PlanRuns => (Phrase::FILE_PLAN_CHANGED, ""),
        Ending::NoCity(model) => (Phrase::FILE_NO_CITY, &**model),
        Ending::Faulty => (Phrase::FILE_FAULTY, ""),
        Ending::Unknown => (Phrase::FILE_UNKNOWN, ""),
        Ending::OtherModel(model) => (Phrase::FILE_OTHER_MODEL, &**model),
        Ending::Damaged => (Phrase::PLANS_DAMAGED, ""),
        Ending::NotText(what) => (Phrase::FILE_NOT_TEXT, what.get(locale)),
        Ending::NotRead(ReadProblem::TooLarge { .. }) => (Phrase::FILE_TOO_LARGE, ""),
        Ending::NotRead(ReadProblem::Unreadable) => (Phrase::FILE_UNREADABLE, ""),
    };
    let name = if opened.name.is_empty() { Phrase::LINK_NAME.get(locale) } else { &opened.name };
    let gaps =
        [("file", name), ("count", &*count), ("model", more), ("reason", more), ("cap", &*cap)];
    phrase.with(locale, &gaps)
}

fn ignored_words(ignored: &[IgnoredParameter], locale: Locale) -> String {
    let written = ignored.iter().map(|IgnoredParameter { name, value }| format!("{name}={value}"));
    let list = written.collect::<Vec<_>>().join(Phrase::LIST_COMMA.get(locale));
    Phrase::ADDRESS_IGNORED.with(locale, &[("list", &list)])
}
