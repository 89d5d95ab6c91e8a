//! A lever's setting as a person enters it.

use crate::model::Lever;
use crate::wording::{EntryError, Measure, read_number};

/// The setting that an entry stands for, in the lever's unit.
///
/// # Errors
///
/// If the entry is no number, or outside the lever's range.
pub fn setting(entry: &str, lever: &Lever, measure: &Measure) -> Result<f64, EntryError> {
    let [low, high] = lever.range;
    let value = rounded(lever.unit.from_base(read_number(entry, &lever.unit, measure)?));
    if (low..=high).contains(&value) {
        return Ok(value);
    }
    let bound = |value: f64| measure.digits(lever.unit.to_base(value));
    Err(EntryError::OutOfRange(bound(low), bound(high)))
}

/// Steps from the lower end of the range to a value: whole where the value is on the grid.
#[must_use]
pub fn grid(lever: &Lever, value: f64) -> f64 {
    rounded((value - lever.range[0]) / lever.step)
}

/// The setting some steps away, within the range. From off the grid, the first step leads to the next
/// setting on it.
#[must_use]
pub fn stepped(lever: &Lever, value: f64, steps: f64) -> f64 {
    let [low, high] = lever.range;
    let at = grid(lever, value);
    let from = if steps > 0.0 { at.floor() } else { at.ceil() };
    rounded((low + (from + steps) * lever.step).clamp(low, high))
}

/// Without the last bits that adding steps and converting units leave behind.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
