//! The table of differences: indicators by scenario, as the screen and the clipboard have it.

use crate::analysis::{Judgement, Report};
use crate::exchange::sheet::{Field, Sheet};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Light, Plan};
use crate::region::{Target, TargetId, TargetKind};
use crate::sampling::Probability;
use crate::wording::{Measure, Phrase, ask, chance, judged_measure, light_word, target_name};

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is compared.
    pub name: String,
    /// The year, or the years that are added up.
    pub period: String,
    /// What the plan asks for, in words; empty if nothing.
    pub target: String,
    /// How its figures are written.
    pub measure: Measure,
    /// Whether it is a part of the row above.
    pub is_part: bool,
    /// One a scenario, in their order.
    pub cells: Vec<Cell>,
}

/// What a row says of a scenario, in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Median.
    pub value: Option<f64>,
    /// Median less that of the reference; `None` for the reference itself.
    pub difference: Option<f64>,
    /// How it stands against what is asked.
    pub standing: Option<ComparedStanding>,
}

/// How a scenario stands against what is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ComparedStanding {
    /// Of a target: the chance of reaching it, and its light.
    Judged(Probability, Light),
    /// Of the money: within the ceiling.
    Within,
    /// Of the money: over the ceiling.
    Over,
}

impl ComparedStanding {
    /// In words: `62%`, `超上限`.
    #[must_use]
    pub fn words(&self, locale: Locale) -> String {
        match self {
            ComparedStanding::Judged(probability, _) => chance(*probability),
            ComparedStanding::Within => Phrase::COMPARE_WITHIN.get(locale).to_owned(),
            ComparedStanding::Over => Phrase::COMPARE_OVER.get(locale).to_owned(),
        }
    }
}

/// Compares the reports of some scenarios of a plan; `reference` is a position among them.
///
/// A target that none of them judges has no row.
#[must_use]
pub fn comparison(
    plan: &Plan,
    model: &Model,
    reports: &[&Report],
    reference: usize,
    locale: Locale,
) -> Vec<Row> {
    let writer = Writer { plan, model, reports, reference, locale };
    let targets = plan.region.targets.iter_enumerated();
    let mut rows: Vec<Row> =
        targets.flat_map(|(position, target)| writer.target(position, target)).collect();
    rows.extend(writer.money());
    rows
}

/// The table for a spreadsheet; `names` are those of the scenarios.
#[must_use]
pub fn comparison_sheet(rows: &[Row], names: &[String], reference: usize, locale: Locale) -> Sheet {
    let head = [
        Phrase::COMPARE_INDICATOR,
        Phrase::PARTS_YEAR,
        Phrase::COMPARE_UNIT,
        Phrase::COMPARE_TARGET,
    ];
    let mut header: Vec<String> = head.map(|phrase| phrase.get(locale).to_owned()).to_vec();
    for (position, name) in names.iter().enumerate() {
        let column = |word: &str| {
            Phrase::COMPARE_COLUMN.with(locale, &[("scenario", name), ("column", word)])
        };
        header.push(column("P50"));
        if position != reference {
            header.push(column(Phrase::COMPARE_DIFFERENCE.get(locale)));
        }
        header.push(column(Phrase::COMPARE_CHANCE.get(locale)));
        header.push(column(Phrase::BOARD_LIGHT.get(locale)));
    }
    let rows = rows.iter().map(|row| sheet_row(row, reference, locale)).collect();
    Sheet { header, rows }
}

fn sheet_row(row: &Row, reference: usize, locale: Locale) -> Vec<Field> {
    let texts = [&row.name, &row.period, &row.measure.heading(), &row.target];
    let mut fields: Vec<Field> = texts.map(|text| Field::Text(text.clone())).to_vec();
    let number = |value: Option<f64>| Field::Number {
        value: row.measure.shown(value.unwrap_or(f64::NAN)),
        decimals: row.measure.decimals(),
    };
    for (position, cell) in row.cells.iter().enumerate() {
        fields.push(number(cell.value));
        if position != reference {
            fields.push(number(cell.difference));
        }
        let standing = cell.standing.map(|standing| standing.words(locale));
        fields.push(Field::Text(standing.unwrap_or_default()));
        let light = match cell.standing {
            Some(ComparedStanding::Judged(_, light)) => light_word(light).get(locale),
            _ => "",
        };
        fields.push(Field::Text(light.to_owned()));
    }
    fields
}

fn judged(report: &Report, target: TargetId) -> Option<&Judgement> {
    report.assessments.get(target)?.verdict.as_ref().ok()
}

