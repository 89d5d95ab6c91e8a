//! Every text of the interface in both languages, a table for each part of the page.
//!
//! A line has a key, the Chinese and the English text; without one of them it
//! does not compile. `{name}` is a gap for a value.

/// A text of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

macro_rules! texts {
    ($($key:ident: $zh:literal, $en:literal;)*) => {
        #[expect(missing_docs, reason = "the texts themselves say it")]
        impl Phrase {
            $(pub const $key: Phrase = Phrase { zh: $zh, en: $en };)*
        }

        /// The table, to be checked.
        #[cfg(test)]
        pub(super) const TABLE: &[Phrase] = &[$(Phrase::$key),*];
    };
}

mod audit;
mod board;
mod command;
mod compare;
mod data;
mod entry;
mod exchange;
mod explain;
mod formula;
mod host;
mod levers;
mod output;
mod page;
mod plans;
mod second;
mod steps;
mod targets;

/// All texts.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = Phrase> {
    let tables = [
        audit::TABLE,
        board::TABLE,
        command::TABLE,
        compare::TABLE,
        data::TABLE,
        entry::TABLE,
        exchange::TABLE,
        explain::TABLE,
        formula::TABLE,
        host::TABLE,
        levers::TABLE,
        output::TABLE,
        page::TABLE,
        plans::TABLE,
        second::TABLE,
        steps::TABLE,
        targets::TABLE,
    ];
    tables.into_iter().flatten().copied()
}
