//! Holds the style sheets to the tree: a sheet is named after the file or folder that draws what it is for, its rules
//! begin with a class that is drawn there, and no class is left that nothing draws. So whoever points at something on
//! the page finds its rules and its code by one name.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::{paths, stamp};

/// Sheets that are for all of the page, and not for a place in it.
const FOR_ALL: [&str; 5] = ["tokens", "base", "print", "frame/address", "forced"];

/// Classes that rules of a sheet may begin with though its files do not draw them, and why.
const ELSEWHERE: [(&str, &str, &str); 5] = [
    ("wall", "wall", "the page says that it is on the wall"),
    ("wall", "page", "the page says that it is on the wall"),
    ("frame/tour", "full-height", "the page says that it is as tall as what is on it"),
    ("levers/slider", "lever", "the input has no class of its own: its card has"),
    ("levers/slider", "lever-moved", "the input has no class of its own: its card has"),
];

/// What is put together from parts: `src/session/hidden.rs` has the names behind it.
const MADE: &str = "hide-";

/// A file that draws, with the words that can be classes in it.
struct Drawer {
    path: String,
    words: BTreeSet<String>,
}

impl Drawer {
    fn of(path: &str, text: &str) -> Self {
        let part = |sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_';
        // In Rust a class is between quotes; elsewhere names are few enough to take all words.
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let is_rust = is_a("rs", path);
        let words = lines.flat_map(|line| line.split('"').enumerate());
        let words = words.filter(|(at, _)| !is_rust || at % 2 == 1).map(|(_, text)| text);
        let words = words.flat_map(|text| text.split(part)).map(str::to_owned).collect();
        Self { path: path.to_owned(), words }
    }

    /// Whether the sheet of that name is this file's: `explain/map` is for `map.rs` and `map_table.rs`, `explain` for
    /// all of the folder, and the shell draws into the documents at the root.
    fn has(&self, sheet: &str) -> bool {
        let path = self.path.strip_prefix("src/ui/").unwrap_or(&self.path);
        let rest = path.strip_prefix(sheet);
        rest.is_some_and(|rest| rest.starts_with(['.', '/', '_']))
            || sheet.starts_with("shell/") && is_a("html", path)
    }
}

fn is_a(kind: &str, path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == kind)
}

/// What is wrong with the sheets, as `sheet:line: what`.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn misplaced() -> Result<Vec<String>> {
    let root = paths::root("");
    let read = |folders: &[&str]| -> Result<Vec<(String, String)>> {
        let mut texts = Vec::new();
        for folder in folders {
            for file in stamp::files(&paths::root(folder))? {
                let name = file.strip_prefix(&root)?.display().to_string();
                if ["rs", "js", "html", "css"].iter().any(|kind| is_a(kind, &name)) {
                    texts.push((name, String::from_utf8(stamp::read(&file)?)?));
                }
            }
        }
        Ok(texts)
    };
    let sources = read(&["src/ui", "shell", "index.html", "selfcheck.html"])?;
    let drawers: Vec<_> = sources.iter().map(|(path, text)| Drawer::of(path, text)).collect();
    let sheets = read(&["styles"])?;
    let is_main = |path: &str| path == "styles/main.css";
    let main = sheets.iter().find(|(path, _)| is_main(path)).map_or("", |(_, text)| text);
    let sheets = sheets.iter().filter(|(path, _)| !is_main(path));
    Ok(sheets.flat_map(|(path, text)| problems(path, text, main, &drawers)).collect())
}

