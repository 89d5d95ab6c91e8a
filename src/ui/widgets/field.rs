//! A text field that keeps what is typed as a draft until it is left or Enter is pressed.
//!
//! What cannot be taken is answered with a sentence, and the previous value comes back. Neither moves the page
//! from under a click, and a field that is taken away with its screen enters what stood in it. Escape and Ctrl+Z
//! are those of `browser/keys.rs`, which knows all texts. The value that is set while somebody types is what was
//! typed, so that no composition of an input method breaks. Where nobody may edit it takes nothing but a
//! question.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::after_press;
use crate::ui::frame::last_word::{LastWord, use_last_word};
use crate::ui::widgets::editing::use_editing;

/// A key that means more than typing, or the keyboard coming to the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A step up.
    Up,
    /// A step down.
    Down,
    /// What was done in the field is taken back.
    Escape,
    /// The keyboard is here now.
    Focus,
}

/// A key, and the draft that it meets.
pub type Pressed = (Key, Option<String>);

/// What an entry is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// It changes the plan.
    #[default]
    Edit,
    /// It is only asked about, also where nobody may edit.
    Question,
}

/// Properties of [`Field`], and of whatever else is drawn around [`use_entry`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of the field; the sentence about it has one made of it.
    #[prop_or_default]
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// What a reader hears in place of the label.
    #[prop_or_default]
    pub heard: Option<AttrValue>,
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
    /// Of what is around the field.
    #[prop_or_default]
    pub class: &'static str,
    /// How many letters wide it is, where no style says so.
    #[prop_or_default]
    pub size: Option<&'static str>,
    /// Whether a number is asked for.
    #[prop_or_default]
    pub decimal: bool,
    /// The id of what is said about it while nothing is wrong.
    #[prop_or_default]
    pub note: Option<&'static str>,
    /// What is wrong, where somebody else knows it.
    #[prop_or_default]
    pub refused: Option<AttrValue>,
    /// Whether an entry counts at once although a control is being pressed, and also where it is the value in force:
    /// for a field beside controls that set the same value, and whose sentence moves nothing.
    #[prop_or_default]
    pub at_once: bool,
    /// What an entry is for.
    #[prop_or_default]
    pub purpose: Purpose,
    /// Called with an entry; returns why it cannot be taken.
    pub on_enter: Callback<String, Option<String>>,
    /// Called with keys that mean more than typing; returns why what is typed cannot be taken.
    #[prop_or_default]
    pub on_key: Option<Callback<Pressed, Option<String>>>,
}

/// What is drawn of a field, for whoever puts it into its place.
pub struct Entry {
    /// The field.
    pub input: Html,
    /// What is wrong with the last entry.
    pub problem: Option<Html>,
    /// Gives up the draft and forgets what was wrong.
    pub clear: Callback<()>,
}

/// What is being typed, and what was wrong with the entry before.
#[derive(Clone)]
struct Typing {
    draft: UseStateHandle<Option<String>>,
    problem: UseStateHandle<Option<String>>,
    word: LastWord,
}

impl Typing {
    fn set(&self, draft: Option<String>, problem: Option<String>) {
        self.draft.set(draft);
        self.problem.set(problem);
    }
}

/// The field after its label, before its unit, and under it what is wrong with the last entry.
#[component]
pub fn Field(props: &Props) -> Html {
    let Entry { input, problem, .. } = use_entry(props);
    html! {
        <label class={classes!("entry", props.class)}>
            if props.seen {
                <span>{ &props.label }</span>
            }
            { input }
            if !props.unit.is_empty() {
                <span class="entry-unit">{ &props.unit }</span>
            }
            // One child in either case: Yew pairs children from the end, and with one more the field would be made anew.
            if let Some(problem) = problem {
                { problem }
            }
        </label>
    }
}

