//! Where figures that are entered come from: said once, kept with every figure.
//!
//! Vintage and remark are those of a source: another source begins without them, and what it left behind can
//! be taken over all the same.

use crate::desk::place::FigurePlace;
use crate::exchange::paste::Origin;
use crate::locale::Locale;
use crate::region::{Datum, Provenance};
use crate::unit::Unit;
use crate::wording::Phrase;

/// What a person has said of the figures that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntrySource {
    /// Kind of origin.
    pub provenance: Provenance,
    /// Title and section; empty where it was not said.
    pub title: String,
    /// Edition of the figures; empty where it was not said.
    pub vintage: String,
}

impl Default for EntrySource {
    fn default() -> Self {
        let (title, vintage) = (String::new(), String::new());
        Self { provenance: Provenance::Published, title, vintage }
    }
}

impl EntrySource {
    /// The origin of a figure that is entered now. Without a source it is an assumption.
    #[must_use]
    pub fn origin(&self, locale: Locale) -> Origin {
        let vintage = (!self.vintage.is_empty()).then(|| self.vintage.clone());
        if self.title.is_empty() {
            let source = Phrase::SOURCE_UNSTATED.get(locale).to_owned();
            return Origin { provenance: Provenance::Assumed, source, vintage };
        }
        Origin { provenance: self.provenance, source: self.title.clone(), vintage }
    }

    /// A figure that is corrected keeps where it is from, unless a new source was said.
    #[must_use]
    pub fn unless_kept(&self, new: Datum, old: Option<&Datum>) -> Datum {
        match old.filter(|_| self.title.is_empty()) {
            Some(old) => {
                let note = new.note.or_else(|| old.note.clone());
                Datum { value: new.value, unit: new.unit, note, ..old.clone() }
            }
            None => new,
        }
    }

    /// A figure that is entered now; `value` in base units.
    #[must_use]
    pub fn datum(&self, value: f64, unit: &Unit, locale: Locale) -> Datum {
        let Origin { provenance, source, vintage } = self.origin(locale);
        Datum { value, unit: unit.clone(), provenance, source, vintage, note: None, error: None }
    }
}

/// Vintage and remark of a source that another one has taken the place of.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftBehind {
    place: FigurePlace,
    /// Vintage.
    pub vintage: Option<String>,
    /// Remark.
    pub note: Option<String>,
}

impl LeftBehind {
    /// What `old` had and `new` has no more.
    #[must_use]
    pub fn of(place: &FigurePlace, old: &Datum, new: &Datum) -> Option<Self> {
        let vintage = old.vintage.clone().filter(|_| new.vintage.is_none());
        let note = old.note.clone().filter(|_| new.note.is_none());
        let is_any = vintage.is_some() || note.is_some();
        is_any.then(|| Self { place: place.clone(), vintage, note })
    }

    /// What it was, until something else stands in its place.
    #[must_use]
    pub fn words(&self, place: &FigurePlace, datum: &Datum, locale: Locale) -> Option<String> {
        let is_open = self.place == *place && datum.vintage.is_none() && datum.note.is_none();
        let words: Vec<&str> =
            [&self.vintage, &self.note].into_iter().flatten().map(|text| &**text).collect();
        is_open.then(|| words.join(Phrase::COMMA.get(locale)))
    }
}

/// Only an assumption may be without a source. What was said of the old source is not said of the new one.
///
/// # Errors
///
/// Why the figure cannot have this source; it is as it was.
pub fn set_source(datum: &mut Datum, text: &str) -> Result<(), Phrase> {
    if text.is_empty() && datum.provenance != Provenance::Assumed {
        return Err(Phrase::SOURCE_MISSING);
    }
    if is_stated(&datum.source) && datum.source != text {
        (datum.vintage, datum.note) = (None, None);
    }
    text.clone_into(&mut datum.source);
    Ok(())
}

/// Whether a person or a document said it.
fn is_stated(source: &str) -> bool {
    let unstated = [Locale::Zh, Locale::En].map(|locale| Phrase::SOURCE_UNSTATED.get(locale));
    !source.is_empty() && !unstated.contains(&source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_a_source_is_an_assumption() {
        let unit = Unit::pure();
        let unsaid = EntrySource::default().datum(1.0, &unit, Locale::Zh);
        assert_eq!(unsaid.provenance, Provenance::Assumed);
        assert!(!unsaid.source.is_empty());
        let said = EntrySource { title: "统计年鉴".to_owned(), ..EntrySource::default() };
        let said = said.datum(1.0, &unit, Locale::Zh);
        assert_eq!((said.provenance, &*said.source), (Provenance::Published, "统计年鉴"));
    }

    #[test]
    fn a_corrected_figure_keeps_its_source_unless_another_is_said() {
        let unit = Unit::pure();
        let source =
            |title: &str| EntrySource { title: title.to_owned(), ..EntrySource::default() };
        let old = source("统计公报").datum(1.0, &unit, Locale::Zh);
        let corrected = |source: EntrySource| {
            source.unless_kept(source.datum(2.0, &unit, Locale::Zh), Some(&old))
        };
        let kept = corrected(source(""));
        assert_eq!((kept.value, &*kept.source), (2.0, "统计公报"));
        assert_eq!(kept.provenance, Provenance::Published);
        assert_eq!(corrected(source("年鉴")).source, "年鉴");
    }

    fn datum(provenance: Provenance) -> Datum {
        let (source, vintage, note, error) = ("年鉴".to_owned(), None, None, None);
        Datum { value: 1.0, unit: Unit::pure(), provenance, source, vintage, note, error }
    }

    #[test]
    fn only_an_assumption_may_lose_its_source() {
        let mut published = datum(Provenance::Published);
        assert_eq!(set_source(&mut published, ""), Err(Phrase::SOURCE_MISSING));
        assert_eq!(published.source, "年鉴");
        assert_eq!(set_source(&mut datum(Provenance::Assumed), ""), Ok(()));
    }

    #[test]
    fn another_source_begins_without_vintage_and_remark() {
        let said = || Some("快报".to_owned());
        let old = Datum { vintage: said(), note: said(), ..datum(Provenance::Published) };
        let place = FigurePlace::Figure("gdp".to_owned());
        let mut same = old.clone();
        assert_eq!((set_source(&mut same, "年鉴"), &same), (Ok(()), &old));
        let mut new = old.clone();
        assert_eq!(set_source(&mut new, "统计公报"), Ok(()));
        assert_eq!((&new.vintage, &new.note), (&None, &None));
        let left = LeftBehind::of(&place, &old, &new).unwrap();
        assert_eq!(left.words(&place, &new, Locale::Zh).unwrap(), "快报，快报");
        assert_eq!(left.words(&place, &old, Locale::Zh), None);
        let unsaid = Phrase::SOURCE_UNSTATED.get(Locale::En).to_owned();
        let mut first = Datum { source: unsaid, ..old.clone() };
        assert_eq!((set_source(&mut first, "年鉴"), first.vintage), (Ok(()), said()));
    }
}
