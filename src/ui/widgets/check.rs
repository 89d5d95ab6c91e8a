//! A box to tick before its words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A box to tick, before it is drawn.
#[must_use]
pub struct Check {
    words: Html,
    is_on: bool,
    on_turn: Callback<bool>,
    is_disabled: bool,
    note: Option<&'static str>,
    class: Option<&'static str>,
}

/// A box that is on or off; `on_turn` is told what it becomes.
#[expect(clippy::fn_params_excessive_bools, reason = "a box is on or off")]
pub fn check(words: impl Into<Html>, is_on: bool, on_turn: Callback<bool>) -> Check {
    Check { words: words.into(), is_on, on_turn, is_disabled: false, note: None, class: None }
}

#[expect(clippy::fn_params_excessive_bools, reason = "the name of the method says what is true")]
impl Check {
    /// Whether it cannot be turned.
    pub fn disabled(self, is_disabled: bool) -> Self {
        Self { is_disabled, ..self }
    }

    /// The id of what is said about it.
    pub fn note(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// What styles call it.
    pub fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    /// The element.
    pub fn draw(self) -> Html {
        let onchange = self
            .on_turn
            .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
        html! {
            <label class={self.class}>
                <input type="checkbox" checked={self.is_on} disabled={self.is_disabled} {onchange} aria-describedby={self.note} />
                { self.words }
            </label>
        }
    }
}
