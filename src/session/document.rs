//! What undo brings back.

use std::rc::Rc;

use crate::plan::Plan;

/// What undo brings back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Document {
    pub(super) plan: Rc<Plan>,
    /// The plan as it was opened: what “恢复到打开时” goes back to.
    pub(super) opened: Rc<Plan>,
}

impl Document {
    /// A plan just opened.
    pub(super) fn opened(plan: Rc<Plan>) -> Self {
        Self { opened: Rc::clone(&plan), plan }
    }
}
