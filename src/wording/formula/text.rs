//! A formula as a reader sees it: stretches of text, some of which are names that can be opened.

use std::fmt;

use crate::locale::Locale;
use crate::model::Reference;
use crate::wording::phrase::{Phrase, PhrasePart};

/// A stretch of a formula in one kind of type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaPart {
    /// What is written.
    pub text: String,
    /// What the text stands for, where it is a name or its value.
    pub name: Option<Reference>,
    /// Where it stands.
    pub script: Script,
}

/// The height at which a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// On the line.
    Line,
    /// An index below the line: the year that is read.
    Below,
    /// An exponent.
    Above,
}

/// A formula in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormulaText {
    parts: Vec<FormulaPart>,
}

impl FormulaText {
    /// In the order of reading.
    #[must_use]
    pub fn parts(&self) -> &[FormulaPart] {
        &self.parts
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::part(text.into(), None, Script::Line)
    }

    pub(super) fn name(reference: Reference, text: impl Into<String>) -> Self {
        Self::part(text.into(), Some(reference), Script::Line)
    }

    pub(super) fn below(text: impl Into<String>) -> Self {
        Self::part(text.into(), None, Script::Below)
    }

    fn part(text: String, name: Option<Reference>, script: Script) -> Self {
        let part = FormulaPart { text, name, script };
        Self { parts: if part.text.is_empty() { Vec::new() } else { vec![part] } }
    }

    /// This with more after it; plain text grows together.
    #[must_use]
    pub(super) fn then(mut self, more: Self) -> Self {
        for part in more.parts {
            match self.parts.last_mut() {
                Some(last)
                    if last.name.is_none() && part.name.is_none() && last.script == part.script =>
                {
                    last.text.push_str(&part.text);
                }
                _ => self.parts.push(part),
            }
        }
        self
    }

    /// As an exponent. One that has indices or exponents itself stays on the line.
    #[must_use]
    pub(super) fn raised(self) -> Self {
        if self.parts.iter().any(|part| part.script != Script::Line) {
            return Self::plain("^(").then(self).then(Self::plain(")"));
        }
        let raise = |part| FormulaPart { script: Script::Above, ..part };
        Self { parts: self.parts.into_iter().map(raise).collect() }
    }

    /// A phrase with formulas in its gaps.
    pub(super) fn fill(phrase: Phrase, locale: Locale, gaps: &[(&str, Self)]) -> Self {
        phrase.parts(locale).into_iter().fold(Self::default(), |text, part| match part {
            PhrasePart::Words(words) => text.then(Self::plain(words)),
            // A formula in a gap is no number: more than one thing is meant.
            PhrasePart::Form { many, .. } => text.then(Self::plain(many)),
            PhrasePart::Gap(gap) => {
                let filled = gaps.iter().find(|(name, _)| *name == gap);
                debug_assert!(filled.is_some(), "nothing fills {gap:?} of “{}”", phrase.zh);
                text.then(filled.map(|(_, filled)| filled.clone()).unwrap_or_default())
            }
        })
    }

    /// Several, with a separator between them and another before the last.
    pub(super) fn list(items: Vec<Self>, separator: &str, final_separator: &str) -> Self {
        let count = items.len();
        let placed = items.into_iter().enumerate();
        placed.fold(Self::default(), |list, (position, item)| {
            let before = match position {
                0 => "",
                _ if position + 1 == count => final_separator,
                _ => separator,
            };
            list.then(Self::plain(before)).then(item)
        })
    }
}

/// On one line: `x[t−1]` and `x^2`, for places that know no indices.
impl fmt::Display for FormulaText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for run in self.parts.chunk_by(|left, right| left.script == right.script) {
            let text: String = run.iter().map(|part| part.text.as_str()).collect();
            match run[0].script {
                Script::Line => formatter.write_str(&text)?,
                Script::Below => write!(formatter, "[{text}]")?,
                Script::Above if text.chars().all(char::is_alphanumeric) => {
                    write!(formatter, "^{text}")?;
                }
                Script::Above => write!(formatter, "^({text})")?,
            }
        }
        Ok(())
    }
}
