//! Long computations on the page: a few parts a picture of the screen, so that it stays awake.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::{Frame, next_frame, now};
use crate::desk::Work;
use crate::locale::Locale;
use crate::ui::widgets::progress::Progress;

/// Rest after which a computation begins, milliseconds: not while a lever is dragged.
const REST: u32 = 120;
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

    /// What came out last, be it of what was asked for before, where that still fits: shown until the new result
    /// is there, so that nothing jumps.
    #[must_use]
    pub fn latest(&self) -> Option<&Rc<T>> {
        self.latest.as_ref()
    }

    /// How far it is, with a button that stops it; that it was stopped, with one that begins again.
    pub fn notice(&self, locale: Locale) -> Html {
        let progress = match self.stage {
            Some(Stage::Stopped) => Progress::Stopped(&self.resume),
            Some(Stage::Under([done, all])) if all > 1 => Progress::Steps([done, all], &self.stop),
            _ => Progress::Waiting,
        };
        progress.draw(locale)
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
    use_shown_work(Begins::AtRest, of, begin, |_, _| false)
}

/// When a computation begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// Once the page rests.
    AtRest,
    /// With the picture that asks for it: a person waits for it and for nothing else.
    AtOnce,
}

/// The same for what is shown as soon as it is asked for: what came out before stays in sight as long as it `fits`
/// what is asked for now, old before new.
#[hook]
pub fn use_shown_work<K: Clone + PartialEq + 'static, T: 'static>(
    begins: Begins,
    of: Option<K>,
    begin: fn(K) -> Work<T>,
    fits: fn(&K, &K) -> bool,
) -> Working<T> {
    let known = use_state(|| done_in_text(begins, of.as_ref(), begin));
    let latest = use_mut_ref(|| match &*known {
        Some((of, Stage::Done(result))) => Some((of.clone(), Rc::clone(result))),
        _ => None,
    });
    let attempt = use_state(|| 0_u32);
    let slot = use_mut_ref(Waiting::default);
    {
        let (known, slot, latest) = (known.setter(), Rc::clone(&slot), Rc::clone(&latest));
        use_effect_with((of.clone(), *attempt), move |(of, _)| {
            if let Some(of) = of.clone() {
                let begun = Rc::clone(&slot);
                let start = move || {
                    let work = begin(of.clone());
                    let tell = move |stage| {
                        if let Stage::Done(result) = &stage {
                            latest.replace(Some((of.clone(), Rc::clone(result))));
                        }
                        known.set(Some((of.clone(), stage)));
                    };
                    slice(work, tell)
                };
                match begins {
                    Begins::AtRest => {
                        let rest = Timeout::new(REST, move || go_on(&begun, start()));
                        slot.replace(Waiting { _rest: Some(rest), _frame: None });
                    }
                    // What is done with the first slice comes with the picture that asked for it.
                    Begins::AtOnce => {
                        let mut slice = start();
                        if !slice() {
                            go_on(&begun, slice);
                        }
                    }
                }
            }
            move || drop(slot.take())
        });
    }
    Working {
        stage: stage_of(known.as_ref(), of.as_ref()),
        latest: latest_of(latest.borrow().as_ref(), of.as_ref(), fits),
        stop: {
            let (known, of) = (known.setter(), of);
            Callback::from(move |_| {
                drop(slot.take());
                known.set(of.clone().map(|of| (of, Stage::Stopped)));
            })
        },
        resume: Callback::from(move |_| {
            known.set(None);
            attempt.set(*attempt + 1);
        }),
    }
}

/// What is done at once is there in a page that is written as text, where nothing follows the drawing; a browser
/// draws first.
fn done_in_text<K: Clone, T>(
    begins: Begins,
    of: Option<&K>,
    begin: fn(K) -> Work<T>,
) -> Option<(K, Stage<T>)> {
    if cfg!(target_arch = "wasm32") || begins == Begins::AtRest {
        return None;
    }
    let of = of?;
    let result = begin(of.clone()).advance(f64::INFINITY, || 0.0)?;
    Some((of.clone(), Stage::Done(Rc::new(result))))
}

/// How far the computation is, unless it is one of something else.
fn stage_of<K: PartialEq, T>(known: Option<&(K, Stage<T>)>, of: Option<&K>) -> Option<Stage<T>> {
    let (_, stage) = known.filter(|(known, _)| Some(known) == of)?;
    Some(match stage {
        Stage::Under(progress) => Stage::Under(*progress),
        Stage::Stopped => Stage::Stopped,
        Stage::Done(result) => Stage::Done(Rc::clone(result)),
    })
}

fn latest_of<K, T>(
    latest: Option<&(K, Rc<T>)>,
    of: Option<&K>,
    fits: fn(&K, &K) -> bool,
) -> Option<Rc<T>> {
    let (known, result) = latest?;
    fits(known, of?).then(|| Rc::clone(result))
}

/// Some parts of `work` in a picture's time; whether it is done. How far it is is told now and then, and what came
/// out at the end.
fn slice<T: 'static>(
    mut work: Work<T>,
    tell: impl Fn(Stage<T>) + 'static,
) -> Box<dyn FnMut() -> bool> {
    let mut told = now();
    Box::new(move || {
        let began = now();
        if let Some(result) = work.advance(began + SLICE, now) {
            tell(Stage::Done(Rc::new(result)));
            return true;
        }
        if began - told >= NOTICE {
            told = began;
            tell(Stage::Under(work.progress()));
        }
        false
    })
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