/// A field by the rules of this file, to be put into any place.
#[hook]
pub fn use_entry(props: &Props) -> Entry {
    let may_enter = use_editing() || props.purpose == Purpose::Question;
    let typing = Typing {
        draft: use_state(|| None::<String>),
        problem: use_state(|| None::<String>),
        word: use_last_word(),
    };
    let is_new = (*typing.draft).clone().filter(|draft| *draft != *props.value);
    typing.word.is_typing(&props.label, is_new, props.on_enter.clone());
    let clear = {
        let typing = typing.clone();
        Callback::from(move |()| typing.set(None, None))
    };
    let said = props.refused.clone();
    let problem = said.or_else(|| typing.problem.as_ref().map(|words| words.clone().into()));
    let problem_id = format!("problem-{}", props.id);
    let described = problem.as_ref().map(|_| AttrValue::from(problem_id.clone()));
    let described = described.or(props.note.map(AttrValue::from));
    let heard = props.heard.clone().or_else(|| (!props.seen).then(|| props.label.clone()));
    let some = |text: &AttrValue| Some(text.clone()).filter(|text| !text.is_empty());
    let value =
        typing.draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.clone().into());
    let input = html! {
        <input id={some(&props.id)} type="text" inputmode={props.decimal.then_some("decimal")} autocomplete="off"
            size={props.size} aria-label={heard} placeholder={some(&props.hint)}
            aria-invalid={problem.is_some().then_some("true")} aria-describedby={described} disabled={!may_enter} {value}
            oninput={on_input(props, &typing)} onchange={on_change(props, &typing)} onblur={on_blur(props, &typing)}
            onfocus={on_focus(props)} onkeydown={on_key(props, &typing)} />
    };
    let problem = problem.map(|words| {
        html! { <span class="field-problem" role="alert" id={problem_id}>{ words }</span> }
    });
    Entry { input, problem, clear }
}

fn typed(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

fn on_input(props: &Props, typing: &Typing) -> Callback<InputEvent> {
    let (typing, forgets) = (typing.clone(), props.at_once);
    Callback::from(move |event: InputEvent| {
        typing.draft.set(Some(typed(&event)));
        // A sentence in the run of the page stays until the field is left: without it the page would move.
        if forgets {
            typing.problem.set(None);
        }
    })
}

fn on_change(props: &Props, typing: &Typing) -> Callback<Event> {
    let (props, typing, at_once) = (props.clone(), typing.clone(), props.at_once);
    Callback::from(move |event: Event| {
        let (props, typing, entry) = (props.clone(), typing.clone(), typed(&event));
        let enter = move || {
            typing.draft.set(None);
            let is_new = props.at_once || entry != *props.value;
            let refused = if is_new { props.on_enter.emit(entry) } else { None };
            if refused.is_some() {
                // Whoever asked for the entry hears that it was not taken.
                event.prevent_default();
            }
            typing.word.says(&props.label, refused.as_deref());
            typing.problem.set(refused);
        };
        if at_once { enter() } else { after_press(enter) }
    })
}

/// What was typed and typed back is no change, and no draft any more. Not sooner than an entry counts: the old value
/// would show for the length of a press.
fn on_blur(props: &Props, typing: &Typing) -> Callback<FocusEvent> {
    let (draft, at_once) = (typing.draft.setter(), props.at_once);
    Callback::from(move |_: FocusEvent| {
        let draft = draft.clone();
        let give_up = move || draft.set(None);
        if at_once { give_up() } else { after_press(give_up) }
    })
}

fn on_focus(props: &Props) -> Option<Callback<FocusEvent>> {
    let on_key = props.on_key.clone()?;
    Some(Callback::from(move |_: FocusEvent| {
        on_key.emit((Key::Focus, None));
    }))
}

fn on_key(props: &Props, typing: &Typing) -> Option<Callback<KeyboardEvent>> {
    let (on_key, typing) = (props.on_key.clone()?, typing.clone());
    Some(Callback::from(move |event: KeyboardEvent| {
        let key = match event.key().as_str() {
            // These belong to the input method while it composes.
            _ if event.is_composing() => return,
            "ArrowUp" => Key::Up,
            "ArrowDown" => Key::Down,
            "Escape" => Key::Escape,
            _ => return,
        };
        if key != Key::Escape {
            event.prevent_default();
        }
        let refused = on_key.emit((key, (*typing.draft).clone()));
        typing.set(None, refused);
    }))
}
