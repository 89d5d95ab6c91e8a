//! Keys and pastes in a table of fields, as people know them from spreadsheets.

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, KeyboardEvent};

/// A table that is being pasted, and the cell that it is pasted into: row and year.
pub type PastedTable = (String, Option<(String, i32)>);

/// Enter and the arrows up and down go to the field above or below in the same column.
pub fn focus_in_column(event: &KeyboardEvent) {
    let step = match event.key().as_str() {
        "Enter" | "ArrowDown" => Element::next_element_sibling,
        "ArrowUp" => Element::previous_element_sibling,
        _ => return,
    };
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(next) = field.and_then(|field| neighbour(&field, step)) {
        event.prevent_default();
        // A field that does not take the focus keeps it where it is.
        let _ = next.focus();
        next.select();
    }
}

/// The field in the same column of the next row that has one, where `step` leads.
fn neighbour(field: &Element, step: fn(&Element) -> Option<Element>) -> Option<HtmlInputElement> {
    let column = field.closest("td").ok()??.get_attribute("data-column")?;
    let wanted = format!("[data-column=\"{column}\"] input");
    let mut row = field.closest("tr").ok()??;
    loop {
        row = step(&row)?;
        if let Some(found) = row.query_selector(&wanted).ok()? {
            return found.dyn_into().ok();
        }
    }
}

/// Takes a paste over where it is a table; a single value is left to the field.
#[must_use]
pub fn pasted_table(event: &Event) -> Option<PastedTable> {
    let text = clipboard(event, "text/plain")?;
    if !text.trim().contains(['\t', '\n', '\r']) {
        return None;
    }
    event.prevent_default();
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let cell = cell.and_then(|field| field.closest("td").ok()?);
    let at = cell.and_then(|cell| {
        let year = cell.get_attribute("data-column")?.parse().ok()?;
        Some((cell.get_attribute("data-row")?, year))
    });
    Some((best(event, text), at))
}

/// Takes over whatever is pasted.
#[must_use]
pub fn pasted_anything(event: &Event) -> Option<String> {
    let text = clipboard(event, "text/plain").unwrap_or_default();
    let text = best(event, text);
    if text.trim().is_empty() {
        return None;
    }
    event.prevent_default();
    Some(text)
}

/// The table as HTML where there is one: it knows of merged cells.
fn best(event: &Event, text: String) -> String {
    let html = clipboard(event, "text/html").filter(|html| html.contains("<table"));
    html.unwrap_or(text)
}

fn clipboard(event: &Event, kind: &str) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data(kind).ok()
}
