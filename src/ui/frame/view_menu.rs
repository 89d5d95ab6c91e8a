//! How the page looks and in which language: in the head's line where there is room, else in a menu.

use yew::prelude::*;

use crate::locale::Locale;
use crate::session::{Action, TextSize, Theme, View};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::menu::use_menu;
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
    let menu = use_menu();
    let chosen = {
        let (close, on_action) = (menu.close.clone(), on_action.clone());
        Callback::from(move |action: Action| {
            close.emit(());
            on_action.emit(action);
        })
    };
    let close = menu.close.clone();
    let help = on_help.reform(move |_: MouseEvent| close.emit(()));
    let (other, tag) = match locale {
        Locale::Zh => (Locale::En, "en"),
        Locale::En => (Locale::Zh, "zh-CN"),
    };
    let switch = chosen.reform(move |_: MouseEvent| Action::SetLocale(other));
    html! {
        <div ref={menu.place.clone()} class={classes!("view-menu", menu.is_open().then_some("view-open"))}>
            { menu.button("view-button", Phrase::VIEW_MENU.get(locale)).draw() }
            <div class="view-panel">
                { look(view, &chosen) }
                { button(Kind::Bare, Phrase::HELP.get(locale), help).class("language help").edits().draw() }
                { button(Kind::Bare, Phrase::OTHER_LANGUAGE.get(locale), switch).class("language switch-language").lang(tag).draw() }
            </div>
        </div>
    }
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
