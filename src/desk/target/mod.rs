//! Writing a target: the draft, and what is wrong with it.

mod check;
mod draft;

use crate::limits;
use crate::locale::Text;
use crate::region::{Comparison, Region, Target, TargetKind};
use crate::unit::Unit;

pub use draft::{Draft, Field, FieldProblem, ReadingDraft};

/// A target that says nothing yet, under an id that is free.
#[must_use]
pub fn blank(region: &Region) -> Target {
    let is_free = |id: &String| region.targets.iter().all(|target| target.id != *id);
    let mut ids = (1..=limits::TARGETS + 1).map(|number| format!("T{number}"));
    let id = ids.find(is_free);
    Target {
        id: id.unwrap_or_default(),
        indicator: String::new(),
        variable: None,
        name: Text::new("", ""),
        year: region.plan_year,
        kind: TargetKind::Value,
        comparison: Comparison::AtLeast,
        floor: 0.0,
        stretch: None,
        unit: Unit::pure(),
        relative_to: None,
        section: String::new(),
        commitment: String::new(),
        lead: String::new(),
        responsible: Vec::new(),
        readings: Vec::new(),
        repeated: Vec::new(),
        note: None,
    }
}
