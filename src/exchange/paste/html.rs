//! The first table of an HTML clipboard as rows of text; merged cells leave blanks.
//!
//! Only tags of tables are looked at; scripts and styles are left out with what they hold.

use crate::exchange::paste::grid_error::GridError;
use crate::limits;

const SILENT: [&str; 3] = ["script", "style", "head"];

pub(super) fn is_table(text: &str) -> bool {
    text.trim_start().starts_with('<') && text.to_ascii_lowercase().contains("<table")
}

/// Rows of the first table.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<String>>, GridError> {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        reader.text(&rest[..open]);
        let after = &rest[open + 1..];
        // What is commented out is not on the page that it was copied from.
        if let Some(comment) = after.strip_prefix("!--") {
            let Some(end) = comment.find("-->") else { break };
            rest = &comment[end + 3..];
            continue;
        }
        let Some(close) = after.find('>') else { break };
        reader.tag(&after[..close])?;
        rest = &after[close + 1..];
    }
    Ok(reader.rows)
}

#[derive(Default)]
struct Reader {
    rows: Vec<Vec<String>>,
    /// Row and column of the open cell.
    open: Option<(usize, usize)>,
    /// Rows that a cell above still reaches into, by column.
    reach: Vec<usize>,
    /// Cells so far, those that merged cells stand for included.
    count: usize,
    silent: Option<String>,
    ended: bool,
}

impl Reader {
    fn text(&mut self, text: &str) {
        let Some((row, column)) = self.open.filter(|_| self.silent.is_none()) else { return };
        let words: Vec<&str> = text.split_whitespace().collect();
        let cell = &mut self.rows[row][column];
        let is_word = !cell.is_empty() && !cell.ends_with('\n');
        if is_word && text.starts_with(char::is_whitespace) && !words.is_empty() {
            cell.push(' ');
        }
        cell.push_str(&unescaped(&words.join(" ")));
    }

    fn tag(&mut self, tag: &str) -> Result<(), GridError> {
        let lower = tag.to_ascii_lowercase();
        let name =
            lower.split(|c: char| c.is_whitespace() || c == '/').find(|part| !part.is_empty());
        let name = name.unwrap_or_default();
        let closes = lower.starts_with('/');
        if let Some(silent) = &self.silent {
            if closes && silent == name {
                self.silent = None;
            }
            return Ok(());
        }
        match (closes, name) {
            _ if self.ended => {}
            (false, name) if SILENT.contains(&name) => self.silent = Some(name.to_owned()),
            (false, "tr") => self.row()?,
            (false, "td" | "th") => self.cell(&lower)?,
            (true, "td" | "th" | "tr") => self.open = None,
            // Two lines in a cell are two words, or two numbers.
            (_, "br" | "p" | "div" | "li") => self.line(),
            (true, "table") => self.ended = true,
            _ => {}
        }
        Ok(())
    }

    fn line(&mut self) {
        let Some((row, column)) = self.open else { return };
        let cell = &mut self.rows[row][column];
        if !cell.is_empty() && !cell.ends_with('\n') {
            cell.push('\n');
        }
    }

    fn row(&mut self) -> Result<(), GridError> {
        self.open = None;
        self.rows.push(Vec::new());
        if self.rows.len() > limits::PASTE_ROWS { Err(GridError::TooLarge) } else { Ok(()) }
    }

    fn cell(&mut self, tag: &str) -> Result<(), GridError> {
        let Some(row) = self.rows.len().checked_sub(1) else { return Ok(()) };
        while self.reach.get(self.rows[row].len()).is_some_and(|&until| until > row) {
            self.rows[row].push(String::new());
            self.count += 1;
        }
        let column = self.rows[row].len();
        let span = |name| attribute(tag, name).unwrap_or(1).max(1);
        let (wide, high) = (span("colspan"), span("rowspan"));
        self.count += wide;
        if column + wide > limits::PASTE_COLUMNS || self.count > limits::PASTE_CELLS {
            return Err(GridError::TooLarge);
        }
        self.rows[row].resize(column + wide, String::new());
        if self.reach.len() < column + wide {
            self.reach.resize(column + wide, 0);
        }
        self.reach[column..column + wide].fill(row + high);
        self.open = Some((row, column));
        Ok(())
    }
}

