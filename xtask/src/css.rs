//! Finds what Chromium 69 does not know in a style sheet.
//!
//! It drops an unknown declaration, and a whole rule with an unknown selector,
//! without a word. What stands inside `@supports` has said so itself and passes.

/// Properties by the Chromium version that brought them.
const PROPERTIES: &[(&str, u32)] = &[
    ("accent-color", 93),
    ("aspect-ratio", 88),
    ("border-block", 87),
    ("border-inline", 87),
    ("contain-intrinsic-size", 83),
    ("content-visibility", 85),
    ("field-sizing", 123),
    ("inset", 87),
    ("inset-block", 87),
    ("inset-block-end", 87),
    ("inset-block-start", 87),
    ("inset-inline", 87),
    ("inset-inline-end", 87),
    ("inset-inline-start", 87),
    ("margin-block", 87),
    ("margin-inline", 87),
    ("padding-block", 87),
    ("padding-inline", 87),
    ("rotate", 104),
    ("scale", 104),
    ("scrollbar-color", 121),
    ("scrollbar-gutter", 94),
    ("scrollbar-width", 121),
    ("text-underline-offset", 87),
    ("text-decoration-thickness", 87),
    ("text-wrap", 114),
    ("translate", 104),
];
const FUNCTIONS: &[(&str, u32)] = &[
    ("clamp(", 79),
    ("color-mix(", 111),
    ("hwb(", 101),
    ("lab(", 111),
    ("lch(", 111),
    ("light-dark(", 123),
    ("max(", 79),
    ("min(", 79),
    ("oklab(", 111),
    ("oklch(", 111),
    ("round(", 125),
];
const UNITS: &[&str] = &["dvh", "svh", "lvh", "dvw", "svw", "lvw", "cqw", "cqh", "cqi", "lh"];
const SELECTORS: &[(&str, u32)] = &[
    (":focus-visible", 86),
    (":has(", 105),
    (":is(", 88),
    (":where(", 88),
    ("::marker", 86),
    ("::part(", 73),
    (":user-invalid", 119),
    ("&", 120),
];
const AT_RULES: &[(&str, u32)] =
    &[("@container", 105), ("@layer", 99), ("@property", 85), ("@scope", 118)];

/// `line: what, since which version` for everything that is too new.
pub(crate) fn too_new(source: &str) -> Vec<String> {
    let source = without_comments(source);
    let mut reader = Reader { line: 1, ..Reader::default() };
    for letter in source.chars() {
        reader.read(letter);
    }
    reader.problems
}

/// Blanks comments and keeps their line breaks.
fn without_comments(source: &str) -> String {
    let mut result = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        result.push_str(before);
        result.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    result + rest
}

/// A block that is open: what stands before its brace and what it declares.
struct Block {
    prelude: String,
    declarations: Vec<(usize, String)>,
}

#[derive(Default)]
struct Reader {
    line: usize,
    /// Where `text` began.
    start: usize,
    text: String,
    open: Vec<Block>,
    problems: Vec<String>,
}

impl Reader {
    fn read(&mut self, letter: char) {
        match letter {
            '{' => {
                let prelude = std::mem::take(&mut self.text).trim().to_owned();
                self.open.push(Block { prelude, declarations: Vec::new() });
                self.check_prelude();
            }
            ';' => self.end_declaration(),
            '}' => {
                self.end_declaration();
                self.check_block();
                self.open.pop();
            }
            '\n' => {
                self.text.push(' ');
                self.line += 1;
            }
            _ => {
                if self.text.trim().is_empty() {
                    self.start = self.line;
                }
                self.text.push(letter);
            }
        }
    }

    fn end_declaration(&mut self) {
        let text = std::mem::take(&mut self.text).trim().to_lowercase();
        if let Some(block) = self.open.last_mut().filter(|_| !text.is_empty()) {
            block.declarations.push((self.start, text));
        }
    }

    /// Whether the style sheet itself asks for support here.
    fn is_guarded(&self) -> bool {
        self.open.iter().any(|block| block.prelude.starts_with("@supports"))
    }

