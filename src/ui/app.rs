//! The page: reads the built-in files, then shows the desk, or says what is wrong with them.

use yew::prelude::*;

use crate::browser::remembered_look;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::session::{Session, View};
use crate::ui::builtin;
use crate::ui::desk::Desk;
use crate::ui::library::Library;
use crate::ui::scene::Shared;
use crate::ui::workspace::Workspace;
use crate::wording::Phrase;

/// The whole page.
#[component]
pub fn App() -> Html {
    let opening = use_memo((), |()| opening().map(Shared::new));
    match &*opening {
        Ok(opening) => html! { <Desk opening={opening.clone()} /> },
        Err(diagnostics) => failure(diagnostics),
    }
}

/// What the page opens with: the first built-in city with nothing changed.
fn opening() -> Result<Workspace, Vec<Diagnostic>> {
    let library = Library::built_in()?;
    let plan = library.choose(builtin::REGIONS[0].id, None);
    let session = Session::new(plan.map_err(|opened| opened.diagnostics)?);
    let (theme, text_size) = remembered_look();
    let session = session.with_view(View { theme, text_size, ..View::default() });
    Ok(Workspace { session, library, opened: None })
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
