//! Statistics that were computed before, so that none is computed twice.
//!
//! Most figures of a report are read several times, and those of the outlook are the same in
//! every report.

use std::cell::RefCell;

use crate::analysis::assessment::Standing;
use crate::analysis::{NotJudged, YearSummary};
use crate::region::TargetId;
use crate::sampling::{SampleError, Summary};

/// Statistics over a number of draws.
#[derive(Debug, Default)]
pub(super) struct Memory {
    known: RefCell<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// What the statistics rest on.
    draws: usize,
    /// By output and year.
    summaries: Vec<Option<Result<Summary, SampleError>>>,
    /// By target.
    standings: Vec<Option<Result<Standing, NotJudged>>>,
    /// By target.
    courses: Vec<Option<Vec<YearSummary>>>,
}

impl Memory {
    /// The summary with this number, over so many draws.
    pub(super) fn summary(
        &self,
        number: usize,
        draws: usize,
        compute: impl FnOnce() -> Result<Summary, SampleError>,
    ) -> Result<Summary, SampleError> {
        self.recall(draws, number, |known| &mut known.summaries, compute)
    }

    /// How a target stands, over so many draws.
    pub(super) fn standing(
        &self,
        target: TargetId,
        draws: usize,
        compute: impl FnOnce() -> Result<Standing, NotJudged>,
    ) -> Result<Standing, NotJudged> {
        self.recall(draws, target.into(), |known| &mut known.standings, compute)
    }

    /// The way of what a target asks about, over so many draws.
    pub(super) fn course(
        &self,
        target: TargetId,
        draws: usize,
        compute: impl FnOnce() -> Vec<YearSummary>,
    ) -> Vec<YearSummary> {
        self.recall(draws, target.into(), |known| &mut known.courses, compute)
    }

    fn recall<T: Clone>(
        &self,
        draws: usize,
        number: usize,
        list: impl Fn(&mut Known) -> &mut Vec<Option<T>>,
        compute: impl FnOnce() -> T,
    ) -> T {
        let mut known = self.known.borrow_mut();
        if known.draws != draws {
            *known = Known { draws, ..Known::default() };
        }
        if let Some(Some(value)) = list(&mut known).get(number) {
            return value.clone();
        }
        drop(known);
        // It may ask for others.
        let value = compute();
        let mut known = self.known.borrow_mut();
        let list = list(&mut known);
        if list.len() <= number {
            list.resize(number + 1, None);
        }
        list[number] = Some(value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_computed_once_for_a_number_of_draws() {
        let memory = Memory::default();
        let summary = crate::sampling::summarise(&[1.0]);
        assert_eq!(memory.summary(3, 64, || summary), summary);
        assert_eq!(memory.summary(3, 64, || unreachable!("it is known")), summary);
        let none = Err(SampleError::Empty);
        assert_eq!(memory.summary(3, 128, || none), none);
        assert_eq!(memory.summary(3, 64, || summary), summary);
    }

    #[test]
    fn a_figure_may_ask_for_another() {
        let memory = Memory::default();
        let summary = crate::sampling::summarise(&[1.0]);
        assert_eq!(memory.summary(0, 1, || memory.summary(1, 1, || summary)), summary);
    }
}
