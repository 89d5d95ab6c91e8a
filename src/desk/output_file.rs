//! A file that was made, to be saved.

use crate::exchange::archive::Date;
use crate::exchange::file_name::file_name;

/// A file that was made.
pub struct OutputFile {
    /// Its name, safe in every file system.
    pub name: String,
    /// For example `text/csv`.
    pub media_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl OutputFile {
    /// A file named by `stem` and the day.
    #[must_use]
    pub fn dated(
        stem: &str,
        ending: &str,
        media_type: &'static str,
        content: Vec<u8>,
        date: Date,
    ) -> Self {
        let name = file_name(stem, &format!("-{}{ending}", date.iso()));
        Self { name, media_type, content }
    }

    /// A text that Windows opens as UTF-8.
    #[must_use]
    pub fn text(stem: &str, text: &str, date: Date) -> Self {
        Self::dated(stem, ".txt", "text/plain", marked(text), date)
    }
}

/// With the mark by which Windows knows UTF-8.
pub(super) fn marked(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}
