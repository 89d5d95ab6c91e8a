//! Style sheets: joined in the order of `styles/index.txt`, kept to what Chromium 69 knows.

use std::path::PathBuf;

use crate::npm;
use crate::run::{Outcome, ask, read, root, write};

/// What Chromium 69 does not know, and what to write instead.
const TOO_NEW: [(&str, &str); 13] = [
    ("inset:", "top, right, bottom and left"),
    ("clamp(", "a media query"),
    ("min(", "max-width"),
    ("max(", "min-width"),
    (":is(", "the selectors one by one"),
    (":where(", "the selectors one by one"),
    (":has(", "a class"),
    ("aspect-ratio", "padding or a height"),
    ("accent-color", "nothing: draw the control"),
    ("color-mix(", "a token"),
    ("@layer", "the order of the files"),
    ("@container", "a media query"),
    ("place-items", "align-items and justify-items"),
];

/// The sheets, in the order in which they are joined.
pub(crate) fn sheets() -> Outcome<Vec<PathBuf>> {
    let folder = root().join("styles");
    let index = read(&folder.join("index.txt"))?;
    let names =
        index.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(names.map(|name| folder.join(name)).collect())
}

/// All sheets as one small one.
pub(crate) fn joined() -> Outcome<String> {
    let texts: Outcome<Vec<String>> = sheets()?.iter().map(|path| read(path)).collect();
    let source = root().join("target/page/style.css");
    write(&source, texts?.join("\n"))?;
    let mut command = npm::tool("esbuild");
    command.arg(&source).args(["--minify", "--target=chrome69", "--log-level=error"]);
    ask(&mut command).ok_or_else(|| "the style sheets cannot be read".into())
}

/// Every use of something that Chromium 69 does not know.
pub(crate) fn check() -> Outcome {
    let mut found = Vec::new();
    for path in sheets()? {
        let text = read(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (number, line) in text.lines().enumerate() {
            let place = format!("styles/{name}:{}", number + 1);
            found.extend(too_new(line).map(|(what, instead)| {
                format!("{place}: `{what}` needs a newer browser than Chromium 69; use {instead}")
            }));
        }
    }
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

fn too_new(line: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let code = line.split("/*").next().unwrap_or_default().trim().to_owned();
    // `grid-gap` is known; `gap` by itself is for grids of newer browsers and flex boxes.
    let gap = (code.starts_with("gap:") || code.contains(" gap:") || code.contains(";gap:"))
        .then_some(("gap", "grid-gap, or margins in a flex box"));
    let listed = TOO_NEW.into_iter().filter(move |(what, _)| contains_word(&code, what));
    listed.chain(gap)
}

/// Whether `what` stands in `code` and is not the end of a longer word, as in `minmax(`.
fn contains_word(code: &str, what: &str) -> bool {
    code.match_indices(what).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_too_new() {
        assert_eq!(too_new("width: clamp(1rem, 2vw, 3rem)").count(), 1);
        assert_eq!(too_new(".a{display:flex;gap:1rem}").count(), 1);
    }

    #[test]
    fn leaves_alone_what_is_known() {
        assert_eq!(too_new("grid-template-columns: minmax(0, 1fr)").count(), 0);
        assert_eq!(too_new("grid-gap: 1rem; min-width: 0").count(), 0);
    }
}
