//! Rows and columns of text, from tab- or comma-separated text or an HTML table.

use crate::exchange::paste::grid_error::GridError;
use crate::exchange::paste::html;
use crate::limits;

/// A table of texts; rows may differ in length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
}

impl Grid {
    /// Reads what was pasted: an HTML table if it is one, else separated text.
    ///
    /// # Errors
    ///
    /// Nothing to read, or more than allowed.
    pub fn read(text: &str) -> Result<Self, GridError> {
        if text.len() > limits::PASTE_BYTES {
            return Err(GridError::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rows = if html::is_table(text) {
            html::rows(text)?
        } else {
            separated(text, separator(text))?
        };
        let is_blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        while rows.last().is_some_and(is_blank) {
            rows.pop();
        }
        if rows.is_empty() {
            return Err(GridError::Empty);
        }
        Self { rows }.within_limits()
    }

    /// The cell, empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// Length of the longest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Rows as columns.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let column =
            |column| (0..self.rows.len()).map(|row| self.cell(row, column).to_owned()).collect();
        Self { rows: (0..self.width()).map(column).collect() }
    }

    fn within_limits(self) -> Result<Self, GridError> {
        let mut cells = self.rows.iter().flatten();
        let count: usize = self.rows.iter().map(Vec::len).sum();
        let fits = count <= limits::PASTE_CELLS
            && self.rows.len() <= limits::PASTE_ROWS
            && self.width() <= limits::PASTE_COLUMNS
            && cells.all(|cell| cell.len() <= limits::CELL_BYTES);
        if fits { Ok(self) } else { Err(GridError::TooLarge) }
    }
}

/// Tab where there is one; else the commonest of the others, unless it only groups digits.
fn separator(text: &str) -> char {
    if text.contains('\t') {
        return '\t';
    }
    let found = [',', '，', ';'].into_iter().map(|sign| (text.matches(sign).count(), sign));
    let best =
        found.max_by_key(|&(count, sign)| (count, sign == ',')).filter(|&(count, _)| count > 0);
    match best {
        Some((_, sign)) if !only_groups_digits(text, sign) => sign,
        _ => '\t',
    }
}

fn only_groups_digits(text: &str, sign: char) -> bool {
    text.match_indices(sign).all(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after: Vec<char> = text[at + sign.len_utf8()..].chars().take(4).collect();
        let digits = after.iter().take_while(|character| character.is_numeric()).count();
        before.is_some_and(char::is_numeric) && digits == 3
    })
}

/// RFC 4180 with any line end.
fn separated(text: &str, separator: char) -> Result<Vec<Vec<String>>, GridError> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let (mut quoted_since, mut count) = (None, 0_usize);
    while let Some(character) = characters.next() {
        let row = rows.len();
        let Some(cells) = rows.last_mut() else { break };
        let fresh = cells.last().is_none_or(String::is_empty);
        match character {
            '"' if quoted_since.is_some() => {
                if characters.next_if_eq(&'"').is_some() {
                    push(cells, '"');
                } else {
                    quoted_since = None;
                }
            }
            '"' if fresh => quoted_since = Some(row),
            _ if quoted_since.is_some() => push(cells, character),
            '\r' | '\n' => {
                if character == '\r' {
                    let _ = characters.next_if_eq(&'\n');
                }
                rows.push(vec![String::new()]);
            }
            _ if character == separator && count >= limits::PASTE_CELLS => {
                return Err(GridError::TooLarge);
            }
            _ if character == separator => {
                count += 1;
                cells.push(String::new());
            }
            _ => push(cells, character),
        }
    }
    quoted_since.map_or(Ok(rows), |row| Err(GridError::OpenQuote(row)))
}

fn push(cells: &mut [String], character: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let grid = Grid::read(text).unwrap();
        let rows: Vec<Vec<&str>> =
            grid.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn separators_are_found() {
        check("甲\t1\n乙\t2\n", &[&["甲", "1"], &["乙", "2"]]);
        check("甲,1\r\n乙,2\r\n\r\n", &[&["甲", "1"], &["乙", "2"]]);
        check("甲，1\r乙，2", &[&["甲", "1"], &["乙", "2"]]);
        check("甲;1", &[&["甲", "1"]]);
        check("1,234\n5,678", &[&["1,234"], &["5,678"]]);
    }

    #[test]
    fn quoted_cells_follow_rfc_4180() {
        check("\"甲,\"\"乙\"\"\n丙\",1", &[&["甲,\"乙\"\n丙", "1"]]);
        assert_eq!(Grid::read("甲,1\n\"乙,2"), Err(GridError::OpenQuote(2)));
    }

    #[test]
    fn caps_hold() {
        assert_eq!(Grid::read(" \n\t\n"), Err(GridError::Empty));
        let wide = |columns: usize| format!("1{}", "\t1".repeat(columns - 1));
        assert!(Grid::read(&wide(limits::PASTE_COLUMNS)).is_ok());
        assert_eq!(Grid::read(&wide(limits::PASTE_COLUMNS + 1)), Err(GridError::TooLarge));
        let long = |rows: usize| "1\n".repeat(rows);
        assert!(Grid::read(&long(limits::PASTE_ROWS)).is_ok());
        assert_eq!(Grid::read(&long(limits::PASTE_ROWS + 1)), Err(GridError::TooLarge));
        let bytes = |count: usize| "1".repeat(count);
        assert!(Grid::read(&bytes(limits::CELL_BYTES)).is_ok());
        assert_eq!(Grid::read(&bytes(limits::CELL_BYTES + 1)), Err(GridError::TooLarge));
        assert_eq!(Grid::read(&bytes(limits::PASTE_BYTES + 1)), Err(GridError::TooLarge));
        let line = format!("1{}\n", "\t1".repeat(99));
        let cells = |count: usize| line.repeat(count / 100);
        assert!(Grid::read(&cells(limits::PASTE_CELLS)).is_ok());
        assert_eq!(Grid::read(&cells(limits::PASTE_CELLS + 100)), Err(GridError::TooLarge));
    }
}
