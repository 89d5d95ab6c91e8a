//! Times of this machine's clock.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// A time in milliseconds since 1970 as `14:32`, of another day with the day before it.
#[must_use]
pub fn clock(time: f64) -> String {
    let (date, today) = (Date::new(&JsValue::from(time)), Date::new_0());
    let minutes = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    let day = |date: &Date| (date.get_full_year(), date.get_month() + 1, date.get_date());
    if day(&date) == day(&today) {
        return minutes;
    }
    let (year, month, of_month) = day(&date);
    format!("{year}-{month:02}-{of_month:02} {minutes}")
}
