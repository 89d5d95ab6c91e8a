//! Targets through the model's identities: contradictions and implied numbers.
//!
//! What is known of a year: its targets, last year's figures, figures that are
//! not themselves in question, and the outlook of what no lever can change.

use super::bench::Bench;
use super::{Finding, FindingSeverity, Fix, Issue, Yardstick};
use crate::analysis::algebra::{Estimate, Outcome, Term, solve, terms};
use crate::analysis::expectation::{base_value, figure};
use crate::model::{Direction, Formula, Reference, VariableId};
use crate::region::{Provenance, Target, TargetId, TargetKind};
use crate::sorted::{Map, Set};
use crate::unit::{Flavour, InUnit, Unit};

/// An implied figure is out of line beyond this many standard deviations of its error.
const DEVIATIONS: f64 = 2.0;

/// An implied number nearer than this to what it is set against is a matter of rounding.
const ROUNDING: f64 = 0.02;

/// How much an implied number matters, and what it was set against.
type Judged = (FindingSeverity, Option<Yardstick>);

/// A number and the targets it follows from.
#[derive(Clone, Debug)]
struct Known {
    estimate: Estimate,
    targets: Set<TargetId>,
    /// Whether the outlook's expectation enters.
    expected: bool,
}

pub(super) fn findings(bench: &Bench<'_>) -> Vec<Finding> {
    let region = bench.workbench.region();
    let years: Set<i32> = region.targets.iter().map(|target| target.year).collect();
    years.into_iter().flat_map(|year| Year::new(bench, year).findings()).collect()
}

struct Year<'b> {
    bench: &'b Bench<'b>,
    t: usize,
    known: Map<Term, Known>,
}

impl<'b> Year<'b> {
    fn new(bench: &'b Bench<'b>, year: i32) -> Self {
        let region = bench.workbench.region();
        let t = bench.workbench.expectation.simulated(region, year).unwrap_or(0);
        let mut this = Self { bench, t, known: Map::new() };
        for (position, target) in region.targets.iter_enumerated() {
            let term = this.term_of(target).filter(|_| target.year == year && t > 0);
            if let Some((term, estimate)) = term {
                let targets = Set::from([position]);
                this.known.entry(term).or_insert(Known { estimate, targets, expected: false });
            }
        }
        this
    }

    /// The value that just meets a target; last year's value is known in the first year only.
    fn term_of(&self, target: &Target) -> Option<(Term, Estimate)> {
        let reference = Reference::Variable(target.variable?);
        let written = written(target.floor, &target.unit);
        let before = || self.base(reference).filter(|_| self.t == 1);
        let points = target.unit.flavour() == Flavour::Difference;
        let estimate = match target.kind {
            TargetKind::Value => written,
            TargetKind::Increase => written.map(|floor| before().map(|base| base + floor))?,
            TargetKind::Growth if points => {
                written.map(|floor| before().map(|base| base + floor))?
            }
            TargetKind::Growth => written.map(|floor| before().map(|base| base * (1.0 + floor)))?,
            _ => return None,
        };
        Some((Term { reference, ago: 0 }, estimate))
    }

    fn base(&self, reference: Reference) -> Option<f64> {
        let workbench = self.bench.workbench;
        base_value(workbench.model(), workbench.region(), &workbench.expectation, reference)
    }

    /// Works through the identities until nothing new follows.
    fn findings(mut self) -> Vec<Finding> {
        let mut found: Vec<Finding> = Vec::new();
        let model = self.bench.workbench.model();
        let mut done = vec![false; model.identities.len()];
        while let Some((identity, outcome)) = self.next(&done) {
            done[identity] = true;
            let equation = &model.identities[identity].equation;
            let (targets, expected) = self.grounds(equation);
            match outcome {
                Outcome::Differs { left, right } if !targets.is_empty() => {
                    let severity =
                        if expected { FindingSeverity::Warning } else { FindingSeverity::Error };
                    let contradiction = self.contradiction(identity, [left, right], &targets);
                    found.extend(contradiction.map(|found| Finding { severity, ..found }));
                }
                Outcome::Solved(term, estimate) if !targets.is_empty() => {
                    found.extend(self.implied(identity, term, estimate.value, &targets));
                    self.known.insert(term, Known { estimate, targets, expected });
                }
                _ => {}
            }
        }
        once_each(found)
    }

