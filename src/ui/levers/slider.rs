//! The slider of a lever: the browser's own for keys and assistive technology, and a hand of our own on it.
//!
//! The browser's own drag begins wherever a finger comes down, so that scrolling would move levers, and
//! knows no way back. Here a finger moves the lever only from its thumb, and Escape or a touch that turns
//! into scrolling bring the value back that it had before.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::browser::{LetGo, focus_in_place, on_let_go};
use crate::desk::{grid, stepped};
use crate::model::Lever;
use crate::ui::charts::dumbbell::position;
use crate::ui::levers::rail::share;
use crate::ui::widgets::editing::{Editing, use_editing};
use crate::unit::InUnit;

/// How far from the middle of the thumb a mouse still takes hold of it, CSS pixels.
const THUMB: f64 = 10.0;

/// Radius of the area around the thumb that a finger takes hold of, CSS pixels.
const REACH: &str = "24";

/// A step of the keys Page Up and Page Down is this share of the range.
const PAGE: f64 = 0.1;

/// What becomes of a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drag {
    /// A hand takes the lever.
    Begins,
    /// It lets go.
    Ends,
    /// It takes back what it did.
    IsCancelled,
}

/// Properties of [`LeverSlider`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The lever.
    pub lever: Lever,
    /// Id of the element that names it.
    pub label: String,
    /// Setting in hand, in its unit.
    pub value: InUnit,
    /// The setting in words.
    pub meaning: String,
    /// Called with every new setting.
    pub on_set: Callback<InUnit>,
    /// Called when a drag begins and ends.
    pub on_drag: Callback<Drag>,
}

/// The id of a lever's slider.
#[must_use]
pub fn slider_id(lever: &Lever) -> String {
    format!("lever-{}", lever.id)
}

/// A pointer that holds the lever.
struct Hold {
    pointer: i32,
    /// Where it came down, CSS pixels from the left of the window.
    start: f64,
    /// The setting that it took hold of; none where it came down on the rail.
    taken: Option<InUnit>,
    /// What it set last.
    last: InUnit,
}

type Held = Rc<RefCell<Option<Hold>>>;

/// The slider and the hand on it.
#[component]
pub fn LeverSlider(props: &Props) -> Html {
    let Props { lever, value, .. } = props;
    let hold: Held = use_mut_ref(|| None::<Hold>);
    let is_held = use_state(|| false);
    let [hand, slider] = [use_node_ref(), use_node_ref()];
    let end = {
        let (hold, is_held, on_drag) = (hold.clone(), is_held.setter(), props.on_drag.clone());
        Callback::from(move |how: Drag| {
            if hold.take().is_some() {
                is_held.set(false);
                on_drag.emit(how);
            }
        })
    };
    use_ends(&end, *is_held, hold.borrow().as_ref().is_some_and(|hold| hold.last != *value));
    use_value(&slider, *value);
    let may_edit = use_editing();
    let onpointerdown = may_edit.then(|| {
        let (take, is_held) = (on_take(props, &hold, &hand, &slider), is_held.setter());
        Callback::from(move |event: PointerEvent| {
            if take(&event) {
                is_held.set(true);
            }
        })
    });
    let onpointermove = on_move(props, &hold, &hand, &end);
    let of_holder = |how: Drag| {
        let (hold, end) = (hold.clone(), end.clone());
        move |event: PointerEvent| {
            let holds = |hold: &Hold| hold.pointer == event.pointer_id();
            let is_holder = hold.borrow().as_ref().is_some_and(holds);
            if is_holder {
                end.emit(how);
            }
        }
    };
    let (onpointerup, onpointercancel) = (of_holder(Drag::Ends), of_holder(Drag::IsCancelled));
    let lose = of_holder(Drag::Ends);
    let onlostpointercapture = move |event: PointerEvent| {
        // A finger is captured by what it hits before the hand takes it over.
        if is_shape(&event, ".lever-hand") {
            lose(event);
        }
    };
    let at = position(share(lever, *value));
    html! {
        <>
            { native(props, &slider, Editing(may_edit)) }
            <svg ref={hand} class={classes!("lever-hand", is_held.then_some("held"))} aria-hidden="true" focusable="false"
                {onpointerdown} {onpointermove} {onpointerup} {onpointercancel} {onlostpointercapture}>
                <rect class="hand-rail" width="100%" height="100%" />
                <circle class="hand-thumb" cx={at} cy="50%" r={REACH} />
            </svg>
        </>
    }
}

