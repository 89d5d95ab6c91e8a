//! From a projection to the figure that its chart draws, in the displayed unit.

use crate::analysis::{Judgement, Projection, Report, YearSummary};
use crate::desk::scene::Scene;
use crate::figure::{
    Axis, FanChart, FanWords, FanYear, Figures, KnownPoint, NamedLine, TargetMark, YearValue,
};
use crate::locale::Locale;
use crate::region::{Provenance, Region, Target, TargetId, TargetKind};
use crate::sampling::Summary;
use crate::wording::{
    Measure, Phrase, ScenarioKind, floor_words, judged, judged_measure, target_name,
};

/// Years after the plan year that the picture shows; later ones are too wide to say anything.
const YEARS_AFTER_PLAN: i32 = 4;

/// Of things that are counted: so few that all that is drawn has room.
const FEW: f64 = 20.0;

/// Years before the first figure: room for the figures of the scale.
const YEARS_BEFORE_FIRST: i32 = 2;

/// A target with what is said of it.
pub type JudgedTarget<'a> = (&'a Target, Option<&'a Judgement>);

/// The fan of a variable, with the mark of its target where it has one. Of a target that asks
/// about a change the projection is its course.
///
/// # Panics
///
/// If the projection is of a variable that the model does not have.
#[must_use]
pub fn fan_figure(
    scene: &Scene,
    asked: Option<JudgedTarget<'_>>,
    projection: &Projection,
    scenario: ScenarioKind,
) -> FanChart {
    let variable = &scene.model.variables[projection.variable];
    let target = asked.map(|(target, _)| target);
    let change = target.filter(|target| target.kind.is_change());
    let (title, measure) = match change {
        Some(target) => {
            let title = target_name(target, scene.locale).into_owned();
            (title, judged_measure(target, &scene.model, scene.locale))
        }
        None => (variable.name.get(scene.locale).to_owned(), level_measure(scene, projection)),
    };
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
        ScenarioKind::Present => &[],
        ScenarioKind::Changed => &projection.outlook,
    };
    let marks = asked.map(|asked| marks(asked, &measure, scene)).unwrap_or_default();
    let yardstick = asked.and_then(|asked| yardstick(asked, &measure, last_year, scene.locale));
    let asks = marks.target.iter().map(|mark| mark.value).chain(marks.floor);
    let lines = yardstick.iter().flat_map(|line| &line.values).map(|year| year.value);
    FanChart {
        title,
        unit: measure.around().map(str::to_owned),
        decimals: measure.decimals(),
        axis: axis(projection, asks.chain(lines), &measure, last_year),
        first_year,
        base_year: projection.base_year,
        plan_year,
        last_year,
        history,
        base,
        fan: shown(&projection.scenario, last_year)
            .filter_map(|year| fan_year(year, &measure))
            .collect(),
        others: Vec::new(),
        reference: shown(outlook, last_year).filter_map(|year| median(year, &measure)).collect(),
        yardstick,
        target: marks.target,
        floor: marks.floor,
        words: words(&measure, scene.locale, scenario),
    }
}

fn level_measure(scene: &Scene, projection: &Projection) -> Measure {
    let variable = &scene.model.variables[projection.variable];
    Measure::of(&variable.unit, &scene.model.units, variable.decimals, scene.locale)
}

/// The same with the scenario's own name, that of what it is compared with, and further
/// scenarios: each a short name and its projection. The scale covers all medians.
#[must_use]
pub fn overlaid(
    scene: &Scene,
    asked: JudgedTarget<'_>,
    (name, projection): (&str, &Projection),
    reference: Option<&Named>,
    others: &[Named],
) -> FanChart {
    let mut chart = fan_figure(scene, Some(asked), projection, ScenarioKind::Present);
    let measure = match asked.0 {
        target if target.kind.is_change() => judged_measure(target, &scene.model, scene.locale),
        _ => level_measure(scene, projection),
    };
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
    let ends = [chart.axis.bottom(), chart.axis.top()];
    chart.axis = Axis::spanning(medians.chain(ends), figures(&measure));
    chart
}

/// A scenario by its short name, and what becomes of an indicator under it.
pub type Named = (String, Vec<YearSummary>);

