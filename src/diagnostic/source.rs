//! A file's text and the way from a byte range to a place that a person can find.

use crate::diagnostic::{Diagnostic, Place, Problem, Span};
use crate::limits;
use crate::locale::Text;

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
        let (message, hint) = (shortened(message), hint.map(shortened));
        Diagnostic { code, place: self.place(span.start), message, excerpt, hint, further: 0 }
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
        if display_width(line) > limits::EXCERPT_COLUMNS {
            return self.around(span.start.clamp(start, start + line.len()), start, line);
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

impl SourceFile<'_> {
    /// The part of a long line around a byte, and a caret under it.
    fn around(&self, byte: usize, start: usize, line: &str) -> Vec<String> {
        let (before, after) =
            (&self.before(byte)[start..], &line[self.before(byte).len() - start..]);
        let room = limits::EXCERPT_COLUMNS / 2;
        let head: Vec<char> = fitting(before.chars().rev(), room);
        let head: String = head.into_iter().rev().collect();
        let tail: String = fitting(after.chars(), room).into_iter().collect();
        let cut = |whole: &str, part: &str| if whole.len() > part.len() { "…" } else { "" };
        let shown = format!("{}{head}{tail}{}", cut(before, &head), cut(after, &tail));
        let mut under = String::new();
        pad_to(&mut under, display_width(cut(before, &head)) + display_width(&head));
        under.push('^');
        vec![shown, under]
    }
}

/// The first characters that fit into `room` columns.
fn fitting(characters: impl Iterator<Item = char>, room: usize) -> Vec<char> {
    let mut width = 0;
    let fits = |character: &char| {
        width += width_of(*character);
        width <= room
    };
    characters.take_while(fits).collect()
}

/// A message that a name of any length stands in, cut to what a person reads.
fn shortened(text: Text) -> Text {
    let cut = |text: String| match text.char_indices().nth(limits::MESSAGE_CHARACTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    };
    Text { zh: cut(text.zh), en: cut(text.en) }
}

fn pad_to(line: &mut String, width: usize) {
    let present = display_width(line);
    let gap = if line.is_empty() { width } else { width.saturating_sub(present).max(1) };
    line.extend(std::iter::repeat_n(' ', gap));
}

/// Columns that a text takes in a fixed-width type: two for a Chinese character.
fn display_width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

fn width_of(character: char) -> usize {
    if character >= '\u{1100}' { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::locale::Locale;

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
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}x{}", "甲".repeat(10_000), "乙".repeat(10_000));
        let source = SourceFile { name: "a", text: &text };
        let start = text.find('x').unwrap();
        let message = Text::new("长".repeat(10_000), "long");
        let problem = Problem::new(Code::UnknownName, Span::new(start, text.len()), message);
        let found = source.locate(problem);
        let [line, under] = &found.excerpt[..] else { panic!("{:?}", found.excerpt) };
        assert!(display_width(line) <= limits::EXCERPT_COLUMNS + 4, "{line}");
        assert_eq!(display_width(under) - 1, display_width(&line[..line.find('x').unwrap()]));
        assert_eq!(found.message.zh.chars().count(), limits::MESSAGE_CHARACTERS + 1);
        let end = SourceFile { name: "a", text: &"x".repeat(500) };
        let at_the_end = Problem::new(Code::Toml, Span::new(500, 500), Text::new("", ""));
        assert_eq!(end.locate(at_the_end).excerpt[1].trim(), "^");
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
