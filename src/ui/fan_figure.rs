//! From a projection to the figure that its chart draws, in the displayed unit.

use crate::analysis::{Projection, YearSummary};
use crate::figure::{
    Axis, FanChart, FanWords, FanYear, KnownPoint, NamedLine, TargetMark, YearValue,
};
use crate::locale::Locale;
use crate::region::{Provenance, Target, TargetKind};
use crate::ui::scene::Scene;
use crate::wording::{Measure, Phrase, Scenario};

/// Years after the plan year that the picture shows; later ones are too wide to say anything.
const YEARS_AFTER_PLAN: i32 = 4;

/// Years before the first figure: room for the figures of the scale.
const YEARS_BEFORE_FIRST: i32 = 2;

/// The fan of a variable, with the mark of its target where it has one.
///
/// # Panics
///
/// If the projection is of a variable that the model does not have.
#[must_use]
pub fn fan_figure(
    scene: &Scene,
    target: Option<&Target>,
    projection: &Projection,
    scenario: Scenario,
) -> FanChart {
    let variable = &scene.model.variables[projection.variable];
    let measure = Measure::of(&variable.unit, &scene.model.units, variable.decimals, scene.locale);
    let plan_year = scene.region.plan_year;
    let target_year = target.map_or(plan_year, |target| target.year.max(plan_year));
    let last_year = scene.end_year().min(target_year + YEARS_AFTER_PLAN);
    let history: Vec<KnownPoint> = projection
        .history
        .iter()
        .map(|known| point(known.year, known.datum.value, known.datum.provenance, &measure))
        .collect();
    let base = projection
        .base
        .map(|(value, provenance)| point(projection.base_year, value, provenance, &measure));
    let first_history = history.first().map_or(i32::MAX, |known| known.year);
    let first_year = first_history.min(projection.base_year) - YEARS_BEFORE_FIRST;
    // Where nothing was moved, a second line would lie on the first.
    let outlook: &[YearSummary] = match scenario {
        Scenario::Present => &[],
        Scenario::Changed => &projection.outlook,
    };
    let mark = target.and_then(|target| target_mark(target, &measure, scene.locale));
    FanChart {
        title: variable.name.get(scene.locale).to_owned(),
        unit: measure.around().map(String::from),
        decimals: measure.decimals(),
        axis: axis(projection, mark.as_ref(), &measure, last_year),
        first_year,
        base_year: projection.base_year,
        plan_year: scene.region.plan_year,
        last_year,
        history,
        base,
        fan: shown(&projection.scenario, last_year)
            .filter_map(|year| fan_year(year, &measure))
            .collect(),
        others: Vec::new(),
        reference: shown(outlook, last_year).filter_map(|year| median(year, &measure)).collect(),
        target: mark,
        floor: None,
        words: words(&measure, scene.locale, scenario),
    }
}

/// The same with the scenario's own name, that of what it is compared with, and further
/// scenarios: each a short name and its projection. The scale covers all medians.
#[must_use]
pub fn overlaid(
    scene: &Scene,
    target: &Target,
    (name, projection): (&str, &Projection),
    reference: Option<&Named>,
    others: &[Named],
) -> FanChart {
    let mut chart = fan_figure(scene, Some(target), projection, Scenario::Present);
    let variable = &scene.model.variables[projection.variable];
    let measure = Measure::of(&variable.unit, &scene.model.units, variable.decimals, scene.locale);
    let last_year = chart.last_year;
    let line = |(name, years): &Named| NamedLine {
        name: name.clone(),
        values: shown(years, last_year).filter_map(|year| median(year, &measure)).collect(),
    };
    let reference = reference.map(line);
    chart.others = others.iter().map(line).collect();
    name.clone_into(&mut chart.words.scenario);
    if let Some(line) = reference {
        (chart.words.reference, chart.reference) = (line.name, line.values);
    }
    let lines = chart.others.iter().flat_map(|line| &line.values).chain(&chart.reference);
    let medians = lines.map(|year| year.value).chain(chart.fan.iter().map(|year| year.p50));
    chart.axis = Axis::covering(medians.chain([chart.axis.top()]));
    chart
}

/// A scenario by its short name, and what becomes of an indicator under it.
pub type Named = (String, Vec<YearSummary>);

fn shown(years: &[YearSummary], last_year: i32) -> impl Iterator<Item = &YearSummary> {
    years.iter().filter(move |year| year.year <= last_year)
}

fn point(year: i32, value: f64, provenance: Provenance, measure: &Measure) -> KnownPoint {
    let published = matches!(provenance, Provenance::Document | Provenance::Published);
    KnownPoint { year, value: measure.shown(value), published }
}

fn target_mark(target: &Target, measure: &Measure, locale: Locale) -> Option<TargetMark> {
    let written = measure.value(target.floor).to_string();
    (target.kind == TargetKind::Value).then(|| TargetMark {
        year: target.year,
        value: measure.shown(target.floor),
        label: Phrase::CHART_TARGET.with(locale, &[("value", &written)]),
    })
}

/// From what no lever moves: target, known values and the upper quarter of 现状延续.
fn axis(
    projection: &Projection,
    mark: Option<&TargetMark>,
    measure: &Measure,
    last_year: i32,
) -> Axis {
    let known = projection.history.iter().map(|known| known.datum.value);
    let base = projection.base.map(|(value, _)| value);
    let outlook = shown(&projection.outlook, last_year)
        .filter_map(|year| year.summary)
        .map(|summary| summary.p75);
    let values = known.chain(base).chain(outlook).map(|value| measure.shown(value));
    Axis::covering(values.chain(mark.map(|mark| mark.value)))
}

fn fan_year(year: &YearSummary, measure: &Measure) -> Option<FanYear> {
    let summary = year.summary?;
    let [p10, p25, p50, p75, p90] =
        [summary.p10, summary.p25, summary.p50, summary.p75, summary.p90]
            .map(|value| measure.shown(value));
    Some(FanYear { year: year.year, p10, p25, p50, p75, p90 })
}

fn median(year: &YearSummary, measure: &Measure) -> Option<YearValue> {
    Some(YearValue { year: year.year, value: measure.shown(year.summary?.p50) })
}

fn words(measure: &Measure, locale: Locale, scenario: Scenario) -> FanWords {
    let unit = measure.heading();
    let word = |phrase: Phrase| phrase.get(locale).to_owned();
    FanWords {
        scenario: word(match scenario {
            Scenario::Present => Phrase::PRESENT,
            Scenario::Changed => Phrase::CHART_SCENARIO,
        }),
        reference: word(Phrase::PRESENT),
        plan_year: word(Phrase::CHART_PLAN_YEAR),
        missing_history: word(Phrase::CHART_MISSING_HISTORY),
        year: word(Phrase::TABLE_YEAR),
        known: match unit.as_str() {
            "" => word(Phrase::TABLE_KNOWN),
            unit => Phrase::TABLE_KNOWN_IN.with(locale, &[("unit", unit)]),
        },
        origin: word(Phrase::ORIGIN),
        published: word(Phrase::TABLE_PUBLISHED),
        unpublished: word(Phrase::TABLE_UNPUBLISHED),
        target: word(Phrase::TABLE_TARGET),
        floor: word(Phrase::TABLE_FLOOR),
    }
}
