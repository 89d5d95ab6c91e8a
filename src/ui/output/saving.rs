//! Saving and copying, and what is said of it.

use yew::prelude::*;

use crate::browser::{file_name, may_be_refused, png, save_file, today};
use crate::chart::{Caption, export_canvas, export_svg};
use crate::figure::FanChart;
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

/// A file that is about to be saved.
pub(super) struct Kept {
    name: String,
    media_type: &'static str,
    content: Vec<u8>,
}

impl Kept {
    /// A file named by `stem` and the day.
    #[must_use]
    pub(super) fn new(
        stem: &str,
        ending: &str,
        media_type: &'static str,
        content: Vec<u8>,
    ) -> Self {
        let name = file_name(stem, &format!("-{}{ending}", today().iso()));
        Self { name, media_type, content }
    }

    /// Saves it, and says what came of it.
    #[must_use]
    pub(super) fn save(self, locale: Locale) -> String {
        let taken = save_file(&self.name, self.media_type, &self.content);
        let phrase = match taken {
            true if may_be_refused() => Phrase::OUTPUT_GIVEN,
            true => Phrase::OUTPUT_DONE,
            false => Phrase::OUTPUT_REFUSED,
        };
        phrase.with(locale, &[("file", &self.name)])
    }
}

/// Saves on a click what is then made.
pub(super) fn on_save(
    say: &Callback<String>,
    locale: Locale,
    make: impl Fn() -> Kept + 'static,
) -> Callback<MouseEvent> {
    say.reform(move |_: MouseEvent| make().save(locale))
}

/// Copies, and says what came of it.
pub(super) fn copied(copy: &dyn Fn() -> bool, what: &str, locale: Locale) -> String {
    let phrase = if copy() { Phrase::OUTPUT_COPIED } else { Phrase::OUTPUT_NOT_COPIED };
    phrase.with(locale, &[("what", what)])
}

/// The bytes of a picture as a PNG file; none where the browser does not draw it.
pub(super) fn png_of(chart: &FanChart, caption: &Caption) -> Option<Vec<u8>> {
    png(&export_canvas(chart, caption).ok()?)
}

/// How a picture is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// In pixels, for slides and documents.
    Png,
    /// In lines, for any size.
    Svg,
}

/// Saves a picture, and says what came of it.
#[must_use]
pub fn save_picture(
    chart: &FanChart,
    subject: &Subject,
    &format: &Format,
    &locale: &Locale,
) -> String {
    let Subject { title, city, scenario } = subject;
    let (caption, stem) = (subject.caption(locale), format!("{city}-{scenario}-{title}"));
    let (ending, media_type, content) = match format {
        Format::Svg => {
            (".svg", "image/svg+xml", export_svg(chart, &caption).ok().map(String::into_bytes))
        }
        Format::Png => (".png", "image/png", png_of(chart, &caption)),
    };
    match content {
        Some(content) => Kept::new(&stem, ending, media_type, content).save(locale),
        None => Phrase::PICTURE_FAILED.with(locale, &[("file", &stem)]),
    }
}
