//! What became of a file that was dropped or chosen: in a sentence, with everything that is wrong in it.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::browser::{clear_fragment, clock, read_file};
use crate::desk::{Bring, Request};
use crate::diagnostic::{Diagnostic, Severity};
use crate::library::{CAP, Ending, OfferedPlan, Opened, TextFile, text_file};
use crate::locale::Locale;
use crate::plan::changes;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::notice::{Tone, notice};
use crate::wording::{Phrase, change_words};

/// Most problems that are listed; the first ones often cause the others.
const LISTED: usize = 20;

/// Reads files and, once all of them are there, asks to open them in their order.
pub fn open_files(files: &[File], on_request: &Callback<Request>) {
    let read = Rc::new(RefCell::new(vec![None; files.len()]));
    for (position, file) in files.iter().enumerate() {
        let (name, on_request, read) = (file.name(), on_request.clone(), Rc::clone(&read));
        read_file(file, CAP, move |content| {
            read.borrow_mut()[position] = Some(text_file(name, content));
            let all: Option<Vec<_>> = read.borrow().iter().cloned().collect();
            if let Some(all) = all {
                on_request.emit(request(all));
            }
        });
    }
}

/// A file that could not be read asks for nothing but to be told of.
fn request(mut read: Vec<Result<TextFile, Opened>>) -> Request {
    match (read.pop(), read.is_empty()) {
        (Some(Ok(file)), true) => Request::Bring(Bring::File(file)),
        (Some(Err(told)), true) => Request::Tell(told),
        (last, _) => {
            read.extend(last);
            Request::Bring(Bring::Files(read))
        }
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
    let all = match &opened.ending {
        Ending::Several(all) => &**all,
        _ => std::slice::from_ref(opened),
    };
    let close = if offer.is_some() { Phrase::LINK_LEAVE } else { Phrase::FILE_REPORT_CLOSE };
    html! {
        <section class="file-report" aria-label={Phrase::FILE_REPORT_LABEL.get(*locale)}>
            <div class="file-report-head">
                { sentences(all, *locale) }
                if offer.is_some() {
                    { button(Kind::Bare, Phrase::LINK_TAKE.get(*locale), answer(props, Request::Bring(Bring::Offer))).class("take").draw() }
                }
                { button(Kind::Quiet, close.get(*locale), answer(props, Request::Dismiss)).draw() }
            </div>
            if let Some(offer) = offer {
                { brought(offer, *locale) }
            }
            { for all.iter().map(|opened| problems(opened, Severity::Error, *locale)) }
            { for all.iter().map(|opened| warnings(opened, *locale)) }
        </section>
    }
}

/// A line for each.
fn sentences(all: &[Opened], locale: Locale) -> Html {
    if let [opened] = all {
        return notice(Tone::Alert, "", opened.sentence(locale, clock));
    }
    let line = |opened: &Opened| html! { <li>{ opened.sentence(locale, clock) }</li> };
    html! { <div role="alert"><ul>{ for all.iter().map(line) }</ul></div> }
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
fn brought(offer: &OfferedPlan, locale: Locale) -> Html {
    let OfferedPlan { plan, before, model } = offer;
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

/// Folded: a city without all figures is the rule, and the page says what is missing.
fn warnings(opened: &Opened, locale: Locale) -> Html {
    let count = opened.count(Severity::Warning);
    if count == 0 {
        return Html::default();
    }
    // Of a plan every warning is news: something was left out, or computes otherwise.
    if matches!(opened.ending, Ending::PlanRuns | Ending::Offered(_)) {
        return problems(opened, Severity::Warning, locale);
    }
    let words = Phrase::FILE_WARNINGS.with(locale, &[("count", &count.to_string())]);
    disclosure("twin", words, problems(opened, Severity::Warning, locale)).draw()
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
