//! The headline: how many targets stand where, and what the scenario changed.

use crate::analysis::{Judgement, Report};
use crate::locale::Locale;
use crate::plan::{Light, Settings, Thresholds};
use crate::region::{Region, TargetId};
use crate::wording::ask::target_name;
use crate::wording::chance::chance;
use crate::wording::phrase::{Phrase, Sentence};
use crate::wording::terms::light_word;

/// What a report is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioKind {
    /// No lever was moved: 现状延续.
    Present,
    /// Levers were moved.
    Changed,
}

impl ScenarioKind {
    /// What these settings are.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        if settings.is_present() { Self::Present } else { Self::Changed }
    }
}

/// How many targets stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 达标.
    pub met: usize,
    /// 接近.
    pub near: usize,
    /// 差距较大.
    pub far: usize,
    /// Without a verdict.
    pub not_judged: usize,
}

impl Tally {
    /// Counts a report.
    #[must_use]
    pub fn of(report: &Report, rule: Thresholds) -> Self {
        let mut tally = Self::default();
        for assessment in &report.assessments {
            let verdict = assessment.verdict.as_ref();
            match verdict.map(|judgement| rule.light(judgement.probability)) {
                Ok(Light::Met) => tally.met += 1,
                Ok(Light::Near) => tally.near += 1,
                Ok(Light::Far) => tally.far += 1,
                Err(_) => tally.not_judged += 1,
            }
        }
        tally
    }

    /// Targets with a verdict.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.met + self.near + self.far
    }

    /// Lights that some target shows, best first, with their counts.
    #[must_use]
    pub fn lights(&self) -> Vec<(Light, usize)> {
        let all = [(Light::Met, self.met), (Light::Near, self.near), (Light::Far, self.far)];
        all.into_iter().filter(|&(_, count)| count > 0).collect()
    }

    /// The counts in words: “达标1项，差距较大1项”.
    #[must_use]
    pub fn words(&self, locale: Locale) -> String {
        let counted = self.lights().into_iter().map(|(light, count)| {
            let word = light_word(light).get(locale);
            Phrase::VERDICT_LIGHT.with(locale, &[("word", word), ("count", &count.to_string())])
        });
        counted.collect::<Vec<_>>().join(Phrase::COMMA.get(locale))
    }
}

/// The judged targets of a report: position in the region, judgement.
pub fn judged(report: &Report) -> impl Iterator<Item = (TargetId, &Judgement)> {
    report.assessments.iter().filter_map(|assessment| {
        assessment.verdict.as_ref().ok().map(|judgement| (assessment.target, judgement))
    })
}

/// How far a light is from that of 现状延续, in words; `None` if it is the same.
#[must_use]
pub fn shift_word(judgement: &Judgement, rule: Thresholds) -> Option<Phrase> {
    let [after, before] =
        [judgement.probability, judgement.outlook_probability].map(|chance| rule.light(chance));
    match after as i8 - before as i8 {
        2 => Some(Phrase::CLASS_UP_TWO),
        1 => Some(Phrase::CLASS_UP),
        -1 => Some(Phrase::CLASS_DOWN),
        -2 => Some(Phrase::CLASS_DOWN_TWO),
        _ => None,
    }
}

/// Targets that a sentence names; more are counted.
const NAMED: usize = 3;

/// What the scenario changed against 现状延续, which targets fall short, and which need no policy, in a
/// few short sentences; nothing where no target is judged.
#[must_use]
pub fn verdict_sentences(
    report: &Report,
    (region, rule): (&Region, Thresholds),
    scenario: ScenarioKind,
    locale: Locale,
) -> Vec<Sentence> {
    if judged(report).next().is_none() {
        return Vec::new();
    }
    let named = |word: Phrase, is_of: &dyn Fn(&Judgement) -> bool| {
        naming(report, region, word, is_of, locale)
    };
    let short = |light: Light| {
        named(light_word(light), &|judgement| rule.light(judgement.probability) == light)
    };
    let unaided =
        named(Phrase::UNAIDED, &|judgement| rule.is_unaided(judgement.outlook_probability));
    if scenario == ScenarioKind::Present {
        return short(Light::Far)
            .or_else(|| short(Light::Near))
            .into_iter()
            .chain(unaided)
            .chain([Sentence::plain(Phrase::VERDICT_AT_PRESENT)])
            .collect();
    }
    let moved = judged(report).filter_map(|(target, judgement)| {
        let shift = shift_word(judgement, rule)?;
        let is_better = matches!(shift, Phrase::CLASS_UP | Phrase::CLASS_UP_TWO);
        let phrase = if is_better { Phrase::VERDICT_RAISED } else { Phrase::VERDICT_LOWERED };
        let word = |chance| light_word(rule.light(chance)).get(locale);
        let sentence = Sentence::plain(phrase)
            .fill("name", target_name(&region.targets[target], locale))
            .fill("before", word(judgement.outlook_probability))
            .fill("after", word(judgement.probability));
        Some(sentence)
    });
    let mut sentences = vec![Sentence::plain(Phrase::VERDICT_AGAINST)];
    sentences.extend(moved);
    if sentences.len() == 1 {
        sentences.push(Sentence::plain(Phrase::VERDICT_SAME_CLASS));
        sentences.push(largest_move(report, region, locale));
    }
    // What comes close has been named where it moved.
    sentences.extend(short(Light::Far));
    sentences.extend(unaided);
    sentences
}

/// The targets that a word is true of; `None` where there are none.
fn naming(
    report: &Report,
    region: &Region,
    word: Phrase,
    is_of: &dyn Fn(&Judgement) -> bool,
    locale: Locale,
) -> Option<Sentence> {
    let targets = judged(report).filter(|(_, judgement)| is_of(judgement));
    let names: Vec<_> =
        targets.map(|(target, _)| target_name(&region.targets[target], locale)).collect();
    if names.is_empty() {
        return None;
    }
    let first = names[..names.len().min(NAMED)].join(Phrase::LIST_COMMA.get(locale));
    let phrase =
        if names.len() > NAMED { Phrase::VERDICT_SHORT_MORE } else { Phrase::VERDICT_SHORT };
    let sentence = Sentence::plain(phrase)
        .fill("word", word.get(locale))
        .fill("names", first)
        .fill_plain("count", names.len().to_string());
    Some(sentence)
}

fn largest_move(report: &Report, region: &Region, locale: Locale) -> Sentence {
    let change = |judgement: &Judgement| {
        (judgement.probability.value - judgement.outlook_probability.value).abs()
    };
    let largest =
        judged(report).max_by(|(_, one), (_, other)| change(one).total_cmp(&change(other)));
    let visible = largest.filter(|(_, judgement)| {
        chance(judgement.probability) != chance(judgement.outlook_probability)
    });
    visible.map_or(Sentence::plain(Phrase::VERDICT_STILL), |(target, judgement)| {
        Sentence::plain(Phrase::VERDICT_MOVED)
            .fill("name", target_name(&region.targets[target], locale))
            .fill("before", chance(judgement.outlook_probability))
            .fill("after", chance(judgement.probability))
    })
}
