//! Reads a plan file: nothing is taken over unless all of it can be used.

use std::rc::Rc;

use serde::Deserialize;

use crate::diagnostic::{Checked, Code, Diagnostic, Findings, Problem, Severity, SourceFile, Span};
use crate::exchange::plan_file::form::{Form, ParameterForm, StatusForm, StatusWord};
use crate::exchange::plan_file::{FORMAT, encoding, json};
use crate::limits;
use crate::locale::Text;
use crate::model::{self, Model};
use crate::plan::{
    ModelIdentity, ParameterChange, Plan, Recorded, Status, WordingRule, clean_name, clean_note,
};
use crate::region;
use crate::sorted::Map;

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
    let source = SourceFile { name, text: "" };
    let mut reader = Reader { name, source, found: Findings::default(), is_other_model: false };
    if bytes.len() > limits::PLAN_BYTES {
        let megabytes = limits::PLAN_BYTES / 1_000_000;
        reader.report(
            Code::TooLong,
            format!("文件超过{megabytes}MB"),
            format!("the file is larger than {megabytes} MB"),
        );
        return Checked::failed(reader.found.into_diagnostics());
    }
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(message) => {
            reader.report(Code::NotAPlan, message.zh, message.en);
            return Checked::failed(reader.found.into_diagnostics());
        }
    };
    reader.source.text = text;
    let opened = reader.form(text).and_then(|form| reader.plan(form, built_in));
    let diagnostics = reader.found.into_diagnostics();
    match opened {
        Some(opened) => Checked::new(opened, diagnostics),
        None => Checked::failed(diagnostics),
    }
}

/// Names of a list that a message gives.
const NAMED: usize = 5;

/// Only what tells the format; everything else is looked at later.
#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
}

pub(super) struct Reader<'r> {
    name: &'r str,
    source: SourceFile<'r>,
    found: Findings,
    /// Whether the plan was made with another version of the model.
    is_other_model: bool,
}

