//! Targets with their verdicts, indicators by year, and scenarios side by side.

use typed_index_collections::TiSlice;

use crate::analysis::{Assessment, Judgement, Projection, Report, YearSummary};
use crate::exchange::sheet::{Field, Sheet};
use crate::exchange::tables::{Told, header, number, sheet, text, year};
use crate::region::{Target, TargetId};
use crate::wording::{
    Measure, Phrase, ask, chance, judged_measure, light_word, names, reason, remark, scenario_name,
    target_name,
};

/// One row a target: what it asks, what is expected, how it stands, who answers for it.
#[must_use]
pub fn targets(told: Told<'_>) -> Sheet {
    let heads = [
        Phrase::SHEET_TARGET,
        Phrase::SHEET_ASKED,
        Phrase::SHEET_YEAR,
        Phrase::SHEET_UNIT,
        Phrase::SHEET_MEDIAN,
        Phrase::SHEET_P10,
        Phrase::SHEET_P90,
        Phrase::SHEET_OUTLOOK,
        Phrase::SHEET_GAP,
        Phrase::SHEET_CHANCE,
        Phrase::SHEET_OUTLOOK_CHANCE,
        Phrase::SHEET_STRETCH_CHANCE,
        Phrase::SHEET_LIGHT,
        Phrase::SHEET_LIGHT_REMARK,
        Phrase::SHEET_ASSUMED,
        Phrase::SHEET_LEAD,
        Phrase::SHEET_RESPONSIBLE,
        Phrase::SHEET_SECTION,
    ];
    let rows = of_targets(told).map(|(target, assessment)| target_row(told, target, assessment));
    sheet(header(&heads, told.locale), rows)
}

fn of_targets(told: Told<'_>) -> impl Iterator<Item = (&Target, &Assessment)> {
    let targets = &told.plan.region.targets;
    let assessments = told.report.assessments.iter();
    assessments.filter_map(|assessment| Some((targets.get(assessment.target)?, assessment)))
}

fn target_row(told: Told<'_>, target: &Target, assessment: &Assessment) -> Vec<Field> {
    let Told { model, locale, .. } = told;
    let measure = judged_measure(target, model, locale);
    let mut row = vec![
        text(target_name(target, locale)),
        text(ask(target, model, locale)),
        year(target.year),
        text(measure.heading()),
    ];
    match &assessment.verdict {
        Ok(judgement) => row.extend(judged_cells(told, target, judgement, &measure)),
        Err(why) => {
            row.extend([const { Field::Text(String::new()) }; 8]);
            row.extend([text(reason(why, model, locale)), text(""), text("")]);
        }
    }
    let responsible = target.responsible.join(Phrase::LIST_COMMA.get(locale));
    row.extend([text(&target.lead), text(responsible), text(&target.section)]);
    row
}

fn judged_cells(
    told: Told<'_>,
    target: &Target,
    judgement: &Judgement,
    measure: &Measure,
) -> Vec<Field> {
    let Told { plan, model, locale, .. } = told;
    let remark = remark(target, judgement, plan.thresholds);
    let Judgement { value, outlook, .. } = judgement;
    vec![
        number(Some(value.p50), measure),
        number(Some(value.p10), measure),
        number(Some(value.p90), measure),
        number(Some(outlook.p50), measure),
        number(Some(judgement.gap), measure),
        text(chance(judgement.probability)),
        text(chance(judgement.outlook_probability)),
        text(judgement.stretch_probability.map(chance).unwrap_or_default()),
        text(light_word(plan.thresholds.light(judgement.probability)).get(locale)),
        text(remark.map_or("", |remark| remark.get(locale))),
        text(names(&judgement.assumed, model, locale)),
    ]
}

/// The targets in a few columns of words, for paper.
#[must_use]
pub fn verdicts(told: Told<'_>) -> Sheet {
    let Told { model, locale, .. } = told;
    let heads = [
        Phrase::SHEET_TARGET,
        Phrase::SHEET_ASKED,
        Phrase::SHEET_MEDIAN,
        Phrase::SHEET_RANGE,
        Phrase::SHEET_CHANCE,
        Phrase::SHEET_LIGHT,
    ];
    let row = |(target, assessment): (&Target, &Assessment)| {
        let measure = judged_measure(target, model, locale);
        let mut row = vec![text(target_name(target, locale)), text(ask(target, model, locale))];
        row.extend(match &assessment.verdict {
            Ok(judgement) => [
                text(measure.value(judgement.value.p50)),
                text(measure.range(judgement.value.p10, judgement.value.p90)),
                text(chance(judgement.probability)),
                text(standing(told, target, judgement)),
            ],
            Err(why) => [text("—"), text("—"), text("—"), text(reason(why, model, locale))],
        });
        row
    };
    sheet(header(&heads, locale), of_targets(told).map(row))
}

/// The light, with what is to be said beside it.
fn standing(told: Told<'_>, target: &Target, judgement: &Judgement) -> String {
    let rule = told.plan.thresholds;
    let light = light_word(rule.light(judgement.probability));
    let words = [Some(light), remark(target, judgement, rule)];
    let words: Vec<&str> = words.into_iter().flatten().map(|word| word.get(told.locale)).collect();
    words.join(" · ")
}

