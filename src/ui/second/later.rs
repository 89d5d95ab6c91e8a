//! A part of the page that is drawn once the second part of the program is here.

use yew::prelude::*;

use crate::browser::{SecondPart, ask_for_second_part};
use crate::locale::Locale;
use crate::ui::frame::screen::name;
use crate::ui::levers::effects;
use crate::ui::seam;
use crate::ui::second::here::use_second_part;
use crate::ui::second::part::Part;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::notice::{Tone, notice};
use crate::wording::Phrase;

/// Properties of [`Later`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to draw.
    pub part: Part,
    /// Language.
    pub locale: Locale,
}

/// The part; until it can be drawn, that it is on its way, or a way to ask for it again.
#[component]
pub fn Later(props: &Props) -> Html {
    let Props { part, locale } = props;
    match (use_second_part(), part) {
        (SecondPart::Here(here), part) => seam::drawn(here, part),
        // Nobody misses these so soon; what stands beside the board says that something is on its way.
        (_, Part::Guest(_) | Part::NotJudged(_) | Part::Tour(_)) => Html::default(),
        // Its room is kept.
        (_, Part::Effects(_)) => effects::idle(*locale),
        // Nobody can press a button on paper.
        (_, Part::Paper(_)) => {
            html! { <p class="printout">{ Phrase::SECOND_PRINT.get(*locale) }</p> }
        }
        (state, Part::Screen(given)) => html! {
            <main class="screen" id="screen" tabindex="-1">
                <h1>{ name(given.view.screen).get(*locale) }</h1>
                { absent(state, *locale) }
            </main>
        },
        (state, Part::Plans(_)) => {
            html! { <div class="plans-panel">{ absent(state, *locale) }</div> }
        }
        (state, _) => absent(state, *locale),
    }
}

fn absent(state: SecondPart, locale: Locale) -> Html {
    if state != SecondPart::Failed {
        return notice(Tone::Status, "later", Phrase::SECOND_COMING.get(locale));
    }
    let again = |_: MouseEvent| ask_for_second_part(|_| ());
    html! {
        <div class="later" role="alert">
            <p>{ Phrase::SECOND_FAILED.get(locale) }</p>
            <p>{ button(Kind::Bare, Phrase::SECOND_AGAIN.get(locale), again).draw() }</p>
            <p>{ Phrase::SECOND_UPDATED.get(locale) }</p>
        </div>
    }
}
