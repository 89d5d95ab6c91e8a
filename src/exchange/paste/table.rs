//! A pasted table against the model: which cell is the value of what, in which year.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::paste::cell::{Cell, CellNumber, read_cell};
use crate::exchange::paste::entry::implausible;
use crate::exchange::paste::grid::{Grid, GridError};
use crate::exchange::paste::layout::{Header, folded, name_and_unit, unit_of};
use crate::limits;
use crate::locale::Text;
use crate::model::{Model, Start};
use crate::region::{Datum, Provenance};
use crate::unit::{Flavour, Unit};

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
    /// Whether the years ran downwards.
    pub transposed: bool,
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
    read_named(text, model, base_year, origin, &BTreeMap::new())
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
    named: &BTreeMap<String, String>,
) -> Result<Pasted, GridError> {
    let grid = Grid::read(text)?;
    let down = grid.transposed();
    let (across, downwards) = (Header::find(&grid), Header::find(&down));
    let count = |header: &Option<Header>| header.as_ref().map_or(0, Header::count);
    let transposed = count(&downwards) > count(&across);
    let (grid, header) = if transposed { (down, downwards) } else { (grid, across) };
    let reader = Reader { grid: &grid, header, model, base_year, origin, named };
    let mut cells = reader.cells();
    if transposed {
        for cell in &mut cells {
            std::mem::swap(&mut cell.row, &mut cell.column);
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
    }
    refuse_repeated(&mut cells);
    Ok(Pasted { cells, transposed })
}

struct Reader<'r> {
    grid: &'r Grid,
    header: Option<Header>,
    model: &'r Model,
    base_year: i32,
    origin: &'r Origin,
    named: &'r BTreeMap<String, String>,
}

/// What stands before the values of a row.
#[derive(Clone, Default)]
struct Heading {
    label: String,
    unit: Option<Unit>,
}

/// What the model knows under a name.
struct Declared<'m> {
    id: &'m str,
    unit: &'m Unit,
    plausible: Option<[f64; 2]>,
    /// Whether there are values of other years than the base year.
    dated: bool,
    /// Whether the base year's value is a figure of the region.
    given: bool,
}

