//! The charts, each to be saved, and everything in one archive.

use yew::prelude::*;

use crate::browser::{Appearance, today};
use crate::desk::{ChartPicture, Content, OutputFile, pack};
use crate::ui::charts::fan_canvas::FanCanvas;
use crate::ui::output::saving::{Drawing, on_save};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::heading::heading;
use crate::wording::Phrase;

pub(super) fn pictures(content: &Content, appearance: Appearance, say: &Callback<String>) -> Html {
    let locale = content.locale();
    let kept = content.clone();
    let all = on_save(say, locale, move || {
        let stem = format!("{}-{}", kept.city(), kept.scenario());
        let archive = pack(&kept, today(), &Drawing);
        OutputFile::dated(&stem, ".zip", "application/zip", archive, today())
    });
    let picture = |ChartPicture { chart, subject }: ChartPicture| {
        html! {
            <article class="output-picture" key={subject.title.clone()}>
                <h3>{ &subject.title }</h3>
                <FanCanvas {chart} {subject} {appearance} {locale} />
            </article>
        }
    };
    html! {
        <section class="output-part" id="pictures" aria-labelledby="pictures-title">
            { heading("pictures-title", Phrase::PICTURES_TITLE.get(locale), Phrase::PICTURES_NOTE.get(locale)) }
            <div class="output-pictures">{ for content.pictures().into_iter().map(picture) }</div>
            <div class="output-buttons pack">
                { button(Kind::Large, Phrase::PACK_SAVE.get(locale), all).draw() }
                <small>{ Phrase::PACK_NOTE.get(locale) }</small>
            </div>
        </section>
    }
}
