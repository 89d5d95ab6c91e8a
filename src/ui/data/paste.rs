//! A table from Excel, WPS or a web page: what was understood of it, and taking it over.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::{PastedTable, focus, pasted_anything};
use crate::desk::place::{FigurePlace, figures, series, years};
use crate::desk::source::EntrySource;
use crate::exchange::paste::{GridError, Ignored, Pasted, PastedCell, with_headings};
use crate::region::Datum;
use crate::session::Edit;
use crate::ui::data::scope::Scope;
use crate::ui::data::understood::{Pasting, Reading, Understood};
use crate::ui::data::waiting::Waits;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::table::{columns, scrolling, table};
use crate::wording::{Phrase, datum_value, name, provenance_word};

/// Rows of a list; the rest is counted.
const LISTED: usize = 40;

/// Names that are asked about at a time: each has a list of all indicators.
const ASKED: usize = 6;

/// Where the focus goes when a table was taken over or put aside.
const DOOR: &str = "paste";

/// Takes what was pasted into the table; a block of bare numbers lies where it was put.
pub(super) fn on_table(
    scope: &Scope<'_>,
    pasting: &UseStateHandle<Option<Pasting>>,
) -> Callback<PastedTable> {
    let (pasting, plan) = (pasting.clone(), scope.given.plan.clone());
    let model = scope.given.scene.model.clone();
    Callback::from(move |(text, at): PastedTable| {
        let rows = series(&model, &plan.region);
        let ids: Vec<&str> = rows.iter().map(|item| item.id).collect();
        let years = years(&plan.region);
        let headed = at.and_then(|(id, year)| {
            let row = ids.iter().position(|known| *known == id)?;
            let column = years.iter().position(|known| *known == year)?;
            with_headings(&text, &ids[row..], &years[column..], &model.units)
        });
        let new = headed.map_or_else(|| Pasting::new(&text), |text| Pasting::headed(&text));
        pasting.set(Some(new));
    })
}

/// A text area as the door, and what was understood.
pub(super) fn paste(scope: &Scope<'_>, waits: &Waits, reading: &Reading, area: &NodeRef) -> Html {
    let (locale, pasting) = (scope.locale(), &waits.pasting);
    let oninput = waits
        .on_typed
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onpaste = {
        let pasting = pasting.clone();
        move |event: Event| {
            if let Some(text) = pasted_anything(&event) {
                pasting.set(Some(Pasting::new(&text)));
            }
        }
    };
    let read = {
        let (pasting, area, on_typed) = (pasting.clone(), area.clone(), waits.on_typed.clone());
        move |_: MouseEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                pasting.set(Some(Pasting::new(&area.value())));
                area.set_value("");
                on_typed.emit(String::new());
            }
        }
    };
    html! {
        <div class="paste">
            <div class="paste-door">
                <label for="paste-area">{ Phrase::PASTE_LABEL.get(locale) }</label>
                <textarea id="paste-area" ref={area} rows="2" {onpaste} {oninput}
                    placeholder={Phrase::PASTE_HINT.get(locale)} />
                { button(Kind::Plain, Phrase::PASTE_READ.get(locale), read).draw() }
            </div>
            if let Some((waiting, read)) = pasting.as_ref().zip(reading.understood()) {
                <section class="preview" id="preview" tabindex="-1" aria-labelledby="preview-title">
                    { preview(scope, pasting, (waiting, reading), read) }
                </section>
            } else {
                { reading.notice(locale) }
            }
        </div>
    }
}

