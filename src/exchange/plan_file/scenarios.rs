//! Reads the scenarios of a plan file.

use crate::diagnostic::Code;
use crate::exchange::plan_file::form::{Form, ScenarioForm, Setting};
use crate::exchange::plan_file::reader::Reader;
use crate::limits;
use crate::model::Model;
use crate::plan::{LeverPath, Scenario, ScenarioId, Scenarios, Settings};
use crate::sorted::Map;
impl Reader<'_> {
    pub(super) fn scenarios(&mut self, form: &Form, model: &Model) -> Scenarios {
        let mut scenarios = Scenarios::default();
        for (position, scenario) in form.scenarios.iter().enumerate() {
            let scenario = self.scenario(scenario, model);
            if !scenarios.restore(scenario) {
                let limit = limits::SCENARIOS;
                self.report_at("scenarios",
                    Code::DuplicateId,
                    format!("scenarios[{position}]：编号重复，或方案超过{limit}个"),
                    format!("scenarios[{position}]: its id is taken, or there are more than {limit} scenarios"),
                );
            }
        }
        scenarios.reserve(ScenarioId(form.next));
        for (field, id) in [("current", form.current), ("reference", form.reference)] {
            if scenarios.get(ScenarioId(id)).is_none() {
                self.report_at(
                    field,
                    Code::UnknownName,
                    format!("`{field}`：没有编号为{id}的方案"),
                    format!("`{field}`: there is no scenario {id}"),
                );
            }
        }
        scenarios.select(ScenarioId(form.current));
        scenarios.set_reference(ScenarioId(form.reference));
        scenarios
    }

    fn scenario(&mut self, form: &ScenarioForm, model: &Model) -> Scenario {
        let is_known = |id: &str| model.assumptions.iter().any(|declared| declared.id == id);
        let levers = form.settings.0.keys().filter(|id| model.lever(id).is_none());
        let assumed = form.assumptions.0.keys().filter(|id| !is_known(id));
        let foreign: Vec<&str> = levers.chain(assumed).map(String::as_str).collect();
        let name = &form.name;
        self.foreign(&foreign, &format!("方案“{name}”"), &format!("scenario '{name}'"));
        let mut settings = Settings::present();
        for (id, setting) in &form.settings.0 {
            if let Some(path) = self.setting(&form.name, id, setting, model) {
                settings.set(id, path);
            }
        }
        let mut assumptions = Map::new();
        for (id, years) in &form.assumptions.0 {
            let by_year = self.years(id, &years.0);
            if !by_year.is_empty() {
                assumptions.insert(id.clone(), by_year);
            }
        }
        let (id, note) = (ScenarioId(form.id), self.note_of(&form.note));
        Scenario { id, name: self.name_of(&form.name), settings, assumptions, note }
    }

    /// Values by calendar year.
    fn years(&mut self, id: &str, written: &Map<String, f64>) -> Map<i32, f64> {
        let mut by_year = Map::new();
        for (text, value) in written {
            let year = text.parse::<i32>().ok().filter(|year| year.to_string() == *text);
            match year.filter(|year| limits::YEARS.contains(year)) {
                Some(year) if limits::is_usable(*value) => {
                    by_year.insert(year, *value);
                }
                Some(_) => self.too_large(id),
                None => self.report_at(
                    text,
                    Code::YearOrder,
                    format!("{id}：`{text}`不是1978至2100之间的年份"),
                    format!("{id}: `{text}` is not a year from 1978 to 2100"),
                ),
            }
        }
        by_year
    }

    /// A setting kept within the lever's range; of a lever that the model lacks, as it is.
    fn setting(
        &mut self,
        scenario: &str,
        id: &str,
        setting: &Setting,
        model: &Model,
    ) -> Option<LeverPath> {
        let given = match setting {
            Setting::Constant(value) => LeverPath::Constant(*value),
            Setting::ByYear(values) => LeverPath::ByYear(self.first_years(scenario, id, values)),
        };
        // A list without years sets nothing.
        given.values().next()?;
        let Some(lever) = model.lever(id).map(|lever| &model.levers[lever]) else {
            return Some(given);
        };
        let [low, high] = lever.range;
        let within = |value: f64| value.clamp(low, high);
        let path = match &given {
            LeverPath::Constant(value) => LeverPath::Constant(within(*value)),
            LeverPath::ByYear(values) => {
                LeverPath::ByYear(values.iter().copied().map(within).collect())
            }
        };
        if path != given {
            self.report_at(
                id,
                Code::OutsideRange,
                format!("方案“{scenario}”：{}超出{low}至{high}，已改到范围内", lever.name.zh),
                format!(
                    "scenario '{scenario}': {} lies outside {low} to {high} and was moved inside",
                    lever.name.en
                ),
            );
        }
        Some(path)
    }

    /// As many years as a run computes; said where there are more.
    fn first_years(&mut self, scenario: &str, id: &str, values: &[f64]) -> Vec<f64> {
        let (given, most) = (values.len(), limits::HORIZON_YEARS as usize);
        if given > most {
            self.report_at(
                id,
                Code::Cut,
                format!("方案“{scenario}”：`{id}`写了{given}年，只读入前{most}年"),
                format!(
                    "scenario '{scenario}': `{id}` has {given} years; the first {most} were read"
                ),
            );
        }
        values.iter().copied().take(most).collect()
    }
}
