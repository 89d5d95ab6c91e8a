//! The seam between the two parts of the program: everything that the first calls of the second.
//!
//! Functions and data that nothing but these functions reach are the second part.

use tuiyan_split::second_part;
use yew::prelude::*;

use crate::analysis::{self, Finding, Report, Workbench};
use crate::browser::{Here, second_part};
use crate::desk::{self, Bring, Format, Subject, Workspace};
use crate::exchange::snapshot;
use crate::figure::FanChart;
use crate::library::Kept;
use crate::library::builtin::{self, BuiltIn, first_document};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Plan, Thresholds};
use crate::session::Step;
use crate::ui::output::save_picture;
use crate::ui::second::part::{Part, draw};

second_part! {
    token Here;

    /// A part of the page.
    pub fn drawn(part: &Part) -> Html = draw;
    /// What the audit of the targets finds in a run.
    pub fn audit(workbench: &Workbench, report: &Report, rule: &Thresholds) -> Vec<Finding> = audit_of;
    /// Saves a picture, and says what came of it.
    pub fn saved(chart: &FanChart, subject: &Subject, format: &Format, locale: &Locale) -> String = save_picture;
    /// The workspace after a person brought something.
    pub fn brought(workspace: &Workspace, bring: &Bring) -> Workspace = bring_to;
    /// The workspace with the newest of what is kept that can be read.
    pub fn reopened(workspace: &Workspace, kept: &[Kept]) -> Workspace = reopen;
    /// The workspace as the page's address asks for it.
    pub fn followed(workspace: &Workspace, parameters: &[(String, String)], fragment: &str) -> Workspace = desk::follow;
    /// What a step of the history did, and from what to what.
    pub fn step_words(step: &Step, plan: &Plan, model: &Model, locale: &Locale) -> String = words_of_step;
    /// The snapshot of a plan; none where it would not open as the same plan.
    pub fn sealed(plan: &Plan, model: &Model) -> Option<String> = seal;
    /// The fingerprint of the built-in city, which tests ask for.
    pub fn fingerprint() -> String = builtin::fingerprint;
    fn other_document(region: &BuiltIn) -> &'static str = BuiltIn::document;
}

/// The document of a built-in city; none where the second part, which has all but the first, is not here yet.
#[must_use]
pub fn city_document(region: &'static BuiltIn) -> Option<&'static str> {
    first_document(region).or_else(|| Some(other_document(second_part().here()?, region)))
}

fn audit_of(workbench: &Workbench, report: &Report, rule: &Thresholds) -> Vec<Finding> {
    analysis::audit(workbench, report, *rule)
}

fn bring_to(workspace: &Workspace, bring: &Bring) -> Workspace {
    workspace.clone().brought(bring.clone())
}

fn reopen(workspace: &Workspace, kept: &[Kept]) -> Workspace {
    workspace.clone().reopened(kept)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "references go across the seam")]
fn words_of_step(step: &Step, plan: &Plan, model: &Model, locale: &Locale) -> String {
    step.words(plan, model, *locale)
}

fn seal(plan: &Plan, model: &Model) -> Option<String> {
    snapshot::seal(plan, model).ok()
}
