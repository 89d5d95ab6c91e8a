//! Long computations on the page: a few parts a picture of the screen, so that it stays awake.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::{Frame, next_frame, now};
use crate::desk::Work;
use crate::locale::Locale;
use crate::wording::Phrase;

/// Rest after which a computation begins, milliseconds: not while a lever is dragged.
const REST: u32 = 120;
/// Rest where a person waits for nothing else.
const NO_REST: u32 = 0;
/// Most of a picture of the screen that a computation takes, milliseconds.
const SLICE: f64 = 8.0;
/// Between two notices of how far it is, milliseconds.
const NOTICE: f64 = 250.0;

/// How far a computation is.
#[derive(Clone)]
enum Stage<T> {
    Under([usize; 2]),
    Stopped,
    Done(Rc<T>),
}

/// A computation that is under way, stopped or done.
pub struct Working<T> {
    stage: Option<Stage<T>>,
    latest: Option<Rc<T>>,
    stop: Callback<MouseEvent>,
    resume: Callback<MouseEvent>,
}

impl<T> Working<T> {
    /// What came out, once it is done.
    #[must_use]
    pub fn result(&self) -> Option<&T> {
        match &self.stage {
            Some(Stage::Done(result)) => Some(result),
            _ => None,
        }
    }

    /// What came out last, be it of what was asked for before: shown until the new result is there, so that
    /// nothing jumps. Whoever shows it looks whether it still fits.
    #[must_use]
    pub fn latest(&self) -> Option<&Rc<T>> {
        self.latest.as_ref()
    }

    /// How far it is, with a button that stops it; that it was stopped, with one that begins again.
    pub fn notice(&self, locale: Locale) -> Html {
        let button = |phrase: Phrase, onclick: &Callback<MouseEvent>| {
            html! { <button type="button" class="quiet" {onclick}>{ phrase.get(locale) }</button> }
        };
        if let Some(Stage::Stopped) = self.stage {
            let text = Phrase::WORK_STOPPED.get(locale);
            return html! {
                <p class="parts-note"><span role="status">{ text }</span>{ " " }{ button(Phrase::WORK_RESUME, &self.resume) }</p>
            };
        }
        let steps = match self.stage {
            Some(Stage::Under([done, all])) if all > 1 => Some([done, all]),
            _ => None,
        };
        html! {
            <p class="parts-note">
                <span role="status">{ Phrase::PARTS_WAIT.get(locale) }</span>
                // Apart from the status, which would be read out at every step.
                if let Some([done, all]) = steps.map(|steps| steps.map(|count| count.to_string())) {
                    { " " }<span>{ Phrase::WORK_STEPS.with(locale, &[("done", &done), ("all", &all)]) }</span>
                    { " " }{ button(Phrase::WORK_STOP, &self.stop) }
                }
            </p>
        }
    }
}

/// A computation that waits for its next picture, or for a rest; dropping what waits calls it off.
#[derive(Default)]
struct Waiting {
    _frame: Option<Frame>,
    _rest: Option<Timeout>,
}

type Slot = Rc<RefCell<Waiting>>;

/// The computation that `begin` makes of `of`; of nothing where there is nothing to do. It is done once, and
/// anew when `of` is another, as soon as the page rests.
#[hook]
pub fn use_work<K: Clone + PartialEq + 'static, T: 'static>(
    of: Option<K>,
    begin: fn(K) -> Work<T>,
) -> Working<T> {
    use_work_after(REST, of, begin)
}

/// The same for what a person waits for: it begins with the next picture.
#[hook]
pub fn use_prompt_work<K: Clone + PartialEq + 'static, T: 'static>(
    of: Option<K>,
    begin: fn(K) -> Work<T>,
) -> Working<T> {
    use_work_after(NO_REST, of, begin)
}

#[hook]
fn use_work_after<K: Clone + PartialEq + 'static, T: 'static>(
    rest: u32,
    of: Option<K>,
    begin: fn(K) -> Work<T>,
) -> Working<T> {
    let known = use_state(|| None::<(K, Stage<T>)>);
    let latest = use_mut_ref(|| None::<Rc<T>>);
    let attempt = use_state(|| 0_u32);
    let slot = use_mut_ref(Waiting::default);
    {
        let (known, slot, latest) = (known.setter(), Rc::clone(&slot), Rc::clone(&latest));
        use_effect_with((of.clone(), *attempt), move |(of, _)| {
            if let Some(of) = of.clone() {
                let begun = Rc::clone(&slot);
                let rest = Timeout::new(rest, move || {
                    let mut work = begin(of.clone());
                    let mut told = now();
                    let tell = move |stage| known.set(Some((of.clone(), stage)));
                    go_on(
                        &begun,
                        Box::new(move || {
                            let began = now();
                            if let Some(result) = work.advance(began + SLICE, now) {
                                let result = Rc::new(result);
                                latest.replace(Some(Rc::clone(&result)));
                                tell(Stage::Done(result));
                                return true;
                            }
                            if began - told >= NOTICE {
                                told = began;
                                tell(Stage::Under(work.progress()));
                            }
                            false
                        }),
                    );
                });
                slot.replace(Waiting { _rest: Some(rest), _frame: None });
            }
            move || drop(slot.take())
        });
    }
    let stage = known.as_ref().filter(|(known, _)| Some(known) == of.as_ref());
    let stage = stage.map(|(_, stage)| match stage {
        Stage::Under(progress) => Stage::Under(*progress),
        Stage::Stopped => Stage::Stopped,
        Stage::Done(result) => Stage::Done(Rc::clone(result)),
    });
    let stop = {
        let known = known.setter();
        Callback::from(move |_| {
            drop(slot.take());
            known.set(of.clone().map(|of| (of, Stage::Stopped)));
        })
    };
    let resume = {
        let known = known.setter();
        Callback::from(move |_| {
            known.set(None);
            attempt.set(*attempt + 1);
        })
    };
    let latest = latest.borrow().clone();
    Working { stage, latest, stop, resume }
}

/// Does a slice in the next frame, and so on until it says that it is done. The slice is behind a pointer: a
/// function of every kind of slice that goes on with itself is more than the optimiser can bear.
fn go_on(slot: &Slot, mut slice: Box<dyn FnMut() -> bool>) {
    let next = Rc::clone(slot);
    let frame = next_frame(move || {
        if !slice() {
            go_on(&next, slice);
        }
    });
    slot.replace(Waiting { _frame: Some(frame), _rest: None });
}
