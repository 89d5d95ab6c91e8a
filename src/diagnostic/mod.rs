//! What is wrong with a file, where, and how to mend it.
//!
//! Readers never stop at the first problem: they return what they could read
//! together with every [`Diagnostic`]. A diagnostic is a value in both
//! languages; it is put into words where the rule is checked, since it is made of what was found there, and laid out
//! where it is shown. All other texts of the screen are in `wording`, which this module lies below.

mod code;
mod encoding;
mod findings;
mod nearest;
mod place;
mod source;

use std::fmt::Write as _;

pub use code::{Code, Severity};
pub use findings::Findings;
pub use nearest::nearest;
pub use place::Place;
pub use source::SourceFile;

use crate::locale::{Locale, Text};

/// A byte range in some text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span `offset` bytes further on.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }
}

/// A problem inside one text, before it is known where that text stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Which rule is broken.
    pub code: Code,
    /// Where, in the text.
    pub span: Span,
    /// What was found and what was expected; lower case, no full stop.
    pub message: Text,
    /// Short remarks under parts of the text, such as the unit of an operand.
    pub labels: Vec<(Span, String)>,
    /// What to write instead; begins with a verb.
    pub hint: Option<Text>,
}

impl Problem {
    /// A problem with neither labels nor hint.
    #[must_use]
    pub fn new(code: Code, span: Span, message: Text) -> Self {
        Self { code, span, message, labels: Vec::new(), hint: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds the name that was probably meant, if there is one.
    #[must_use]
    pub fn hint_nearest(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.hint(Text::new(format!("写`{near}`"), format!("write `{near}`"))),
            None => self,
        }
    }

    /// Adds a remark under a part of the text.
    #[must_use]
    pub fn label(mut self, span: Span, remark: impl Into<String>) -> Self {
        self.labels.push((span, remark.into()));
        self
    }
}

/// A problem at its place in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Which rule is broken.
    pub code: Code,
    /// The place it points at.
    pub place: Place,
    /// What was found and what was expected.
    pub message: Text,
    /// The source line and the remarks under it, ready to print in a fixed-width type.
    pub excerpt: Vec<String>,
    /// What to write instead.
    pub hint: Option<Text>,
    /// Further places of this file that break the rule and are not listed.
    pub further: usize,
}

impl Diagnostic {
    /// Error or warning, by the code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// That there are more of its kind, where there are.
    #[must_use]
    pub fn further_words(&self) -> Option<Text> {
        let count = self.further;
        let (zh, en) = (format!("同类问题还有{count}处"), format!("and {count} more of this kind"));
        (count > 0).then(|| Text::new(zh, en))
    }

    /// The diagnostic as lines of text, for people and golden files.
    #[must_use]
    pub fn render(&self, locale: Locale) -> String {
        let severity = match (self.severity(), locale) {
            (Severity::Error, Locale::Zh) => "错误",
            (Severity::Error, Locale::En) => "error",
            (Severity::Warning, Locale::Zh) => "提醒",
            (Severity::Warning, Locale::En) => "warning",
        };
        let mut text = format!("{severity}[{}]: {}\n", self.code, self.message.get(locale));
        let Place { file, line, column } = &self.place;
        let _ = writeln!(text, "  {file}:{line}:{column}");
        for line in &self.excerpt {
            let _ = writeln!(text, "    {line}");
        }
        if let Some(hint) = &self.hint {
            let word = if locale == Locale::Zh { "建议" } else { "hint" };
            let _ = writeln!(text, "  {word}: {}", hint.get(locale));
        }
        if let Some(further) = self.further_words() {
            let _ = writeln!(text, "  {}", further.get(locale));
        }
        text
    }
}

/// Moves what is said of further places to the last diagnostic of its kind.
fn move_further(diagnostics: &mut [Diagnostic]) {
    for position in 0..diagnostics.len() {
        let (code, further) = (diagnostics[position].code, diagnostics[position].further);
        let last = diagnostics.iter().rposition(|other| other.code == code);
        if let Some(last) = last.filter(|last| further > 0 && *last > position) {
            diagnostics[position].further = 0;
            diagnostics[last].further += further;
        }
    }
}

/// A value read from outside, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    /// The value, unless an error forbids to use it.
    pub value: Option<T>,
    /// In the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Keeps `value` unless one of the diagnostics is an error.
    #[must_use]
    pub fn new(value: T, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by_key(|diagnostic| (diagnostic.place.line, diagnostic.place.column));
        // A row that is read for several purposes reports the same problem each time.
        diagnostics.dedup();
        move_further(&mut diagnostics);
        let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        Self { value: (!failed).then_some(value), diagnostics }
    }

    /// Nothing could be read.
    #[must_use]
    pub fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self { value: None, diagnostics }
    }
}
