//! A plotters backend that writes SVG, for exports and tests.
//!
//! Ours and not `plotters-svg`: that one estimates text by its bytes, which
//! makes Chinese three times as wide as it is, and cannot set bold type.

use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::chart::text::{self, Weight};
use crate::chart::{ChartError, ChartTheme, GRAIN, draw};
use crate::figure::FanChart;

type Written = Result<(), DrawingErrorKind<std::fmt::Error>>;

/// The chart as a stand-alone SVG document; `size` is width and height in CSS pixels.
///
/// # Errors
///
/// If the writer refuses, which a string does not.
pub fn to_svg(
    chart: &FanChart,
    size: (u32, u32),
    theme: &ChartTheme,
) -> Result<String, ChartError> {
    let mut document = String::new();
    draw(chart, SvgBackend::new(&mut document, size), theme)?;
    Ok(document)
}

/// Writes what is drawn as SVG; the document is complete after `present`.
pub struct SvgBackend<'a> {
    document: &'a mut String,
    /// Width and height in CSS pixels.
    size: (u32, u32),
    begun: bool,
}

impl<'a> SvgBackend<'a> {
    /// A picture of the given width and height in CSS pixels.
    pub fn new(document: &'a mut String, size: (u32, u32)) -> Self {
        Self { document, size, begun: false }
    }

    fn shape(
        &mut self,
        name: &str,
        points: impl IntoIterator<Item = BackendCoord>,
        look: &str,
    ) -> Written {
        let points: Vec<String> =
            points.into_iter().map(|(x, y)| format!("{},{}", pixels(x), pixels(y))).collect();
        self.line(&format!(r#"<{name} points="{}" {look}/>"#, points.join(" ")))
    }

    fn line(&mut self, line: &str) -> Written {
        writeln!(self.document, "{line}").map_err(DrawingErrorKind::DrawingError)
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = std::fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * GRAIN, self.size.1 * GRAIN)
    }

    fn ensure_prepared(&mut self) -> Written {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        let (width, height) = self.size;
        self.line(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
        ))
    }

    fn present(&mut self) -> Written {
        self.line("</svg>")
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Written {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Written {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Written {
        self.shape("polyline", path, &outlined(style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Written {
        let ((left, top), (right, bottom)) = (upper_left, bottom_right);
        let (width, height) = (pixels(right - left), pixels(bottom - top));
        let (x, y) = (pixels(left), pixels(top));
        let look = if fill { filled(style.color()) } else { outlined(style) };
        self.line(&format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {look}/>"#))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Written {
        let (x, y, radius) =
            (pixels(centre.0), pixels(centre.1), f64::from(radius) / f64::from(GRAIN));
        let look = if fill { filled(style.color()) } else { outlined(style) };
        self.line(&format!(r#"<circle cx="{x}" cy="{y}" r="{radius}" {look}/>"#))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Written {
        self.shape("polygon", vertices, &filled(style.color()))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Written {
        let size = style.size() / f64::from(GRAIN);
        let x = pixels(at.0);
        let y = pixels(at.1) + text::baseline(style.anchor().v_pos) * size;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let weight = match Weight::of(style) {
            Weight::Regular => "",
            Weight::Bold => r#" font-weight="700""#,
        };
        let (family, fill) = (escaped(style.family().as_str()), code(style.color()));
        self.line(&format!(
            r#"<text x="{x}" y="{y:.2}" text-anchor="{anchor}" font-family="{family}" font-size="{size}"{weight} fill="{fill}">{}</text>"#,
            escaped(text)
        ))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<std::fmt::Error>> {
        let width = text::width(text, Weight::of(style)) * style.size();
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

fn pixels(grains: i32) -> f64 {
    f64::from(grains) / f64::from(GRAIN)
}

fn filled(colour: BackendColor) -> String {
    format!(r#"fill="{}""#, code(colour))
}

fn outlined(style: &impl BackendStyle) -> String {
    let width = f64::from(style.stroke_width()) / f64::from(GRAIN);
    let colour = code(style.color());
    format!(r#"fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round""#)
}

pub(super) fn code(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// For XML text and double-quoted attributes; characters that XML forbids are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control.is_control() => {}
            other => safe.push(other),
        }
    }
    safe
}

/// The texts of a document that [`SvgBackend`] wrote, with what each takes: left, top, right and
/// bottom, in CSS pixels.
#[cfg(test)]
pub(crate) fn texts(document: &str) -> Vec<(String, [f64; 4])> {
    let text = |line: &str| {
        let (attributes, rest) = line.strip_prefix("<text ")?.split_once('>')?;
        let content = rest.strip_suffix("</text>")?;
        let attribute = |name: &str| {
            let (_, rest) = attributes.split_once(&format!(r#"{name}=""#))?;
            rest.split('"').next()
        };
        let number = |name: &str| attribute(name)?.parse::<f64>().ok();
        let (x, y, size) = (number("x")?, number(" y")?, number("font-size")?);
        let weight = attribute("font-weight").map_or(Weight::Regular, |_| Weight::Bold);
        let width = text::width(content, weight) * size;
        let left = match attribute("text-anchor")? {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        // Chinese characters reach from a little under the baseline to nearly the size above it.
        Some((content.to_owned(), [left, y - 0.86 * size, left + width, y + 0.14 * size]))
    };
    document.lines().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escaped("<b a=\"1\">&\u{0}\u{FFFF}家"), "&lt;b a=&quot;1&quot;&gt;&amp;家");
    }
}
