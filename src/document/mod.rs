//! A TOML file as tables, fields and values that know where they stand.
//!
//! Reading never stops: a field that is missing or of the wrong kind is
//! reported and read as absent. [`Table::only`] reports what does not belong.

mod syntax;
mod table;
mod value;

use std::cell::RefCell;

pub use table::Table;
pub use value::Value;

use toml::de::DeTable;

use crate::diagnostic::{Code, Diagnostic, Findings, Problem, SourceFile, Span};
use crate::limits;
use crate::locale::Text;

/// A parsed file, and what is wrong with it so far.
#[derive(Debug)]
pub struct Document<'a> {
    source: SourceFile<'a>,
    root: DeTable<'a>,
    found: RefCell<Findings>,
}

impl<'a> Document<'a> {
    /// Parses a file.
    ///
    /// # Errors
    ///
    /// Everything that keeps the text from being TOML, or a text that is too long.
    pub fn parse(source: SourceFile<'a>) -> Result<Self, Vec<Diagnostic>> {
        if source.text.len() > limits::FILE_BYTES {
            let megabytes = limits::FILE_BYTES / 1_000_000;
            let message = Text::new(
                format!("文件超过{megabytes}MB"),
                format!("the file is larger than {megabytes} MB"),
            );
            let problem = Problem::new(Code::TooLong, Span::default(), message);
            return Err(vec![source.locate(problem)]);
        }
        let (root, errors) = DeTable::parse_recoverable(source.text);
        if errors.is_empty() {
            return Ok(Self { source, root: root.into_inner(), found: RefCell::default() });
        }
        // One break makes the parser stumble over all that follows.
        let first = errors.iter().take(limits::TOML_ERRORS);
        Err(first.map(|error| source.locate(syntax::problem(error))).collect())
    }

    /// Adds a problem at bytes of this file.
    pub fn report(&self, problem: Problem) {
        self.found.borrow_mut().report(self.source, problem);
    }

    /// Adds a problem that is only put into words if it is one of the first of its kind.
    pub fn report_with(&self, code: Code, span: Span, problem: impl FnOnce() -> Problem) {
        self.found.borrow_mut().report_with(self.source, (code, span), problem);
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