    fn check_prelude(&mut self) {
        let Some(block) = self.open.last().filter(|_| !self.is_guarded()) else { return };
        let prelude = block.prelude.clone();
        let known = if prelude.starts_with('@') { AT_RULES } else { SELECTORS };
        for (part, version) in known.iter().filter(|(part, _)| prelude.contains(part)) {
            self.report(self.start, part, *version);
        }
        if prelude.starts_with("@media") && prelude.contains(['<', '>']) {
            self.report(self.start, "a range in @media", 104);
        }
    }

    fn check_block(&mut self) {
        let Some(block) = self.open.last_mut().filter(|block| !block.declarations.is_empty())
        else {
            return;
        };
        let declarations = std::mem::take(&mut block.declarations);
        if self.is_guarded() {
            return;
        }
        // Grids have `gap` since 66, flexible boxes since 84; a rule with `gap` must say which.
        let is_grid = declarations.iter().any(|(_, text)| {
            text.starts_with("display") && text.contains("grid") || text.starts_with("column")
        });
        for (line, text) in &declarations {
            let (property, value) = text.split_once(':').unwrap_or((text, ""));
            if !is_grid && matches!(property.trim(), "gap" | "row-gap" | "column-gap") {
                self.report(*line, "`gap` in a rule that is no grid", 84);
            }
            self.check_declaration(*line, property.trim(), value);
        }
    }

    fn check_declaration(&mut self, line: usize, property: &str, value: &str) {
        for (name, version) in PROPERTIES.iter().filter(|(name, _)| *name == property) {
            self.report(line, name, *version);
        }
        for (name, version) in FUNCTIONS.iter().filter(|(name, _)| calls(value, name)) {
            self.report(line, name, *version);
        }
        for unit in UNITS.iter().filter(|unit| has_unit(value, unit)) {
            self.report(line, &format!("the unit {unit}"), 108);
        }
    }

    fn report(&mut self, line: usize, what: &str, version: u32) {
        self.problems.push(format!("{line}: {what} needs Chromium {version}"));
    }
}

/// Whether `value` calls `function`, not one whose name only ends alike.
fn calls(value: &str, function: &str) -> bool {
    value.match_indices(function).any(|(at, _)| {
        let before = value[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '-')
    })
}

/// Whether a number in `value` has this unit.
fn has_unit(value: &str, unit: &str) -> bool {
    value.match_indices(unit).any(|(at, _)| {
        let before = value[..at].chars().next_back();
        let after = value[at + unit.len()..].chars().next();
        before.is_some_and(|letter| letter.is_ascii_digit())
            && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_too_new_where_it_stands() {
        let source = "a { color: red }\n/* x\n */\n.b {\n  width: min(1px, 2px);\n  inset: 0;\n}";
        let expected = ["5: min( needs Chromium 79", "6: inset needs Chromium 87"];
        assert_eq!(too_new(source), expected);
    }

    #[test]
    fn a_gap_is_known_in_grids_only() {
        assert!(too_new(".a { display: grid; gap: 1px }").is_empty());
        assert_eq!(too_new(".a { display: flex; gap: 1px }").len(), 1);
        assert_eq!(too_new(".a { gap: 1px }").len(), 1);
    }

    #[test]
    fn selectors_at_rules_and_units_are_read_too() {
        for source in [
            ".a:is(.b) { color: red }",
            "@layer x { a { color: red } }",
            "@media (width >= 600px) { a { color: red } }",
            "@media print { a:has(b) { color: red } }",
            "a { height: 100dvh }",
            "a { color: red; & b { color: blue } }",
        ] {
            assert_eq!(too_new(source).len(), 1, "{source}");
        }
    }

    #[test]
    fn passes_what_is_guarded_or_only_looks_alike() {
        for source in [
            "@supports (inset: 0) { a { inset: 0 } }",
            "@supports selector(:focus-visible) { a:focus-visible { color: red } }",
            "a { grid-template-columns: repeat(auto-fill, minmax(1px, 1fr)); display: grid }",
            "a { --inset: 0; width: calc(1px + 2px); content: \"clamp\" }",
        ] {
            assert_eq!(too_new(source), [""; 0], "{source}");
        }
    }
}
