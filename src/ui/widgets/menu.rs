//! What lies over the page behind a button: it closes by Escape, and by a press or the keyboard going elsewhere.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::{Leaving, on_leaving};
use crate::ui::widgets::button::{Button, Kind, button};

/// A menu behind a button.
pub struct Menu {
    /// What holds the button and what it opens.
    pub place: NodeRef,
    /// Closes it and puts the keyboard back on the button; nothing while it is closed.
    pub close: Callback<()>,
    is_open: UseStateHandle<bool>,
    node: NodeRef,
}

impl Menu {
    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self.is_open
    }

    /// The button, with its words and an arrow down.
    pub fn button(&self, class: impl Into<Classes>, words: &str) -> Button {
        let (is_open, now) = (self.is_open.setter(), *self.is_open);
        let content = html! {
            <>{ words.to_owned() }<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M1 3l4 4 4-4" /></svg></>
        };
        let toggle = move |_: MouseEvent| is_open.set(!now);
        button(Kind::Bare, content, toggle).class(class).expanded(now).node(&self.node)
    }
}

/// A menu that is closed at first.
#[hook]
pub fn use_menu() -> Menu {
    let is_open = use_state(|| false);
    let (place, node) = (use_node_ref(), use_node_ref());
    let close = {
        let (is_open, node) = (is_open.clone(), node.clone());
        Callback::from(move |()| {
            if !*is_open {
                return;
            }
            is_open.set(false);
            if let Some(button) = node.cast::<HtmlElement>() {
                // Focus goes to the body where the button cannot have it.
                let _ = button.focus();
            }
        })
    };
    {
        let (close, is_open, place) = (close.clone(), is_open.clone(), place.clone());
        use_effect_with(*is_open, move |&opened| {
            let away = is_open.setter();
            let listeners = opened.then(|| {
                on_leaving(&place, move |leaving| match leaving {
                    Leaving::Escape => close.emit(()),
                    Leaving::Elsewhere => away.set(false),
                })
            });
            move || drop(listeners)
        });
    }
    Menu { place, close, is_open, node }
}
