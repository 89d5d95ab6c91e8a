//! The region's numbers in tables: by year, of the base year only, and present policy.

use yew::prelude::*;

use crate::browser::{PastedTable, pasted_table};
use crate::desk::place::{FigurePlace, Item, figures, series, years};
use crate::exchange::paste::implausible;
use crate::model::Lever;
use crate::region::{Datum, Provenance};
use crate::ui::data::origin::{origin_button, origin_row};
use crate::ui::data::scope::Scope;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::figure::aside;
use crate::ui::widgets::table::{columns, table};
use crate::wording::{Phrase, datum_origin, lever_measure};

/// Variables by year; `on_paste` is called with a table and the place that it was pasted at.
pub(super) fn by_year(scope: &Scope<'_>, on_paste: Callback<PastedTable>) -> Html {
    let (locale, region) = (scope.locale(), scope.region());
    let years = years(region);
    let heading = |year: &i32| {
        let name = Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]);
        let is_base = *year == region.base_year;
        html! {
            <th scope="col" class={classes!("year", is_base.then_some("base-year"))}>
                { name }
                if is_base {
                    { aside(Phrase::BASE_YEAR.get(locale), locale) }
                }
            </th>
        }
    };
    let take = move |event: Event| {
        if let Some(pasted) = pasted_table(&event) {
            on_paste.emit(pasted);
        }
    };
    let rows = series(scope.model(), region);
    let head = html! {
        <tr>
            <th scope="col">{ Phrase::COLUMN_NAME.get(locale) }</th><th scope="col">{ Phrase::COLUMN_UNIT.get(locale) }</th>
            { for years.iter().map(heading) }
        </tr>
    };
    let body = rows.iter().map(|item| series_row(scope, item, &years)).collect();
    html! {
        <div class="data-scroll" onpaste={take}>
            { table("data-table", head, body).caption(Phrase::TABLE_TITLE.get(locale)).by_columns().draw() }
        </div>
    }
}

fn series_row(scope: &Scope<'_>, item: &Item<'_>, years: &[i32]) -> Html {
    let (locale, region) = (scope.locale(), scope.region());
    let name = item.name.get(locale);
    let of_year = |year: i32| {
        Phrase::NAME_OF_YEAR.with(locale, &[("name", name), ("year", &year.to_string())])
    };
    let cell = |year: &i32| {
        let place = FigurePlace::of(item.id, *year, region);
        let (label, year) = (of_year(*year), year.to_string());
        let is_computed = matches!(place, FigurePlace::Figure(_)) && !item.is_given;
        let content = if is_computed {
            html! { <small class="computed">{ Phrase::COMPUTED.get(locale) }</small> }
        } else {
            cell(scope, item, &place, &label)
        };
        html! { <td data-column={year} data-row={item.id.to_owned()}>{ content }</td> }
    };
    let open = open_place(scope, |place| match place {
        FigurePlace::Figure(id) | FigurePlace::Dated(id, _) => id == item.id,
        FigurePlace::Present(_) => false,
    });
    html! {
        <>
            <tr key={item.id.to_owned()}>
                <th scope="row">{ name }</th><td class="unit-cell">{ scope.heading(item.unit) }</td>
                { for years.iter().map(cell) }
            </tr>
            { open.map(|(place, datum)| {
                let year = place.year(region).map_or_else(|| name.to_owned(), of_year);
                origin_row(scope, place, datum, &year, years.len() + 2)
            }) }
        </>
    }
}

/// What the row in question has open.
fn open_place<'s>(
    scope: &'s Scope<'_>,
    is_here: impl Fn(&FigurePlace) -> bool,
) -> Option<(&'s FigurePlace, &'s Datum)> {
    let place = scope.open.as_ref().filter(|place| is_here(place))?;
    Some((place, place.datum(scope.region())?))
}

