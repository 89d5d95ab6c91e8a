//! What a run says, as data for a program: one record a plan, with everything that can be computed.
//!
//! The form is described in `docs/命令行.md` and stays as it is; what is added later is added at the end.

use serde::Serialize;

use crate::analysis::{
    Assessment, Judgement, Numbers, Report, Workbench, YearSummary, missing_for,
};
use crate::formula::{Moment, Read};
use crate::locale::Locale;
use crate::model::{Model, Reference};
use crate::plan::{Plan, Settings, Thresholds, Verb};
use crate::region::Target;
use crate::sampling::Summary;
use crate::wording::{reason, scenario_name};

/// The record of a plan's run. Numbers are in the unit that is named beside them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Name of the file that the plan is from.
    pub file: String,
    /// Id of the region.
    pub region: String,
    /// The model's id and version.
    pub edition: String,
    /// The year that all figures begin with.
    pub base_year: i32,
    /// The year that the plan is made for.
    pub plan_year: i32,
    /// Name of the scenario.
    pub scenario: String,
    /// Draws that the figures rest on.
    pub draws: usize,
    /// Every indicator of the model of which a year can be computed, in the model's order.
    pub indicators: Vec<IndicatorRecord>,
    /// Every target, in the plan's order.
    pub targets: Vec<TargetRecord>,
    /// What the levers cost the city.
    pub costs: Costs,
    /// Indicators of which no year can be computed, and what they lack.
    pub missing: Vec<LackingRecord>,
    /// Where the scale of chances is cut.
    pub thresholds: ThresholdsRecord,
    /// Which year's state of knowledge the model is, where it says so.
    pub model_edition: Option<String>,
    /// The last year of the data behind the model, where it says so.
    pub data_to: Option<i32>,
}

/// An indicator from the base year on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorRecord {
    /// Id of the indicator.
    pub indicator: String,
    /// Its unit.
    pub unit: String,
    /// The years that can be computed.
    pub years: Vec<YearRecord>,
}

/// What is known of a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "percentiles by their names")]
pub struct YearRecord {
    /// Calendar year.
    pub year: i32,
    pub p5: f64,
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
    pub p95: f64,
    pub mean: f64,
}

/// A target with its verdict, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TargetRecord {
    /// Id of the target.
    pub id: String,
    /// Id of the indicator.
    pub indicator: String,
    /// The year that it is set for.
    pub year: i32,
    /// Unit of the numbers below.
    pub unit: String,
    /// 底线值.
    pub floor: f64,
    /// Of reaching the floor, 0 to 1.
    pub chance: Option<f64>,
    /// `green`, `yellow` or `red`.
    pub light: Option<&'static str>,
    /// What is expected: the median.
    pub median: Option<f64>,
    /// 10th percentile.
    pub p10: Option<f64>,
    /// 90th percentile.
    pub p90: Option<f64>,
    /// Of reaching the floor in 现状延续.
    pub outlook_chance: Option<f64>,
    /// Its light in 现状延续.
    pub outlook_light: Option<&'static str>,
    /// Why there is no verdict, in words.
    pub reason: Option<String>,
    /// The plan's own verb: `ensure`, `strive` or `effort`.
    pub word: Option<&'static str>,
    /// The chance that the verb needs, 0 to 1.
    pub word_chance: Option<f64>,
    /// Whether the chance is enough for the verb.
    pub word_fits: Option<bool>,
    /// Whether 现状延续 reaches the target with the chance that `ensure` needs.
    pub unaided: Option<bool>,
}

impl TargetRecord {
    fn without_chances(self) -> Self {
        Self {
            chance: None,
            light: None,
            outlook_chance: None,
            outlook_light: None,
            word_fits: None,
            unaided: None,
            ..self
        }
    }
}

/// Where the scale of chances is cut, 0 to 1: from where a light shows, and from where a plan may use a verb.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ThresholdsRecord {
    /// `green`.
    pub met: f64,
    /// `yellow`.
    pub near: f64,
    /// 确保.
    pub ensure: f64,
    /// 力争.
    pub strive: f64,
    /// 努力.
    pub effort: f64,
}

impl ThresholdsRecord {
    fn of(rule: Thresholds) -> Self {
        let Thresholds { met, near, ensure, strive, effort } = rule;
        Self { met, near, ensure, strive, effort }
    }
}

/// What the levers cost the city: medians.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Costs {
    /// Unit of the amounts.
    pub unit: &'static str,
    /// From the first simulated year.
    pub years: Vec<CostRecord>,
}

/// The cost of a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CostRecord {
    /// Calendar year.
    pub year: i32,
    /// Municipal cash.
    pub cash: Option<f64>,
    /// Tax that the city does not collect, where the model has it; no part of `cash`.
    pub forgone: Option<f64>,
}

/// An indicator that cannot be computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LackingRecord {
    /// Id of the indicator.
    pub indicator: String,
    /// Ids of the figures that it lacks; empty where its formula gives no number.
    pub figures: Vec<String>,
}

