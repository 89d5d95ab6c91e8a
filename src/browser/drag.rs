//! What ends a drag beside the pointer itself.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};

/// How a drag ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetGo {
    /// What was dragged stays where it is.
    Stays,
    /// It goes back to where it was.
    GoesBack,
}

/// Calls `report` when the window or the page is left, a menu opens, or Escape is pressed, as long as the
/// listeners live. What was pressed here goes nowhere else.
pub fn on_let_go(report: impl Fn(LetGo) + Clone + 'static) -> Vec<EventListener> {
    let (window, document) = (gloo::utils::window(), gloo::utils::document());
    let stays = |target: &web_sys::EventTarget, name: &'static str| {
        let report = report.clone();
        EventListener::new(target, name, move |_| report(LetGo::Stays))
    };
    let hidden = {
        let (report, page) = (report.clone(), document.clone());
        EventListener::new(&document, "visibilitychange", move |_| {
            if page.hidden() {
                report(LetGo::Stays);
            }
        })
    };
    let mut listeners = vec![
        stays(&window, "blur"),
        stays(&window, "pagehide"),
        stays(&document, "contextmenu"),
        hidden,
    ];
    let options =
        EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
    listeners.push(EventListener::new_with_options(
        &window,
        "keydown",
        options,
        move |event: &Event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                event.prevent_default();
                event.stop_propagation();
                report(LetGo::GoesBack);
            }
        },
    ));
    listeners
}
