//! What became of a file that was dropped or chosen: in a sentence, with everything that is wrong in it.

use web_sys::File;
use yew::prelude::*;

use crate::browser::{clear_fragment, clock, read_file};
use crate::desk::{Bring, Request};
use crate::diagnostic::{Diagnostic, Severity};
use crate::library::{CAP, Ending, Offer, Opened, ReadProblem, text_file};
use crate::locale::Locale;
use crate::plan::changes;
use crate::session::Ignored;
use crate::wording::{Phrase, change_words};

/// Most problems that are listed; the first ones often cause the others.
const LISTED: usize = 20;

/// Reads files one after the other and asks to open them.
pub fn open_files(files: &[File], on_request: &Callback<Request>) {
    for file in files {
        let (name, on_request) = (file.name(), on_request.clone());
        read_file(file, CAP, move |content| {
            on_request.emit(match text_file(name, content) {
                Ok(file) => Request::Bring(Bring::File(file)),
                Err(told) => Request::Tell(told),
            });
        });
    }
}

/// Properties of [`FileReport`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What became of the file.
    pub opened: Opened,
    /// Language.
    pub locale: Locale,
    /// Called when it has been read.
    pub on_request: Callback<Request>,
}

/// The sentence, the problems with their places, and a way to put it aside.
#[component]
pub fn FileReport(props: &Props) -> Html {
    let Props { opened, locale, .. } = props;
    let offer = match &opened.ending {
        Ending::Offered(offer) => Some(offer),
        _ => None,
    };
    let close = if offer.is_some() { Phrase::LINK_LEAVE } else { Phrase::FILE_REPORT_CLOSE };
    html! {
        <section class="file-report" aria-label={Phrase::FILE_REPORT_LABEL.get(*locale)}>
            <div class="file-report-head">
                <p role="alert">{ sentence(opened, *locale) }</p>
                if offer.is_some() {
                    <button type="button" class="take" onclick={answer(props, Request::Bring(Bring::Offer))}>{ Phrase::LINK_TAKE.get(*locale) }</button>
                }
                <button type="button" class="quiet" onclick={answer(props, Request::Dismiss)}>{ close.get(*locale) }</button>
            </div>
            if let Some(offer) = offer {
                { brought(offer, *locale) }
            }
            { problems(opened, Severity::Error, *locale) }
            { warnings(opened, *locale) }
        </section>
    }
}

/// Sends `request`; a link that was answered leaves the address, so that a reload does not ask again.
fn answer(props: &Props, request: Request) -> Callback<MouseEvent> {
    let is_link = matches!(props.opened.ending, Ending::Offered(_) | Ending::NoLink(_));
    props.on_request.reform(move |_: MouseEvent| {
        if is_link {
            clear_fragment();
        }
        request.clone()
    })
}

/// What the plan of a link changes.
fn brought(offer: &Offer, locale: Locale) -> Html {
    let Offer { plan, before, model } = offer;
    let changes = changes(before, plan);
    let city = [("city", plan.region.name.get(locale))];
    if changes.is_empty() {
        return html! { <p>{ Phrase::LINK_SAME.with(locale, &city) }</p> };
    }
    let more = changes.len().saturating_sub(LISTED);
    let change = |change| html! { <li>{ change_words(change, plan, model, locale) }</li> };
    html! {
        <>
            <p>{ Phrase::LINK_CHANGES.with(locale, &city) }</p>
            <ul class="brought">{ for changes.iter().take(LISTED).map(change) }</ul>
            if more > 0 {
                <p>{ Phrase::LINK_MORE.with(locale, &[("count", &more.to_string())]) }</p>
            }
        </>
    }
}

fn problems(opened: &Opened, severity: Severity, locale: Locale) -> Html {
    let found = opened.diagnostics.iter().filter(|found| found.severity() == severity);
    let found: Vec<&Diagnostic> = found.collect();
    let hidden = found.iter().skip(LISTED).map(|found| 1 + found.further).sum::<usize>();
    html! {
        <>
            <ol>{ for found.iter().take(LISTED).map(|found| problem(found, locale)) }</ol>
            if hidden > 0 {
                <p>{ Phrase::FILE_MORE_PROBLEMS.with(locale, &[("count", &hidden.to_string())]) }</p>
            }
        </>
    }
}

/// Places with problems, listed or not.
fn count(opened: &Opened, severity: Severity) -> usize {
    let found = opened.diagnostics.iter().filter(|found| found.severity() == severity);
    found.map(|found| 1 + found.further).sum()
}

/// Folded: a city without all figures is the rule, and the page says what is missing.
fn warnings(opened: &Opened, locale: Locale) -> Html {
    let count = count(opened, Severity::Warning);
    if count == 0 {
        return Html::default();
    }
    // Of a plan every warning is news: something was left out, or computes otherwise.
    if matches!(opened.ending, Ending::PlanRuns | Ending::Offered(_)) {
        return problems(opened, Severity::Warning, locale);
    }
    html! {
        <details class="twin">
            <summary>{ Phrase::FILE_WARNINGS.with(locale, &[("count", &count.to_string())]) }</summary>
            { problems(opened, Severity::Warning, locale) }
        </details>
    }
}

/// How it ended, and what to do next.
fn sentence(opened: &Opened, locale: Locale) -> String {
    let count = count(opened, Severity::Error).to_string();
    let cap = format!("{} MB", CAP / 1_000_000);
    let offered = |offer: &Offer| {
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

fn ignored_words(ignored: &[Ignored], locale: Locale) -> String {
    let written = ignored.iter().map(|Ignored { name, value }| format!("{name}={value}"));
    let list = written.collect::<Vec<_>>().join(Phrase::LIST_COMMA.get(locale));
    Phrase::ADDRESS_IGNORED.with(locale, &[("list", &list)])
}

fn problem(found: &Diagnostic, locale: Locale) -> Html {
    let word = match found.severity() {
        Severity::Error => Phrase::SEVERITY_ERROR,
        Severity::Warning => Phrase::SEVERITY_WARNING,
    };
    let place = format!("{}:{}:{}", found.place.file, found.place.line, found.place.column);
    let colon = Phrase::LABEL_SEPARATOR.get(locale);
    html! {
        <li>
            <p><b>{ word.get(locale) }</b>{ colon }{ found.message.get(locale) }</p>
            <p class="file-place"><code>{ &place }</code>{ " " }<code>{ found.code.to_string() }</code></p>
            if !found.excerpt.is_empty() {
                <pre tabindex="0" role="region" aria-label={place.clone()}>{ found.excerpt.join("\n") }</pre>
            }
            if let Some(hint) = &found.hint {
                <p><b>{ Phrase::HINT.get(locale) }</b>{ colon }{ hint.get(locale) }</p>
            }
            if let Some(further) = found.further_words() {
                <p>{ further.get(locale).to_owned() }</p>
            }
        </li>
    }
}
