//! The page: reads the built-in files, then shows the desk, or says what is wrong with them.

use yew::prelude::*;

use crate::analysis::Workbench;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::ui::builtin;
use crate::ui::desk::Desk;
use crate::ui::scene::Shared;
use crate::wording::Phrase;

/// Draws of a run: chances to a 百分点 at the least, a run within a picture's time.
const DRAWS: usize = 4096;

/// The whole page.
#[component]
pub fn App() -> Html {
    let loaded = use_memo((), |()| {
        let (model, region) = builtin::load(&builtin::REGIONS[0])?;
        let workbench = Workbench::new(model, region, DRAWS);
        let workbench = workbench.with_reference_class(&builtin::reference_class());
        Ok::<_, Vec<Diagnostic>>(Shared::new(workbench))
    });
    match &*loaded {
        Ok(workbench) => html! { <Desk workbench={workbench.clone()} /> },
        Err(diagnostics) => failure(diagnostics),
    }
}

fn failure(diagnostics: &[Diagnostic]) -> Html {
    let locale = Locale::default();
    html! {
        <main class="failure">
            <h1>{ Phrase::LoadFailed.get(locale) }</h1>
            { for diagnostics.iter().map(|diagnostic| html! { <pre>{ diagnostic.render(locale) }</pre> }) }
        </main>
    }
}
