//! Where years and values stand on the picture.

use crate::chart::geometry::Point;
use crate::figure::{Axis, FanChart};

/// Space in CSS pixels at the text size of the workbench.
const HEAD: f64 = 20.0;
const FOOT: f64 = 22.0;
/// So that the first year's figure is not cut at the edge.
const INDENT: f64 = 18.0;

/// The plot and its scales, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Right end of the plot; labels stand beyond it.
    pub(super) right: f64,
    /// Height of the axis's top.
    pub(super) top: f64,
    /// Height of the axis's bottom.
    pub(super) bottom: f64,
    /// Times the size on the workbench.
    pub(super) scale: f64,
    axis: Axis,
    years: (i32, i32),
}

impl Layout {
    /// `label_width`: room for the labels beyond the plot, at most half the picture.
    pub(super) fn new(
        chart: &FanChart,
        (width, height): Point,
        label_width: f64,
        scale: f64,
    ) -> Self {
        Self {
            right: width - label_width.min(width / 2.0),
            top: HEAD * scale,
            bottom: height - FOOT * scale,
            scale,
            axis: chart.axis,
            years: (chart.first_year, chart.last_year),
        }
    }

    pub(super) fn x(&self, year: i32) -> f64 {
        let left = INDENT * self.scale;
        let (first, last) = self.years;
        let share = f64::from(year - first) / f64::from((last - first).max(1));
        left + share * (self.right - left)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - self.axis.height(value) * (self.bottom - self.top)
    }

    pub(super) fn point(&self, year: i32, value: f64) -> Point {
        (self.x(year), self.y(value))
    }

    /// Whether a height lies on the plot, its edges included.
    pub(super) fn holds(&self, y: f64) -> bool {
        (self.top - 0.01..=self.bottom + 0.01).contains(&y)
    }

    /// The height, or the plot's edge where it lies beyond.
    pub(super) fn held(&self, y: f64) -> f64 {
        y.clamp(self.top, self.bottom.max(self.top))
    }
}
