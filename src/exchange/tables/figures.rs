//! The city's figures, each with its year, unit and origin.

use crate::exchange::sheet::{Field, Sheet};
use crate::exchange::tables::{header, number, sheet, text, year};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Plan;
use crate::region::{Datum, Provenance};
use crate::unit::Unit;
use crate::wording::{Measure, Phrase, decimals_of_step, name, provenance_word};

/// One row a figure: base year, history, present settings, assumptions, targets of the level above.
#[must_use]
pub fn figures(plan: &Plan, model: &Model, locale: Locale) -> Sheet {
    let heads = [
        Phrase::SHEET_FIGURE,
        Phrase::SHEET_NATURE,
        Phrase::SHEET_YEAR,
        Phrase::SHEET_VALUE,
        Phrase::SHEET_UNIT,
        Phrase::SHEET_PROVENANCE,
        Phrase::SHEET_SOURCE,
        Phrase::SHEET_VINTAGE,
        Phrase::SHEET_REMARK,
    ];
    let writer = Writer { model, locale };
    sheet(header(&heads, locale), writer.rows(plan).into_iter())
}

struct Writer<'w> {
    model: &'w Model,
    locale: Locale,
}

/// A figure, whatever kind it is.
struct Entry<'e> {
    name: &'e str,
    nature: Phrase,
    year: i32,
    value: f64,
    unit: &'e Unit,
    provenance: Provenance,
    source: &'e str,
    vintage: Option<&'e str>,
    note: Option<&'e str>,
}

impl Writer<'_> {
    fn rows(&self, plan: &Plan) -> Vec<Vec<Field>> {
        let region = &plan.region;
        let mut rows = Vec::new();
        for (id, datum) in &region.figures {
            rows.push(self.datum(id, Phrase::SHEET_NATURE_BASE, region.base_year, datum));
        }
        let dated = [
            (Phrase::SHEET_NATURE_PAST, &region.history),
            (Phrase::SHEET_NATURE_UPPER, &region.upper_targets),
        ];
        for (nature, values) in dated {
            for (id, values) in values {
                rows.extend(values.iter().map(|of| self.datum(id, nature, of.year, &of.datum)));
            }
        }
        for (id, datum) in &region.present {
            rows.push(self.datum(id, Phrase::SHEET_NATURE_PRESENT, region.base_year, datum));
        }
        for assumption in &self.model.assumptions {
            let Some(path) = region.assumptions.get(&assumption.id) else { continue };
            let name = assumption.name.get(self.locale);
            rows.extend(path.by_year.iter().map(|(&year, &value)| {
                self.row(&Entry {
                    name,
                    nature: Phrase::SHEET_NATURE_ASSUMPTION,
                    year,
                    value,
                    unit: &assumption.unit,
                    provenance: path.provenance,
                    source: &path.source,
                    vintage: None,
                    note: path.note.as_deref(),
                })
            }));
        }
        rows
    }

    fn datum(&self, id: &str, nature: Phrase, year: i32, datum: &Datum) -> Vec<Field> {
        let lever = self.model.levers.iter().find(|lever| lever.id == id);
        let lever = lever.map(|lever| lever.name.get(self.locale));
        self.row(&Entry {
            name: lever.unwrap_or_else(|| name(id, self.model, self.locale)),
            nature,
            year,
            value: datum.value,
            unit: &datum.unit,
            provenance: datum.provenance,
            source: &datum.source,
            vintage: datum.vintage.as_deref(),
            note: datum.note.as_deref(),
        })
    }

    fn row(&self, entry: &Entry<'_>) -> Vec<Field> {
        let decimals = decimals_of_step(entry.unit.from_base(entry.value));
        let measure = Measure::of(entry.unit, &self.model.units, decimals, self.locale);
        vec![
            text(entry.name),
            text(entry.nature.get(self.locale)),
            year(entry.year),
            number(Some(entry.value), &measure),
            text(measure.heading()),
            text(provenance_word(entry.provenance).get(self.locale)),
            text(entry.source),
            text(entry.vintage.unwrap_or_default()),
            text(entry.note.unwrap_or_default()),
        ]
    }
}
