//! The first minutes: a few steps that show where things are; they can be left and come back.

use yew::prelude::*;

use crate::browser::remember_tour;
use crate::locale::Locale;
use crate::wording::Phrase;

/// Where a step points, what it is called and what it says.
const STEPS: [(&str, Phrase, Phrase); 5] = [
    ("#screen", Phrase::TOUR_VERDICT, Phrase::TOUR_VERDICT_TEXT),
    ("#board", Phrase::TOUR_BOARD, Phrase::TOUR_BOARD_TEXT),
    ("#levers", Phrase::TOUR_LEVERS, Phrase::TOUR_LEVERS_TEXT),
    ("#budget", Phrase::TOUR_BUDGET, Phrase::TOUR_BUDGET_TEXT),
    ("#screens", Phrase::TOUR_SCREENS, Phrase::TOUR_SCREENS_TEXT),
];

/// Properties of [`Tour`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Language.
    pub locale: Locale,
    /// Called when it is skipped or seen to its end.
    pub on_leave: Callback<()>,
}

/// Stands in the page and covers nothing, so that every step can be tried at once.
#[component]
pub fn Tour(props: &Props) -> Html {
    let Props { locale, ref on_leave } = *props;
    let step = use_state(|| 0);
    let position = *step;
    let (target, title, text) = STEPS[position];
    let go = |to: Option<usize>| {
        let (step, on_leave) = (step.setter(), on_leave.clone());
        move |_: MouseEvent| {
            if let Some(to) = to {
                step.set(to);
            } else {
                remember_tour();
                on_leave.emit(());
            }
        }
    };
    let is_last = position + 1 == STEPS.len();
    let count = (position + 1).to_string();
    let of = [("step", &*count), ("count", &*STEPS.len().to_string())];
    let next = (!is_last).then_some(position + 1);
    html! {
        <section class="tour" aria-label={Phrase::TOUR_LABEL.get(locale)}>
            <p class="tour-step">{ Phrase::TOUR_STEP.with(locale, &of) }</p>
            <h2>{ title.get(locale) }</h2>
            <p>{ text.get(locale) }</p>
            <p class="tour-ways">
                <a href={target}>{ Phrase::TOUR_SHOW.get(locale) }</a>
                if position > 0 {
                    <button type="button" onclick={go(Some(position - 1))}>{ Phrase::TOUR_BACK.get(locale) }</button>
                }
                <button type="button" class="primary" onclick={go(next)}>
                    { if is_last { Phrase::TOUR_DONE } else { Phrase::TOUR_NEXT }.get(locale) }
                </button>
                if !is_last {
                    <button type="button" onclick={go(None)}>{ Phrase::TOUR_SKIP.get(locale) }</button>
                }
            </p>
        </section>
    }
}