struct Writer<'w> {
    plan: &'w Plan,
    model: &'w Model,
    reports: &'w [&'w Report],
    reference: usize,
    locale: Locale,
}

impl Writer<'_> {
    fn cells(&self, of: impl Fn(&Report) -> Option<(f64, Option<ComparedStanding>)>) -> Vec<Cell> {
        let found: Vec<Option<(f64, Option<ComparedStanding>)>> =
            self.reports.iter().map(|report| of(report)).collect();
        let value = |position: usize| found[position].map(|(value, _)| value);
        let cell = |position: usize| Cell {
            value: value(position),
            difference: value(position)
                .zip(value(self.reference))
                .map(|(value, reference)| value - reference)
                .filter(|_| position != self.reference),
            standing: found[position].and_then(|(_, standing)| standing),
        };
        (0..found.len()).map(cell).collect()
    }

    /// The target, and the real part of its indicator where the model tells.
    fn target(&self, position: TargetId, target: &Target) -> Vec<Row> {
        let year = target.year.to_string();
        let row = |name: &str, is_part: bool, target_words: String, cells: Vec<Cell>| Row {
            name: name.to_owned(),
            period: Phrase::YEAR_OF.with(self.locale, &[("year", &year)]),
            target: target_words,
            measure: judged_measure(target, self.model, self.locale),
            is_part,
            cells,
        };
        let cells = self.cells(|report| {
            let judgement = judged(report, position)?;
            let chance = judgement.probability;
            let standing = ComparedStanding::Judged(chance, self.plan.thresholds.light(chance));
            Some((judgement.value.p50, Some(standing)))
        });
        let asked = ask(target, self.model, self.locale);
        let real = self.cells(|report| Some((judged(report, position)?.real?, None)));
        let real_name = Phrase::COMPARE_OF_WHICH_REAL.get(self.locale);
        let rows = [
            row(&target_name(target, self.locale), false, asked, cells),
            row(real_name, true, String::new(), real),
        ];
        // The real part is of the indicator or its increase, not of its growth.
        let tells_real = matches!(target.kind, TargetKind::Value | TargetKind::Increase);
        let rows = rows.into_iter().filter(|row| !row.is_part || tells_real);
        rows.filter(|row| row.cells.iter().any(|cell| cell.value.is_some())).collect()
    }

    /// Municipal cash: of the plan year against the ceiling, and of all years; tax that is not
    /// collected, where there is any.
    fn money(&self) -> Vec<Row> {
        let funds = Measure::funds(self.locale);
        let (region, ceiling) = (&self.plan.region, self.plan.ceiling);
        let row = |period: String, target: String, cells: Vec<Cell>| Row {
            name: Phrase::COMPARE_COST.get(self.locale).to_owned(),
            period,
            target,
            measure: funds.clone(),
            is_part: false,
            cells,
        };
        let against = |cost: f64| {
            let over = cost > ceiling?;
            Some(if over { ComparedStanding::Over } else { ComparedStanding::Within })
        };
        let of_year = self.cells(|report| {
            let cost = report.cost_of(region.plan_year)?;
            Some((cost, against(cost)))
        });
        let total = self.cells(|report| Some((report.total_cost()?, None)));
        let year = region.plan_year.to_string();
        let (from, to) =
            (region.base_year + 1, region.base_year + self.model.horizon.cast_signed());
        let (from, to) = (from.to_string(), to.to_string());
        let asked = ceiling.map(|ceiling| {
            let value = funds.value(ceiling).to_string();
            Phrase::COMPARE_CEILING.with(self.locale, &[("value", &value)])
        });
        let forgone = self.cells(|report| Some((report.forgone_of(region.plan_year)?, None)));
        let forgoes = forgone.iter().any(|cell| cell.value.is_some_and(|value| value != 0.0));
        let period = Phrase::YEAR_OF.with(self.locale, &[("year", &year)]);
        let forgone = Row {
            name: Phrase::SHEET_FORGONE.get(self.locale).to_owned(),
            ..row(period, String::new(), forgone)
        };
        let mut rows = vec![
            row(
                Phrase::YEAR_OF.with(self.locale, &[("year", &year)]),
                asked.unwrap_or_default(),
                of_year,
            ),
            row(
                Phrase::BUDGET_TOTAL.with(self.locale, &[("from", &from), ("to", &to)]),
                String::new(),
                total,
            ),
        ];
        rows.extend(forgoes.then_some(forgone));
        rows
    }
}
