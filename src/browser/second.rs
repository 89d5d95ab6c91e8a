//! The second part of the program: what the page does without until its first results are shown.
//!
//! The shell (`shell/second.js`) fetches it; a copy of the page that is one module has it from the
//! beginning.

use gloo::events::EventListener;

use crate::browser::shell::{once_kept, shell};

/// The right to call the second part, which there is only once it is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here(());

/// Whether the second part can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondPart {
    /// It is on its way, or was not asked for yet.
    Coming,
    /// It can be called, from now on.
    Here(Here),
    /// It could not be fetched; it may be asked for again.
    Failed,
}

/// How it is now.
#[must_use]
pub fn second_part() -> SecondPart {
    let state = shell().map(|shell| shell.second().part());
    match state.as_deref() {
        Some("coming") => SecondPart::Coming,
        Some("failed") => SecondPart::Failed,
        // Natively, where there is no shell, the program is whole.
        _ => SecondPart::Here(Here(())),
    }
}

impl SecondPart {
    /// The right to call it, where it is here.
    #[must_use]
    pub fn here(self) -> Option<Here> {
        match self {
            SecondPart::Here(here) => Some(here),
            SecondPart::Coming | SecondPart::Failed => None,
        }
    }
}

/// Calls `report` at every change, as long as the listener lives.
pub fn on_second_part(report: impl Fn(SecondPart) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::document(), "tuiyan-second", move |_| report(second_part()))
}

/// Asks for it, once more where that failed, and calls `report` with the right to call it, or with none where it
/// did not come: at once where it is here.
pub fn ask_for_second_part(report: impl FnOnce(Option<Here>) + 'static) {
    if let SecondPart::Here(here) = second_part() {
        return report(Some(here));
    }
    let Some(shell) = shell() else { return report(None) };
    once_kept(&shell.second().ask(), Box::new(move |_| report(second_part().here())));
}
