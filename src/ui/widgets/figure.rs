//! A number with its unit, set so that the number leads.

use yew::prelude::*;

use crate::locale::Locale;
use crate::wording::{Phrase, Sentence, SentencePart, Written};

/// A figure whose unit is smaller; the two never part at a line's end.
pub fn figure(written: &Written) -> Html {
    let unit = |text: &str| match text {
        "" => Html::default(),
        text => html! { <span class="unit">{ text.to_owned() }</span> },
    };
    html! {
        <span class="figure">{ unit(&written.before) }{ &written.number }{ unit(&written.after) }</span>
    }
}

/// A sentence with its values set bold.
pub fn sentence(sentence: &Sentence, locale: Locale) -> Html {
    let parts = sentence.parts(locale).into_iter();
    parts
        .map(|part| match part {
            SentencePart::Words(words) => html! { { words } },
            SentencePart::Value(value) => html! { <b>{ value }</b> },
        })
        .collect()
}

/// Small words after a name, a unit or a year; heard with a comma between, so that no word is made
/// of both.
pub fn aside(words: &str, locale: Locale) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! {
        <><span class="for-readers">{ Phrase::COMMA.get(locale) }</span><small>{ words.to_owned() }</small></>
    }
}
