//! A comparison of scenarios in words: which one reaches more targets, at what cost.

use std::cmp::Ordering;

use crate::analysis::{Judgement, Report};
use crate::locale::Locale;
use crate::plan::{Light, Plan};
use crate::region::TargetId;
use crate::wording::ask::target_name;
use crate::wording::chance::chance;
use crate::wording::measure::Measure;
use crate::wording::phrase::{Phrase, Sentence};
use crate::wording::verdict::judged;

/// A scenario that is compared.
#[derive(Clone, Copy, Debug)]
pub struct ComparedScenario<'c> {
    /// What it is called.
    pub name: &'c str,
    /// What happens under it.
    pub report: &'c Report,
}

/// How a scenario stands against the reference.
struct Standing<'c> {
    name: &'c str,
    /// Targets met beyond those that the reference meets.
    more: i64,
    /// Targets, by position, whose light is better.
    raised: Vec<TargetId>,
    /// Targets whose light is worse.
    lowered: Vec<TargetId>,
    /// Of the plan year, 元.
    cost: f64,
}

impl<'c> Standing<'c> {
    fn of(plan: &Plan, reference: &Report, compared: ComparedScenario<'c>) -> Self {
        let (rule, year) = (plan.thresholds, plan.region.plan_year);
        let light = |judgement: &Judgement| rule.light(judgement.probability);
        let met = |judgement: &Judgement| i64::from(light(judgement) == Light::Met);
        let (mut more, mut raised, mut lowered) = (0, Vec::new(), Vec::new());
        for (target, before, after) in both_judged(reference, compared.report) {
            more += met(after) - met(before);
            if light(after) > light(before) {
                raised.push(target);
            } else if light(after) < light(before) {
                lowered.push(target);
            }
        }
        let cost = compared.report.cost_of(year).unwrap_or(0.0);
        Self { name: compared.name, more, raised, lowered, cost }
    }

    fn is_unchanged(&self) -> bool {
        self.raised.is_empty() && self.lowered.is_empty()
    }

    /// Better is greater: targets met, then classes, then less money.
    fn rank(&self) -> (i64, i64) {
        (self.more, self.raised.len() as i64 - self.lowered.len() as i64)
    }
}

/// Targets that both reports judge: position, judgement of the first and of the second.
fn both_judged<'r>(
    first: &'r Report,
    second: &'r Report,
) -> impl Iterator<Item = (TargetId, &'r Judgement, &'r Judgement)> {
    judged(first).filter_map(|(target, before)| {
        let after = second.assessments.get(target)?.verdict.as_ref().ok()?;
        Some((target, before, after))
    })
}

