//! What the address of the page asks for: how a portal or a bookmark opens it.
//!
//! Every parameter takes one of a few values; a plan comes behind `#` and never in a parameter, and
//! no parameter names a file. `docs/嵌入.md` lists them.

use crate::limits::is_hidden;
use crate::locale::Locale;
use crate::session::{Hidden, Screen, TextSize, Theme, View};

/// Longest piece of an address that is shown to a person, in characters.
const SHOWN_CHARACTERS: usize = 40;

/// The address, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Id of the city to open; who knows the cities checks it.
    pub city: Option<String>,
    /// Position of the scenario to take in hand, 1 being 现状延续; who knows the plan checks it.
    pub scenario: Option<usize>,
    /// How the plan is looked at.
    pub view: View,
    /// Whether nothing is read from the browser or kept there, because the page around keeps the plan
    /// or because nothing can be changed. The shell (`shell/storage.js`) reads the same parameters.
    pub is_apart: bool,
    /// What cannot be followed.
    pub ignored: Vec<IgnoredParameter>,
}

/// A parameter that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoredParameter {
    /// Its name.
    pub name: String,
    /// What it says, without characters that show nothing.
    pub value: String,
}

impl IgnoredParameter {
    /// A parameter, fit to be shown.
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        let shown = |text: &str| {
            text.chars().filter(|sign| !is_hidden(*sign)).take(SHOWN_CHARACTERS).collect()
        };
        Self { name: shown(name), value: shown(value) }
    }
}

impl Address {
    /// Reads the parameters, decoded; where they say nothing, `view` stands. Of one that is repeated
    /// the first counts. Names that are not ours are left alone: portals add their own.
    #[must_use]
    pub fn read(parameters: &[(String, String)], view: View) -> Self {
        let mut address = Self { view, ..Self::default() };
        for (position, (name, value)) in parameters.iter().enumerate() {
            let is_repeated = parameters[..position].iter().any(|(known, _)| known == name);
            if !is_repeated && address.take(name, value).is_none() {
                address.ignored.push(IgnoredParameter::new(name, value));
            }
        }
        address
    }

    /// None where the value is none of this parameter.
    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "city" => self.city = Some(value.to_owned()),
            "scenario" => self.scenario = Some(value.parse().ok().filter(|&number| number > 0)?),
            "view" => self.view.screen = Screen::from_name(value)?,
            "lang" => self.view.locale = Locale::from_tag(value)?,
            "theme" => self.view.theme = Theme::from_name(value)?,
            "size" => self.view.text_size = TextSize::from_name(value)?,
            "readonly" => {
                self.view.is_read_only = one_of(value, "0", "1")?;
                self.is_apart |= self.view.is_read_only;
            }
            "storage" => self.is_apart |= one_of(value, "browser", "host")?,
            "height" => self.view.is_full_height = one_of(value, "fixed", "auto")?,
            "hide" => {
                let (hidden, unknown) = Hidden::of(value);
                self.view.hidden = hidden;
                self.ignored
                    .extend(unknown.into_iter().map(|part| IgnoredParameter::new(name, part)));
            }
            _ => (),
        }
        Some(())
    }
}

/// Whether it is the second of two values; none where it is neither.
fn one_of(value: &str, no: &str, yes: &str) -> Option<bool> {
    (value == no || value == yes).then_some(value == yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parameters: &[(&str, &str)]) -> Address {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Address::read(&parameters.iter().map(owned).collect::<Vec<_>>(), View::default())
    }

    #[test]
    fn an_address_without_parameters_asks_for_nothing() {
        assert_eq!(read(&[]), Address::default());
    }

    #[test]
    fn every_parameter_is_followed() {
        let address = read(&[
            ("city", "tongren-2020"),
            ("scenario", "2"),
            ("view", "targets"),
            ("lang", "en"),
            ("theme", "dark"),
            ("size", "large"),
            ("height", "auto"),
            ("hide", "head,foot"),
        ]);
        assert_eq!(address.city.as_deref(), Some("tongren-2020"));
        assert_eq!(address.scenario, Some(2));
        let view = &address.view;
        assert_eq!((view.screen, view.locale), (Screen::Targets, Locale::En));
        assert_eq!((view.theme, view.text_size), (Theme::Dark, TextSize::Large));
        assert_eq!(view.hidden.classes(), " hide-head hide-foot");
        assert!(view.is_full_height && !view.is_read_only && !address.is_apart);
        assert_eq!(address.ignored, []);
    }

    #[test]
    fn who_may_only_look_and_whose_host_keeps_the_plan_leave_the_browser_alone() {
        assert!(read(&[("readonly", "1")]).is_apart);
        assert!(read(&[("readonly", "1")]).view.is_read_only);
        assert!(read(&[("storage", "host")]).is_apart);
        assert!(!read(&[("storage", "browser"), ("readonly", "0")]).is_apart);
    }

    #[test]
    fn what_is_no_value_of_a_parameter_is_ignored_and_told() {
        for (name, value) in [
            ("theme", "<script>"),
            ("lang", "../../"),
            ("view", "__proto__"),
            ("hide", "constructor"),
            ("scenario", "0"),
            ("scenario", "-1"),
            ("readonly", "yes"),
            ("size", ""),
            ("storage", "http://evil"),
            ("height", "100vh"),
        ] {
            let address = read(&[(name, value)]);
            assert_eq!(address.ignored, [IgnoredParameter::new(name, value)], "{name}");
            assert_eq!(address.view, View::default(), "{name}");
        }
    }

    #[test]
    fn the_first_of_a_repeated_parameter_counts_and_names_of_others_are_left_alone() {
        let address = read(&[("lang", "en"), ("lang", "zh-CN"), ("src", "http://evil")]);
        assert_eq!((address.view.locale, address.ignored.len()), (Locale::En, 0));
    }

    #[test]
    fn what_is_shown_of_a_faulty_parameter_is_short_and_clean() {
        let shown = IgnoredParameter::new("theme", &format!("a\u{202e}{}", "b".repeat(100)));
        assert_eq!(shown.value.chars().count(), SHOWN_CHARACTERS);
        assert!(shown.value.starts_with("ab"));
    }
}
