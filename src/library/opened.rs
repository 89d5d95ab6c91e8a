//! What became of a file, a link or a kept plan that was opened.

use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::exchange::link::LinkError;
use crate::exchange::plan_file;
use crate::library::Library;
use crate::library::file::{ReadProblem, TextFile};
use crate::locale::Text;
use crate::model::Model;
use crate::plan::Plan;
use crate::session::{IgnoredParameter, Refusal};
use crate::shared::Shared;

/// What became of a file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Name of the file.
    pub name: String,
    /// How it ended.
    pub ending: Ending,
    /// What is wrong with it, errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// How opening a file ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// It runs.
    Runs,
    /// Of each of several files that were brought at once.
    Several(Vec<Opened>),
    /// A plan was opened.
    PlanRuns,
    /// A link brings a plan that waits to be taken; nothing changed.
    Offered(Box<OfferedPlan>),
    /// A link brings no plan that can be used; nothing changed.
    NoLink(LinkError),
    /// The model is right and waits for a city: none at hand belongs to it, by its id.
    NoCity(String),
    /// It has errors; nothing changed.
    Faulty,
    /// No model, region or plan file; nothing changed.
    Unknown,
    /// The region belongs to a model that is not at hand: its id; nothing changed.
    OtherModel(String),
    /// It is not what was kept in the browser; nothing changed.
    Damaged,
    /// The bytes are no text in UTF-8 but this; nothing changed.
    NotText(Text),
    /// The browser did not give it out; nothing changed.
    NotRead(ReadProblem),
    /// The page is for looking; nothing changed.
    ReadOnly,
    /// Parameters of the page's address cannot be followed; the rest was.
    Ignored(Vec<IgnoredParameter>),
    /// It cannot be done, since the plan could not be opened again; nothing changed.
    Refused(Refusal),
    /// An entry cannot be taken, for this reason, and its field went away before anybody could read that; the name
    /// is the field's. Nothing changed.
    NotEntered(String),
    /// The second part of the program, which opens things, did not come; nothing changed.
    NotLoaded,
    /// What was dropped is no file; nothing changed.
    NoFile,
    /// The page ended on the link before, which was therefore left out; nothing changed.
    LinkLeftOut,
    /// The newest versions of a kept plan cannot be opened, and one before them was.
    Older {
        /// How many could not.
        failed: usize,
        /// When the one that was opened was kept, in milliseconds since 1970.
        time: f64,
    },
}

/// What opening a file amounts to.
#[derive(Debug)]
pub struct Opening {
    /// To be told.
    pub told: Opened,
    /// What is at hand now, where that changed.
    pub library: Option<Library>,
    /// What to go on with, if the file runs.
    pub plan: Option<Plan>,
}

impl Opened {
    /// What is told of a file without text.
    #[must_use]
    pub fn refused(name: String, ending: Ending) -> Self {
        Self { name, ending, diagnostics: Vec::new() }
    }
}

/// A plan that a link brings, to be looked at before it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedPlan {
    /// The plan.
    pub plan: Rc<Plan>,
    /// What it is to be compared with: the built-in city with nothing changed.
    pub before: Rc<Plan>,
    /// The model that computes it.
    pub model: Shared<Model>,
}

pub(super) type OpeningOutcome = (Ending, Vec<Diagnostic>, Option<Library>, Option<Plan>);

pub(super) fn refused(ending: Ending, diagnostics: Vec<Diagnostic>) -> OpeningOutcome {
    (ending, diagnostics, None, None)
}

/// The text of a file's bytes.
///
/// # Errors
///
/// What to tell when they are no text in UTF-8, or when there are none.
pub fn text_file(name: String, content: Result<Vec<u8>, ReadProblem>) -> Result<TextFile, Opened> {
    let bytes = match content {
        Ok(bytes) => bytes,
        Err(problem) => return Err(Opened::refused(name, Ending::NotRead(problem))),
    };
    match plan_file::text(&bytes) {
        Ok(text) => Ok(TextFile { text: Rc::from(text), name }),
        Err(what) => Err(Opened::refused(name, Ending::NotText(what))),
    }
}
