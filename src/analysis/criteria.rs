//! Where the verdicts draw their lines; every line is a setting.

/// Thresholds of lights and of the wording rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Criteria {
    /// 黄: short by at most this share of the bound.
    pub near: f64,
    /// 保持稳定 where the plan names no tolerance, as a share of the base-year value.
    pub hold_tolerance: f64,
}

impl Default for Criteria {
    fn default() -> Self {
        Self { near: 0.1, hold_tolerance: 0.02 }
    }
}
