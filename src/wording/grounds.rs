//! What a verdict stands on, in sentences: what the target takes, and where figures come from.

use crate::analysis::{Percentile, Requirement};
use crate::locale::Locale;
use crate::model::Model;
use crate::region::{Datum, Path, Provenance, Target};
use crate::unit::Flavour;
use crate::wording::chance::share;
use crate::wording::measure::{Measure, decimals_of_step};
use crate::wording::phrase::{Phrase, Sentence};
use crate::wording::terms::provenance_word;

/// Digits after the point of a growth rate.
const GROWTH_DECIMALS: usize = 1;

/// What the target takes, and how often that has been done; nothing where nothing has to grow.
#[must_use]
pub fn requirement_sentences(
    requirement: &Requirement,
    model: &Model,
    locale: Locale,
) -> Vec<Sentence> {
    if requirement.growth <= 0.0 {
        return Vec::new();
    }
    let variable = &model.variables[requirement.variable];
    let measure = Measure::of(&variable.unit, &model.units, variable.decimals, locale);
    let pace = pace(requirement.growth, requirement, model, locale);
    let need = Sentence::plain(Phrase::NEED)
        .fill("name", variable.name.get(locale))
        .fill("from", measure.value(requirement.base))
        .fill("to", measure.value(requirement.level))
        .fill_plain("count", requirement.years.to_string())
        .fill("pace", pace);
    let against = |phrases: [Phrase; 2], percentile: Percentile| {
        let faster = 1.0 - percentile.share;
        let none = faster * percentile.cases as f64 <= 0.5;
        Sentence::plain(if none { phrases[0] } else { phrases[1] })
            .fill("cases", percentile.cases.to_string())
            .fill("share", share(faster, locale))
            .fill("most", self::pace(percentile.p95, requirement, model, locale))
    };
    let peers = requirement.peers.map(|of| against([Phrase::PEERS_NONE, Phrase::PEERS_SOME], of));
    let own = requirement.own.map(|of| against([Phrase::OWN_NONE, Phrase::OWN_SOME], of));
    [Some(need), peers, own].into_iter().flatten().collect()
}

/// A yearly growth in %, or of a share the yearly change in 百分点.
fn pace(growth: f64, requirement: &Requirement, model: &Model, locale: Locale) -> String {
    let variable = &model.variables[requirement.variable];
    if matches!(variable.unit.flavour(), Flavour::Rate | Flavour::Difference) {
        Measure::of(&variable.unit, &model.units, variable.decimals, locale).change(growth).into()
    } else {
        Measure::percent(GROWTH_DECIMALS, locale).value(growth).into()
    }
}

/// A figure as the file gives it, with as many digits as it has there.
#[must_use]
pub fn datum_value(datum: &Datum, model: &Model, locale: Locale) -> String {
    let decimals = decimals_of_step(datum.unit.from_base(datum.value));
    Measure::of(&datum.unit, &model.units, decimals, locale).value(datum.value).into()
}

/// Where a figure comes from: kind of origin, source, edition, remark.
#[must_use]
pub fn datum_origin(datum: &Datum, locale: Locale) -> String {
    let more = [&datum.vintage, &datum.note];
    origin_words(datum.provenance, &datum.source, more, locale)
}

/// Where an assumption's values come from: kind of origin, source, remark.
#[must_use]
pub fn path_origin(path: &Path, locale: Locale) -> String {
    origin_words(path.provenance, &path.source, [&None, &path.note], locale)
}

/// The text of a source: those that say that there is none are the program's own words and stand
/// in the reader's language, any other stays as it was written.
#[must_use]
pub fn source_text(text: &str, locale: Locale) -> &str {
    let own = [Phrase::SOURCE_NONE_FOUND, Phrase::SOURCE_JUDGEMENT, Phrase::SOURCE_UNSTATED];
    let own = own.into_iter().find(|phrase| phrase.get(Locale::Zh) == text);
    own.map_or(text, |phrase| phrase.get(locale))
}

fn origin_words(
    provenance: Provenance,
    source: &str,
    more: [&Option<String>; 2],
    locale: Locale,
) -> String {
    let more = more.into_iter().flatten().map(String::as_str);
    let said: Vec<&str> = [source_text(source, locale)].into_iter().chain(more).collect();
    let kind = provenance_word(provenance).get(locale);
    let separator = Phrase::LABEL_SEPARATOR.get(locale);
    format!("{kind}{separator}{}", said.join(Phrase::SEMICOLON.get(locale)))
}

/// Who answers for the target, as the plan says; empty if it names nobody.
#[must_use]
pub fn responsibility(target: &Target, locale: Locale) -> String {
    let responsible = target.responsible.join(Phrase::LIST_COMMA.get(locale));
    let said = [(Phrase::LEAD, &target.lead), (Phrase::RESPONSIBLE, &responsible)];
    let said = said.into_iter().filter(|(_, units)| !units.is_empty());
    let said = said.map(|(phrase, units)| phrase.with(locale, &[("units", units)]));
    said.collect::<Vec<_>>().join(Phrase::SEMICOLON.get(locale))
}

/// The other ways to understand the target; empty if it is clear.
#[must_use]
pub fn readings(target: &Target, locale: Locale) -> String {
    if target.readings.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = target.readings.iter().map(|reading| reading.name.get(locale)).collect();
    let others = names.join(Phrase::LIST_COMMA.get(locale));
    Phrase::READINGS.with(locale, &[("others", &others), ("used", target.name.get(locale))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::UnitTable;

    #[test]
    fn an_origin_names_kind_source_edition_and_remark() {
        let unit = UnitTable::built_in().parse("亿元").unwrap();
        let datum = Datum {
            value: 28.6e8,
            unit,
            provenance: Provenance::Derived,
            source: "甲规划".into(),
            vintage: Some("2021年".into()),
            note: Some("内插".into()),
            error: None,
        };
        assert_eq!(datum_origin(&datum, Locale::Zh), "推算：甲规划；2021年；内插");
        assert_eq!(datum_origin(&datum, Locale::En), "derived: 甲规划; 2021年; 内插");
    }
}
