//! “升一档”: shown only where the scenario changed the class.

use yew::prelude::*;

use crate::locale::Locale;
use crate::wording::Phrase;

/// Properties of [`Shift`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How far the light moved.
    pub moved: Option<Phrase>,
    /// Language.
    pub locale: Locale,
}

/// An arrow with the number of classes.
#[component]
pub fn Shift(props: &Props) -> Html {
    let Some(word) = props.moved else { return Html::default() };
    let is_up = matches!(word, Phrase::CLASS_UP | Phrase::CLASS_UP_TWO);
    let arrow = if is_up { "M5 9V1.5M1.5 5 5 1.5 8.5 5" } else { "M5 1v7.5M1.5 5 5 8.5 8.5 5" };
    html! {
        <span class="shift">
            <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d={arrow} /></svg>
            { word.get(props.locale) }
        </span>
    }
}
