//! A plotters backend on a canvas: sharp at every screen ratio, and never touching the page.
//!
//! Plotters' own measures text by writing a `style` attribute into the
//! document, which the page's security policy forbids; this one asks the canvas.

use std::cell::RefCell;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{ChartError, ChartTheme, GRAIN, draw, text};
use crate::figure::FanChart;

type Drawn = Result<(), DrawingErrorKind<ChartError>>;

/// Draws the chart on a canvas, as large as the stylesheet makes it and as
/// sharp as the screen is. What was on the canvas is gone. Gives where the first and the last
/// year stand, in CSS pixels from the left.
///
/// # Errors
///
/// If the canvas has no size or no 2D context, or the browser refuses to draw.
pub fn paint(
    canvas: &HtmlCanvasElement,
    chart: &FanChart,
    theme: &ChartTheme,
) -> Result<[f64; 2], ChartError> {
    Ok(draw(chart, CanvasBackend::fitted(canvas)?, theme)?)
}

/// Draws on a 2D context, in CSS pixels scaled to the screen's.
pub struct CanvasBackend {
    context: CanvasRenderingContext2d,
    /// Width and height in CSS pixels.
    size: (f64, f64),
    /// Screen pixels in one CSS pixel.
    ratio: f64,
    /// What the context was told last: each word anew costs the browser a look into the page's styles.
    told: RefCell<Told>,
}

/// Font and colours that are in force.
#[derive(Default)]
struct Told {
    font: String,
    stroke: String,
    fill: String,
}

/// Notes what the context is told, and says whether it is news.
fn is_news(told: &mut String, word: &str) -> bool {
    let is_news = told != word;
    if is_news {
        word.clone_into(told);
    }
    is_news
}

impl CanvasBackend {
    /// Gives the canvas as many pixels as the screen has where the stylesheet
    /// puts it. What was on it may be gone: fill the ground first.
    ///
    /// # Errors
    ///
    /// If the canvas has no size (hidden, not laid out) or no 2D context.
    pub fn fitted(canvas: &HtmlCanvasElement) -> Result<Self, ChartError> {
        let area = canvas.get_bounding_client_rect();
        if area.width() < 1.0 || area.height() < 1.0 {
            return Err(ChartError::NoSize);
        }
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        let width = (area.width() * ratio).round() as u32;
        let height = (area.height() * ratio).round() as u32;
        // Setting either makes the browser allocate anew.
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let context = context_of(canvas)?;
        let (across, down) = (f64::from(width) / area.width(), f64::from(height) / area.height());
        let scaled = context.set_transform(across, 0.0, 0.0, down, 0.0, 0.0);
        scaled.map_err(|error| refused(&error))?;
        context.set_line_join("round");
        Ok(Self { context, size: (area.width(), area.height()), ratio, told: RefCell::default() })
    }

    /// Draws a picture of `size` CSS pixels where the context's origin is, `ratio` pixels in each.
    pub(super) fn at_origin(
        context: CanvasRenderingContext2d,
        size: (f64, f64),
        ratio: f64,
    ) -> Self {
        context.set_line_join("round");
        Self { context, size, ratio, told: RefCell::default() }
    }

