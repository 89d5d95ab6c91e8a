//! How far a judged value is from its target, in words.

use crate::analysis::Judgement;
use crate::locale::Locale;
use crate::region::{Comparison, Target};
use crate::wording::{Measure, Phrase};

/// “差0.68个百分点”, “超14家”.
#[must_use]
pub fn gap_words(
    judgement: &Judgement,
    target: &Target,
    measure: &Measure,
    locale: Locale,
) -> String {
    let distance = measure.distance(judgement.gap);
    let is_zero = distance.number.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let at_most = target.comparison == Comparison::AtMost;
    let phrase = match (is_zero, at_most, judgement.gap > 0.0) {
        (true, ..) => return Phrase::GAP_NONE.get(locale).to_owned(),
        (_, _, true) => Phrase::GAP_OVER,
        (_, true, false) => Phrase::GAP_UNDER,
        (_, false, false) => Phrase::GAP_SHORT,
    };
    phrase.with(locale, &[("value", &distance.to_string())])
}