/// One row an indicator and year: the past, the scenario in hand, 现状延续.
#[must_use]
pub fn indicators(told: Told<'_>) -> Sheet {
    let heads = [
        Phrase::SHEET_INDICATOR,
        Phrase::SHEET_UNIT,
        Phrase::SHEET_YEAR,
        Phrase::SHEET_NATURE,
        Phrase::SHEET_VALUE,
        Phrase::SHEET_P10,
        Phrase::SHEET_P25,
        Phrase::SHEET_P75,
        Phrase::SHEET_P90,
        Phrase::SHEET_OUTLOOK,
    ];
    let rows = told.report.projections.iter().flat_map(|projection| by_year(told, projection));
    sheet(header(&heads, told.locale), rows)
}

fn by_year(told: Told<'_>, projection: &Projection) -> Vec<Vec<Field>> {
    let Told { model, locale, .. } = told;
    let variable = &model.variables[projection.variable];
    let measure = Measure::of(&variable.unit, &model.units, variable.decimals, locale);
    let row = |of: i32, nature: Phrase, values: [Option<f64>; 6]| {
        let unit = measure.heading();
        let mut row = vec![text(variable.name.get(locale)), text(unit), year(of)];
        row.push(text(nature.get(locale)));
        row.extend(values.map(|value| number(value, &measure)));
        row
    };
    let known = |value| [Some(value), None, None, None, None, None];
    let history = projection.history.iter();
    let mut rows: Vec<_> = history
        .map(|past| row(past.year, Phrase::SHEET_NATURE_PAST, known(past.datum.value)))
        .collect();
    if let Some((value, _)) = projection.base {
        rows.push(row(projection.base_year, Phrase::SHEET_NATURE_BASE, known(value)));
    }
    let years = projection.scenario.iter().zip(&projection.outlook);
    rows.extend(years.map(|(scenario, outlook)| {
        row(scenario.year, Phrase::SHEET_NATURE_PROJECTED, projected(scenario, outlook))
    }));
    rows
}

fn projected(scenario: &YearSummary, outlook: &YearSummary) -> [Option<f64>; 6] {
    let of = scenario.summary;
    [
        of.map(|of| of.p50),
        of.map(|of| of.p10),
        of.map(|of| of.p25),
        of.map(|of| of.p75),
        of.map(|of| of.p90),
        outlook.summary.map(|outlook| outlook.p50),
    ]
}

/// One row a target, two columns a scenario; `reports` are in the order of the plan's scenarios.
/// The last row is the new spending of the plan year.
#[must_use]
pub fn scenarios(told: Told<'_>, reports: &[&Report]) -> Sheet {
    let Told { plan, model, locale, .. } = told;
    let mut heads =
        header(&[Phrase::SHEET_TARGET, Phrase::SHEET_ASKED, Phrase::SHEET_UNIT], locale);
    for scenario in plan.scenarios.all() {
        let scenario = scenario_name(plan, scenario.id, locale);
        for of in [Phrase::SHEET_MEDIAN_OF, Phrase::SHEET_CHANCE_OF] {
            heads.push(of.with(locale, &[("scenario", &scenario)]));
        }
    }
    let row = |(target, _): (&Target, &Assessment)| {
        let measure = judged_measure(target, model, locale);
        let mut row = vec![text(target_name(target, locale)), text(ask(target, model, locale))];
        row.push(text(measure.heading()));
        for report in reports {
            let judgement = judgement_of(report, &plan.region.targets, target);
            row.push(number(judgement.map(|judgement| judgement.value.p50), &measure));
            row.push(text(judgement.map_or_else(String::new, |of| chance(of.probability))));
        }
        row
    };
    let mut sheet = sheet(heads, of_targets(told).map(row));
    sheet.rows.push(spending(told, reports));
    sheet.rows.extend(forgone(told, reports));
    sheet
}

fn judgement_of<'r>(
    report: &'r Report,
    targets: &TiSlice<TargetId, Target>,
    target: &Target,
) -> Option<&'r Judgement> {
    let of = |assessment: &&Assessment| {
        targets.get(assessment.target).is_some_and(|found| found.id == target.id)
    };
    report.assessments.iter().find(of)?.verdict.as_ref().ok()
}

fn spending(told: Told<'_>, reports: &[&Report]) -> Vec<Field> {
    let funds = Measure::funds(told.locale);
    let plan_year = told.plan.region.plan_year;
    let words = Phrase::SHEET_NEW_SPENDING.with(told.locale, &[("year", &plan_year.to_string())]);
    let mut row = vec![text(words), text(""), text(funds.heading())];
    for report in reports {
        let year = report.cost.iter().find(|cost| cost.year == plan_year);
        let cost = year.and_then(|year| year.summary).map(|summary| summary.p50);
        row.extend([number(cost, &funds), text("")]);
    }
    row
}

/// Tax that is not collected under the scenarios, where the model has a lever for that.
fn forgone(told: Told<'_>, reports: &[&Report]) -> Option<Vec<Field>> {
    let funds = Measure::funds(told.locale);
    let plan_year = told.plan.region.plan_year;
    let values: Option<Vec<f64>> =
        reports.iter().map(|report| report.forgone_of(plan_year)).collect();
    let words = Phrase::SHEET_FORGONE_IN.with(told.locale, &[("year", &plan_year.to_string())]);
    let mut row = vec![text(words), text(""), text(funds.heading())];
    for value in values? {
        row.extend([number(Some(value), &funds), text("")]);
    }
    Some(row)
}
