//! How far work is that takes a while, with a button that stops it.

use yew::prelude::*;

use crate::locale::Locale;
use crate::ui::widgets::button::{Kind, button};
use crate::wording::Phrase;

/// How far it is.
pub enum Progress<'a> {
    /// Under way, in one piece.
    Waiting,
    /// So many of so many steps are done; a press stops it.
    Steps([usize; 2], &'a Callback<MouseEvent>),
    /// It was stopped; a press begins again.
    Stopped(&'a Callback<MouseEvent>),
}

impl Progress<'_> {
    /// The sentence, and the button that there is.
    pub fn draw(&self, locale: Locale) -> Html {
        let press = |phrase: Phrase, onclick: &Callback<MouseEvent>| {
            button(Kind::Quiet, phrase.get(locale), onclick.clone()).draw()
        };
        let (status, rest) = match self {
            Progress::Waiting => (Phrase::PARTS_WAIT, Html::default()),
            Progress::Stopped(resume) => {
                (Phrase::WORK_STOPPED, html! { <>{ " " }{ press(Phrase::WORK_RESUME, resume) }</> })
            }
            Progress::Steps(steps, stop) => {
                let [done, all] = steps.map(|count| count.to_string());
                let words = Phrase::WORK_STEPS.with(locale, &[("done", &done), ("all", &all)]);
                let stop = press(Phrase::WORK_STOP, stop);
                // Apart from the status, which would be read out at every step.
                (Phrase::PARTS_WAIT, html! { <>{ " " }<span>{ words }</span>{ " " }{ stop }</> })
            }
        };
        html! { <p class="parts-note"><span role="status">{ status.get(locale) }</span>{ rest }</p> }
    }
}
