//! Plans that are kept for a person between two visits: in the browser, for one.

use std::any::Any;
use std::rc::Rc;

use crate::exchange::snapshot;
use crate::library::{Ending, Library, Opened, TextFile};
use crate::plan::Plan;

/// A snapshot that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The plan's name.
    pub name: String,
    /// When it was handed over, in milliseconds since 1970.
    pub time: f64,
    /// The text, sealed.
    pub snapshot: String,
    /// Whether it is of the plan in hand.
    pub is_current: bool,
    /// Whether the plan was split off as a copy.
    pub is_copy: bool,
    /// As whoever keeps it knows it.
    pub handle: Handle,
}

/// What whoever keeps a snapshot knows it by; nobody else looks into it.
#[derive(Clone, Debug, Default)]
pub struct Handle(Option<Rc<dyn Any>>);

impl Handle {
    /// A handle that is `known`.
    #[must_use]
    pub fn new(known: impl Any) -> Self {
        Self(Some(Rc::new(known)))
    }

    /// What it was made of, if that was a `T`.
    #[must_use]
    pub fn known<T: Any>(&self) -> Option<&T> {
        self.0.as_ref()?.downcast_ref()
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

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
        let (ending, diagnostics, library, plan) = self.open_plan(&file);
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
    use crate::session::{Edit, Session};

    #[test]
    fn a_plan_is_untouched_until_something_in_it_changes() {
        let library = Library::built_in().unwrap();
        let plan = library.choose("yiyang-2020", None).unwrap();
        assert!(library.is_untouched(&plan));
        let noted = Session::new(plan).after(Edit::WriteNotes("n".to_owned()));
        assert!(!library.is_untouched(noted.plan()));
    }
}
