//! Colours and type of a chart: the page's own tokens, for canvas and SVG cannot read CSS variables.

use plotters::style::RGBColor;

use crate::locale::Locale;

/// System fonts of a language as a CSS list, in the order of the page's stylesheet.
#[must_use]
pub(super) fn font_family(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => FONT,
        Locale::En => FONT_EN,
    }
}

// The colours and fonts of `styles/tokens.css`, read by build.rs.
include!(concat!(env!("OUT_DIR"), "/tokens.rs"));

/// Text size of the workbench in CSS pixels.
const TEXT_SIZE: f64 = 12.0;

/// The columns of the colours.
#[derive(Clone, Copy)]
enum Look {
    Light,
    Dark,
    Contrast,
}

/// How a chart looks.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartTheme {
    /// Ground that the chart stands on.
    pub sheet: RGBColor,
    /// Facts, targets, limits.
    pub ink: RGBColor,
    /// Text of second rank.
    pub ink2: RGBColor,
    /// Text of third rank: axes, edges of the fan.
    pub ink3: RGBColor,
    /// The scenario in hand.
    pub scenario: RGBColor,
    /// What it is compared with.
    pub reference: RGBColor,
    /// Further scenarios.
    pub other: RGBColor,
    /// P10 to P90.
    pub outer_band: RGBColor,
    /// P25 to P75.
    pub inner_band: RGBColor,
    /// Rules of the axis.
    pub rule: RGBColor,
    /// The zero line, the plan year, leaders.
    pub strong_rule: RGBColor,
    /// Size of all text in CSS pixels; lengths and widths grow with it.
    pub text_size: f64,
}

impl ChartTheme {
    /// Dark on white.
    #[must_use]
    pub fn light() -> Self {
        Self::of(Look::Light)
    }

    /// Light on near-black.
    #[must_use]
    pub fn dark() -> Self {
        Self::of(Look::Dark)
    }

    /// At least 7 : 1 for all text, on white: for projectors and tired eyes.
    #[must_use]
    pub fn contrast() -> Self {
        Self::of(Look::Contrast)
    }

    fn of(look: Look) -> Self {
        let colour = |token: [[u8; 3]; 3]| {
            let [red, green, blue] = token[look as usize];
            RGBColor(red, green, blue)
        };
        Self {
            sheet: colour(SHEET),
            ink: colour(INK),
            ink2: colour(INK_2),
            ink3: colour(INK_3),
            scenario: colour(NOW),
            reference: colour(REFERENCE),
            other: colour(OTHER),
            outer_band: colour(BAND),
            inner_band: colour(INNER_BAND),
            rule: colour(GRID),
            strong_rule: colour(FIELD),
            text_size: TEXT_SIZE,
        }
    }

    /// The same look with another text size, in CSS pixels.
    #[must_use]
    pub fn with_text_size(self, text_size: f64) -> Self {
        Self { text_size, ..self }
    }

    /// How many times as large as on the workbench everything is.
    pub(super) fn scale(&self) -> f64 {
        self.text_size / TEXT_SIZE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_text_stand_out_from_their_ground() {
        let themes =
            [(ChartTheme::light(), 4.5), (ChartTheme::dark(), 4.5), (ChartTheme::contrast(), 7.0)];
        for (theme, of_text) in themes {
            // Medians, history and marks, over the fan and beside it.
            for ground in [theme.sheet, theme.outer_band, theme.inner_band] {
                for line in [theme.ink, theme.scenario, theme.reference, theme.other] {
                    assert!(contrast(line, ground) >= 3.0);
                }
            }
            assert!(contrast(theme.strong_rule, theme.sheet) >= 3.0);
            for text in [theme.ink, theme.ink2, theme.ink3, theme.scenario, theme.other] {
                assert!(contrast(text, theme.sheet) >= of_text);
            }
        }
    }

    /// Contrast ratio of WCAG 2.2.
    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Relative luminance of WCAG 2.2.
    fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[expect(clippy::disallowed_methods, reason = "colours, not the model")]
    fn linear(part: u8) -> f64 {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    }
}
