//! The tables: each to be copied, saved or looked at.

use yew::prelude::*;

use crate::browser::{copy_table, today};
use crate::desk::{Content, OutputFile};
use crate::exchange::sheet::{Field, Sheet};
use crate::exchange::tables::TableKind;
use crate::ui::output::saving::{copied, on_save};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::heading::heading;
use crate::ui::widgets::table::{columns, scrolling, table};
use crate::wording::Phrase;

/// The list of tables, the one that is looked at below its line.
pub(super) fn sheets(
    content: &Content,
    shown: &UseStateHandle<Option<TableKind>>,
    say: &Callback<String>,
) -> Html {
    let locale = content.locale();
    html! {
        <section class="output-part" id="sheets" aria-labelledby="sheets-title">
            { heading("sheets-title", Phrase::SHEETS_TITLE.get(locale), Phrase::SHEETS_NOTE.get(locale)) }
            <ul class="sheet-list">{ for TableKind::ALL.into_iter().map(|kind| line(content, kind, shown, say)) }</ul>
        </section>
    }
}

fn line(
    content: &Content,
    kind: TableKind,
    shown: &UseStateHandle<Option<TableKind>>,
    say: &Callback<String>,
) -> Html {
    let locale = content.locale();
    let name = kind.name().get(locale);
    let of = |phrase: Phrase| phrase.with(locale, &[("name", name)]);
    let is_shown = **shown == Some(kind);
    let show = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set((!is_shown).then_some(kind)))
    };
    let copy = {
        let content = content.clone();
        say.reform(move |_: MouseEvent| {
            let sheet = content.sheet(kind);
            copied(&|| copy_table(&sheet.html(), &sheet.tsv()), name, locale)
        })
    };
    let kept = content.clone();
    let save = on_save(say, locale, move || {
        let csv = kept.sheet(kind).csv().into_bytes();
        OutputFile::dated(&kept.stem(name), ".csv", "text/csv", csv, today())
    });
    let action = |word: Phrase, label: Phrase, onclick: Callback<MouseEvent>| {
        button(Kind::Quiet, word.get(locale), onclick).label(of(label))
    };
    html! {
        <li key={name}>
            <div class="sheet-line">
                <p><b>{ name }</b><small>{ kind.note().get(locale) }</small></p>
                <div class="sheet-actions">
                    { action(Phrase::SHEET_SHOW, Phrase::SHEET_SHOW_OF, show).expanded(is_shown).draw() }
                    { action(Phrase::OUTPUT_COPY, Phrase::OUTPUT_COPY_OF, copy).draw() }
                    { action(Phrase::SHEET_CSV, Phrase::SHEET_CSV_OF, save).draw() }
                </div>
            </div>
            if is_shown {
                { scrolling("twin twin-scroll", name.to_owned(), sheet_table(&content.sheet(kind))) }
            }
        </li>
    }
}

/// A table as the page and paper show it.
pub(super) fn sheet_table(sheet: &Sheet) -> Html {
    let cell = |(position, field): (usize, &Field)| match (position, field) {
        (0, field) => html! { <th scope="row">{ field.shown() }</th> },
        (_, Field::Text(text)) => html! { <td class="words">{ text }</td> },
        (_, field) => html! { <td>{ field.shown() }</td> },
    };
    let row = |row: &Vec<Field>| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> };
    table("", columns(sheet.header.iter().cloned()), sheet.rows.iter().map(row).collect()).draw()
}
