//! Units of measurement: dimensions, scales, and percent against 百分点.

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {}
