//! Problems as they are found: a few of each kind with their places, the others as a number.
//!
//! A file from outside may break one rule a hundred thousand times. Whoever mends it needs the first
//! places and the number; to put every place into words would take minutes.

use crate::diagnostic::{Code, Diagnostic, Problem, Severity, SourceFile, Span};
use crate::limits;
use crate::sorted::{Map, Set};

/// Everything that is wrong with one text so far.
#[derive(Debug, Default)]
pub struct Findings {
    listed: Vec<Diagnostic>,
    kinds: Map<Code, Kind>,
}

/// Problems that break one rule.
#[derive(Debug, Default)]
struct Kind {
    /// First bytes of those that are listed.
    listed: Vec<usize>,
    /// First bytes of the others: a row that is read for several purposes is one place.
    further: Set<usize>,
}

impl Findings {
    /// Adds a problem of `source`.
    pub fn report(&mut self, source: SourceFile<'_>, problem: Problem) {
        self.report_with(source, (problem.code, problem.span), || problem);
    }

    /// Adds a problem of `source` that is only put into words if it is listed.
    pub fn report_with(
        &mut self,
        source: SourceFile<'_>,
        (code, span): (Code, Span),
        problem: impl FnOnce() -> Problem,
    ) {
        let kind = self.kinds.entry(code).or_default();
        if kind.listed.len() >= limits::PROBLEMS_OF_A_KIND {
            if !kind.listed.contains(&span.start) {
                kind.further.insert(span.start);
            }
            return;
        }
        let found = source.locate(problem());
        if !self.listed.contains(&found) {
            kind.listed.push(span.start);
            self.listed.push(found);
        }
    }

    /// Adds what was found in a text inside this one.
    pub fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        self.listed.extend(found);
    }

    /// Whether something reported so far forbids to use the file.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.listed.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Everything reported, in the order in which it was; the last one of a kind says how many
    /// more there are.
    #[must_use]
    pub fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        for (code, kind) in self.kinds {
            if let Some(last) = self.listed.iter_mut().rfind(|found| found.code == code) {
                last.further += kind.further.len();
            }
        }
        self.listed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Text;

    #[test]
    fn of_many_problems_of_a_kind_the_first_are_listed_and_all_are_counted() {
        let text = "x\n".repeat(50);
        let source = SourceFile { name: "a", text: &text };
        let mut found = Findings::default();
        for line in 0..50 {
            for _ in 0..2 {
                let span = Span::new(2 * line, 2 * line + 1);
                found.report(source, Problem::new(Code::UnknownField, span, Text::new("甲", "a")));
            }
        }
        found.report(source, Problem::new(Code::Circle, Span::default(), Text::new("乙", "b")));
        let found = found.into_diagnostics();
        assert_eq!(found.len(), limits::PROBLEMS_OF_A_KIND + 1);
        assert_eq!(found[limits::PROBLEMS_OF_A_KIND - 1].further, 50 - limits::PROBLEMS_OF_A_KIND);
        assert_eq!(found.last().unwrap().further, 0);
    }
}
