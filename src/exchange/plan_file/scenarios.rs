//! Reads the scenarios of a plan file.

use crate::diagnostic::Code;
use crate::document::{Table, Value};
use crate::exchange::plan_file::fields::{foreign, name_of, note_of, too_large};
use crate::exchange::plan_file::reader::Reader;
use crate::limits;
use crate::locale::Text;
use crate::model::Model;
use crate::plan::{KeptFields, LeverPath, Scenario, ScenarioId, Scenarios, Settings};
use crate::sorted::Map;
use crate::unit::InUnit;

const FIELDS: [&str; 5] = ["id", "name", "settings", "assumptions", "note"];

impl<'d> Reader<'d> {
    pub(super) fn scenarios(&mut self, root: &Table<'d>, model: &Model) -> Option<Scenarios> {
        let mut scenarios = Scenarios::default();
        let rows = root.required("scenarios").and_then(Value::list);
        let is_complete = rows.is_some_and(|rows| self.all(rows, &mut scenarios, model));
        let current = chosen(root, "current", is_complete.then_some(&scenarios));
        let reference = chosen(root, "reference", is_complete.then_some(&scenarios));
        scenarios.select(current?);
        scenarios.set_reference(reference?);
        is_complete.then_some(scenarios)
    }

    /// Whether every scenario could be read.
    fn all(&mut self, rows: Vec<Value<'d>>, into: &mut Scenarios, model: &Model) -> bool {
        let mut is_complete = true;
        for row in rows {
            if !into.has_room() {
                let limit = limits::SCENARIOS;
                let (zh, en) = (
                    format!("方案超过{limit}个"),
                    format!("there are more than {limit} scenarios"),
                );
                row.report(Code::TooLong, Text { zh, en });
                return false;
            }
            let read = row.table("").and_then(|table| {
                let (field, scenario) = (table.optional("id"), self.scenario(&table, model));
                field.zip(scenario)
            });
            let Some((field, scenario)) = read else {
                is_complete = false;
                continue;
            };
            let is_present = scenario.is_present();
            if !into.restore(scenario) {
                is_complete = false;
                let message = if is_present {
                    Text::new(
                        "这个编号是现状延续的，别的方案不能用",
                        "this id is that of the outlook and of no other scenario",
                    )
                } else {
                    Text::new(
                        "编号重复，前面已有方案用了",
                        "a scenario before this one has the same id",
                    )
                };
                field.report(Code::DuplicateId, message);
            }
        }
        is_complete
    }

    fn scenario(&mut self, row: &Table<'d>, model: &Model) -> Option<Scenario> {
        let (id, name) = (row.required("id").and_then(id), row.required("name"));
        let name = name.and_then(name_of);
        let note = row.optional("note").map_or(Some(String::new()), note_of);
        let shown = name.clone().unwrap_or_default();
        let table = |name: &str| row.optional(name).and_then(|value| value.table(""));
        let settings = table("settings");
        let settings = settings.map(|settings| read_settings(&shown, &settings, model));
        let assumptions = table("assumptions");
        let assumptions = assumptions.map(|assumed| read_assumptions(&shown, &assumed, model));
        let kept = KeptFields::new(self.rest(row, &FIELDS));
        Some(Scenario {
            id: id?,
            name: name?,
            settings: settings.unwrap_or_default(),
            assumptions: assumptions.unwrap_or_default(),
            note: note?,
            kept,
        })
    }
}

/// The scenario that a field names, which is one of the `scenarios` where all could be read.
fn chosen(root: &Table<'_>, name: &str, scenarios: Option<&Scenarios>) -> Option<ScenarioId> {
    let field = root.required(name)?;
    let id = id(field)?;
    if scenarios.is_some_and(|scenarios| scenarios.get(id).is_none()) {
        let message = Text::new(
            format!("`{name}`：没有这个编号的方案"),
            format!("`{name}`: no scenario has this id"),
        );
        field.report(Code::UnknownName, message);
    }
    Some(id)
}

fn read_settings(scenario: &str, table: &Table<'_>, model: &Model) -> Settings {
    let mut settings = Settings::present();
    let of = Text::new(format!("方案“{scenario}”"), format!("scenario '{scenario}'"));
    if !foreign(table, &|id| model.lever(id).is_some(), &of) {
        return settings;
    }
    for (id, _, value) in table.entries() {
        if let Some(path) = setting(scenario, id, value, model) {
            settings.set(id, path);
        }
    }
    settings
}

