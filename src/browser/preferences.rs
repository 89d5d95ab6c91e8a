//! What a person chose of the page itself, remembered on this machine: its look, and the tour.

use crate::browser::room::mark_room;
use crate::session::{TextSize, Theme};

/// Prefixed like all our keys: many programs of an intranet share one store.
const THEME: &str = "tuiyan:theme";
const TEXT_SIZE: &str = "tuiyan:text-size";
const TOUR: &str = "tuiyan:tour";

/// The look that was chosen last; the default where nothing is remembered. A projector is
/// gone the next time.
#[must_use]
pub fn remembered_look() -> (Theme, TextSize) {
    let theme = stored(THEME).and_then(|name| Theme::from_name(&name)).unwrap_or_default();
    let size = stored(TEXT_SIZE).and_then(|name| TextSize::from_name(&name));
    let size = size.filter(|size| *size != TextSize::Projector).unwrap_or_default();
    (theme, size)
}

/// Puts a look on, for the style sheets.
pub fn wear(theme: Theme, size: TextSize) {
    if let Some(root) = gloo::utils::document().document_element() {
        // Attributes of our own document cannot be refused.
        let _ = root.set_attribute("data-theme", theme.name());
        let _ = root.set_attribute("data-size", size.name());
    }
    mark_room();
}

/// Remembers a look that a person chose, where the browser lets us.
pub fn remember_look(theme: Theme, size: TextSize) {
    if (theme, size) == remembered_look() {
        return;
    }
    if let Ok(Some(store)) = gloo::utils::window().local_storage() {
        // Refused: the choice lasts until the page is closed.
        let _ = store.set_item(THEME, theme.name());
        let _ = store.set_item(TEXT_SIZE, size.name());
    }
}

/// Whether the guided tour was seen to its end or skipped on this machine.
#[must_use]
pub fn has_seen_tour() -> bool {
    stored(TOUR).is_some()
}

/// Remembers that the tour was seen, where the browser lets us.
pub fn remember_tour() {
    if let Ok(Some(store)) = gloo::utils::window().local_storage() {
        // Refused: it is offered again the next time.
        let _ = store.set_item(TOUR, "seen");
    }
}

fn stored(key: &str) -> Option<String> {
    let store = gloo::utils::window().local_storage().ok().flatten()?;
    store.get_item(key).ok().flatten()
}
