//! The page: reads the built-in files, then shows the desk, or says what is wrong with them.

use yew::prelude::*;

use crate::browser::{keep_focus, only_first_clicks};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::ui::desk::Desk;
use crate::ui::opening::opening;
use crate::ui::scene::Shared;
use crate::wording::Phrase;

/// The whole page.
#[component]
pub fn App() -> Html {
    use_effect_with((), |()| {
        let watches = (keep_focus(), only_first_clicks());
        move || drop(watches)
    });
    let opening = use_memo((), |()| opening().map(Shared::new));
    match &*opening {
        Ok(opening) => html! { <Desk opening={opening.clone()} /> },
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
