//! The origin of a number: its kind beside it, and a row that opens to change all of it.
//!
//! Another source begins without the vintage and the remark of the one before; the row says which were left.

use yew::prelude::*;

use crate::browser::focus;
use crate::desk::place::FigurePlace;
use crate::desk::source::{LeftBehind, set_source};
use crate::region::{Datum, Provenance};
use crate::ui::data::scope::Scope;
use crate::ui::data::source::kind_choice;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::notice::{Tone, notice};
use crate::wording::{Phrase, datum_origin, provenance_word, read_share, unrounded};

/// The kind of origin as a button that opens and closes the row.
pub(super) fn origin_button(
    scope: &Scope<'_>,
    place: &FigurePlace,
    datum: &Datum,
    label: &str,
) -> Html {
    let locale = scope.locale();
    let is_open = scope.open.as_ref() == Some(place);
    let origin = datum_origin(datum, locale);
    let onclick = {
        let (open, next) = (scope.open.clone(), (!is_open).then(|| place.clone()));
        move |_: MouseEvent| open.set(next.clone())
    };
    let gaps = [("name", label), ("origin", &*origin)];
    let label = Phrase::ORIGIN_BUTTON.with(locale, &gaps);
    button(Kind::Bare, provenance_word(datum.provenance).get(locale), onclick)
        .class(classes!("origin", mark(datum.provenance)))
        .label(label)
        .title(origin)
        .expanded(is_open)
        .edits()
        .draw()
}

/// The shape of a kind of origin.
fn mark(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Document => "origin-document",
        Provenance::Published => "origin-published",
        Provenance::Derived => "origin-derived",
        Provenance::Assumed => "origin-guessed",
    }
}

/// The row in which the origin of `datum` is changed, across `columns` columns; `name` says which number
/// it is, with its year where its row has several.
pub(super) fn origin_row(
    scope: &Scope<'_>,
    place: &FigurePlace,
    datum: &Datum,
    name: &str,
    columns: usize,
) -> Html {
    let locale = scope.locale();
    let close = {
        let (open, field) = (scope.open.clone(), place.key());
        Callback::from(move |_: MouseEvent| {
            open.set(None);
            focus(&field);
        })
    };
    let remove = {
        let (close, place) = (close.clone(), place.clone());
        let on_action = scope.given.on_action.clone();
        move |event: MouseEvent| {
            on_action.emit(place.edit(None).into());
            close.emit(event);
        }
    };
    html! {
        <tr class="origin-row" key={format!("origin-{}", place.key())}>
            <td colspan={columns.to_string()}>
                <div class="origin-fields" id="origin" tabindex="-1" role="group" aria-labelledby="origin-title">
                    <h3 id="origin-title">{ Phrase::ORIGIN_TITLE.with(locale, &[("name", name)]) }</h3>
                    { fields(scope, place, datum) }
                    <p class="origin-deeds">
                        { button(Kind::Quiet, Phrase::REMOVE_FIGURE.get(locale), remove).edits().draw() }
                        { button(Kind::Quiet, Phrase::CLOSE.get(locale), close).draw() }
                    </p>
                </div>
            </td>
        </tr>
    }
}

fn fields(scope: &Scope<'_>, place: &FigurePlace, datum: &Datum) -> Html {
    let locale = scope.locale();
    let on_kind = {
        let (place, datum) = (place.clone(), datum.clone());
        scope.given.on_action.reform(move |provenance| {
            place.edit(Some(Datum { provenance, ..datum.clone() })).into()
        })
    };
    let key = place.key();
    let field = |part: &str, label: Phrase, class, value: String, hint: String, on_enter| {
        html! {
            <Field id={format!("{key}-{part}")} label={label.get(locale)} seen=true {class} {value} {hint} {on_enter} />
        }
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let on_source = {
        let (left, place, old) = (scope.left.clone(), place.clone(), datum.clone());
        scope.amending(&place.clone(), datum, move |datum, text| {
            set_source(datum, text)?;
            left.set(LeftBehind::of(&place, &old, datum));
            Ok(())
        })
    };
    let own = datum.error.map_or(String::new(), percent);
    let usual = percent(datum.provenance.log_error(scope.model().base_error));
    html! {
        <>
            { kind_choice(Phrase::SOURCE_KIND.get(locale), datum.provenance, locale, &on_kind) }
            { field("source", Phrase::SOURCE_TITLE, "wide", datum.source.clone(), String::new(), on_source) }
            { field("vintage", Phrase::SOURCE_VINTAGE, "", text(&datum.vintage), String::new(),
                scope.amending(place, datum, |datum, text| { datum.vintage = some(text); Ok(()) })) }
            { field("error", Phrase::ORIGIN_ERROR, "", own, usual, scope.amending(place, datum, set_error)) }
            { field("note", Phrase::ORIGIN_NOTE, "wide", text(&datum.note), String::new(),
                scope.amending(place, datum, |datum, text| { datum.note = some(text); Ok(()) })) }
            { left_behind(scope, place, datum) }
        </>
    }
}

/// What a new source did not take over, and a way to have it all the same.
fn left_behind(scope: &Scope<'_>, place: &FigurePlace, datum: &Datum) -> Html {
    let locale = scope.locale();
    let left = (**scope.left).as_ref();
    let said = left.and_then(|left| Some((left, left.words(place, datum, locale)?)));
    let Some((left, words)) = said else { return Html::default() };
    let onclick = {
        let kept =
            Datum { vintage: left.vintage.clone(), note: left.note.clone(), ..datum.clone() };
        let place = place.clone();
        scope.given.on_action.reform(move |_: MouseEvent| place.edit(Some(kept.clone())).into())
    };
    let keep = button(Kind::Quiet, Phrase::ORIGIN_KEEP.get(locale), onclick).edits().draw();
    let words = Phrase::ORIGIN_LEFT.with(locale, &[("words", &words)]);
    notice(Tone::Status, "origin-left", html! { <>{ words }{ keep }</> })
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn set_error(datum: &mut Datum, text: &str) -> Result<(), Phrase> {
    if text.is_empty() {
        datum.error = None;
        return Ok(());
    }
    let share = read_share(text).ok().filter(|share| (0.0..=1.0).contains(share));
    datum.error = Some(share.ok_or(Phrase::ERROR_IS_A_SHARE)?);
    Ok(())
}

fn percent(share: f64) -> String {
    unrounded(share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::Unit;

    fn datum(provenance: Provenance) -> Datum {
        let (source, vintage, note, error) = ("年鉴".to_owned(), None, None, None);
        Datum { value: 1.0, unit: Unit::pure(), provenance, source, vintage, note, error }
    }

    #[test]
    fn an_error_is_a_share_in_percent() {
        let mut datum = datum(Provenance::Derived);
        assert_eq!(set_error(&mut datum, "5％"), Ok(()));
        assert_eq!(datum.error, Some(0.05));
        for entry in ["200", "-1", "少"] {
            assert_eq!(set_error(&mut datum, entry), Err(Phrase::ERROR_IS_A_SHARE));
        }
        assert_eq!((set_error(&mut datum, ""), datum.error), (Ok(()), None));
        assert_eq!([percent(0.05), percent(0.125), percent(0.0005)], ["5", "12.5", "0.05"]);
    }
}