fn preview(
    scope: &Scope<'_>,
    pasting: &UseStateHandle<Option<Pasting>>,
    (waiting, reading): (&Pasting, &Reading),
    read: &Result<Understood, GridError>,
) -> Html {
    let locale = scope.locale();
    let close = {
        let pasting = pasting.clone();
        move |_: MouseEvent| {
            pasting.set(None);
            focus(DOOR);
        }
    };
    match read {
        Ok(understood) => html! {
            <>
                { summary(scope, &understood.pasted) }
                { sources(scope, understood) }
                { ignored(scope, &understood.pasted) }
                { unknown_names(scope, pasting, waiting, understood) }
                { problems(scope, waiting, &understood.pasted) }
                { values(scope, &understood.pasted) }
                <p class="deeds">{ take_over(scope, pasting, (reading, understood)) }
                    { button(Kind::Quiet, Phrase::PASTE_DISCARD.get(locale), close).draw() }</p>
            </>
        },
        Err(error) => html! { <>{ refusal(*error, scope) }
        <p class="deeds">{ button(Kind::Quiet, Phrase::CLOSE.get(locale), close).draw() }</p></> },
    }
}

/// Where the figures will be said to come from, before they are taken; with the field to say it.
fn sources(scope: &Scope<'_>, understood: &Understood) -> Html {
    let (locale, source) = (scope.locale(), scope.source);
    if understood.entries.is_empty() {
        return Html::default();
    }
    let [count, kept] = [understood.entries.len() - understood.kept, understood.kept]
        .map(|count| count.to_string());
    let words = if source.title.is_empty() {
        let kept = (understood.kept > 0)
            .then(|| Phrase::PASTE_SOURCE_KEPT.with(locale, &[("count", &kept)]));
        let assumed = (understood.entries.len() > understood.kept)
            .then(|| Phrase::PASTE_UNSOURCED.with(locale, &[("count", &count)]));
        [assumed, kept].into_iter().flatten().collect::<Vec<_>>()
    } else {
        let kind = provenance_word(source.provenance).get(locale);
        let gaps = [("kind", kind), ("source", &*source.title)];
        vec![Phrase::PASTE_SOURCED.with(locale, &gaps)]
    };
    let on_title = {
        let source = source.clone();
        Callback::from(move |title: String| {
            let title = title.trim().to_owned();
            source.set(EntrySource { title, ..(*source).clone() });
            None
        })
    };
    html! {
        <div class="origin-fields paste-source">
            <p>{ words.join(Phrase::SENTENCE_SPACE.get(locale)) }</p>
            <Field id="preview-source" label={Phrase::SOURCE_TITLE.get(locale)} seen=true class="wide"
                value={source.title.clone()} hint={Phrase::SOURCE_TITLE_HINT.get(locale)} on_enter={on_title} />
        </div>
    }
}

/// Columns of which nothing is taken, and why.
fn ignored(scope: &Scope<'_>, pasted: &Pasted) -> Html {
    let locale = scope.locale();
    let line = |column: &Ignored| {
        let phrase = match (pasted.transposed, column.is_part) {
            (false, true) => Phrase::PASTE_COLUMN_PART,
            (false, false) => Phrase::PASTE_COLUMN_OTHER,
            (true, true) => Phrase::PASTE_ROW_PART,
            (true, false) => Phrase::PASTE_ROW_OTHER,
        };
        let at = column.at.to_string();
        html! { <li>{ phrase.with(locale, &[("at", &at), ("head", &column.head)]) }</li> }
    };
    html! {
        <>
            <ul class="problems ignored">{ for pasted.ignored.iter().take(LISTED).map(line) }</ul>
            { more(pasted.ignored.len(), scope) }
        </>
    }
}

fn refusal(error: GridError, scope: &Scope<'_>) -> Html {
    let sentence = error.sentence();
    html! { <h3 id="preview-title" role="alert">{ sentence.get(scope.locale()).to_owned() }</h3> }
}

