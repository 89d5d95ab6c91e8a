//! Probabilities in words: whole percent, no more digits than the draws support.

use crate::locale::Locale;
use crate::sampling::Probability;
use crate::wording::number;

/// Standard error up to which whole percent are known, 0.01 is one 百分点.
const WHOLE_PERCENT: f64 = 0.01;

/// Standard error up to which steps of five percent are known.
const STEPS_OF_FIVE: f64 = 0.05;

/// A chance: `62%`, `<1%`, `>99%`; in steps of 5 or 10 where few draws support it.
///
/// 0 % and 100 % are only said of what holds in no draw or in all of them
/// because nothing in it is uncertain.
#[must_use]
pub fn chance(probability: Probability) -> String {
    let Probability { value, standard_error } = probability;
    let step = match standard_error {
        error if error <= WHOLE_PERCENT => 1.0,
        error if error <= STEPS_OF_FIVE => 5.0,
        _ => 10.0,
    };
    let percent = value * 100.0;
    match (percent / step + 0.5).floor() * step {
        _ if value.is_nan() => number::NONE.to_owned(),
        rounded if rounded <= 0.0 || percent < 1.0 => "<1%".to_owned(),
        rounded if rounded >= 100.0 || percent > 99.0 => ">99%".to_owned(),
        rounded => format!("{rounded}%"),
    }
}

/// The largest sampling error of `chances` in words: `0.8个百分点`.
#[must_use]
pub fn chance_error(chances: impl IntoIterator<Item = Probability>, locale: Locale) -> String {
    let errors = chances.into_iter().map(|probability| probability.standard_error);
    let largest = errors.fold(0.0, f64::max);
    super::Measure::percent(1, locale).distance(largest).to_string()
}
