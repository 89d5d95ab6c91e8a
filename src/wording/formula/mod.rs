//! A checked formula in words, in symbols, and with the values of a year put in.

mod symbols;
mod text;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use symbols::{Naming, Values};
pub use text::{FormulaPart, FormulaText, Script};
pub use writer::FormulaWriter;

use crate::formula::Expression;
use crate::model::Reference;
use crate::wording::phrase::Phrase;

impl FormulaWriter<'_> {
    /// A sentence: 上年的“有效高新技术企业”+“新认定高新技术企业”−….
    #[must_use]
    pub fn in_words(&self, formula: &Expression<Reference>) -> FormulaText {
        words::write(*self, formula)
    }

    /// Readable mathematics.
    #[must_use]
    pub fn in_symbols(&self, formula: &Expression<Reference>, naming: Naming) -> FormulaText {
        symbols::write(*self, formula, naming)
    }

    /// The symbols with every name replaced by its value in a year.
    #[must_use]
    pub fn with_values(&self, formula: &Expression<Reference>, values: &Values<'_>) -> FormulaText {
        symbols::write_values(*self, formula, values)
    }

    /// A name and what it equals: “强度”=….
    #[must_use]
    pub fn equation(&self, name: Reference, formula: FormulaText) -> FormulaText {
        let name = self.bracketed_name(name);
        FormulaText::fill(Phrase::FORMULA_EQUALS, self.locale, &[("x", name), ("y", formula)])
    }
}