/// The comparison in one line: the best scenario first, then those that change nothing.
#[must_use]
pub fn comparison_title(
    plan: &Plan,
    reference: ComparedScenario<'_>,
    others: &[ComparedScenario<'_>],
    locale: Locale,
) -> String {
    let others = others.iter();
    let standings: Vec<Standing<'_>> =
        others.map(|other| Standing::of(plan, reference.report, *other)).collect();
    let best = standings
        .iter()
        .max_by(|one, other| one.rank().cmp(&other.rank()).then(other.cost.total_cmp(&one.cost)));
    let Some(best) = best else { return Phrase::COMPARE_NOTHING.get(locale).to_owned() };
    let unchanged = |standing: &&Standing<'_>| standing.is_unchanged();
    let unchanged: Vec<&str> =
        standings.iter().filter(unchanged).map(|standing| standing.name).collect();
    let mut clauses = Vec::new();
    if unchanged.len() < standings.len() {
        let spent = reference.report.cost_of(plan.region.plan_year).unwrap_or(0.0);
        clauses.push(best_words(best, &standings, (reference.name, spent), locale));
    }
    if !unchanged.is_empty() {
        let names = unchanged.join(Phrase::LIST_COMMA.get(locale));
        clauses.push(Phrase::COMPARE_UNCHANGED.with(locale, &[("names", &names)]));
    }
    clauses.join(Phrase::SEMICOLON.get(locale))
}

/// Other scenarios that a title names; more are spoken of together.
const NAMED: usize = 2;

fn best_words(
    best: &Standing<'_>,
    all: &[Standing<'_>],
    (reference, reference_cost): (&str, f64),
    locale: Locale,
) -> String {
    let (up, down) = (best.raised.len(), best.lowered.len());
    let (phrase, count) = match (best.more, up, down) {
        (more, ..) if more > 0 => (Phrase::COMPARE_MORE, more),
        (0, 1.., 0) => (Phrase::COMPARE_UP, up as i64),
        (0, 1.., _) => (Phrase::COMPARE_MIXED, 0),
        _ => (Phrase::COMPARE_NONE_BETTER, 0),
    };
    let (count, up, down) = (count.to_string(), up.to_string(), down.to_string());
    let said = phrase.with(
        locale,
        &[
            ("name", best.name),
            ("reference", reference),
            ("count", &count),
            ("up", &up),
            ("down", &down),
        ],
    );
    let cost = if best.more > 0 { cost_clause(best, all, reference_cost, locale) } else { None };
    format!("{said}{}", cost.unwrap_or_default())
}

/// That the best scenario costs less than the others, where it does. The reference is one of
/// those that it is said to be cheapest of.
fn cost_clause(
    best: &Standing<'_>,
    all: &[Standing<'_>],
    reference_cost: f64,
    locale: Locale,
) -> Option<String> {
    let others: Vec<&Standing<'_>> = all.iter().filter(|other| other.name != best.name).collect();
    if others.is_empty() || others.iter().any(|other| other.cost <= best.cost) {
        return None;
    }
    if best.cost < reference_cost {
        return Some(Phrase::COMPARE_CHEAPEST.get(locale).to_owned());
    }
    let names: Vec<&str> = others.iter().map(|other| other.name).collect();
    let joined = names.join(Phrase::LIST_COMMA.get(locale));
    Some(match names.len() {
        ..=NAMED => Phrase::COMPARE_CHEAPER.with(locale, &[("names", &joined)]),
        _ => Phrase::COMPARE_CHEAPER_THAN_OTHERS.get(locale).to_owned(),
    })
}

/// What a scenario costs and changes against the reference, in a few sentences.
#[must_use]
pub fn comparison_sentences(
    plan: &Plan,
    reference: ComparedScenario<'_>,
    other: ComparedScenario<'_>,
    locale: Locale,
) -> Vec<Sentence> {
    let region = &plan.region;
    let standing = Standing::of(plan, reference.report, other);
    let mut sentences = vec![cost_sentence(plan, reference, &standing, locale)];
    let ceiling = plan.ceiling.filter(|ceiling| standing.cost > *ceiling);
    sentences.extend(ceiling.map(|ceiling| {
        let value = Measure::funds(locale).value(ceiling);
        Sentence::plain(Phrase::COMPARE_OVER_CEILING).fill("value", value)
    }));
    let shifts =
        [(Phrase::COMPARE_RAISED, &standing.raised), (Phrase::COMPARE_LOWERED, &standing.lowered)];
    for (phrase, targets) in shifts.into_iter().filter(|(_, targets)| !targets.is_empty()) {
        let names = targets.iter().map(|target| target_name(&region.targets[*target], locale));
        let names = names.collect::<Vec<_>>().join(Phrase::LIST_COMMA.get(locale));
        sentences.push(Sentence::plain(phrase).fill("names", names));
    }
    if standing.is_unchanged() {
        sentences.push(largest_move(plan, reference.report, other.report, locale));
    }
    sentences
}

fn cost_sentence(
    plan: &Plan,
    reference: ComparedScenario<'_>,
    standing: &Standing<'_>,
    locale: Locale,
) -> Sentence {
    let (funds, year) = (Measure::funds(locale), plan.region.plan_year);
    let difference = standing.cost - reference.report.cost_of(year).unwrap_or(0.0);
    let phrase = match funds.change(difference).sign {
        Some(Ordering::Greater) => Phrase::COMPARE_COST_MORE,
        Some(Ordering::Less) => Phrase::COMPARE_COST_LESS,
        _ => Phrase::COMPARE_COST_SAME,
    };
    Sentence::plain(phrase)
        .fill("name", standing.name)
        .fill("reference", reference.name)
        .fill_plain("year", year.to_string())
        .fill("value", funds.value(standing.cost))
        .fill("difference", funds.distance(difference))
}

/// The target whose chance moves most, if any moves visibly.
fn largest_move(plan: &Plan, before: &Report, after: &Report, locale: Locale) -> Sentence {
    let change = |(_, before, after): &(TargetId, &Judgement, &Judgement)| {
        (after.probability.value - before.probability.value).abs()
    };
    let largest = both_judged(before, after)
        .max_by(|one, other| change(one).total_cmp(&change(other)))
        .filter(|(_, before, after)| chance(before.probability) != chance(after.probability));
    largest.map_or(Sentence::plain(Phrase::COMPARE_STILL), |(target, before, after)| {
        Sentence::plain(Phrase::COMPARE_MOVED)
            .fill("name", target_name(&plan.region.targets[target], locale))
            .fill("before", chance(before.probability))
            .fill("after", chance(after.probability))
    })
}
