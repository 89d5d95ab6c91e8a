//! The targets of a region document.

use crate::diagnostic::{Code, nearest};
use crate::document::{Table, Value};
use crate::limits;
use crate::locale::Text;
use crate::model::VariableId;
use crate::region::reader::Reader;
use crate::region::{Comparison, Repetition, Target, TargetKind, TargetReading};
use crate::unit::Unit;

pub(super) const KINDS: [(&str, TargetKind); 8] = [
    ("value", TargetKind::Value),
    ("growth", TargetKind::Growth),
    ("increase", TargetKind::Increase),
    ("relative", TargetKind::Relative),
    ("hold", TargetKind::Hold),
    ("rank", TargetKind::Rank),
    ("milestone", TargetKind::Milestone),
    ("rule", TargetKind::Rule),
];
pub(super) const COMPARISONS: [(&str, Comparison); 4] = [
    ("at_least", Comparison::AtLeast),
    ("more_than", Comparison::MoreThan),
    ("at_most", Comparison::AtMost),
    ("equal", Comparison::Equal),
];

const FIELDS: [&str; 18] = [
    "id",
    "indicator",
    "zh",
    "en",
    "year",
    "kind",
    "comparison",
    "floor",
    "stretch",
    "unit",
    "relative_to",
    "section",
    "commitment",
    "lead",
    "responsible",
    "readings",
    "repeated",
    "note",
];

/// Reads all targets, in the order of the file.
pub(super) fn read<'d>(reader: &Reader<'d>, root: &Table<'d>) -> Vec<Target> {
    let items = root.optional("target").and_then(Value::list).unwrap_or_default();
    if let Some(surplus) = items.get(limits::TARGETS) {
        let limit = limits::TARGETS;
        let message =
            Text::new(format!("目标超过{limit}个"), format!("there are more than {limit} targets"));
        surplus.report(Code::TooLong, message);
        return Vec::new();
    }
    let rows = items.into_iter().filter_map(|item| item.table("target"));
    let mut targets: Vec<Target> = Vec::new();
    for row in rows {
        row.only(&FIELDS);
        if let Some(target) = read_target(reader, &row) {
            let id = free_id(&row, &target.id, &targets);
            targets.push(Target { id, ..target });
        }
    }
    targets
}

/// The target's id; one made of it where another target has it, since remarks and edits are kept
/// by id.
fn free_id(row: &Table<'_>, id: &str, known: &[Target]) -> String {
    let is_free = |id: &str| known.iter().all(|target| target.id != id);
    if is_free(id) {
        return id.to_owned();
    }
    let mut numbered = (2..).map(|number| format!("{id}-{number}"));
    let free = numbered.find(|id| is_free(id)).unwrap_or_default();
    let message = Text::new(
        format!("编号`{id}`已有别的目标用了，这个目标改用`{free}`"),
        format!("another target has the id `{id}`; this one gets `{free}`"),
    );
    if let Some(field) = row.optional("id") {
        field.report(Code::Repeated, message);
    }
    free
}

fn read_target<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Option<Target> {
    let (id, indicator) = (row.string("id"), row.string("indicator")?);
    let variable = reader.model.variable(&indicator);
    let name = name(reader, row, variable, &indicator);
    let year = row.required("year").and_then(Value::year);
    let kind = row.required("kind").and_then(|field| field.keyword(&KINDS));
    let comparison = row.required("comparison").and_then(|field| field.keyword(&COMPARISONS));
    let unit = reader.unit(row, None);
    let floor = row.required("floor");
    let relative_to = relative_to(reader, row, variable, kind);
    let (section, commitment) = (row.string("section"), row.string("commitment"));
    let (lead, responsible) =
        (row.string("lead"), row.required("responsible").and_then(Value::strings));
    let note = row.optional_string("note");
    let (readings, repeated) = (readings(reader, row, kind), repeated(row));
    let unit = unit?;
    let floor = floor.and_then(|field| Reader::in_base(field, &unit));
    let stretch = row.optional("stretch").and_then(|field| Reader::in_base(field, &unit));
    check_unit(reader, row, variable, kind, &unit);
    Some(Target {
        id: id?,
        indicator,
        variable,
        name: name?,
        year: year?,
        kind: kind?,
        comparison: comparison?,
        floor: floor?,
        stretch,
        unit,
        relative_to,
        section: section?,
        commitment: commitment?,
        lead: lead?,
        responsible: responsible?.into_iter().map(|(name, _)| name).collect(),
        readings,
        repeated,
        note,
    })
}

