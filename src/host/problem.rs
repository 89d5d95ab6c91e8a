//! Why a request is not followed.

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::wording::Phrase;

/// What kind of problem it is, for a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// No message of this protocol.
    Shape,
    /// Too long, or nested too deep.
    TooLarge,
    /// No such method.
    Method,
    /// The parameters are not those of the method.
    Params,
    /// The plan cannot be opened.
    Plan,
    /// The page could not make what is asked for.
    Export,
}

impl Code {
    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::TooLarge => "too-large",
            Self::Method => "method",
            Self::Params => "params",
            Self::Plan => "plan",
            Self::Export => "export",
        }
    }
}

/// Why a request is not followed, for a program and for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestProblem {
    /// The kind.
    pub code: Code,
    /// The place in the parameters, such as `changes[2].value`.
    pub at: Option<String>,
    /// What is wrong with a plan.
    pub diagnostics: Vec<Diagnostic>,
    phrase: Phrase,
    gaps: Vec<(&'static str, String)>,
}

impl RequestProblem {
    /// A problem of the request as a whole.
    #[must_use]
    pub fn new(code: Code, phrase: Phrase) -> Self {
        Self { code, at: None, diagnostics: Vec::new(), phrase, gaps: Vec::new() }
    }

    /// A problem at a place of the parameters.
    #[must_use]
    pub fn at(place: impl Into<String>, phrase: Phrase) -> Self {
        Self { at: Some(place.into()), ..Self::new(Code::Params, phrase) }
    }

    /// Fills a gap of the sentence.
    #[must_use]
    pub fn fill(mut self, gap: &'static str, with: impl Into<String>) -> Self {
        self.gaps.push((gap, with.into()));
        self
    }

    /// Adds what is wrong with a plan.
    #[must_use]
    pub fn found(self, diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics, ..self }
    }

    /// What is wrong, and what would be right.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let gaps: Vec<(&str, &str)> = self.gaps.iter().map(|(gap, with)| (*gap, &**with)).collect();
        self.phrase.with(locale, &gaps)
    }
}
