//! The page: reads the built-in files, then shows the desk, or says what is wrong with them.

use yew::prelude::*;

use crate::browser::{keep_focus, only_first_clicks, store};
use crate::diagnostic::Diagnostic;
use crate::library::Kept;
use crate::locale::Locale;
use crate::shared::Shared;
use crate::ui::frame::root::Root;
use crate::ui::state::opening::opening;
use crate::wording::Phrase;

/// The whole page.
#[component]
pub fn App() -> Html {
    use_effect_with((), |()| {
        let watches = (keep_focus(), only_first_clicks());
        move || drop(watches)
    });
    let older = use_state(|| None::<Vec<Kept>>);
    let opening = use_memo((*older).clone(), |older| {
        opening(older.clone()).map(|opening| opening.map(Shared::new))
    });
    {
        let (is_waiting, older) = (matches!(*opening, Ok(None)), older.setter());
        use_effect_with(is_waiting, move |&is_waiting| {
            if is_waiting {
                store::older(move |entries| older.set(Some(entries)));
            }
        });
    }
    match &*opening {
        Ok(Some(opening)) => html! { <Root opening={opening.clone()} /> },
        // What is kept is read again, all of it.
        Ok(None) => {
            html! { <p class="shell-message">{ Phrase::SECOND_COMING.get(Locale::default()) }</p> }
        }
        Err(diagnostics) => failure(diagnostics),
    }
}

fn failure(diagnostics: &[Diagnostic]) -> Html {
    let locale = Locale::default();
    html! {
        <main class="failure">
            <h1>{ Phrase::LOAD_FAILED.get(locale) }</h1>
            { for diagnostics.iter().map(|diagnostic| html! { <pre>{ diagnostic.render(locale) }</pre> }) }
        </main>
    }
}
