//! The way through the years of what a target asks about: the growth or the increase of its
//! indicator, and what it is compared with.

use crate::analysis::assessment::{self, Evidence};
use crate::analysis::reading::Reading;
use crate::analysis::{Projection, YearSummary};
use crate::engine::Output;
use crate::region::{DatedValue, Datum, Provenance, Target, TargetId};
use crate::sampling;

impl Reading<'_> {
    /// Of a target that asks about a change, year by year; `None` of any other.
    pub(super) fn course(&self, position: TargetId) -> Option<Projection> {
        let bench = self.workbench;
        let target = bench.region.targets.get(position).filter(|target| target.kind.is_change())?;
        let variable = target.variable?;
        let scenario = self.changes(target, Output::Scenario(variable));
        let outlook = bench
            .memory
            .course(position, self.run.count(), || self.changes(target, Output::Outlook(variable)));
        let base = self.summary(Output::Scenario(variable), 0).map(|base| base.p50);
        let level = bench.projected(variable, base, scenario, outlook);
        let mut known: Vec<Known> = (level.history.iter())
            .map(|past| (past.year, past.datum.value, past.datum.provenance))
            .collect();
        known.extend(level.base.map(|(value, provenance)| (level.base_year, value, provenance)));
        let changes = known_changes(target, &known);
        let change_of = |year: i32| changes.iter().find(|change| change.0 == year);
        let base = change_of(level.base_year).map(|change| (change.1, change.2));
        let history = level.history.iter().filter_map(|past| {
            let (year, value, provenance) = *change_of(past.year)?;
            let datum = Datum { value, provenance, ..past.datum.clone() };
            Some(DatedValue { year, datum })
        });
        Some(Projection { history: history.collect(), base, ..level })
    }

    /// The change of each simulated year over the one before, by draw.
    fn changes(&self, target: &Target, output: Output) -> Vec<YearSummary> {
        let summary = |t: usize| {
            let before = self.values(output, t - 1);
            let evidence = Evidence { before, ..Evidence::now(self.values(output, t)?) };
            let asked = assessment::asked(target, evidence)?;
            sampling::summarise(&asked).ok()
        };
        let first = self.workbench.region.base_year;
        let years = 1..=self.workbench.program().years() as usize;
        years.map(|t| YearSummary { year: first + t as i32, summary: summary(t) }).collect()
    }

    /// What a relative target compares with, by year; nothing for any other.
    pub(super) fn reference_course(&self, target: &Target) -> Vec<YearSummary> {
        let id = target.relative_to.as_deref();
        let reference = id.and_then(|id| self.workbench.model.variable(id));
        let years = reference.and_then(|reference| self.years(Output::Scenario(reference)));
        years.unwrap_or_default()
    }
}

/// A value of the past: year, value, origin.
type Known = (i32, f64, Provenance);

/// The changes between years of the past that follow each other; each is as well founded as the
/// weaker of its two values.
fn known_changes(target: &Target, known: &[Known]) -> Vec<Known> {
    let pairs = known.windows(2).filter(|pair| pair[1].0 == pair[0].0 + 1);
    let change = |pair: &[Known]| {
        let (before, now) = (pair[0], pair[1]);
        let (earlier, later) = ([before.1], [now.1]);
        let evidence = Evidence { before: Some(&earlier), ..Evidence::now(&later) };
        let value = *assessment::asked(target, evidence)?.first()?;
        let provenance = if is_public(before.2) { now.2 } else { before.2 };
        value.is_finite().then_some((now.0, value, provenance))
    };
    pairs.filter_map(change).collect()
}

fn is_public(provenance: Provenance) -> bool {
    matches!(provenance, Provenance::Document | Provenance::Published)
}
