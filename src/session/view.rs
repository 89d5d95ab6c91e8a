//! How the plan is looked at: not part of it, and not undone.

use crate::locale::Locale;

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

/// A choice of type size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// For a desk.
    #[default]
    Normal,
    /// 大字.
    Large,
    /// For a projector.
    Projector,
}