/// The variable that a relative target compares with: one of the model, in the indicator's
/// dimension.
fn relative_to<'d>(
    reader: &Reader<'d>,
    row: &Table<'d>,
    variable: Option<VariableId>,
    kind: Option<TargetKind>,
) -> Option<String> {
    let is_relative = kind == Some(TargetKind::Relative);
    let field =
        if is_relative { row.required("relative_to") } else { row.optional("relative_to") }?;
    let id = field.string()?;
    let (model, variables) = (&reader.model.id, &reader.model.variables);
    let Some(reference) = reader.model.variable(&id) else {
        let message = Text::new(
            format!("模型{model}没有`{id}`，这个目标无从比较"),
            format!("the model {model} has no `{id}`: the target has nothing to compare with"),
        );
        let near = nearest(&id, variables.iter().map(|known| known.id.as_str()));
        field.report_unknown(Code::UnknownIndicator, message, near);
        return Some(id);
    };
    // Of an indicator that the model lacks nothing is known; what it was compared with is kept.
    let Some(variable) = variable else { return Some(id) };
    let [own, other] = [variable, reference].map(|variable| &variables[variable].unit);
    if own.dimension() != other.dimension() {
        let (own, other) = (own.symbol(), other.symbol());
        let message = Text::new(
            format!("`{id}`的单位是{other}，不能与单位为{own}的指标比较"),
            format!("`{id}` is measured in `{other}`, the indicator in `{own}`"),
        );
        field.report(Code::TargetUnit, message);
    }
    Some(id)
}

fn readings<'d>(
    reader: &Reader<'d>,
    row: &Table<'d>,
    kind: Option<TargetKind>,
) -> Vec<TargetReading> {
    let items = row.optional("readings").and_then(Value::list).unwrap_or_default();
    let rows = items.into_iter().filter_map(|item| item.table("readings"));
    rows.map(|row| {
        row.only(&["indicator", "zh", "en", "kind"]);
        let own = row.optional("kind").and_then(|field| field.keyword(&KINDS));
        let indicator = row.string("indicator").unwrap_or_default();
        TargetReading {
            name: row.name(),
            variable: reader.model.variable(&indicator),
            indicator,
            kind: own.or(kind).unwrap_or(TargetKind::Value),
        }
    })
    .collect()
}

fn repeated(row: &Table<'_>) -> Vec<Repetition> {
    let items = row.optional("repeated").and_then(Value::list).unwrap_or_default();
    let rows = items.into_iter().filter_map(|item| item.table("repeated"));
    rows.map(|row| {
        row.only(&["section", "commitment"]);
        Repetition {
            section: row.string("section").unwrap_or_default(),
            commitment: row.string("commitment").unwrap_or_default(),
        }
    })
    .collect()
}

/// The indicator's name, or the target's own where the model has no such indicator.
fn name<'d>(
    reader: &Reader<'d>,
    row: &Table<'d>,
    variable: Option<VariableId>,
    indicator: &str,
) -> Option<Text> {
    let (zh, en) = (row.optional_string("zh"), row.optional_string("en"));
    let own = zh.zip(en).map(|(zh, en)| Text { zh, en });
    if let Some(variable) = variable {
        return own.or_else(|| Some(reader.model.variables[variable].name.clone()));
    }
    let model = &reader.model.id;
    let message = Text::new(
        format!("模型{model}没有指标`{indicator}`，这个目标只列出，不推算"),
        format!(
            "the model {model} has no indicator `{indicator}`: the target is listed, not computed"
        ),
    );
    row.optional("indicator")?.report(Code::UnknownIndicator, message);
    if own.is_none() {
        let message = Text::new(
            "模型没有的指标须写名称`zh`和`en`",
            "an indicator that the model lacks needs the names `zh` and `en`",
        );
        row.report(Code::MissingField, message);
    }
    own
}

fn check_unit<'d>(
    reader: &Reader<'d>,
    row: &Table<'d>,
    variable: Option<VariableId>,
    kind: Option<TargetKind>,
    unit: &Unit,
) {
    let (Some(variable), Some(kind)) = (variable, kind) else { return };
    let share = Unit::pure();
    let expected = match kind {
        TargetKind::Value | TargetKind::Increase | TargetKind::Relative => {
            &reader.model.variables[variable].unit
        }
        // A tolerance is a share of the base-year value or an amount.
        TargetKind::Hold if !unit.dimension().is_pure() => &reader.model.variables[variable].unit,
        TargetKind::Growth | TargetKind::Hold => &share,
        TargetKind::Rank | TargetKind::Milestone | TargetKind::Rule => return,
    };
    if expected.dimension() == unit.dimension() {
        return;
    }
    let (expected, found) = (expected.symbol(), unit.symbol());
    let message = Text::new(
        format!("这样的目标单位应为{expected}一类，现为{found}"),
        format!("such a target is measured in `{expected}`, not in `{found}`"),
    );
    if let Some(field) = row.optional("unit") {
        field.report(Code::TargetUnit, message);
    }
}
