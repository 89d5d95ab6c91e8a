//! What a target asks for, in words, and the measure that its figures are written in.

use std::borrow::Cow;

use crate::analysis::Criteria;
use crate::locale::Locale;
use crate::model::{Band, Lever, Model};
use crate::plan::Verb;
use crate::region::{Comparison, Target, TargetKind};
use crate::unit::{Flavour, InUnit};
use crate::wording::measure::{Measure, decimals_of_step};
use crate::wording::number::decimal;
use crate::wording::phrase::Phrase;
use crate::wording::terms::verb_word;

/// Digits after the point of a growth rate, where the model declares none.
const GROWTH_DECIMALS: usize = 1;

/// What the target asks for: “力争不低于2.50%”.
#[must_use]
pub fn ask(target: &Target, model: &Model, locale: Locale) -> String {
    let asked = asked(target, model, locale);
    // “确保由人工记录” would promise the recording.
    if is_recorded(target.kind) && !has_number(target) {
        return asked;
    }
    match locale {
        Locale::Zh => format!("{}{asked}", target.commitment),
        Locale::En => match verb_in_english(&target.commitment) {
            Some(verb) => Phrase::ASK_WITH_VERB.with(locale, &[("ask", &asked), ("verb", verb)]),
            None => asked,
        },
    }
}

/// A Chinese plan's verb in English; `None` of one that says no more than the request itself.
fn verb_in_english(commitment: &str) -> Option<&'static str> {
    Verb::of(commitment).map(|verb| verb_word(verb).get(Locale::En))
}

/// What the target asks for, without a verb: “不低于2.50%”.
pub(super) fn asked(target: &Target, model: &Model, locale: Locale) -> String {
    let floor = floor(target, model, locale);
    let compared = compared(target.comparison).with(locale, &[("value", &floor)]);
    match target.kind {
        TargetKind::Growth => Phrase::ASK_GROWTH.with(locale, &[("ask", &compared)]),
        TargetKind::Increase => Phrase::ASK_INCREASE.with(locale, &[("ask", &compared)]),
        TargetKind::Relative if target.floor == 0.0 => Phrase::ASK_RELATIVE.get(locale).to_owned(),
        TargetKind::Relative => Phrase::ASK_RELATIVE_BY.with(locale, &[("value", &floor)]),
        TargetKind::Hold => Phrase::ASK_HOLD.with(locale, &[("value", &floor)]),
        TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule if !has_number(target) => {
            Phrase::ASK_RECORDED.get(locale).to_owned()
        }
        TargetKind::Rank if target.unit.label().is_empty() => {
            Phrase::ASK_RANK.with(locale, &[("value", &number(target.floor))])
        }
        // Of the last three a person records how it stands; what the plan asks for is said all the same.
        TargetKind::Value | TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule => compared,
    }
}

fn is_recorded(kind: TargetKind) -> bool {
    matches!(kind, TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule)
}

/// Whether a target that a person records asks for a number: a 1 of nothing only says that it is
/// to be done.
#[must_use]
pub fn has_number(target: &Target) -> bool {
    target.floor != 0.0 && (target.floor != 1.0 || !target.unit.label().is_empty())
}

/// As many digits as were written.
fn number(value: f64) -> String {
    decimal(value, decimals_of_step(InUnit(value.abs())))
}

/// The floor as a person reads it: a change of a rate is in 百分点.
fn floor(target: &Target, model: &Model, locale: Locale) -> String {
    // What a plan promises stands without padding zeros: 2.5%.
    let measure = judged_measure(target, model, locale).without_padding();
    match target.kind {
        TargetKind::Hold => tolerance(target, model, locale),
        TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule => {
            let decimals = decimals_of_step(target.unit.from_base(target.floor).abs());
            let own = Measure::of(&target.unit, &model.units, decimals, locale);
            own.value(target.floor).to_string()
        }
        TargetKind::Increase | TargetKind::Relative if target.floor < 0.0 => {
            measure.change(target.floor).to_string()
        }
        TargetKind::Increase | TargetKind::Relative => measure.distance(target.floor).to_string(),
        _ => measure.value(target.floor).to_string(),
    }
}

/// The bound that a target must not miss, in short: `2.50%`, `±2.0%`, the reference.
#[must_use]
pub fn floor_words(target: &Target, model: &Model, locale: Locale) -> String {
    match target.kind {
        TargetKind::Hold => {
            Phrase::FLOOR_STEADY.with(locale, &[("value", &tolerance(target, model, locale))])
        }
        TargetKind::Relative => {
            let measure = judged_measure(target, model, locale).without_padding();
            let phrase = match target.floor {
                0.0 => Phrase::FLOOR_REFERENCE,
                floor if floor < 0.0 => Phrase::FLOOR_REFERENCE_BELOW,
                _ => Phrase::FLOOR_REFERENCE_ABOVE,
            };
            let margin = measure.distance(target.floor).to_string();
            phrase.with(locale, &[("margin", &margin)])
        }
        _ => floor(target, model, locale),
    }
}

