//! The head of the page: product, screens, undo, and how the page looks; city and plan below it.

use yew::prelude::*;

use crate::desk::{Bring, Request};
use crate::locale::Locale;
use crate::session::{Action, Screen, View};
use crate::ui::frame::screen::SCREENS;
use crate::ui::frame::view_menu::ViewMenu;
use crate::ui::plans::Plans;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::editing::Edits;
use crate::ui::widgets::open_button::open_button;
use crate::wording::Phrase;

/// What the top bar shows.
#[derive(Clone, PartialEq)]
pub struct Head {
    /// Id and name of every city.
    pub cities: Vec<(String, String)>,
    /// Id of the city in hand.
    pub city: String,
    /// Name of the plan.
    pub plan: String,
    /// Whether it is a built-in city with nothing changed, and nobody's plan yet.
    pub is_example: bool,
    /// The step that undo takes back, in words.
    pub undo: Option<String>,
    /// The step that redo repeats, in words.
    pub redo: Option<String>,
}

/// Properties of [`TopBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it shows.
    pub head: Head,
    /// Which screen, in which language.
    pub view: View,
    /// Called when a person asks for the tour.
    pub on_help: Callback<()>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the city or file that a person chooses.
    pub on_request: Callback<Request>,
}

/// One line that stays in sight.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let Props { head, view, on_action, .. } = props;
    let locale = view.locale;
    let step = |step: &Option<String>, bare: Phrase, named: Phrase, action: Action| {
        let words = step.as_ref().map_or_else(
            || bare.get(locale).to_owned(),
            |step| named.with(locale, &[("step", step)]),
        );
        let onclick = on_action.reform(move |_: MouseEvent| action.clone());
        button(Kind::Bare, &words, onclick)
            .class("step")
            .title(words)
            .disabled(step.is_none())
            .draw()
    };
    html! {
        <header class="top">
            <a class="skip" href="#screen">{ Phrase::SKIP_TO_SCREEN.get(locale) }</a>
            if view.screen == Screen::Board {
                <a class="skip" href="#levers">{ Phrase::SKIP_TO_LEVERS.get(locale) }</a>
            }
            <p class="brand"><b>{ Phrase::PRODUCT.get(locale) }</b><span>{ Phrase::PRODUCT_SUBTITLE.get(locale) }</span></p>
            { screens(props) }
            { open_button(Phrase::OPEN_FILE, locale, &props.on_request) }
            <Edits>
                <div class="steps">
                    { step(&head.undo, Phrase::UNDO, Phrase::UNDO_STEP, Action::Undo) }
                    { step(&head.redo, Phrase::REDO, Phrase::REDO_STEP, Action::Redo) }
                </div>
            </Edits>
            <ViewMenu view={view.clone()} on_help={props.on_help.clone()} on_action={on_action.clone()} />
        </header>
    }
}

/// The ways to the screens.
fn screens(props: &Props) -> Html {
    let Props { view, on_action, .. } = props;
    let locale = view.locale;
    let way = |&(screen, name): &(Screen, Phrase)| {
        let (view, is_here) = (view.clone(), view.screen == screen);
        let go =
            on_action.reform(move |_: MouseEvent| Action::SetView(View { screen, ..view.clone() }));
        html! { <li>{ button(Kind::Bare, name.get(locale), go).current(is_here).draw() }</li> }
    };
    html! {
        <nav class="screens" id="screens" tabindex="-1" aria-label={Phrase::SCREENS_LABEL.get(locale)}>
            <ul>{ for SCREENS.iter().map(way) }</ul>
        </nav>
    }
}

/// Properties of [`CityChoice`].
#[derive(Clone, PartialEq, Properties)]
pub struct CityProps {
    /// Which cities there are, and which one it is.
    pub head: Head,
    /// Language.
    pub locale: Locale,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the city or plan that a person chooses.
    pub on_request: Callback<Request>,
}

/// The city in hand, to be changed, and its plan.
#[component]
pub fn CityChoice(props: &CityProps) -> Html {
    let CityProps { head, locale, on_action, on_request } = props;
    html! {
        <section class="city" aria-label={Phrase::PLANS_SECTION.get(*locale)}>
            <Choice label={Phrase::CITY_LABEL.get(*locale)} options={head.cities.clone()} value={head.city.clone()}
                on_choose={on_request.reform(|city| Request::Bring(Bring::City(city)))} />
            <div class="city-plan">
                <span class="plan-name" lang="zh-CN">{ &head.plan }</span>
                if head.is_example {
                    <span class="plans-tag">{ Phrase::PLANS_EXAMPLE.get(*locale) }</span>
                }
                <Edits>
                    <Plans name={head.plan.clone()} city={head.city.clone()} locale={*locale}
                        on_action={on_action.clone()} on_request={on_request.clone()} />
                </Edits>
            </div>
        </section>
    }
}
