//! The fixed terms of the field: lights, evidence, provenance, bands, reasons.

use crate::analysis::NotJudged;
use crate::locale::Locale;
use crate::model::{Class, CostKind, Lever, Model};
use crate::plan::{Light, Verb};
use crate::region::Provenance;
use crate::unit::InUnit;
use crate::wording::measure::Measure;
use crate::wording::phrase::Phrase;

/// 研判 in a word.
#[must_use]
pub fn light_word(light: Light) -> Phrase {
    match light {
        Light::Met => Phrase::MET,
        Light::Near => Phrase::NEAR,
        Light::Far => Phrase::FAR,
    }
}

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

/// An evidence class in a word, and what it means.
#[must_use]
pub fn class_word(class: Class) -> [Phrase; 2] {
    match class {
        Class::Mechanical => [Phrase::CLASS_MECHANICAL, Phrase::CLASS_MECHANICAL_MEANING],
        Class::Empirical => [Phrase::CLASS_EMPIRICAL, Phrase::CLASS_EMPIRICAL_MEANING],
        Class::Judgement => [Phrase::CLASS_JUDGEMENT, Phrase::CLASS_JUDGEMENT_MEANING],
    }
}

/// Where a number comes from, in a word.
#[must_use]
pub fn provenance_word(provenance: Provenance) -> Phrase {
    match provenance {
        Provenance::Document => Phrase::PROVENANCE_DOCUMENT,
        Provenance::Published => Phrase::PROVENANCE_PUBLISHED,
        Provenance::Derived => Phrase::PROVENANCE_DERIVED,
        Provenance::Assumed => Phrase::PROVENANCE_ASSUMED,
    }
}

/// Position of the band that a setting falls into; the last one for settings beyond it.
#[must_use]
pub fn band(lever: &Lever, setting: InUnit) -> Option<usize> {
    let inside = lever.bands.iter().position(|band| setting <= band.upper);
    inside.or(lever.bands.len().checked_sub(1))
}

/// What a setting amounts to in a word: that of its band, unless it changes nothing or does
/// nothing. No band's word says that something is done where nothing is.
#[must_use]
pub fn setting_word(
    lever: &Lever,
    setting: InUnit,
    present: InUnit,
    locale: Locale,
) -> Option<&str> {
    let unchanged = match (setting == present, setting == InUnit(0.0)) {
        (true, true) => Some(Phrase::SETTING_NOTHING_NEW),
        (true, false) => Some(Phrase::SETTING_PRESENT),
        (false, true) => Some(Phrase::SETTING_NONE),
        (false, false) => None,
    };
    let of_band = || Some(lever.bands.get(band(lever, setting)?)?.name.get(locale));
    unchanged.map(|phrase| phrase.get(locale)).or_else(of_band)
}

/// How a lever's cost of a year is spoken of, and its amount; `None` where it costs nothing.
/// Tax that is not collected is no spending, and its sign would read as one.
#[must_use]
pub fn cost_phrase(kind: CostKind, cost: f64, funds: &Measure) -> Option<(Phrase, String)> {
    let written = funds.change(cost);
    if written.is_nothing() {
        return None;
    }
    Some(match kind {
        CostKind::Cash => (Phrase::LEVER_COST, written.to_string()),
        CostKind::Forgone if cost < 0.0 => {
            (Phrase::LEVER_COLLECTED, funds.distance(cost).to_string())
        }
        CostKind::Forgone => (Phrase::LEVER_FORGONE, funds.distance(cost).to_string()),
    })
}

/// Why there is no verdict: a sentence.
#[must_use]
pub fn reason(reason: &NotJudged, model: &Model, locale: Locale) -> String {
    let phrase = match reason {
        NotJudged::MissingFigures(ids) => {
            let figures = names(ids, model, locale);
            return Phrase::REASON_MISSING.with(locale, &[("figures", &figures)]);
        }
        NotJudged::NotComputable(Some(bad)) => {
            let name = model.variables[bad.variable].name.get(locale);
            let year = bad.year.to_string();
            return Phrase::REASON_BAD_VALUE.with(locale, &[("name", name), ("year", &year)]);
        }
        NotJudged::NotInModel => Phrase::REASON_NOT_IN_MODEL,
        NotJudged::Recorded => Phrase::REASON_RECORDED,
        NotJudged::ZeroFloor => Phrase::REASON_ZERO_FLOOR,
        NotJudged::OutsideYears => Phrase::REASON_OUTSIDE_YEARS,
        NotJudged::NotComputable(None) => Phrase::REASON_NOT_COMPUTABLE,
    };
    phrase.get(locale).to_owned()
}

/// The displayed names of declarations, as a list in words.
#[must_use]
pub fn names(ids: &[String], model: &Model, locale: Locale) -> String {
    let names: Vec<&str> = ids.iter().map(|id| name(id, model, locale)).collect();
    names.join(Phrase::LIST_COMMA.get(locale))
}

/// The displayed name of what the region gives under this id; the id itself if nothing has it.
#[must_use]
pub fn name<'a>(id: &'a str, model: &'a Model, locale: Locale) -> &'a str {
    let figures = model.figures.iter().map(|figure| (&figure.id, &figure.name));
    let assumptions = model.assumptions.iter().map(|path| (&path.id, &path.name));
    let variables = model.variables.iter().map(|variable| (&variable.id, &variable.name));
    let mut named = figures.chain(assumptions).chain(variables);
    named.find(|(candidate, _)| *candidate == id).map_or(id, |(_, name)| name.get(locale))
}
