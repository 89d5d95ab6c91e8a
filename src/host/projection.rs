//! What becomes of the indicators and targets, as data for a program.

use serde::Serialize;

use typed_index_collections::TiSlice;

use crate::analysis::{Assessment, YearSummary};
use crate::exchange::tables::Told;
use crate::model::{Lever, LeverId};
use crate::plan::{Thresholds, Verb};
use crate::region::Target;
use crate::unit::InUnit;
use crate::wording::{ask, reason, scenario_name};

/// The projection of the scenario in hand. Names are in the language of the page, units as the model
/// writes them; what cannot be computed is `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProjectionMessage {
    /// Counts the states of the plan since the page was opened.
    pub revision: u64,
    city: String,
    city_name: String,
    plan_name: String,
    base_year: i32,
    plan_year: i32,
    scenario: InHand,
    /// Draws that the figures rest on.
    draws: usize,
    /// The simulated years; lists of figures have one for each.
    years: Vec<i32>,
    indicators: Vec<Indicator>,
    targets: Vec<Verdict>,
    thresholds: Limits,
    levers: Vec<LeverNow>,
    cost: Cost,
}

/// The scenario in hand, by its position in the strip, from 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct InHand {
    number: usize,
    name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Indicator {
    id: String,
    name: String,
    unit: String,
    /// Of the base year.
    base: Option<f64>,
    median: Vec<Option<f64>>,
    /// 10th percentile.
    low: Vec<Option<f64>>,
    /// 90th percentile.
    high: Vec<Option<f64>>,
    /// Median of 现状延续.
    outlook: Vec<Option<f64>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Verdict {
    id: String,
    name: String,
    /// What the target asks for, in words.
    asks: String,
    unit: String,
    /// 底线值.
    value: f64,
    /// Calendar year.
    year: i32,
    /// What is expected in the target's year.
    median: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    /// Of reaching the floor, 0 to 1.
    probability: Option<f64>,
    /// The same in 现状延续.
    outlook_probability: Option<f64>,
    light: Option<&'static str>,
    /// The plan's own verb.
    word: Option<&'static str>,
    /// The chance that the verb needs, 0 to 1.
    word_chance: Option<f64>,
    /// Whether the chance is enough for the verb.
    word_fits: Option<bool>,
    /// Whether 现状延续 reaches the target with the chance that 确保 needs.
    unaided: Option<bool>,
    /// Why there is no verdict.
    reason: Option<String>,
}

/// Where the scale of chances is cut, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Limits {
    met: f64,
    near: f64,
    ensure: f64,
    strive: f64,
    effort: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct LeverNow {
    id: String,
    name: String,
    unit: String,
    minimum: f64,
    maximum: f64,
    present: f64,
    /// Of each simulated year.
    setting: Vec<f64>,
}

/// Municipal cash of the levers, 元.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Cost {
    unit: &'static str,
    median: Vec<Option<f64>>,
    ceiling: Option<f64>,
    /// Tax that the city does not collect, by simulated year; no part of `median`.
    forgone: Vec<f64>,
}

/// The figures of the report; `present` has the present settings by lever, in its unit.
#[must_use]
pub fn projection(
    told: Told<'_>,
    present: &TiSlice<LeverId, InUnit>,
    revision: u64,
) -> ProjectionMessage {
    let Told { plan, model, report, locale } = told;
    let (region, current) = (&plan.region, plan.scenarios.current());
    let position = plan.scenarios.all().iter().position(|scenario| scenario.id == current.id);
    let Thresholds { met, near, ensure, strive, effort } = plan.thresholds;
    let assessments = report.assessments.iter();
    let targets = assessments
        .filter_map(|assessment| Some((region.targets.get(assessment.target)?, assessment)));
    ProjectionMessage {
        revision,
        city: region.id.clone(),
        city_name: region.name.get(locale).to_owned(),
        plan_name: plan.name.clone(),
        base_year: region.base_year,
        plan_year: region.plan_year,
        scenario: InHand {
            number: position.map_or(1, |position| position + 1),
            name: scenario_name(plan, current.id, locale),
        },
        draws: report.draws,
        years: report.cost.iter().map(|year| year.year).collect(),
        indicators: indicators(told),
        targets: targets.map(|(target, assessment)| verdict(told, target, assessment)).collect(),
        thresholds: Limits { met, near, ensure, strive, effort },
        levers: model
            .levers
            .iter_enumerated()
            .map(|(position, lever)| setting(told, lever, present.get(position).copied()))
            .collect(),
        cost: Cost {
            unit: "元",
            median: medians(&report.cost, |value| value),
            ceiling: plan.ceiling,
            forgone: report.forgone.clone(),
        },
    }
}