    fn trace(&self, points: &[(f64, f64)]) {
        self.context.begin_path();
        for (index, &(x, y)) in points.iter().enumerate() {
            if index == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
    }

    fn stroke(&self, style: &impl BackendStyle) {
        let colour = css(style.color());
        if is_news(&mut self.told.borrow_mut().stroke, &colour) {
            self.context.set_stroke_style_str(&colour);
        }
        self.context.set_line_width(f64::from(style.stroke_width()) / f64::from(GRAIN));
        self.context.stroke();
    }

    fn fill(&self, colour: BackendColor) {
        self.set_fill(colour);
        self.context.fill();
    }

    fn set_fill(&self, colour: BackendColor) {
        let colour = css(colour);
        if is_news(&mut self.told.borrow_mut().fill, &colour) {
            self.context.set_fill_style_str(&colour);
        }
    }

    fn set_font(&self, style: &impl BackendTextStyle) {
        let size = style.size() / f64::from(GRAIN);
        let font = format!("{} {size}px {}", style.style().as_str(), style.family().as_str());
        if is_news(&mut self.told.borrow_mut().font, &font) {
            self.context.set_font(&font);
        }
    }

    /// A level or upright line with its edges on whole screen pixels; others as they are.
    fn sharpened(&self, points: Vec<(f64, f64)>, width: f64) -> Vec<(f64, f64)> {
        let Some(&(x, y)) = points.first() else { return points };
        if points.iter().all(|point| point.0 == x) {
            let x = snapped(x, width, self.ratio);
            return points.into_iter().map(|point| (x, point.1)).collect();
        }
        if points.iter().all(|point| point.1 == y) {
            let y = snapped(y, width, self.ratio);
            return points.into_iter().map(|point| (point.0, y)).collect();
        }
        points
    }
}

impl DrawingBackend for CanvasBackend {
    type ErrorType = ChartError;

    fn get_size(&self) -> (u32, u32) {
        let grains = |length: f64| (length * f64::from(GRAIN)).round() as u32;
        (grains(self.size.0), grains(self.size.1))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let width = f64::from(style.stroke_width()) / f64::from(GRAIN);
        self.trace(&self.sharpened(path.into_iter().map(pixels).collect(), width));
        self.stroke(style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (pixels(upper_left), pixels(bottom_right));
        self.context.begin_path();
        self.context.rect(left, top, right - left, bottom - top);
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((x, y), radius) = (pixels(centre), f64::from(radius) / f64::from(GRAIN));
        self.context.begin_path();
        let arc = self.context.arc(x, y, radius, 0.0, std::f64::consts::TAU);
        arc.map_err(|error| DrawingErrorKind::DrawingError(refused(&error)))?;
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Drawn {
        self.trace(&vertices.into_iter().map(pixels).collect::<Vec<_>>());
        self.fill(style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (x, y) = pixels(at);
        let size = style.size() / f64::from(GRAIN);
        self.set_font(style);
        self.set_fill(style.color());
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        let drawn =
            self.context.fill_text(text, x, y + text::baseline(style.anchor().v_pos) * size);
        drawn.map_err(|error| DrawingErrorKind::DrawingError(refused(&error)))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<ChartError>> {
        self.set_font(style);
        let measured = self.context.measure_text(text);
        let metrics = measured.map_err(|error| DrawingErrorKind::DrawingError(refused(&error)))?;
        let width = (metrics.width() * f64::from(GRAIN)).ceil();
        Ok((width as u32, style.size().ceil() as u32))
    }
}

/// The canvas's 2D context.
pub(super) fn context_of(
    canvas: &HtmlCanvasElement,
) -> Result<CanvasRenderingContext2d, ChartError> {
    let context = canvas.get_context("2d").map_err(|error| refused(&error))?;
    context.and_then(|context| context.dyn_into().ok()).ok_or(ChartError::NoContext)
}

fn pixels((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / f64::from(GRAIN), f64::from(y) / f64::from(GRAIN))
}

/// The nearest centre whose line has its edges on whole screen pixels, in CSS pixels.
fn snapped(centre: f64, width: f64, ratio: f64) -> f64 {
    let half = (width * ratio).round().max(1.0) / 2.0;
    ((centre * ratio - half).round() + half) / ratio
}

pub(super) fn css(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("rgba({red},{green},{blue},{})", colour.alpha)
}

pub(super) fn refused(error: &JsValue) -> ChartError {
    ChartError::Refused(format!("{error:?}"))
}

#[cfg(test)]
mod tests {
    use super::snapped;

    #[test]
    fn edges_fall_on_whole_screen_pixels() {
        assert_eq!(snapped(10.2, 1.0, 1.0), 10.5);
        assert_eq!(snapped(10.2, 2.0, 1.0), 10.0);
        assert_eq!(snapped(10.3, 1.0, 2.0), 10.5);
        assert_eq!(snapped(10.2, 0.3, 1.0), 10.5, "a hair line keeps one pixel");
    }
}
