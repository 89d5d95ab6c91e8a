//! The rows and cards of a model document, one function a table.

use crate::diagnostic::Code;
use crate::document::{Table, Value};
use crate::locale::Text;
use crate::model::reader::Reader;
use crate::model::{
    Assumption, Band, Class, Constant, Direction, Figure, Formula, Identity, Lever, Measure,
    Parameter, Shock, Start, Variable,
};
use crate::sampling::{Distribution, ShockDistribution};
use crate::unit::Unit;

const CLASSES: [(&str, Class); 3] =
    [("M", Class::Mechanical), ("E", Class::Empirical), ("J", Class::Judgement)];
const MEASURES: [(&str, Measure); 3] =
    [("flow", Measure::Flow), ("stock", Measure::Stock), ("rate", Measure::Rate)];
const DIRECTIONS: [(&str, Direction); 3] =
    [("more", Direction::More), ("less", Direction::Less), ("hold", Direction::Hold)];

pub(super) fn figure<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Figure> {
    let (name, unit, note) = (row.name(), reader.unit(row), row.optional_string("note"));
    let base_error = row.optional("base_error").and_then(Value::flag).unwrap_or(false);
    let unit = unit?;
    let plausible = plausible(row, &unit);
    let default = default(reader, row, &unit);
    Some(Figure {
        id: row.id().to_owned(),
        name: name?,
        unit,
        default,
        plausible,
        base_error,
        note,
    })
}

pub(super) fn assumption<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Assumption> {
    let (name, unit, note) = (row.name(), reader.unit(row), row.optional_string("note"));
    let unit = unit?;
    let default = default(reader, row, &unit);
    Some(Assumption { id: row.id().to_owned(), name: name?, unit, default, note })
}

pub(super) fn parameter<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Parameter> {
    let (name, unit, note) = (row.name(), reader.unit(row), row.optional_string("note"));
    let class = row.required("class").and_then(|field| field.keyword(&CLASSES));
    let sources = row.required("source").and_then(|field| reader.sources(field));
    let unit = unit?;
    let distribution = distribution(row, &unit);
    Some(Parameter {
        id: row.id().to_owned(),
        name: name?,
        unit,
        distribution: distribution?,
        class: class?,
        sources: sources?,
        note,
    })
}

pub(super) fn shock<'d>(_: &Reader<'d>, row: &Table<'d>) -> Option<Shock> {
    let name = row.name();
    let kind = row.required("distribution").and_then(|field| {
        field.keyword(&[("normal", "normal"), ("student_t", "student_t"), ("uniform", "uniform")])
    });
    let distribution = match kind? {
        "student_t" => ShockDistribution::StudentT { degrees: degrees(row)? },
        "uniform" => ShockDistribution::Uniform,
        _ => ShockDistribution::Normal,
    };
    Some(Shock { id: row.id().to_owned(), name: name?, distribution })
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

pub(super) fn constant<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Constant> {
    let (name, unit) = (row.name(), reader.unit(row));
    let unit = unit?;
    let formula = required_formula(reader, row, "formula", &unit);
    Some(Constant { id: row.id().to_owned(), name: name?, unit, formula: formula? })
}

pub(super) fn lever<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Lever> {
    let (name, unit, note) = (row.name(), reader.unit(row), row.optional_string("note"));
    let group = row.required("group").and_then(|field| reader.group(field));
    let range = range(row);
    let (step, present) = (row.number("step"), row.number("present"));
    let bands = bands(row, range);
    let money = reader.units.parse("元").ok()?;
    let cost = required_formula(reader, row, "cost", &money);
    let class = row.required("class").and_then(|field| field.keyword(&CLASSES));
    let sources = row.required("source").and_then(|field| reader.sources(field));
    check_present(row, range, present);
    Some(Lever {
        id: row.id().to_owned(),
        name: name?,
        unit: unit?,
        group: group?,
        range: range?,
        step: step?,
        present: present?,
        bands: bands?,
        cost: cost?,
        class: class?,
        sources: sources?,
        note,
    })
}

fn range(row: &Table<'_>) -> Option<[f64; 2]> {
    let field = row.required("range")?;
    let [low, high] = field.numbers()?;
    if low < high {
        return Some([low, high]);
    }
    let message = Text::new(
        format!("下限{low}不小于上限{high}"),
        format!("the lower end {low} is not below the upper end {high}"),
    );
    field.report(Code::RangeOrder, message);
    None
}

fn check_present(row: &Table<'_>, range: Option<[f64; 2]>, present: Option<f64>) {
    let (Some([low, high]), Some(present)) = (range, present) else { return };
    if present < low || present > high {
        let message = Text::new(
            format!("现值{present}不在{low}与{high}之间"),
            format!("the present setting {present} is not between {low} and {high}"),
        );
        row.report(Code::PresentOutsideRange, message);
    }
}

fn bands(row: &Table<'_>, range: Option<[f64; 2]>) -> Option<Vec<Band>> {
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
    Some(Band { upper: upper.number()?, name: Text { zh: zh.string()?, en: en.string()? } })
}

