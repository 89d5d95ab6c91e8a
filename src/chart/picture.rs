//! A chart that is being drawn, and the lengths that its layers share.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use crate::chart::ChartTheme;
use crate::chart::layout::Layout;
use crate::chart::pen::{Lettering, Pen, Stroke};
use crate::chart::text::Weight;
use crate::figure::FanChart;

/// Between a label and what it names, in CSS pixels at the text size of the workbench.
pub(super) const LABEL_DISTANCE: f64 = 6.0;
/// Height that a line of text takes; same unit.
pub(super) const LINE_HEIGHT: f64 = 14.0;
/// Of the points of the past; same unit.
pub(super) const KNOWN_RADIUS: f64 = 4.0;

/// A chart that is being drawn.
pub(super) struct Picture<'a, DB: DrawingBackend> {
    pub(super) chart: &'a FanChart,
    pub(super) theme: &'a ChartTheme,
    pub(super) layout: Layout,
    pub(super) pen: Pen<DB>,
}

impl<DB: DrawingBackend> Picture<'_, DB> {
    pub(super) fn scaled(&self, length: f64) -> f64 {
        length * self.layout.scale
    }

    pub(super) fn stroke(&self, colour: RGBColor, width: f64) -> Stroke {
        Stroke { colour, width: self.scaled(width) }
    }
}

pub(super) fn bold(colour: RGBColor) -> Lettering {
    Lettering { colour, weight: Weight::Bold }
}
