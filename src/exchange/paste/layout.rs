//! Where years, names and units stand in a table.

use crate::exchange::paste::grid::Grid;
use crate::exchange::paste::head::{Head, Year, head, is_otherwise, unit_of};
use crate::numeral::{Names, ReadEntry, half_width, one_line, read};
use crate::unit::{Unit, UnitTable};

/// Rows in which heads are looked for: what follows are values.
const HEAD_ROWS: usize = 60;

/// Words over the column of names.
const NAME_HEADS: [&str; 17] = [
    "指标",
    "项目",
    "名称",
    "年份",
    "年度",
    "时间",
    "类别",
    "地区",
    "单位",
    "内容",
    "序号",
    "大类",
    "indicator",
    "item",
    "name",
    "year",
    "unit",
];

/// Words over a column of values that say nothing of a year.
const VALUE_HEADS: [&str; 10] =
    ["", "数值", "值", "数据", "数", "数量", "金额", "绝对数", "value", "amount"];

/// The row that has the heads, and what each column is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Header {
    pub(super) row: usize,
    /// The first row of values.
    pub(super) body: usize,
    /// The first column of values.
    pub(super) first: usize,
    pub(super) heads: Vec<Head>,
}

impl Header {
    /// The best row of years; `is_name` knows the names of the model.
    pub(super) fn find(
        grid: &Grid,
        units: &UnitTable,
        is_name: &dyn Fn(&str) -> bool,
    ) -> Option<Self> {
        let rows = grid.rows.iter().take(HEAD_ROWS).enumerate();
        let candidates = rows.filter_map(|(row, cells)| {
            let heads: Vec<Head> = cells.iter().map(|cell| head(cell, units)).collect();
            let first = heads.iter().position(|head| matches!(head, Head::Year(_)))?;
            let header = Self { row, body: row + 1, first, heads };
            header.is_likely(cells, is_name).then_some(header)
        });
        // The first one of equals.
        let best =
            candidates.reduce(|best, next| if next.rank() > best.rank() { next } else { best })?;
        Some(best.with_merged(grid).with_subheads(grid, units).with_first(grid, units))
    }

    /// How well it is a row of heads: years behind names, marked as years, and how many.
    pub(super) fn rank(&self) -> (bool, usize, usize) {
        let years = self.years();
        (self.first > 0, years.iter().filter(|year| year.is_marked).count(), years.len())
    }

    fn years(&self) -> Vec<&Year> {
        let years = self.heads.iter().map(|head| match head {
            Head::Year(year) => Some(year),
            Head::Part | Head::Other => None,
        });
        years.flatten().collect()
    }

    /// Bare numbers that could be years are, where they run on and stand behind no name.
    fn is_likely(&self, cells: &[String], is_name: &dyn Fn(&str) -> bool) -> bool {
        let years = self.years();
        let before = &cells[..self.first];
        if before.iter().any(|cell| is_name(cell)) {
            return false;
        }
        if years.iter().all(|year| year.is_marked) {
            return true;
        }
        // Nothing before them could be the names of rows.
        if self.first == 0 {
            return false;
        }
        let runs = |ahead: fn(i32, i32) -> bool| {
            years.windows(2).all(|pair| ahead(pair[0].number, pair[1].number))
        };
        let is_headed = before.iter().any(|cell| is_name_head(cell))
            || before.iter().all(|cell| cell.trim().is_empty());
        (runs(|a, b| a < b) || runs(|a, b| a > b)) && (years.len() > 1 || is_headed)
    }

    /// Whether a row says the years again.
    pub(super) fn is_repeated(&self, cells: &[String], units: &UnitTable) -> bool {
        let mut again = 0;
        for (known, cell) in self.heads.iter().zip(cells) {
            let Head::Year(known) = known else { continue };
            match head(cell, units) {
                Head::Year(found) if known.number == found.number => {
                    again += 1 + usize::from(found.is_marked);
                }
                _ if cell.trim().is_empty() => {}
                _ => return false,
            }
        }
        again > 1
    }

    /// A blank beside a year belongs to it where the cells were merged.
    fn with_merged(mut self, grid: &Grid) -> Self {
        for column in 1..self.heads.len() {
            let is_blank = grid.cell(self.row, column).trim().is_empty();
            if is_blank && matches!(self.heads[column - 1], Head::Year(_)) {
                self.heads[column] = self.heads[column - 1].clone();
            }
        }
        self
    }

    /// 「绝对数」 and 「同比」 under a year: a line of words that parts its columns.
    fn with_subheads(mut self, grid: &Grid, units: &UnitTable) -> Self {
        let Some(cells) = grid.rows.get(self.row + 1) else { return self };
        let below: Vec<&String> =
            cells.iter().skip(self.first).filter(|cell| !cell.trim().is_empty()).collect();
        let has_names = cells
            .iter()
            .take(self.first)
            .any(|cell| !cell.trim().is_empty() && !is_name_head(cell));
        let parts = |cell: &&String| {
            is_otherwise(cell)
                || unit_of(cell, units).is_some()
                || VALUE_HEADS.contains(&one_line(cell).as_str())
        };
        if has_names || !below.iter().any(parts) || below.iter().any(|cell| !is_word(cell, units)) {
            return self;
        }
        for (column, cell) in cells.iter().enumerate().skip(self.first) {
            let is_value = VALUE_HEADS.contains(&one_line(cell).as_str());
            match (self.heads.get_mut(column), unit_of(cell, units)) {
                (Some(Head::Year(year)), Some(unit)) => year.unit = Some(unit),
                (Some(head), None) if !is_value => *head = Head::Other,
                _ => {}
            }
        }
        self.body = self.row + 2;
        self
    }

