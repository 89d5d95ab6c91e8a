//! Draws a figure with plotters: on a canvas in the page, as SVG elsewhere.
//!
//! Plotters' coordinates are whole numbers. So that lines and text sit between
//! pixels where they should, backends here take [`GRAIN`]ths of a CSS pixel.

mod canvas;
mod export;
mod fan;
mod geometry;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod labels;
mod layout;
mod pen;
mod picture;
mod place;
mod svg;
mod target;
mod text;
mod theme;

pub use canvas::{CanvasBackend, paint};
pub use export::{export_canvas, export_svg};
pub use fan::draw;
pub use pen::{Drawn, Failure};
#[cfg(test)]
pub(crate) use svg::texts;
pub use svg::{SvgBackend, to_svg};
pub use theme::ChartTheme;

use plotters::drawing::DrawingAreaErrorKind;

/// Backend units in one CSS pixel; also of stroke widths and text sizes.
pub const GRAIN: u32 = 8;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// The browser gives no 2D context, for example because too many are open.
    #[error("the canvas has no 2D context")]
    NoContext,
    /// The canvas is not laid out yet, or hidden.
    #[error("the canvas has no size")]
    NoSize,
    /// The browser or the writer refused a drawing operation.
    #[error("drawing failed: {0}")]
    Refused(String),
}

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for ChartError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self::Refused(error.to_string())
    }
}
