//! Figures and targets as a region document gives them back, to the last bit.
//!
//! Not every number in base units is one that a number in 亿元 stands for. What a person or the
//! program enters is moved there at once, so that what is saved and opened is what was on screen.

use crate::region::number::{writable, writable_share};
use crate::region::{Datum, Target};

/// A figure whose value and error some text stands for.
#[must_use]
pub fn settled_datum(datum: Datum) -> Datum {
    let value = writable(datum.value, &datum.unit);
    Datum { value, error: datum.error.map(writable_share), ..datum }
}

/// A target whose bounds some text stands for.
#[must_use]
pub fn settled_target(target: Target) -> Target {
    let floor = writable(target.floor, &target.unit);
    let stretch = target.stretch.map(|stretch| writable(stretch, &target.unit));
    Target { floor, stretch, ..target }
}