    /// Columns of numbers before the first year are values under another head, and no names.
    fn with_first(mut self, grid: &Grid, units: &UnitTable) -> Self {
        let is_text = |column: usize| share(grid, self.body, column, units) < 0.5;
        while self.first > 1 && !is_text(self.first - 1) && (0..self.first - 1).any(is_text) {
            self.first -= 1;
        }
        self
    }
}

/// The share of a column's cells that are numbers, of those that are not empty.
fn share(grid: &Grid, body: usize, column: usize, units: &UnitTable) -> f64 {
    let rows = body..grid.rows.len().min(body + HEAD_ROWS);
    let cells: Vec<&str> =
        rows.map(|row| grid.cell(row, column)).filter(|cell| !cell.trim().is_empty()).collect();
    let numbers = cells.iter().filter(|cell| is_number(cell, units)).count();
    if cells.is_empty() { 0.0 } else { numbers as f64 / cells.len() as f64 }
}

pub(super) fn is_number(cell: &str, units: &UnitTable) -> bool {
    matches!(read(cell, Names::of(units)), Ok(ReadEntry::Number(_)))
}

/// A cell of words: no digit in it.
fn is_word(cell: &str, units: &UnitTable) -> bool {
    !is_number(cell, units) && !cell.contains(|character: char| character.is_numeric())
}

/// The row over a table whose heads say no year, where it has one.
pub(super) fn wordy_head(grid: &Grid, is_name: &dyn Fn(&str) -> bool) -> Option<usize> {
    let mut rows = grid.rows.iter().take(HEAD_ROWS).enumerate();
    let row =
        rows.find(|(_, cells)| cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1)?;
    let label = row.1.iter().find(|cell| !cell.trim().is_empty())?;
    (is_name_head(label) && !is_name(label)).then_some(row.0)
}

fn is_name_head(cell: &str) -> bool {
    let plain = one_line(cell).to_lowercase();
    let is_short = plain.chars().count() <= 4;
    NAME_HEADS
        .iter()
        .any(|word| plain == *word || is_short && !word.is_ascii() && plain.contains(word))
}

/// Whether a head without a year leaves the year to the table's.
pub(super) fn says_no_year(cell: &str, units: &UnitTable) -> bool {
    let plain = one_line(cell).to_lowercase();
    VALUE_HEADS.contains(&plain.as_str()) || unit_of(&plain, units).is_some()
}

/// A name without the unit in parentheses behind it, and that unit.
pub(super) fn name_and_unit(text: &str, units: &UnitTable) -> (String, Option<Unit>) {
    let plain = one_line(text);
    let inside = plain.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match inside.and_then(|(name, unit)| Some((name, unit_of(unit, units)?))) {
        Some((name, unit)) => (name.trim().to_owned(), Some(unit)),
        None => (plain, None),
    }
}

/// The name as it is compared: without spaces, marks and case.
pub(super) fn folded(name: &str) -> String {
    let plain = half_width(name).to_lowercase();
    plain.chars().filter(|character| character.is_alphanumeric() || *character == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(usize, usize, Vec<Option<i32>>)> {
        let (grid, units) = (Grid::read(text).unwrap(), UnitTable::built_in());
        let header = Header::find(&grid, &units, &|name| name == "高企")?;
        let year = |head: &Head| if let Head::Year(year) = head { Some(year.number) } else { None };
        Some((header.row, header.first, header.heads.iter().map(year).collect()))
    }

    #[test]
    fn units_stand_behind_names() {
        let units = UnitTable::built_in();
        let (name, unit) = name_and_unit("地区生产总值（亿元）", &units);
        assert_eq!((name.as_str(), unit.unwrap().symbol()), ("地区生产总值", "亿元"));
        assert_eq!(name_and_unit("增加值（现价）", &units).1, None);
        assert_eq!(unit_of("单位：万元", &units).unwrap().symbol(), "万元");
    }

    #[test]
    fn the_row_of_years_is_found_above_values_that_look_like_years() {
        let years = vec![None, Some(2018), Some(2019)];
        assert_eq!(found("指标\t2018\t2019\n专利\t1985\t2030"), Some((0, 1, years.clone())));
        assert_eq!(found("附表\n指标\t2018\t2019\n专利\t1985\t2030"), Some((1, 1, years)));
        assert_eq!(found("高企\t2010\n专利\t2030"), None);
        assert_eq!(found("专利\t2010"), None);
        assert_eq!(found("2010\t2030\n1\t2"), None);
    }

    #[test]
    fn columns_of_numbers_before_the_first_year_are_no_names() {
        let heads = vec![None, None, Some(2024)];
        assert_eq!(found("指标\t2025年1—9月\t2024年\n专利\t3\t4"), Some((0, 1, heads)));
    }

    #[test]
    fn words_under_a_year_part_its_columns() {
        let heads = vec![None, Some(2024), None];
        assert_eq!(found("指标\t2024年\t\n\t绝对数\t同比增长\n专利\t3\t4"), Some((0, 1, heads)));
    }
}
