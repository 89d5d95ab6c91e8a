//! A block of numbers without names and years, pasted into a cell of a table that has them.

use crate::exchange::paste::grid::Grid;
use crate::exchange::paste::head::{Head, head};
use crate::numeral::{Names, read};
use crate::unit::UnitTable;

/// The block with the table's own headings: `ids` of the rows and `years` of the columns from
/// the cell on. `None` where the text has names or years of its own, or does not fit.
#[must_use]
pub fn with_headings(text: &str, ids: &[&str], years: &[i32], units: &UnitTable) -> Option<String> {
    let grid = Grid::read(text).ok()?;
    let is_value = |cell: &String| read(cell, Names::of(units)).is_ok();
    let names = grid.rows.iter().filter_map(|row| row.first()).any(|cell| !is_value(cell));
    let heads = grid.rows.first()?.iter().any(|cell| !matches!(head(cell, units), Head::Other));
    if names || heads || grid.rows.len() > ids.len() || grid.width() > years.len() {
        return None;
    }
    let years: Vec<String> = years[..grid.width()].iter().map(ToString::to_string).collect();
    let mut lines = vec![format!("\t{}", years.join("\t"))];
    lines.extend(ids.iter().zip(&grid.rows).map(|(id, row)| {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
        format!("{id}\t{}", cells.join("\t"))
    }));
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headed(text: &str) -> Option<String> {
        with_headings(text, &["gdp", "rd"], &[2018, 2019], &UnitTable::built_in())
    }

    #[test]
    fn numbers_take_the_headings_of_the_cells_they_fall_on() {
        assert_eq!(headed("1,600\t1,785").unwrap(), "\t2018\t2019\ngdp\t1,600\t1,785");
        assert_eq!(headed("1\t\n2\t3亿元\n").unwrap(), "\t2018\t2019\ngdp\t1\t\nrd\t2\t3亿元");
    }

    #[test]
    fn a_table_with_names_or_years_has_its_own() {
        assert_eq!(headed("研发经费\t3"), None);
        assert_eq!(headed("2018\t2019\n1\t2"), None);
    }

    #[test]
    fn what_reaches_beyond_the_table_is_left_alone() {
        assert_eq!(headed("1\t2\t3"), None);
        assert_eq!(headed("1\n2\n3"), None);
    }
}
