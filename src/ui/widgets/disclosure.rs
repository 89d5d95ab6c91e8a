//! Something that unfolds below its words. Whether it is open is kept by the browser, or by who asks to be told.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::widgets::table::scrolling;

/// Something that unfolds, before it is drawn.
#[must_use]
pub struct Disclosure {
    class: &'static str,
    summary: Html,
    content: Html,
    id: Option<&'static str>,
    title: Option<AttrValue>,
    is_open: bool,
    on_toggle: Option<Callback<bool>>,
}

/// `content` below `summary`, closed at first.
pub fn disclosure(class: &'static str, summary: impl Into<Html>, content: Html) -> Disclosure {
    let summary = summary.into();
    Disclosure { class, summary, content, id: None, title: None, is_open: false, on_toggle: None }
}

/// The table twin of a picture, or of other words: its content stands in a region that scrolls.
pub fn twin(words: &str, content: Html) -> Disclosure {
    disclosure("twin", words, scrolling("twin-scroll", words.to_owned(), content))
}

#[expect(clippy::fn_params_excessive_bools, reason = "the name of the method says what is true")]
impl Disclosure {
    /// Its id, for what leads there.
    pub fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// What shows when the mouse rests on its words.
    pub fn title(self, title: impl Into<AttrValue>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// Whether it is open at first.
    pub fn open(self, is_open: bool) -> Self {
        Self { is_open, ..self }
    }

    /// Who is told that it is open now, or closed.
    pub fn on_toggle(self, told: Callback<bool>) -> Self {
        Self { on_toggle: Some(told), ..self }
    }

    /// The element.
    pub fn draw(self) -> Html {
        let Self { class, summary, content, id, title, is_open, on_toggle } = self;
        let ontoggle = on_toggle.map(|told| {
            told.reform(|event: Event| {
                event.target_unchecked_into::<Element>().has_attribute("open")
            })
        });
        html! {
            <details {id} {class} open={is_open} {ontoggle}>
                <summary {title}>{ summary }</summary>
                { content }
            </details>
        }
    }
}
