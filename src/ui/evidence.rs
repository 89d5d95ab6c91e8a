//! How well founded a lever's effect is: a badge that opens on its sources.

use yew::prelude::*;

use crate::locale::Locale;
use crate::model::Class;
use crate::wording::{Phrase, class_word};

/// Properties of [`Evidence`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Evidence class.
    pub class: Class,
    /// As a person would cite them.
    pub sources: Vec<String>,
    /// Remark of the author.
    pub note: Option<String>,
    /// Language.
    pub locale: Locale,
}

/// The badge: solid for rules, outlined for measured, dashed for judgement.
#[component]
pub fn Evidence(props: &Props) -> Html {
    let [word, meaning] = class_word(props.class).map(|phrase| phrase.get(props.locale));
    let badge = match props.class {
        Class::Mechanical => "badge-rule",
        Class::Empirical => "badge-measured",
        Class::Judgement => "badge-judgement",
    };
    html! {
        <details class="evidence">
            <summary title={meaning}><span class={classes!("badge", badge)}>{ word }</span></summary>
            <div class="evidence-text">
                <p>{ meaning }</p>
                if !props.sources.is_empty() {
                    <p>{ Phrase::SOURCES.get(props.locale) }{ Phrase::LABEL_SEPARATOR.get(props.locale) }
                        { props.sources.join(Phrase::SEMICOLON.get(props.locale)) }</p>
                }
                if let Some(note) = &props.note {
                    <p>{ note }</p>
                }
            </div>
        </details>
    }
}
