//! How far a judged value is from its target, in words: a distance, and no second verdict.

use crate::analysis::Judgement;
use crate::locale::Locale;
use crate::region::{Comparison, Target, TargetKind};
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
    let holds = target.kind == TargetKind::Hold;
    let phrase = match (is_zero, holds, at_most, judgement.gap > 0.0) {
        (true, ..) => Phrase::GAP_NONE,
        (_, true, _, true) => Phrase::GAP_INSIDE,
        (_, true, _, false) => Phrase::GAP_OUTSIDE,
        (_, _, _, true) => Phrase::GAP_OVER,
        (_, _, true, false) => Phrase::GAP_UNDER,
        (_, _, false, false) => Phrase::GAP_SHORT,
    };
    phrase.with(locale, &[("value", &distance.to_string())])
}
