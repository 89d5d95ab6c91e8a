//! Files of older formats: one step carries a file to the next format. Everything keeps its place in
//! the file that the person has.

use crate::diagnostic::{Code, Problem, Span};
use crate::document::{Content, Entry, Node, toml_tree};
use crate::exchange::plan_file::FORMAT;
use crate::locale::Text;
use crate::plan::ScenarioId;

/// The file in the format that is written now.
///
/// # Errors
///
/// What keeps it from being carried over: it has no format, a newer one, or breaks its own.
pub(super) fn migrated(mut root: Node, text: &str) -> Result<Node, Vec<Problem>> {
    let format = format(&root).map_err(|problem| vec![problem])?;
    for step in STEPS.into_iter().skip(format as usize - 1) {
        let mut problems = Vec::new();
        step(&mut root, text, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
    }
    Ok(root)
}

/// From each format to the next, from 1.
const STEPS: [fn(&mut Node, &str, &mut Vec<Problem>); FORMAT as usize - 1] = [to_2];

fn format(root: &Node) -> Result<u32, Problem> {
    let problem = |code, span, zh, en| Problem::new(code, span, Text { zh, en });
    let Some(Node { span, content }) = root.field("format") else {
        return Err(problem(
            Code::NotAPlan,
            Span::new(root.span.start, root.span.start),
            "没有`format`，不是规划文件".to_owned(),
            "there is no `format`: not a plan file".to_owned(),
        ));
    };
    let written = match content {
        Content::Number(written) => written.parse::<u64>().ok(),
        _ => None,
    };
    match written.map(u32::try_from) {
        Some(Ok(format)) if (1..=FORMAT).contains(&format) => Ok(format),
        Some(newer) if newer != Ok(0) => {
            let format = written.unwrap_or_default();
            Err(problem(
                Code::FormatVersion,
                *span,
                format!("文件由更新的版本生成（格式{format}），本程序读到格式{FORMAT}"),
                format!(
                    "a newer version wrote the file (format {format}); this one reads up to format {FORMAT}"
                ),
            ))
        }
        _ => Err(problem(
            Code::FormatVersion,
            *span,
            format!("`format`应为1至{FORMAT}的整数"),
            format!("`format` must be a whole number from 1 to {FORMAT}"),
        )),
    }
}

/// Format 1 counted scenarios, kept the number of the next one, and held the region as a text in TOML.
fn to_2(root: &mut Node, text: &str, problems: &mut Vec<Problem>) {
    let Some(fields) = root.fields_mut() else { return };
    let is_none = |entry: &Entry| {
        entry.value.content == Content::Null && ["ceiling", "own_model"].contains(&&*entry.key)
    };
    fields.retain(|entry| entry.key != "next" && !is_none(entry));
    for Entry { key, value, .. } in fields {
        match (&**key, &mut value.content) {
            ("current" | "reference", _) => id(value, problems),
            ("scenarios", Content::List(scenarios)) => {
                for fields in scenarios.iter_mut().filter_map(Node::fields_mut) {
                    let ids = fields.iter_mut().filter(|field| field.key == "id");
                    ids.for_each(|field| id(&mut field.value, problems));
                }
            }
            ("region", Content::Text(document)) => {
                let places = Places::of(value.span, text);
                match toml_tree(document) {
                    Ok(mut region) => {
                        places.put(&mut region);
                        *value = Node { span: value.span, ..region };
                    }
                    Err(found) => problems.extend(
                        found
                            .into_iter()
                            .map(|problem| Problem { span: places.span(problem.span), ..problem }),
                    ),
                }
            }
            _ => {}
        }
    }
}

/// The number `n` of format 1 is the id `n`, so that a file read twice gives the same plan.
fn id(node: &mut Node, problems: &mut Vec<Problem>) {
    let number = match &node.content {
        Content::Number(written) => written.parse::<u32>().ok(),
        _ => None,
    };
    match number {
        Some(number) => {
            node.content = Content::Text(ScenarioId(u64::from(number)).to_string());
        }
        None => problems.push(Problem::new(
            Code::WrongType,
            node.span,
            Text::new(
                format!("应为0至{}的整数", u32::MAX),
                format!("expected a whole number from 0 to {}", u32::MAX),
            ),
        )),
    }
}

/// Where in the file the bytes of a text stand that the file holds as a JSON string.
struct Places {
    /// Bytes of the text at which an escape has ended, and where that is in the file.
    ends: Vec<(usize, usize)>,
}

impl Places {
    /// Of the string at `span`, quotes included, in the file.
    fn of(span: Span, file: &str) -> Self {
        let raw = file.get(span.start..span.end).unwrap_or_default().as_bytes();
        let mut ends = vec![(0, span.start + 1)];
        let (mut at, mut decoded) = (1, 0);
        while at + 1 < raw.len() {
            if raw[at] != b'\\' {
                (at, decoded) = (at + 1, decoded + 1);
                continue;
            }
            let (taken, given) = escape(&raw[at..]);
            (at, decoded) = (at + taken, decoded + given);
            ends.push((decoded, span.start + at));
        }
        Self { ends }
    }

    fn byte(&self, byte: usize) -> usize {
        let next = self.ends.partition_point(|(decoded, _)| *decoded <= byte);
        let (decoded, at) = self.ends[next.saturating_sub(1)];
        at + (byte - decoded)
    }

    fn span(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }

    /// Moves everything of the text to where it stands in the file.
    fn put(&self, node: &mut Node) {
        node.span = self.span(node.span);
        match &mut node.content {
            Content::List(items) => items.iter_mut().for_each(|item| self.put(item)),
            Content::Table(fields) => {
                for Entry { span, value, .. } in fields {
                    *span = self.span(*span);
                    self.put(value);
                }
            }
            _ => {}
        }
    }
}

/// Bytes of an escape in a well-formed string, and bytes that it stands for.
fn escape(raw: &[u8]) -> (usize, usize) {
    let unit = |from: usize| {
        let digits = raw.get(from..from + 4).and_then(|digits| std::str::from_utf8(digits).ok());
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
    };
    match raw.get(1) {
        Some(b'u') => match unit(2) {
            // Two of them stand for one character beyond the first plane.
            0xd800..=0xdbff => (12, 4),
            code => (6, char::from_u32(code).map_or(0, char::len_utf8)),
        },
        _ => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_inside_a_string_are_places_of_the_file() {
        let file = "{\"region\": \"甲 = \\\"x\\\"\\n\\u4e59\\ud842\\udfb7 = 1\"}";
        let text: serde_json::Value = serde_json::from_str(file).unwrap();
        let text = text["region"].as_str().unwrap();
        let start = file.find("\"甲").unwrap();
        let places = Places::of(Span::new(start, file.len() - 1), file);
        let at = |word: &str, length: usize| {
            let start = text.find(word).unwrap();
            let span = places.span(Span::new(start, start + length));
            &file[span.start..span.end]
        };
        assert_eq!([at("甲", 3), at("x", 1), at("\"", 3)], ["甲", "x", "\\\"x\\\""]);
        assert_eq!([at("乙", 7), at("1", 1)], ["\\u4e59\\ud842\\udfb7", "1"]);
    }
}
