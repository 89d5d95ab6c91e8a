//! Plans that the browser keeps.

use std::rc::Rc;

use crate::exchange::snapshot;
use crate::plan::Plan;
use crate::ui::library::plans::open_plan;
use crate::ui::library::{Ending, Library, Opened, TextFile};

impl Library {
    /// The plan of a snapshot, and what is at hand then; `name` is what the plan is called.
    ///
    /// # Errors
    ///
    /// What to tell when it is damaged or cannot be used.
    pub fn read_snapshot(&self, name: &str, snapshot: &str) -> Result<(Self, Plan), Opened> {
        let refused = |ending, diagnostics| Opened { name: name.to_owned(), ending, diagnostics };
        let text = snapshot::plan_text(snapshot)
            .map_err(|snapshot::Damaged| refused(Ending::Damaged, Vec::new()))?;
        let file = TextFile { name: name.to_owned(), text: Rc::from(text) };
        let (ending, diagnostics, library, plan) = open_plan(self, &file);
        library.zip(plan).ok_or_else(|| refused(ending, diagnostics))
    }

    /// Whether the plan is what choosing its city gives.
    #[must_use]
    pub fn is_untouched(&self, plan: &Plan) -> bool {
        // Most changes make a scenario, which is quickly seen.
        plan.scenarios.all().len() == 1
            && self.choose(&plan.region.id, Some(plan)).is_ok_and(|fresh| fresh == *plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Action, Session};

    #[test]
    fn a_plan_is_untouched_until_something_in_it_changes() {
        let library = Library::built_in().unwrap();
        let plan = library.choose("yiyang-2020", None).unwrap();
        assert!(library.is_untouched(&plan));
        let noted = Session::new(plan).after(Action::WriteNotes("n".to_owned()));
        assert!(!library.is_untouched(noted.plan()));
    }
}
