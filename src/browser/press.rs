//! A press finds its control where it was, though leaving a field changes the page.
//!
//! A press takes the keyboard from the field that has it before it becomes a click. What the field says or
//! enters then may move what is being pressed, and the click would meet something else. So that waits until
//! the click is on its way, and is done before anybody hears of the click.

use std::cell::{Cell, RefCell};

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

/// What a click matters to.
const CONTROLS: &str = "button,a,summary,label";

thread_local! {
    static IS_PRESSED: Cell<bool> = const { Cell::new(false) };
    static PRESSES: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
}

/// Begins to watch for presses; once is enough, and more do no harm.
pub fn watch_presses() {
    LISTENERS.with_borrow_mut(|listeners| {
        if listeners.is_empty() {
            listeners.push(listen("mousedown", begin));
            listeners.push(listen("mouseup", end_soon));
            listeners.push(listen("keydown", |_| {
                count();
                end();
            }));
            // What ends a press, or shows that there is none any more.
            let ends = ["click", "dragend", "pagehide", "beforeunload"];
            listeners.extend(ends.map(|name| listen(name, |_| end())));
            // Of the window alone: the field that is left loses the focus during the press.
            listeners.push(EventListener::new(&gloo::utils::window(), "blur", |_| end()));
        }
    });
}

/// Does `work` at once, or, while a control is being pressed, when the press reaches it.
pub fn after_press(work: impl FnOnce() + 'static) {
    if IS_PRESSED.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(work)));
    } else {
        work();
    }
}

/// How many times the mouse or a key was pressed so far, for whoever asks whether it was the same press.
#[must_use]
pub fn presses() -> u32 {
    PRESSES.get()
}

fn count() {
    PRESSES.set(PRESSES.get().wrapping_add(1));
}

fn begin(event: &Event) {
    count();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let control = target.and_then(|target| target.closest(CONTROLS).ok()?);
    IS_PRESSED.set(control.is_some());
}

/// A click follows the release at once, where there is one.
fn end_soon(_: &Event) {
    Timeout::new(0, end).forget();
}

fn end() {
    IS_PRESSED.set(false);
    for work in WAITING.take() {
        work();
    }
}

/// Before anybody else hears of it.
fn listen(name: &'static str, heard: impl FnMut(&Event) + 'static) -> EventListener {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&gloo::utils::window(), name, options, heard)
}
