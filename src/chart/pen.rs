//! Plotters' elements in CSS pixels: what a chart draws with.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use crate::chart::GRAIN;
use crate::chart::geometry::{Point, dashes};
use crate::chart::text::Weight;

/// What plotters says when a backend refuses.
pub type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// Outcome of drawing on a backend.
pub type Drawn<DB> = Result<(), Failure<DB>>;

/// A drawing area with one typeface.
pub(super) struct Pen<DB: DrawingBackend> {
    area: DrawingArea<DB, Shift>,
    font_family: &'static str,
    /// CSS pixels.
    text_size: f64,
}

/// A line's look; the width in CSS pixels.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) colour: RGBColor,
    pub(super) width: f64,
}

/// A text's look.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    pub(super) colour: RGBColor,
    pub(super) weight: Weight,
}

impl<DB: DrawingBackend> Pen<DB> {
    pub(super) fn new(backend: DB, font_family: &'static str, text_size: f64) -> Self {
        Self { area: backend.into_drawing_area(), font_family, text_size }
    }

    /// Width and height in CSS pixels.
    pub(super) fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / f64::from(GRAIN), f64::from(height) / f64::from(GRAIN))
    }

    /// Width of a text in CSS pixels.
    pub(super) fn text_width(&self, text: &str, weight: Weight) -> Result<f64, Failure<DB>> {
        let style = TextStyle::from(self.font(weight));
        let (width, _) = self.area.estimate_text_size(text, &style)?;
        Ok(f64::from(width) / f64::from(GRAIN))
    }

    /// Height of a line of text in CSS pixels.
    pub(super) fn text_height(&self) -> f64 {
        self.text_size
    }

    pub(super) fn ground(&self, colour: RGBColor) -> Drawn<DB> {
        self.area.fill(&colour)
    }

    pub(super) fn line(&self, points: &[Point], stroke: Stroke) -> Drawn<DB> {
        let style = stroke.colour.stroke_width(grains(stroke.width) as u32);
        self.area.draw(&PathElement::new(backend_points(points), style))
    }

    pub(super) fn dashed(
        &self,
        points: &[Point],
        stroke: Stroke,
        (dash, gap): (f64, f64),
    ) -> Drawn<DB> {
        dashes(points, dash, gap).iter().try_for_each(|piece| self.line(piece, stroke))
    }

    pub(super) fn area(&self, vertices: &[Point], colour: RGBColor) -> Drawn<DB> {
        self.area.draw(&Polygon::new(backend_points(vertices), ShapeStyle::from(&colour).filled()))
    }

    /// A disc with a rim that lies inside `radius`.
    pub(super) fn disc(
        &self,
        centre: Point,
        radius: f64,
        fill: RGBColor,
        rim: Stroke,
    ) -> Drawn<DB> {
        let centre = backend_point(centre);
        self.area.draw(&Circle::new(centre, grains(radius), rim.colour.filled()))?;
        self.area.draw(&Circle::new(centre, grains(radius - rim.width), fill.filled()))
    }

    /// Text centred on the height of `at`, aligned with its horizontal place.
    pub(super) fn text(&self, text: &str, at: Point, align: HPos, look: Lettering) -> Drawn<DB> {
        let style = self.font(look.weight).color(&look.colour).pos(Pos::new(align, VPos::Center));
        self.area.draw(&Text::new(text, backend_point(at), style))
    }

    pub(super) fn finish(&self) -> Drawn<DB> {
        self.area.present()
    }

    fn font(&self, weight: Weight) -> FontDesc<'static> {
        let style = match weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let size = self.text_size * f64::from(GRAIN);
        FontDesc::new(FontFamily::Name(self.font_family), size, style)
    }
}

fn grains(length: f64) -> i32 {
    (length * f64::from(GRAIN)).round() as i32
}

fn backend_point((x, y): Point) -> BackendCoord {
    (grains(x), grains(y))
}

fn backend_points(points: &[Point]) -> Vec<BackendCoord> {
    points.iter().copied().map(backend_point).collect()
}
