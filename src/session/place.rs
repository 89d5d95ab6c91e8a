//! Where in the page a person is: what Back and Forward lead through.

use crate::session::{Inquiry, Screen, View};

/// In the text of a place, that the map is on screen.
const MAP: &str = "map";

/// A screen, and the number that is asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreenPlace {
    screen: Screen,
    inquiry: Inquiry,
}

impl ScreenPlace {
    /// Where the view is. What was asked on the way to another screen is no part of that.
    #[must_use]
    pub fn of(view: &View) -> Self {
        let inquiry = match view.screen {
            Screen::Explain => view.inquiry.clone(),
            _ => Inquiry::default(),
        };
        Self { screen: view.screen, inquiry }
    }

    /// The view there, which looks as `view` does.
    #[must_use]
    pub fn seen_as(self, view: &View) -> View {
        let Self { screen, inquiry } = self;
        let inquiry = if screen == Screen::Explain { inquiry } else { view.inquiry.clone() };
        View { screen, inquiry, ..view.clone() }
    }

    /// The screen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Id of the number that is asked about.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.inquiry.trail.last().filter(|_| !self.inquiry.on_map).map(String::as_str)
    }

    /// As a text that [`ScreenPlace::read`] reads: the screen, whether the map is on it, and the ids, a line each.
    #[must_use]
    pub fn text(&self) -> String {
        let Inquiry { trail, on_map } = &self.inquiry;
        let head = [self.screen.name(), if *on_map { MAP } else { "" }];
        head.into_iter().chain(trail.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
    }

    /// The place of a text; none where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let screen = Screen::from_name(lines.next()?)?;
        let on_map = lines.next()? == MAP;
        let mut inquiry = Inquiry::default();
        lines.for_each(|id| inquiry.open(id.to_owned()));
        inquiry.on_map = on_map;
        Some(Self { screen, inquiry })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn asking(ids: &[&str]) -> View {
        let mut view = View { screen: Screen::Explain, locale: Locale::En, ..View::default() };
        for id in ids {
            view.inquiry.open((*id).to_owned());
        }
        view
    }

    #[test]
    fn a_place_is_read_back_and_looks_as_the_page_does_by_then() {
        let view = asking(&["rd", "gdp"]);
        let place = ScreenPlace::read(&ScreenPlace::of(&view).text()).unwrap();
        assert_eq!((place.screen(), place.number()), (Screen::Explain, Some("gdp")));
        assert_eq!(place.clone().seen_as(&View { locale: Locale::En, ..View::default() }), view);
        assert_eq!(place.seen_as(&View::default()).locale, Locale::Zh);
    }

    #[test]
    fn another_screen_is_the_same_place_whatever_was_asked_before() {
        let board = |view: View| ScreenPlace::of(&View { screen: Screen::Board, ..view });
        assert_eq!(board(asking(&["rd"])), board(asking(&[])));
        assert_eq!(board(asking(&["rd"])).seen_as(&asking(&["rd"])).inquiry.trail, ["rd"]);
    }

    #[test]
    fn what_is_no_place_is_none() {
        for text in ["", "board", "x\n", "{}"] {
            assert_eq!(ScreenPlace::read(text), None, "{text}");
        }
    }
}
