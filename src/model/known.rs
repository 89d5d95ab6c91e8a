//! What is known of a parameter, and from which year: the fields of its row that say so.

use crate::diagnostic::Code;
use crate::document::{Table, Value};
use crate::limits;
use crate::locale::Text;
use crate::sampling::Distribution;
use crate::unit::{InUnit, Unit};

/// The fields that a distribution can be written in; a row has one of them.
const FIELDS: [&str; 4] = ["value", "low_mode_high", "low_high", "p5_p95"];

/// How a row writes its numbers.
struct Form<'d> {
    field: &'static str,
    shape: Option<&'static str>,
    unit: &'d Unit,
}

impl<'d> Form<'d> {
    fn of(row: &Table<'d>, unit: &'d Unit) -> Option<Self> {
        let shape = row.optional("distribution").and_then(|field| {
            field.keyword(&[("pert", "pert"), ("normal", "normal"), ("lognormal", "lognormal")])
        });
        let field = FIELDS.into_iter().find(|field| row.optional(field).is_some());
        let form = field.map(|field| Self { field, shape, unit });
        if form.is_none() {
            row.report(Code::Distribution, no_distribution());
        }
        form
    }

    /// What `numbers` say, in base units; `report` says at its place that they are no distribution.
    fn read(&self, numbers: Value<'_>, report: &dyn Fn(Code, Text)) -> Option<Distribution> {
        let base = |end| self.unit.to_base(InUnit(end));
        Some(match self.field {
            "value" => Distribution::Fixed(base(numbers.number()?)),
            "low_mode_high" => {
                let [low, mode, high] = rising(numbers, numbers.numbers()?)?.map(base);
                match self.shape {
                    Some("pert") => Distribution::Pert { low, mode, high },
                    _ if low == high => Distribution::Fixed(low),
                    _ => Distribution::Triangular { low, mode, high },
                }
            }
            "low_high" => {
                let [low, high] = rising(numbers, numbers.numbers()?)?.map(base);
                Distribution::Uniform { low, high }
            }
            _ => {
                let [p5, p95] = rising(numbers, numbers.numbers()?)?.map(base);
                match self.shape {
                    Some("lognormal") if p5 > 0.0 => Distribution::LogNormal { p5, p95 },
                    Some("normal") => Distribution::Normal { p5, p95 },
                    _ => {
                        report(Code::Distribution, no_distribution());
                        return None;
                    }
                }
            }
        })
    }
}

/// What is known of a parameter, in base units.
pub(super) fn distribution(row: &Table<'_>, unit: &Unit) -> Option<Distribution> {
    let form = Form::of(row, unit)?;
    form.read(row.optional(form.field)?, &|code, message| row.report(code, message))
}

/// What is known of it from a year on, written as the row's own numbers are; by year.
pub(super) fn since(row: &Table<'_>, unit: &Unit) -> Vec<(i32, Distribution)> {
    if row.optional("since").is_none() {
        return Vec::new();
    }
    let Some(form) = Form::of(row, unit) else { return Vec::new() };
    by_year(row, |field| form.read(field, &|code, message| field.report(code, message)))
}

/// The values of the field `since` by the year from which they hold, the earliest first.
pub(super) fn by_year<'d, T>(
    row: &Table<'d>,
    read: impl Fn(Value<'d>) -> Option<T>,
) -> Vec<(i32, T)> {
    let table = row.optional("since").and_then(|field| field.table(row.id()));
    let mut values = Vec::new();
    for (key, span, field) in table.iter().flat_map(Table::entries) {
        let year = key.parse::<i32>().ok().filter(|year| limits::YEARS.contains(year));
        let Some(year) = year else {
            let message = Text::new(
                format!("`since`的左边写年份，现为`{key}`"),
                format!("`since` has years on its left, not `{key}`"),
            );
            field.report_at(span, Code::WrongType, message);
            continue;
        };
        values.extend(read(field).map(|value| (year, value)));
    }
    values.sort_by_key(|(year, _)| *year);
    values
}

fn no_distribution() -> Text {
    Text::new(
        "写value、low_mode_high、low_high，或p5_p95连同distribution（对数正态的P5须大于0）",
        "give `value`, `low_mode_high`, `low_high`, or `p5_p95` with `distribution` (a lognormal needs P5 above 0)",
    )
}

/// Numbers that must not fall.
pub(super) fn rising<const N: usize>(field: Value<'_>, ends: [f64; N]) -> Option<[f64; N]> {
    if ends.windows(2).all(|pair| pair[0] <= pair[1]) {
        return Some(ends);
    }
    let message = Text::new("数字须由低到高", "the numbers must rise from low to high");
    field.report(Code::RangeOrder, message);
    None
}
