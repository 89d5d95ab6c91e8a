//! 为什么: a page for every number, the list of all, and the causal map.

mod all;
mod behind;
mod grounds;
mod how;
pub mod link;
mod map;
mod map_picture;
mod map_sight;
mod map_table;
mod number;
mod unfolded;

use yew::prelude::*;

use crate::browser::focus;
use crate::session::{Action, Inquiry, Screen, View};
use crate::ui::explain::all::AllNumbers;
use crate::ui::explain::link::{here, opener, way};
use crate::ui::explain::map::Map;
use crate::ui::explain::number::Number;
use crate::ui::state::given::Given;
use crate::wording::{FormulaWriter, Phrase};

/// Id of the heading, which the keyboard goes to when something is opened.
const HEADING: &str = "why";

/// What is asked why, and the way to it.
#[component]
pub fn Explain(props: &Given) -> Html {
    let Given { scene, view, .. } = props;
    let locale = scene.locale;
    let Inquiry { trail, on_map } = &view.inquiry;
    use_effect_with(view.inquiry.clone(), |inquiry| {
        if !inquiry.trail.is_empty() || inquiry.on_map {
            focus(HEADING);
        }
    });
    let subject = trail.last().map(|id| (id, scene.model.reference(id)));
    let (title, body) = match subject {
        _ if *on_map => (Phrase::EXPLAIN_MAP.get(locale), html! { <Map ..props.clone() /> }),
        Some((_, Some(subject))) => {
            let name = FormulaWriter::new(&scene.model, locale).name(subject);
            (name, html! { <Number given={props.clone()} {subject} /> })
        }
        Some((_, None)) => {
            let gone = html! { <p class="prose">{ Phrase::EXPLAIN_GONE.get(locale) }</p> };
            (Phrase::EXPLAIN_TITLE.get(locale), gone)
        }
        None => (Phrase::EXPLAIN_TITLE.get(locale), html! { <AllNumbers ..props.clone() /> }),
    };
    html! {
        <main class="screen explain" id="screen" tabindex="-1">
            { ways(props) }
            <h1 id={HEADING} tabindex="-1">{ title }</h1>
            { body }
        </main>
    }
}

/// Back to the board, to the list and the map, and what was opened before.
fn ways(props: &Given) -> Html {
    let Given { scene, view, on_action, .. } = props;
    let locale = scene.locale;
    let to = |phrase: Phrase, there: View| {
        let words = phrase.get(locale);
        let is_here = there == *view;
        let words =
            if is_here { here(words) } else { way(words, on_action, Action::SetView(there)) };
        html! { <li>{ words }</li> }
    };
    let asking = |inquiry: Inquiry| View { inquiry, ..view.clone() };
    let trail = view.inquiry.trail.clone();
    let opened = view.inquiry.trail.iter().map(|id| {
        let known = scene.model.reference(id);
        let name =
            known.map_or(&**id, |known| FormulaWriter::new(&scene.model, locale).name(known));
        let is_here = !view.inquiry.on_map && view.inquiry.trail.last() == Some(id);
        let name = if is_here { here(name) } else { opener(id, name, on_action) };
        html! { <li>{ name }</li> }
    });
    html! {
        <nav class="ways" aria-label={Phrase::EXPLAIN_WAY.get(locale)}>
            <ul>
                { to(Phrase::EXPLAIN_BACK, View { screen: Screen::Board, ..view.clone() }) }
                { to(Phrase::EXPLAIN_ALL, asking(Inquiry::default())) }
                { to(Phrase::EXPLAIN_MAP, asking(Inquiry { trail, on_map: true })) }
            </ul>
            if view.inquiry.trail.len() > 1 || view.inquiry.on_map {
                <ol>{ for opened }</ol>
            }
        </nav>
    }
}
