//! A file as a person would save it.

use crate::desk::content::Content;
use crate::desk::pack::pack;
use crate::exchange::archive::Date;
use crate::exchange::file_name::file_name;
use crate::exchange::plan_file::EXTENSION;
use crate::figure::{Caption, FanChart};
use crate::host::{Code, Export, Problem};
use crate::wording::Phrase;

/// A file that was made.
pub struct OutputFile {
    /// Its name, safe in every file system.
    pub name: String,
    /// For example `text/csv`.
    pub media_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl OutputFile {
    /// A file named by `stem` and the day.
    #[must_use]
    pub fn dated(
        stem: &str,
        ending: &str,
        media_type: &'static str,
        content: Vec<u8>,
        date: Date,
    ) -> Self {
        let name = file_name(stem, &format!("-{}{ending}", date.iso()));
        Self { name, media_type, content }
    }

    /// A text that Windows opens as UTF-8.
    #[must_use]
    pub fn text(stem: &str, text: &str, date: Date) -> Self {
        Self::dated(stem, ".txt", "text/plain", marked(text), date)
    }
}

/// With the mark by which Windows knows UTF-8.
pub(super) fn marked(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}

/// How a picture is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// In pixels, for slides and documents.
    Png,
    /// In lines, for any size.
    Svg,
}

/// Whoever draws charts for files.
pub trait Draw {
    /// The bytes of an SVG file; none where it cannot be drawn.
    fn svg(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>>;
    /// The bytes of a PNG file; none where it cannot be drawn.
    fn png(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>>;
}

/// Makes the file on the day `date`.
///
/// # Errors
///
/// When there is no such chart, or it cannot be drawn.
pub fn exported(
    content: &Content,
    export: Export,
    date: Date,
    drawing: &dyn Draw,
) -> Result<OutputFile, Problem> {
    let locale = content.locale();
    let dated = |stem: &str, ending: &str, media_type: &'static str, bytes: Vec<u8>| {
        OutputFile::dated(stem, ending, media_type, bytes, date)
    };
    Ok(match export {
        Export::Plan => OutputFile {
            name: file_name(&content.plan.name, EXTENSION),
            media_type: "application/json",
            content: content.plan_file().into_bytes(),
        },
        Export::Table(kind) => {
            let csv = content.sheet(kind).csv().into_bytes();
            dated(&content.stem(kind.name().get(locale)), ".csv", "text/csv", csv)
        }
        Export::Summary => {
            let text = content.summary().paragraphs(locale).join("\r\n");
            OutputFile::text(&content.stem(Phrase::SUMMARY_BOX_TITLE.get(locale)), &text, date)
        }
        Export::Chart(position) => {
            let pictures = content.pictures();
            let count = pictures.len().to_string();
            let none = || Problem::at("format", Phrase::HOST_NO_CHART).fill("count", count);
            let picture = pictures.get(position).ok_or_else(none)?;
            let drawn = drawing.svg(&picture.chart, &picture.subject.caption(locale));
            let drawn = drawn.ok_or_else(|| Problem::new(Code::Export, Phrase::HOST_NOT_MADE))?;
            dated(&content.stem(&picture.subject.title), ".svg", "image/svg+xml", drawn)
        }
        Export::Pack => {
            let stem = format!("{}-{}", content.city(), content.scenario());
            dated(&stem, ".zip", "application/zip", pack(content, date, drawing))
        }
    })
}
