//! Work put off to the next picture of the screen.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Milliseconds after which the work is done without a picture: a tab in the background, or a frame that
/// the page around does not show, gets none.
const LATEST: u32 = 250;

/// A piece of work that waits for its frame; dropping it calls it off.
#[must_use = "dropping a frame calls its work off"]
pub struct Frame {
    handle: Option<i32>,
    _work: Closure<dyn FnMut()>,
    _latest: Timeout,
}

/// Does `work` once, just before the screen is painted next; a little later where it is not painted.
pub fn next_frame(work: impl FnOnce() + 'static) -> Frame {
    let work = Rc::new(Cell::new(Some(work)));
    let closure = Closure::new({
        let work = Rc::clone(&work);
        move || do_once(&work)
    });
    let window = gloo::utils::window();
    let handle = window.request_animation_frame(closure.as_ref().unchecked_ref()).ok();
    let latest = Timeout::new(LATEST, move || do_once(&work));
    Frame { handle, _work: closure, _latest: latest }
}

fn do_once(work: &Cell<Option<impl FnOnce()>>) {
    if let Some(work) = work.take() {
        work();
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(handle) = self.handle {
            // Calling off what has already happened does nothing.
            let _ = gloo::utils::window().cancel_animation_frame(handle);
        }
    }
}
