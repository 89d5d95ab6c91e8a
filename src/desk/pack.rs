//! Everything in one archive, since browsers ask before a page saves many files.

use crate::desk::content::{ChartPicture, Content};
use crate::desk::draw::Draw;
use crate::desk::output_file::marked;
use crate::exchange::archive::{Date, archive};
use crate::exchange::file_name::file_name;
use crate::exchange::plan_file::EXTENSION;
use crate::exchange::tables::TableKind;
use crate::wording::Phrase;

/// The archive's bytes, of the day `date`: charts, tables, summary, plan file. A chart that cannot be
/// drawn as PNG is there as SVG.
#[must_use]
pub fn pack(content: &Content, date: Date, drawing: &dyn Draw) -> Vec<u8> {
    let locale = content.locale();
    let (charts, tables) = (Phrase::PACK_CHARTS.get(locale), Phrase::PACK_TABLES.get(locale));
    let mut files = Vec::new();
    for (position, ChartPicture { chart, subject }) in content.pictures().iter().enumerate() {
        let stem = format!("{:02}-{}", position + 1, subject.title);
        let caption = subject.caption(locale);
        let mut add = |ending: &str, content: Option<Vec<u8>>| {
            let name = format!("{charts}/{}", file_name(&stem, ending));
            files.extend(content.map(|content| (name, content)));
        };
        add(".svg", drawing.svg(chart, &caption));
        add(".png", drawing.png(chart, &caption));
    }
    for kind in TableKind::ALL {
        let name = file_name(kind.name().get(locale), ".csv");
        files.push((format!("{tables}/{name}"), content.sheet(kind).csv().into_bytes()));
    }
    let summary = content.summary().paragraphs(locale).join("\r\n");
    let name = file_name(Phrase::SUMMARY_BOX_TITLE.get(locale), ".txt");
    files.push((name, marked(&summary)));
    let plan = file_name(&content.plan.name, EXTENSION);
    files.push((plan, content.plan_file().into_bytes()));
    archive(&files, date)
}
