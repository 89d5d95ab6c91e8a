//! The table of differences: indicators by scenario.

use std::cmp::Ordering;

use yew::prelude::*;

use crate::analysis::Report;
use crate::browser::copy_table;
use crate::exchange::comparison::{Cell, ComparedStanding, Row, comparison, comparison_sheet};
use crate::locale::Locale;
use crate::plan::ScenarioId;
use crate::ui::compare::compared::Compared;
use crate::ui::state::given::Given;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::light::shape;
use crate::ui::widgets::table::{scrolling, table};
use crate::wording::{Phrase, light_word};

/// Written where there is no number.
const NONE: &str = "—";

/// The table, and a copy of it for spreadsheets.
pub(super) fn section(
    given: &Given,
    compared: &[Compared],
    copied: &UseStateHandle<Option<bool>>,
) -> Html {
    let (plan, locale) = (&given.plan, given.scene.locale);
    let reference = plan.scenarios.reference().id;
    let position = compared.iter().position(|one| one.scenario.id == reference).unwrap_or(0);
    let reports: Vec<&Report> = compared.iter().map(|one| &*one.report).collect();
    let Some(first) = compared.first() else { return Html::default() };
    let rows = comparison(plan, first.workbench.model(), &reports, position, locale);
    let body = rows.iter().map(|row| body_row(row, position, locale)).collect();
    let differences = table("difference-table", head(given, compared, reference), body);
    html! {
        <section class="differences">
            { scrolling("table-scroll", Phrase::COMPARE_TABLE.get(locale), differences.draw()) }
            <p class="table-note">{ Phrase::COMPARE_NOTE.get(locale) }</p>
            { copy(rows, compared, position, copied, locale) }
        </section>
    }
}

fn head(given: &Given, compared: &[Compared], reference: ScenarioId) -> Html {
    let locale = given.scene.locale;
    let current = given.plan.scenarios.current().id;
    let names = compared.iter().map(|one| {
        let id = one.scenario.id;
        let (name, span) = if id == reference {
            (Phrase::COMPARE_OF_REFERENCE.with(locale, &[("name", &one.name)]), "2")
        } else {
            (one.name.clone(), "3")
        };
        let class = if id == current { "column-first in-hand" } else { "column-first" };
        html! { <th scope="colgroup" colspan={span} {class}>{ name }</th> }
    });
    let columns = compared.iter().map(|one| {
        html! {
            <>
                <th scope="col" class="column-first">{ "P50" }</th>
                if one.scenario.id != reference {
                    <th scope="col">{ Phrase::COMPARE_DIFFERENCE.get(locale) }</th>
                }
                <th scope="col">{ Phrase::COMPARE_CHANCE.get(locale) }</th>
            </>
        }
    });
    html! {
        <>
            <tr>
                <th scope="col" rowspan="2">{ Phrase::COMPARE_INDICATOR.get(locale) }</th>
                <th scope="col" rowspan="2">{ Phrase::COMPARE_TARGET.get(locale) }</th>
                { for names }
            </tr>
            <tr>{ for columns }</tr>
        </>
    }
}

fn body_row(row: &Row, reference: usize, locale: Locale) -> Html {
    let [unit, difference] = [row.measure.heading(), row.measure.difference_heading()];
    let mut details = vec![unit.clone()];
    if difference != unit {
        details.push(Phrase::COMPARE_DIFFERENCE_UNIT.with(locale, &[("unit", &difference)]));
    }
    details.push(row.period.clone());
    details.retain(|detail| !detail.is_empty());
    let cells = row.cells.iter().enumerate().map(|(position, cell)| {
        html! {
            <>
                <td class="column-first">{ cell.value.map_or(NONE.to_owned(), |value| row.measure.digits(value)) }</td>
                if position != reference {
                    { difference_cell(row, cell) }
                }
                <td>{ cell.standing.map_or(NONE.into(), |standing| standing_html(standing, locale)) }</td>
            </>
        }
    });
    let target = if row.target.is_empty() { NONE } else { &row.target };
    html! {
        <tr class={row.is_part.then_some("row-part")}>
            <th scope="row">{ &row.name }<small>{ details.join(Phrase::COMMA.get(locale)) }</small></th>
            <td class="asked">{ target.to_owned() }</td>
            { for cells }
        </tr>
    }
}

fn difference_cell(row: &Row, cell: &Cell) -> Html {
    let written = cell.difference.map_or(NONE.to_owned(), |value| row.measure.change_digits(value));
    let moves = cell.difference.and_then(|value| row.measure.sign(value));
    let moves = moves.is_some_and(Ordering::is_ne);
    html! { <td class={moves.then_some("moved")}>{ written }</td> }
}

fn standing_html(standing: ComparedStanding, locale: Locale) -> Html {
    let words = standing.words(locale);
    let ComparedStanding::Judged(_, light) = standing else { return words.into() };
    let (class, shape) = shape(Some(light));
    html! {
        <>
            { words }
            <span class={classes!("light", class)}>
                <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">{ shape }</svg>
                <span class="for-readers">{ light_word(light).get(locale) }</span>
            </span>
        </>
    }
}

fn copy(
    rows: Vec<Row>,
    compared: &[Compared],
    reference: usize,
    copied: &UseStateHandle<Option<bool>>,
    locale: Locale,
) -> Html {
    let names: Vec<String> = compared.iter().map(|one| one.name.clone()).collect();
    let setter = copied.setter();
    let onclick = move |_: MouseEvent| {
        let sheet = comparison_sheet(&rows, &names, reference, locale);
        setter.set(Some(copy_table(&sheet.html(), &sheet.tsv())));
    };
    let told = copied
        .map(|copied| if copied { Phrase::COMPARE_COPIED } else { Phrase::COMPARE_NOT_COPIED });
    html! {
        <p class="copy">
            { button(Kind::Bare, Phrase::COMPARE_COPY.get(locale), onclick).class("tool").draw() }
            <span role="status">{ told.map(|told| told.get(locale)) }</span>
        </p>
    }
}
