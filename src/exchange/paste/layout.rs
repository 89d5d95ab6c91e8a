//! Where years, names and units stand in a table.

use crate::exchange::paste::cell::half_width;
use crate::exchange::paste::grid::Grid;
use crate::limits;
use crate::unit::{Unit, UnitTable};

/// The row that has the years, and the year of each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) row: usize,
    pub(super) years: Vec<Option<i32>>,
}

impl Header {
    /// The first row with most years.
    pub(super) fn find(grid: &Grid) -> Option<Self> {
        let count = |row: &Vec<String>| row.iter().filter(|cell| year(cell).is_some()).count();
        let best = grid.rows.iter().enumerate().rev().max_by_key(|(_, cells)| count(cells))?;
        let years: Vec<Option<i32>> = best.1.iter().map(|cell| year(cell)).collect();
        let header = Self { row: best.0, years };
        (header.count() > 0).then(|| header.with_merged(grid))
    }

    pub(super) fn count(&self) -> usize {
        self.years.iter().flatten().count()
    }

    /// The first column that has a year.
    pub(super) fn first(&self) -> usize {
        self.years.iter().position(Option::is_some).unwrap_or_default()
    }

    /// Whether a row says the years again.
    pub(super) fn is_repeated(&self, cells: &[String]) -> bool {
        let years = cells.iter().map(|cell| year(cell)).collect::<Vec<_>>();
        years.iter().flatten().next().is_some() && years == self.years
    }

    /// A blank beside a year belongs to it where the cells were merged.
    fn with_merged(mut self, grid: &Grid) -> Self {
        for column in 1..self.years.len() {
            if self.years[column].is_none() && grid.cell(self.row, column).trim().is_empty() {
                self.years[column] = self.years[column - 1];
            }
        }
        self
    }
}

/// “2019”, “2019年”, “2019年度”, “2019.0”, “2019E”.
pub(super) fn year(text: &str) -> Option<i32> {
    let plain = half_width(text);
    let end = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let is_suffix = matches!(rest.trim(), "" | "年" | "年度" | ".0" | "A" | "E" | "年末" | "年底");
    let year = digits.parse::<i32>().ok().filter(|_| digits.len() == 4 && is_suffix)?;
    limits::YEARS.contains(&year).then_some(year)
}

/// A name without the unit in parentheses behind it, and that unit.
pub(super) fn name_and_unit(text: &str, units: &UnitTable) -> (String, Option<Unit>) {
    let plain = half_width(text);
    let inside = plain.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match inside.and_then(|(name, unit)| Some((name, unit_of(unit, units)?))) {
        Some((name, unit)) => (name.trim().to_owned(), Some(unit)),
        None => (plain, None),
    }
}

/// A cell that is a unit and nothing else: “亿元”, “（亿元）”, “单位：亿元”.
pub(super) fn unit_of(text: &str, units: &UnitTable) -> Option<Unit> {
    let plain = half_width(text);
    let inner = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&plain);
    let inner = inner.trim_start_matches("单位").trim_start_matches([':', ' ']);
    let is_number = inner.starts_with(|c: char| c.is_ascii_digit());
    if inner.is_empty() || is_number { None } else { units.parse(inner).ok() }
}

/// The name as it is compared: without spaces, marks and case.
pub(super) fn folded(name: &str) -> String {
    let plain = half_width(name).to_lowercase();
    plain.chars().filter(|character| character.is_alphanumeric() || *character == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_every_form() {
        for text in ["2019", "２０１９", "2019年", "2019年度", "2019.0", "2019E", " 2019 "] {
            assert_eq!(year(text), Some(2019), "{text}");
        }
        for text in ["1900", "20190", "2019家", "2019.5", "", "十四五末"] {
            assert_eq!(year(text), None, "{text}");
        }
    }

    #[test]
    fn units_stand_behind_names() {
        let units = UnitTable::built_in();
        let (name, unit) = name_and_unit("地区生产总值（亿元）", &units);
        assert_eq!((name.as_str(), unit.unwrap().symbol()), ("地区生产总值", "亿元"));
        assert_eq!(name_and_unit("增加值（现价）", &units).1, None);
        assert_eq!(unit_of("单位：万元", &units).unwrap().symbol(), "万元");
    }
}
