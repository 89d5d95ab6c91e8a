//! Keys and typing in the texts of the page: what belongs to the input method, to the text, and to the plan.
//!
//! One rule for all texts, so that no field can forget it. Keys of the input method reach nobody. Undo and
//! redo belong to the text while there is typing to take back or to repeat, and to the plan otherwise.
//! Escape first gives back the text from before the typing. What is typed is entered before the page goes,
//! and where it cannot be taken the browser asks.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, EventInit, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    InputEvent, KeyboardEvent, Node,
};

use crate::browser::asking::ask;

/// What a person asks for by the keys of undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKey {
    /// Ctrl+Z, on a Mac ⌘Z.
    Undo,
    /// Ctrl+Y or Ctrl+Shift+Z.
    Redo,
}

/// What the input method says of a key that it has used, also where the composition has just ended.
const USED_BY_INPUT_METHOD: u32 = 229;

/// Calls `report` for each key of undo and redo that is not the text's, and keeps the rules of typing, as long
/// as the listeners live.
#[must_use]
pub fn on_history_key(report: impl Fn(HistoryKey) + 'static) -> Vec<EventListener> {
    let typing = Rc::new(RefCell::new(Typing::default()));
    let note = |name: &'static str, note: fn(&mut Typing, &Event)| {
        let typing = Rc::clone(&typing);
        listen(name, move |event| note(&mut typing.borrow_mut(), event))
    };
    let restoring = |name: &'static str,
                     text: fn(&mut Typing, &Event) -> Option<(Text, String)>| {
        let typing = Rc::clone(&typing);
        listen(name, move |event| {
            let given_back = text(&mut typing.borrow_mut(), event);
            if let Some((field, text)) = given_back {
                if field.value() != text {
                    field.set(&text);
                }
                tell(&field, "input");
            }
        })
    };
    let keys = {
        let typing = Rc::clone(&typing);
        listen("keydown", move |event| {
            let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
            if is_of_input_method(pressed) {
                return event.stop_propagation();
            }
            let key = history_key(pressed);
            if let Some(key) = key.filter(|key| !typing.borrow().wants(*key)) {
                event.prevent_default();
                report(key);
            }
        })
    };
    let leaving = {
        let typing = Rc::clone(&typing);
        let options = EventListenerOptions::enable_prevent_default();
        let window = gloo::utils::window();
        EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            let unfinished = typing.borrow().unfinished();
            // Else what was typed would go with the page, and nobody read why it was not taken.
            if unfinished.is_some_and(|field| !tell(&field, "change")) {
                ask(event);
            }
        })
    };
    vec![
        keys,
        restoring("keydown", Typing::escape),
        restoring("pointerdown", Typing::cut_off),
        restoring("compositionend", Typing::end_composition),
        note("focusin", Typing::enter),
        note("beforeinput", Typing::prepare),
        note("compositionstart", Typing::begin_composition),
        note("input", Typing::note),
        note("change", Typing::conclude),
        leaving,
    ]
}

/// Before anybody else hears of it.
fn listen(name: &'static str, heard: impl FnMut(&Event) + 'static) -> EventListener {
    let options =
        EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&gloo::utils::window(), name, options, heard)
}

/// Says whether it was taken: a field that refuses what stands in it prevents the event's default.
fn tell(field: &Text, name: &str) -> bool {
    let options = EventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = Event::new_with_event_init_dict(name, &options);
    event.is_ok_and(|event| field.element().dispatch_event(&event).unwrap_or(false))
}

fn is_of_input_method(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == USED_BY_INPUT_METHOD
}

fn history_key(event: &KeyboardEvent) -> Option<HistoryKey> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !is_command {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(HistoryKey::Undo),
        ("z", true) | ("y", false) => Some(HistoryKey::Redo),
        _ => None,
    }
}

/// A text that can be typed into.
#[derive(Clone, PartialEq)]
enum Text {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Text {
    fn of(target: Option<EventTarget>) -> Option<Self> {
        match target?.dyn_into::<HtmlInputElement>() {
            Ok(field) => {
                let is_text = matches!(&*field.type_(), "text" | "search") && !field.read_only();
                is_text.then_some(Text::Line(field))
            }
            Err(other) => {
                let field = other.dyn_into::<HtmlTextAreaElement>().ok()?;
                (!field.read_only()).then_some(Text::Lines(field))
            }
        }
    }

