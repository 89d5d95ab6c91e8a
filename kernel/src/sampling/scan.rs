//! Sum and range of an ensemble in one pass.

/// Values that are taken at once: several short chains of additions instead of a long one,
/// and the same chains on every machine.
const WIDTH: usize = 8;

/// What one pass over finite values tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scan {
    pub(super) sum: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// Sum and range of `values`. If one is not finite the sum is not either.
pub(super) fn scan(values: &[f64]) -> Scan {
    let mut sums = [0.0; WIDTH];
    let mut lows = [f64::INFINITY; WIDTH];
    let mut highs = [f64::NEG_INFINITY; WIDTH];
    let mut take = |chunk: &[f64; WIDTH]| {
        for (place, value) in chunk.iter().enumerate() {
            sums[place] += value;
            lows[place] = if *value < lows[place] { *value } else { lows[place] };
            highs[place] = if *value > highs[place] { *value } else { highs[place] };
        }
    };
    let (chunks, rest) = values.as_chunks();
    chunks.iter().for_each(&mut take);
    let mut scan = Scan { sum: 0.0, low: f64::INFINITY, high: f64::NEG_INFINITY };
    for place in 0..WIDTH {
        scan = scan.with(sums[place], lows[place], highs[place]);
    }
    rest.iter().fold(scan, |scan, value| scan.with(*value, *value, *value))
}

impl Scan {
    fn with(self, sum: f64, low: f64, high: f64) -> Self {
        Self { sum: self.sum + sum, low: self.low.min(low), high: self.high.max(high) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_chunks_and_the_rest_count() {
        let values: Vec<f64> = (0..21).map(|i| f64::from(i * 8 % 21)).collect();
        assert_eq!(scan(&values), Scan { sum: 210.0, low: 0.0, high: 20.0 });
        assert_eq!(scan(&values[..3]), Scan { sum: 8.0 + 16.0, low: 0.0, high: 16.0 });
    }

    #[test]
    fn a_value_that_is_not_finite_shows_in_the_sum() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for place in [0, 7, 8] {
                let mut values = [1.0; 9];
                values[place] = bad;
                assert!(!scan(&values).sum.is_finite());
            }
        }
        let both = [f64::INFINITY, f64::NEG_INFINITY];
        assert!(scan(&both).sum.is_nan());
    }
}
