//! A pasted table against the model: which cell is the value of what, in which year.

use crate::exchange::paste::declared::{Declared, Names};
use crate::exchange::paste::doubt::{implausible, nothing};
use crate::exchange::paste::grid::Grid;
use crate::exchange::paste::grid_error::GridError;
use crate::exchange::paste::head::{Head, Year, head, unit_of};
use crate::exchange::paste::layout::{Header, is_number, name_and_unit, says_no_year, wordy_head};
use crate::limits;
use crate::locale::{Locale, Text};
use crate::model::Model;
use crate::numeral::{self, EntryContext, Number, ReadEntry};
use crate::region::{Datum, Provenance};
use crate::sorted::{Map, Set};
use crate::unit::Unit;
use crate::wording::{Phrase, fault_words};

/// Where the person has the table from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Kind of origin.
    pub provenance: Provenance,
    /// Title and section of the source.
    pub source: String,
    /// Edition of the figures.
    pub vintage: Option<String>,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Every cell below the years, row by row of the pasted text.
    pub cells: Vec<PastedCell>,
    /// Columns with something in them of which nothing is taken, in their order.
    pub ignored: Vec<Ignored>,
    /// Whether the years ran downwards.
    pub transposed: bool,
}

/// A column, or where the years run downwards a row, of which nothing is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Column in the pasted text, or row where the years run downwards, from 1.
    pub at: usize,
    /// What stands over it.
    pub head: String,
    /// Whether it is a part of a year.
    pub is_part: bool,
}

/// A cell with what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedCell {
    /// Row in the pasted text, from 1.
    pub row: usize,
    /// Column in the pasted text, from 1.
    pub column: usize,
    /// The name beside it.
    pub label: String,
    /// Id of the figure or variable of that name.
    pub id: Option<String>,
    /// Calendar year.
    pub year: Option<i32>,
    /// The value, nothing, or what is wrong and what would be right.
    pub outcome: Result<Option<Datum>, Text>,
    /// What a person should look at.
    pub warning: Option<Text>,
}

/// Reads a pasted table. A table without years has values of `base_year`.
///
/// # Errors
///
/// Nothing to read, or more than allowed.
pub fn read(
    text: &str,
    model: &Model,
    base_year: i32,
    origin: &Origin,
) -> Result<Pasted, GridError> {
    read_named(text, model, base_year, origin, &Map::new())
}

/// Reads a pasted table in which a person has told some names apart: `named` has the id of
/// the figure or variable that stands under a label.
///
/// # Errors
///
/// Nothing to read, or more than allowed.
pub fn read_named(
    text: &str,
    model: &Model,
    base_year: i32,
    origin: &Origin,
    named: &Map<String, String>,
) -> Result<Pasted, GridError> {
    let grid = Grid::read(text)?;
    let declared = Names::of(model);
    // A table is turned only where that makes none that is larger than allowed.
    let is_turnable = grid.width() * grid.rows.len() <= limits::PASTE_CELLS;
    let down = if is_turnable { grid.transposed() } else { Grid::default() };
    let is_name =
        |label: &str| declared.find(named.get(label).map_or(label, String::as_str)).is_some();
    let find = |grid: &Grid| Header::find(grid, &model.units, &is_name);
    let (across, downwards) = (find(&grid), find(&down));
    let transposed = downwards.as_ref().map(Header::rank) > across.as_ref().map(Header::rank);
    let (grid, header) = if transposed { (down, downwards) } else { (grid, across) };
    let wordy = if header.is_none() { wordy_head(&grid, &is_name) } else { None };
    let start = match &header {
        Some(header) => header.body,
        None => wordy.map_or(0, |row| row + 1),
    };
    let first = header.as_ref().map_or_else(|| first_value(&grid, start, model), |it| it.first);
    let reader = Reader {
        grid: &grid,
        header,
        wordy,
        start,
        first,
        model,
        declared,
        base_year,
        origin,
        named,
    };
    let mut cells = reader.cells();
    let ignored = reader.ignored();
    if transposed {
        for cell in &mut cells {
            std::mem::swap(&mut cell.row, &mut cell.column);
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
    }
    refuse_repeated(&mut cells);
    Ok(Pasted { cells, ignored, transposed })
}

struct Reader<'r> {
    grid: &'r Grid,
    header: Option<Header>,
    /// The row of heads of a table that has no years.
    wordy: Option<usize>,
    /// The first row of values.
    start: usize,
    /// The first column of values.
    first: usize,
    model: &'r Model,
    declared: Names<'r>,
    base_year: i32,
    origin: &'r Origin,
    named: &'r Map<String, String>,
}

