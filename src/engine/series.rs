//! Rows of values.

use std::ops::Range;

/// Values of rows: `[row][year][draw]`.
///
/// Each row and year has memory of its own, as large as a column of draws. A page lives for hours and
/// WebAssembly never gives memory back: what one city leaves behind must fit what the next one asks for,
/// which one piece for all values does not once something small lies in its place.
#[derive(Clone, Debug)]
pub(super) struct Series {
    years: usize,
    draws: usize,
    values: Vec<Box<[f64]>>,
}

impl Series {
    pub(super) fn new(rows: usize, years: usize, draws: usize) -> Self {
        let column = |_| vec![0.0; draws].into_boxed_slice();
        Self { years, draws, values: (0..rows * years).map(column).collect() }
    }

    /// The values of a row in a year, counted from 0; `None` beyond the last.
    pub(super) fn values(&self, row: usize, year: usize) -> Option<&[f64]> {
        (year < self.years).then(|| self.lanes(row, year, &(0..self.draws)))
    }

    /// The values of some draws.
    pub(super) fn lanes(&self, row: usize, year: usize, draws: &Range<usize>) -> &[f64] {
        &self.values[row * self.years + year][draws.clone()]
    }

    /// The same, to be written.
    pub(super) fn lanes_mut(
        &mut self,
        row: usize,
        year: usize,
        draws: &Range<usize>,
    ) -> &mut [f64] {
        &mut self.values[row * self.years + year][draws.clone()]
    }
}
