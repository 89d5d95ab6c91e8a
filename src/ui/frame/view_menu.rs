//! How the page looks and in which language: in the head's line where there is room, else in a menu.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::{Leaving, on_leaving};
use crate::locale::Locale;
use crate::session::{Action, TextSize, Theme, View};
use crate::ui::widgets::choice::Choice;
use crate::wording::Phrase;

/// Properties of [`ViewMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How the plan is looked at.
    pub view: View,
    /// Called when a person asks for the tour.
    pub on_help: Callback<()>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Size of the type, colours, tour and language. The menu closes by a choice, by Escape, and by
/// a press or the keyboard going elsewhere.
#[component]
pub fn ViewMenu(props: &Props) -> Html {
    let Props { view, on_help, on_action } = props;
    let locale = view.locale;
    let Menu { element, button, is_open, close } = use_menu();
    let chosen = {
        let (close, on_action) = (close.clone(), on_action.clone());
        Callback::from(move |action: Action| {
            close.emit(());
            on_action.emit(action);
        })
    };
    let onkeydown = {
        let close = close.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                close.emit(());
            }
        }
    };
    let toggle = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let help = on_help.reform(move |_: MouseEvent| close.emit(()));
    let (other, tag) = match locale {
        Locale::Zh => (Locale::En, "en"),
        Locale::En => (Locale::Zh, "zh-CN"),
    };
    let switch = chosen.reform(move |_: MouseEvent| Action::SetLocale(other));
    html! {
        <div ref={element} class={classes!("view-menu", is_open.then_some("view-open"))} {onkeydown}>
            <button ref={button} type="button" class="view-button" aria-expanded={is_open.to_string()} onclick={toggle}>
                { Phrase::VIEW_MENU.get(locale) }<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M1 3l4 4 4-4" /></svg>
            </button>
            <div class="view-panel">
                { look(view, &chosen) }
                <button type="button" class="language help" onclick={help}>{ Phrase::HELP.get(locale) }</button>
                <button type="button" class="language switch-language" lang={tag} onclick={switch}>{ Phrase::OTHER_LANGUAGE.get(locale) }</button>
            </div>
        </div>
    }
}

/// A menu behind a button.
struct Menu {
    /// What holds the button and what it opens.
    element: NodeRef,
    button: NodeRef,
    is_open: UseStateHandle<bool>,
    /// Closes it and puts the keyboard back on the button; nothing while it is closed.
    close: Callback<()>,
}

/// Closes as well when something else is pressed or gets the keyboard.
#[hook]
fn use_menu() -> Menu {
    let is_open = use_state(|| false);
    let (element, button) = (use_node_ref(), use_node_ref());
    {
        let (element, setter) = (element.clone(), is_open.setter());
        use_effect_with(*is_open, move |&is_open| {
            let listeners = is_open.then(|| {
                // Escape is answered where it is pressed, with the keyboard put back.
                on_leaving(&element, move |leaving| {
                    if leaving == Leaving::Elsewhere {
                        setter.set(false);
                    }
                })
            });
            move || drop(listeners)
        });
    }
    let close = {
        let (is_open, button) = (is_open.clone(), button.clone());
        Callback::from(move |()| {
            if !*is_open {
                return;
            }
            is_open.set(false);
            if let Some(button) = button.cast::<HtmlElement>() {
                // Focus goes to the body where the button cannot have it.
                let _ = button.focus();
            }
        })
    };
    Menu { element, button, is_open, close }
}

/// Colours and size of the type.
fn look(view: &View, on_action: &Callback<Action>) -> Html {
    let locale = view.locale;
    let theme = |theme: Theme| {
        let word = match theme {
            Theme::System => Phrase::THEME_AUTO,
            Theme::Light => Phrase::THEME_LIGHT,
            Theme::Dark => Phrase::THEME_DARK,
            Theme::HighContrast => Phrase::THEME_CONTRAST,
        };
        (theme.name().to_owned(), word.get(locale).to_owned())
    };
    let size = |size: TextSize| {
        let word = match size {
            TextSize::Normal => Phrase::SIZE_NORMAL,
            TextSize::Large => Phrase::SIZE_LARGE,
            TextSize::Projector => Phrase::SIZE_PROJECTOR,
        };
        (size.name().to_owned(), word.get(locale).to_owned())
    };
    let (coloured, sized) = (view.clone(), view.clone());
    let on_theme = on_action.reform(move |name: String| {
        let theme = Theme::from_name(&name).unwrap_or_default();
        Action::SetView(View { theme, ..coloured.clone() })
    });
    let on_size = on_action.reform(move |name: String| {
        let text_size = TextSize::from_name(&name).unwrap_or_default();
        Action::SetView(View { text_size, ..sized.clone() })
    });
    html! {
        <div class="look">
            <Choice label={Phrase::SIZE_LABEL.get(locale)} options={TextSize::ALL.map(size).to_vec()}
                value={view.text_size.name().to_owned()} on_choose={on_size} />
            <Choice label={Phrase::THEME_LABEL.get(locale)} options={Theme::ALL.map(theme).to_vec()}
                value={view.theme.name().to_owned()} on_choose={on_theme} />
        </div>
    }
}
