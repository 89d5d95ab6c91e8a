//! How the plan is looked at: not part of it, and not undone.

use crate::analysis::ContributionPart;
use crate::locale::Locale;
use crate::plan::ScenarioId;
use crate::session::Hidden;

/// Language, screen and appearance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Language of the screen.
    pub locale: Locale,
    /// What is looked at.
    pub screen: Screen,
    /// Light or dark.
    pub theme: Theme,
    /// Size of the type.
    pub text_size: TextSize,
    /// What is asked why.
    pub inquiry: Inquiry,
    /// What is compared.
    pub comparison: ComparisonChoice,
    /// Whether everything can be looked at and nothing changed.
    pub is_read_only: bool,
    /// Whether the page is as tall as what is on it, for a frame that follows.
    pub is_full_height: bool,
    /// What is left out.
    pub hidden: Hidden,
}

/// What a person has chosen to compare; where nothing is chosen, the screen has an answer of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonChoice {
    /// Scenarios that are not compared.
    pub left_out: Vec<ScenarioId>,
    /// The first scenario of the pair whose difference is explained.
    pub from: Option<ScenarioId>,
    /// The second scenario of the pair.
    pub to: Option<ScenarioId>,
    /// Id of the indicator.
    pub indicator: Option<String>,
    /// Calendar year.
    pub year: Option<i32>,
    /// How the difference is divided.
    pub part: Option<ContributionPart>,
}

/// Numbers kept on a trail: more are no help to find the way back.
const LONGEST_TRAIL: usize = 12;

/// Where a person has got to in asking why a number is what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inquiry {
    /// Ids of what was opened, one from the other; the last is on screen, and where there is
    /// none, the list of all.
    pub trail: Vec<String>,
    /// Whether the causal map is on screen instead.
    pub on_map: bool,
}

impl Inquiry {
    /// Opens what has this id; to what is on the trail, it goes back.
    pub fn open(&mut self, id: String) {
        let known = self.trail.iter().position(|opened| *opened == id);
        self.trail.truncate(known.unwrap_or(self.trail.len()));
        self.trail.push(id);
        let surplus = self.trail.len().saturating_sub(LONGEST_TRAIL);
        self.trail.drain(..surplus);
        self.on_map = false;
    }
}

/// A screen of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the product's screens by their names")]
pub enum Screen {
    /// Scoreboard, levers and budget.
    #[default]
    Board,
    Compare,
    Targets,
    Explain,
    Data,
    Output,
}

impl Screen {
    /// All of them, in the order of the navigation.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Compare, Self::Targets, Self::Explain, Self::Data, Self::Output];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Compare => "compare",
            Self::Targets => "targets",
            Self::Explain => "explain",
            Self::Data => "data",
            Self::Output => "output",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|screen| screen.name() == name)
    }
}

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strongest contrast.
    HighContrast,
}

impl Theme {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// Its name in addresses, messages and the attribute `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "contrast",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// A choice of type size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// For a desk.
    #[default]
    Normal,
    /// 大字.
    Large,
    /// 会场: for a projector, with less on the screen.
    Projector,
}

impl TextSize {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Projector];

    /// Its name in addresses, messages and the attribute `data-size`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Projector => "projector",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    /// Of the text in a picture, in the size of the page's type.
    #[must_use]
    pub fn in_pictures(self) -> f64 {
        match self {
            Self::Normal | Self::Large => 0.75,
            // Read from the last row.
            Self::Projector => 1.0,
        }
    }
}

impl View {
    /// Whether it is shown on a wall: larger, with less on it.
    #[must_use]
    pub fn is_on_wall(&self) -> bool {
        self.text_size == TextSize::Projector
    }

    /// Whether the screen is dark; `None` where the system decides.
    #[must_use]
    pub fn is_dark(&self) -> Option<bool> {
        match (self.theme, self.text_size) {
            (Theme::Dark, _) => Some(true),
            (Theme::System, TextSize::Normal | TextSize::Large) => None,
            // A projector washes a dark ground out, unless a person wants it.
            (Theme::Light | Theme::HighContrast | Theme::System, _) => Some(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        for screen in Screen::ALL {
            assert_eq!(Screen::from_name(screen.name()), Some(screen));
        }
        for size in TextSize::ALL {
            assert_eq!(TextSize::from_name(size.name()), Some(size));
        }
        assert_eq!(Theme::from_name("<script>"), None);
    }

    #[test]
    fn a_projector_is_light_unless_dark_is_chosen() {
        let view = |theme| View { theme, text_size: TextSize::Projector, ..View::default() };
        assert_eq!(view(Theme::System).is_dark(), Some(false));
        assert_eq!(view(Theme::Dark).is_dark(), Some(true));
        assert_eq!(View::default().is_dark(), None);
    }

    #[test]
    fn a_trail_grows_goes_back_and_stays_short() {
        let mut inquiry = Inquiry { on_map: true, ..Inquiry::default() };
        for id in ["a", "b", "c", "b"] {
            inquiry.open(id.to_owned());
        }
        assert_eq!((inquiry.trail.join(" ").as_str(), inquiry.on_map), ("a b", false));
        (0..20).for_each(|number| inquiry.open(number.to_string()));
        assert_eq!(inquiry.trail.len(), LONGEST_TRAIL);
        assert_eq!(inquiry.trail.last().unwrap(), "19");
    }
}
