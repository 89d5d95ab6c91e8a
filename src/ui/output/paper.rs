//! What is on paper, from whatever screen.
//!
//! The page's own parts are left out by `styles/print.css`. Charts are SVG, so that they are
//! sharp at the printer's resolution, and always dark on white.

use yew::prelude::*;

use crate::browser::{svg_node, today};
use crate::chart::{ChartTheme, to_svg};
use crate::desk::ChartPicture;
use crate::exchange::tables::TableKind;
use crate::ui::frame::foot::Foot;
use crate::ui::output::sheets::sheet_table;
use crate::ui::state::given::Given;
use crate::wording::Phrase;

/// Of a chart, two of which stand side by side on A4.
const CHART: (u32, u32) = (336, 168);

/// The document.
pub fn paper(given: &Given) -> Html {
    let content = &given.content();
    let locale = content.locale();
    let (city, scenario) = (content.city(), content.scenario());
    let summary = content.summary();
    let date = today().iso();
    let subtitle =
        [("document", &*content.plan.region.document), ("scenario", &*scenario), ("date", &*date)];
    let has_document = !content.plan.region.document.is_empty();
    let print_subtitle =
        if has_document { Phrase::PRINT_SUBTITLE } else { Phrase::PRINT_SUBTITLE_ALONE };
    let head = Phrase::PRINT_HEAD.with(locale, &[("city", &city), ("scenario", &scenario)]);
    let heading = |phrase: Phrase| html! { <h2>{ phrase.get(locale) }</h2> };
    html! {
        <div class="printout">
            <div class="print-head"><p>{ head }</p></div>
            <div class="print-body">
                <h1>{ &summary.title }</h1>
                <p class="print-subtitle">{ print_subtitle.with(locale, &subtitle) }</p>
                { heading(Phrase::SUMMARY_MEASURES) }
                <ol>{ for summary.measures.iter().map(|words| html! { <li>{ words }</li> }) }</ol>
                { heading(Phrase::SUMMARY_TARGETS) }
                { sheet_table(&content.verdicts()) }
                { heading(Phrase::SUMMARY_MONEY) }
                <p>{ &summary.money }</p>
                { sheet_table(&content.sheet(TableKind::Budget)) }
                { heading(Phrase::PRINT_CHARTS) }
                <div class="print-charts">{ for content.pictures().iter().map(picture) }</div>
                { heading(Phrase::PRINT_NOTES) }
                <p>{ &summary.foot }</p>
                <Foot scene={content.scene.clone()} report={content.run.outcome.report.clone()} />
            </div>
        </div>
    }
}

fn picture(ChartPicture { chart, subject }: &ChartPicture) -> Html {
    let drawn = to_svg(chart, CHART, &ChartTheme::light()).ok();
    let node = drawn.and_then(|document| svg_node(&document));
    html! {
        <figure>
            <figcaption>{ &subject.title }</figcaption>
            { node.map_or_else(Html::default, Html::VRef) }
        </figure>
    }
}
