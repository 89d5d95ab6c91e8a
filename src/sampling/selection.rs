//! Quantiles of a sample without sorting it.
//!
//! A count over equal intervals tells in which one a rank lies; only that
//! interval's few values are ordered.

/// Equal intervals between the least and the greatest value.
const INTERVALS: usize = 512;

/// Quantiles at ascending probabilities, by linear interpolation between ranks: type 7
/// of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), the default of
/// R, `NumPy` and Excel, so a reader who checks a figure there gets ours.
///
/// `values` are finite, and there is at least one.
pub(super) fn quantiles<const N: usize>(values: &[f64], probabilities: [f64; N]) -> [f64; N] {
    let (low, high) = range(values);
    let scale = INTERVALS as f64 / (high - low);
    if !scale.is_finite() || scale == 0.0 {
        // All values equal, or too far apart or too close for a difference.
        return of_sorted(values, probabilities);
    }
    let interval = |value: f64| (((value - low) * scale) as usize).min(INTERVALS - 1);
    let starts = starts(values, interval);
    let last = values.len() - 1;
    let ranks = probabilities.map(|probability| {
        let below = (probability * last as f64).floor() as usize;
        [below, (below + 1).min(last)]
    });
    let wanted = wanted(&starts, ranks.as_flattened());
    let mut picked: Vec<(usize, f64)> = Vec::with_capacity(values.len() / 8);
    for value in values {
        let interval = interval(*value);
        if wanted[interval] {
            picked.push((interval, *value));
        }
    }
    picked.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
    let ordered = |rank: usize| {
        let interval = interval_of(&starts, rank);
        let first = picked.partition_point(|(at, _)| *at < interval);
        picked[first + rank - starts[interval]].1
    };
    let mut place = ranks.iter();
    probabilities.map(|probability| {
        let [below, above] = place.next().copied().unwrap_or_default();
        let fraction = (probability * last as f64).fract();
        between(ordered(below), ordered(above), fraction)
    })
}

fn range(values: &[f64]) -> (f64, f64) {
    (values.iter()).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(*value), high.max(*value))
    })
}

/// By interval: how many values lie in the ones before.
fn starts(values: &[f64], interval: impl Fn(f64) -> usize) -> [usize; INTERVALS + 1] {
    let mut starts = [0; INTERVALS + 1];
    for value in values {
        starts[interval(*value) + 1] += 1;
    }
    for place in 1..=INTERVALS {
        starts[place] += starts[place - 1];
    }
    starts
}

/// The interval in which the value of a rank lies.
fn interval_of(starts: &[usize], rank: usize) -> usize {
    starts.partition_point(|start| *start <= rank) - 1
}

fn wanted(starts: &[usize], ranks: &[usize]) -> [bool; INTERVALS] {
    let mut wanted = [false; INTERVALS];
    for rank in ranks {
        wanted[interval_of(starts, *rank)] = true;
    }
    wanted
}

fn of_sorted<const N: usize>(values: &[f64], probabilities: [f64; N]) -> [f64; N] {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len() - 1;
    probabilities.map(|probability| {
        let position = probability * last as f64;
        let below = position.floor() as usize;
        between(sorted[below], sorted[(below + 1).min(last)], position.fract())
    })
}

fn between(lower: f64, upper: f64, fraction: f64) -> f64 {
    lower + fraction * (upper - lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PROBABILITIES: [f64; 5] = [0.0, 0.05, 0.5, 0.9, 1.0];

    proptest! {
        /// Equal values, far outliers and a few values only are the hard samples.
        #[test]
        fn selection_gives_what_sorting_gives(
            values in prop::collection::vec(
                prop_oneof![-1.0..1.0, Just(0.25), -1e12..1e12, Just(f64::MAX), Just(f64::MIN)],
                1..300,
            )
        ) {
            let (selected, sorted) =
                (quantiles(&values, PROBABILITIES), of_sorted(&values, PROBABILITIES));
            prop_assert_eq!(selected.map(f64::to_bits), sorted.map(f64::to_bits));
        }
    }
}