fn summary(scope: &Scope<'_>, pasted: &Pasted) -> Html {
    let locale = scope.locale();
    let count = |wanted: fn(&&PastedCell) -> bool| pasted.cells.iter().filter(wanted).count();
    let read = count(|cell| matches!(cell.outcome, Ok(Some(_))));
    let wrong = count(|cell| cell.outcome.is_err());
    let empty = count(|cell| matches!(cell.outcome, Ok(None)));
    let [read, wrong, empty] = [read, wrong, empty].map(|count| count.to_string());
    let gaps = [("read", &*read), ("wrong", &*wrong), ("empty", &*empty)];
    html! {
        <>
            <h3 id="preview-title">{ Phrase::PASTE_SUMMARY.with(locale, &gaps) }</h3>
            if pasted.transposed {
                <p class="remark">{ Phrase::PASTE_TRANSPOSED.get(locale) }</p>
            }
        </>
    }
}

/// What choosing a name does to what was pasted.
type Change = Rc<dyn Fn(&mut Pasting, String)>;

/// Labels that are no names of the model, to be told apart; some at a time.
fn unknown_names(
    scope: &Scope<'_>,
    pasting: &UseStateHandle<Option<Pasting>>,
    waiting: &Pasting,
    understood: &Understood,
) -> Html {
    let locale = scope.locale();
    let labels = &understood.labels;
    if labels.is_empty() {
        return Html::default();
    }
    let (series, figures) = (series(scope.model(), scope.region()), figures(scope.model()));
    let items = series.iter().chain(&figures);
    let mut options = vec![(String::new(), Phrase::PASTE_NO_NAME.get(locale).to_owned())];
    options.extend(items.map(|item| (item.id.to_owned(), item.name.get(locale).to_owned())));
    let set = |change: Change| {
        let (pasting, waiting) = (pasting.clone(), waiting.clone());
        Callback::from(move |text: String| {
            let mut next = waiting.clone();
            change(&mut next, text);
            pasting.set(Some(next));
        })
    };
    let choice = |label: &String| {
        let chosen = waiting.named.get(label).cloned().unwrap_or_default();
        let title = Phrase::PASTE_NAME_OF.with(locale, &[("label", label)]);
        let label = label.clone();
        let key = label.clone();
        let on_choose = set(Rc::new(move |next, id| {
            next.named.remove(&label);
            if !id.is_empty() {
                next.named.insert(label.clone(), id);
            }
        }));
        html! { <li {key}><Choice label={title} options={options.clone()} value={chosen} {on_choose} /></li> }
    };
    let pages = labels.len().div_ceil(ASKED);
    let page = waiting.page.min(pages - 1);
    let shown = labels.iter().skip(page * ASKED).take(ASKED);
    let turn = |phrase: Phrase, to: Option<usize>| {
        let is_there = to.filter(|to| *to < pages);
        let turned = set(Rc::new(move |next, _| next.page = is_there.unwrap_or(next.page)));
        let onclick = turned.reform(|_: MouseEvent| String::new());
        button(Kind::Quiet, phrase.get(locale), onclick).disabled(is_there.is_none()).draw()
    };
    let [first, last, count] =
        [page * ASKED + 1, labels.len().min((page + 1) * ASKED), labels.len()]
            .map(|n| n.to_string());
    let gaps = [("first", &*first), ("last", &*last), ("count", &*count)];
    html! {
        <>
            if pages > 1 {
                <p class="remark">{ Phrase::PASTE_NAMES_PAGE.with(locale, &gaps) }{ Phrase::SENTENCE_SPACE.get(locale) }
                    { turn(Phrase::PASTE_NAMES_BACK, page.checked_sub(1)) }
                    { turn(Phrase::PASTE_NAMES_NEXT, Some(page + 1)) }</p>
            }
            <ul class="unknown-names">{ for shown.map(choice) }</ul>
        </>
    }
}

