//! The rows and cards of a model document, one function a table.

use crate::diagnostic::Code;
use crate::document::{Table, Value};
use crate::locale::Text;
use crate::model::known::{by_year, distribution, rising, since};
use crate::model::reader::Reader;
use crate::model::{
    Assumption, Band, Class, Constant, Context, CostKind, Direction, Figure, Formula, Index, Lever,
    MeasureKind, OwnPast, Parameter, Reference, Shock, Start, Variable, index_formula, items,
};
use crate::sampling::{Distribution, ShockDistribution};
use crate::unit::{InUnit, Unit};

const CLASSES: [(&str, Class); 3] =
    [("M", Class::Mechanical), ("E", Class::Empirical), ("J", Class::Judgement)];
const MEASURES: [(&str, MeasureKind); 3] =
    [("flow", MeasureKind::Flow), ("stock", MeasureKind::Stock), ("rate", MeasureKind::Rate)];
const COST_KINDS: [(&str, CostKind); 2] =
    [("cash", CostKind::Cash), ("forgone", CostKind::Forgone)];
const DIRECTIONS: [(&str, Direction); 3] =
    [("more", Direction::More), ("less", Direction::Less), ("hold", Direction::Hold)];

/// Where nothing better was read: every [`Option`] that is empty has been reported.
fn class(row: &Table<'_>) -> Class {
    let field = row.required("class");
    let class = field.and_then(|field| field.keyword_or(Code::UnknownClass, &CLASSES));
    class.unwrap_or(Class::Judgement)
}

fn sources<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Vec<usize> {
    row.required("source").map(|field| reader.sources(field)).unwrap_or_default()
}

pub(super) fn figure<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Figure {
    row.only(&[
        "zh",
        "en",
        "unit",
        "default",
        "since",
        "plausible",
        "base_error",
        "measure",
        "note",
        "growth_of",
        "years_of",
    ]);
    let unit = reader.unit(row);
    let of = |field, past| row.optional_string(field).map(|id| (id, past));
    Figure {
        id: row.id().to_owned(),
        name: row.name(),
        default: dated_default(reader, row, unit.as_ref()),
        plausible: plausible(row, unit.as_ref()),
        base_error: flag(row, "base_error"),
        measure: row.optional("measure").and_then(|field| field.keyword(&MEASURES)),
        note: row.optional_string("note"),
        own_past: of("growth_of", OwnPast::Growth).or(of("years_of", OwnPast::Years)),
        unit: unit.unwrap_or_else(Unit::pure),
    }
}

pub(super) fn assumption<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Assumption {
    row.only(&["zh", "en", "unit", "default", "note"]);
    let unit = reader.unit(row);
    Assumption {
        id: row.id().to_owned(),
        name: row.name(),
        default: default(reader, row, unit.as_ref()),
        note: row.optional_string("note"),
        unit: unit.unwrap_or_else(Unit::pure),
    }
}

pub(super) fn parameter<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Parameter {
    row.only(&[
        "zh",
        "en",
        "unit",
        "value",
        "low_mode_high",
        "low_high",
        "p5_p95",
        "distribution",
        "since",
        "class",
        "source",
        "note",
    ]);
    let unit = reader.unit(row).unwrap_or_else(Unit::pure);
    Parameter {
        id: row.id().to_owned(),
        name: row.name(),
        distribution: distribution(row, &unit).unwrap_or(Distribution::Fixed(0.0)),
        since: since(row, &unit),
        class: class(row),
        sources: sources(reader, row),
        note: row.optional_string("note"),
        unit,
    }
}

pub(super) fn shock<'d>(_: &Reader<'d>, row: &Table<'d>) -> Shock {
    row.only(&["zh", "en", "distribution", "degrees"]);
    let words = [("normal", "normal"), ("student_t", "student_t"), ("uniform", "uniform")];
    let distribution = match row.keyword("distribution", &words) {
        Some("student_t") => ShockDistribution::StudentT { degrees: degrees(row).unwrap_or(3.0) },
        Some("uniform") => ShockDistribution::Uniform,
        _ => ShockDistribution::Normal,
    };
    Shock { id: row.id().to_owned(), name: row.name(), distribution }
}

fn degrees(row: &Table<'_>) -> Option<f64> {
    let field = row.required("degrees")?;
    let degrees = field.number()?;
    if degrees > 2.0 {
        return Some(degrees);
    }
    let message =
        Text::new("自由度须大于2，方差才存在", "`degrees` must exceed 2 for the variance to exist");
    field.report(Code::Distribution, message);
    None
}

