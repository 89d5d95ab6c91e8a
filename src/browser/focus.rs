//! Where the keyboard is, and that it stays somewhere.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent, Node};

/// Moves the keyboard to the element with this id, where there is one.
pub fn focus(id: &str) {
    let found = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused leaves the keyboard where it is.
        let _ = element.focus();
    }
}

/// Moves the keyboard there without moving the page under a finger.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot be focused leaves the keyboard where it is.
    let _ = element.focus_with_options(&options);
}

/// What can have the keyboard.
const CAN_HAVE_FOCUS: &str = "a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),\
    textarea:not(:disabled),summary,[tabindex]";

/// The id of what a screen shows.
const SCREEN: &str = "screen";

/// What `shell/engine.js` sends to the document once the program has drawn.
const DRAWN: &str = "tuiyan:drawn";

/// Keeps the keyboard on the page while this lives: where the control that has it is taken away or switched
/// off, what is nearest gets it.
pub struct FocusKeeper {
    _listeners: [EventListener; 3],
    _keys: [EventListener; 3],
}

/// Begins to watch.
#[must_use]
pub fn keep_focus() -> FocusKeeper {
    let document = gloo::utils::document();
    // The control that has the keyboard and what it stands in, inside first.
    let way = Rc::new(RefCell::new(Vec::<Element>::new()));
    let entering = {
        let way = Rc::clone(&way);
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&document, "focusin", options, move |event| {
            let mut next = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let mut path = way.borrow_mut();
            path.clear();
            while let Some(element) = next {
                next = element.parent_element();
                path.push(element);
            }
        })
    };
    let pressing = {
        let way = Rc::clone(&way);
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&document, "pointerdown", options, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let mut way = way.borrow_mut();
            // A press elsewhere takes the keyboard away on purpose.
            if way.first().is_some_and(|control| !control.contains(target.as_ref())) {
                way.clear();
            }
        })
    };
    let mend = move || {
        let heir = lost(&way.borrow()).then(|| nearest(&way.borrow())).flatten();
        if let Some(nearest) = heir {
            focus_in_place(&nearest);
        }
    };
    // A key that took its own control away would press the heir before it is let go.
    let is_pressing = Rc::new(Cell::new(false));
    let drawn = {
        let (mend, is_pressing) = (mend.clone(), Rc::clone(&is_pressing));
        EventListener::new(&document, DRAWN, move |_| {
            if !is_pressing.get() {
                mend();
            }
        })
    };
    FocusKeeper { _listeners: [entering, pressing, drawn], _keys: let_go(&is_pressing, mend) }
}

/// Notes in `is_pressing` whether a key that presses is down, and does `mend` once it is let go, another one is
/// pressed, or the window loses the keyboard.
fn let_go(is_pressing: &Rc<Cell<bool>>, mend: impl Fn() + Clone + 'static) -> [EventListener; 3] {
    let let_go = {
        let is_pressing = Rc::clone(is_pressing);
        move || {
            if is_pressing.take() {
                mend();
            }
        }
    };
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let window = gloo::utils::window();
    let down = {
        let (is_pressing, let_go) = (Rc::clone(is_pressing), let_go.clone());
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if presses(event) { is_pressing.set(true) } else { let_go() }
        })
    };
    let up = {
        let let_go = let_go.clone();
        EventListener::new_with_options(&window, "keyup", options, move |_| let_go())
    };
    // Of the window alone: that of a control, which also comes when it is taken away, does not rise.
    let leaving = EventListener::new(&window, "blur", move |_| let_go());
    [down, up, leaving]
}

/// Whether this is a key that presses the control which has the keyboard.
fn presses(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    matches!(key.as_deref(), Some("Enter" | " "))
}

/// Whether the control was taken away or switched off while it had the keyboard.
fn lost(way: &[Element]) -> bool {
    let Some(control) = way.first() else { return false };
    let document = gloo::utils::document();
    let body = document.body().map(Element::from);
    let active = document.active_element();
    let nobody_has_it = active.is_none() || active == body;
    let is_off = control.matches(":disabled").unwrap_or(false);
    let has_it = active.as_ref() == Some(control);
    (nobody_has_it && (!control.is_connected() || is_off)) || (has_it && is_off)
}

/// The next control in the nearest of what it stood in that has one; else the last one before it.
fn nearest(way: &[Element]) -> Option<HtmlElement> {
    let (control, around) = way.split_first()?;
    let document = gloo::utils::document();
    let screen = document.get_element_by_id(SCREEN);
    around.iter().filter(|element| element.is_connected()).find_map(|element| {
        // Beyond the screen there is nothing near: the screen itself.
        if screen.as_ref().is_some_and(|screen| element.contains(Some(screen))) {
            return screen.clone()?.dyn_into::<HtmlElement>().ok();
        }
        let is_own_stop = !control.is_connected() && element.has_attribute("tabindex");
        if is_own_stop {
            return element.clone().dyn_into::<HtmlElement>().ok();
        }
        let found = element.query_selector_all(CAN_HAVE_FOCUS).ok()?;
        let all =
            (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
        let all: Vec<HtmlElement> = all.filter(is_shown).collect();
        let follows = |one: &&HtmlElement| {
            control.compare_document_position(one) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        };
        let next = if control.is_connected() { all.iter().find(follows) } else { None };
        next.or(if control.is_connected() { all.last() } else { all.first() }).cloned()
    })
}

fn is_shown(element: &HtmlElement) -> bool {
    element.get_client_rects().length() > 0
}
