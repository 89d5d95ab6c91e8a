//! The text of a tree in TOML: the root's tables have a heading each, what is in them a line.

use std::fmt::Write as _;

use crate::document::node::{Content, Entry, Node};

/// The document whose root is the tree. TOML has no `null`: a field with it is left out.
#[must_use]
pub fn toml_text(root: &Node) -> String {
    let mut text = String::new();
    let (tables, plain): (Vec<&Entry>, Vec<&Entry>) =
        root.fields().iter().partition(|entry| is_headed(&entry.value));
    lines(&mut text, plain);
    for Entry { key: name, value, .. } in tables {
        let name = key(name);
        if let Content::List(rows) = &value.content {
            for row in rows {
                let _ = writeln!(text, "\n[[{name}]]");
                lines(&mut text, row.fields());
            }
        } else {
            let _ = writeln!(text, "\n[{name}]");
            lines(&mut text, value.fields());
        }
    }
    text
}

/// Whether it is a table, or a list of tables.
fn is_headed(node: &Node) -> bool {
    let is_table = |node: &Node| matches!(node.content, Content::Table(_));
    match &node.content {
        Content::List(items) => !items.is_empty() && items.iter().all(is_table),
        _ => is_table(node),
    }
}

fn lines<'e>(text: &mut String, entries: impl IntoIterator<Item = &'e Entry>) {
    for entry in entries {
        line(text, entry);
    }
}

fn line(text: &mut String, Entry { key: name, value, .. }: &Entry) {
    if value.content == Content::Null {
        return;
    }
    let value = match &value.content {
        // The years of a figure have a line each.
        Content::List(rows) if is_headed(value) => {
            let rows = rows.iter().map(|row| format!("  {},\n", inline(row)));
            format!("[\n{}]", rows.collect::<String>())
        }
        _ => inline(value),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} = {value}", key(name));
}

fn inline(node: &Node) -> String {
    match &node.content {
        // TOML has none; in a list, an empty text is the nearest that it has.
        Content::Null => "\"\"".to_owned(),
        Content::Flag(flag) => flag.to_string(),
        Content::Number(written) | Content::Other(_, written) => written.clone(),
        Content::Text(text) => quoted(text),
        Content::List(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Content::Table(fields) => {
            let there = fields.iter().filter(|entry| entry.value.content != Content::Null);
            let fields =
                there.map(|entry| format!("{} = {}", key(&entry.key), inline(&entry.value)));
            let fields: Vec<String> = fields.collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

/// A key: bare where TOML allows it.
fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !name.is_empty() && name.bytes().all(bare) { name.to_owned() } else { quoted(name) }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            _ if character.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