pub(super) fn constant<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Constant {
    row.only(&["zh", "en", "unit", "formula"]);
    let unit = reader.unit(row);
    Constant {
        id: row.id().to_owned(),
        name: row.name(),
        formula: reader.required_formula(row, "formula", unit.as_ref()),
        unit: unit.unwrap_or_else(Unit::pure),
    }
}

pub(super) fn lever<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Lever {
    row.only(&[
        "zh",
        "en",
        "unit",
        "group",
        "range",
        "step",
        "present",
        "words",
        "cost",
        "cost_kind",
        "class",
        "source",
        "note",
    ]);
    let range = range(row);
    let present = row.required("present").and_then(|field| present(field, range));
    let money = reader.units.parse("元").ok();
    Lever {
        id: row.id().to_owned(),
        name: row.name(),
        unit: reader.unit(row).unwrap_or_else(Unit::pure),
        group: row.required("group").and_then(|field| reader.group(field)).unwrap_or_default(),
        range: range.unwrap_or_default(),
        step: row.required("step").and_then(step).unwrap_or(InUnit(1.0)),
        present: present.unwrap_or_default(),
        bands: bands(row, range).unwrap_or_default(),
        cost: reader.required_formula(row, "cost", money.as_ref()),
        cost_kind: (row.optional("cost_kind"))
            .and_then(|field| field.keyword(&COST_KINDS))
            .unwrap_or_default(),
        class: class(row),
        sources: sources(reader, row),
        note: row.optional_string("note"),
    }
}

fn range(row: &Table<'_>) -> Option<[InUnit; 2]> {
    let field = row.required("range")?;
    let [low, high] = field.numbers()?;
    if low < high {
        return Some([low, high].map(InUnit));
    }
    let message = Text::new(
        format!("下限{low}不小于上限{high}"),
        format!("the lower end {low} is not below the upper end {high}"),
    );
    field.report(Code::RangeOrder, message);
    None
}

fn step(field: Value<'_>) -> Option<InUnit> {
    let step = field.number()?;
    if step > 0.0 {
        return Some(InUnit(step));
    }
    field.report(Code::NumberRange, Text::new("步长须大于0", "the step must exceed 0"));
    None
}

fn present(field: Value<'_>, range: Option<[InUnit; 2]>) -> Option<InUnit> {
    let present = InUnit(field.number()?);
    let [low, high] = range?;
    if present < low || present > high {
        let message = Text::new(
            format!("现值{present}不在{low}与{high}之间"),
            format!("the present setting {present} is not between {low} and {high}"),
        );
        field.report(Code::PresentOutsideRange, message);
    }
    Some(present)
}

fn bands(row: &Table<'_>, range: Option<[InUnit; 2]>) -> Option<Vec<Band>> {
    let field = row.required("words")?;
    let bands: Option<Vec<Band>> = field.list()?.into_iter().map(band).collect();
    let bands = bands?;
    let rising = bands.windows(2).all(|pair| pair[0].upper < pair[1].upper);
    let covers = range.is_none_or(|[_, high]| bands.last().is_some_and(|last| last.upper >= high));
    if rising && covers {
        return Some(bands);
    }
    let message = Text::new(
        "各段上限须递增，并达到范围上限",
        "the upper ends must rise and reach the end of the range",
    );
    field.report(Code::WordsDoNotCover, message);
    None
}

fn band(item: Value<'_>) -> Option<Band> {
    let parts = item.list()?;
    let [upper, zh, en] = parts.as_slice() else {
        item.report(
            Code::WrongType,
            Text::new("应为[上限, 中文, 英文]", "expected [upper end, Chinese, English]"),
        );
        return None;
    };
    Some(Band { upper: InUnit(upper.number()?), name: Text { zh: zh.string()?, en: en.string()? } })
}

pub(super) fn variable<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Variable {
    row.only(&[
        "zh",
        "en",
        "unit",
        "formula",
        "start",
        "default",
        "class",
        "measure",
        "group",
        "indicator",
        "decimals",
        "plausible",
        "base_error",
        "real_of",
        "definition_zh",
        "definition_en",
        "source",
        "note",
    ]);
    let unit = reader.unit(row);
    let direction = row.optional("indicator").and_then(|field| field.keyword(&DIRECTIONS));
    if direction.is_some() {
        for needed in ["measure", "group", "decimals"] {
            let _ = row.required(needed);
        }
    }
    let sources = row.optional("source").map(|field| reader.sources(field));
    Variable {
        id: row.id().to_owned(),
        name: row.name(),
        formula: reader.required_formula(row, "formula", unit.as_ref()),
        start: start(reader, row, unit.as_ref()),
        default: default(reader, row, unit.as_ref()),
        class: class(row),
        measure: row.optional("measure").and_then(|field| field.keyword(&MEASURES)),
        group: row.optional("group").and_then(|field| reader.group(field)),
        direction,
        decimals: decimals(row),
        real_of: row.optional("real_of").and_then(|field| reader.variable(&field.string()?, field)),
        plausible: plausible(row, unit.as_ref()),
        base_error: flag(row, "base_error"),
        definition: definition(row),
        sources: sources.unwrap_or_default(),
        note: row.optional_string("note"),
        unit: unit.unwrap_or_else(Unit::pure),
    }
}