impl Record {
    /// The record of the plan's scenario in hand, of which `report` is what the workbench computed.
    #[must_use]
    pub fn of(
        file: &str,
        plan: &Plan,
        (workbench, report): (&Workbench, &Report),
        locale: Locale,
    ) -> Self {
        let (model, region) = (workbench.model(), workbench.region());
        let scenario = plan.scenarios.current();
        let (indicators, missing) = indicators(workbench, &scenario.settings);
        let assessments = report.assessments.iter();
        let targets = assessments
            .filter_map(|assessment| Some((region.targets.get(assessment.target)?, assessment)));
        Self {
            file: file.to_owned(),
            region: region.id.clone(),
            edition: format!("{} {}", plan.model.id, plan.model.version),
            base_year: region.base_year,
            plan_year: region.plan_year,
            scenario: scenario_name(plan, scenario.id, locale),
            draws: report.draws,
            indicators,
            targets: targets
                .map(|(target, found)| {
                    let judged = judged(target, found, plan.thresholds, (model, locale));
                    // One draw in which nothing is left to chance says nothing of chances, nor of
                    // what is read from them.
                    if workbench.sampling().is_central() {
                        judged.without_chances()
                    } else {
                        judged
                    }
                })
                .collect(),
            costs: costs(report),
            missing,
            thresholds: ThresholdsRecord::of(plan.thresholds),
            model_edition: Some(model.edition.clone()).filter(|edition| !edition.is_empty()),
            data_to: model.data_to,
        }
    }
}

/// All indicators of the model; the second list has those of which no year can be computed.
fn indicators(
    workbench: &Workbench,
    settings: &Settings,
) -> (Vec<IndicatorRecord>, Vec<LackingRecord>) {
    let model = workbench.model();
    let names: Vec<Reference> = model.variables.keys().map(Reference::Variable).collect();
    let numbers = Numbers::of(workbench, settings, &names);
    let (mut indicators, mut missing) = (Vec::new(), Vec::new());
    for (position, variable) in model.variables.iter_enumerated() {
        let name = Reference::Variable(position);
        let year = |t: u32| {
            let moment = if t == 0 { Moment::Base } else { Moment::Now };
            let summary = numbers.summary(Read { name, run: None, moment }, t)?;
            let year = workbench.region().base_year + t.cast_signed();
            Some(shown(year, &summary, |base| variable.unit.from_base(base).0))
        };
        let years: Vec<YearRecord> = (0..=model.horizon).filter_map(year).collect();
        let indicator = variable.id.clone();
        if years.is_empty() {
            let figures = missing_for(workbench, position, 1);
            missing.push(LackingRecord { indicator, figures });
        } else {
            let unit = variable.unit.symbol().to_owned();
            indicators.push(IndicatorRecord { indicator, unit, years });
        }
    }
    (indicators, missing)
}

fn shown(year: i32, summary: &Summary, in_unit: impl Fn(f64) -> f64) -> YearRecord {
    let Summary { p5, p10, p25, p50, p75, p90, p95, mean } = *summary;
    let [p5, p10, p25, p50, p75, p90, p95, mean] =
        [p5, p10, p25, p50, p75, p90, p95, mean].map(in_unit);
    YearRecord { year, p5, p10, p25, p50, p75, p90, p95, mean }
}

fn judged(
    target: &Target,
    assessment: &Assessment,
    rule: Thresholds,
    (model, locale): (&Model, Locale),
) -> TargetRecord {
    let word = Verb::of(&target.commitment);
    let unit = target.judged_unit(model);
    let shown = |value| unit.from_base(value).0;
    let judgement = assessment.verdict.as_ref();
    let of = |pick: fn(&Judgement) -> f64| judgement.ok().map(|judgement| shown(pick(judgement)));
    TargetRecord {
        id: target.id.clone(),
        indicator: target.indicator.clone(),
        year: target.year,
        unit: unit.label().to_owned(),
        floor: shown(target.floor),
        chance: judgement.ok().map(|judgement| judgement.probability.value),
        light: judgement.ok().map(|judgement| rule.light(judgement.probability).name()),
        median: of(|judgement| judgement.value.p50),
        p10: of(|judgement| judgement.value.p10),
        p90: of(|judgement| judgement.value.p90),
        outlook_chance: judgement.ok().map(|judgement| judgement.outlook_probability.value),
        outlook_light: judgement
            .ok()
            .map(|judgement| rule.light(judgement.outlook_probability).name()),
        reason: judgement.err().map(|why| reason(why, model, locale)),
        word: word.map(Verb::name),
        word_chance: word.map(|word| rule.needed(word)),
        word_fits: word
            .zip(judgement.ok())
            .map(|(word, judgement)| rule.verb(judgement.probability) >= word),
        unaided: judgement.ok().map(|judgement| rule.is_unaided(judgement.outlook_probability)),
    }
}

fn costs(report: &Report) -> Costs {
    let year = |year: &YearSummary| CostRecord {
        year: year.year,
        cash: year.summary.map(|summary| summary.p50),
        forgone: report.forgone_of(year.year),
    };
    Costs { unit: "元", years: report.cost.iter().map(year).collect() }
}
