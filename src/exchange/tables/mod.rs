//! Which tables leave the program, and what stands in them.
//!
//! One unit a column, or a column for the unit; numbers as numbers, so that a spreadsheet goes
//! on computing with them.

mod figures;
mod money;
mod targets;

use crate::analysis::Report;
use crate::exchange::sheet::{Field, Sheet};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Plan;
use crate::wording::{Measure, Phrase};

pub use figures::figures;
pub use money::{budget, levers};
pub use targets::{indicators, scenarios, targets, verdicts};

/// What the tables of the scenario in hand are made of; `report` is of that scenario.
#[derive(Clone, Copy, Debug)]
pub struct Told<'t> {
    /// The plan.
    pub plan: &'t Plan,
    /// The model that computed.
    pub model: &'t Model,
    /// What came out.
    pub report: &'t Report,
    /// Language of the words.
    pub locale: Locale,
}

/// A table that can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the functions of the same names")]
pub enum TableKind {
    Targets,
    Indicators,
    Scenarios,
    Levers,
    Budget,
    Figures,
}

impl TableKind {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 6] = [
        Self::Targets,
        Self::Indicators,
        Self::Scenarios,
        Self::Levers,
        Self::Budget,
        Self::Figures,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Phrase {
        match self {
            Self::Targets => Phrase::SHEET_TARGETS,
            Self::Indicators => Phrase::SHEET_INDICATORS,
            Self::Scenarios => Phrase::SHEET_SCENARIOS,
            Self::Levers => Phrase::SHEET_LEVERS,
            Self::Budget => Phrase::SHEET_BUDGET,
            Self::Figures => Phrase::SHEET_FIGURES,
        }
    }

    /// What stands in it.
    #[must_use]
    pub fn note(self) -> Phrase {
        match self {
            Self::Targets => Phrase::SHEET_TARGETS_NOTE,
            Self::Indicators => Phrase::SHEET_INDICATORS_NOTE,
            Self::Scenarios => Phrase::SHEET_SCENARIOS_NOTE,
            Self::Levers => Phrase::SHEET_LEVERS_NOTE,
            Self::Budget => Phrase::SHEET_BUDGET_NOTE,
            Self::Figures => Phrase::SHEET_FIGURES_NOTE,
        }
    }
}

fn header(phrases: &[Phrase], locale: Locale) -> Vec<String> {
    phrases.iter().map(|phrase| phrase.get(locale).to_owned()).collect()
}

fn text(text: impl Into<String>) -> Field {
    Field::Text(text.into())
}

/// A value in the displayed unit; no finite one leaves the cell empty.
fn number(value: Option<f64>, measure: &Measure) -> Field {
    Field::Number {
        value: value.map_or(f64::NAN, |value| measure.shown(value)),
        decimals: measure.decimals(),
    }
}

fn year(year: i32) -> Field {
    Field::Year(year)
}

/// A head with its unit.
fn with_unit(head: &str, measure: &Measure, locale: Locale) -> String {
    Phrase::SHEET_HEAD_UNIT.with(locale, &[("head", head), ("unit", &measure.heading())])
}

fn sheet(header: Vec<String>, rows: impl Iterator<Item = Vec<Field>>) -> Sheet {
    Sheet { header, rows: rows.collect() }
}
