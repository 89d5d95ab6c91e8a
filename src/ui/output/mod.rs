//! The screen 输出: everything that leaves the page of the scenario in hand.

mod pictures;
pub mod printout;
mod paper;
mod saving;
mod share;
mod sheets;

use yew::prelude::*;

use crate::browser::{copy_text, print, today};
use crate::desk::{Content, OutputFile, Request};
use crate::exchange::plan_file::EXTENSION;
use crate::ui::output::pictures::pictures;
use crate::ui::output::saving::copied;
use crate::ui::output::share::Share;
use crate::ui::output::sheets::sheets;
use crate::ui::state::given::Given;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::open_button::open_button;
use crate::wording::Phrase;

pub use paper::paper;
pub use saving::{Drawing, save_picture};

/// Files, link, summary, tables, charts, print; what came of the last of them is said.
#[component]
pub fn Output(given: &Given) -> Html {
    let said = use_state(String::new);
    let shown = use_state(|| None);
    let locale = given.scene.locale;
    let content = given.content();
    let say = {
        let said = said.setter();
        Callback::from(move |words: String| said.set(words))
    };
    let lead = Phrase::OUTPUT_LEAD.with(locale, &[("scenario", &content.scenario())]);
    html! {
        <main class="screen output" id="screen" tabindex="-1">
            <h1>{ Phrase::SCREEN_OUTPUT.get(locale) }</h1>
            <p class="output-lead">{ lead }</p>
            <p class="output-said" role="status">{ &*said }</p>
            <div class="output-parts">
                { plan_file(&content, &given.on_request, &say) }
                { printing(&content, &say) }
                <Share plan={given.plan.clone()} model={given.scene.model.clone()} {locale} say={say.clone()} />
                { summary(&content, &say) }
            </div>
            { sheets(&content, &shown, &say) }
            { pictures(&content, given.appearance, &say) }
        </main>
    }
}

/// A part of the screen under its title.
fn part(id: &'static str, title: Phrase, content: &Content, inside: Html) -> Html {
    let name = format!("{id}-title");
    html! {
        <section class="output-part" {id} aria-labelledby={name.clone()}>
            <h2 id={name}>{ title.get(content.locale()) }</h2>
            { inside }
        </section>
    }
}

fn plan_file(content: &Content, on_request: &Callback<Request>, say: &Callback<String>) -> Html {
    let locale = content.locale();
    let name = content.plan.name.clone();
    let kept = content.clone();
    let save = saving::on_save(say, locale, move || {
        OutputFile::dated(
            &name,
            EXTENSION,
            "application/json",
            kept.plan_file().into_bytes(),
            today(),
        )
    });
    let inside = html! {
        <>
            <p>{ Phrase::PLAN_FILE_NOTE.get(locale) }</p>
            <div class="output-buttons">
                { button(Kind::Large, Phrase::PLAN_FILE_SAVE.get(locale), save).draw() }
                { open_button(Phrase::PLAN_FILE_OPEN, locale, on_request) }
            </div>
        </>
    };
    part("plan-file", Phrase::PLAN_FILE_TITLE, content, inside)
}

fn printing(content: &Content, say: &Callback<String>) -> Html {
    let locale = content.locale();
    let say = say.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if !print() {
            say.emit(Phrase::PRINT_REFUSED.get(locale).to_owned());
        }
    });
    let inside = html! {
        <>
            <p>{ Phrase::PRINT_NOTE.get(locale) }</p>
            <div class="output-buttons">{ button(Kind::Large, Phrase::PRINT_BUTTON.get(locale), onclick).draw() }</div>
        </>
    };
    part("print", Phrase::PRINT_TITLE, content, inside)
}

fn summary(content: &Content, say: &Callback<String>) -> Html {
    let locale = content.locale();
    let paragraphs = content.summary().paragraphs(locale);
    let text = paragraphs.join("\r\n");
    let copy = {
        let (say, text) = (say.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            say.emit(copied(&|| copy_text(&text), Phrase::SUMMARY_BOX_TITLE.get(locale), locale));
        })
    };
    let stem = content.stem(Phrase::SUMMARY_BOX_TITLE.get(locale));
    let save = saving::on_save(say, locale, move || OutputFile::text(&stem, &text, today()));
    let inside = html! {
        <>
            <p>{ Phrase::SUMMARY_BOX_NOTE.get(locale) }</p>
            <div class="summary-text" tabindex="0" role="group" aria-labelledby="summary-title">{ for paragraphs.iter().map(|words| html! { <p>{ words }</p> }) }</div>
            <div class="output-buttons">
                { button(Kind::Large, Phrase::OUTPUT_COPY_OF.with(locale, &[("name", Phrase::SUMMARY_BOX_TITLE.get(locale))]), copy).draw() }
                { button(Kind::Large, Phrase::SUMMARY_SAVE.get(locale), save).draw() }
            </div>
        </>
    };
    part("summary", Phrase::SUMMARY_BOX_TITLE, content, inside)
}
