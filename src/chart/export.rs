//! Pictures that leave the page: a chart under its title, above a line that says what it is.

use plotters::style::{Color, RGBColor};
use plotters_backend::BackendStyle;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::canvas::{context_of, css, refused};
use crate::chart::svg::{code, escaped};
use crate::chart::theme::font_family;
use crate::chart::{CanvasBackend, ChartError, ChartTheme, draw, to_svg};
use crate::figure::{Caption, FanChart};

/// Of the chart, in CSS pixels.
const CHART: (u32, u32) = (640, 300);
/// Around it.
const MARGIN: u32 = 16;
/// Of the title's line.
const HEAD: u32 = 44;
/// Of the note's line.
const FOOT: u32 = 32;
const TITLE_SIZE: u32 = 17;
/// Pixels of a PNG file in one CSS pixel: sharp on paper at the width of a page.
const RATIO: u32 = 3;

const WIDTH: u32 = CHART.0 + 2 * MARGIN;
const HEIGHT: u32 = HEAD + CHART.1 + FOOT;

/// A line of text of the caption.
struct Line<'l> {
    text: &'l str,
    size: f64,
    bold: bool,
    /// Down to the baseline.
    y: u32,
    colour: RGBColor,
}

fn lines<'l>(caption: &'l Caption, theme: &ChartTheme) -> [Line<'l>; 2] {
    let title = Line {
        text: &caption.title,
        size: f64::from(TITLE_SIZE),
        bold: true,
        y: 28,
        colour: theme.ink,
    };
    let note = Line {
        text: &caption.note,
        size: theme.text_size,
        bold: false,
        y: HEIGHT - 12,
        colour: theme.ink3,
    };
    [title, note]
}

/// The picture as an SVG document.
///
/// # Errors
///
/// If the writer refuses, which a string does not.
pub fn export_svg(chart: &FanChart, caption: &Caption) -> Result<String, ChartError> {
    let theme = ChartTheme::light();
    let inner = to_svg(chart, CHART, &theme)?;
    let inner = inner.replacen("<svg ", &format!("<svg x=\"{MARGIN}\" y=\"{HEAD}\" "), 1);
    let family = font_family(chart.words.locale);
    let text = |line: Line<'_>| {
        let Line { text, size, bold, y, colour } = line;
        let weight = if bold { 700 } else { 400 };
        let (text, fill) = (escaped(text), hex(colour));
        format!(
            r#"<text x="{MARGIN}" y="{y}" font-family="{family}" font-size="{size}" font-weight="{weight}" fill="{fill}">{text}</text>"#
        )
    };
    let texts: String = lines(caption, &theme).into_iter().map(text).collect();
    let (title, sheet) = (escaped(&caption.title), hex(theme.sheet));
    Ok(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"><title>{title}</title><rect width="{WIDTH}" height="{HEIGHT}" fill="{sheet}"/>{texts}{inner}</svg>
"#
    ))
}

/// The picture on a canvas of its own, which is no part of the page.
///
/// # Errors
///
/// If the browser has no 2D context left, or refuses to draw.
pub fn export_canvas(chart: &FanChart, caption: &Caption) -> Result<HtmlCanvasElement, ChartError> {
    let theme = ChartTheme::light();
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.and_then(|document| document.create_element("canvas").ok());
    let canvas: HtmlCanvasElement =
        canvas.and_then(|canvas| canvas.dyn_into().ok()).ok_or(ChartError::NoContext)?;
    canvas.set_width(WIDTH * RATIO);
    canvas.set_height(HEIGHT * RATIO);
    let context = context_of(&canvas)?;
    write_caption(&context, caption, &theme, font_family(chart.words.locale))
        .map_err(|error| refused(&error))?;
    let size = (f64::from(CHART.0), f64::from(CHART.1));
    draw(chart, CanvasBackend::at_origin(context, size, f64::from(RATIO)), &theme)?;
    Ok(canvas)
}

/// Ground and texts; leaves the origin where the chart begins.
fn write_caption(
    context: &CanvasRenderingContext2d,
    caption: &Caption,
    theme: &ChartTheme,
    family: &str,
) -> Result<(), wasm_bindgen::JsValue> {
    let ratio = f64::from(RATIO);
    context.scale(ratio, ratio)?;
    context.set_fill_style_str(&css(theme.sheet.to_rgba().color()));
    context.fill_rect(0.0, 0.0, f64::from(WIDTH), f64::from(HEIGHT));
    for Line { text, size, bold, y, colour } in lines(caption, theme) {
        let weight = if bold { 700 } else { 400 };
        context.set_font(&format!("{weight} {size}px {family}"));
        context.set_fill_style_str(&css(colour.to_rgba().color()));
        context.fill_text(text, f64::from(MARGIN), f64::from(y))?;
    }
    context.translate(f64::from(MARGIN), f64::from(HEAD))
}

fn hex(colour: RGBColor) -> String {
    code(colour.to_rgba().color())
}