/// What is wrong with one sheet.
fn problems(path: &str, text: &str, main: &str, drawers: &[Drawer]) -> Vec<String> {
    let file = path.strip_prefix("styles/").unwrap_or(path);
    let name = file.strip_suffix(".css").unwrap_or(file);
    let mut found = Vec::new();
    if main.matches(&format!("@import \"{file}\";")).count() != 1 {
        found.push(format!("{path}: styles/main.css does not import it once"));
    }
    let own: Vec<_> = drawers.iter().filter(|drawer| drawer.has(name)).collect();
    let is_for_all = FOR_ALL.contains(&name);
    if own.is_empty() && !is_for_all {
        found.push(format!("{path}: no file or folder of src/ui/ or shell/ has this name"));
    }
    for (line, selectors) in rules(text) {
        let is_drawn = |class: &str| drawers.iter().any(|drawer| drawer.words.contains(class));
        let mut all = classes(&selectors).filter(|class| !class.starts_with(MADE));
        if let Some(dead) = all.find(|class| !is_drawn(class)) {
            found.push(format!("{path}:{line}: nothing draws .{dead}"));
        } else if let Some(first) = classes(&selectors).next().filter(|_| !is_for_all) {
            let is_own = own.iter().any(|drawer| drawer.words.contains(first));
            let is_known =
                ELSEWHERE.iter().any(|(sheet, class, _)| (*sheet, *class) == (name, first));
            if !is_own && !is_known && !own.is_empty() {
                found.push(format!(
                    "{path}:{line}: .{first} is drawn elsewhere{}",
                    home(first, drawers)
                ));
            }
        }
    }
    found
}

/// Where a class is drawn, for the person who moves its rule.
fn home(class: &str, drawers: &[Drawer]) -> String {
    let files = drawers.iter().filter(|drawer| drawer.words.contains(class));
    let files: Vec<_> = files.map(|drawer| drawer.path.as_str()).collect();
    format!(": {}", files.join(", "))
}

/// The selectors of each rule, with the line on which the rule opens.
fn rules(sheet: &str) -> Vec<(usize, String)> {
    let (mut found, mut selectors, mut line, mut is_comment) =
        (Vec::new(), String::new(), 1, false);
    let mut rest = sheet.chars().peekable();
    while let Some(sign) = rest.next() {
        line += usize::from(sign == '\n');
        match (is_comment, sign, rest.peek()) {
            (false, '/', Some('*')) => is_comment = true,
            (true, '*', Some('/')) => {
                is_comment = false;
                rest.next();
            }
            (true, ..) => {}
            (false, '{', _) => found.push((line, std::mem::take(&mut selectors))),
            (false, ';' | '}', _) => selectors.clear(),
            (false, ..) => selectors.push(sign),
        }
    }
    found.retain(|(_, selectors)| !selectors.trim_start().starts_with('@'));
    found
}

/// The classes of selectors, in their order.
fn classes(selectors: &str) -> impl Iterator<Item = &str> {
    selectors.split('.').skip(1).map(|rest| {
        let end =
            rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: &str =
        "@import \"desk/budget.css\";\n@import \"explain.css\";\n@import \"print.css\";\n";

    fn found(path: &str, sheet: &str) -> Vec<String> {
        let budget =
            Drawer::of("src/ui/desk/budget.rs", "// \"ceiling\"\n<div class=\"budget over\">");
        let ceiling = Drawer::of("src/ui/desk/ceiling.rs", "<div class=\"ceiling\">");
        let how = Drawer::of("src/ui/explain/how.rs", "<p class=\"formula\">");
        problems(path, sheet, MAIN, &[budget, ceiling, how])
    }

    #[test]
    fn a_rule_begins_with_a_class_of_its_file() {
        let own =
            "/* .x { } */\n.budget.over, .ceiling b { top: .5rem }\n@media print { .budget { } }";
        assert!(found("styles/desk/budget.css", own).is_empty());
        assert!(found("styles/explain.css", "[lang] .formula p { }\nh1 { }").is_empty());
        assert!(found("styles/print.css", ".ceiling { } .hide-budget { }").is_empty());
        let strange =
            found("styles/desk/budget.css", ".budget { }\n[lang] {\n  .ceiling .over { }\n}");
        assert_eq!(
            strange,
            ["styles/desk/budget.css:3: .ceiling is drawn elsewhere: src/ui/desk/ceiling.rs"]
        );
    }

    #[test]
    fn a_sheet_is_somebodys_and_joined() {
        let lost = found("styles/desk/money.css", "");
        assert!(lost[0].ends_with("does not import it once") && lost[1].contains("has this name"));
    }

    #[test]
    fn a_class_that_nothing_draws_is_found() {
        let dead = found("styles/print.css", ".budget .gone { }");
        assert_eq!(dead, ["styles/print.css:1: nothing draws .gone"]);
    }
}
