//! The first minutes: a few steps that point at what they speak of, and end with a real move.

use yew::prelude::*;

use crate::analysis::{FirstMove, Workbench, first_move};
use crate::browser::{point_at, remember_tour};
use crate::desk::{FinishedRun, Scene, Work};
use crate::plan::{Settings, Thresholds};
use crate::shared::Shared;
use crate::ui::state::work::use_work;
use crate::ui::widgets::button::{Kind, button};
use crate::wording::{Phrase, chance, lever_measure, target_name};

/// Where a step points, what it is called and what it says.
const STEPS: [(&str, Phrase, Phrase); 5] = [
    (".verdict", Phrase::TOUR_VERDICT, Phrase::TOUR_VERDICT_TEXT),
    ("#board", Phrase::TOUR_BOARD, Phrase::TOUR_BOARD_TEXT),
    ("#levers", Phrase::TOUR_LEVERS, Phrase::TOUR_LEVERS_TEXT),
    ("#budget", Phrase::TOUR_BUDGET, Phrase::TOUR_BUDGET_TEXT),
    ("#screens", Phrase::TOUR_SCREENS, Phrase::TOUR_SCREENS_TEXT),
];

/// Step from which on the move of the last step is looked for: one run a lever.
const LOOKS_FROM: usize = 2;

/// Properties of [`Tour`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// The last run of the scenario in hand.
    pub run: FinishedRun,
    /// Settings in hand.
    pub settings: Settings,
    /// Called when it is skipped or seen to its end.
    pub on_leave: Callback<()>,
}

/// What a step says, and the selector of what it is about.
struct Said {
    at: String,
    title: &'static str,
    text: String,
}

/// Stands in a corner of the page, so that every step can be tried at once.
#[component]
pub fn Tour(props: &Props) -> Html {
    let Props { scene, run, on_leave, .. } = props;
    let locale = scene.locale;
    let step = use_state(|| 0);
    let corner = use_node_ref();
    let position = *step;
    // Of the run that the search began with: a later one is of the move itself.
    let begun = use_mut_ref(|| None::<(Shared<Workbench>, FinishedRun, Thresholds)>);
    if position >= LOOKS_FROM && begun.borrow().is_none() {
        begun.replace(Some((run.workbench.clone(), run.clone(), scene.thresholds)));
    }
    let found = use_work(begun.borrow().clone(), |begun| best_move(begun.0, begun.1, begun.2));
    let said = match STEPS.get(position) {
        Some((at, title, text)) => Said {
            at: (*at).to_owned(),
            title: title.get(locale),
            text: text.get(locale).to_owned(),
        },
        None => real_move(props, found.result()),
    };
    {
        let corner = corner.clone();
        use_effect_with(said.at.clone(), move |at| {
            let pointer = corner.cast().and_then(|corner| point_at(at, &corner));
            move || drop(pointer)
        });
    }
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
    let is_last = position == STEPS.len();
    let (number, count) = ((position + 1).to_string(), (STEPS.len() + 1).to_string());
    let of = [("step", &*number), ("count", &*count)];
    let next = (!is_last).then_some(position + 1);
    let onwards = if is_last { Phrase::TOUR_DONE } else { Phrase::TOUR_NEXT };
    html! {
        <section ref={corner} class="tour" aria-label={Phrase::TOUR_LABEL.get(locale)}>
            <p class="tour-step">{ Phrase::TOUR_STEP.with(locale, &of) }</p>
            <h2>{ said.title }</h2>
            <p aria-live="polite">{ said.text }</p>
            <p class="tour-ways">
                if position > 0 {
                    { button(Kind::Bare, Phrase::TOUR_BACK.get(locale), go(Some(position - 1))).draw() }
                }
                { button(Kind::Bare, onwards.get(locale), go(next)).class("primary").draw() }
                if !is_last {
                    { button(Kind::Bare, Phrase::TOUR_SKIP.get(locale), go(None)).draw() }
                }
            </p>
        </section>
    }
}

/// Tries every lever alone and keeps the move that raises the chance of a missed target most.
fn best_move(
    bench: Shared<Workbench>,
    run: FinishedRun,
    rule: Thresholds,
) -> Work<Option<FirstMove>> {
    let mut levers = bench.model().levers.keys();
    let mut best = None::<FirstMove>;
    Work::new(levers.len() + 1, move || {
        let Some(lever) = levers.next() else { return Some(best) };
        let tried = first_move(&bench, &run.outcome.report, rule, lever);
        if let Some(tried) = tried.filter(|tried| best.is_none_or(|best| tried.gain > best.gain)) {
            best = Some(tried);
        }
        None
    })
}

/// The move to make; once it is made, the row that it moved.
fn real_move(props: &Props, found: Option<&Option<FirstMove>>) -> Said {
    let Props { scene, run, settings, .. } = props;
    let locale = scene.locale;
    let step =
        |at: String, title: Phrase, text: String| Said { at, title: title.get(locale), text };
    let alone =
        |text: Phrase| step("#levers".to_owned(), Phrase::TOUR_MOVE, text.get(locale).to_owned());
    let Some(found) = found else { return alone(Phrase::TOUR_MOVE_SOUGHT) };
    let named = found.as_ref().and_then(|found| {
        Some((found, scene.model.levers.get(found.lever)?, scene.region.targets.get(found.target)?))
    });
    let Some((found, lever, target)) = named else { return alone(Phrase::TOUR_MOVE_ANY) };
    let target_name = target_name(target, locale);
    let judgement = run.outcome.report.judgement(found.target);
    if let Some(judgement) = judgement.filter(|_| settings.get(&lever.id).is_some()) {
        let chances = [judgement.outlook_probability, judgement.probability].map(chance);
        let [before, after] = &chances;
        let values = [("target", &*target_name), ("before", before), ("after", after)];
        let row = format!("tr[data-target=\"{}\"]", target.id.replace(['"', '\\'], ""));
        return step(row, Phrase::TOUR_MOVED, Phrase::TOUR_MOVED_TEXT.with(locale, &values));
    }
    let measure = lever_measure(lever, &scene.model, locale);
    let value = measure.value(lever.unit.to_base(found.setting)).to_string();
    let name = lever.name.get(locale);
    let values = [("lever", name), ("value", &value), ("target", &target_name)];
    let card = format!("[data-lever=\"{}\"]", lever.id);
    step(card, Phrase::TOUR_MOVE, Phrase::TOUR_MOVE_TEXT.with(locale, &values))
}