/// The targets that have a picture of their own, by position, with what it shows: an indicator
/// once, by the target that asks for a value of it if there is one, and every change.
#[must_use]
pub fn pictured<'r>(report: &'r Report, region: &Region) -> Vec<(TargetId, &'r Projection)> {
    let mut pictured: Vec<(TargetId, &Projection)> = Vec::new();
    for (position, judgement) in judged(report) {
        let Some(target) = region.targets.get(position) else { continue };
        if let Some(projection) = drawn(report, target, judgement) {
            let is_marked = target.kind == TargetKind::Value;
            let is_known = |(other, of): &(TargetId, &Projection)| {
                let other = region.targets[*other].kind;
                let is_same = of.variable == projection.variable && !other.is_change();
                is_same && (other == TargetKind::Value) == is_marked
            };
            if target.kind.is_change() || !pictured.iter().any(is_known) {
                pictured.push((position, projection));
            }
        }
    }
    pictured
}

/// What the picture of a judged target shows: its indicator, or the change that it asks about.
#[must_use]
pub fn drawn<'r>(
    report: &'r Report,
    target: &Target,
    judgement: &'r Judgement,
) -> Option<&'r Projection> {
    if target.kind.is_change() {
        return judgement.course.as_ref();
    }
    report.projection(target.variable?)
}

fn shown(years: &[YearSummary], last_year: i32) -> impl Iterator<Item = &YearSummary> {
    years.iter().filter(move |year| year.year <= last_year)
}

fn point(year: i32, value: f64, provenance: Provenance, measure: &Measure) -> KnownPoint {
    let published = matches!(provenance, Provenance::Document | Provenance::Published);
    KnownPoint { year, value: measure.shown(value), published }
}

/// What a plan asks for, as it is marked: a bar, or the two ends of what it allows.
#[derive(Default)]
struct Marks {
    target: Option<TargetMark>,
    floor: Option<f64>,
}

fn marks((target, judgement): JudgedTarget<'_>, measure: &Measure, scene: &Scene) -> Marks {
    let locale = scene.locale;
    let band = judgement.and_then(|judgement| judgement.band);
    let (value, floor) = match (target.kind, band) {
        (TargetKind::Value | TargetKind::Growth | TargetKind::Increase, _) => (target.floor, None),
        (TargetKind::Hold, Some([low, high])) => (high, Some(measure.shown(low))),
        _ => return Marks::default(),
    };
    let written = floor_words(target, &scene.model, locale);
    let mark = TargetMark {
        year: target.year,
        value: measure.shown(value),
        label: Phrase::CHART_TARGET.with(locale, &[("value", &written)]),
    };
    Marks { target: Some(mark), floor }
}

/// What a relative target compares with.
fn yardstick(
    (target, judgement): JudgedTarget<'_>,
    measure: &Measure,
    last_year: i32,
    locale: Locale,
) -> Option<NamedLine> {
    let years = &judgement.filter(|_| target.kind == TargetKind::Relative)?.reference_course;
    let values: Vec<YearValue> =
        shown(years, last_year).filter_map(|year| median(year, measure)).collect();
    let name = Phrase::CHART_YARDSTICK.get(locale).to_owned();
    (!values.is_empty()).then_some(NamedLine { name, values })
}

/// From what no lever moves: what is asked for, known values and 现状延续. Of most indicators
/// its upper quarter; of what can fall below zero and of small counts all that is drawn.
fn axis(
    projection: &Projection,
    asks: impl Iterator<Item = f64>,
    measure: &Measure,
    last_year: i32,
) -> Axis {
    let known = projection.history.iter().map(|known| known.datum.value);
    let base = projection.base.map(|(value, _)| value);
    let outlook: Vec<Summary> =
        shown(&projection.outlook, last_year).filter_map(|year| year.summary).collect();
    let is_signed = outlook.iter().any(|summary| summary.p10 < 0.0);
    let most = outlook.iter().map(|summary| measure.shown(summary.p90)).fold(0.0, f64::max);
    let is_few = measure.decimals() == 0 && most <= FEW;
    let ends = move |summary: &Summary| match (is_signed, is_few) {
        (true, _) => [summary.p10, summary.p90],
        (false, true) => [summary.p90; 2],
        (false, false) => [summary.p75; 2],
    };
    let values = known.chain(base).chain(outlook.iter().flat_map(ends));
    Axis::spanning(values.map(|value| measure.shown(value)).chain(asks), figures(measure))
}

fn figures(measure: &Measure) -> Figures {
    if measure.decimals() == 0 { Figures::Whole } else { Figures::Any }
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

fn words(measure: &Measure, locale: Locale, scenario: ScenarioKind) -> FanWords {
    let unit = measure.heading();
    let word = |phrase: Phrase| phrase.get(locale).to_owned();
    FanWords {
        locale,
        scenario: word(match scenario {
            ScenarioKind::Present => Phrase::PRESENT,
            ScenarioKind::Changed => Phrase::CHART_SCENARIO,
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