/// The browser moves a value to the grid of the steps, in the order of the attributes; this one stays.
#[hook]
fn use_value(slider: &NodeRef, value: InUnit) {
    let slider = slider.clone();
    use_effect(move || {
        let slider = slider.cast::<HtmlInputElement>();
        if let Some(slider) = slider.filter(|slider| slider.value_as_number() != value.0) {
            slider.set_value_as_number(value.0);
        }
    });
}

/// Takes hold where the press does so, and says whether it did.
fn on_take(
    props: &Props,
    hold: &Held,
    hand: &NodeRef,
    slider: &NodeRef,
) -> impl Fn(&PointerEvent) -> bool + 'static {
    let (props, hold) = (props.clone(), hold.clone());
    let (hand, slider) = (hand.clone(), slider.clone());
    move |event| {
        let Some(hand) = hand.cast::<Element>().filter(|_| hold.borrow().is_none()) else {
            return false;
        };
        let Some(taken) = taken(event, &hand, &props) else { return false };
        // No selection of text, and no mouse events after those of a finger.
        event.prevent_default();
        if let Some(slider) = slider.cast::<HtmlInputElement>() {
            focus_in_place(&slider);
        }
        // A pointer that has gone in the meantime cannot be captured, and lets go with its next event.
        let _ = hand.set_pointer_capture(event.pointer_id());
        props.on_drag.emit(Drag::Begins);
        let start = f64::from(event.client_x());
        let pointer = event.pointer_id();
        let mut taking = Hold { pointer, start, taken, last: props.value };
        let set = followed(&mut taking, event, &hand, &props.lever);
        *hold.borrow_mut() = Some(taking);
        emit(set, &props.on_set);
        true
    }
}

/// Sets the lever to where the pointer is that holds it.
fn on_move(
    props: &Props,
    hold: &Held,
    hand: &NodeRef,
    end: &Callback<Drag>,
) -> impl Fn(PointerEvent) + 'static {
    let (props, hold) = (props.clone(), hold.clone());
    let (hand, end) = (hand.clone(), end.clone());
    move |event| {
        // The release was lost, outside of the window.
        if event.buttons() == 0 {
            return end.emit(Drag::Ends);
        }
        let set = match (&mut *hold.borrow_mut(), hand.cast::<Element>()) {
            (Some(holder), Some(hand)) if holder.pointer == event.pointer_id() => {
                followed(holder, &event, &hand, &props.lever)
            }
            _ => None,
        };
        emit(set, &props.on_set);
    }
}

/// The browser's own slider, so that keyboard and assistive technology work as everywhere.
fn native(props: &Props, slider: &NodeRef, Editing(may_edit): Editing) -> Html {
    let Props { lever, value, .. } = props;
    let oninput = props.on_set.reform(|event: InputEvent| {
        InUnit(event.target_unchecked_into::<HtmlInputElement>().value_as_number())
    });
    let [low, high] = lever.range;
    // Off the grid the browser could not stay where the lever is.
    let is_on_grid = grid(lever, *value).fract() == 0.0;
    let onkeydown = (!is_on_grid).then(|| {
        let (lever, value, on_set) = (lever.clone(), *value, props.on_set.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(steps) = steps(&event.key(), &lever) {
                event.prevent_default();
                on_set.emit(stepped(&lever, value, steps));
            }
        })
    });
    let step = if is_on_grid { lever.step.to_string() } else { "any".to_owned() };
    html! {
        <input ref={slider.clone()} type="range" id={slider_id(lever)} min={low.to_string()} max={high.to_string()}
            {step} value={value.to_string()} aria-labelledby={props.label.clone()}
            aria-valuetext={props.meaning.clone()} disabled={!may_edit} {oninput} {onkeydown} />
    }
}

