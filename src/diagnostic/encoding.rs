//! Bytes to text: files come in UTF-8, and editors on Windows save others.

use crate::diagnostic::{Code, Diagnostic, Problem, SourceFile, Span};
use crate::locale::Text;

impl<'a> SourceFile<'a> {
    /// The text of a file's bytes, without a byte-order mark.
    ///
    /// # Errors
    ///
    /// The first place that is not UTF-8, and how to save the file as such.
    pub fn from_bytes(name: &'a str, bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let error = match std::str::from_utf8(bytes) {
            Ok(text) => return Ok(Self { name, text }),
            Err(error) => error,
        };
        let end = error.valid_up_to();
        let text = std::str::from_utf8(&bytes[..end]).unwrap_or_default();
        let message = Text::new("文件不是UTF-8编码", "the file is not written in UTF-8");
        let problem = Problem::new(Code::InvalidUtf8, Span::new(end, end), message);
        Err(Self { name, text }.locate(problem.hint(save_as(guess(bytes, end)))))
    }
}

/// The encoding that the bytes seem to be in.
fn guess(bytes: &[u8], first_bad: usize) -> Option<&'static str> {
    match (bytes, &bytes[first_bad..]) {
        ([0xFF, 0xFE, ..] | [0xFE, 0xFF, ..], _) => Some("UTF-16"),
        (_, [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..]) => Some("GBK"),
        _ => None,
    }
}

fn save_as(found: Option<&str>) -> Text {
    let (zh, en) = match found {
        Some(found) => (format!("看来是{found}编码，"), format!(" (it seems to be {found})")),
        None => (String::new(), String::new()),
    };
    Text::new(
        format!("{zh}用编辑器“另存为”，编码选UTF-8"),
        format!("save it again with the encoding UTF-8{en}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hint(bytes: &[u8]) -> String {
        SourceFile::from_bytes("a", bytes).unwrap_err().hint.unwrap().en
    }

    #[test]
    fn names_the_encodings_that_editors_save() {
        assert!(hint(b"\xFF\xFEa\0").contains("UTF-16"));
        assert!(hint(b"zh = \"\xD1\xD0\"").contains("GBK"));
        assert!(hint(b"a\x80").ends_with("UTF-8"));
    }

    #[test]
    fn points_at_the_first_bad_byte() {
        let found = SourceFile::from_bytes("a", b"a\nbc\xD1\xD0").unwrap_err();
        assert_eq!((found.place.line, found.place.column), (2, 3));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(SourceFile::from_bytes("a", b"\xEF\xBB\xBFx").unwrap().text, "x");
    }
}
