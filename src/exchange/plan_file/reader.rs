//! Reads a plan file: nothing is taken over unless all of it can be used.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;
use serde_json::error::Category;

use crate::diagnostic::{Checked, Code, Diagnostic, Problem, Severity, SourceFile, Span};
use crate::exchange::plan_file::form::{Form, ParameterForm, ScenarioForm, Setting, StatusWord};
use crate::exchange::plan_file::{FORMAT, encoding};
use crate::limits;
use crate::locale::Text;
use crate::model::{self, Model};
use crate::plan::{
    LeverPath, ModelIdentity, ParameterChange, Plan, Recorded, Scenario, ScenarioId, Scenarios,
    Settings, Status, WordingRule, clean_name, clean_note,
};
use crate::region;

/// A model that the program brings along.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn<'m> {
    /// Id, version and hash.
    pub identity: &'m ModelIdentity,
    /// The model.
    pub model: &'m Model,
}

/// A plan that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Its own model, where it brings one.
    pub own_model: Option<Model>,
}

/// Reads a plan file. Errors say what is wrong and where; warnings say what was left
/// out or changed to fit.
#[must_use]
pub fn read(name: &str, bytes: &[u8], built_in: &[BuiltIn<'_>]) -> Checked<Opened> {
    let mut reader = Reader { name, source: SourceFile { name, text: "" }, found: Vec::new() };
    if bytes.len() > limits::PLAN_BYTES {
        let megabytes = limits::PLAN_BYTES / 1_000_000;
        reader.report(
            Code::TooLong,
            format!("文件超过{megabytes}MB"),
            format!("the file is larger than {megabytes} MB"),
        );
        return Checked::failed(reader.found);
    }
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(message) => {
            reader.report(Code::NotAPlan, message.zh, message.en);
            return Checked::failed(reader.found);
        }
    };
    reader.source.text = text;
    let opened = reader.form(text).and_then(|form| reader.plan(form, built_in));
    match opened {
        Some(opened) => Checked::new(opened, reader.found),
        None => Checked::failed(reader.found),
    }
}

/// Only what tells the format; everything else is looked at later.
#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
}