/// A share of the base-year value, or an amount of the indicator; the usual share where the
/// plan names none.
fn tolerance(target: &Target, model: &Model, locale: Locale) -> String {
    let share = Measure::percent(GROWTH_DECIMALS, locale).without_padding();
    let written = match target.floor {
        0.0 => share.value(Criteria::default().hold_tolerance),
        named if target.unit.flavour() == Flavour::Rate => share.value(named),
        named => judged_measure(target, model, locale).without_padding().distance(named),
    };
    written.to_string()
}

/// What a target of this kind asks for, in a word.
#[must_use]
pub fn target_kind_word(kind: TargetKind) -> Phrase {
    match kind {
        TargetKind::Value => Phrase::KIND_VALUE,
        TargetKind::Growth => Phrase::KIND_GROWTH,
        TargetKind::Increase => Phrase::KIND_INCREASE,
        TargetKind::Relative => Phrase::KIND_RELATIVE,
        TargetKind::Hold => Phrase::KIND_HOLD,
        TargetKind::Rank => Phrase::KIND_RANK,
        TargetKind::Milestone => Phrase::KIND_MILESTONE,
        TargetKind::Rule => Phrase::KIND_RULE,
    }
}

/// How the indicator has to stand to the floor, in a word.
#[must_use]
pub fn comparison_word(comparison: Comparison) -> Phrase {
    match comparison {
        Comparison::AtLeast => Phrase::COMPARISON_AT_LEAST,
        Comparison::MoreThan => Phrase::COMPARISON_MORE_THAN,
        Comparison::AtMost => Phrase::COMPARISON_AT_MOST,
        Comparison::Equal => Phrase::COMPARISON_EQUAL,
    }
}

fn compared(comparison: Comparison) -> Phrase {
    match comparison {
        Comparison::AtLeast => Phrase::ASK_AT_LEAST,
        Comparison::MoreThan => Phrase::ASK_MORE_THAN,
        Comparison::AtMost => Phrase::ASK_AT_MOST,
        Comparison::Equal => Phrase::ASK_EQUAL,
    }
}

/// How a lever's settings are written: as many digits as its step needs.
#[must_use]
pub fn lever_measure(lever: &Lever, model: &Model, locale: Locale) -> Measure {
    Measure::of(&lever.unit, &model.units, decimals_of_step(lever.step), locale)
}

/// The same with the digits that settings finer than the step need: what is computed with is
/// what is shown.
#[must_use]
pub fn settings_measure(
    lever: &Lever,
    settings: &[InUnit],
    model: &Model,
    locale: Locale,
) -> Measure {
    let of_step = decimals_of_step(lever.step);
    let needed = settings.iter().map(|setting| decimals_of_step(setting.abs())).max();
    let decimals = needed.unwrap_or_default();
    if decimals <= of_step {
        return lever_measure(lever, model, locale);
    }
    Measure::of(&lever.unit, &model.units, decimals, locale).without_padding()
}

/// From where to where a lever can be set, and what its bands are called:
/// “可设0–5,000万元：试点（到500万元）、…”.
#[must_use]
pub fn range_words(lever: &Lever, model: &Model, locale: Locale) -> String {
    let measure = lever_measure(lever, model, locale);
    let base = |value: InUnit| lever.unit.to_base(value);
    let band = |band: &Band| {
        let value = measure.value(base(band.upper)).to_string();
        Phrase::EXPLAIN_BAND.with(locale, &[("word", band.name.get(locale)), ("value", &value)])
    };
    let bands: Vec<String> = lever.bands.iter().map(band).collect();
    let bands = bands.join(Phrase::LIST_COMMA.get(locale));
    let range = measure.range(base(lever.range[0]), base(lever.range[1]));
    Phrase::EXPLAIN_RANGE.with(locale, &[("range", &range), ("bands", &bands)])
}

/// How the figures of the target's judgement are written: as the model declares its indicator,
/// growth in %, a change of a share in 百分点, and as the plan writes it where the model has no
/// such indicator.
#[must_use]
pub fn judged_measure(target: &Target, model: &Model, locale: Locale) -> Measure {
    let declared = target.variable.and_then(|variable| model.variables.get(variable));
    let decimals = match declared {
        _ if target.is_relative_growth() => GROWTH_DECIMALS,
        Some(variable) => variable.decimals,
        None => 0,
    };
    Measure::of(&target.judged_unit(model), &model.units, decimals, locale)
}

/// Words by which the name that a plan wrote says that it is of a growth or of an increase: the plan's own text is all
/// there is to tell it.
const GROWTH_WORDS: [&str; 5] = ["增速", "增长", "增幅", "growth", "grow"];
const INCREASE_WORDS: [&str; 9] =
    ["净增", "新增", "增加", "增量", "提高", "increase", "added", "new ", "net "];

/// What a target is called: as the plan calls it, and of a growth or an increase by that, where
/// the plan's name is the indicator's alone: “全社会研发经费增速”.
#[must_use]
pub fn target_name(target: &Target, locale: Locale) -> Cow<'_, str> {
    let name = target.name.get(locale);
    let lower = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let phrase = match target.kind {
        TargetKind::Growth if !says(&GROWTH_WORDS) => Phrase::NAME_OF_GROWTH,
        TargetKind::Increase if !says(&INCREASE_WORDS) => Phrase::NAME_OF_INCREASE,
        _ => return Cow::Borrowed(name),
    };
    Cow::Owned(phrase.with(locale, &[("name", name)]))
}
