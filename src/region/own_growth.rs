//! What a city's own past says of a figure that nobody has to type: how fast something grew
//! over the last years, and over how many.

use crate::math::ln;
use crate::model::{Figure, OwnPast};
use crate::region::Region;

/// Years before the base year that count.
const WINDOW: i32 = 5;
/// Growths that make a trend: three figures, that of the base year among them.
const LEAST: usize = 2;

impl Region {
    /// The value that the own past gives a figure, base units; none where the figure is not
    /// of that kind, or fewer than three years are known.
    #[must_use]
    pub fn from_own_past(&self, figure: &Figure) -> Option<f64> {
        let (id, wanted) = figure.own_past.as_ref()?;
        let base = self.figures.get(id)?.value;
        let known = self.history.get(id)?.iter().filter(|known| {
            (self.base_year - WINDOW..self.base_year).contains(&known.year)
                && known.datum.value > 0.0
        });
        let count = known.clone().count();
        let first = known.min_by_key(|known| known.year)?;
        if count < LEAST || base <= 0.0 {
            return None;
        }
        let years = f64::from(self.base_year - first.year);
        Some(match wanted {
            OwnPast::Growth => ln(base / first.datum.value) / years,
            OwnPast::Years => years,
        })
    }
}
