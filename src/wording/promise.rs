//! 用词: the sentence that a document may promise, with the verb that the chance deserves.

use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Verb;
use crate::region::{Target, TargetKind};
use crate::wording::ask::{asked, floor_words};
use crate::wording::phrase::Phrase;

/// A verb as a plan writes it; of a chance too small for any, that it should not be promised.
#[must_use]
pub fn verb_word(verb: Verb) -> Phrase {
    match verb {
        Verb::Warn => Phrase::WORD_NONE,
        Verb::Effort => Phrase::WORD_EFFORT,
        Verb::Strive => Phrase::WORD_STRIVE,
        Verb::Ensure => Phrase::WORD_ENSURE,
    }
}

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
