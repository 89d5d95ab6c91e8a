//! The look that a person chose, remembered on this machine.

/// Prefixed like all our keys: many programs of an intranet share one store.
const KEY: &str = "tuiyan:theme";

/// A look of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark figures on a light ground.
    Light,
    /// Light figures on a dark ground.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// Its name in addresses, messages and the attribute `data-theme`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The one that was chosen last; [`Theme::Auto`] where nothing is remembered.
    #[must_use]
    pub fn remembered() -> Self {
        let store = gloo::utils::window().local_storage().ok().flatten();
        let name = store.and_then(|store| store.get_item(KEY).ok().flatten());
        name.and_then(|name| Self::from_name(&name)).unwrap_or_default()
    }

    /// Remembers it, where the browser lets us.
    pub fn remember(self) {
        if let Ok(Some(store)) = gloo::utils::window().local_storage() {
            // Refused: the choice lasts until the page is closed.
            let _ = store.set_item(KEY, self.name());
        }
    }

    /// Puts it on: the style sheets look at `data-theme` of the document.
    pub fn apply(self) {
        if let Some(root) = gloo::utils::document().document_element() {
            // An attribute of our own document cannot be refused.
            let _ = root.set_attribute("data-theme", self.name());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
        assert_eq!(Theme::from_name("<script>"), None);
    }
}
