//! Parts of the page whose code stands in the second part of the program.

use tuiyan_split::second_part;
use yew::prelude::*;

use crate::browser::{SecondPart, ask_for_second_part, on_second_part, second_part};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Plan;
use crate::session::Step;
use crate::ui::audit::{self, Audit};
use crate::ui::changes::{self, Changes};
use crate::ui::file_report::{self, FileReport};
use crate::ui::guest::{self, Guest};
use crate::ui::lever_effects::{self, LeverEffects};
use crate::ui::not_judged::{self, NotJudgedList};
use crate::ui::output::paper;
use crate::ui::plan_list::{self, PlanList};
use crate::ui::screen::{Given, name, screen};
use crate::ui::targets::{Goal, GoalProps};
use crate::ui::tour::{self, Tour};
use crate::ui::verdict::{self, NextStep};
use crate::wording::Phrase;

/// A part of the page with its properties.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// The screen in hand, where it is not the board.
    Screen(Given),
    /// What is printed.
    Paper(Given),
    /// The plans that this browser keeps.
    Plans(plan_list::Props),
    /// What became of a file.
    Report(file_report::Props),
    /// What was changed, and what the audit found.
    Beside(changes::Props, audit::Props),
    /// Targets without a verdict, at the end of the board.
    NotJudged(not_judged::Props),
    /// What a region without targets needs.
    NextStep(verdict::Props),
    /// The first minutes.
    Tour(tour::Props),
    /// What the lever that is pointed at moves.
    Effects(lever_effects::Props),
    /// 反推.
    Goal(GoalProps),
    /// What answers the page around; nothing on screen.
    Guest(guest::Props),
}

second_part! {
    fn drawn(part: &Part) -> Html = draw, "00000000000000000000000000000001";
    fn words_of_step(step: &Step, plan: &Plan, model: &Model, locale: &Locale) -> String = put_in_words, "00000000000000000000000000000008";
}

fn draw(part: &Part) -> Html {
    match part {
        Part::Screen(given) => screen(given),
        Part::Paper(given) => paper(given),
        Part::Plans(props) => html! { <PlanList ..props.clone() /> },
        Part::Report(props) => html! { <FileReport ..props.clone() /> },
        Part::Beside(changes, audit) => html! {
            <>
                <Changes ..changes.clone() />
                <Audit ..audit.clone() />
            </>
        },
        Part::NotJudged(props) => html! { <NotJudgedList ..props.clone() /> },
        Part::Goal(props) => html! { <Goal ..props.clone() /> },
        Part::NextStep(props) => html! { <NextStep ..props.clone() /> },
        Part::Tour(props) => html! { <Tour ..props.clone() /> },
        Part::Effects(props) => html! { <LeverEffects ..props.clone() /> },
        Part::Guest(props) => html! { <Guest ..props.clone() /> },
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "references go across the seam")]
fn put_in_words(step: &Step, plan: &Plan, model: &Model, locale: &Locale) -> String {
    step.words(plan, model, *locale)
}

/// What a step of the history did; from what to what, once that can be said.
#[must_use]
pub fn step_words(step: &Step, plan: &Plan, model: &Model, locale: Locale) -> String {
    match second_part() {
        SecondPart::Here => words_of_step(step, plan, model, &locale),
        SecondPart::Coming | SecondPart::Failed => step.deed.words(locale).to_owned(),
    }
}

/// Properties of [`Later`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to draw.
    pub part: Part,
    /// Language.
    pub locale: Locale,
}

/// The part; until it can be drawn, that it is on its way, or a way to ask for it again.
#[component]
pub fn Later(props: &Props) -> Html {
    let Props { part, locale } = props;
    match (use_second_part(), part) {
        (SecondPart::Here, part) => drawn(part),
        // Nobody misses these so soon; what stands beside the board says that something is on its way.
        (_, Part::Guest(_) | Part::NotJudged(_) | Part::Tour(_)) => Html::default(),
        // Its room is kept.
        (_, Part::Effects(_)) => lever_effects::idle(*locale),
        // Nobody can press a button on paper.
        (_, Part::Paper(_)) => {
            html! { <p class="printout">{ Phrase::SECOND_PRINT.get(*locale) }</p> }
        }
        (state, Part::Screen(given)) => html! {
            <main class="screen" id="screen" tabindex="-1">
                <h1>{ name(given.view.screen).get(*locale) }</h1>
                { absent(state, *locale) }
            </main>
        },
        (state, Part::Plans(_)) => {
            html! { <div class="plans-panel">{ absent(state, *locale) }</div> }
        }
        (state, _) => absent(state, *locale),
    }
}

fn absent(state: SecondPart, locale: Locale) -> Html {
    if state != SecondPart::Failed {
        return html! { <p class="later" role="status">{ Phrase::SECOND_COMING.get(locale) }</p> };
    }
    let again = |_: MouseEvent| ask_for_second_part(|_| ());
    html! {
        <div class="later" role="alert">
            <p>{ Phrase::SECOND_FAILED.get(locale) }</p>
            <p><button type="button" onclick={again}>{ Phrase::SECOND_AGAIN.get(locale) }</button></p>
            <p>{ Phrase::SECOND_UPDATED.get(locale) }</p>
        </div>
    }
}

/// How the second part is; whoever uses this has asked for it.
#[hook]
pub fn use_second_part() -> SecondPart {
    let state = use_state_eq(second_part);
    let setter = state.setter();
    use_effect_with((), move |()| {
        let listener = on_second_part(move |now| setter.set(now));
        if second_part() == SecondPart::Coming {
            ask_for_second_part(|_| ());
        }
        move || drop(listener)
    });
    *state
}
