//! A file's text and the way from a byte range to a place that a person can find.

use crate::diagnostic::{Diagnostic, Problem, Span};

/// Where something stands in a file; line and column count from 1, the column in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the file as a person knows it.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// A named text.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Shown in diagnostics.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

impl SourceFile<'_> {
    /// Turns a problem at a byte range of this file into a diagnostic.
    #[must_use]
    pub fn locate(&self, problem: Problem) -> Diagnostic {
        let Problem { code, span, message, labels, hint } = problem;
        let excerpt = self.excerpt(span, &labels);
        Diagnostic { code, place: self.place(span.start), message, excerpt, hint }
    }

    /// Line and column of a byte.
    #[must_use]
    pub fn place(&self, byte: usize) -> Place {
        let before = self.before(byte);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    fn before(&self, byte: usize) -> &str {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[..end]
    }

    /// The line of `span`, then its remarks (or carets) under the parts they speak of.
    fn excerpt(&self, span: Span, labels: &[(Span, String)]) -> Vec<String> {
        let start = self.before(span.start).rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        if line.trim().is_empty() {
            return Vec::new();
        }
        let indent = line.len() - line.trim_start().len();
        let width_to =
            |byte: usize| display_width(&self.before(byte)[(start + indent).min(byte)..]);
        let end = start + line.len();
        let mut under = String::new();
        if labels.is_empty() {
            pad_to(&mut under, width_to(span.start));
            let carets = width_to(span.end.min(end)).saturating_sub(width_to(span.start)).max(1);
            under.extend(std::iter::repeat_n('^', carets));
        }
        for (label, remark) in
            labels.iter().filter(|(label, _)| label.start >= start && label.start < end)
        {
            pad_to(&mut under, width_to(label.start));
            under.push_str(remark);
        }
        vec![line.trim().to_owned(), under]
    }
}

fn pad_to(line: &mut String, width: usize) {
    let present = display_width(line);
    let gap = if line.is_empty() { width } else { width.saturating_sub(present).max(1) };
    line.extend(std::iter::repeat_n(' ', gap));
}

/// Columns that a text takes in a fixed-width type: two for a Chinese character.
fn display_width(text: &str) -> usize {
    text.chars().map(|character| if character >= '\u{1100}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::locale::{Locale, Text};

    #[test]
    fn points_at_line_and_column_in_characters() {
        let source = SourceFile { name: "a.toml", text: "甲 = 1\n乙 = 二\n" };
        let byte = source.text.find('二').unwrap();
        assert_eq!(source.place(byte), Place { file: "a.toml".into(), line: 2, column: 5 });
    }

    #[test]
    fn shows_the_line_and_carets() {
        let source = SourceFile { name: "a.toml", text: "  x = 甲乙 + 1\n" };
        let start = source.text.find('甲').unwrap();
        let message = Text::new("不认识“甲乙”", "unknown name `甲乙`");
        let problem = Problem::new(Code::UnknownName, Span::new(start, start + 6), message);
        let shown = source.locate(problem).render(Locale::En);
        assert_eq!(
            shown,
            "error[unknown-name]: unknown name `甲乙`\n  a.toml:1:7\n    x = 甲乙 + 1\n        ^^^^\n"
        );
    }

    #[test]
    fn remarks_stand_under_their_parts() {
        let source = SourceFile { name: "a", text: "rd + hnte" };
        let problem = Problem::new(Code::UnitMismatch, Span::new(0, 9), Text::new("", "no"))
            .label(Span::new(0, 2), "亿元")
            .label(Span::new(5, 9), "家");
        assert_eq!(source.locate(problem).excerpt, ["rd + hnte", "亿元 家"]);
    }
}
