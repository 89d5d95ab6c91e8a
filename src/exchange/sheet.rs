//! Tables that leave the program: CSV files, and the clipboard as text and as HTML.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers
//! of ours are numbers, also negative ones.

use crate::wording::decimal;

/// A table with one head row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What the columns hold, each with its unit.
    pub header: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Field>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Words, also of people.
    Text(String),
    /// A number in the unit of its column.
    Number {
        /// Not finite where there is none.
        value: f64,
        /// Digits after the point.
        decimals: usize,
    },
    /// A calendar year, which has no thousands.
    Year(i32),
}

impl Sheet {
    /// A CSV file: UTF-8 with byte order mark, CRLF, quoted as RFC 4180 asks.
    #[must_use]
    pub fn csv(&self) -> String {
        let line = |cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            format!("{}\r\n", cells.join(","))
        };
        format!("\u{feff}{}", self.lines().map(line).collect::<String>())
    }

    /// Tab-separated text for the clipboard.
    #[must_use]
    pub fn tsv(&self) -> String {
        let flat = |cell: &String| cell.replace(['\t', '\r', '\n'], " ");
        let line = |cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(flat).collect();
            format!("{}\r\n", cells.join("\t"))
        };
        self.lines().map(line).collect()
    }

    /// An HTML table for the clipboard.
    #[must_use]
    pub fn html(&self) -> String {
        let row = |(number, cells): (usize, Vec<String>)| {
            let tag = if number == 0 { "th" } else { "td" };
            let cell = |cell: &String| format!("<{tag}>{}</{tag}>", escaped(cell));
            format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
        };
        format!("<table>{}</table>", self.lines().enumerate().map(row).collect::<String>())
    }

    /// Head and rows as texts that no spreadsheet runs.
    fn lines(&self) -> impl Iterator<Item = Vec<String>> {
        let header = self.header.iter().map(|text| inert(text)).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(Field::text).collect());
        std::iter::once(header).chain(rows)
    }
}

impl Field {
    /// The cell as the page shows it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Field::Text(text) => text.clone(),
            Field::Number { value, decimals } if value.is_finite() => decimal(*value, *decimals),
            Field::Number { .. } => String::new(),
            Field::Year(year) => year.to_string(),
        }
    }

    fn text(&self) -> String {
        match self {
            Field::Text(text) => inert(text),
            Field::Year(year) => year.to_string(),
            Field::Number { value, .. } if !value.is_finite() => String::new(),
            Field::Number { value, decimals } => {
                decimal(*value, *decimals).replace(',', "").replace('−', "-")
            }
        }
    }
}

/// The text without control characters, and with an apostrophe where its first visible
/// character would start a formula.
fn inert(text: &str) -> String {
    let kept =
        |character: &char| !character.is_control() || matches!(character, '\n' | '\t' | '\r');
    let text: String = text.chars().filter(kept).collect();
    let hidden = |character: char| {
        character.is_whitespace()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    let visible = text.trim_start_matches(hidden);
    let starts_formula = visible.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let starts_with_break = text.starts_with(['\t', '\r', '\n']);
    if starts_formula || starts_with_break { format!("'{text}") } else { text }
}

fn quoted(cell: &str) -> String {
    let needs_quotes = cell.contains([',', '"', '\r', '\n', '\t', '\''])
        || cell.starts_with(' ')
        || cell.ends_with(' ');
    if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("<br>"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::paste::Grid;

    fn text(text: &str) -> Field {
        Field::Text(text.to_owned())
    }

    fn sheet(rows: Vec<Vec<Field>>) -> Sheet {
        Sheet { header: vec!["指标".to_owned(), "数值（亿元）".to_owned()], rows }
    }

    #[test]
    fn a_csv_file_is_what_excel_and_wps_expect() {
        let sheet = sheet(vec![
            vec![text("甲,\"乙\""), Field::Number { value: -5.25, decimals: 1 }],
            vec![text("丙"), Field::Number { value: f64::NAN, decimals: 1 }],
            vec![text("丁"), Field::Number { value: 12_345.0, decimals: 2 }],
        ]);
        let expected =
            "\u{feff}指标,数值（亿元）\r\n\"甲,\"\"乙\"\"\",-5.3\r\n丙,\r\n丁,12345.00\r\n";
        assert_eq!(sheet.csv(), expected);
    }

    #[test]
    fn formulas_in_names_become_text() {
        for name in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1", "\u{200b}=1"]
        {
            let text = Field::Text(name.to_owned()).text();
            assert!(text.starts_with('\''), "{name:?}: {text:?}");
        }
        assert_eq!(text("研发-后补助").text(), "研发-后补助");
    }

    #[test]
    fn html_has_no_tag_of_the_data() {
        let html = sheet(vec![vec![text("<img src=x onerror=alert(1)>"), text("\"'&")]]).html();
        assert!(
            html.contains("<td>&lt;img src=x onerror=alert(1)&gt;</td><td>&quot;&#39;&amp;</td>")
        );
    }

    proptest! {
        #[test]
        fn no_text_starts_a_formula(name in "[=+@\\-＝ \t\u{feff}\\PC]{0,12}") {
            let text = Field::Text(name).text();
            let visible = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            prop_assert!(!visible.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
        }

        #[test]
        fn a_csv_file_reads_back(first in "[a-z甲][a-z,\"\n甲 ]{0,11}", second in "[a-z,\"\n乙 ]{1,12}") {
            let written = sheet(vec![vec![text(&first), text(&format!("x{second}x"))]]).csv();
            let grid = Grid::read(&written).unwrap();
            prop_assert_eq!(grid.cell(1, 0), first);
            prop_assert_eq!(grid.cell(1, 1), format!("x{second}x"));
        }
    }
}
