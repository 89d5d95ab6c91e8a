//! Where figures that are entered come from: said once, kept with every figure.

use yew::prelude::*;

use crate::exchange::paste::Origin;
use crate::locale::Locale;
use crate::region::{Datum, Provenance};
use crate::ui::choice::Choice;
use crate::ui::data::entry_field::EntryField;
use crate::ui::data::scope::Scope;
use crate::unit::Unit;
use crate::wording::{Phrase, provenance_word};

/// The kinds of origin, the strongest first, with the names that a list has them under.
const KINDS: [(Provenance, &str); 4] = [
    (Provenance::Document, "document"),
    (Provenance::Published, "published"),
    (Provenance::Derived, "derived"),
    (Provenance::Assumed, "assumed"),
];

/// What a person has said of the figures that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Kind of origin.
    pub provenance: Provenance,
    /// Title and section; empty where it was not said.
    pub title: String,
    /// Edition of the figures; empty where it was not said.
    pub vintage: String,
}

impl Default for Source {
    fn default() -> Self {
        let (title, vintage) = (String::new(), String::new());
        Self { provenance: Provenance::Published, title, vintage }
    }
}

impl Source {
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

/// A list of the kinds of origin.
pub(super) fn kind_choice(
    label: &str,
    kind: Provenance,
    locale: Locale,
    on_choose: &Callback<Provenance>,
) -> Html {
    let name = |kind| KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name);
    let options =
        KINDS.map(|(kind, name)| (name.to_owned(), provenance_word(kind).get(locale).to_owned()));
    let on_choose = on_choose.reform(|chosen: String| {
        let found = KINDS.iter().find(|(_, name)| **name == *chosen);
        found.map_or(Provenance::Assumed, |(kind, _)| *kind)
    });
    html! {
        <Choice label={label.to_owned()} options={options.to_vec()} value={name(kind).to_owned()} {on_choose} />
    }
}

/// The line on which the source of what is entered next is said.
pub(super) fn source_line(scope: &Scope<'_>) -> Html {
    let (locale, source) = (scope.locale(), scope.source);
    let change = |edit: fn(&mut Source, String)| {
        let source = source.clone();
        Callback::from(move |text: String| {
            let mut changed = (*source).clone();
            edit(&mut changed, text.trim().to_owned());
            source.set(changed);
            None
        })
    };
    let on_kind = {
        let source = source.clone();
        Callback::from(move |provenance| source.set(Source { provenance, ..(*source).clone() }))
    };
    let (title, vintage) =
        (change(|source, text| source.title = text), change(|source, text| source.vintage = text));
    html! {
        <div class="origin-fields source-line" role="group" aria-labelledby="source-line">
            <h2 id="source-line">{ Phrase::SOURCE_LINE.get(locale) }</h2>
            { kind_choice(Phrase::SOURCE_KIND.get(locale), source.provenance, locale, &on_kind) }
            <EntryField name="source-title" label={Phrase::SOURCE_TITLE.get(locale)} seen=true class="wide"
                value={source.title.clone()} hint={Phrase::SOURCE_TITLE_HINT.get(locale)} on_enter={title} />
            <EntryField name="source-vintage" label={Phrase::SOURCE_VINTAGE.get(locale)} seen=true
                value={source.vintage.clone()} on_enter={vintage} />
            if source.title.is_empty() {
                <p class="remark">{ Phrase::SOURCE_NEEDED.get(locale) }</p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_a_source_is_an_assumption() {
        let unit = Unit::pure();
        let unsaid = Source::default().datum(1.0, &unit, Locale::Zh);
        assert_eq!(unsaid.provenance, Provenance::Assumed);
        assert!(!unsaid.source.is_empty());
        let said = Source { title: "统计年鉴".to_owned(), ..Source::default() };
        let said = said.datum(1.0, &unit, Locale::Zh);
        assert_eq!((said.provenance, &*said.source), (Provenance::Published, "统计年鉴"));
    }

    #[test]
    fn a_corrected_figure_keeps_its_source_unless_another_is_said() {
        let unit = Unit::pure();
        let source = |title: &str| Source { title: title.to_owned(), ..Source::default() };
        let old = source("统计公报").datum(1.0, &unit, Locale::Zh);
        let corrected =
            |source: Source| source.unless_kept(source.datum(2.0, &unit, Locale::Zh), Some(&old));
        let kept = corrected(source(""));
        assert_eq!((kept.value, &*kept.source), (2.0, "统计公报"));
        assert_eq!(kept.provenance, Provenance::Published);
        assert_eq!(corrected(source("年鉴")).source, "年鉴");
    }
}
