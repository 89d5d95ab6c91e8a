//! A number field between two steppers, with the rules of every field.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::locale::Locale;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::editing::use_editing;
use crate::ui::widgets::field::{self, Entry, Key, Pressed, use_entry};
use crate::unit::InUnit;
use crate::wording::Phrase;

/// Properties of [`NumberField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the number sets, in words.
    pub label: AttrValue,
    /// Tells the field's own elements apart on the page.
    pub id: AttrValue,
    /// The value in force.
    pub value: InUnit,
    /// The value as it is written.
    pub written: AttrValue,
    /// What an entry stands for, or what is wrong with it.
    pub read: Callback<String, Result<InUnit, String>>,
    /// The value some steps away from another.
    pub step: Callback<(InUnit, f64), InUnit>,
    /// Language.
    pub locale: Locale,
    /// Called with every accepted value.
    pub on_set: Callback<InUnit>,
    /// Called when a typed number was accepted: the next one is another step.
    pub on_rest: Callback<()>,
}

/// The field between its two steppers.
#[component]
pub fn NumberField(props: &Props) -> Html {
    let Props { value, locale, .. } = props;
    let may_edit = use_editing();
    let run: Run = use_mut_ref(|| None);
    let name: &str = &props.label;
    let entry = yew::props!(field::Props {
        id: format!("number-{}", props.id),
        label: props.label.clone(),
        heard: Phrase::FIELD_OF.with(*locale, &[("name", name)]),
        value: props.written.clone(),
        size: "5",
        decimal: true,
        at_once: true,
        on_enter: on_enter(props, &run),
        on_key: on_key(props, &run),
    });
    let Entry { input, problem, clear } = use_entry(&entry);
    let stepper = |phrase: Phrase, sign: &'static str, steps: f64| {
        let next = props.step.emit((*value, steps));
        let (on_set, clear) = (props.on_set.clone(), clear.clone());
        let onclick = move |_: MouseEvent| {
            clear.emit(());
            on_set.emit(next);
        };
        let label = phrase.with(*locale, &[("name", name)]);
        button(Kind::Bare, sign, onclick).label(label).disabled(next == *value).edits().draw()
    };
    let state = match (may_edit, &problem) {
        (false, _) => Some("field-still"),
        (true, Some(_)) => Some("field-bad"),
        (true, None) => None,
    };
    html! {
        <div class="field-group">
            <div class={classes!("field", state)}>
                { stepper(Phrase::DECREASE, "−", -1.0) }
                { input }
                { stepper(Phrase::INCREASE, "+", 1.0) }
            </div>
            // One child in either case: Yew pairs children from the end, and with one more the field would be made anew.
            if let Some(problem) = problem {
                { problem }
            }
        </div>
    }
}

/// A run of steps by the arrows: the value before the first, and the one after the last.
type Run = Rc<RefCell<Option<[InUnit; 2]>>>;

fn on_enter(props: &Props, run: &Run) -> Callback<String, Option<String>> {
    let (props, run) = (props.clone(), Rc::clone(run));
    Callback::from(move |text: String| {
        *run.borrow_mut() = None;
        let value = match props.read.emit(text) {
            Ok(value) => value,
            Err(problem) => return Some(problem),
        };
        props.on_set.emit(value);
        props.on_rest.emit(());
        None
    })
}

/// Up and down arrows step from what is typed; Escape takes the steps back.
fn on_key(props: &Props, run: &Run) -> Callback<Pressed, Option<String>> {
    let (props, run) = (props.clone(), Rc::clone(run));
    Callback::from(move |(key, typed): Pressed| {
        // What somebody else has set since is not taken back.
        let running = run.take().filter(|[_, last]| *last == props.value);
        let steps = match key {
            Key::Up => 1.0,
            Key::Down => -1.0,
            Key::Focus => return None,
            Key::Escape => {
                if let Some([before, _]) = running {
                    props.on_set.emit(before);
                    props.on_rest.emit(());
                }
                return None;
            }
        };
        let value = match typed.map_or(Ok(props.value), |typed| props.read.emit(typed)) {
            Ok(value) => value,
            Err(problem) => {
                *run.borrow_mut() = running;
                return Some(problem);
            }
        };
        let next = props.step.emit((value, steps));
        *run.borrow_mut() = Some([running.map_or(props.value, |[before, _]| before), next]);
        props.on_set.emit(next);
        None
    })
}
