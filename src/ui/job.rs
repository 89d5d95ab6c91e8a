//! Long analyses in slices: a few runs a picture of the screen, so that the page stays awake.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{Frame, next_frame};

/// An analysis in the making: does a slice of its work, and gives the result after the last one.
pub type Job<T> = Box<dyn FnMut() -> Option<T>>;

/// Slices in one picture of the screen.
const SLICES: usize = 4;

/// The result of the job that `make` makes of `of`; none until it is done, or where there is
/// nothing to do it of. It is done once, and anew when `of` is another.
#[hook]
pub fn use_job<K: Clone + PartialEq + 'static, T: 'static>(
    of: Option<K>,
    make: fn(K) -> Job<T>,
) -> Option<Rc<T>> {
    let found = use_state(|| None::<(K, Rc<T>)>);
    {
        let found = found.setter();
        use_effect_with(of.clone(), move |of| {
            let waiting = Waiting::default();
            let begun = of.clone().map(|of| (make(of.clone()), of));
            let Some((mut job, of)) = begun else { return drop_waiting(waiting) };
            let mut slice = move || {
                let result = (0..SLICES).find_map(|_| job());
                let is_done = result.is_some();
                if let Some(result) = result {
                    found.set(Some((of.clone(), Rc::new(result))));
                }
                is_done
            };
            // The first frame paints the page without the result.
            let mut is_painted = false;
            go_on(&waiting, Box::new(move || std::mem::replace(&mut is_painted, true) && slice()));
            drop_waiting(waiting)
        });
    }
    found
        .as_ref()
        .filter(|(known, _)| Some(known) == of.as_ref())
        .map(|(_, result)| Rc::clone(result))
}

/// The frame that a job waits for.
type Waiting = Rc<RefCell<Option<Frame>>>;

/// What calls the job off.
fn drop_waiting(waiting: Waiting) -> impl FnOnce() {
    move || drop(waiting.take())
}

/// Does a slice in the next frame, and so on until it says that it is done.
fn go_on(waiting: &Waiting, mut slice: Box<dyn FnMut() -> bool>) {
    let next = Rc::clone(waiting);
    let frame = next_frame(move || {
        if !slice() {
            go_on(&next, slice);
        }
    });
    waiting.replace(Some(frame));
}
