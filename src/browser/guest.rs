//! The page around this one, reached through the shell (`shell/guest.js`), which knows who may speak.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use wasm_bindgen::closure::Closure;

use crate::browser::shell::{Guest, leave, shell};

/// Whether another page holds this one.
#[must_use]
pub fn is_framed() -> bool {
    let window = gloo::utils::window();
    window.parent().ok().flatten().is_some_and(|around| around != window)
}

/// Whether the page around has been given a way to talk with this one.
pub(super) fn is_connected() -> bool {
    connected().is_some()
}

/// Hands a file that a person saves to the page around, where there is one that may speak; says whether
/// it goes there and nowhere else.
pub(super) fn offer_to_host(name: &str, media_type: &str, content: &[u8]) -> bool {
    connected().is_some_and(|guest| guest.offer(name, media_type, &STANDARD.encode(content)))
}

/// Says that this version of the program answers from now on: `asked` is called with the text of each
/// request. A later call replaces an earlier one.
pub fn serve_host(version: &str, asked: impl Fn(String) + 'static) {
    if let Some(guest) = guest() {
        let asked = Closure::new(asked);
        guest.start(version, &asked);
        leave(asked);
    }
}

/// Tells the page around an answer or an event: the text of a JSON object.
pub fn tell_host(message: &str) {
    if let Some(guest) = guest() {
        guest.tell(message);
    }
}

fn guest() -> Option<Guest> {
    shell().map(|shell| shell.guest())
}

fn connected() -> Option<Guest> {
    guest().filter(Guest::is_connected)
}
