//! A TOML or JSON file as tables, fields and values that know where they stand.
//!
//! Reading never stops: a field that is missing or of the wrong kind is
//! reported and read as absent. [`Table::only`] reports what does not belong.

mod json;
mod json_text;
mod node;
mod syntax;
mod table;
mod toml_text;
mod toml_tree;
mod value;

use std::cell::RefCell;

pub use json_text::{json_compact, json_lines};
pub use node::{Content, Entry, Node, decimal_text};
pub use table::Table;
pub use toml_text::toml_text;
pub use value::Value;

use crate::diagnostic::{Code, Diagnostic, Findings, Problem, SourceFile, Span};
use crate::limits;
use crate::locale::Text;

/// A parsed file, and what is wrong with it so far.
#[derive(Debug)]
pub struct Document<'a> {
    source: SourceFile<'a>,
    root: Node,
    found: RefCell<Findings>,
}

/// The tree of a TOML text.
///
/// # Errors
///
/// Everything that keeps the text from being TOML, or a text that is too long.
pub fn toml_tree(text: &str) -> Result<Node, Vec<Problem>> {
    if text.len() > limits::FILE_BYTES {
        let megabytes = limits::FILE_BYTES / 1_000_000;
        let message = Text::new(
            format!("文件超过{megabytes}MB"),
            format!("the file is larger than {megabytes} MB"),
        );
        return Err(vec![Problem::new(Code::TooLong, Span::default(), message)]);
    }
    toml_tree::tree(text)
}

/// The tree of a JSON text, whose root is a table.
///
/// # Errors
///
/// The first thing that keeps the text from being such a tree.
pub fn json_tree(text: &str) -> Result<Node, Problem> {
    let root = json::tree(text)?;
    if matches!(root.content, Content::Table(_)) {
        return Ok(root);
    }
    let (kind, kind_zh) = root.content.kind();
    let message =
        Text::new(format!("应为表，现为{kind_zh}"), format!("expected a table, found {kind}"));
    Err(Problem::new(Code::WrongType, root.span, message))
}

impl<'a> Document<'a> {
    /// Parses a TOML file.
    ///
    /// # Errors
    ///
    /// What [`toml_tree`] says.
    pub fn parse(source: SourceFile<'a>) -> Result<Self, Vec<Diagnostic>> {
        let locate = |problems: Vec<Problem>| {
            problems.into_iter().map(|problem| source.locate(problem)).collect::<Vec<_>>()
        };
        toml_tree(source.text).map(|root| Self::new(source, root)).map_err(locate)
    }

    /// The document of a tree, whose root is a table; it stands in `source`, or nowhere.
    #[must_use]
    pub fn new(source: SourceFile<'a>, root: Node) -> Self {
        Self { source, root, found: RefCell::default() }
    }

    /// Adds a problem at bytes of this file.
    pub fn report(&self, problem: Problem) {
        self.found.borrow_mut().report(self.source, problem);
    }

    /// Adds a problem that is only put into words if it is one of the first of its kind.
    pub fn report_with(&self, code: Code, span: Span, problem: impl FnOnce() -> Problem) {
        self.found.borrow_mut().report_with(self.source, (code, span), problem);
    }

    /// Adds what was found in a part of this file.
    pub fn extend(&self, found: impl IntoIterator<Item = Diagnostic>) {
        self.found.borrow_mut().extend(found);
    }

    /// The file.
    #[must_use]
    pub fn source(&self) -> SourceFile<'a> {
        self.source
    }

    /// Everything reported so far.
    #[must_use]
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner().into_diagnostics()
    }

    /// Whether something reported so far forbids to use the file.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.borrow().has_errors()
    }

    fn text(&self) -> &'a str {
        self.source.text
    }
}
