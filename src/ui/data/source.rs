//! The line on which the source of what is entered next is said.

use yew::prelude::*;

use crate::desk::source::EntrySource;
use crate::locale::Locale;
use crate::region::Provenance;
use crate::ui::data::scope::Scope;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Field;
use crate::wording::{Phrase, provenance_word};

/// The kinds of origin, the strongest first, with the names that a list has them under.
const KINDS: [(Provenance, &str); 4] = [
    (Provenance::Document, "document"),
    (Provenance::Published, "published"),
    (Provenance::Derived, "derived"),
    (Provenance::Assumed, "assumed"),
];

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
        <Choice label={label.to_owned()} options={options.to_vec()} value={name(kind).to_owned()} is_editing=true {on_choose} />
    }
}

/// The line on which the source of what is entered next is said.
pub(super) fn source_line(scope: &Scope<'_>) -> Html {
    let (locale, source) = (scope.locale(), scope.source);
    let change = |edit: fn(&mut EntrySource, String)| {
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
        Callback::from(move |provenance| {
            source.set(EntrySource { provenance, ..(*source).clone() });
        })
    };
    let (title, vintage) =
        (change(|source, text| source.title = text), change(|source, text| source.vintage = text));
    html! {
        <div class="origin-fields source-line" role="group" aria-labelledby="source-line">
            <h2 id="source-line">{ Phrase::SOURCE_LINE.get(locale) }</h2>
            { kind_choice(Phrase::SOURCE_KIND.get(locale), source.provenance, locale, &on_kind) }
            <Field id="source-title" label={Phrase::SOURCE_TITLE.get(locale)} seen=true class="wide"
                value={source.title.clone()} hint={Phrase::SOURCE_TITLE_HINT.get(locale)} on_enter={title} />
            <Field id="source-vintage" label={Phrase::SOURCE_VINTAGE.get(locale)} seen=true
                value={source.vintage.clone()} on_enter={vintage} />
            if source.title.is_empty() {
                <p class="remark">{ Phrase::SOURCE_NEEDED.get(locale) }</p>
            }
        </div>
    }
}