/// An index is a variable whose formula its items stand for.
pub(super) fn index<'d>(reader: &Reader<'d>, row: &Table<'d>) -> (Variable, Index) {
    row.only(&[
        "zh",
        "en",
        "group",
        "start",
        "items",
        "indicator",
        "decimals",
        "class",
        "source",
        "note",
        "definition_zh",
        "definition_en",
    ]);
    let names = &reader.namespace;
    let quantity = |variable| names.quantity(Reference::Variable(variable));
    let context = Context { units: &reader.units, ids: &names.variables, quantity: &quantity };
    let mut indexes = names.variables.iter_enumerated().skip(names.first_index);
    let position = indexes.find(|(_, id)| **id == row.id()).map(|(position, _)| position);
    let position = position.unwrap_or(names.first_index.into());
    let items = items(row, &context);
    let _ = row.required("start");
    let variable = Variable {
        id: row.id().to_owned(),
        name: row.name(),
        unit: Unit::pure(),
        formula: index_formula(position, &items, &names.variables),
        start: start(reader, row, Some(&Unit::pure())),
        default: None,
        class: class(row),
        measure: Some(MeasureKind::Rate),
        group: row.required("group").and_then(|field| reader.group(field)),
        direction: row.keyword("indicator", &DIRECTIONS),
        decimals: decimals(row),
        real_of: None,
        plausible: None,
        base_error: false,
        definition: definition(row),
        sources: sources(reader, row),
        note: row.optional_string("note"),
    };
    (variable, Index { variable: position, items })
}

fn flag(row: &Table<'_>, field: &str) -> bool {
    row.optional(field).and_then(Value::flag).unwrap_or(false)
}

fn decimals(row: &Table<'_>) -> usize {
    let field = row.optional("decimals");
    let Some(digits) = field.and_then(Value::whole) else { return 2 };
    if let Some(field) = field.filter(|_| !(0..=9).contains(&digits)) {
        let message = Text::new("小数位数须是0到9", "`decimals` is 0 to 9");
        field.report(Code::NumberRange, message);
    }
    digits.clamp(0, 9) as usize
}

fn definition(row: &Table<'_>) -> Option<Text> {
    let (zh, en) = (row.optional_string("definition_zh"), row.optional_string("definition_en"));
    Some(Text { zh: zh?, en: en? })
}

fn start<'d>(reader: &Reader<'d>, row: &Table<'d>, unit: Option<&Unit>) -> Start {
    let Some(field) = row.optional("start") else { return Start::Formula };
    match field.string().as_deref() {
        Some("region") => Start::Region,
        Some("none") => Start::None,
        Some(_) => Start::Own(reader.formula(field, unit)),
        None => Start::Own(Formula::unread()),
    }
}

fn default<'d>(reader: &Reader<'d>, row: &Table<'d>, unit: Option<&Unit>) -> Option<Formula> {
    number_or_formula(reader, row.optional("default")?, unit)
}

/// A number in the row's unit, or a formula.
fn number_or_formula<'d>(
    reader: &Reader<'d>,
    field: Value<'d>,
    unit: Option<&Unit>,
) -> Option<Formula> {
    if field.is_string() {
        return Some(reader.formula(field, unit));
    }
    Some(Formula::number(field.number()?, unit?))
}

/// A default that another takes the place of from a year on: one formula, so that whoever asks what was taken, and why,
/// is told the rule.
fn dated_default<'d>(reader: &Reader<'d>, row: &Table<'d>, unit: Option<&Unit>) -> Option<Formula> {
    let before = default(reader, row, unit);
    let later = by_year(row, |field| number_or_formula(reader, field, unit));
    if before.is_none() && !later.is_empty() {
        let _ = row.required("default");
    }
    let default =
        later.into_iter().fold(before?, |before, (year, later)| later.since(year, before));
    Some(default)
}

fn plausible(row: &Table<'_>, unit: Option<&Unit>) -> Option<[f64; 2]> {
    let field = row.optional("plausible")?;
    let ends: [f64; 2] = rising(field, field.numbers()?)?;
    let unit = unit?;
    Some(ends.map(|end| unit.to_base(InUnit(end))))
}
