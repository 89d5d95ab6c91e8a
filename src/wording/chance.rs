//! Probabilities in words: whole percent, no more digits than the draws support.

use crate::locale::Locale;
use crate::plan::stated_percent;
use crate::sampling::Probability;
use crate::wording::measure::Measure;
use crate::wording::number;
use crate::wording::phrase::Phrase;

/// Percent that are the rounding of a computation and no part of anything.
const SHARE_OF_NOTHING: f64 = 1e-6;

/// A chance: `62%`, `<1%`, `>99%`; in steps of 5 or 10 where few draws support it.
///
/// 0 % and 100 % are never said: draws can neither rule out nor guarantee.
#[must_use]
pub fn chance(probability: Probability) -> String {
    match stated_percent(probability) {
        percent if percent.is_nan() => number::NONE.to_owned(),
        0.0 => "<1%".to_owned(),
        100.0 => ">99%".to_owned(),
        percent => format!("{percent}%"),
    }
}

/// A share that was counted or computed: `62%`; what is not quite nothing or all is said to be so.
#[must_use]
pub fn share(share: f64, locale: Locale) -> String {
    let percent = 100.0 * share;
    let phrase = match (percent + 0.5).floor() {
        _ if percent.is_nan() => return number::NONE.to_owned(),
        rounded if rounded <= 0.0 && percent > SHARE_OF_NOTHING => Phrase::SHARE_LITTLE,
        rounded if rounded >= 100.0 && percent < 100.0 - SHARE_OF_NOTHING => {
            Phrase::SHARE_ALMOST_ALL
        }
        rounded => return format!("{}%", number::decimal(rounded, 0)),
    };
    phrase.get(locale).to_owned()
}

/// The largest sampling error of `chances` in words: `0.8个百分点`.
#[must_use]
pub fn chance_error(chances: impl IntoIterator<Item = Probability>, locale: Locale) -> String {
    let errors = chances.into_iter().map(|probability| probability.standard_error);
    let largest = errors.fold(0.0, f64::max);
    Measure::percent(1, locale).distance(largest).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, standard_error: f64, expected: &str) {
        assert_eq!(chance(Probability { value, standard_error }), expected);
    }

    #[test]
    fn chances_are_whole_percent() {
        check(0.6237, 0.0076, "62%");
        check(0.625, 0.0076, "63%");
        check(0.0124, 0.002, "1%");
    }

    #[test]
    fn draws_neither_rule_out_nor_guarantee() {
        check(0.0, 0.0, "<1%");
        check(0.0099, 0.001, "<1%");
        check(1.0, 0.0, ">99%");
        check(0.9951, 0.001, ">99%");
        check(0.9899, 0.001, "99%");
    }

    #[test]
    fn a_share_is_nothing_or_all_only_where_it_is() {
        let said = |value| share(value, Locale::Zh);
        assert_eq!([0.0, 0.5, 1.0].map(said), ["0%", "50%", "100%"]);
        assert_eq!([0.002, 0.997].map(said), ["不足1%", "接近100%"]);
        assert_eq!([-1e-12, 1.0 - 1e-12, f64::NAN].map(said), ["0%", "100%", "—"]);
    }

    #[test]
    fn few_draws_give_few_digits() {
        check(0.62, 0.03, "60%");
        check(0.63, 0.03, "65%");
        check(0.63, 0.15, "60%");
        check(f64::NAN, 0.0, "—");
    }

    #[test]
    fn the_largest_error_is_named() {
        let chances =
            [0.003, 0.0078].map(|error| Probability { value: 0.5, standard_error: error });
        assert_eq!(chance_error(chances, Locale::Zh), "0.8个百分点");
    }
}
