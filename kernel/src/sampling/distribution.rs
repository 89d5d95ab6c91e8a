//! The distributions a model may declare, and how a uniform number becomes a
//! value: by the quantile function, so equal columns give equal ranks.

use crate::math::{exp, ln};
use crate::sampling::beta::Beta;
use crate::sampling::normal::standard_normal_quantile;

/// What is believed about an input that does not change over the years. Values
/// are in the input's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Known.
    Fixed(f64),
    /// Density rising from `low` to `mode` and falling to `high`.
    Triangular {
        /// Least value.
        low: f64,
        /// Likeliest value, from `low` to `high`.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// The smooth alternative to the triangle: a beta distribution on `low` to
    /// `high` with mean `(low + 4 mode + high) / 6` (Malcolm et al., 1959).
    Pert {
        /// Least value.
        low: f64,
        /// Likeliest value, from `low` to `high`.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// All values from `low` to `high` equally likely.
    Uniform {
        /// Least value.
        low: f64,
        /// Greatest value.
        high: f64,
    },
    /// Normal, given by its 5th and 95th percentiles.
    Normal {
        /// Below it with probability 5 %.
        p5: f64,
        /// Below it with probability 95 %.
        p95: f64,
    },
    /// Lognormal, given by its 5th and 95th percentiles, both positive.
    LogNormal {
        /// Below it with probability 5 %.
        p5: f64,
        /// Below it with probability 95 %.
        p95: f64,
    },
}

impl Distribution {
    /// The value with probability `u` below it, for `u` between 0 and 1.
    ///
    /// Relative error below 10⁻¹² of the distance from the nearer end.
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let mut column = [u];
        self.transform(&mut column);
        column[0]
    }

    /// The likeliest value; of values that are equally likely the middle.
    #[must_use]
    pub fn mode(&self) -> f64 {
        match *self {
            Self::Fixed(value) => value,
            Self::Uniform { low, high } => 0.5 * (low + high),
            Self::Triangular { mode, .. } | Self::Pert { mode, .. } => mode,
            Self::Normal { p5, p95 } => mean_and_deviation(p5, p95).0,
            Self::LogNormal { p5, p95 } => {
                let (mean, deviation) = mean_and_deviation(ln(p5), ln(p95));
                exp(mean - deviation * deviation)
            }
        }
    }

    /// Replaces each uniform number of `column` by its quantile.
    pub fn transform(&self, column: &mut [f64]) {
        match *self {
            Self::Fixed(value) => column.fill(value),
            Self::Uniform { low, high } => each(column, |u| low + (high - low) * u),
            Self::Triangular { low, mode, high } => {
                each(column, |u| triangular(low, mode, high, u));
            }
            Self::Pert { low, mode, high } => pert(low, mode, high, column),
            Self::Normal { p5, p95 } => {
                let (mean, deviation) = mean_and_deviation(p5, p95);
                each(column, |u| mean + deviation * standard_normal_quantile(u));
            }
            Self::LogNormal { p5, p95 } => {
                let (mean, deviation) = mean_and_deviation(ln(p5), ln(p95));
                each(column, |u| exp(mean + deviation * standard_normal_quantile(u)));
            }
        }
    }
}

fn each(column: &mut [f64], quantile: impl Fn(f64) -> f64) {
    for value in column {
        *value = quantile(*value);
    }
}

fn triangular(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    // Compared as `u × width`, which is right for no width at all.
    if u * width <= mode - low {
        low + (u * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - u) * width * (high - mode)).sqrt()
    }
}

fn pert(low: f64, mode: f64, high: f64, column: &mut [f64]) {
    let width = high - low;
    if width == 0.0 {
        return column.fill(low);
    }
    let beta = Beta::new(1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width);
    each(column, |u| low + width * beta.quantile(u));
}

/// Of the normal distribution with these 5th and 95th percentiles.
fn mean_and_deviation(p5: f64, p95: f64) -> (f64, f64) {
    /// The 95th percentile of the standard normal distribution.
    const Z95: f64 = 1.644_853_626_951_472_7;
    (0.5 * (p5 + p95), (p95 - p5) / (2.0 * Z95))
}

/// The shape of a yearly shock. Mean 0 and variance 1, so that the model's formula
/// gives it its size; the uniform is a probability, for counts of successes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShockDistribution {
    /// Normal.
    Normal,
    /// Student's t divided by its standard deviation: more years far out.
    StudentT {
        /// Degrees of freedom, above 2 and up to some hundreds.
        degrees: f64,
    },
    /// Uniform from 0 to 1.
    Uniform,
}

impl ShockDistribution {
    /// The value without luck: the mean, 0, or for a probability 0.5.
    #[must_use]
    pub fn center(&self) -> f64 {
        match self {
            Self::Normal | Self::StudentT { .. } => 0.0,
            Self::Uniform => 0.5,
        }
    }

