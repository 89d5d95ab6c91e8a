//! Saving and copying, and what is said of it.

use yew::prelude::*;

use crate::browser::{may_be_refused, png, save_file, today};
use crate::chart::{export_canvas, export_svg};
use crate::desk::{Draw, Format, OutputFile, Subject};
use crate::figure::{Caption, FanChart};
use crate::locale::Locale;
use crate::wording::Phrase;

/// Saves a file, and says what came of it.
#[must_use]
pub(super) fn saved(file: &OutputFile, locale: Locale) -> String {
    let taken = save_file(&file.name, file.media_type, &file.content);
    let phrase = match taken {
        true if may_be_refused() => Phrase::OUTPUT_GIVEN,
        true => Phrase::OUTPUT_DONE,
        false => Phrase::OUTPUT_REFUSED,
    };
    phrase.with(locale, &[("file", &file.name)])
}

/// Saves on a click what is then made.
pub(super) fn on_save(
    say: &Callback<String>,
    locale: Locale,
    make: impl Fn() -> OutputFile + 'static,
) -> Callback<MouseEvent> {
    say.reform(move |_: MouseEvent| saved(&make(), locale))
}

/// Copies, and says what came of it.
pub(super) fn copied(copy: &dyn Fn() -> bool, what: &str, locale: Locale) -> String {
    let phrase = if copy() { Phrase::OUTPUT_COPIED } else { Phrase::OUTPUT_NOT_COPIED };
    phrase.with(locale, &[("what", what)])
}

/// Draws charts for files.
pub struct Drawing;

impl Draw for Drawing {
    fn svg(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>> {
        export_svg(chart, caption).ok().map(String::into_bytes)
    }

    /// None where the browser does not draw it.
    fn png(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>> {
        png(&export_canvas(chart, caption).ok()?)
    }
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
        Format::Svg => (".svg", "image/svg+xml", Drawing.svg(chart, &caption)),
        Format::Png => (".png", "image/png", Drawing.png(chart, &caption)),
    };
    match content {
        Some(content) => {
            saved(&OutputFile::dated(&stem, ending, media_type, content, today()), locale)
        }
        None => Phrase::PICTURE_FAILED.with(locale, &[("file", &stem)]),
    }
}