/// What stands before the values of a row.
#[derive(Clone, Default)]
struct Heading {
    label: String,
    unit: Option<Unit>,
}

/// The row that is read.
struct Row<'r> {
    at: usize,
    heading: &'r Heading,
    declared: Option<Declared<'r>>,
    /// What numbers without a unit count in, as far as row and table say it.
    unit: Option<&'r Unit>,
}

/// The first column with a number in it, where no years say where values begin.
fn first_value(grid: &Grid, start: usize, model: &Model) -> usize {
    let is_value = |column: usize| {
        let mut rows = start..grid.rows.len();
        rows.any(|row| is_number(grid.cell(row, column), &model.units))
    };
    (0..grid.width()).find(|&column| is_value(column)).unwrap_or(1)
}

impl Reader<'_> {
    fn cells(&self) -> Vec<PastedCell> {
        let (start, first) = (self.start, self.first);
        let common = self.common_unit(start);
        let mut heading = Heading::default();
        let mut cells = Vec::new();
        for at in start..self.grid.rows.len() {
            let values = &self.grid.rows[at];
            let units = &self.model.units;
            if self.header.as_ref().is_some_and(|header| header.is_repeated(values, units)) {
                continue;
            }
            heading = self.heading(at, first, heading);
            let unit = heading.unit.as_ref().or(common.as_ref());
            let row = Row { at, heading: &heading, declared: self.declared(&heading.label), unit };
            cells.extend((first..values.len()).filter_map(|column| self.cell(&row, column)));
        }
        cells
    }

    /// What a column is of.
    fn year(&self, column: usize) -> Option<Year> {
        let base = || Year { number: self.base_year, ..Year::default() };
        match (&self.header, self.wordy) {
            (Some(header), _) => match header.heads.get(column) {
                Some(Head::Year(year)) => Some(year.clone()),
                _ => None,
            },
            // A head that is no year that can be read is not the base year.
            (None, Some(row)) => {
                let head = self.grid.cell(row, column);
                (column == self.first && says_no_year(head, &self.model.units)).then(base)
            }
            (None, None) => (column == self.first).then(base),
        }
    }

    /// Columns with heads that have something in them and no year.
    fn ignored(&self) -> Vec<Ignored> {
        let Some(row) = self.header.as_ref().map(|header| header.row).or(self.wordy) else {
            return Vec::new();
        };
        let body = || self.start..self.grid.rows.len();
        let has_cells =
            |column: &usize| body().any(|row| !self.grid.cell(row, *column).trim().is_empty());
        let columns = self.first..self.grid.width();
        let columns = columns.filter(|column| self.year(*column).is_none()).filter(has_cells);
        let ignored = |column: usize| {
            let above = [self.grid.cell(row, column), self.grid.cell(self.start - 1, column)];
            let heads = above.map(words_of);
            let is_part = matches!(head(above[0], &self.model.units), Head::Part);
            let [upper, lower] = &heads;
            let words = if upper == lower || lower.is_empty() {
                upper.clone()
            } else {
                format!("{upper} {lower}")
            };
            Ignored { at: column + 1, head: words.trim().to_owned(), is_part }
        };
        columns.map(ignored).collect()
    }

    /// “单位：亿元” above the table.
    fn common_unit(&self, start: usize) -> Option<Unit> {
        let above = self.grid.rows[..start].iter().flatten();
        let mut said = above.filter(|cell| cell.contains("单位"));
        said.find_map(|cell| unit_of(cell, &self.model.units))
    }

    /// The row's name and unit; blanks of merged cells take the name from above.
    fn heading(&self, row: usize, first: usize, above: Heading) -> Heading {
        let before = (0..first).map(|column| self.grid.cell(row, column).trim());
        let mut heading = Heading::default();
        for text in before.filter(|text| !text.is_empty()) {
            if let Some(unit) = unit_of(text, &self.model.units) {
                heading.unit = Some(unit);
                continue;
            }
            let (label, unit) = name_and_unit(text, &self.model.units);
            heading.label = label.chars().filter(|&c| !limits::is_hidden(c)).collect();
            heading.unit = unit.or(heading.unit);
        }
        match (heading.label.is_empty(), heading.unit) {
            (true, unit) => Heading { unit: unit.or(above.unit), ..above },
            (false, unit) => Heading { unit, ..heading },
        }
    }

    fn declared(&self, label: &str) -> Option<Declared<'_>> {
        self.declared.find(self.named.get(label).map_or(label, String::as_str))
    }

    fn cell(&self, row: &Row<'_>, column: usize) -> Option<PastedCell> {
        let text = self.grid.cell(row.at, column);
        let year = self.year(column);
        // What has no year under a head is told of the whole column.
        let has_heads = self.header.is_some() || self.wordy.is_some();
        if year.is_none() && (has_heads || text.trim().is_empty()) {
            return None;
        }
        let mut warning = None;
        let outcome = match numeral::read(text, numeral::Names::of(&self.model.units)) {
            Ok(ReadEntry::Missing) => Ok(None),
            Ok(ReadEntry::Number(number)) => {
                let datum = self.datum(&number, text, row, year.as_ref());
                if let (Ok(datum), Some(declared)) = (&datum, &row.declared) {
                    warning = doubt(datum.value, &number, declared);
                }
                datum.map(Some)
            }
            Err(fault) => Err(fault_words(text, &fault)),
        };
        Some(PastedCell {
            row: row.at + 1,
            column: column + 1,
            label: row.heading.label.clone(),
            id: row.declared.as_ref().map(|declared| declared.id.to_owned()),
            year: year.map(|year| year.number),
            outcome,
            warning,
        })
    }

    fn datum(
        &self,
        number: &Number,
        text: &str,
        row: &Row<'_>,
        year: Option<&Year>,
    ) -> Result<Datum, Text> {
        let year = year.ok_or_else(|| {
            Text::new("看不出是哪一年，请在首行写年份", "no year; write the years in the first row")
        })?;
        let declared = row.declared.as_ref().ok_or_else(|| {
            Text::new("看不出是哪个指标，请选定", "no indicator of this name; choose one")
        })?;
        fits_year(declared, year.number, self.base_year)?;
        let in_words = |fault| fault_words(text, &fault);
        let unit = row.unit.or(year.unit.as_ref()).unwrap_or(declared.unit);
        numeral::fits(declared.unit, unit).map_err(in_words)?;
        let value = number.base(EntryContext::of(unit)).map_err(in_words)?;
        let own = if let numeral::Said::Unit(own) = &number.said { own } else { unit };
        let remarks = [number.remark.clone(), year.remark.clone()];
        let remarks: Vec<String> = remarks.into_iter().flatten().collect();
        Ok(Datum {
            value,
            unit: own.clone(),
            provenance: self.origin.provenance,
            source: self.origin.source.clone(),
            vintage: self.origin.vintage.clone(),
            note: (!remarks.is_empty()).then(|| remarks.join("; ")),
            error: None,
        })
    }
}

