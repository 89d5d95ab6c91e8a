//! 下一年度规划: the base moves forward, what is not known yet is carried and marked
//! assumed, last plan's targets become the drafts of the next.

use crate::limits;
use crate::model::{Model, Start};
use crate::numeral::parse_f64;
use crate::region::{DatedValue, Datum, Provenance, Region, Target, settled_datum};
use crate::sorted::Map;
use crate::unit::{InUnit, Unit};

/// What a projection says of a figure in the new base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carried {
    /// Median, base units.
    pub value: f64,
    /// Log standard deviation; 0.05 is 5 %.
    pub error: f64,
}

/// What the next plan is for, and how carried figures say where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextYear {
    /// Last year with final figures.
    pub base_year: i32,
    /// The year that targets are set for.
    pub plan_year: i32,
    /// Source of a figure that was projected.
    pub projected: String,
    /// Source of a figure that was taken over unchanged.
    pub unchanged: String,
}

impl NextYear {
    /// One year on from `region`.
    #[must_use]
    pub fn after(region: &Region, projected: String, unchanged: String) -> Self {
        let (base_year, plan_year) = (region.base_year + 1, region.plan_year + 1);
        Self { base_year, plan_year, projected, unchanged }
    }

    /// Whether the years follow one another and the old base year.
    #[must_use]
    pub fn is_possible(&self, region: &Region) -> bool {
        region.base_year <= self.base_year
            && self.base_year < self.plan_year
            && self.plan_year - self.base_year <= limits::HORIZON_YEARS.cast_signed()
            && limits::YEARS.contains(&self.plan_year)
    }
}

/// The region of the next plan. A figure of the new base year is, in this order, the outcome
/// that the region has of it, what `carried` projects, or the old figure; the last two are
/// marked assumed with a range of their own. `None` if the years are not possible.
#[must_use]
pub fn next_year(
    model: &Model,
    region: &Region,
    next: &NextYear,
    carried: &dyn Fn(&str) -> Option<Carried>,
) -> Option<Region> {
    if !next.is_possible(region) {
        return None;
    }
    if next.base_year == region.base_year {
        let moved = Region { plan_year: next.plan_year, ..region.clone() };
        return Some(with_drafts(moved, region, next));
    }
    let roll = Roll { model, region, next, carried };
    let (history, outcomes) = roll.dated();
    let figures = region.figures.iter();
    let rolled = Region {
        base_year: next.base_year,
        plan_year: next.plan_year,
        figures: figures.map(|(id, datum)| (id.clone(), roll.figure(id, datum))).collect(),
        history,
        outcomes,
        ..region.clone()
    };
    Some(with_drafts(rolled, region, next))
}

struct Roll<'r> {
    model: &'r Model,
    region: &'r Region,
    next: &'r NextYear,
    carried: &'r dyn Fn(&str) -> Option<Carried>,
}

type Dated = Map<String, Vec<DatedValue>>;

impl Roll<'_> {
    fn figure(&self, id: &str, old: &Datum) -> Datum {
        let outcomes = self.region.outcomes.get(id).into_iter().flatten();
        let mut outcomes = outcomes.filter(|value| value.year == self.next.base_year);
        if let Some(known) = outcomes.next() {
            return known.datum.clone();
        }
        let assumed = Datum { provenance: Provenance::Assumed, vintage: None, ..old.clone() };
        let is_known = |carried: &Carried| carried.value.is_finite() && carried.error.is_finite();
        let Some(carried) = (self.carried)(id).filter(is_known) else {
            let least = self.model.base_error.assumed;
            let error = Some(old.error.unwrap_or(least).max(least));
            return settled_datum(Datum { source: self.next.unchanged.clone(), error, ..assumed });
        };
        // As many digits as anybody would write: more would look known.
        let projected = rounded(old.unit.from_base(carried.value).0);
        let shown = if is_count(&old.unit) { projected.round() } else { projected };
        let value = old.unit.to_base(InUnit(shown));
        let (source, error) = (self.next.projected.clone(), Some(carried.error.clamp(0.0, 1.0)));
        settled_datum(Datum { value, source, error, note: None, ..assumed })
    }

    /// History with the old base year's figures and the outcomes that are past now, and the
    /// outcomes that still lie ahead.
    fn dated(&self) -> (Dated, Dated) {
        let mut history = self.region.history.clone();
        let mut outcomes = Dated::new();
        for (id, values) in &self.region.outcomes {
            for value in values {
                if value.year < self.next.base_year {
                    history.entry(id.clone()).or_default().push(value.clone());
                } else if value.year > self.next.base_year {
                    outcomes.entry(id.clone()).or_default().push(value.clone());
                }
            }
        }
        for variable in &self.model.variables {
            let figure = self.region.figures.get(&variable.id);
            if let Some(datum) = figure.filter(|_| variable.start == Start::Region) {
                let value = DatedValue { year: self.region.base_year, datum: datum.clone() };
                history.entry(variable.id.clone()).or_default().push(value);
            }
        }
        for values in history.values_mut() {
            values.sort_by_key(|value| value.year);
            values.dedup_by_key(|value| value.year);
        }
        (history, outcomes)
    }
}

/// Whether a unit counts things, of which there is no part: 家, 人, 件; not money, nor a share of
/// one thing in another.
fn is_count(unit: &Unit) -> bool {
    unit.scale() == 1.0 && unit.dimension().is_base() && !unit.is_of_money()
}

/// Four significant digits.
fn rounded(value: f64) -> f64 {
    parse_f64(&format!("{value:.3e}")).unwrap_or(value)
}

/// The region with last plan's targets moved to the new plan year, and the year in its id
/// and title moved on.
fn with_drafts(region: Region, old: &Region, next: &NextYear) -> Region {
    let (from, to) = (old.plan_year.to_string(), next.plan_year.to_string());
    let moved = next.plan_year - old.plan_year;
    let draft = |target: &Target| Target { year: target.year + moved, ..target.clone() };
    Region {
        id: old.id.replace(&from, &to),
        document: old.document.replace(&from, &to),
        targets: old.targets.iter().map(draft).collect(),
        ..region
    }
}
