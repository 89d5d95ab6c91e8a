//! The day, as the machine's clock has it.

use crate::exchange::archive::Date;

/// Today where the machine stands.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: now.get_full_year() as u16,
        month: now.get_month() as u8 + 1,
        day: now.get_date() as u8,
    }
}
