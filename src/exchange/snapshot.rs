//! The autosave: a plan file under a line that tells whether it is whole.
//!
//! The line is `tuiyan-snapshot 1 HASH BYTES`; storage that lost a part, or a tab that was
//! killed while it wrote, shows by the length or the hash.

use crate::diagnostic::Checked;
use crate::exchange::plan_file::{self, BuiltInModel, ReadPlan, Unreadable};
use crate::model::Model;
use crate::plan::{Plan, fingerprint};

const MARK: &str = "tuiyan-snapshot 1";

/// A snapshot that is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// The snapshot of a plan whose region belongs to `model`.
#[must_use]
pub fn encode(plan: &Plan, model: &Model) -> String {
    marked(&plan_file::write(plan, model))
}

/// The same, read back before it counts as one.
///
/// # Errors
///
/// What the reader would say.
pub fn seal(plan: &Plan, model: &Model) -> Result<String, Unreadable> {
    plan_file::seal(plan, model).map(|text| marked(&text))
}

fn marked(text: &str) -> String {
    format!("{MARK} {} {}\n{text}", fingerprint(text.as_bytes()), text.len())
}

/// The plan file inside a snapshot.
///
/// # Errors
///
/// [`Damaged`] if a part is missing or changed.
pub fn plan_text(snapshot: &str) -> Result<&str, Damaged> {
    let (head, text) = snapshot.split_once('\n').ok_or(Damaged)?;
    let expected = format!("{MARK} {} {}", fingerprint(text.as_bytes()), text.len());
    if head == expected { Ok(text) } else { Err(Damaged) }
}

/// The plan of a snapshot.
///
/// # Errors
///
/// [`Damaged`] if a part is missing or changed.
pub fn decode(snapshot: &str, built_in: &[BuiltInModel<'_>]) -> Result<Checked<ReadPlan>, Damaged> {
    let text = plan_text(snapshot)?;
    Ok(plan_file::read("snapshot", text.as_bytes(), built_in))
}
