//! What a picture is of, as its caption and the name of its file say it.

use crate::figure::Caption;
use crate::locale::Locale;
use crate::region::Region;
use crate::wording::Phrase;

/// What a picture is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What is measured.
    pub title: String,
    /// City and plan year.
    pub city: String,
    /// What the scenario is called.
    pub scenario: String,
}

impl Subject {
    /// An indicator of a city under a scenario.
    #[must_use]
    pub fn new(title: &str, region: &Region, scenario: &str, locale: Locale) -> Self {
        let (title, scenario) = (title.to_owned(), scenario.to_owned());
        Self { title, city: city_and_year(region, locale), scenario }
    }

    /// What stands around the picture.
    #[must_use]
    pub fn caption(&self, locale: Locale) -> Caption {
        let place = [("city", &*self.city), ("scenario", &*self.scenario)];
        let note = Phrase::PICTURE_CAPTION.with(locale, &place);
        Caption { title: self.title.clone(), note }
    }
}

/// A city and the year that it plans.
pub(super) fn city_and_year(region: &Region, locale: Locale) -> String {
    let year = Phrase::YEAR_OF.with(locale, &[("year", &region.plan_year.to_string())]);
    format!("{}{}{year}", region.name.get(locale), Phrase::SENTENCE_SPACE.get(locale))
}
