//! What the page opens with: what its address asks for, else the plan that this browser kept last.

use crate::browser::{
    fragment, parameters, remembered_look, second_part, store, was_link_left_out,
};
use crate::desk::Workspace;
use crate::diagnostic::Diagnostic;
use crate::library::{Ending, Kept, Library, Opened};
use crate::session::View;
use crate::ui::seam;

/// What to show first, in the look that was chosen last. `older` is what else the browser keeps, once it was
/// asked for; none where it is to be asked for, since nothing of what was found at once can be opened.
///
/// # Errors
///
/// Everything that is wrong with the built-in files.
pub fn opening(older: Option<Vec<Kept>>) -> Result<Option<Workspace>, Vec<Diagnostic>> {
    let (mut kept, is_all) = (store::found(), older.is_some());
    kept.extend(older.into_iter().flatten());
    let mut workspace = Workspace::first(Library::with_documents(seam::city_document)?)?;
    // The shell (`shell/start.js`) has the second part here where something is kept, and where there are parameters.
    let here = second_part().here();
    if !kept.is_empty() {
        workspace = match here {
            Some(here) => seam::reopened(here, &workspace, &kept),
            None => workspace.told(Some(Opened::refused(String::new(), Ending::NotLoaded))),
        };
        if !is_all && workspace.restored.is_none() {
            return Ok(None);
        }
    }
    if was_link_left_out() {
        workspace.opened = Some(Opened::refused(String::new(), Ending::LinkLeftOut));
    }
    let (theme, text_size) = remembered_look();
    let session = workspace.session.with_view(View { theme, text_size, ..View::default() });
    let workspace = Workspace { session, ..workspace };
    let parameters = parameters();
    let fragment = || fragment().unwrap_or_default();
    let here = here.filter(|_| !parameters.is_empty());
    Ok(Some(match here {
        Some(here) => seam::followed(here, &workspace, &parameters, &fragment()),
        None => workspace,
    }))
}
