//! Finds what Chromium 69 does not know in a style sheet.
//!
//! It drops an unknown declaration, and a whole rule with an unknown selector,
//! without a word. What stands inside `@supports` has said so itself and passes.

use crate::compat::{Compat, NEVER};

/// The oldest Chromium that the page promises to run in.
pub(crate) const OLDEST: u32 = 69;

/// What the data counts as newer and the sheets say all the same: old browsers lose nothing by it that a person needs.
const ACCEPTED: &[&str] = &[
    // Chinese and Latin letters side by side, punctuation at the edge of a line: set a little finer.
    "text-autospace",
    "text-spacing-trim",
    // Scroll bars and fields of the system in the colours of the look.
    "color-scheme",
    // Followed no rounded corner before 94.
    "outline",
    // Did nothing before 144 where nothing scrolls.
    "overscroll-behavior",
    // Everywhere since 93, and in grids since 57: it stands in none but grids.
    "align-self: start",
    // As `clip` has it, which the data does not tell from the one of `clip-path`.
    "rect()",
    // Two that Chromium 69 has, and the data has not.
    "rgba()",
    ":-webkit-details-marker",
    // For Safari.
    "-webkit-text-size-adjust",
];

/// `line: what, since which version` for everything that a Chromium does not know.
pub(crate) fn too_new(source: &str, compat: &Compat, chromium: u32) -> Vec<String> {
    let source = without_comments(source);
    let mut reader = Reader {
        compat,
        chromium,
        line: 1,
        start: 1,
        text: String::new(),
        open: Vec::new(),
        problems: Vec::new(),
    };
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

struct Reader<'a> {
    compat: &'a Compat,
    chromium: u32,
    line: usize,
    /// Where `text` began.
    start: usize,
    text: String,
    open: Vec<Block>,
    problems: Vec<String>,
}

impl Reader<'_> {
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
        let text = std::mem::take(&mut self.text).trim().to_owned();
        if let Some(rule) = text.strip_prefix('@') {
            self.check_at_rule(rule);
        } else if let Some(block) = self.open.last_mut().filter(|_| !text.is_empty()) {
            block.declarations.push((self.start, text));
        }
    }

    /// Whether the style sheet itself asks for support here.
    fn is_guarded(&self) -> bool {
        self.open.iter().any(|block| block.prelude.starts_with("@supports"))
    }

    fn check_prelude(&mut self) {
        let Some(block) = self.open.last() else { return };
        let prelude = without_strings(&block.prelude);
        if self.is_guarded() {
            return;
        }
        if let Some(rule) = prelude.strip_prefix('@') {
            return self.check_at_rule(rule);
        }
        // A rule in a rule without it is written out by esbuild.
        if prelude.contains('&') {
            self.require(self.start, "&", self.compat.selector("nesting"));
        }
        for part in prelude.split(':').skip(1).filter(|part| !part.is_empty()) {
            let name = word_at_start(part);
            // A rule for Firefox alone.
            if name.starts_with("-moz-") {
                continue;
            }
            self.require(self.start, &format!(":{name}"), self.compat.selector(name));
            let list =
                part[name.len()..].split([')', ':']).next().filter(|list| list.contains(','));
            if list.is_some_and(|list| list.starts_with('(')) && matches!(name, "not") {
                self.require(self.start, &format!("a list in :{name}"), self.compat.list_in(name));
            }
        }
    }

    fn check_at_rule(&mut self, rule: &str) {
        let name = word_at_start(rule);
        self.require(self.start, &format!("@{name}"), self.compat.at_rule(name));
        if name == "media" && rule.contains(['<', '>']) {
            self.require(self.start, "a range in @media", self.compat.range_in_media());
        }
    }

    fn check_block(&mut self) {
        let Some(block) = self.open.last_mut() else { return };
        let declarations = std::mem::take(&mut block.declarations);
        let rule =
            block.prelude.strip_prefix('@').map(word_at_start).unwrap_or_default().to_owned();
        if self.is_guarded() {
            return;
        }
        // Grids have `gap` since 66, flexible boxes since 84; a rule with `gap` must say which.
        let is_grid = declarations.iter().any(|(_, text)| {
            text.starts_with("display") && text.contains("grid") || text.starts_with("column")
        });
        let layout = if is_grid { "grid" } else { "flex" };
        let mut before: Vec<&str> = Vec::new();
        for (line, text) in &declarations {
            let (property, value) = text.split_once(':').unwrap_or((text, ""));
            let property = property.trim();
            // Who does not know this one keeps to the one before it.
            if !before.iter().any(|before| before.trim_start_matches("-webkit-") == property) {
                self.check_property(*line, property, &rule, layout);
                self.check_value(*line, property, value);
            }
            before.push(property);
        }
    }

    fn check_property(&mut self, line: usize, property: &str, rule: &str, layout: &str) {
        if property.starts_with("--") {
            return;
        }
        match self.compat.property_in(property, layout) {
            Some(since) => {
                self.require(line, &format!("{property} in a {layout} layout"), Some(since));
            }
            None => self.require(line, property, self.compat.property(rule, property)),
        }
    }

    fn check_value(&mut self, line: usize, property: &str, value: &str) {
        for part in parts(&without_strings(value)) {
            match part {
                Part::Function(name) => {
                    self.require(line, &format!("{name}()"), self.compat.function(property, name));
                }
                Part::Unit(name) => {
                    self.require(line, &format!("the unit {name}"), self.compat.unit(name));
                }
                Part::Word(word) => {
                    // Most words that the data does not have are names that the page gives.
                    let known = self.compat.keyword(property, word).unwrap_or_default();
                    let whole = self.compat.property("", property).unwrap_or_default();
                    // A property that is too new has been told already.
                    if known > whole {
                        self.require(line, &format!("{property}: {word}"), Some(known));
                    }
                }
            }
        }
    }

    fn require(&mut self, line: usize, what: &str, known: Option<u32>) {
        let is_accepted = self.chromium == OLDEST && ACCEPTED.contains(&what);
        match known {
            _ if is_accepted => {}
            Some(since) if since <= self.chromium => {}
            Some(NEVER) => self.problems.push(format!("{line}: {what} is known to no Chromium")),
            Some(since) => self.problems.push(format!("{line}: {what} needs Chromium {since}")),
            None => self.problems.push(format!("{line}: {what} is not in browser-compat-data")),
        }
    }
}

