//! 测算摘要: measures, targets and money of a scenario as text for a document.
//!
//! The same plan and report give the same text to the last character. What was computed is
//! worded “经测算，预计…” and carries its chance; nothing of it reads as a fact.

use crate::analysis::{Judgement, Report};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Plan, Scenario, scenario_changes};
use crate::region::{Target, TargetKind};
use crate::sorted::Set;
use crate::wording::{
    Measure, Phrase, ask, chance, change_words, decimal, judged_measure, name, reason, remark,
    scenario_name, target_name,
};

/// What is to be said of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// City, year and scenario.
    pub title: String,
    /// A sentence for each measure.
    pub measures: Vec<String>,
    /// A sentence or two for each target.
    pub targets: Vec<String>,
    /// Spending of the plan year.
    pub money: String,
    /// What all of it rests on.
    pub foot: String,
}

impl Summary {
    /// Of the scenario in hand, which `report` is of.
    #[must_use]
    pub fn of(plan: &Plan, model: &Model, report: &Report, locale: Locale) -> Self {
        let writer = Writer { plan, model, report, locale };
        Self {
            title: writer.title(),
            measures: writer.measures(),
            targets: writer.targets(),
            money: writer.money(),
            foot: writer.foot(),
        }
    }

    /// Title, three parts under their headings, foot.
    #[must_use]
    pub fn paragraphs(self, locale: Locale) -> Vec<String> {
        let heading = |phrase: Phrase| phrase.get(locale).to_owned();
        let mut paragraphs = vec![self.title, heading(Phrase::SUMMARY_MEASURES)];
        paragraphs.extend(numbered(self.measures));
        paragraphs.push(heading(Phrase::SUMMARY_TARGETS));
        paragraphs.extend(numbered(self.targets));
        paragraphs.extend([heading(Phrase::SUMMARY_MONEY), self.money, self.foot]);
        paragraphs
    }
}

/// Paragraphs about the scenario in hand, which `report` is of.
#[must_use]
pub fn summary(plan: &Plan, model: &Model, report: &Report, locale: Locale) -> Vec<String> {
    Summary::of(plan, model, report, locale).paragraphs(locale)
}

struct Writer<'w> {
    plan: &'w Plan,
    model: &'w Model,
    report: &'w Report,
    locale: Locale,
}

