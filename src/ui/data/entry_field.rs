//! A text field that keeps what is typed as a draft until it is left or Enter is pressed.
//!
//! What cannot be taken is answered with a sentence, and the previous value comes back. Neither moves the page
//! from under a click, and a field that is taken away with its screen enters what stood in it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::after_press;
use crate::ui::frame::last_word::use_last_word;

/// Properties of [`EntryField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of the field.
    pub name: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// Whether the label stands before the field, and is not only read out.
    #[prop_or_default]
    pub seen: bool,
    /// The value in force.
    pub value: AttrValue,
    /// What stands in an empty field.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What stands behind the field: a unit.
    #[prop_or_default]
    pub unit: AttrValue,
    /// Of the field.
    #[prop_or_default]
    pub class: &'static str,
    /// Called with every entry that differs from the value; returns why it cannot be taken.
    pub on_enter: Callback<String, Option<String>>,
}

/// The field, and under it what is wrong with the last entry.
#[component]
pub fn EntryField(props: &Props) -> Html {
    let draft = use_state(|| None::<String>);
    let problem = use_state(|| None::<String>);
    let problem_id = format!("problem-{}", props.name);
    let oninput = {
        let draft = draft.clone();
        move |event: InputEvent| {
            draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
        }
    };
    let word = use_last_word();
    let is_new = (*draft).clone().filter(|draft| *draft != *props.value);
    word.is_typing(&props.label, is_new, props.on_enter.clone());
    let onchange = {
        let (draft, problem) = (draft.clone(), problem.clone());
        let (value, on_enter) = (props.value.clone(), props.on_enter.clone());
        let label = props.label.clone();
        move |event: Event| {
            let entry = event.target_unchecked_into::<HtmlInputElement>().value();
            let (draft, problem) = (draft.clone(), problem.clone());
            let (value, on_enter) = (value.clone(), on_enter.clone());
            let (word, label) = (word.clone(), label.clone());
            after_press(move || {
                draft.set(None);
                let refused = if entry == *value { None } else { on_enter.emit(entry) };
                if refused.is_some() {
                    // Whoever asked for the entry hears that it was not taken.
                    event.prevent_default();
                }
                word.says(&label, refused.as_deref());
                problem.set(refused);
            });
        }
    };
    let onblur = {
        let draft = draft.setter();
        move |_: FocusEvent| {
            let draft = draft.clone();
            // What was typed and typed back is no change, and no draft any more. Not sooner than an entry
            // counts: the old value would show for the length of a press.
            after_press(move || draft.set(None));
        }
    };
    let label = (!props.seen).then(|| props.label.clone());
    html! {
        <label class={classes!("entry", props.class)}>
            if props.seen {
                <span>{ &props.label }</span>
            }
            <input id={&props.name} type="text" autocomplete="off" aria-label={label} placeholder={props.hint.clone()}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| problem_id.clone())}
                value={draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.clone().into())}
                {oninput} {onchange} {onblur} />
            if !props.unit.is_empty() {
                <span class="entry-unit">{ &props.unit }</span>
            }
            if let Some(problem) = &*problem {
                <span class="field-problem" role="alert" id={problem_id}>{ problem }</span>
            }
        </label>
    }
}
