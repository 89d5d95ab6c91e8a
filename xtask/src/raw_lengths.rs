//! Finds lengths and times in a style sheet that stand for themselves though a token of `styles/tokens.css` has their
//! value: space in eighths of a rem, the radius of corners, how long a motion takes.

/// The tokens that a sheet keeps to.
pub(crate) struct Tokens {
    /// Kind, name and value of each.
    all: Vec<(Kind, String, String)>,
}

/// What a token is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Radius,
    Motion,
}

impl Tokens {
    /// The tokens that the sheet of tokens declares.
    pub(crate) fn of(sheet: &str) -> Self {
        let token = |line: &str| {
            let declaration = line.trim().strip_prefix("--")?.strip_suffix(';')?;
            let (name, value) = declaration.split_once(": ")?;
            let is_step =
                |steps: &str| !steps.is_empty() && steps.bytes().all(|b| b.is_ascii_digit());
            let kind = match name {
                "r" => Kind::Radius,
                "quick" => Kind::Motion,
                name if name.strip_prefix('s').is_some_and(is_step) => Kind::Space,
                _ => return None,
            };
            Some((kind, format!("--{name}"), value.to_owned()))
        };
        Self { all: sheet.lines().filter_map(token).collect() }
    }

    /// Raw values that equal a token, each with its line and what should stand there.
    pub(crate) fn raw_in(&self, sheet: &str) -> Vec<String> {
        let lines = without_comments(sheet);
        let lines = lines.lines().enumerate();
        lines.flat_map(|(at, line)| self.raw_in_line(at + 1, line)).collect()
    }

    fn raw_in_line(&self, number: usize, line: &str) -> Vec<String> {
        let mut found = Vec::new();
        for declaration in line.split(['{', '}', ';']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let Some(kind) = kind_of(property.trim()) else { continue };
            for word in value.split([' ', ',', '(', ')', '\t']) {
                let word =
                    word.strip_prefix('0').filter(|rest| rest.starts_with('.')).unwrap_or(word);
                let token = self.all.iter().find(|(of, _, value)| *of == kind && value == word);
                found.extend(token.map(|(_, name, _)| format!("{number}: {word} is var({name})")));
            }
        }
        found
    }
}

fn kind_of(property: &str) -> Option<Kind> {
    let first = property.split('-').next().unwrap_or_default();
    match first {
        "margin" | "padding" | "inset" => Some(Kind::Space),
        _ if property.ends_with("gap") => Some(Kind::Space),
        _ if property.ends_with("radius") => Some(Kind::Radius),
        "transition" | "animation" => Some(Kind::Motion),
        _ => None,
    }
}

/// The sheet with its comments taken out and its lines kept.
fn without_comments(sheet: &str) -> String {
    let mut rest = sheet;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.push_str(before);
        kept.extend(comment.chars().filter(|sign| *sign == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = ":root {\n  --small: .8125rem;\n  --s4: .5rem;\n  --s8: 1rem;\n  --r: 2px;\n  --quick: .16s;\n}\n";

    #[test]
    fn a_length_that_is_a_token_is_refused() {
        let raw = |sheet| Tokens::of(SHEET).raw_in(sheet);
        assert_eq!(raw("/* a\n*/ a { margin: 0 .5rem }"), ["2: .5rem is var(--s4)"]);
        assert_eq!(raw("a { padding-left: calc(1rem + 1px); }"), ["1: 1rem is var(--s8)"]);
        assert_eq!(raw("a { grid-column-gap: 0.5rem; }"), ["1: .5rem is var(--s4)"]);
        assert_eq!(raw("a { border-radius: 2px; }"), ["1: 2px is var(--r)"]);
        assert_eq!(raw("a { transition: transform .16s; }"), ["1: .16s is var(--quick)"]);
    }

    #[test]
    fn a_length_of_its_own_stays() {
        let raw = |sheet| Tokens::of(SHEET).raw_in(sheet);
        let own = "a { width: .5rem; margin: var(--s4) -.5rem .45rem 2px; border: 2px solid }";
        assert!(
            raw(own).is_empty() && raw("/* margin: .5rem; */ a:hover { top: 1rem }").is_empty()
        );
    }
}
