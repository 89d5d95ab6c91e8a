//! Where a person finds something in a file.

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
