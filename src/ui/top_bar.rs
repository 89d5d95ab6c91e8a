//! The head of the page: product, city and plan, language.

use yew::prelude::*;

use crate::locale::Locale;
use crate::session::Action;
use crate::ui::scene::Scene;
use crate::wording::Phrase;

/// Properties of [`TopBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// One line that stays in sight.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let Scene { region, locale, .. } = &props.scene;
    let (other, tag) = match locale {
        Locale::Zh => (Locale::En, "en"),
        Locale::En => (Locale::Zh, "zh-CN"),
    };
    let switch = props.on_action.reform(move |_: MouseEvent| Action::SetLocale(other));
    html! {
        <header class="top">
            <a class="skip" href="#levers">{ Phrase::SkipToLevers.get(*locale) }</a>
            <p class="brand"><b>{ Phrase::Product.get(*locale) }</b><span>{ Phrase::ProductSubtitle.get(*locale) }</span></p>
            <p class="city"><b>{ region.name.get(*locale) }</b><span lang="zh-CN">{ &region.document }</span></p>
            <button type="button" class="language" lang={tag} onclick={switch}>{ Phrase::OtherLanguage.get(*locale) }</button>
        </header>
    }
}
