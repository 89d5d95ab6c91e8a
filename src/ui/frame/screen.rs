//! The screens by name.

use crate::session::Screen;
use crate::wording::Phrase;

/// The screens in the order of the navigation.
pub const SCREENS: &[(Screen, Phrase)] = &[
    (Screen::Board, Phrase::SCREEN_BOARD),
    (Screen::Compare, Phrase::SCREEN_COMPARE),
    (Screen::Targets, Phrase::SCREEN_TARGETS),
    (Screen::Explain, Phrase::SCREEN_EXPLAIN),
    (Screen::Data, Phrase::SCREEN_DATA),
    (Screen::Output, Phrase::SCREEN_OUTPUT),
];

/// The name of a screen.
#[must_use]
pub fn name(screen: Screen) -> Phrase {
    let found = SCREENS.iter().find(|(known, _)| *known == screen);
    found.map_or(Phrase::SCREEN_BOARD, |(_, name)| *name)
}
