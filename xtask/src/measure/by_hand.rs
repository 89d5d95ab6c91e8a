//! What the page makes by hand instead of from its parts, and what its style sheets state instead of taking a token.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use crate::{paths, stamp};

/// A kind of element, and the tags that make one by hand.
const ELEMENTS: [(&str, &[&str]); 6] = [
    ("text fields", &["<input", "<textarea"]),
    ("lists to choose from", &["<select"]),
    ("buttons", &["<button"]),
    ("tables", &["<table"]),
    ("disclosures", &["<details"]),
    ("section heads", &["class=\"section-head\""]),
];

/// The table: how many of each stand in `src/ui`, outside `src/ui/widgets` and within; then the sheets.
///
/// # Errors
/// Naming a file that cannot be read.
pub(super) fn table() -> Result<String> {
    let mut out = String::from("Made by hand in src/ui: outside the widgets, in the widgets\n");
    let [outside, widgets] = sources()?;
    for (name, tags) in ELEMENTS {
        let count = |text: &str| tags.iter().map(|tag| text.matches(tag).count()).sum::<usize>();
        let _ = writeln!(out, "{name:<24}{:>6}{:>6}", count(&outside), count(&widgets));
    }
    let sheets = texts(&paths::root("styles"), "css")?.concat();
    let raw = sheets.split([' ', ':', '(', ',']).filter(|word| is_length(word)).count();
    let _ = writeln!(
        out,
        "\nIn styles: lengths that are no token {raw}, !important {}",
        sheets.matches("!important").count()
    );
    Ok(out)
}

/// The texts of the page's components: those of the screens, and those of the parts that screens are made of.
fn sources() -> Result<[String; 2]> {
    let widgets = paths::root("src/ui/widgets");
    let read = |is_widget: bool| -> Result<String> {
        let files = stamp::files(&paths::root("src/ui"))?;
        let files = files.into_iter().filter(|file| file.starts_with(&widgets) == is_widget);
        Ok(files.map(|file| text(&file)).collect::<Result<Vec<_>>>()?.concat())
    };
    Ok([read(false)?, read(true)?])
}

fn texts(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let files = stamp::files(folder)?.into_iter();
    files
        .filter(|file| file.extension().is_some_and(|of| of == ending))
        .map(|file| text(&file))
        .collect()
}

fn text(file: &Path) -> Result<String> {
    Ok(String::from_utf8(stamp::read(file)?)?)
}

/// A number with a unit of length, such as `.75rem` or `2px;`.
fn is_length(word: &str) -> bool {
    let word = word.trim_end_matches(['\n', ';', ')', '}', ' ']);
    let number = ["rem", "px", "em"].iter().find_map(|unit| word.strip_suffix(unit));
    number.is_some_and(|number| number.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_number_with_its_unit() {
        assert!(is_length(".75rem;") && is_length("-2px") && is_length("1em)"));
        assert!(!is_length("var(--s2)") && !is_length("item") && !is_length("1"));
    }
}
