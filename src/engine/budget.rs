//! How many draws a device can afford, from the time that draws took.
//!
//! The clock is outside: the page measures, and this decides.

/// Fewest draws that are shown: below, a probability is off by more than a percentage point.
pub const FEWEST_DRAWS: usize = 1_024;
/// Most draws of a run; more would not change what a reader sees.
pub const MOST_DRAWS: usize = 8_192;
/// Share of the newest measurement in the estimate.
const NEWEST: f64 = 0.25;

/// What a draw costs on this device, with its statistics.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    milliseconds_per_draw: Option<f64>,
}

impl Pace {
    /// Takes note that `draws` took `milliseconds`.
    ///
    /// A round that was disturbed is longer, never shorter, so a faster one counts at
    /// once and a slower one by a quarter.
    pub fn observe(&mut self, draws: usize, milliseconds: f64) {
        if draws == 0 || !(milliseconds.is_finite() && milliseconds >= 0.0) {
            return;
        }
        let newest = milliseconds / draws as f64;
        self.milliseconds_per_draw = Some(match self.milliseconds_per_draw {
            Some(known) if newest > known => known + NEWEST * (newest - known),
            _ => newest,
        });
    }

    /// The greatest power of two, from [`FEWEST_DRAWS`] to [`MOST_DRAWS`], that fits
    /// `milliseconds`; none while nothing is measured.
    #[must_use]
    pub fn draws_within(&self, milliseconds: f64) -> Option<usize> {
        let each = self.milliseconds_per_draw?;
        let mut draws = FEWEST_DRAWS;
        while draws < MOST_DRAWS && (2 * draws) as f64 * each <= milliseconds {
            draws *= 2;
        }
        Some(draws)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(draws: usize, milliseconds: f64) -> Pace {
        let mut pace = Pace::default();
        pace.observe(draws, milliseconds);
        pace
    }

    #[test]
    fn draws_fill_the_budget_by_powers_of_two() {
        assert_eq!(Pace::default().draws_within(8.0), None);
        assert_eq!(pace(1_024, 2.0).draws_within(8.0), Some(4_096));
        assert_eq!(pace(1_024, 2.01).draws_within(8.0), Some(2_048));
        assert_eq!(pace(1_024, 50.0).draws_within(8.0), Some(1_024));
        assert_eq!(pace(4_096, 0.0).draws_within(8.0), Some(8_192));
    }

    #[test]
    fn one_slow_round_does_not_count_much_and_a_fast_one_counts() {
        let mut pace = pace(1_024, 2.0);
        pace.observe(1_024, 2.0);
        pace.observe(1_024, 3.9);
        assert_eq!(pace.draws_within(10.0), Some(4_096));
        pace.observe(1_024, 1.0);
        assert_eq!(pace.draws_within(8.0), Some(8_192));
    }

    #[test]
    fn what_is_no_time_is_ignored() {
        let mut pace = pace(1_024, 2.0);
        pace.observe(1_024, f64::NAN);
        pace.observe(1_024, -1.0);
        pace.observe(0, 5.0);
        assert_eq!(pace.draws_within(8.0), Some(4_096));
    }
}