impl Writer<'_> {
    fn say(&self, phrase: Phrase, values: &[(&'static str, &str)]) -> String {
        phrase.with(self.locale, values)
    }

    fn scenario(&self) -> &Scenario {
        self.plan.scenarios.current()
    }

    fn title(&self) -> String {
        let region = &self.plan.region;
        let scenario = scenario_name(self.plan, self.scenario().id, self.locale);
        let (city, year) = (region.name.get(self.locale), region.plan_year.to_string());
        self.say(Phrase::SUMMARY_TITLE, &[("city", city), ("year", &year), ("scenario", &scenario)])
    }

    /// What the scenario does otherwise than 现状延续.
    fn measures(&self) -> Vec<String> {
        let present = &self.plan.scenarios.all()[0];
        let changes = scenario_changes(present, self.scenario());
        if changes.is_empty() {
            return vec![self.say(Phrase::SUMMARY_NO_MEASURES, &[])];
        }
        let sentence = |words: String| self.say(Phrase::SUMMARY_SENTENCE, &[("words", &words)]);
        changes
            .iter()
            .map(|change| sentence(change_words(change, self.plan, self.model, self.locale)))
            .collect()
    }

    fn targets(&self) -> Vec<String> {
        let targets = &self.plan.region.targets;
        let assessments = self.report.assessments.iter();
        assessments
            .filter_map(|assessment| {
                let target = targets.get(assessment.target)?;
                let (name, asked) =
                    (target_name(target, self.locale), ask(target, self.model, self.locale));
                let said = match &assessment.verdict {
                    Ok(judgement) => self.expected(target, judgement),
                    Err(why) => reason(why, self.model, self.locale),
                };
                let values = [("name", &*name), ("ask", &asked), ("said", &said)];
                Some(self.say(Phrase::SUMMARY_TARGET, &values))
            })
            .collect()
    }

    fn expected(&self, target: &Target, judgement: &Judgement) -> String {
        let measure = judged_measure(target, self.model, self.locale);
        let value = measure.value(judgement.value.p50).to_string();
        let range = measure.range(judgement.value.p10, judgement.value.p90);
        let of = match target.kind {
            TargetKind::Growth => Phrase::SUMMARY_GROWTH,
            TargetKind::Increase => Phrase::SUMMARY_INCREASE,
            _ => Phrase::SUMMARY_VALUE,
        };
        let value = self.say(of, &[("value", &value)]);
        let (year, chance) = (target.year.to_string(), chance(judgement.probability));
        let said = self.say(
            Phrase::SUMMARY_EXPECTED,
            &[("year", &year), ("value", &value), ("range", &range), ("chance", &chance)],
        );
        let Some(remark) = remark(target, judgement, self.plan.thresholds) else { return said };
        let [space, remark, stop] =
            [Phrase::SENTENCE_SPACE, remark, Phrase::FULL_STOP].map(|of| of.get(self.locale));
        format!("{said}{space}{remark}{stop}")
    }

    /// Money of the plan year against the ceiling.
    fn money(&self) -> String {
        let spent = self.spent();
        let year = self.plan.region.plan_year;
        let funds = Measure::funds(self.locale);
        let forgone = self.report.forgone_of(year).map(|forgone| funds.value(forgone));
        let Some(forgone) = forgone.filter(|forgone| !forgone.is_nothing()) else { return spent };
        let values = [("year", &*year.to_string()), ("value", &*forgone.to_string())];
        let forgone = self.say(Phrase::SUMMARY_FORGONE, &values);
        format!("{spent}{}{forgone}", Phrase::SENTENCE_SPACE.get(self.locale))
    }

    fn spent(&self) -> String {
        let funds = Measure::funds(self.locale);
        let year = self.plan.region.plan_year;
        let cost = self.report.cost.iter().find(|cost| cost.year == year);
        let Some(cost) = cost.and_then(|cost| cost.summary).map(|summary| summary.p50) else {
            return self.say(Phrase::SUMMARY_NO_MONEY, &[]);
        };
        let value = funds.value(cost).to_string();
        let year = year.to_string();
        let values = [("year", year.as_str()), ("value", value.as_str())];
        let Some(ceiling) = self.plan.ceiling else {
            return self.say(Phrase::SUMMARY_COST, &values);
        };
        let phrase = if cost > ceiling { Phrase::SUMMARY_OVER } else { Phrase::SUMMARY_WITHIN };
        let (ceiling, rest) =
            (funds.value(ceiling).to_string(), funds.value((ceiling - cost).abs()).to_string());
        let [first, second] = values;
        self.say(phrase, &[first, second, ("ceiling", &ceiling), ("rest", &rest)])
    }

    /// What all of it rests on.
    fn foot(&self) -> String {
        let judged = self.report.assessments.iter().filter_map(|found| found.verdict.as_ref().ok());
        let assumed: Set<&str> =
            judged.flat_map(|judgement| &judgement.assumed).map(String::as_str).collect();
        let names: Vec<&str> = assumed.iter().map(|id| name(id, self.model, self.locale)).collect();
        let draws = decimal(self.report.draws as f64, 0);
        let first = self.say(Phrase::SUMMARY_FOOT, &[("draws", &draws)]);
        if names.is_empty() {
            return first;
        }
        let (count, names) =
            (names.len().to_string(), names.join(Phrase::LIST_COMMA.get(self.locale)));
        let second = self.say(Phrase::SUMMARY_ASSUMED, &[("count", &count), ("figures", &names)]);
        format!("{first}{}{second}", Phrase::SENTENCE_SPACE.get(self.locale))
    }
}

fn numbered(sentences: Vec<String>) -> impl Iterator<Item = String> {
    let sentences = sentences.into_iter().enumerate();
    sentences.map(|(position, sentence)| format!("{}. {sentence}", position + 1))
}
