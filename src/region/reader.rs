//! What the rows of a region document mean, beside what the model declares.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::{Document, Table, Value};
use crate::limits;
use crate::locale::Text;
use crate::model::{Model, Start};
use crate::region::{DatedValue, Datum, Path, Provenance};
use crate::sorted::Map;
use crate::unit::{InUnit, Unit};

pub(super) const PROVENANCES: [(&str, Provenance); 4] = [
    ("document", Provenance::Document),
    ("published", Provenance::Published),
    ("derived", Provenance::Derived),
    ("assumed", Provenance::Assumed),
];

/// What the model says of a number that a region gives.
#[derive(Clone, Copy)]
struct Declared<'m> {
    unit: &'m Unit,
    /// Base units.
    plausible: Option<[f64; 2]>,
}

impl<'m> Declared<'m> {
    fn new(unit: &'m Unit, plausible: Option<[f64; 2]>) -> Self {
        Self { unit, plausible }
    }

    /// Warns of a value, in base units, that the model calls implausible.
    fn check(self, field: Value<'_>, id: &str, value: f64) {
        let Some([low, high]) = self.plausible else { return };
        if (low..=high).contains(&value) {
            return;
        }
        let [low, high, value] = [low, high, value].map(|end| self.unit.from_base(end));
        let symbol = self.unit.symbol();
        let message = Text::new(
            format!("`{id}`为{value} {symbol}，不在合理范围{low}–{high} {symbol}之内"),
            format!("`{id}` is {value} {symbol}, outside the plausible {low}–{high} {symbol}"),
        );
        field.report(Code::NotPlausible, message);
    }
}

/// What rows need to be read.
pub(super) struct Reader<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) model: &'d Model,
    pub(super) sources: Map<String, String>,
}

impl<'d> Reader<'d> {
    pub(super) fn figures(&self, root: &Table<'d>) -> Map<String, Datum> {
        let mut figures = Map::new();
        for row in root.subtables("figure") {
            let declared = self.declared(row.id());
            if declared.is_none() {
                self.unknown(row.id(), row.span(), || self.figure_ids());
            }
            row.only(&["value", "unit", "provenance", "source", "vintage", "note", "error"]);
            if let Some(datum) = self.datum(&row, declared, "value") {
                figures.insert(row.id().to_owned(), datum);
            }
        }
        figures
    }

