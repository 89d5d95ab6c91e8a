//! Where text stands: shared by the backends, so that a picture is the same on both.

use plotters_backend::text_anchor::VPos;
use plotters_backend::{BackendTextStyle, FontStyle};

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    /// Of a plotters style.
    pub(super) fn of(style: &impl BackendTextStyle) -> Self {
        if matches!(style.style(), FontStyle::Bold) { Self::Bold } else { Self::Regular }
    }
}

/// Distance from the anchor down to the baseline, in text sizes.
///
/// Figures and capitals of the usual faces are 0.72 high, so half of that sets
/// them on a centre line; a browser's own `middle` differs from face to face.
pub(super) fn baseline(anchor: VPos) -> f64 {
    match anchor {
        VPos::Top => 0.88,
        VPos::Center => 0.36,
        VPos::Bottom => -0.12,
    }
}

/// Width of a text where no browser can measure it, in text sizes.
///
/// Latin widths are Helvetica's in Adobe's Core 14 font metrics; Chinese
/// characters and signs fill the square.
pub(super) fn width(text: &str, weight: Weight) -> f64 {
    let regular: f64 = text.chars().map(character_width).sum();
    match weight {
        Weight::Regular => regular,
        // Helvetica-Bold's letters and stops are wider by about this much.
        Weight::Bold => regular * 1.05,
    }
}

fn character_width(character: char) -> f64 {
    match character {
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | '\'' | 'i' | 'j' | 'l' => 0.278,
        '(' | ')' | '-' | '·' => 0.333,
        '0'..='9' | '–' | '?' => 0.556,
        '+' | '−' | '<' | '=' | '>' => 0.584,
        'A'..='Z' | '&' => 0.667,
        '%' => 0.889,
        character if character.is_ascii() => 0.556,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_fills_the_square_and_figures_half_of_it() {
        assert_eq!(width("规划年", Weight::Regular), 3.0);
        assert!((width("3,897", Weight::Regular) - (4.0 * 0.556 + 0.278)).abs() < 1e-12);
        assert!(width("P90", Weight::Bold) > width("P90", Weight::Regular));
    }

    #[test]
    fn anchors_go_down_from_top_to_bottom() {
        assert!(baseline(VPos::Top) > baseline(VPos::Center));
        assert!(baseline(VPos::Center) > baseline(VPos::Bottom));
    }
}