    fn element(&self) -> &HtmlElement {
        match self {
            Text::Line(field) => field,
            Text::Lines(field) => field,
        }
    }

    fn value(&self) -> String {
        match self {
            Text::Line(field) => field.value(),
            Text::Lines(field) => field.value(),
        }
    }

    fn set(&self, text: &str) {
        match self {
            Text::Line(field) => field.set_value(text),
            Text::Lines(field) => field.set_value(text),
        }
    }

    fn has_keyboard(&self) -> bool {
        let own: &Element = self.element();
        gloo::utils::document().active_element().as_ref() == Some(own)
    }

    /// A search is never entered: it is what it says.
    fn is_search(&self) -> bool {
        matches!(self, Text::Line(field) if field.type_() == "search")
    }

    /// Whether Escape does something else there, see `data-escape`.
    fn has_own_escape(&self) -> bool {
        self.element().has_attribute("data-escape")
    }
}

/// What is typed into the text that has the keyboard.
#[derive(Default)]
struct Typing {
    field: Option<Text>,
    /// The text before the typing.
    before: String,
    /// The text after the last key; the page may have set another one since.
    latest: String,
    /// Whether the last key took typing back.
    is_taken_back: bool,
    /// The text before the composition that is under way.
    composing: Option<String>,
}

impl Typing {
    /// The text that has the keyboard and typing which is not entered.
    fn unfinished(&self) -> Option<Text> {
        let field = self.field.as_ref().filter(|field| field.has_keyboard())?;
        let value = field.value();
        (value == self.latest && value != self.before).then(|| field.clone())
    }

    /// Whether the key belongs to the text.
    fn wants(&self, key: HistoryKey) -> bool {
        let repeats = key == HistoryKey::Redo && self.is_taken_back;
        let has_keyboard = || self.field.as_ref().is_some_and(Text::has_keyboard);
        self.unfinished().is_some() || (repeats && has_keyboard())
    }

    fn enter(&mut self, event: &Event) {
        let field = Text::of(event.target());
        let value = field.as_ref().map(Text::value).unwrap_or_default();
        *self = Self { field, before: value.clone(), latest: value, ..Self::default() };
    }

    /// What the page has set since the last key is what there was before the next one.
    fn prepare(&mut self, event: &Event) {
        let value = Text::of(event.target()).map(|field| field.value());
        if let Some(value) = value.filter(|value| *value != self.latest) {
            self.before.clone_from(&value);
            self.latest = value;
        }
    }

    fn note(&mut self, event: &Event) {
        let Some(field) = Text::of(event.target()) else { return };
        let how = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
        self.is_taken_back = match &*how {
            "historyUndo" => true,
            "historyRedo" => self.is_taken_back,
            _ => false,
        };
        self.latest = field.value();
    }

    /// What was entered is no typing any more.
    fn conclude(&mut self, event: &Event) {
        if let Some(field) = Text::of(event.target()).filter(|field| !field.is_search()) {
            self.before = field.value();
            self.latest.clone_from(&self.before);
            self.is_taken_back = false;
        }
    }

    fn begin_composition(&mut self, event: &Event) {
        self.composing = Text::of(event.target()).map(|field| field.value());
    }

    /// The words are there: whoever waited for them hears so.
    fn end_composition(&mut self, event: &Event) -> Option<(Text, String)> {
        self.composing.take()?;
        let field = Text::of(event.target())?;
        let value = field.value();
        Some((field, value))
    }

    /// A press elsewhere leaves half a word behind, which nobody has confirmed.
    fn cut_off(&mut self, event: &Event) -> Option<(Text, String)> {
        let field = self.field.clone()?;
        let target = event.target()?.dyn_into::<Node>().ok()?;
        if field.element().contains(Some(&target)) {
            return None;
        }
        Some((field, self.composing.take()?))
    }

    /// Escape gives the text back that was there before the typing, and does nothing else.
    fn escape(&mut self, event: &Event) -> Option<(Text, String)> {
        let pressed = event.dyn_ref::<KeyboardEvent>()?;
        if pressed.key() != "Escape" || is_of_input_method(pressed) {
            return None;
        }
        let field =
            self.unfinished().filter(|field| !field.is_search() && !field.has_own_escape())?;
        event.prevent_default();
        event.stop_propagation();
        Some((field, self.before.clone()))
    }
}