    /// What the model says of a figure, or of a variable that starts from one.
    fn declared(&self, id: &str) -> Option<Declared<'d>> {
        let model = self.model;
        let figure = model.figures.iter().find(|figure| figure.id == id);
        let figure = figure.map(|figure| Declared::new(&figure.unit, figure.plausible));
        let variable = model.variables.iter().find(|variable| variable.id == id);
        let started = variable.filter(|variable| variable.start == Start::Region);
        figure.or(started.map(|variable| Declared::new(&variable.unit, variable.plausible)))
    }

    fn figure_ids(&self) -> Vec<&'d str> {
        let figures = self.model.figures.iter().map(|figure| figure.id.as_str());
        let variables = self.model.variables.iter();
        let started = variables.filter(|variable| variable.start == Start::Region);
        figures.chain(started.map(|variable| variable.id.as_str())).collect()
    }

    /// Says that the model lacks a name. What stands under it is kept all the same: the model that
    /// the document was written for may have it, or a later one.
    pub(super) fn unknown(&self, id: &str, span: Span, known: impl FnOnce() -> Vec<&'d str>) {
        let model = &self.model.id;
        self.document.report_with(Code::UnknownFigure, span, || {
            let message = Text::new(
                format!("模型{model}没有`{id}`，这一项保留，不参与推演"),
                format!("the model {model} has no `{id}`: it is kept and not computed with"),
            );
            let problem = Problem::new(Code::UnknownFigure, span, message);
            problem.hint_nearest(nearest(id, known().into_iter()))
        });
    }

    /// A number in base units; one that is too large to compute with is reported.
    pub(super) fn in_base(field: Value<'d>, unit: &Unit) -> Option<f64> {
        let number = field.number()?;
        let base = unit.to_base(InUnit(number));
        if limits::is_usable(base) {
            return Some(base);
        }
        let symbol = unit.symbol();
        let message = Text::new(
            format!("{number:e} {symbol}太大，推演不了"),
            format!("{number:e} {symbol} is too large to compute with"),
        );
        field.report(Code::NumberRange, message);
        None
    }

    /// A number with its origin; `value` names the field that holds the number.
    fn datum(&self, row: &Table<'d>, declared: Option<Declared<'_>>, value: &str) -> Option<Datum> {
        let field = row.required(value);
        let unit = self.unit(row, declared.map(|declared| declared.unit));
        let provenance = row.required("provenance").and_then(|field| field.keyword(&PROVENANCES));
        let source = self.source(row);
        let vintage = row.optional_string("vintage");
        let note = row.optional_string("note");
        let error = row.optional("error").and_then(Value::error_share);
        let (field, unit) = (field?, unit?);
        let number = Self::in_base(field, &unit)?;
        if let Some(declared) = declared {
            declared.check(field, row.id(), number);
        }
        Some(Datum {
            value: number,
            unit,
            provenance: provenance?,
            source: source?,
            vintage,
            note,
            error,
        })
    }

    /// The unit of a row, which must have the dimension of the model's.
    pub(super) fn unit(&self, row: &Table<'d>, declared: Option<&Unit>) -> Option<Unit> {
        let field = row.required("unit")?;
        let unit = match self.model.units.parse(&field.string()?) {
            Ok(unit) => unit,
            Err(problem) => {
                field.report_inside(vec![problem]);
                return None;
            }
        };
        if let Some(declared) = declared.filter(|declared| declared.dimension() != unit.dimension())
        {
            let (expected, found) = (declared.symbol(), unit.symbol());
            let message = Text::new(
                format!("`{}`的单位应为{expected}一类，现为{found}", row.id()),
                format!("`{}` is measured in `{expected}`, not in `{found}`", row.id()),
            );
            field.report(Code::FigureUnit, message);
        }
        Some(unit)
    }

    fn source(&self, row: &Table<'d>) -> Option<String> {
        let field = row.required("source")?;
        let id = field.string()?;
        let found = self.sources.get(&id).cloned();
        if found.is_none() {
            let message =
                Text::new(format!("没有出处`{id}`"), format!("there is no source `{id}`"));
            let near = nearest(&id, self.sources.keys().map(String::as_str));
            field.report_unknown(Code::UnknownSource, message, near);
        }
        found
    }

    pub(super) fn dated(
        &self,
        root: &Table<'d>,
        table: &str,
        allowed: fn(i32, i32) -> bool,
        base_year: Option<i32>,
    ) -> Map<String, Vec<DatedValue>> {
        let mut all = Map::new();
        let Some(table) = root.optional(table).and_then(|value| value.table("")) else {
            return all;
        };
        for (id, span, value) in table.entries() {
            let variable = self.model.variable(id).map(|variable| &self.model.variables[variable]);
            if variable.is_none() {
                self.unknown(id, span, || {
                    self.model.variables.iter().map(|known| &*known.id).collect()
                });
            }
            let declared =
                variable.map(|variable| Declared::new(&variable.unit, variable.plausible));
            let rows = value.list().unwrap_or_default().into_iter();
            let values = rows
                .filter_map(|row| self.dated_value(&row.table(id)?, declared, allowed, base_year))
                .collect();
            all.insert(id.to_owned(), self.by_year(id, span, values));
        }
        all
    }

    /// In the order of the years, each once: of a year that stands twice, the last counts.
    fn by_year(&self, id: &str, span: Span, mut values: Vec<DatedValue>) -> Vec<DatedValue> {
        let given = values.len();
        values.reverse();
        values.sort_by_key(|value| value.year);
        let mut repeated = Vec::new();
        values.dedup_by(|next, kept| {
            let is_same = next.year == kept.year;
            if is_same && !repeated.contains(&kept.year) {
                repeated.push(kept.year);
            }
            is_same
        });
        if let Some(year) = repeated.first() {
            let count = given - values.len();
            let message = Text::new(
                format!("`{id}`有{count}个数的年份与别的重复（如{year}年），每年只取最后一个"),
                format!(
                    "`{id}`: values for a year that has another: {count} (such as {year}); the last of each year is taken"
                ),
            );
            self.document.report(Problem::new(Code::Repeated, span, message));
        }
        values
    }

    fn dated_value(
        &self,
        row: &Table<'d>,
        declared: Option<Declared<'_>>,
        allowed: fn(i32, i32) -> bool,
        base_year: Option<i32>,
    ) -> Option<DatedValue> {
        let year = row.required("year")?;
        row.only(&["year", "value", "unit", "provenance", "source", "vintage", "note", "error"]);
        let datum = self.datum(row, declared, "value");
        let number = year.year()?;
        if base_year.is_some_and(|base| !allowed(number, base)) {
            let message = Text::new(
                "历史须在基期年以前，结果须在基期年以后",
                "history lies before the base year, outcomes after it",
            );
            year.report(Code::YearOrder, message);
        }
        Some(DatedValue { year: number, datum: datum? })
    }

    pub(super) fn assumptions(&self, root: &Table<'d>) -> Map<String, Path> {
        let mut paths = Map::new();
        for row in root.subtables("assumption") {
            let declared =
                self.model.assumptions.iter().find(|assumption| assumption.id == row.id());
            if declared.is_none() {
                let known = || self.model.assumptions.iter().map(|known| &*known.id).collect();
                self.unknown(row.id(), row.span(), known);
            }
            if let Some(path) = self.path(&row, declared.map(|declared| &declared.unit)) {
                paths.insert(row.id().to_owned(), path);
            }
        }
        paths
    }

    fn path(&self, row: &Table<'d>, declared: Option<&Unit>) -> Option<Path> {
        let unit = self.unit(row, declared);
        let provenance = row.required("provenance").and_then(|field| field.keyword(&PROVENANCES));
        let source = self.source(row);
        row.only(&["unit", "by_year", "provenance", "source", "note"]);
        let note = row.optional_string("note");
        let years = row.required("by_year")?.table("by_year")?;
        let unit = unit?;
        let mut by_year = Map::new();
        for (text, _, value) in years.entries() {
            let year = text.parse::<i32>().ok().filter(|year| year.to_string() == text);
            let Some(year) = year.filter(|year| limits::YEARS.contains(year)) else {
                let message = Text::new("不是年份", "this is no calendar year");
                value.report(Code::WrongType, message);
                continue;
            };
            by_year.insert(year, Self::in_base(value, &unit)?);
        }
        Some(Path { by_year, unit, provenance: provenance?, source: source?, note })
    }

    pub(super) fn present(&self, root: &Table<'d>) -> Map<String, Datum> {
        let mut present = Map::new();
        for row in root.subtables("lever") {
            let lever = self.model.levers.iter().find(|lever| lever.id == row.id());
            if lever.is_none() {
                let known = || self.model.levers.iter().map(|known| &*known.id).collect();
                self.unknown(row.id(), row.span(), known);
            }
            row.only(&["present", "unit", "provenance", "source", "vintage", "note", "error"]);
            let declared = lever.map(|lever| Declared::new(&lever.unit, None));
            let datum = self.datum(&row, declared, "present");
            let Some(datum) = datum else { continue };
            let is_outside = lever.is_some_and(|lever| {
                let setting = lever.unit.from_base(datum.value);
                setting < lever.range[0] || setting > lever.range[1]
            });
            if let Some([low, high]) = lever.map(|lever| lever.range).filter(|_| is_outside) {
                let message = Text::new(
                    format!("现值不在{low}与{high}之间"),
                    format!("the present setting is not between {low} and {high}"),
                );
                row.report(Code::PresentOutsideRange, message);
            }
            present.insert(row.id().to_owned(), datum);
        }
        present
    }
}
