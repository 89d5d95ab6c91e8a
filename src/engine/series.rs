//! Rows of values.

use std::ops::Range;

/// Values of rows: `[row][year][draw]`.
#[derive(Clone, Debug)]
pub(super) struct Series {
    years: usize,
    draws: usize,
    values: Vec<f64>,
}

impl Series {
    pub(super) fn new(rows: usize, years: usize, draws: usize) -> Self {
        Self { years, draws, values: vec![0.0; rows * years * draws] }
    }

    /// The values of a row in a year, counted from 0; `None` beyond the last.
    pub(super) fn values(&self, row: usize, year: usize) -> Option<&[f64]> {
        (year < self.years).then(|| self.lanes(row, year, &(0..self.draws)))
    }

    /// The values of some draws.
    pub(super) fn lanes(&self, row: usize, year: usize, draws: &Range<usize>) -> &[f64] {
        let start = self.start(row, year);
        &self.values[start + draws.start..start + draws.end]
    }

    /// The same, to be written.
    pub(super) fn lanes_mut(
        &mut self,
        row: usize,
        year: usize,
        draws: &Range<usize>,
    ) -> &mut [f64] {
        let start = self.start(row, year);
        &mut self.values[start + draws.start..start + draws.end]
    }

    fn start(&self, row: usize, year: usize) -> usize {
        (row * self.years + year) * self.draws
    }
}
