//! The values that a run computed.

/// The values of all outputs in all years and draws.
#[derive(Clone, Debug)]
pub struct Ensemble {
    years: usize,
    /// Draws that there is room for.
    capacity: usize,
    /// Draws that are computed.
    count: usize,
    /// By output as asked for, then by year; none where something is missing.
    positions: Vec<Vec<Option<usize>>>,
    /// `[output][year][draw]`
    values: Vec<f64>,
}

impl Ensemble {
    /// Room for `capacity` draws of `rows` outputs in `years` years, the base year included.
    pub(super) fn new(
        positions: Vec<Vec<Option<usize>>>,
        rows: usize,
        years: usize,
        capacity: usize,
    ) -> Self {
        let values = vec![f64::NAN; rows * years * capacity];
        Self { years, capacity, count: 0, positions, values }
    }

    /// Draws that the values rest on.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Draws that there is room for.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.capacity
    }

    /// One value a draw in year `t` (0 is the base year), by the output's position in the
    /// list asked for; `None` in a year where something is missing. NaN where an output has no
    /// base-year value.
    #[must_use]
    pub fn values(&self, output: usize, t: usize) -> Option<&[f64]> {
        let position = (*self.positions.get(output)?.get(t)?)?;
        let start = self.start(position, t);
        self.values.get(start..start + self.count)
    }

    /// Forgets all draws and keeps the room.
    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    /// Says that the values of the first `count` draws are stored.
    pub(super) fn computed(&mut self, count: usize) {
        self.count = count;
    }

    /// The lanes of a block that starts at draw `first`.
    pub(super) fn lanes(
        &mut self,
        position: usize,
        t: usize,
        first: usize,
        lanes: usize,
    ) -> &mut [f64] {
        let start = self.start(position, t) + first;
        &mut self.values[start..start + lanes]
    }

    fn start(&self, position: usize, t: usize) -> usize {
        (position * self.years + t) * self.capacity
    }
}
