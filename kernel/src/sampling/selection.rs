//! Quantiles of a sample without sorting it.
//!
//! Values are put into equal intervals of the range, and only the few intervals in which a
//! wanted rank lies are ordered.

/// Equal intervals between the least and the greatest value.
const INTERVALS: usize = 1_024;
/// Up to this many values, insertion is the fastest way to order them.
const FEW: usize = 32;
/// 2⁵². Added to a number from 0 to 2⁵², it leaves the nearest whole number in the low bits of
/// the sum, without a conversion.
const TWO_POW_52: f64 = 4_503_599_627_370_496.0;

/// Quantiles at ascending probabilities, by linear interpolation between ranks: type 7
/// of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), the default of
/// R, `NumPy` and Excel, so a reader who checks a figure there gets ours.
///
/// `values` are finite, and there is at least one; the range is theirs.
pub(super) fn quantiles<const N: usize>(
    values: &[f64],
    range: [f64; 2],
    probabilities: [f64; N],
) -> [f64; N] {
    if range[0] == range[1] {
        return [range[0]; N];
    }
    let last = values.len() - 1;
    let mut ordered = Ordered::new(values, range);
    probabilities.map(|probability| {
        let position = probability * last as f64;
        let below = position.floor() as usize;
        let (lower, upper) = (ordered.value(below), ordered.value((below + 1).min(last)));
        lower + position.fract() * (upper - lower)
    })
}

/// Values by interval; in order within the intervals that were asked for.
struct Ordered {
    values: Vec<f64>,
    /// By interval: how many values lie in it and in those before.
    ends: Vec<u32>,
    /// How many of the first values are in order, as far as they were asked for.
    until: usize,
}

impl Ordered {
    fn new(values: &[f64], [low, high]: [f64; 2]) -> Self {
        let scale = (INTERVALS - 1) as f64 / (high - low);
        if !scale.is_finite() || scale == 0.0 {
            // Too far apart or too close for a difference.
            return Self { values: values.to_vec(), ends: vec![values.len() as u32], until: 0 };
        }
        // The mask changes nothing; it shows the compiler that the place exists.
        let interval =
            |value: f64| ((value - low) * scale + TWO_POW_52).to_bits() as usize & (INTERVALS - 1);
        let mut ends = [0_u32; INTERVALS];
        for value in values {
            ends[interval(*value)] += 1;
        }
        let mut before = 0;
        for end in &mut ends {
            before += std::mem::replace(end, before);
        }
        let mut placed = vec![0.0; values.len()];
        for value in values {
            let end = &mut ends[interval(*value)];
            placed[*end as usize] = *value;
            *end += 1;
        }
        Self { values: placed, ends: ends.to_vec(), until: 0 }
    }

    /// The value of a rank, which is not below the one asked for before.
    fn value(&mut self, rank: usize) -> f64 {
        if rank >= self.until {
            let interval = self.ends.partition_point(|end| *end as usize <= rank);
            let start = interval.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
            self.until = self.ends[interval] as usize;
            order(&mut self.values[start..self.until]);
        }
        self.values[rank]
    }
}

fn order(values: &mut [f64]) {
    if values.len() > FEW {
        values.sort_unstable_by(f64::total_cmp);
        return;
    }
    for sorted in 1..values.len() {
        let mut place = sorted;
        while place > 0 && values[place].total_cmp(&values[place - 1]).is_lt() {
            values.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROBABILITIES: [f64; 5] = [0.0, 0.05, 0.5, 0.9, 1.0];

    fn of_sorted<const N: usize>(values: &[f64], probabilities: [f64; N]) -> [f64; N] {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let last = sorted.len() - 1;
        probabilities.map(|probability| {
            let position = probability * last as f64;
            let below = position.floor() as usize;
            let (lower, upper) = (sorted[below], sorted[(below + 1).min(last)]);
            lower + position.fract() * (upper - lower)
        })
    }

    proptest! {
        /// Equal values, far outliers and a few values only are the hard samples.
        #[test]
        fn selection_gives_what_sorting_gives(
            values in prop::collection::vec(
                prop_oneof![-1.0..1.0, Just(0.25), -1e12..1e12, Just(f64::MAX), Just(f64::MIN)],
                1..300,
            )
        ) {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let selected = quantiles(&values, [low, high], PROBABILITIES);
            let sorted = of_sorted(&values, PROBABILITIES);
            prop_assert_eq!(selected.map(f64::to_bits), sorted.map(f64::to_bits));
        }
    }
}
