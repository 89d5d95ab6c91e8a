//! Colours and type of a chart: the page's own tokens, for canvas and SVG cannot read CSS variables.

use plotters::style::RGBColor;

use crate::locale::Locale;

/// System fonts of a language as a CSS list, in the order of the page's stylesheet.
#[must_use]
pub(super) fn font_family(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => CHINESE,
        Locale::En => ENGLISH,
    }
}

const CHINESE: &str = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',SimSun,sans-serif";

/// Letters first; names may still be Chinese.
const ENGLISH: &str = "'Segoe UI','Helvetica Neue',Arial,'Noto Sans','Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";

/// Text size of the workbench in CSS pixels.
const TEXT_SIZE: f64 = 12.0;

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
        Self {
            sheet: RGBColor(0xff, 0xff, 0xff),
            ink: RGBColor(0x14, 0x19, 0x1f),
            ink2: RGBColor(0x3f, 0x48, 0x52),
            ink3: RGBColor(0x5b, 0x65, 0x70),
            scenario: RGBColor(0x00, 0x59, 0x9c),
            reference: RGBColor(0x5b, 0x65, 0x70),
            other: RGBColor(0x8a, 0x3a, 0x76),
            outer_band: RGBColor(0xd9, 0xe7, 0xf3),
            inner_band: RGBColor(0xac, 0xcb, 0xe5),
            rule: RGBColor(0xd6, 0xdc, 0xe2),
            strong_rule: RGBColor(0x7f, 0x8a, 0x95),
            text_size: TEXT_SIZE,
        }
    }

    /// Light on near-black.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            sheet: RGBColor(0x17, 0x1b, 0x1f),
            ink: RGBColor(0xee, 0xf1, 0xf4),
            ink2: RGBColor(0xc3, 0xca, 0xd1),
            ink3: RGBColor(0x9a, 0xa5, 0xaf),
            scenario: RGBColor(0x6c, 0xb8, 0xf0),
            reference: RGBColor(0x9a, 0xa5, 0xaf),
            other: RGBColor(0xd8, 0x90, 0xc4),
            outer_band: RGBColor(0x1c, 0x33, 0x47),
            inner_band: RGBColor(0x2b, 0x56, 0x78),
            rule: RGBColor(0x2e, 0x35, 0x3c),
            strong_rule: RGBColor(0x75, 0x80, 0x8b),
            text_size: TEXT_SIZE,
        }
    }

    /// At least 7 : 1 for all text, on white: for projectors and tired eyes.
    #[must_use]
    pub fn contrast() -> Self {
        Self {
            ink: RGBColor(0x00, 0x00, 0x00),
            ink2: RGBColor(0x14, 0x19, 0x1f),
            ink3: RGBColor(0x2b, 0x33, 0x3b),
            scenario: RGBColor(0x00, 0x3e, 0x70),
            reference: RGBColor(0x3f, 0x48, 0x52),
            other: RGBColor(0x6b, 0x20, 0x59),
            outer_band: RGBColor(0xcf, 0xe0, 0xf0),
            inner_band: RGBColor(0xa0, 0xc4, 0xe2),
            rule: RGBColor(0xb8, 0xc0, 0xc8),
            strong_rule: RGBColor(0x3f, 0x48, 0x52),
            ..Self::light()
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