impl Reader<'_> {
    /// Reports a problem of the whole file.
    fn report(&mut self, code: Code, zh: String, en: String) {
        self.found.report(self.source, Problem::new(code, Span::default(), Text { zh, en }));
    }

    /// Reports a problem where the text first has `word` as a string.
    pub(super) fn report_at(&mut self, word: &str, code: Code, zh: String, en: String) {
        // To look for each of a hundred thousand words would take minutes.
        if self.found.is_full(code) {
            return self.found.count(code);
        }
        let quoted = format!("\"{word}\"");
        let start = self.source.text.find(&quoted).unwrap_or_default();
        let span = Span::new(start, start + quoted.len());
        self.found.report(self.source, Problem::new(code, span, Text { zh, en }));
    }

    /// Says which names of a table the model lacks. They are kept: the model that the plan was made
    /// with has them, or a later one. `zh` and `en` say where they stand.
    pub(super) fn foreign(&mut self, names: &[&str], zh: &str, en: &str) {
        let Some(first) = names.first() else { return };
        let count = names.len();
        if count > limits::FOREIGN_NAMES {
            self.report_at(
                first,
                Code::TooLong,
                format!("{zh}：模型没有的名称有{count}个，超过{}个", limits::FOREIGN_NAMES),
                format!(
                    "{en}: {count} names that the model lacks, more than {}",
                    limits::FOREIGN_NAMES
                ),
            );
            return;
        }
        let some: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
        let (list_zh, list_en) = (some.join("、"), some.join(", "));
        let (rest_zh, rest_en) = match count - some.len() {
            0 => (String::new(), String::new()),
            more => (format!("等{count}项"), format!(" and {more} more")),
        };
        self.report_at(
            first,
            Code::NotInModel,
            format!("{zh}：模型没有{list_zh}{rest_zh}，保留原样，不参与推演"),
            format!(
                "{en}: the model has no {list_en}{rest_en}; kept as it is and not computed with"
            ),
        );
    }

    /// The remark as it is kept; said where that is less than what was written.
    pub(super) fn note_of(&mut self, note: &str) -> String {
        let clean = clean_note(note);
        let visible = note.chars().filter(|&sign| sign == '\n' || !limits::is_hidden(sign)).count();
        if visible > limits::NOTE_CHARACTERS {
            let (limit, start) = (limits::NOTE_CHARACTERS, beginning(&clean));
            self.report(
                Code::Cut,
                format!("备注“{start}…”超过{limit}字，后面的{}字没有读入", visible - limit),
                format!("the remark '{start}…' is longer than {limit} characters; the last {} were left out", visible - limit),
            );
        } else if clean != note.replace('\r', "") {
            let start = beginning(&clean);
            self.report(
                Code::NameCleaned,
                format!("备注“{start}…”去掉了不可见字符"),
                format!("the remark '{start}…' lost hidden characters"),
            );
        }
        clean
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
                self.found.report(self.source, json::problem(&error, text));
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
        plan.parameters = self.parameters(form.parameters.0, model);
        plan.statuses = self.statuses(form.statuses.0, &plan.region);
        plan.notes = self.note_of(&form.notes);
        Some(Opened { plan, own_model })
    }

    fn own_model(&mut self, text: &str) -> Option<Model> {
        let name = format!("{}#own_model", self.name);
        let checked = model::read(SourceFile { name: &name, text });
        self.extend(checked.diagnostics);
        checked.value
    }

    /// Keeps errors and what was changed. Where the plan was made with this very model, targets without an indicator, missing figures
    /// and their like are part of many plans, and no news here.
    fn extend(&mut self, found: Vec<Diagnostic>) {
        let is_other_model = self.is_other_model;
        let is_news = |one: &Diagnostic| {
            let changed = [Code::UnknownFigure, Code::Repeated, Code::NameCleaned];
            one.severity() == Severity::Error
                || changed.contains(&one.code)
                || (is_other_model && one.code == Code::UnknownIndicator)
        };
        self.found.extend(found.into_iter().filter(is_news));
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
            self.is_other_model = true;
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

    fn parameters(
        &mut self,
        written: Map<String, ParameterForm>,
        model: &Model,
    ) -> Map<String, ParameterChange> {
        let is_known = |id: &str| model.parameters.iter().any(|declared| declared.id == id);
        let foreign: Vec<&str> =
            written.keys().map(String::as_str).filter(|id| !is_known(id)).collect();
        self.foreign(&foreign, "参数", "parameters");
        let mut parameters = Map::new();
        for (id, ParameterForm { low, mode, high }) in written {
            let change = ParameterChange { low, mode, high };
            if !change.is_ordered() {
                self.report_at(
                    &id,
                    Code::RangeOrder,
                    format!("parameters.{id}：应有low不大于mode、mode不大于high"),
                    format!("parameters.{id}: low, mode and high must follow one another"),
                );
            } else if !(limits::is_usable(low) && limits::is_usable(high)) {
                self.too_large(&id);
            }
            parameters.insert(id, change);
        }
        parameters
    }

    /// A number that is too large to compute with.
    pub(super) fn too_large(&mut self, id: &str) {
        self.report_at(
            id,
            Code::NumberRange,
            format!("`{id}`：数字太大，推演不了"),
            format!("`{id}`: the number is too large to compute with"),
        );
    }

    fn statuses(
        &mut self,
        written: Map<String, StatusForm>,
        region: &region::Region,
    ) -> Map<String, Recorded> {
        let is_known = |id: &str| region.targets.iter().any(|target| target.id == id);
        let lost: Vec<&String> = written.keys().filter(|id| !is_known(id)).collect();
        if let Some(first) = lost.first() {
            let (count, limit) = (lost.len(), limits::FOREIGN_NAMES);
            if count > limit {
                self.report_at(
                    first,
                    Code::TooLong,
                    format!("完成情况：有{count}项不属于任何目标，超过{limit}项"),
                    format!("statuses: {count} belong to no target, more than {limit}"),
                );
            } else {
                self.report_at(
                    first,
                    Code::NotInModel,
                    format!("完成情况有{count}项不属于任何目标（如`{first}`），保留原样"),
                    format!("statuses of no target: {count}, such as `{first}`; they are kept"),
                );
            }
        }
        let mut statuses = Map::new();
        for (target, form) in written {
            let recorded = Recorded { status: status(form.status), note: self.note_of(&form.note) };
            statuses.insert(target, recorded);
        }
        statuses
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
        if ceiling.is_some_and(|ceiling| !limits::is_usable(ceiling)) {
            self.too_large("ceiling");
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
    pub(super) fn name_of(&mut self, name: &str) -> String {
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

/// The first characters of a remark, on one line.
fn beginning(note: &str) -> String {
    note.chars().take(12).map(|character| if character == '\n' { ' ' } else { character }).collect()
}

fn status(word: StatusWord) -> Status {
    match word {
        StatusWord::NotStarted => Status::NotStarted,
        StatusWord::UnderWay => Status::UnderWay,
        StatusWord::Done => Status::Done,
        StatusWord::Missed => Status::Missed,
    }
}
