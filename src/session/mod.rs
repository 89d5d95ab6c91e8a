//! The state of the page and how it changes: pure, without a browser.

use crate::locale::Locale;
use crate::plan::{LeverPath, Settings};

/// Everything a person has chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Lever settings of the scenario in hand.
    pub settings: Settings,
    /// Language of the screen.
    pub locale: Locale,
}

/// Something a person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Set a lever, in its unit, for all years.
    SetLever {
        /// Id.
        lever: String,
        /// In the lever's unit; the caller keeps it within the range.
        value: f64,
    },
    /// Put a lever back to present.
    ResetLever(String),
    /// Put all levers back to present.
    ResetAll,
    /// Change the language.
    SetLocale(Locale),
}

impl Session {
    /// The state after `action`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::SetLever { lever, value } => {
                self.settings.set(&lever, LeverPath::Constant(value));
            }
            Action::ResetLever(lever) => self.settings.reset(&lever),
            Action::ResetAll => self.settings = Settings::present(),
            Action::SetLocale(locale) => self.locale = locale,
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(lever: &str, value: f64) -> Action {
        Action::SetLever { lever: lever.to_owned(), value }
    }

    #[test]
    fn a_lever_can_be_set_and_put_back() {
        let session = Session::default().after(set("award", 5.0)).after(set("award", 7.0));
        assert_eq!(session.settings.get("award"), Some(&LeverPath::Constant(7.0)));
        let session = session.after(Action::ResetLever("award".to_owned()));
        assert!(session.settings.is_present());
    }

    #[test]
    fn putting_all_back_keeps_the_language() {
        let session = Session::default()
            .after(Action::SetLocale(Locale::En))
            .after(set("award", 5.0))
            .after(Action::ResetAll);
        assert_eq!(session, Session { locale: Locale::En, ..Session::default() });
    }
}
