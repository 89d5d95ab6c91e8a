//! How much room the page has, for the style sheets: they ask for it in the size of the type,
//! which media queries do not know once a person has chosen 大字 or 会场.

use crate::numeral::parse_f64;

/// Widths in rem below which a part of the page takes a narrower form, `data-below` of the root.
const WIDTHS: [u32; 7] = [100, 85, 80, 72, 64, 48, 26];

/// Heights in rem below which nothing stays above or below what scrolls, `data-lower` of the root.
const HEIGHTS: [u32; 2] = [30, 26];

/// One rem where the browser does not say.
const USUAL_ROOT_SIZE: f64 = 16.0;

/// One rem in CSS pixels.
#[must_use]
pub fn root_size() -> f64 {
    let root = gloo::utils::document().document_element();
    let style =
        root.and_then(|root| gloo::utils::window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.and_then(|size| parse_f64(size.trim_end_matches("px")));
    size.filter(|size| *size > 0.0).unwrap_or(USUAL_ROOT_SIZE)
}

/// Width and height of the window in CSS pixels, scroll bars included.
#[must_use]
pub(super) fn window_size() -> (f64, f64) {
    let window = gloo::utils::window();
    let side = |side: Result<wasm_bindgen::JsValue, _>| {
        side.ok().and_then(|side| side.as_f64()).unwrap_or_default()
    };
    (side(window.inner_width()), side(window.inner_height()))
}

/// Writes down how much room there is; nothing while the page has none, as in a hidden frame.
pub(super) fn mark_room() {
    let (width, height) = window_size();
    let Some(root) = gloo::utils::document().document_element() else { return };
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    let size = root_size();
    for (name, length, steps) in
        [("data-below", width, &WIDTHS[..]), ("data-lower", height, &HEIGHTS[..])]
    {
        let missed = missed(length / size, steps);
        if root.get_attribute(name).as_deref() != Some(missed.as_str()) {
            // An attribute of our own document cannot be refused.
            let _ = root.set_attribute(name, &missed);
        }
    }
}

/// The steps that a length in rem does not reach, as a list of words.
fn missed(length: f64, steps: &[u32]) -> String {
    // A wall that is 80 rem wide by its own style is not narrower by a rounding.
    let missed = steps.iter().filter(|&&step| length < f64::from(step) - 0.01);
    missed.map(u32::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    #[test]
    fn a_length_misses_the_steps_above_it() {
        assert_eq!(missed(120.0, &WIDTHS), "");
        assert_eq!(missed(80.0, &WIDTHS), "100 85");
        assert_eq!(missed(79.9999, &WIDTHS), "100 85");
        assert_eq!(missed(22.5, &WIDTHS), "100 85 80 72 64 48 26");
        assert_eq!(missed(26.25, &HEIGHTS), "30");
    }

    /// All files in a folder and its folders.
    fn texts(folder: &Path) -> String {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let text = |path: PathBuf| {
            if path.is_dir() { texts(&path) } else { fs::read_to_string(path).unwrap() }
        };
        entries.map(text).collect()
    }

    #[test]
    fn the_style_sheets_ask_for_steps_that_there_are() {
        let text = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("styles"));
        for (name, steps) in [("data-below", &WIDTHS[..]), ("data-lower", &HEIGHTS[..])] {
            let start = format!("[{name}~=\"");
            let asked = text.split(&start).skip(1);
            let asked = asked.map(|rest| rest.split('"').next().unwrap().parse().unwrap());
            let asked: BTreeSet<u32> = asked.collect();
            assert_eq!(asked, steps.iter().copied().collect(), "{name}");
        }
    }
}
