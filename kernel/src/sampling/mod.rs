//! What is not known: how it is drawn, and how its spread is summarised.

mod beta;
mod binomial;
mod column;
mod difference;
mod distribution;
mod gamma;
mod normal;
mod scan;
mod selection;
mod summary;
mod weighted;

pub use beta::Beta;
pub use binomial::successes;
pub use column::uniform_column;
pub use difference::{Difference, difference, probability_difference};
pub use distribution::{Distribution, ShockDistribution};
pub use normal::standard_normal_quantile;
pub use summary::{
    Probability, SampleError, Summary, probability, probability_above, probability_at_least,
    probability_at_most, summarise,
};
pub use weighted::Weighted;
