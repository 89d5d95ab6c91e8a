//! What became of a file that was dropped or chosen: in a sentence, with everything that is wrong in it.

use web_sys::File;
use yew::prelude::*;

use crate::browser::{ReadProblem, read_file};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::ui::library::{CAP, Ending, Opened, text_file};
use crate::ui::workspace::Request;
use crate::wording::Phrase;

/// Most problems that are listed; the first ones often cause the others.
const LISTED: usize = 20;

/// Reads files one after the other and asks to open them.
pub fn open_files(files: &[File], on_request: &Callback<Request>) {
    for file in files {
        let (name, on_request) = (file.name(), on_request.clone());
        read_file(file, CAP, move |content| {
            on_request.emit(match text_file(name, content) {
                Ok(file) => Request::Open(file),
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
    let dismiss = props.on_request.reform(|_: MouseEvent| Request::Dismiss);
    html! {
        <section class="file-report" aria-label={Phrase::FILE_REPORT_LABEL.get(*locale)}>
            <div class="file-report-head">
                <p role="alert">{ sentence(opened, *locale) }</p>
                <button type="button" class="quiet" onclick={dismiss}>{ Phrase::FILE_REPORT_CLOSE.get(*locale) }</button>
            </div>
            { problems(opened, Severity::Error, *locale) }
            { warnings(opened, *locale) }
        </section>
    }
}

fn problems(opened: &Opened, severity: Severity, locale: Locale) -> Html {
    let found = opened.diagnostics.iter().filter(|found| found.severity() == severity);
    html! { <ol>{ for found.take(LISTED).map(|found| problem(found, locale)) }</ol> }
}

/// Folded: a city without all figures is the rule, and the page says what is missing.
fn warnings(opened: &Opened, locale: Locale) -> Html {
    let warnings = opened.diagnostics.iter().filter(|found| found.severity() == Severity::Warning);
    let count = warnings.count();
    if count == 0 {
        return Html::default();
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
    let errors = opened.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let count = errors.count().to_string();
    let cap = format!("{} kB", CAP / 1000);
    let (phrase, model) = match &opened.ending {
        Ending::Runs => (Phrase::FILE_RUNS, ""),
        Ending::NoCity(model) => (Phrase::FILE_NO_CITY, &**model),
        Ending::Faulty => (Phrase::FILE_FAULTY, ""),
        Ending::Unknown => (Phrase::FILE_UNKNOWN, ""),
        Ending::OtherModel(model) => (Phrase::FILE_OTHER_MODEL, &**model),
        Ending::NotText => (Phrase::FILE_NOT_TEXT, ""),
        Ending::NotRead(ReadProblem::TooLarge { .. }) => (Phrase::FILE_TOO_LARGE, ""),
        Ending::NotRead(ReadProblem::Unreadable) => (Phrase::FILE_UNREADABLE, ""),
    };
    let gaps = [("file", &*opened.name), ("count", &*count), ("model", model), ("cap", &*cap)];
    phrase.with(locale, &gaps)
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
        </li>
    }
}