/// The field of a number, its origin, and what is doubtful of it.
fn cell(scope: &Scope<'_>, item: &Item<'_>, place: &FigurePlace, label: &str) -> Html {
    let (locale, datum) = (scope.locale(), place.datum(scope.region()));
    let value = datum.map(|datum| datum.value);
    let stand_in = item.default.filter(|_| matches!(place, FigurePlace::Figure(_)));
    let stand_in = stand_in.and_then(|of| crate::plan::stand_in(scope.model(), scope.region(), of));
    let hint = match (stand_in, place) {
        (Some(value), _) => {
            let digits = scope.digits(item.unit, Some(value));
            Phrase::MODEL_TAKES.with(locale, &[("value", &digits)])
        }
        (None, FigurePlace::Figure(_)) => Phrase::NOT_GIVEN.get(locale).to_owned(),
        (None, _) => String::new(),
    };
    let doubt = value.and_then(|value| implausible(value, item.unit, item.plausible));
    html! {
        <>
            <Field id={place.key()} label={label.to_owned()} value={scope.digits(item.unit, value)} {hint}
                on_enter={scope.putting(place, item.unit, |_| Ok(()))} />
            { datum.map(|datum| origin_button(scope, place, datum, label)) }
            if let Some(doubt) = doubt {
                <small class="doubt">{ doubt.get(locale) }</small>
            }
        </>
    }
}

/// Figures of the base year that have no other years.
pub(super) fn base_only(scope: &Scope<'_>) -> Html {
    let locale = scope.locale();
    let rows = figures(scope.model());
    let row = |item: &Item<'_>| {
        let (name, place) = (item.name.get(locale), FigurePlace::Figure(item.id.to_owned()));
        let content = cell(scope, item, &place, name);
        single_row(scope, name, &scope.heading(item.unit), &place, content)
    };
    single_table(scope, Phrase::BASE_ONLY_TITLE, rows.iter().map(row).collect())
}

/// Present settings of the levers.
pub(super) fn present(scope: &Scope<'_>) -> Html {
    let levers = scope.model().levers.iter();
    let row = |lever: &Lever| {
        let name = lever.name.get(scope.locale());
        let place = FigurePlace::Present(lever.id.clone());
        let content = present_cell(scope, lever, &place, name);
        single_row(scope, name, &scope.heading(&lever.unit), &place, content)
    };
    single_table(scope, Phrase::PRESENT_TITLE, levers.map(row).collect())
}

fn present_cell(scope: &Scope<'_>, lever: &Lever, place: &FigurePlace, name: &str) -> Html {
    let (locale, datum) = (scope.locale(), place.datum(scope.region()));
    let value = datum.map(|datum| datum.value);
    let digits = scope.digits(&lever.unit, Some(lever.unit.to_base(lever.present)));
    let ends = lever.range.map(|end| lever.unit.to_base(end));
    let measure = lever_measure(lever, scope.model(), locale);
    let fits = move |value: f64| {
        let [low, high] = ends;
        if (low..=high).contains(&value) {
            return Ok(());
        }
        let range = measure.range(low, high);
        Err(Phrase::NOT_IN_RANGE.with(locale, &[("range", &range)]))
    };
    html! {
        <>
            <Field id={place.key()} label={name.to_owned()} value={scope.digits(&lever.unit, value)}
                hint={Phrase::MODEL_TAKES.with(locale, &[("value", &digits)])}
                on_enter={scope.putting(place, &lever.unit, fits)} />
            { datum.map(|datum| origin_button(scope, place, datum, name)) }
        </>
    }
}

/// A row with one value and its origin in full.
fn single_row(
    scope: &Scope<'_>,
    name: &str,
    unit: &str,
    place: &FigurePlace,
    content: Html,
) -> Html {
    let locale = scope.locale();
    let datum = place.datum(scope.region());
    let open = open_place(scope, |open| open == place);
    html! {
        <>
            <tr key={place.key()}>
                <th scope="row">{ name }</th><td class="unit-cell">{ unit }</td>
                <td data-column="value">{ content }</td>
                <td class="origin-text">{ datum.map(|datum| datum_origin(datum, locale)) }</td>
            </tr>
            { open.map(|(place, datum)| origin_row(scope, place, datum, name, 4)) }
        </>
    }
}

fn single_table(scope: &Scope<'_>, caption: Phrase, rows: Vec<Html>) -> Html {
    let locale = scope.locale();
    let head =
        [Phrase::COLUMN_NAME, Phrase::COLUMN_UNIT, Phrase::COLUMN_VALUE, Phrase::COLUMN_ORIGIN];
    html! {
        <div class="data-scroll">
            { table("data-table single", columns(head.map(|name| name.get(locale))), rows.into_iter().collect())
                .caption(caption.get(locale)).by_columns().draw() }
        </div>
    }
}

/// How many of the region's base-year figures there are, and how many of them are assumed.
pub(super) fn counts(scope: &Scope<'_>) -> [usize; 2] {
    let figures = &scope.region().figures;
    let assumed = figures.values().filter(|datum| datum.provenance == Provenance::Assumed);
    [figures.len(), assumed.count()]
}
