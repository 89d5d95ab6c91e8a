//! The values that a run computed.

use std::sync::Arc;

use crate::engine::basis::Basis;
use crate::engine::block::Stored;
use crate::engine::division::{Place, Row};
use crate::engine::draws::Draws;
use crate::plan::Settings;

/// The values of all outputs in all years and draws.
#[derive(Clone, Debug)]
pub struct Ensemble {
    /// Draws that are computed.
    count: usize,
    /// By output as asked for, then by year; none where something is missing.
    places: Vec<Vec<Option<Place>>>,
    /// What settings change.
    moved: Stored,
    /// What they do not.
    basis: Arc<Basis>,
    settings: Settings,
}

impl Ensemble {
    /// Room for all draws of `basis`.
    pub(super) fn new(
        places: Vec<Vec<Option<Place>>>,
        moved: Stored,
        basis: &Arc<Basis>,
        settings: &Settings,
    ) -> Self {
        let (basis, settings) = (Arc::clone(basis), settings.clone());
        Self { count: 0, places, moved, basis, settings }
    }

    /// Draws that the values rest on.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Draws that there is room for.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.basis.count()
    }

    /// One value a draw in year `t` (0 is the base year), by the output's position in the
    /// list asked for; `None` in a year where something is missing. NaN where an output has no
    /// base-year value.
    #[must_use]
    pub fn values(&self, output: usize, t: usize) -> Option<&[f64]> {
        let place = (*self.places.get(output)?.get(t)?)?;
        let values = match (t.checked_sub(1), place.yearly) {
            (None, _) => self.basis.base(place.base),
            (Some(year), Row::Lasting(row)) => self.basis.known.yearly.values(row, year),
            (Some(year), Row::Moved(row)) => self.moved.yearly.values(row, year),
        };
        values?.get(..self.count)
    }

    /// Whether an output has the same values under all settings.
    #[must_use]
    pub fn is_lasting(&self, output: usize) -> bool {
        let years = self.places.get(output);
        let place = years.and_then(|years| years.iter().flatten().next());
        place.is_some_and(|place| matches!(place.yearly, Row::Lasting(_)))
    }

    /// What the values rest on.
    pub(super) fn basis(&self) -> &Arc<Basis> {
        &self.basis
    }

    /// What the draws were run under.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The draws, of which the first [`count`](Self::count) are computed.
    #[must_use]
    pub fn draws(&self) -> &Draws {
        self.basis.draws()
    }

    /// Forgets all draws and keeps the room.
    pub(super) fn clear(&mut self, settings: &Settings) {
        self.count = 0;
        self.settings = settings.clone();
    }

    /// Says that the values of the first `count` draws are stored.
    pub(super) fn computed(&mut self, count: usize) {
        self.count = count;
    }

    pub(super) fn moved_mut(&mut self) -> &mut Stored {
        &mut self.moved
    }
}
