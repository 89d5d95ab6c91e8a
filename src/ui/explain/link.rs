//! Names that open the page of what they name.

use yew::prelude::*;

use crate::locale::Locale;
use crate::session::Action;
use crate::ui::widgets::button::{Kind, button};
use crate::wording::Phrase;

/// Words that do something when they are followed.
pub fn way(words: &str, on_action: &Callback<Action>, action: Action) -> Html {
    let onclick = on_action.reform(move |event: MouseEvent| {
        // The address of the page stays as it is.
        event.prevent_default();
        action.clone()
    });
    html! { <a href="#screen" {onclick}>{ words.to_owned() }</a> }
}

/// The same words where they lead to what is on screen.
pub fn here(words: &str) -> Html {
    html! { <span aria-current="page">{ words.to_owned() }</span> }
}

/// The name of what has this id, as the way to its page.
pub fn opener(id: &str, name: &str, on_action: &Callback<Action>) -> Html {
    way(name, on_action, Action::Explain(id.to_owned()))
}

/// 为什么: a button beside the number with this id.
pub fn why(id: &str, name: &str, locale: Locale, on_action: &Callback<Action>) -> Html {
    asking(id, name, Phrase::WHY.get(locale), locale, on_action)
}

/// The same where it stands beside more than one number.
pub fn why_named(id: &str, name: &str, locale: Locale, on_action: &Callback<Action>) -> Html {
    asking(id, name, &Phrase::WHY_OF.with(locale, &[("name", name)]), locale, on_action)
}

fn asking(id: &str, name: &str, words: &str, locale: Locale, on_action: &Callback<Action>) -> Html {
    let id = id.to_owned();
    let onclick = on_action.reform(move |_: MouseEvent| Action::Explain(id.clone()));
    let label = Phrase::WHY_OF.with(locale, &[("name", name)]);
    button(Kind::Quiet, words, onclick).class("why").label(label).draw()
}
