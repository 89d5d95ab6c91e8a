//! A text file that somebody brings: its bytes as text, and which kind of document it is.

use std::rc::Rc;

use crate::diagnostic::SourceFile;
use crate::limits;

/// A text file with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// As the person knows it.
    pub name: String,
    /// What is in it.
    pub text: Rc<str>,
}

impl TextFile {
    /// For a reader of documents.
    #[must_use]
    pub fn source(&self) -> SourceFile<'_> {
        SourceFile { name: &self.name, text: &self.text }
    }
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadProblem {
    /// It has more bytes than the cap; nothing was read.
    TooLarge {
        /// What it has.
        bytes: u64,
        /// What was allowed.
        cap: u64,
    },
    /// The browser could not read it: a folder, or a file that is gone.
    Unreadable,
}

/// Most bytes of a file that is read.
pub const CAP: u64 = limits::PLAN_BYTES as u64;

/// Which kind of document a text is, by its head table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Model,
    Region,
    Plan,
}

/// By lines and not by the parser: a file that does not parse has a kind all the same.
pub(super) fn kind(file: &TextFile) -> Option<Kind> {
    if file.text.trim_start().starts_with('{') || file.name.to_ascii_lowercase().ends_with(".json")
    {
        return Some(Kind::Plan);
    }
    file.text.lines().find_map(|line| match table_head(line)? {
        "model" => Some(Kind::Model),
        "region" => Some(Kind::Region),
        _ => None,
    })
}

/// The id of the model that a region file names in its head table.
pub(super) fn model_of(text: &str) -> Option<&str> {
    let lines = text.lines().skip_while(|line| table_head(line) != Some("region")).skip(1);
    let mut head = lines.take_while(|line| table_head(line).is_none());
    head.find_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "model").then(|| value.trim().split('"').nth(1))?
    })
}

fn table_head(line: &str) -> Option<&str> {
    let (head, _) = line.trim().strip_prefix('[')?.split_once(']')?;
    Some(head.trim())
}