    /// The next identity that says something.
    fn next(&self, done: &[bool]) -> Option<(usize, Outcome)> {
        let identities = self.bench.workbench.model().identities.iter().enumerate();
        let open = identities.filter(|(position, _)| !done[*position]);
        let outcomes = open.map(|(position, identity)| {
            let known = |term| self.known(term).map(|known| known.estimate);
            (position, solve(&identity.equation, &known))
        });
        outcomes.into_iter().find(|(_, outcome)| *outcome != Outcome::Open)
    }

    fn known(&self, term: Term) -> Option<Known> {
        if let Some(known) = self.known.get(&term) {
            return Some(known.clone());
        }
        let workbench = self.bench.workbench;
        let plain = |value| Known {
            estimate: Estimate::exact(value),
            targets: Set::new(),
            expected: false,
        };
        match term.reference {
            Reference::Figure(position) => {
                let open = workbench.model().figures[position].plausible.is_some();
                let value = || figure(workbench.model(), workbench.region(), position);
                if open { None } else { value().map(plain) }
            }
            Reference::Variable(_) if term.ago as usize == self.t => {
                self.base(term.reference).map(plain)
            }
            Reference::Variable(variable) => {
                let t = self.t.checked_sub(term.ago as usize)?;
                let given = workbench.expectation.is_given(variable);
                let summary = workbench.expectation.summary(variable, t).filter(|_| given)?;
                let estimate = Estimate { value: summary.p50, low: summary.p5, high: summary.p95 };
                Some(Known { estimate, targets: Set::new(), expected: true })
            }
            _ => None,
        }
    }

    /// What the known terms of an equation rest on.
    fn grounds(&self, equation: &Formula) -> (Set<TargetId>, bool) {
        let known = terms(equation).unwrap_or_default().into_iter();
        let known: Vec<Known> = known.filter_map(|term| self.known(term)).collect();
        let targets = known.iter().flat_map(|known| known.targets.iter().copied()).collect();
        (targets, known.iter().any(|known| known.expected))
    }

    fn contradiction(
        &self,
        identity: usize,
        [left, right]: [Estimate; 2],
        targets: &Set<TargetId>,
    ) -> Option<Finding> {
        // One target against the outlook is a matter of likelihood, not of arithmetic.
        if targets.len() < 2 {
            return None;
        }
        let region = self.bench.workbench.region();
        let variable = targets.iter().find_map(|target| region.targets[*target].variable)?;
        Some(Finding {
            severity: FindingSeverity::Error,
            targets: targets.iter().copied().collect(),
            issue: Issue::Contradiction {
                identity,
                left: left.value,
                right: right.value,
                variable,
            },
            fixes: self.consistent_floors(identity, targets),
        })
    }

    /// For each of the targets in the equation itself: the floor that makes it hold.
    fn consistent_floors(&self, identity: usize, targets: &Set<TargetId>) -> Vec<Fix> {
        let workbench = self.bench.workbench;
        let equation = &workbench.model().identities[identity].equation;
        let fix = |position: &TargetId| {
            let target = &workbench.region().targets[*position];
            let own = Term { reference: Reference::Variable(target.variable?), ago: 0 };
            let known = |term| {
                if term == own { None } else { self.known(term).map(|known| known.estimate) }
            };
            match solve(equation, &known) {
                Outcome::Solved(term, estimate)
                    if term == own && target.kind == TargetKind::Value =>
                {
                    // No finer than the page writes it.
                    let step = workbench.shown_step(target, target.variable?);
                    let floor = (estimate.value / step).round() * step;
                    Some(Fix::Floor { target: *position, floor })
                }
                _ => None,
            }
        };
        targets.iter().filter_map(fix).collect()
    }

    /// An implied number, if it is out of line or nothing is known of it.
    fn implied(
        &self,
        identity: usize,
        term: Term,
        value: f64,
        targets: &Set<TargetId>,
    ) -> Option<Finding> {
        if targets.len() < 2 || term.ago > 0 {
            return None;
        }
        let (severity, against) = match term.reference {
            Reference::Figure(figure) => self.against_figure(figure, value)?,
            Reference::Variable(variable) => self.against_outlook(variable, value)?,
            _ => return None,
        };
        Some(Finding {
            severity,
            targets: targets.iter().copied().collect(),
            issue: Issue::Implied { identity, implied: term.reference, value, against },
            fixes: Vec::new(),
        })
    }

    /// `None` if the number agrees with the region's figure.
    fn against_figure(&self, position: usize, found: f64) -> Option<Judged> {
        let workbench = self.bench.workbench;
        let plausible = workbench.model().figures[position].plausible;
        if let Some(range) = plausible.filter(|range| outside(found, *range)) {
            return Some((FindingSeverity::Warning, Some(Yardstick::Plausible(range))));
        }
        let value = figure(workbench.model(), workbench.region(), position)?;
        let distance = (found / value - 1.0).abs();
        let is_far = distance > DEVIATIONS * self.figure_error(position);
        let severity = if is_far { FindingSeverity::Warning } else { FindingSeverity::Note };
        (distance > ROUNDING).then_some((severity, Some(Yardstick::Figure(value))))
    }