pub(super) fn variable<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Variable> {
    let (name, unit, note) = (row.name(), reader.unit(row), row.optional_string("note"));
    let unit = unit?;
    let formula = required_formula(reader, row, "formula", &unit);
    let start = start(reader, row, &unit);
    let class = row.required("class").and_then(|field| field.keyword(&CLASSES));
    let measure = row.optional("measure").and_then(|field| field.keyword(&MEASURES));
    let group = row.optional("group").and_then(|field| reader.group(field));
    let direction = row.optional("indicator").and_then(|field| field.keyword(&DIRECTIONS));
    let decimals = row.optional("decimals").and_then(Value::whole).unwrap_or(2);
    let real_of = row.optional("real_of").and_then(|field| reader.variable(field));
    let plausible = plausible(row, &unit);
    let base_error = row.optional("base_error").and_then(Value::flag).unwrap_or(false);
    let definition = definition(row);
    let sources = row.optional("source").map_or(Some(Vec::new()), |field| reader.sources(field));
    if direction.is_some() {
        for needed in ["measure", "group", "decimals"] {
            let _ = row.required(needed);
        }
    }
    Some(Variable {
        id: row.id().to_owned(),
        name: name?,
        unit,
        formula: formula?,
        start: start?,
        class: class?,
        measure,
        group,
        direction,
        decimals: usize::try_from(decimals).ok()?,
        real_of,
        plausible,
        base_error,
        definition,
        sources: sources?,
        note,
    })
}

fn definition(row: &Table<'_>) -> Option<Text> {
    let (zh, en) = (row.optional_string("definition_zh"), row.optional_string("definition_en"));
    Some(Text { zh: zh?, en: en? })
}

fn start<'d>(reader: &Reader<'d>, row: &Table<'d>, unit: &Unit) -> Option<Start> {
    let Some(field) = row.optional("start") else { return Some(Start::Formula) };
    match field.string()?.as_str() {
        "region" => Some(Start::Region),
        "none" => Some(Start::None),
        _ => reader.formula(field, unit).map(Start::Own),
    }
}

pub(super) fn identity<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Identity> {
    let name = row.name();
    let equation = row.required("equation").and_then(|field| reader.condition(field));
    Some(Identity { id: row.id().to_owned(), name: name?, equation: equation? })
}

fn required_formula<'d>(
    reader: &Reader<'d>,
    row: &Table<'d>,
    field: &str,
    unit: &Unit,
) -> Option<Formula> {
    reader.formula(row.required(field)?, unit)
}

/// A number in the row's unit, or a formula.
fn default<'d>(reader: &Reader<'d>, row: &Table<'d>, unit: &Unit) -> Option<Formula> {
    let field = row.optional("default")?;
    if field.is_string() {
        return reader.formula(field, unit);
    }
    let expression = crate::formula::Expression {
        node: crate::formula::Node::Number { value: field.number()?, unit: Some(unit.clone()) },
        span: crate::diagnostic::Span::default(),
    };
    Some(Formula { text: format!("{} {}", field.number()?, unit.symbol()), expression })
}

fn plausible(row: &Table<'_>, unit: &Unit) -> Option<[f64; 2]> {
    let field = row.optional("plausible")?;
    let ends: [f64; 2] = field.numbers()?;
    Some(ends.map(|end| unit.to_base(end)))
}

/// What is known of a parameter, in base units.
fn distribution(row: &Table<'_>, unit: &Unit) -> Option<Distribution> {
    let shape = row.optional("distribution").and_then(|field| {
        field.keyword(&[("pert", "pert"), ("normal", "normal"), ("lognormal", "lognormal")])
    });
    if let Some(field) = row.optional("value") {
        return Some(Distribution::Fixed(unit.to_base(field.number()?)));
    }
    if let Some(field) = row.optional("low_mode_high") {
        let [low, mode, high] = rising(field, field.numbers()?)?.map(|end| unit.to_base(end));
        return Some(match shape {
            Some("pert") => Distribution::Pert { low, mode, high },
            _ if low == high => Distribution::Fixed(low),
            _ => Distribution::Triangular { low, mode, high },
        });
    }
    if let Some(field) = row.optional("low_high") {
        let [low, high] = rising(field, field.numbers()?)?.map(|end| unit.to_base(end));
        return Some(Distribution::Uniform { low, high });
    }
    if let Some(field) = row.optional("p5_p95") {
        let [p5, p95] = rising(field, field.numbers()?)?.map(|end| unit.to_base(end));
        return match shape {
            Some("lognormal") if p5 > 0.0 => Some(Distribution::LogNormal { p5, p95 }),
            Some("normal") => Some(Distribution::Normal { p5, p95 }),
            _ => no_distribution(row),
        };
    }
    no_distribution(row)
}

fn no_distribution(row: &Table<'_>) -> Option<Distribution> {
    let message = Text::new(
        "写value、low_mode_high、low_high，或p5_p95连同distribution（对数正态的P5须大于0）",
        "give `value`, `low_mode_high`, `low_high`, or `p5_p95` with `distribution` (a lognormal needs P5 above 0)",
    );
    row.report(Code::Distribution, message);
    None
}

fn rising<const N: usize>(field: Value<'_>, ends: [f64; N]) -> Option<[f64; N]> {
    if ends.windows(2).all(|pair| pair[0] <= pair[1]) {
        return Some(ends);
    }
    let message = Text::new("数字须由低到高", "the numbers must rise from low to high");
    field.report(Code::RangeOrder, message);
    None
}
