//! Work put off to the next picture of the screen.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// A piece of work that waits for its frame; dropping it calls it off.
#[must_use = "dropping a frame calls its work off"]
pub struct Frame {
    handle: Option<i32>,
    _work: Closure<dyn FnMut()>,
}

/// Does `work` once, just before the screen is painted next.
pub fn next_frame(work: impl FnOnce() + 'static) -> Frame {
    let work = Closure::once(work);
    let handle = gloo::utils::window().request_animation_frame(work.as_ref().unchecked_ref()).ok();
    Frame { handle, _work: work }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(handle) = self.handle {
            // Calling off what has already happened does nothing.
            let _ = gloo::utils::window().cancel_animation_frame(handle);
        }
    }
}
