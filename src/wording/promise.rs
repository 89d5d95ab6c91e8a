//! 用词: the sentence that a document may promise, with the verb that the chance deserves, and whether the
//! document's own verb fits it.

use crate::analysis::Judgement;
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Thresholds, Verb};
use crate::region::{Target, TargetKind};
use crate::wording::ask::{asked, floor_words};
use crate::wording::phrase::Phrase;
use crate::wording::terms::verb_word;

/// The target as a sentence of a plan: “2020年研发投入强度力争不低于2.50%。”
///
/// `None` where the chance deserves no verb, or nothing is computed to promise.
#[must_use]
pub fn promise(target: &Target, verb: Verb, model: &Model, locale: Locale) -> Option<String> {
    let is_recorded =
        matches!(target.kind, TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule);
    if verb == Verb::Warn || is_recorded {
        return None;
    }
    let year = target.year.to_string();
    let values = [
        ("year", year.as_str()),
        ("name", target.name.get(locale)),
        ("verb", verb_word(verb).get(locale)),
        ("ask", &asked(target, model, locale)),
    ];
    let stretch = target.stretch.map(|stretch| {
        let stretched = Target { floor: stretch, ..target.clone() };
        let value = floor_words(&stretched, model, locale);
        Phrase::PROMISE_STRETCH.with(locale, &[("value", &value)])
    });
    let said = Phrase::PROMISE.with(locale, &values);
    Some(format!("{said}{}{}", stretch.unwrap_or_default(), Phrase::FULL_STOP.get(locale)))
}

/// What is to be said of a target beside its chance: that its own word promises too much, or that it is
/// reached though no lever moves.
#[must_use]
pub fn remark(target: &Target, judgement: &Judgement, thresholds: Thresholds) -> Option<Phrase> {
    let is_too_firm = |word| thresholds.verb(judgement.probability) < word;
    if Verb::of(&target.commitment).is_some_and(is_too_firm) {
        return Some(Phrase::WORD_TOO_FIRM);
    }
    thresholds.is_unaided(judgement.outlook_probability).then_some(Phrase::UNAIDED)
}