    /// The value with probability `u` below it, for `u` between 0 and 1;
    /// relative error below 10⁻¹².
    #[must_use]
    pub fn quantile(&self, u: f64) -> f64 {
        let mut column = [u];
        self.transform(&mut column);
        column[0]
    }

    /// Replaces each uniform number of `column` by its quantile.
    pub fn transform(&self, column: &mut [f64]) {
        match *self {
            Self::Normal => each(column, standard_normal_quantile),
            Self::StudentT { degrees } => student_t(degrees, column),
            Self::Uniform => {}
        }
    }
}

/// By T² = ν (1 − X) / X, where X has the beta distribution with shapes ν/2 and
/// ½ and twice T's tail probability (DLMF 8.17, Abramowitz and Stegun 26.7.1).
fn student_t(degrees: f64, column: &mut [f64]) {
    let beta = Beta::new(0.5 * degrees, 0.5);
    each(column, |u| {
        let tail = if u < 0.5 { u } else { 1.0 - u };
        let (x, rest) = beta.quantile_pair(2.0 * tail, 1.0 - 2.0 * tail);
        // ν divided by the variance ν / (ν − 2).
        let size = ((degrees - 2.0) * rest / x).sqrt();
        if u < 0.5 { -size } else { size }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The density is highest there: on both sides the same step of probability takes more room.
    #[test]
    fn the_mode_is_where_values_lie_closest() {
        let kinds = [
            Distribution::Triangular { low: 1.0, mode: 2.0, high: 6.0 },
            Distribution::Pert { low: 1.0, mode: 2.0, high: 6.0 },
            Distribution::Normal { p5: -1.0, p95: 4.0 },
            Distribution::LogNormal { p5: 0.5, p95: 4.0 },
        ];
        for kind in kinds {
            let step = 1e-3;
            let room = |u: f64| kind.quantile(u + step) - kind.quantile(u);
            let closest = (1..998)
                .map(|position| f64::from(position) * step)
                .min_by(|one, other| room(*one).total_cmp(&room(*other)))
                .unwrap();
            let width = kind.quantile(0.95) - kind.quantile(0.05);
            let near = kind.quantile(closest + 0.5 * step);
            assert!((near - kind.mode()).abs() < 0.03 * width, "{kind:?}: {near} {}", kind.mode());
        }
        assert_eq!(Distribution::Uniform { low: 1.0, high: 3.0 }.mode(), 2.0);
        assert_eq!(Distribution::Fixed(7.0).mode(), 7.0);
    }

    #[test]
    fn no_width_is_one_value() {
        let (low, mode, high) = (3.0, 3.0, 3.0);
        for distribution in [
            Distribution::Fixed(3.0),
            Distribution::Triangular { low, mode, high },
            Distribution::Pert { low, mode, high },
            Distribution::Uniform { low, high },
            Distribution::Normal { p5: low, p95: high },
        ] {
            assert_eq!(distribution.quantile(0.3), 3.0, "{distribution:?}");
        }
    }

    #[test]
    fn percentiles_are_as_given() {
        for distribution in [
            Distribution::Normal { p5: 2.0, p95: 9.0 },
            Distribution::LogNormal { p5: 2.0, p95: 9.0 },
        ] {
            assert!((distribution.quantile(0.05) - 2.0).abs() < 1e-14, "{distribution:?}");
            assert!((distribution.quantile(0.95) - 9.0).abs() < 1e-14, "{distribution:?}");
        }
    }

    #[test]
    fn shocks_have_mean_zero_and_variance_one() {
        for shape in [
            ShockDistribution::Normal,
            // Fewer degrees have tails that a sum over midpoints misses.
            ShockDistribution::StudentT { degrees: 30.0 },
        ] {
            let mut column: Vec<f64> =
                (0..65_536).map(|i| (f64::from(i) + 0.5) / 65_536.0).collect();
            shape.transform(&mut column);
            let count = column.len() as f64;
            let mean = column.iter().sum::<f64>() / count;
            let variance = column.iter().map(|value| value * value).sum::<f64>() / count;
            assert!(mean.abs() < 1e-12, "{shape:?}: mean {mean}");
            assert!((variance - 1.0).abs() < 1e-3, "{shape:?}: variance {variance}");
        }
    }

    #[test]
    fn a_uniform_shock_is_a_probability() {
        for u in [0.0, 0.3, 0.999] {
            assert!((ShockDistribution::Uniform.quantile(u) - u).abs() < 1e-15);
        }
    }

    #[test]
    fn a_missing_number_stays_missing() {
        assert!(
            Distribution::Triangular { low: 1.0, mode: 2.0, high: 4.0 }.quantile(f64::NAN).is_nan()
        );
        assert!(Distribution::Pert { low: 1.0, mode: 2.0, high: 4.0 }.quantile(f64::NAN).is_nan());
        assert!(ShockDistribution::StudentT { degrees: 5.0 }.quantile(f64::NAN).is_nan());
    }
}
