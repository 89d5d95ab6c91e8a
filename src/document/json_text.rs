//! The text of a tree in JSON.

use crate::document::node::{Content, Entry, Node};

/// Characters up to which a table or list stands on one line with what is in it.
const LINE: usize = 100;
/// Brackets in which a table or list always stands on one line.
const DEEP: usize = 5;

/// On lines that a person can read, with places that a person can find.
#[must_use]
pub fn json_lines(node: &Node) -> String {
    let mut writer = Writer { text: String::new(), is_spaced: true };
    writer.lines(node, 0);
    writer.text
}

/// Without a blank.
#[must_use]
pub fn json_compact(node: &Node) -> String {
    let mut writer = Writer { text: String::new(), is_spaced: false };
    writer.flat(node);
    writer.text
}

struct Writer {
    text: String,
    is_spaced: bool,
}

impl Writer {
    /// What holds others that hold something has a line for each; the rest one line, where it fits.
    fn lines(&mut self, node: &Node, depth: usize) {
        if !holds(node) || depth >= DEEP || (depth > 1 && self.fits(node)) {
            return self.flat(node);
        }
        let [open, close] = brackets(node);
        self.text.push(open);
        let (start, inner) = (self.text.len(), depth + 1);
        let begin = |writer: &mut Self| {
            let separator = if writer.text.len() > start { "," } else { "" };
            writer.text.push_str(separator);
            writer.line(inner);
        };
        match &node.content {
            Content::List(items) => {
                for item in items {
                    begin(self);
                    self.lines(item, inner);
                }
            }
            _ => {
                for Entry { key, value, .. } in node.fields() {
                    begin(self);
                    self.key(key);
                    self.lines(value, inner);
                }
            }
        }
        self.line(depth);
        self.text.push(close);
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", depth));
    }

    /// Whether nothing in it holds something, and it is short.
    fn fits(&self, node: &Node) -> bool {
        let is_flat = match &node.content {
            Content::List(items) => !items.iter().any(holds),
            _ => !node.fields().iter().any(|entry| holds(&entry.value)),
        };
        let written = || {
            let mut writer = Self { text: String::new(), is_spaced: self.is_spaced };
            writer.flat(node);
            writer.text.chars().count()
        };
        is_flat && written() <= LINE
    }

    fn flat(&mut self, node: &Node) {
        match &node.content {
            Content::Null => self.text.push_str("null"),
            Content::Flag(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Content::Number(written) => self.text.push_str(written),
            Content::Text(text) | Content::Other(_, text) => self.quoted(text),
            Content::List(items) => {
                self.text.push('[');
                for (position, item) in items.iter().enumerate() {
                    self.comma(position);
                    self.flat(item);
                }
                self.text.push(']');
            }
            Content::Table(fields) => {
                self.text.push('{');
                for (position, Entry { key, value, .. }) in fields.iter().enumerate() {
                    self.comma(position);
                    if position == 0 {
                        self.blank();
                    }
                    self.key(key);
                    self.flat(value);
                }
                if !fields.is_empty() {
                    self.blank();
                }
                self.text.push('}');
            }
        }
    }

    fn key(&mut self, key: &str) {
        self.quoted(key);
        self.text.push(':');
        self.blank();
    }

    fn comma(&mut self, position: usize) {
        if position > 0 {
            self.text.push(',');
            self.blank();
        }
    }

    fn blank(&mut self) {
        if self.is_spaced {
            self.text.push(' ');
        }
    }

    fn quoted(&mut self, text: &str) {
        // A string is always written.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}

fn holds(node: &Node) -> bool {
    match &node.content {
        Content::List(items) => !items.is_empty(),
        Content::Table(fields) => !fields.is_empty(),
        _ => false,
    }
}

fn brackets(node: &Node) -> [char; 2] {
    if matches!(node.content, Content::List(_)) { ['[', ']'] } else { ['{', '}'] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_rows_stand_on_one_line() {
        let row =
            Node::table([Entry::new("low", Node::number(0.1)), Entry::new("x", Node::list([]))]);
        let long = Node::table([Entry::new("note", Node::text("长".repeat(100)))]);
        let rows = Node::table([Entry::new("a", row), Entry::new("b\"", long)]);
        let root =
            Node::table([Entry::new("r", rows), Entry::new("n", Node::new(Content::Flag(true)))]);
        let note = "长".repeat(100);
        assert_eq!(
            json_lines(&root),
            format!(
                "{{\n  \"r\": {{\n    \"a\": {{ \"low\": 0.1, \"x\": [] }},\n    \"b\\\"\": {{\n      \"note\": \"{note}\"\n    }}\n  }},\n  \"n\": true\n}}"
            )
        );
        assert_eq!(
            json_compact(&root),
            format!(
                "{{\"r\":{{\"a\":{{\"low\":0.1,\"x\":[]}},\"b\\\"\":{{\"note\":\"{note}\"}}}},\"n\":true}}"
            )
        );
    }
}
