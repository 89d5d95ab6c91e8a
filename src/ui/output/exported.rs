//! A file as a person would save it, for whoever asks for it by name.

use crate::browser::{file_name, today};
use crate::chart::export_svg;
use crate::exchange::plan_file::EXTENSION;
use crate::host::{Code, Export, Problem};
use crate::ui::output::content::Content;
use crate::ui::output::marked;
use crate::ui::output::pack::pack;
use crate::ui::screen::Given;
use crate::wording::Phrase;

/// A file that was made.
pub struct Exported {
    /// Its name, safe in every file system.
    pub name: String,
    /// For example `text/csv`.
    pub media_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Makes the file.
///
/// # Errors
///
/// When there is no such chart, or it cannot be drawn.
pub fn exported(given: &Given, export: Export) -> Result<Exported, Problem> {
    let content = Content::of(given);
    let locale = content.locale();
    let (stem, ending, media_type, bytes) = match export {
        Export::Plan => {
            let name = given.plan.name.clone();
            (name, EXTENSION, "application/json", content.plan_file().into_bytes())
        }
        Export::Table(kind) => {
            let csv = content.sheet(kind).csv().into_bytes();
            (content.stem(kind.name().get(locale)), ".csv", "text/csv", csv)
        }
        Export::Summary => {
            let text = marked(&content.summary().paragraphs(locale).join("\r\n"));
            (content.stem(Phrase::SUMMARY_BOX_TITLE.get(locale)), ".txt", "text/plain", text)
        }
        Export::Chart(position) => {
            let pictures = content.pictures();
            let count = pictures.len().to_string();
            let none = || Problem::at("format", Phrase::HOST_NO_CHART).fill("count", count);
            let picture = pictures.get(position).ok_or_else(none)?;
            let drawn = export_svg(&picture.chart, &picture.subject.caption(locale));
            let drawn =
                drawn.ok().ok_or_else(|| Problem::new(Code::Export, Phrase::HOST_NOT_MADE))?;
            (content.stem(&picture.subject.title), ".svg", "image/svg+xml", drawn.into_bytes())
        }
        Export::Pack => {
            let stem = format!("{}-{}", content.city(), content.scenario());
            (stem, ".zip", "application/zip", pack(&content))
        }
    };
    let name = match export {
        Export::Plan => file_name(&stem, ending),
        _ => file_name(&stem, &format!("-{}{ending}", today().iso())),
    };
    Ok(Exported { name, media_type, content: bytes })
}