fn read_assumptions(
    scenario: &str,
    table: &Table<'_>,
    model: &Model,
) -> Map<String, Map<i32, f64>> {
    let mut assumptions = Map::new();
    let is_known = |id: &str| model.assumptions.iter().any(|declared| declared.id == id);
    let of = Text::new(format!("方案“{scenario}”"), format!("scenario '{scenario}'"));
    if !foreign(table, &is_known, &of) {
        return assumptions;
    }
    for years in table.entries().into_iter().filter_map(|(id, _, years)| years.table(id)) {
        let by_year = by_year(&years);
        if !by_year.is_empty() {
            assumptions.insert(years.id().to_owned(), by_year);
        }
    }
    assumptions
}

/// A setting kept within the lever's range; of a lever that the model lacks, as it is.
fn setting(scenario: &str, id: &str, value: Value<'_>, model: &Model) -> Option<LeverPath> {
    let given = if value.is_list() {
        let values = value.items().map(|value| value.number().map(InUnit)).collect::<Option<_>>();
        LeverPath::ByYear(first_years(scenario, id, value, values?))
    } else {
        let (zh, en) = ("一个数，或逐年的一列数", "a number or a list of numbers");
        value.expect(value.is_number().then_some(()), zh, en)?;
        LeverPath::Constant(InUnit(value.number()?))
    };
    // A list without years sets nothing.
    given.values().next()?;
    let Some(lever) = model.lever(id).map(|lever| &model.levers[lever]) else {
        return Some(given);
    };
    let [low, high] = lever.range;
    let within = |value: InUnit| value.clamp(low, high);
    let path = match &given {
        LeverPath::Constant(value) => LeverPath::Constant(within(*value)),
        LeverPath::ByYear(values) => {
            LeverPath::ByYear(values.iter().copied().map(within).collect())
        }
    };
    if path != given {
        let Text { zh, en } = &lever.name;
        let message = Text::new(
            format!("方案“{scenario}”：{zh}超出{low}至{high}，已改到范围内"),
            format!(
                "scenario '{scenario}': {en} lies outside {low} to {high} and was moved inside"
            ),
        );
        value.report(Code::OutsideRange, message);
    }
    Some(path)
}

/// An id as it is written.
fn id(field: Value<'_>) -> Option<ScenarioId> {
    let id = ScenarioId::read(field.verbatim()?);
    if id.is_none() {
        let message = Text::new(
            "编号应为16位十六进制数（0–9、a–f）",
            "an id has 16 hexadecimal digits (0–9, a–f)",
        );
        field.report(Code::BadId, message);
    }
    id
}

/// Values by calendar year.
fn by_year(table: &Table<'_>) -> Map<i32, f64> {
    let mut by_year = Map::new();
    for (text, span, value) in table.entries() {
        let year = text.parse::<i32>().ok().filter(|year| year.to_string() == text);
        let Some(year) = year.filter(|year| limits::YEARS.contains(year)) else {
            let id = table.id();
            let message = Text::new(
                format!("{id}：`{text}`不是1978至2100之间的年份"),
                format!("{id}: `{text}` is not a year from 1978 to 2100"),
            );
            value.report_at(span, Code::YearOrder, message);
            continue;
        };
        let Some(number) = value.number() else { continue };
        if limits::is_usable(number) {
            by_year.insert(year, number);
        } else {
            too_large(value, table.id());
        }
    }
    by_year
}

/// As many years as a run computes; said where there are more.
fn first_years(scenario: &str, id: &str, field: Value<'_>, mut values: Vec<InUnit>) -> Vec<InUnit> {
    let (given, most) = (values.len(), limits::HORIZON_YEARS as usize);
    if given > most {
        let message = Text::new(
            format!("方案“{scenario}”：`{id}`写了{given}年，只读入前{most}年"),
            format!("scenario '{scenario}': `{id}` has {given} years; the first {most} were read"),
        );
        field.report(Code::Cut, message);
    }
    values.truncate(most);
    values
}
