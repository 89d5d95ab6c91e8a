//! A sentence that is said as soon as it stands there.

use yew::prelude::*;

/// How urgent a sentence is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Read out when there is a pause: how something stands.
    Status,
    /// Read out at once: what went wrong.
    Alert,
}

/// The sentence; `class` is that of its place and may be empty.
pub fn notice(tone: Tone, class: &'static str, words: impl Into<Html>) -> Html {
    said(tone, class, words.into())
}

fn said(tone: Tone, class: &'static str, words: Html) -> Html {
    let role = if tone == Tone::Alert { "alert" } else { "status" };
    let class = Some(class).filter(|class| !class.is_empty());
    html! { <p {class} {role}>{ words }</p> }
}