    /// `None` if the number is in line; no yardstick if there is nothing to set it against.
    fn against_outlook(&self, variable: VariableId, found: f64) -> Option<Judged> {
        let workbench = self.bench.workbench;
        let declared = &workbench.model().variables[variable];
        let warning = |yardstick| Some((FindingSeverity::Warning, Some(yardstick)));
        if let Some(range) = declared.plausible.filter(|range| outside(found, *range)) {
            return warning(Yardstick::Plausible(range));
        }
        let Some(summary) = workbench.expectation.summary(variable, self.t) else {
            return Some((FindingSeverity::Note, None));
        };
        // What is no indicator and has no usual range is only a step to other numbers.
        if declared.direction.is_none() && declared.plausible.is_none() {
            return None;
        }
        let base = self.base(Reference::Variable(variable));
        let is_worse = |base: &f64| match declared.direction {
            Some(Direction::More) => found < base * (1.0 - ROUNDING),
            Some(Direction::Less) => found > base * (1.0 + ROUNDING),
            Some(Direction::Hold) | None => false,
        };
        if let Some(base) = base.filter(is_worse) {
            return warning(Yardstick::BaseYear(base));
        }
        let range = [summary.p5, summary.p95];
        if outside(found, range) { warning(Yardstick::Outlook(range)) } else { None }
    }

    /// Log standard deviation of a figure, by where it comes from.
    fn figure_error(&self, figure: usize) -> f64 {
        let workbench = self.bench.workbench;
        let errors = workbench.model().base_error;
        let datum = workbench.region().figures.get(&workbench.model().figures[figure].id);
        datum.and_then(|datum| datum.error).unwrap_or(match datum.map(|datum| datum.provenance) {
            Some(Provenance::Document) => errors.document,
            Some(Provenance::Published) => errors.published,
            Some(Provenance::Derived) => errors.derived,
            Some(Provenance::Assumed) | None => errors.assumed,
        })
    }
}

fn outside(found: f64, [low, high]: [f64; 2]) -> bool {
    found < low || found > high
}

/// The same targets are not reported twice, and what rests on the outlook gives way to a number
/// that is implied.
fn once_each(found: Vec<Finding>) -> Vec<Finding> {
    let rank = |finding: &Finding| match finding.issue {
        Issue::Contradiction { .. } if finding.severity == FindingSeverity::Error => 0,
        Issue::Implied { against: Some(_), .. } => 1,
        Issue::Contradiction { .. } => 2,
        _ => 3,
    };
    let mut found = found;
    found.sort_by_key(rank);
    let mut seen: Set<Vec<TargetId>> = Set::new();
    found.retain(|finding| seen.insert(finding.targets.clone()));
    found
}

/// A plan's number with half a unit of its last written digit; a count is exact.
fn written(floor: f64, unit: &Unit) -> Estimate {
    let is_count =
        unit.flavour() == Flavour::Number && !unit.is_of_money() && !unit.dimension().is_pure();
    if is_count {
        return Estimate::exact(floor);
    }
    // A conversion to base units and back may leave a trace in the sixteenth digit.
    let shown = format!("{:.10}", unit.from_base(floor));
    let decimals = shown.trim_end_matches('0').split_once('.').map_or(0, |(_, part)| part.len());
    let half = unit.to_base(InUnit(0.5 * (0..decimals).fold(1.0, |step, _| step / 10.0)));
    Estimate { value: floor, low: floor - half, high: floor + half }
}

impl Estimate {
    /// Applies a rising function to the number and its range.
    fn map(self, of: impl Fn(f64) -> Option<f64>) -> Option<Self> {
        Some(Self { value: of(self.value)?, low: of(self.low)?, high: of(self.high)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::UnitTable;

    #[test]
    fn a_plan_rounds_what_it_writes() {
        let unit = |symbol: &str| UnitTable::built_in().parse(symbol).unwrap();
        let money = written(380e8, &unit("亿元"));
        assert_eq!([money.low, money.high], [379.5e8, 380.5e8]);
        let share = written(0.0052, &unit("%"));
        assert!((share.high - 0.005_25).abs() < 1e-12, "{share:?}");
        let people = written(12.0, &unit("人"));
        assert_eq!([people.low, people.high], [12.0; 2]);
    }
}