/// A whole number of an attribute.
fn attribute(tag: &str, name: &str) -> Option<usize> {
    let (_, after) = tag.split_once(&format!(" {name}="))?;
    let digits = after.trim_start_matches(['"', '\'']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    // What is added to it stays a number.
    digits[..end].parse().ok().map(|span: usize| span.min(limits::PASTE_ROWS))
}

/// Text with its character references resolved; unknown ones stay.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(';').filter(|&end| end <= 10);
        if let Some((character, end)) = end.and_then(|end| Some((character(&rest[1..end])?, end))) {
            plain.push(character);
            rest = &rest[end + 1..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain + rest
}

fn character(reference: &str) -> Option<char> {
    let number = reference.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    });
    match (number, reference) {
        (Some(number), _) => char::from_u32(number.ok()?),
        (None, "amp") => Some('&'),
        (None, "lt") => Some('<'),
        (None, "gt") => Some('>'),
        (None, "quot") => Some('"'),
        (None, "nbsp") => Some(' '),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_leave_blanks_and_scripts_are_left_out() {
        let text = "<html><head><style>td{}</style></head><body><table>\
            <tr><th rowspan=2>指标</th><th colspan='2'>R&amp;D经费</th></tr>\
            <tr><td>2019&#24180;</td><td>2020年<script>alert(1)</script></td></tr>\
            </table><table><tr><td>别的</td></tr></table></body></html>";
        assert!(is_table(text));
        let expected = [vec!["指标", "R&D经费", ""], vec!["", "2019年", "2020年"]];
        assert_eq!(rows(text).unwrap(), expected);
    }

    #[test]
    fn a_huge_span_is_refused() {
        let text = "<table><tr><td colspan=\"999999999\">1</td></tr></table>";
        assert_eq!(rows(text), Err(GridError::TooLarge));
        let largest = format!("<table><tr><td>1<td colspan={0} rowspan={0}>2</table>", usize::MAX);
        assert_eq!(rows(&largest), Err(GridError::TooLarge));
        let tall = format!("<table><tr><td>1<td>2<tr><td rowspan={}>3</table>", usize::MAX);
        assert_eq!(rows(&tall).unwrap(), [vec!["1", "2"], vec!["3"]]);
    }

    #[test]
    fn the_columns_of_a_table_are_capped() {
        let wide = |columns: usize| format!("<table><tr><td colspan={columns}>1</table>");
        assert_eq!(rows(&wide(limits::PASTE_COLUMNS)).unwrap()[0].len(), limits::PASTE_COLUMNS);
        assert_eq!(rows(&wide(limits::PASTE_COLUMNS + 1)), Err(GridError::TooLarge));
    }

    #[test]
    fn many_wide_cells_are_refused_before_they_fill_the_memory() {
        let wide = "<tr><td colspan=500>1</td></tr>".repeat(20_000);
        assert_eq!(rows(&format!("<table>{wide}</table>")), Err(GridError::TooLarge));
    }

    #[test]
    fn a_table_that_is_commented_out_is_not_read() {
        let text = "<!-- <table><tr><td>旧</td></tr></table> --><table><tr><td>gdp<td>1</table>";
        assert_eq!(rows(text).unwrap(), [vec!["gdp", "1"]]);
    }

    #[test]
    fn lines_in_a_cell_stay_apart() {
        let text = "<table><tr><td><p>地区</p><p>生产总值</p><td>1700<br>1785</table>";
        assert_eq!(rows(text).unwrap(), [vec!["地区\n生产总值\n", "1700\n1785"]]);
    }

    #[test]
    fn text_with_angle_brackets_is_no_table() {
        assert!(!is_table("GDP <亿元>\t12"));
    }
}
