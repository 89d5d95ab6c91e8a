//! A number field with steppers that never breaks up an input-method composition.
//!
//! What is typed stays a draft until the field is left or Enter is pressed. A
//! bad entry is answered with a sentence and the previous value comes back.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::desk::{setting, stepped};
use crate::locale::Locale;
use crate::model::Lever;
use crate::ui::frame::last_word::{LastWord, use_last_word};
use crate::unit::InUnit;
use crate::wording::{EntryError, Measure, Phrase};

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
    pub value: InUnit,
    /// Language.
    pub locale: Locale,
    /// Called with every accepted setting, in the lever's unit.
    pub on_set: Callback<InUnit>,
    /// Called when a typed number was accepted: the next one is another step.
    pub on_rest: Callback<()>,
}

/// The field between its two steppers.
#[component]
pub fn NumberField(props: &Props) -> Html {
    let Props { lever, measure, value, locale, .. } = props;
    let draft = use_state(|| None::<String>);
    let problem = use_state(|| None::<EntryError>);
    let word = use_last_word();
    word.is_typing(&props.label, (*draft).clone(), on_last(props));
    let entry = Entry { draft: draft.clone(), problem: problem.clone(), word };
    let run: Run = use_mut_ref(|| None);
    let name: &str = &props.label;
    let base = lever.unit.to_base(*value);
    let written = measure.clone().showing(base).digits(base);
    let problem_id = format!("problem-{}", props.id);
    let stepper = |phrase: Phrase, sign: &'static str, steps: f64| {
        let next = stepped(lever, *value, steps);
        let (on_set, entry) = (props.on_set.clone(), entry.clone());
        let onclick = move |_: MouseEvent| {
            entry.set(None, None);
            on_set.emit(next);
        };
        let label = phrase.with(*locale, &[("name", name)]);
        html! { <button type="button" {onclick} disabled={next == *value} aria-label={label}>{ sign }</button> }
    };
    let onfocus = {
        let run = run.clone();
        move |_: FocusEvent| *run.borrow_mut() = None
    };
    let onblur = {
        let draft = draft.setter();
        // What was typed and typed back is no change, and no draft any more.
        move |_: FocusEvent| draft.set(None)
    };
    let shown = (*draft).clone().unwrap_or(written.clone());
    let problem = (*problem).as_ref();
    html! {
        <div class="field-group">
            <div class={classes!("field", problem.is_some().then_some("field-bad"))}>
                { stepper(Phrase::DECREASE, "−", -1.0) }
                <input type="text" inputmode="decimal" autocomplete="off" size="5"
                    aria-label={Phrase::FIELD_OF.with(*locale, &[("name", name)])}
                    aria-invalid={problem.is_some().then_some("true")}
                    aria-describedby={problem.is_some().then(|| problem_id.clone())} value={shown}
                    {onfocus} {onblur} oninput={on_input(&entry, written)} onchange={on_change(props, &entry, &run)}
                    onkeydown={on_key(props, &entry, &run)} />
                { stepper(Phrase::INCREASE, "+", 1.0) }
            </div>
            if let Some(problem) = problem {
                <p class="field-problem" role="alert" id={problem_id.clone()}>{ problem.sentence(*locale) }</p>
            }
        </div>
    }
}

/// What is being typed, and what was wrong with the entry before.
#[derive(Clone)]
struct Entry {
    draft: UseStateHandle<Option<String>>,
    problem: UseStateHandle<Option<EntryError>>,
    word: LastWord,
}

impl Entry {
    fn set(&self, draft: Option<String>, problem: Option<EntryError>) {
        self.draft.set(draft);
        self.problem.set(problem);
    }
}

/// A run of steps by the arrows: the setting before the first, and the one after the last.
type Run = Rc<RefCell<Option<[InUnit; 2]>>>;

fn on_input(entry: &Entry, written: String) -> Callback<InputEvent> {
    let entry = entry.clone();
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        entry.set((text != written).then_some(text), None);
    })
}

fn on_change(props: &Props, entry: &Entry, run: &Run) -> Callback<Event> {
    let (props, entry, run) = (props.clone(), entry.clone(), Rc::clone(run));
    Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        let read = setting(&text, &props.lever, &props.measure);
        entry.set(None, read.as_ref().err().cloned());
        let problem = read.as_ref().err().map(|error| error.sentence(props.locale));
        entry.word.says(&props.label, problem.as_deref());
        *run.borrow_mut() = None;
        match read {
            Ok(value) => {
                props.on_set.emit(value);
                props.on_rest.emit(());
            }
            // Whoever asked for the entry hears that it was not taken.
            Err(_) => event.prevent_default(),
        }
    })
}

/// Takes what is being typed when the field goes away without being left.
fn on_last(props: &Props) -> Callback<String, Option<String>> {
    let props = props.clone();
    Callback::from(move |text: String| match setting(&text, &props.lever, &props.measure) {
        Ok(value) => {
            props.on_set.emit(value);
            props.on_rest.emit(());
            None
        }
        Err(error) => Some(error.sentence(props.locale)),
    })
}

/// Up and down arrows step from what is typed; Escape takes the steps back.
fn on_key(props: &Props, entry: &Entry, run: &Run) -> Callback<KeyboardEvent> {
    let (props, entry, run) = (props.clone(), entry.clone(), Rc::clone(run));
    Callback::from(move |event: KeyboardEvent| {
        // What somebody else has set since is not taken back.
        let running = run.borrow().filter(|[_, last]| *last == props.value);
        let steps = match event.key().as_str() {
            "ArrowUp" => 1.0,
            "ArrowDown" => -1.0,
            "Escape" => {
                entry.set(None, None);
                *run.borrow_mut() = None;
                if let Some([before, _]) = running {
                    props.on_set.emit(before);
                    props.on_rest.emit(());
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let typed = (*entry.draft).as_ref();
        let read =
            typed.map_or(Ok(props.value), |typed| setting(typed, &props.lever, &props.measure));
        entry.set(None, read.as_ref().err().cloned());
        if let Ok(value) = read {
            let next = stepped(&props.lever, value, steps);
            let before = running.map_or(props.value, |[before, _]| before);
            *run.borrow_mut() = Some([before, next]);
            props.on_set.emit(next);
        }
    })
}
