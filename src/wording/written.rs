//! A figure as it is written, and how it stands to nought: what asks for its sign need not read it off the text.

use std::cmp::Ordering;
use std::fmt;

/// A figure in three pieces, so that a screen can set the unit smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Before the digits: a sign, a currency.
    pub before: String,
    /// The digits.
    pub number: String,
    /// After the digits: the unit, with its space where the language has one.
    pub after: String,
    /// How the figure stands to nought as it is written; `None` where it is no number.
    pub sign: Option<Ordering>,
}

impl Written {
    /// Whether the figure rounds to nought.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.sign == Some(Ordering::Equal)
    }
}

impl From<Written> for String {
    fn from(written: Written) -> Self {
        written.to_string()
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.before, self.number, self.after)
    }
}

/// How a value stands to nought once it is written in `digits`.
pub(super) fn sign(base: f64, digits: &str) -> Option<Ordering> {
    let is_nothing = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let written = if is_nothing { 0.0 } else { base };
    written.partial_cmp(&0.0).filter(|_| base.is_finite())
}
