//! A lever's setting as a person enters it.

use crate::model::Lever;
use crate::unit::InUnit;
use crate::wording::{EntryError, Measure, read_number};

/// The setting that an entry stands for, in the lever's unit.
///
/// # Errors
///
/// If the entry is no number, or outside the lever's range.
pub fn setting(entry: &str, lever: &Lever, measure: &Measure) -> Result<InUnit, EntryError> {
    let [low, high] = lever.range;
    let number = lever.unit.from_base(read_number(entry, &lever.unit, measure)?);
    let value = InUnit(rounded(number.0));
    if (low..=high).contains(&value) {
        return Ok(value);
    }
    let bound = |value: InUnit| measure.digits(lever.unit.to_base(value));
    Err(EntryError::OutOfRange(bound(low), bound(high)))
}

/// Steps from the lower end of the range to a value: whole where the value is on the grid.
#[must_use]
pub fn grid(lever: &Lever, value: InUnit) -> f64 {
    rounded((value - lever.range[0]) / lever.step)
}

/// The setting some steps away, within the range. From off the grid, the first step leads to the next
/// setting on it.
#[must_use]
pub fn stepped(lever: &Lever, value: InUnit, steps: f64) -> InUnit {
    let [low, high] = lever.range;
    let at = grid(lever, value);
    let from = if steps > 0.0 { at.floor() } else { at.ceil() };
    InUnit(rounded((low + lever.step * (from + steps)).clamp(low, high).0))
}

/// Without the last bits that adding steps and converting units leave behind.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