impl Reader<'_> {
    fn cells(&self) -> Vec<PastedCell> {
        let start = self.header.as_ref().map_or(0, |header| header.row + 1);
        let first = self.header.as_ref().map_or_else(|| self.first_value(), Header::first);
        let common = self.common_unit(start);
        let mut heading = Heading::default();
        let mut cells = Vec::new();
        for row in start..self.grid.rows.len() {
            let values = &self.grid.rows[row];
            if self.header.as_ref().is_some_and(|header| header.is_repeated(values)) {
                continue;
            }
            heading = self.heading(row, first, heading);
            let declared = self.declared(&heading.label);
            let unit = heading.unit.as_ref().or(common.as_ref());
            let columns = first..values.len();
            cells.extend(columns.filter_map(|column| {
                self.cell(row, column, first, &heading, declared.as_ref(), unit)
            }));
        }
        cells
    }

    /// The first column with a number in it, where no years say where values begin.
    fn first_value(&self) -> usize {
        let is_number = |column: usize| {
            let mut rows = 0..self.grid.rows.len();
            let read = |row| read_cell(self.grid.cell(row, column), &self.model.units);
            rows.any(|row| matches!(read(row), Cell::Number(_)))
        };
        (0..self.grid.width()).find(|&column| is_number(column)).unwrap_or(1)
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
        let wanted = folded(self.named.get(label).map_or(label, String::as_str));
        let is_named = |id: &str, name: &Text| {
            [id, &name.zh, &name.en].into_iter().any(|name| folded(name) == wanted)
        };
        let variable = self.model.variables.iter().find(|it| is_named(&it.id, &it.name));
        let variable = variable.map(|it| Declared {
            id: &it.id,
            unit: &it.unit,
            plausible: it.plausible,
            dated: true,
            given: it.start == Start::Region,
        });
        let figure = || self.model.figures.iter().find(|it| is_named(&it.id, &it.name));
        let figure = || {
            figure().map(|it| Declared {
                id: &it.id,
                unit: &it.unit,
                plausible: it.plausible,
                dated: false,
                given: true,
            })
        };
        if wanted.is_empty() { None } else { variable.or_else(figure) }
    }

    fn cell(
        &self,
        row: usize,
        column: usize,
        first: usize,
        heading: &Heading,
        declared: Option<&Declared<'_>>,
        unit: Option<&Unit>,
    ) -> Option<PastedCell> {
        let text = self.grid.cell(row, column);
        let year = match &self.header {
            Some(header) => header.years.get(column).copied().flatten(),
            None => (column == first).then_some(self.base_year),
        };
        // Remarks beside the years are no values.
        if year.is_none() && (self.header.is_some() || text.trim().is_empty()) {
            return None;
        }
        let outcome = match read_cell(text, &self.model.units) {
            Cell::Missing => Ok(None),
            Cell::Problem(problem) => Err(problem),
            Cell::Number(number) => self.datum(number, declared, unit, year).map(Some),
        };
        let warning = outcome.as_ref().ok().and_then(|datum| warning(datum.as_ref()?, declared?));
        Some(PastedCell {
            row: row + 1,
            column: column + 1,
            label: heading.label.clone(),
            id: declared.map(|declared| declared.id.to_owned()),
            year,
            outcome,
            warning,
        })
    }

    fn datum(
        &self,
        number: CellNumber,
        declared: Option<&Declared<'_>>,
        unit: Option<&Unit>,
        year: Option<i32>,
    ) -> Result<Datum, Text> {
        let year = year.ok_or_else(|| {
            Text::new("看不出是哪一年，请在首行写年份", "no year; write the years in the first row")
        })?;
        let declared = declared.ok_or_else(|| {
            Text::new("看不出是哪个指标，请选定", "no indicator of this name; choose one")
        })?;
        fits_year(declared, year, self.base_year)?;
        let own = number.unit.and_then(|symbol| self.model.units.parse(&symbol).ok());
        let unit = own.as_ref().or(unit).unwrap_or(declared.unit);
        fits_unit(declared.unit, unit)?;
        Ok(Datum {
            value: unit.to_base(number.value),
            unit: unit.clone(),
            provenance: self.origin.provenance,
            source: self.origin.source.clone(),
            vintage: self.origin.vintage.clone(),
            note: number.remark,
            error: None,
        })
    }
}

fn fits_year(declared: &Declared<'_>, year: i32, base_year: i32) -> Result<(), Text> {
    if year != base_year && !declared.dated {
        return Err(Text::new(
            format!("这一项只收基期年（{base_year}年）的数"),
            format!("only the base year ({base_year}) counts here"),
        ));
    }
    if year == base_year && !declared.given {
        return Err(Text::new(
            "基期年的值由其他数据算出，不用填",
            "the base year's value is computed from other figures; leave it out",
        ));
    }
    Ok(())
}

pub(super) fn fits_unit(declared: &Unit, unit: &Unit) -> Result<(), Text> {
    let is_difference = |unit: &Unit| unit.flavour() == Flavour::Difference;
    let same =
        declared.dimension() == unit.dimension() && is_difference(declared) == is_difference(unit);
    if same {
        return Ok(());
    }
    let (expected, found) = (declared.symbol(), unit.symbol());
    Err(Text::new(
        format!("单位应为{expected}一类，现为{found}"),
        format!("the unit should be like `{expected}`, it is `{found}`"),
    ))
}

fn warning(datum: &Datum, declared: &Declared<'_>) -> Option<Text> {
    implausible(datum.value, declared.unit, declared.plausible)
}

/// One value for a figure and year; a second one is a question.
fn refuse_repeated(cells: &mut [PastedCell]) {
    let mut seen = BTreeSet::new();
    for cell in cells.iter_mut().filter(|cell| matches!(cell.outcome, Ok(Some(_)))) {
        if !seen.insert((cell.id.clone(), cell.year)) {
            cell.outcome = Err(Text::new(
                "同一指标同一年有两个数，请只留一个",
                "a second value of the same indicator and year; keep one",
            ));
        }
    }
}
