//! A pasted table that is left with the screen: it waits on, and so does what stands in the box and is not read yet.
//! The browser asks before the page goes with it.

use std::cell::RefCell;

use gloo::events::EventListener;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::ask_before_leaving;
use crate::ui::data::understood::Pasting;

/// What waits in the paste box.
#[derive(Clone, Default)]
struct Waiting {
    pasting: Option<Pasting>,
    /// Text in the box, as it was typed.
    typed: String,
}

impl Waiting {
    fn is_empty(&self) -> bool {
        self.pasting.is_none() && self.typed.trim().is_empty()
    }
}

/// What was left, of the region with this id.
struct Left {
    region: String,
    waiting: Waiting,
    /// Nothing else keeps it.
    _asks: EventListener,
}

thread_local! {
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// The table that waits, and what the box calls back with when somebody types into it.
pub(super) struct Waits {
    pub(super) pasting: UseStateHandle<Option<Pasting>>,
    /// Called with all the text in the box.
    pub(super) on_typed: Callback<String>,
}

/// What waits to be read or taken over; as it was left, where it was.
#[hook]
pub(super) fn use_waiting(region: &str, area: &NodeRef) -> Waits {
    let left = use_memo((), |()| {
        let left = LEFT.take().filter(|left| left.region == region);
        left.map_or_else(Waiting::default, |left| left.waiting)
    });
    let pasting = use_state(|| left.pasting.clone());
    let latest = use_mut_ref(|| (region.to_owned(), (*left).clone()));
    {
        let mut latest = latest.borrow_mut();
        region.clone_into(&mut latest.0);
        latest.1.pasting.clone_from(&pasting);
    }
    {
        let (area, typed) = (area.clone(), left.typed.clone());
        let latest = latest.clone();
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&typed);
            }
            move || {
                let (region, waiting) = latest.take();
                LEFT.set((!waiting.is_empty()).then(|| Left {
                    region,
                    waiting,
                    _asks: ask_before_leaving(),
                }));
            }
        });
    }
    // A table that was pasted waits to be taken, and nothing else keeps it.
    use_effect_with(pasting.is_some(), |waits| {
        let asks = waits.then(ask_before_leaving);
        move || drop(asks)
    });
    let on_typed = Callback::from(move |text| latest.borrow_mut().1.typed = text);
    Waits { pasting, on_typed }
}
