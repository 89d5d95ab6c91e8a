//! A number field with steppers that never breaks up an input-method composition.
//!
//! What is typed stays a draft until the field is left or Enter is pressed. A
//! bad entry is answered with a sentence and the previous value comes back.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::Locale;
use crate::model::Lever;
use crate::wording::{EntryError, Measure, Phrase, read_number};

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The lever that the number sets.
    pub lever: Lever,
    /// What the number sets, in words: the lever's name, or a year of it.
    pub label: String,
    /// Tells the field's own elements apart on the page.
    pub id: String,
    /// How its settings are written.
    pub measure: Measure,
    /// Setting in hand, in the lever's unit.
    pub value: f64,
    /// Language.
    pub locale: Locale,
    /// Called with every accepted setting, in the lever's unit.
    pub on_set: Callback<f64>,
    /// Called when a typed number was accepted: the next one is another step.
    pub on_rest: Callback<()>,
}

/// The field between its two steppers.
#[component]
pub fn NumberField(props: &Props) -> Html {
    let Props { lever, measure, value, locale, .. } = props;
    let draft = use_state(|| None::<String>);
    let problem = use_state(|| None::<EntryError>);
    let name: &str = &props.label;
    let written = measure.digits(lever.unit.to_base(*value));
    let problem_id = format!("problem-{}", props.id);
    let stepper = |phrase: Phrase, sign: &'static str, steps: f64| {
        let next = stepped(lever, *value, steps);
        let (on_set, problem) = (props.on_set.clone(), problem.clone());
        let onclick = move |_: MouseEvent| {
            problem.set(None);
            on_set.emit(next);
        };
        let label = phrase.with(*locale, &[("name", name)]);
        html! { <button type="button" {onclick} disabled={next == *value} aria-label={label}>{ sign }</button> }
    };
    html! {
        <div class="field-group">
            <div class={classes!("field", problem.is_some().then_some("field-bad"))}>
                { stepper(Phrase::DECREASE, "−", -1.0) }
                <input type="text" inputmode="decimal" autocomplete="off" size="5"
                    aria-label={Phrase::FIELD_OF.with(*locale, &[("name", name)])}
                    aria-invalid={problem.is_some().then_some("true")}
                    aria-describedby={problem.is_some().then(|| problem_id.clone())}
                    data-draft={draft.is_some().then_some("true")} value={(*draft).clone().unwrap_or(written)}
                    oninput={on_draft(&draft)} onchange={on_change(props, &draft, &problem)}
                    onkeydown={on_arrow(props, &draft, &problem)} />
                { stepper(Phrase::INCREASE, "+", 1.0) }
            </div>
            if let Some(problem) = &*problem {
                <p class="field-problem" role="alert" id={problem_id.clone()}>{ problem.sentence(*locale) }</p>
            }
        </div>
    }
}

type Draft = UseStateHandle<Option<String>>;
type Trouble = UseStateHandle<Option<EntryError>>;

fn on_draft(draft: &Draft) -> Callback<InputEvent> {
    let draft = draft.clone();
    Callback::from(move |event: InputEvent| {
        draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
    })
}

fn on_change(props: &Props, draft: &Draft, problem: &Trouble) -> Callback<Event> {
    let (props, draft, problem) = (props.clone(), draft.clone(), problem.clone());
    Callback::from(move |event: Event| {
        let entry = event.target_unchecked_into::<HtmlInputElement>().value();
        draft.set(None);
        match setting(&entry, &props.lever, &props.measure) {
            Ok(value) => {
                problem.set(None);
                props.on_set.emit(value);
                props.on_rest.emit(());
            }
            Err(error) => problem.set(Some(error)),
        }
    })
}

/// Up and down arrows step; a composition keeps its keys.
fn on_arrow(props: &Props, draft: &Draft, problem: &Trouble) -> Callback<KeyboardEvent> {
    let (props, draft, problem) = (props.clone(), draft.clone(), problem.clone());
    Callback::from(move |event: KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowUp" if !event.is_composing() => 1.0,
            "ArrowDown" if !event.is_composing() => -1.0,
            _ => return,
        };
        event.prevent_default();
        draft.set(None);
        problem.set(None);
        props.on_set.emit(stepped(&props.lever, props.value, steps));
    })
}

/// The setting that an entry stands for, in the lever's unit.
///
/// # Errors
///
/// If the entry is no number, or outside the lever's range.
pub fn setting(entry: &str, lever: &Lever, measure: &Measure) -> Result<f64, EntryError> {
    let [low, high] = lever.range;
    let value = rounded(lever.unit.from_base(read_number(entry, &lever.unit, measure)?));
    if (low..=high).contains(&value) {
        return Ok(value);
    }
    let bound = |value: f64| measure.digits(lever.unit.to_base(value));
    Err(EntryError::OutOfRange(bound(low), bound(high)))
}

/// The setting some steps away, within the range.
#[must_use]
pub fn stepped(lever: &Lever, value: f64, steps: f64) -> f64 {
    let [low, high] = lever.range;
    rounded((value + steps * lever.step).clamp(low, high))
}

/// Without the last bits that adding steps and converting units leave behind.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
