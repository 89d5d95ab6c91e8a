//! How well founded a lever's effect is: a badge that opens on its sources.

use yew::prelude::*;

use crate::locale::Locale;
use crate::model::Class;
use crate::ui::widgets::disclosure::disclosure;
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

/// The badge of an evidence class: solid for rules, outlined for measured, dashed for judgement.
pub fn badge(class: Class, locale: Locale) -> Html {
    let kind = match class {
        Class::Mechanical => "badge-rule",
        Class::Empirical => "badge-measured",
        Class::Judgement => "badge-judgement",
    };
    html! { <span class={classes!("badge", kind)}>{ class_word(class)[0].get(locale) }</span> }
}

/// The badge, and what stands behind it.
#[component]
pub fn Evidence(props: &Props) -> Html {
    let meaning = class_word(props.class)[1].get(props.locale);
    let content = html! {
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
    };
    disclosure("evidence", badge(props.class, props.locale), content).title(meaning).draw()
}