fn indicators(Told { model, report, locale, .. }: Told<'_>) -> Vec<Indicator> {
    let indicator = |projection: &crate::analysis::Projection| {
        let variable = &model.variables[projection.variable];
        let shown = |value| variable.unit.from_base(value).0;
        let of = |pick: fn(&crate::sampling::Summary) -> f64| {
            let value = |year: &YearSummary| year.summary.map(|summary| shown(pick(&summary)));
            projection.scenario.iter().map(value).collect()
        };
        Indicator {
            id: variable.id.clone(),
            name: variable.name.get(locale).to_owned(),
            unit: variable.unit.symbol().to_owned(),
            base: projection.base.map(|(value, _)| shown(value)),
            median: of(|summary| summary.p50),
            low: of(|summary| summary.p10),
            high: of(|summary| summary.p90),
            outlook: medians(&projection.outlook, shown),
        }
    };
    report.projections.iter().map(indicator).collect()
}

fn medians(years: &[YearSummary], shown: impl Fn(f64) -> f64) -> Vec<Option<f64>> {
    years.iter().map(|year| year.summary.map(|summary| shown(summary.p50))).collect()
}

fn verdict(told: Told<'_>, target: &Target, assessment: &Assessment) -> Verdict {
    let Told { plan, model, locale, .. } = told;
    let (rule, word) = (plan.thresholds, Verb::of(&target.commitment));
    let unit = target.judged_unit(model);
    let shown = |value| unit.from_base(value).0;
    let judgement = assessment.verdict.as_ref();
    let of = |pick: fn(&crate::analysis::Judgement) -> f64| {
        judgement.ok().map(|judgement| shown(pick(judgement)))
    };
    Verdict {
        id: target.id.clone(),
        name: target.name.get(locale).to_owned(),
        asks: ask(target, model, locale),
        unit: unit.label().to_owned(),
        value: shown(target.floor),
        year: target.year,
        median: of(|judgement| judgement.value.p50),
        low: of(|judgement| judgement.value.p10),
        high: of(|judgement| judgement.value.p90),
        probability: judgement.ok().map(|judgement| judgement.probability.value),
        outlook_probability: judgement.ok().map(|judgement| judgement.outlook_probability.value),
        light: judgement.ok().map(|judgement| rule.light(judgement.probability).name()),
        word: word.map(Verb::name),
        word_chance: word.map(|word| rule.needed(word)),
        word_fits: word
            .zip(judgement.ok())
            .map(|(word, judgement)| rule.verb(judgement.probability) >= word),
        unaided: judgement.ok().map(|judgement| rule.is_unaided(judgement.outlook_probability)),
        reason: judgement.err().map(|why| reason(why, model, locale)),
    }
}

fn setting(told: Told<'_>, lever: &Lever, present: Option<InUnit>) -> LeverNow {
    let Told { plan, report, locale, .. } = told;
    let [minimum, maximum] = lever.range.map(|end| end.0);
    let present = present.unwrap_or(lever.present);
    let path = plan.scenarios.current().settings.get(&lever.id);
    let at = |t: usize| {
        let set = u32::try_from(t).ok().and_then(|t| path?.at(t));
        set.unwrap_or(present).0
    };
    LeverNow {
        id: lever.id.clone(),
        name: lever.name.get(locale).to_owned(),
        unit: lever.unit.symbol().to_owned(),
        minimum,
        maximum,
        present: present.0,
        setting: (1..=report.cost.len()).map(at).collect(),
    }
}