struct Reader<'r> {
    name: &'r str,
    source: SourceFile<'r>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reports a problem of the whole file.
    fn report(&mut self, code: Code, zh: String, en: String) {
        let problem = Problem::new(code, Span::default(), Text { zh, en });
        self.found.push(self.source.locate(problem));
    }

    /// Reports a problem where the text first has `word` as a string.
    fn report_at(&mut self, word: &str, code: Code, zh: String, en: String) {
        let quoted = format!("\"{word}\"");
        let start = self.source.text.find(&quoted).unwrap_or_default();
        let problem = Problem::new(code, Span::new(start, start + quoted.len()), Text { zh, en });
        self.found.push(self.source.locate(problem));
    }

    fn form(&mut self, text: &str) -> Option<Form> {
        let head: Head = self.parse(text)?;
        match head.format.as_ref().map(serde_json::Value::as_u64) {
            Some(Some(format)) if format == u64::from(FORMAT) => self.parse(text),
            Some(Some(format)) if format > u64::from(FORMAT) => {
                self.report_at("format",
                    Code::FormatVersion,
                    format!("文件由更新的版本生成（格式{format}），本程序读到格式{FORMAT}"),
                    format!("a newer version wrote the file (format {format}); this one reads up to format {FORMAT}"),
                );
                None
            }
            Some(_) => {
                self.report_at(
                    "format",
                    Code::FormatVersion,
                    format!("`format`应为{FORMAT}"),
                    format!("`format` must be {FORMAT}"),
                );
                None
            }
            None => {
                self.report(
                    Code::NotAPlan,
                    "没有`format`，不是规划文件".to_owned(),
                    "there is no `format`: not a plan file".to_owned(),
                );
                None
            }
        }
    }

    fn parse<'t, T: Deserialize<'t>>(&mut self, text: &'t str) -> Option<T> {
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.found.push(self.source.locate(json_problem(&error, text)));
                None
            }
        }
    }

    fn plan(&mut self, form: Form, built_in: &[BuiltIn<'_>]) -> Option<Opened> {
        let own_model = match &form.own_model {
            Some(text) => Some(self.own_model(text)?),
            None => None,
        };
        let written = ModelIdentity {
            id: form.model.id.clone(),
            version: form.model.version.clone(),
            hash: form.model.hash.clone(),
        };
        let (model, identity) = match &own_model {
            Some(model) => (model, written),
            None => self.built_in(&written, built_in)?,
        };
        let region = self.region(&form.region, model)?;
        let scenarios = self.scenarios(&form, model);
        let mut plan = Plan::new(self.name_of(&form.name), identity, Rc::new(region));
        plan.own_model = form.own_model.as_deref().map(Rc::from);
        plan.scenarios = scenarios;
        plan.ceiling = self.ceiling(form.ceiling);
        plan.thresholds = self.thresholds(&form);
        for (id, form) in form.parameters.0 {
            self.parameter(&mut plan, model, id, &form);
        }
        for (target, form) in form.statuses.0 {
            let recorded = Recorded { status: status(form.status), note: clean_note(&form.note) };
            plan.statuses.insert(target, recorded);
        }
        plan.notes = clean_note(&form.notes);
        Some(Opened { plan, own_model })
    }

    fn own_model(&mut self, text: &str) -> Option<Model> {
        let name = format!("{}#own_model", self.name);
        let checked = model::read(SourceFile { name: &name, text });
        self.extend(checked.diagnostics);
        checked.value
    }

    /// Keeps errors: targets without an indicator, missing figures and their like are part of
    /// many plans, and no news here.
    fn extend(&mut self, found: Vec<Diagnostic>) {
        self.found.extend(found.into_iter().filter(|one| one.severity() == Severity::Error));
    }

    fn built_in<'m>(
        &mut self,
        written: &ModelIdentity,
        built_in: &[BuiltIn<'m>],
    ) -> Option<(&'m Model, ModelIdentity)> {
        let Some(known) = built_in.iter().find(|known| known.identity.id == written.id) else {
            let ids: Vec<&str> = built_in.iter().map(|known| known.identity.id.as_str()).collect();
            let (id, ids) = (&written.id, ids.join("、"));
            self.report_at(
                id,
                Code::UnknownModel,
                format!("本程序没有模型`{id}`，只有：{ids}"),
                format!("this program has no model `{id}`, only: {ids}"),
            );
            return None;
        };
        if known.identity != written {
            let Text { zh, en } = other_model(&written.version, &known.identity.version);
            self.report_at(&written.version, Code::OtherModel, zh, en);
        }
        Some((known.model, known.identity.clone()))
    }

    fn region(&mut self, text: &str, model: &Model) -> Option<region::Region> {
        let name = format!("{}#region", self.name);
        let checked = region::read(SourceFile { name: &name, text }, model);
        self.extend(checked.diagnostics);
        checked.value
    }

    fn scenarios(&mut self, form: &Form, model: &Model) -> Scenarios {
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
        let mut settings = Settings::present();
        for (id, setting) in &form.settings.0 {
            if let Some(path) = self.setting(&form.name, id, setting, model) {
                settings.set(id, path);
            }
        }
        let mut assumptions = BTreeMap::new();
        for (id, years) in &form.assumptions.0 {
            if !model.assumptions.iter().any(|declared| declared.id == *id) {
                self.not_in_model(&form.name, id);
                continue;
            }
            let by_year = self.years(id, &years.0);
            if !by_year.is_empty() {
                assumptions.insert(id.clone(), by_year);
            }
        }
        let (id, note) = (ScenarioId(form.id), clean_note(&form.note));
        Scenario { id, name: self.name_of(&form.name), settings, assumptions, note }
    }

    /// Values by calendar year.
    fn years(&mut self, id: &str, written: &BTreeMap<String, f64>) -> BTreeMap<i32, f64> {
        let mut by_year = BTreeMap::new();
        for (text, value) in written {
            let year = text.parse::<i32>().ok().filter(|year| year.to_string() == *text);
            match year.filter(|year| limits::YEARS.contains(year)) {
                Some(year) => {
                    by_year.insert(year, *value);
                }
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

    /// A setting kept within the lever's range.
    fn setting(
        &mut self,
        scenario: &str,
        id: &str,
        setting: &Setting,
        model: &Model,
    ) -> Option<LeverPath> {
        let Some(lever) = model.lever(id).map(|lever| &model.levers[lever]) else {
            self.not_in_model(scenario, id);
            return None;
        };
        let [low, high] = lever.range;
        let path = match setting {
            Setting::Constant(value) => LeverPath::Constant(value.clamp(low, high)),
            Setting::ByYear(values) => {
                let years = limits::HORIZON_YEARS as usize;
                let values = values.iter().take(years).map(|value| value.clamp(low, high));
                LeverPath::ByYear(values.collect())
            }
        };
        let given = match setting {
            Setting::Constant(value) => LeverPath::Constant(*value),
            Setting::ByYear(values) => LeverPath::ByYear(values.clone()),
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
        // A list without years sets nothing.
        path.values().next()?;
        Some(path)
    }

    fn not_in_model(&mut self, scenario: &str, id: &str) {
        self.report_at(
            id,
            Code::NotInModel,
            format!("方案“{scenario}”：模型没有`{id}`，这一项未读入"),
            format!("scenario '{scenario}': the model has no `{id}`; it was left out"),
        );
    }

    fn parameter(&mut self, plan: &mut Plan, model: &Model, id: String, form: &ParameterForm) {
        let change = ParameterChange { low: form.low, mode: form.mode, high: form.high };
        if !model.parameters.iter().any(|declared| declared.id == id) {
            self.report_at(
                &id,
                Code::NotInModel,
                format!("模型没有参数`{id}`，这一项未读入"),
                format!("the model has no parameter `{id}`; it was left out"),
            );
        } else if change.is_ordered() {
            plan.parameters.insert(id, change);
        } else {
            self.report_at(
                &id,
                Code::RangeOrder,
                format!("parameters.{id}：应有low不大于mode、mode不大于high"),
                format!("parameters.{id}: low, mode and high must follow one another"),
            );
        }
    }

    fn ceiling(&mut self, ceiling: Option<f64>) -> Option<f64> {
        if ceiling.is_some_and(|ceiling| ceiling < 0.0) {
            self.report_at(
                "ceiling",
                Code::NumberRange,
                "`ceiling`：经费上限不能小于0".to_owned(),
                "`ceiling`: a budget ceiling is not below 0".to_owned(),
            );
        }
        ceiling
    }

    fn thresholds(&mut self, form: &Form) -> WordingRule {
        let form = &form.thresholds;
        let thresholds =
            WordingRule { ensure: form.ensure, strive: form.strive, effort: form.effort };
        if !thresholds.is_ordered() {
            self.report_at(
                "thresholds",
                Code::RangeOrder,
                "`thresholds`：须0≤effort≤strive≤ensure≤1".to_owned(),
                "`thresholds`: 0 ≤ effort ≤ strive ≤ ensure ≤ 1 must hold".to_owned(),
            );
        }
        thresholds
    }

    /// The name without hidden characters, cut to length; said where that changed it.
    fn name_of(&mut self, name: &str) -> String {
        let clean = clean_name(name).unwrap_or_else(|| "—".to_owned());
        if clean != name {
            self.report(
                Code::NameCleaned,
                format!("名称“{clean}”去掉了不可见字符或多余长度"),
                format!("the name '{clean}' lost hidden characters or surplus length"),
            );
        }
        clean
    }
}

/// That results may differ; the same version with another text was edited by somebody.
fn other_model(theirs: &str, ours: &str) -> Text {
    if theirs == ours {
        return Text::new(
            format!(
                "文件所用的模型同为版本{ours}，但内容与本程序的不同；现按本程序的测算，结果可能不同"
            ),
            format!(
                "the file's model has the same version {ours} but other contents than this program's, which now computes: results may differ"
            ),
        );
    }
    Text::new(
        format!("文件用模型版本{theirs}测算，现按本程序的版本{ours}测算，结果可能不同"),
        format!(
            "the file was computed with version {theirs} of the model and is now computed with {ours}: results may differ"
        ),
    )
}

fn status(word: StatusWord) -> Status {
    match word {
        StatusWord::NotStarted => Status::NotStarted,
        StatusWord::UnderWay => Status::UnderWay,
        StatusWord::Done => Status::Done,
        StatusWord::Missed => Status::Missed,
    }
}

/// What serde says, as a problem in both languages at its place.
fn json_problem(error: &serde_json::Error, text: &str) -> Problem {
    let said = error.to_string();
    let reason = said.rsplit_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
    let at = byte(text, error.line(), error.column());
    let quoted = reason.split('`').nth(1).unwrap_or_default();
    let (code, zh) = if error.is_eof() {
        (Code::Json, "文件不完整，在这里中断".to_owned())
    } else if reason.starts_with("unknown field") {
        (Code::UnknownField, format!("没有字段`{quoted}`"))
    } else if reason.starts_with("duplicate field") {
        (Code::DuplicateId, format!("字段`{quoted}`重复"))
    } else if reason.starts_with("missing field") {
        (Code::MissingField, format!("缺少字段`{quoted}`"))
    } else if reason.starts_with("number out of range") {
        (Code::NumberRange, "数字过大".to_owned())
    } else if error.classify() == Category::Data {
        (Code::WrongType, format!("内容的类型不对：{reason}"))
    } else {
        (Code::Json, format!("不是合格的JSON：{reason}"))
    };
    Problem::new(code, Span::new(at, at + 1), Text::new(zh, reason))
}

/// The byte that a line and a column in bytes, both from 1, point at.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}