/// How many steps a key moves a slider.
fn steps(key: &str, lever: &Lever) -> Option<f64> {
    let [low, high] = lever.range;
    let page = ((high - low) * PAGE / lever.step).round().max(1.0);
    match key {
        "ArrowRight" | "ArrowUp" => Some(1.0),
        "ArrowLeft" | "ArrowDown" => Some(-1.0),
        "PageUp" => Some(page),
        "PageDown" => Some(-page),
        _ => None,
    }
}

/// Ends a drag with the window, the tab or the Escape key, and where somebody else has set the lever.
#[hook]
fn use_ends(end: &Callback<Drag>, is_held: bool, is_set_elsewhere: bool) {
    {
        let end = end.clone();
        use_effect_with(is_held, move |is_held| {
            let listeners = is_held.then(|| {
                on_let_go(move |how| {
                    end.emit(match how {
                        LetGo::Stays => Drag::Ends,
                        LetGo::GoesBack => Drag::IsCancelled,
                    });
                })
            });
            move || drop(listeners)
        });
    }
    let end = end.clone();
    use_effect_with(is_set_elsewhere, move |is_set_elsewhere| {
        if *is_set_elsewhere {
            end.emit(Drag::Ends);
        }
    });
}

fn is_shape(event: &PointerEvent, shape: &str) -> bool {
    let target = event.target_dyn_into::<Element>();
    target.is_some_and(|target| target.matches(shape).unwrap_or(false))
}

/// Whether the pointer takes hold: with the setting where it came down on the thumb, without one where
/// a mouse came down on the rail; a finger takes the thumb alone.
#[expect(clippy::option_option, reason = "taken or not, and then what was taken")]
fn taken(event: &PointerEvent, hand: &Element, props: &Props) -> Option<Option<InUnit>> {
    if event.button() != 0 || !event.is_primary() {
        return None;
    }
    let area = hand.get_bounding_client_rect();
    let middle = area.left() + share(&props.lever, props.value) * area.width();
    let away = (f64::from(event.client_x()) - middle).abs();
    if event.pointer_type() != "mouse" {
        let is_thumb = is_shape(event, ".hand-thumb");
        return is_thumb.then_some(Some(props.value));
    }
    let y = f64::from(event.client_y());
    let is_on_rail = (area.top()..=area.bottom()).contains(&y);
    is_on_rail.then(|| (away <= THUMB).then_some(props.value))
}

/// The setting where the pointer is, if it is another one.
fn followed(
    held: &mut Hold,
    event: &PointerEvent,
    hand: &Element,
    lever: &Lever,
) -> Option<InUnit> {
    let area = hand.get_bounding_client_rect();
    let (x, [low, high]) = (f64::from(event.client_x()), lever.range);
    let per_pixel = (high - low) / area.width().max(1.0);
    let value = match held.taken {
        // A thumb that has not moved stays also where it is off the grid.
        Some(taken) if x == held.start => taken,
        Some(taken) => snapped(lever, taken + per_pixel * (x - held.start)),
        None => snapped(lever, low + per_pixel * (x - area.left())),
    };
    let is_new = value != held.last;
    held.last = value;
    is_new.then_some(value)
}

fn emit(set: Option<InUnit>, on_set: &Callback<InUnit>) {
    if let Some(value) = set {
        on_set.emit(value);
    }
}

/// The setting on the grid that is nearest, within the range.
fn snapped(lever: &Lever, value: InUnit) -> InUnit {
    let [low, high] = lever.range;
    let lower = stepped(lever, low, grid(lever, value.clamp(low, high)).round());
    lower.clamp(low, high)
}
