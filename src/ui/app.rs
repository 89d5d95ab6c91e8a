//! The page: reads the built-in files, then shows the desk, or says what is wrong with them.

use yew::prelude::*;

use crate::browser::{remembered_look, store};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::session::View;
use crate::ui::desk::Desk;
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

/// What the page opens with: the plan that this browser kept last, in the look that was chosen.
fn opening() -> Result<Workspace, Vec<Diagnostic>> {
    let workspace = Workspace::opening(store::found())?;
    let (theme, text_size) = remembered_look();
    let session = workspace.session.with_view(View { theme, text_size, ..View::default() });
    Ok(Workspace { session, ..workspace })
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
