//! Charts as files, without knowing who draws them.

use crate::figure::{Caption, FanChart};

/// Whoever draws charts for files.
pub trait Draw {
    /// The bytes of an SVG file; none where it cannot be drawn.
    fn svg(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>>;
    /// The bytes of a PNG file; none where it cannot be drawn.
    fn png(&self, chart: &FanChart, caption: &Caption) -> Option<Vec<u8>>;
}
