//! The workspace as the page's state.

use std::rc::Rc;

use yew::Reducible;

use crate::browser::second_part;
use crate::desk::{Request, Workspace};
use crate::library::{Ending, Opened};
use crate::ui::seam;

impl Reducible for Workspace {
    type Action = Request;

    fn reduce(self: Rc<Self>, request: Request) -> Rc<Self> {
        let workspace = (*self).clone();
        Rc::new(match (request, second_part().here()) {
            (Request::Act(action), _) => workspace.acted(action),
            (Request::Tell(opened), _) => workspace.told(Some(opened)),
            (Request::Dismiss, _) => workspace.told(None),
            (Request::Bring(bring), Some(here)) => seam::brought(here, &workspace, &bring),
            // Whoever dispatches waits for the second part; without it nothing can be read.
            (Request::Bring(_), None) => {
                workspace.told(Some(Opened::refused(String::new(), Ending::NotLoaded)))
            }
        })
    }
}
