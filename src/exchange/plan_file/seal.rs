//! A plan file that is known to open again: it is read back before it counts as written.

use crate::diagnostic::Severity;
use crate::exchange::plan_file::{BuiltInModel, read, write};
use crate::locale::Text;
use crate::model::Model;
use crate::plan::Plan;

/// Why a plan cannot be written so that it opens again.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable(pub Text);

/// The text of a plan file that opens as the same plan. `model` is the one that the plan computes
/// with.
///
/// # Errors
///
/// What the reader would say.
pub fn seal(plan: &Plan, model: &Model) -> Result<String, Unreadable> {
    let text = write(plan, model);
    let built_in = [BuiltInModel { identity: &plan.model, model }];
    let checked = read("plan", text.as_bytes(), &built_in);
    let error = checked.diagnostics.iter().find(|found| found.severity() == Severity::Error);
    match (checked.value, error) {
        (Some(opened), _) if opened.plan == *plan => Ok(text),
        (_, Some(error)) => Err(Unreadable(error.message.clone())),
        (_, None) => Err(Unreadable(Text::new(
            "写出的文件读回来与规划不一致",
            "the written file reads back as another plan",
        ))),
    }
}
