//! Levers with their settings and costs, and the spending by year.

use crate::analysis::YearSummary;
use crate::exchange::sheet::{Field, Sheet};
use crate::exchange::tables::{Told, header, number, sheet, text, with_unit, year};
use crate::model::{CostKind, Lever, LeverId, Model};
use crate::unit::InUnit;
use crate::wording::{Measure, Phrase, lever_measure};

/// One row a lever: present, and the setting of each simulated year in the scenario in hand.
#[must_use]
pub fn levers(told: Told<'_>) -> Sheet {
    let Told { plan, model, locale, .. } = told;
    let funds = Measure::funds(locale);
    let mut heads = header(
        &[Phrase::SHEET_LEVER, Phrase::SHEET_UNIT, Phrase::SHEET_CHANGED, Phrase::SHEET_PRESENT],
        locale,
    );
    let years = 1..=model.horizon;
    let calendar = |t: u32| plan.region.base_year + t.cast_signed();
    heads.extend(
        years.map(|t| Phrase::SHEET_SETTING_OF.with(locale, &[("year", &calendar(t).to_string())])),
    );
    let plan_year = plan.region.plan_year.to_string();
    let cost = Phrase::SHEET_NEW_SPENDING.with(locale, &[("year", &plan_year)]);
    heads.push(with_unit(&cost, &funds, locale));
    if has_forgone(model) {
        let forgone = Phrase::SHEET_FORGONE_IN.with(locale, &[("year", &plan_year)]);
        heads.push(with_unit(&forgone, &funds, locale));
    }
    let rows = model.levers.iter_enumerated();
    sheet(heads, rows.map(|(position, lever)| lever_row(told, position, lever)))
}

fn lever_row(told: Told<'_>, position: LeverId, lever: &Lever) -> Vec<Field> {
    let Told { plan, model, report, locale } = told;
    let measure = lever_measure(lever, model, locale);
    let present = plan.region.present_setting(lever);
    let path = plan.scenarios.current().settings.get(&lever.id);
    let changed = if path.is_some() { Phrase::SHEET_YES } else { Phrase::SHEET_NO };
    let set = |setting: InUnit| number(Some(lever.unit.to_base(setting)), &measure);
    let mut row = vec![text(lever.name.get(locale)), text(measure.heading())];
    row.extend([text(changed.get(locale)), set(present)]);
    row.extend(
        (1..=model.horizon).map(|t| set(path.and_then(|path| path.at(t)).unwrap_or(present))),
    );
    let t = usize::try_from(plan.region.plan_year - plan.region.base_year - 1).ok();
    let cost = t.and_then(|t| report.lever_cost.get(position)?.get(t).copied());
    let funds = Measure::funds(locale);
    let of = |kind: CostKind| if lever.cost_kind == kind { cost } else { cost.map(|_| 0.0) };
    row.push(number(of(CostKind::Cash), &funds));
    if has_forgone(model) {
        row.push(number(of(CostKind::Forgone), &funds));
    }
    row
}

/// Whether the model has a lever for which the city does not collect tax.
fn has_forgone(model: &Model) -> bool {
    model.levers_that_cost(CostKind::Forgone).next().is_some()
}

/// One row a simulated year: new municipal spending against the ceiling.
#[must_use]
pub fn budget(told: Told<'_>) -> Sheet {
    let Told { plan, report, locale, .. } = told;
    let funds = Measure::funds(locale);
    let heads = [Phrase::SHEET_SPENDING, Phrase::SHEET_P10, Phrase::SHEET_P90];
    let ceiling = [Phrase::SHEET_CEILING, Phrase::SHEET_REST];
    let ceiling = if plan.ceiling.is_some() { &ceiling[..] } else { &[] };
    let mut header = header(&[Phrase::SHEET_YEAR], locale);
    let heads = heads.iter().chain(ceiling);
    header.extend(heads.map(|head| with_unit(head.get(locale), &funds, locale)));
    if has_forgone(told.model) {
        header.push(with_unit(Phrase::SHEET_FORGONE.get(locale), &funds, locale));
    }
    let row = |of: &YearSummary| {
        let median = of.summary.map(|summary| summary.p50);
        let mut row = vec![year(of.year), number(median, &funds)];
        row.push(number(of.summary.map(|summary| summary.p10), &funds));
        row.push(number(of.summary.map(|summary| summary.p90), &funds));
        if let Some(ceiling) = plan.ceiling {
            row.push(number(Some(ceiling), &funds));
            row.push(number(median.map(|median| ceiling - median), &funds));
        }
        if has_forgone(told.model) {
            row.push(number(report.forgone_of(of.year), &funds));
        }
        row
    };
    sheet(header, report.cost.iter().map(row))
}
