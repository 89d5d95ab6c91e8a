//! Arithmetic with the same bits everywhere.
//!
//! The standard library's `exp` and `ln` come from the platform, so a run in
//! the browser and one on a server would differ in the last bits. These use
//! only operations that IEEE 754 defines exactly, in a fixed order.

mod elementary;
mod rounding;

pub use elementary::{exp, is_product, ln, pow, pow_by_logarithm};
pub use rounding::{floor_to, maximum, minimum, round_half_up_to};
