//! A file as a person would save it.

use crate::desk::content::Content;
use crate::desk::draw::Draw;
use crate::desk::output_file::OutputFile;
use crate::desk::pack::pack;
use crate::exchange::archive::Date;
use crate::exchange::file_name::file_name;
use crate::exchange::plan_file::EXTENSION;
use crate::host::{Code, Export, RequestProblem};
use crate::wording::Phrase;

/// How a picture is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// In pixels, for slides and documents.
    Png,
    /// In lines, for any size.
    Svg,
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
) -> Result<OutputFile, RequestProblem> {
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
            let none = || RequestProblem::at("format", Phrase::HOST_NO_CHART).fill("count", count);
            let picture = pictures.get(position).ok_or_else(none)?;
            let drawn = drawing.svg(&picture.chart, &picture.subject.caption(locale));
            let drawn =
                drawn.ok_or_else(|| RequestProblem::new(Code::Export, Phrase::HOST_NOT_MADE))?;
            dated(&content.stem(&picture.subject.title), ".svg", "image/svg+xml", drawn)
        }
        Export::Pack => {
            let stem = format!("{}-{}", content.city(), content.scenario());
            dated(&stem, ".zip", "application/zip", pack(content, date, drawing))
        }
    })
}
