//! What a verdict takes for granted where the plan says nothing; every line is a setting.

/// What is judged by where a target names nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Criteria {
    /// 保持稳定 where the plan names no tolerance, as a share of the base-year value.
    pub hold_tolerance: f64,
}

impl Default for Criteria {
    fn default() -> Self {
        Self { hold_tolerance: 0.02 }
    }
}