/// What of a value asks something of the browser.
enum Part<'a> {
    Function(&'a str),
    Unit(&'a str),
    Word(&'a str),
}

fn parts(value: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = value;
    while let Some(letter) = rest.chars().next() {
        let number =
            rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let word = word_at_start(&rest[number..]);
        let after = &rest[number + word.len()..];
        if letter == '#' {
            rest = rest[1..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            continue;
        }
        match (number, word) {
            (0, "") => {
                rest = &rest[letter.len_utf8()..];
                continue;
            }
            (_, "") => {}
            (0, _) if word.starts_with("--") => {}
            (0, _) if after.starts_with('(') => parts.push(Part::Function(word)),
            (0, _) => parts.push(Part::Word(word)),
            _ => parts.push(Part::Unit(word)),
        }
        rest = after;
    }
    parts
}

/// The letters, digits and dashes that a text begins with.
fn word_at_start(text: &str) -> &str {
    let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    &text[..text.find(is_end).unwrap_or(text.len())]
}

/// The text with nothing between its quotation marks.
fn without_strings(text: &str) -> String {
    let mut result = String::new();
    let mut quote = None;
    for letter in text.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            None => result.push(letter),
            Some(_) => {}
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use crate::{paths, stamp};

    use super::*;

    /// Read once, since what is missing must not be installed by several tests at a time.
    static COMPAT: LazyLock<Compat> = LazyLock::new(|| Compat::read().unwrap());

    fn in_69(source: &str) -> Vec<String> {
        too_new(source, &COMPAT, OLDEST)
    }

    #[test]
    fn finds_what_is_too_new_where_it_stands() {
        let source = "a { color: red }\n/* x\n */\n.b {\n  width: min(1px, 2px);\n  inset: 0;\n}";
        let expected = ["5: min() needs Chromium 79", "6: inset needs Chromium 87"];
        assert_eq!(in_69(source), expected);
    }

    #[test]
    fn each_of_these_is_too_new_and_said_so_once() {
        for (source, since) in TOO_NEW {
            let found = in_69(source);
            assert_eq!(found.len(), 1, "{source} {found:?}");
            assert!(found[0].ends_with(since), "{source} {found:?}");
            let since = since.rsplit(' ').next().and_then(|since| since.parse().ok());
            let then = since.map(|since| too_new(source, &COMPAT, since));
            assert_eq!(then.unwrap_or_default(), [""; 0], "{source}: known since {since:?}");
        }
    }

    const TOO_NEW: &[(&str, &str)] = &[
        ("a { inset: 0 }", "inset needs Chromium 87"),
        ("a { display: flex; gap: 1px }", "gap in a flex layout needs Chromium 84"),
        ("a { gap: 1px }", "gap in a flex layout needs Chromium 84"),
        ("a { aspect-ratio: 1 }", "88"),
        ("a { accent-color: red }", "93"),
        ("a { content-visibility: hidden }", "85"),
        ("a { backdrop-filter: none }", "76"),
        ("a { scrollbar-gutter: stable }", "94"),
        ("a { margin-inline: 1px }", "87"),
        ("a { inset-inline-start: 1px }", "87"),
        ("a { translate: 1px }", "104"),
        ("a { appearance: none }", "84"),
        ("a { overflow: clip }", "overflow: clip needs Chromium 90"),
        ("a { white-space: break-spaces }", "76"),
        ("a { color: revert }", "color: revert needs Chromium 84"),
        ("a { --x: max(1px, 2px) }", "max() needs Chromium 79"),
        ("a { width: clamp(1px, 2%, 3px) }", "79"),
        ("a { color: color-mix(in srgb, red, blue) }", "111"),
        ("a { color: light-dark(red, blue) }", "123"),
        ("a { height: 100dvh }", "the unit dvh needs Chromium 108"),
        ("a { height: calc(1px + .5cqw) }", "the unit cqw needs Chromium 105"),
        (".a:is(.b) { color: red }", ":is needs Chromium 88"),
        (".a:where(.b) { color: red }", "88"),
        (".a:focus-visible { color: red }", "86"),
        ("@media print { a:has(b) { color: red } }", "105"),
        ("a:not(.b, .c) { color: red }", "a list in :not needs Chromium 88"),
        ("a::marker { color: red }", "86"),
        ("@layer x { a { color: red } }", "99"),
        ("@layer x, y;", "@layer needs Chromium 99"),
        ("@media (width >= 600px) { a { color: red } }", "104"),
        ("a { color: red; & b { color: blue } }", "120"),
        ("a { -moz-appearance: none }", "-moz-appearance is not in browser-compat-data"),
        ("a { colour: red }", "colour is not in browser-compat-data"),
        ("a:hoover { color: red }", ":hoover is not in browser-compat-data"),
    ];

    #[test]
    fn passes_what_is_known_guarded_or_only_looks_alike() {
        for source in [
            "a { display: grid; gap: 1px; grid-gap: 1px }",
            "@supports (inset: 0) { a { inset: 0 } }",
            "@supports selector(:focus-visible) { a:focus-visible { color: red } }",
            "a { grid-template-columns: repeat(auto-fill, minmax(1px, 1fr)); display: grid }",
            "a { --inset: 0; width: calc(1px + 2px); content: \"clamp(\"; color: #a1b2c3 }",
            "a { grid-area: clip; font: 1rem/1.5 \"min(x\", serif; -webkit-appearance: none }",
            "a { height: 100vh; height: 100dvh; -webkit-appearance: none; appearance: none }",
            "a:not(.b):not(.c), d:not(.e), input::-moz-range-thumb { color: red }",
        ] {
            assert_eq!(in_69(source), [""; 0], "{source}");
        }
    }

    /// That nothing is found in the project's own sheets says something only if they are read.
    #[test]
    fn the_sheets_of_the_page_are_read_to_their_end() {
        let (mut all, mut found) = (String::new(), Vec::new());
        for file in stamp::files(&paths::root("styles")).unwrap() {
            let text = String::from_utf8(stamp::read(&file).unwrap()).unwrap();
            // Variables came with 49.
            found.extend(too_new(&text, &COMPAT, 48));
            all += &without_comments(&text);
        }
        let variables = found.iter().filter(|problem| problem.contains("var()")).count();
        assert!(variables > 1000 && variables == all.matches("var(").count(), "{variables}");
        for accepted in ACCEPTED {
            let name = accepted.trim_end_matches("()");
            assert!(all.contains(name), "nothing in the sheets needs {accepted}");
        }
    }
}
