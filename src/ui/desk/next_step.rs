//! What a region without targets needs first.

use yew::prelude::*;

use crate::desk::Scene;
use crate::plan::first_asks;
use crate::session::{Action, Screen, View};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::editing::Edits;
use crate::wording::Phrase;

/// Properties of [`NextStep`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// How the page is looked at.
    pub view: View,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Figures, then targets.
#[component]
pub fn NextStep(props: &Props) -> Html {
    let Props { scene, view, on_action, .. } = props;
    let locale = scene.locale;
    let lacks_figures = scene.region.figures.is_empty();
    let count = use_memo((scene.model.clone(), scene.region.clone()), |(model, region)| {
        first_asks(model, region).len()
    });
    let to = |screen: Screen| {
        let view = View { screen, ..view.clone() };
        on_action.reform(move |_: MouseEvent| Action::SetView(view.clone()))
    };
    let figures = Phrase::NEXT_STEP_FIGURES.with(locale, &[("count", &count.to_string())]);
    let text = if lacks_figures { Phrase::NEXT_STEP } else { Phrase::NEXT_STEP_TARGETS };
    html! {
        <>
            <p class="verdict-text">{ text.get(locale) }</p>
            <Edits>
                <p class="next-step">
                    if lacks_figures && *count > 0 {
                        { button(Kind::Plain, figures, to(Screen::Data)).draw() }
                    }
                    { button(Kind::Plain, Phrase::NEXT_STEP_TARGET.get(locale), to(Screen::Targets)).draw() }
                </p>
            </Edits>
        </>
    }
}
