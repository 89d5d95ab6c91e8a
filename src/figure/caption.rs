//! What stands around a picture that leaves the page.

/// What stands around an exported chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// Above it: what is measured.
    pub title: String,
    /// Below it: of which city and scenario, and that it is a projection.
    pub note: String,
}
