//! The fixed terms of the field: lights, evidence, provenance, bands, reasons.

use crate::analysis::{Light, NotJudged};
use crate::locale::Locale;
use crate::model::{Class, Lever, Model};
use crate::region::Provenance;
use crate::wording::phrase::Phrase;

/// 研判 in a word.
#[must_use]
pub fn light_word(light: Light) -> Phrase {
    match light {
        Light::Met => Phrase::Met,
        Light::Near => Phrase::Near,
        Light::Far => Phrase::Far,
    }
}

/// An evidence class in a word, and what it means.
#[must_use]
pub fn class_word(class: Class) -> [Phrase; 2] {
    match class {
        Class::Mechanical => [Phrase::ClassMechanical, Phrase::ClassMechanicalMeaning],
        Class::Empirical => [Phrase::ClassEmpirical, Phrase::ClassEmpiricalMeaning],
        Class::Judgement => [Phrase::ClassJudgement, Phrase::ClassJudgementMeaning],
    }
}

/// Where a number comes from, in a word.
#[must_use]
pub fn provenance_word(provenance: Provenance) -> Phrase {
    match provenance {
        Provenance::Document => Phrase::ProvenanceDocument,
        Provenance::Published => Phrase::ProvenancePublished,
        Provenance::Derived => Phrase::ProvenanceDerived,
        Provenance::Assumed => Phrase::ProvenanceAssumed,
    }
}

/// Position of the band that a setting falls into; the last one for settings beyond it.
#[must_use]
pub fn band(lever: &Lever, setting: f64) -> Option<usize> {
    let inside = lever.bands.iter().position(|band| setting <= band.upper);
    inside.or(lever.bands.len().checked_sub(1))
}

/// Why there is no verdict: a sentence.
#[must_use]
pub fn reason(reason: &NotJudged, model: &Model, locale: Locale) -> String {
    let phrase = match reason {
        NotJudged::MissingFigures(ids) => {
            let figures = names(ids, model, locale);
            return Phrase::ReasonMissing.with(locale, &[("figures", &figures)]);
        }
        NotJudged::NotInModel => Phrase::ReasonNotInModel,
        NotJudged::Recorded => Phrase::ReasonRecorded,
        NotJudged::OutsideYears => Phrase::ReasonOutsideYears,
        NotJudged::NotComputable => Phrase::ReasonNotComputable,
    };
    phrase.get(locale).to_owned()
}

/// The displayed names of declarations, as a list in words.
#[must_use]
pub fn names(ids: &[String], model: &Model, locale: Locale) -> String {
    let names: Vec<&str> = ids.iter().map(|id| name(id, model, locale)).collect();
    names.join(Phrase::ListComma.get(locale))
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