/// Where something is wrong, and what would be right.
fn problems(scope: &Scope<'_>, waiting: &Pasting, pasted: &Pasted) -> Html {
    let locale = scope.locale();
    // A label without a name of the model is asked about once, above.
    let named = pasted.cells.iter().filter(|cell| cell.id.is_some() || cell.label.is_empty());
    let wrong = named.filter_map(|cell| Some((cell, cell.outcome.as_ref().err()?)));
    let count = wrong.clone().count();
    let line = |(cell, problem): (&PastedCell, &crate::locale::Text)| {
        // Where it is in what was pasted, which had no headings of ours; they name rows by their ids.
        let added = usize::from(waiting.is_headed);
        let [row, column] = [cell.row, cell.column].map(|at| at.saturating_sub(added).to_string());
        let named = cell.id.as_deref().filter(|_| waiting.is_headed);
        let label = named.map_or(&*cell.label, |id| name(id, scope.model(), locale));
        let gaps = [
            ("row", &*row),
            ("column", &*column),
            ("label", label),
            ("problem", problem.get(locale)),
        ];
        html! { <li>{ Phrase::PASTE_PROBLEM.with(locale, &gaps) }</li> }
    };
    html! {
        <>
            <ul class="problems">{ for wrong.take(LISTED).map(line) }</ul>
            { more(count, scope) }
        </>
    }
}

/// What will stand where, and what stands there now.
fn values(scope: &Scope<'_>, pasted: &Pasted) -> Html {
    let locale = scope.locale();
    let read = pasted.cells.iter().filter_map(|cell| {
        Some((cell, cell.id.as_deref()?, cell.year?, cell.outcome.as_ref().ok()?.as_ref()?))
    });
    let count = read.clone().count();
    if count == 0 {
        return Html::default();
    }
    let row = |(cell, id, year, datum): (&PastedCell, &str, i32, &Datum)| {
        let place = FigurePlace::of(id, year, scope.region());
        let old = place.datum(scope.region()).map(|old| datum_value(old, scope.model(), locale));
        let warning = cell.warning.as_ref().map(|text| text.get(locale).to_owned());
        let remark = [datum.note.clone(), warning].into_iter().flatten().collect::<Vec<_>>();
        html! {
            <tr>
                <th scope="row">{ name(id, scope.model(), locale) }</th>
                <td>{ Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]) }</td>
                <td><b>{ datum_value(datum, scope.model(), locale) }</b></td>
                <td>{ old }</td>
                <td>{ remark.join(Phrase::SEMICOLON.get(locale)) }</td>
            </tr>
        }
    };
    let head = [
        Phrase::COLUMN_NAME,
        Phrase::COLUMN_YEAR,
        Phrase::COLUMN_READ_AS,
        Phrase::COLUMN_OLD,
        Phrase::COLUMN_REMARK,
    ];
    let head = columns(head.map(|name| name.get(locale)));
    let preview = table("preview-table", head, read.take(LISTED).map(row).collect());
    html! {
        <>
            { scrolling("data-scroll", Phrase::COLUMN_READ_AS.get(locale), preview.draw()) }
            { more(count, scope) }
        </>
    }
}

fn more(count: usize, scope: &Scope<'_>) -> Html {
    if count <= LISTED {
        return Html::default();
    }
    let rest = (count - LISTED).to_string();
    html! { <p class="remark">{ Phrase::PASTE_MORE.with(scope.locale(), &[("count", &rest)]) }</p> }
}

fn take_over(
    scope: &Scope<'_>,
    pasting: &UseStateHandle<Option<Pasting>>,
    (reading, understood): (&Reading, &Understood),
) -> Html {
    let count = understood.entries.len().to_string();
    let is_empty = understood.entries.is_empty();
    let entries = reading.entries();
    let (pasting, on_action) = (pasting.clone(), scope.given.on_action.clone());
    let onclick = move |_: MouseEvent| {
        on_action.emit(Edit::PasteTable(entries()).into());
        pasting.set(None);
        focus(DOOR);
    };
    let words = Phrase::PASTE_TAKE.with(scope.locale(), &[("count", &count)]);
    button(Kind::Plain, words, onclick).disabled(is_empty).draw()
}