/// A head as it stands in the table, on one line.
fn words_of(head: &str) -> String {
    let shown: String =
        head.chars().filter(|&c| c.is_whitespace() || !limits::is_hidden(c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fits_year(declared: &Declared<'_>, year: i32, base_year: i32) -> Result<(), Text> {
    if year != base_year && !declared.is_dated {
        return Err(Text::new(
            format!("这一项只收基期年（{base_year}年）的数"),
            format!("only the base year ({base_year}) counts here"),
        ));
    }
    if year == base_year && !declared.is_given {
        return Err(Text::new(
            "基期年的值由其他数据算出，不用填",
            "the base year's value is computed from other figures; leave it out",
        ));
    }
    Ok(())
}

/// What a person should look at in a value that was read.
fn doubt(value: f64, number: &Number, declared: &Declared<'_>) -> Option<Text> {
    let brackets = || {
        let words = |locale| Phrase::NUMBER_BRACKETS.get(locale);
        Text::new(words(Locale::Zh), words(Locale::En))
    };
    let implausible = implausible(value, declared.unit, declared.plausible);
    let nothing = || nothing(value, declared.unit).filter(|_| declared.is_dated);
    number.is_bracketed.then(brackets).or(implausible).or_else(nothing)
}

/// One value for a figure and year; a second one is a question.
fn refuse_repeated(cells: &mut [PastedCell]) {
    let mut seen = Set::new();
    for cell in cells.iter_mut().filter(|cell| matches!(cell.outcome, Ok(Some(_)))) {
        if !seen.insert((cell.id.clone(), cell.year)) {
            cell.outcome = Err(Text::new(
                "同一指标同一年有两个数，请只留一个",
                "a second value of the same indicator and year; keep one",
            ));
        }
    }
}
