//! Reads a plan file: nothing is taken over unless all of it can be used.

use std::rc::Rc;

use crate::diagnostic::{Checked, Code, Diagnostic, Problem, Severity, SourceFile, Span, nearest};
use crate::document::{Content, Document, Entry, Node, Table, Value, json_compact, json_tree};
use crate::exchange::plan_file::fields::{foreign, name_of, note_of, too_large};
use crate::exchange::plan_file::{STATUSES, encoding, migrate};
use crate::limits;
use crate::locale::Text;
use crate::model::{self, Model};
use crate::plan::{KeptFields, ModelIdentity, ParameterChange, Plan, Recorded, Thresholds};
use crate::region::{self, Region, Renamed};
use crate::sorted::Map;

/// A model that the program brings along.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInModel<'m> {
    /// Id, version and hash.
    pub identity: &'m ModelIdentity,
    /// The model.
    pub model: &'m Model,
}

/// A plan that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadPlan {
    /// The plan.
    pub plan: Plan,
    /// Its own model, where it brings one.
    pub own_model: Option<Model>,
}

/// Reads a plan file. Errors say what is wrong and where; warnings say what was left
/// out or changed to fit.
#[must_use]
pub fn read(name: &str, bytes: &[u8], built_in: &[BuiltInModel<'_>]) -> Checked<ReadPlan> {
    let failed = |text, code, message| {
        let problem = Problem::new(code, Span::default(), message);
        Checked::failed(vec![SourceFile { name, text }.locate(problem)])
    };
    if bytes.len() > limits::PLAN_BYTES {
        let megabytes = limits::PLAN_BYTES / 1_000_000;
        let message = Text::new(
            format!("文件超过{megabytes}MB"),
            format!("the file is larger than {megabytes} MB"),
        );
        return failed("", Code::TooLong, message);
    }
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(message) => return failed("", Code::NotAPlan, message),
    };
    let source = SourceFile { name, text };
    match json_tree(text) {
        Ok(root) => read_tree(source, root, built_in),
        Err(problem) => Checked::failed(vec![source.locate(problem)]),
    }
}

/// Reads the plan file that is a tree of `source`.
pub(in crate::exchange) fn read_tree(
    source: SourceFile<'_>,
    root: Node,
    built_in: &[BuiltInModel<'_>],
) -> Checked<ReadPlan> {
    let mut root = match migrate::migrated(root, source.text) {
        Ok(root) => root,
        Err(found) => {
            let found = found.into_iter().map(|problem| source.locate(problem));
            return Checked::failed(found.collect());
        }
    };
    let renamed = carried_over(&mut root, built_in);
    let document = Document::new(source, root);
    for problem in renamed {
        document.report(problem);
    }
    let mut reader = Reader { document: &document, is_other_model: false, kept_bytes: 0 };
    let opened = reader.plan(&document.root(), built_in);
    let diagnostics = document.into_diagnostics();
    match opened {
        Some(opened) => Checked::new(opened, diagnostics),
        None => Checked::failed(diagnostics),
    }
}

/// Calls everything in a plan as the program's model calls it now, and says what was called otherwise. A plan that
/// brings its own model has its names.
fn carried_over(root: &mut Node, built_in: &[BuiltInModel<'_>]) -> Vec<Problem> {
    let named = root.field("model").and_then(|model| model.field("id")).cloned();
    let is_named = |known: &&BuiltInModel<'_>| matches!(&named, Some(Node { content: Content::Text(id), .. }) if *id == known.identity.id);
    let known = built_in.iter().find(is_named).filter(|_| root.field("own_model").is_none());
    let Some(known) = known.filter(|known| !known.model.renamed.is_empty()) else {
        return Vec::new();
    };
    let mut renamed = Renamed::new(known.model);
    for Entry { key, value, .. } in root.fields_mut().into_iter().flatten() {
        match (&**key, &mut value.content) {
            ("region", _) => renamed.region(value),
            ("parameters", _) => renamed.keys(value),
            ("scenarios", Content::List(scenarios)) => {
                let fields = scenarios.iter_mut().filter_map(Node::fields_mut).flatten();
                let called = ["settings", "assumptions"];
                for field in fields.filter(|field| called.contains(&&*field.key)) {
                    renamed.keys(&mut field.value);
                }
            }
            _ => {}
        }
    }
    renamed.told().collect()
}

const FIELDS: [&str; 14] = [
    "format",
    "kind",
    "name",
    "model",
    "own_model",
    "scenarios",
    "current",
    "reference",
    "ceiling",
    "thresholds",
    "parameters",
    "statuses",
    "notes",
    "region",
];

pub(super) struct Reader<'d> {
    document: &'d Document<'d>,
    /// Whether the plan was made with another version of the model.
    is_other_model: bool,
    /// Of all fields of a newer version so far.
    kept_bytes: usize,
}

impl<'d> Reader<'d> {
    /// The fields of a table that this version does not know: kept, and said.
    pub(super) fn rest(&mut self, table: &Table<'d>, known: &[&str]) -> Vec<Entry> {
        let mut rest = Vec::new();
        for (name, span, value) in table.entries() {
            if known.contains(&name) {
                continue;
            }
            self.document.report_with(Code::KeptField, span, || {
                let message = Text::new(
                    format!("没有字段`{name}`，可能由更新的版本写入，保留原样"),
                    format!(
                        "there is no field `{name}`: perhaps of a newer version, kept as it is"
                    ),
                );
                let near = nearest(name, known.iter().copied());
                Problem::new(Code::KeptField, span, message).hint_nearest(near)
            });
            let (before, most) = (self.kept_bytes, limits::KEPT_BYTES);
            self.kept_bytes += name.len() + json_compact(value.node()).len();
            if (before..self.kept_bytes).contains(&most) {
                let message = Text::new(
                    format!("本程序不认识的字段共超过{}MB", most / 1_000_000),
                    format!("fields that this version does not know: over {} MB", most / 1_000_000),
                );
                value.report_at(span, Code::TooLong, message);
            }
            rest.push(Entry::new(name, value.node().clone()));
        }
        rest
    }

    fn plan(&mut self, root: &Table<'d>, built_in: &[BuiltInModel<'_>]) -> Option<ReadPlan> {
        let kind = root.keyword("kind", &[("tuiyan-plan", ())]);
        let (written, mut kept) = self.model_named(root)?;
        let own_text = root.optional("own_model").and_then(Value::verbatim);
        let own_model = own_text.map(|text| self.own_model(text));
        let (model, identity) = match &own_model {
            Some(own) => (own.as_ref()?, written),
            None => self.built_in(root, &written, built_in)?,
        };
        let name = root.required("name").and_then(name_of);
        let region = root.required("region").and_then(|field| self.region(field, model));
        let scenarios = self.scenarios(root, model);
        let ceiling = ceiling(root);
        let (thresholds, more) = self.thresholds(root);
        add(&mut kept, "thresholds", more);
        let (parameters, more) = self.parameters(root, model);
        add(&mut kept, "parameters", more);
        let (statuses, more) = self.statuses(root, region.as_ref());
        add(&mut kept, "statuses", more);
        let notes = root.optional("notes").map_or(Some(String::new()), note_of);
        kept.extend(self.rest(root, &FIELDS));
        kind?;
        let mut plan = Plan::new(name?, identity, Rc::new(region?));
        plan.own_model = own_text.map(Rc::from);
        plan.scenarios = scenarios?;
        plan.ceiling = ceiling;
        plan.thresholds = thresholds?;
        plan.parameters = parameters;
        plan.statuses = statuses;
        plan.notes = notes?;
        plan.kept = KeptFields::new(kept);
        Some(ReadPlan { plan, own_model: own_model.flatten() })
    }

    /// Which model the plan was made with.
    fn model_named(&mut self, root: &Table<'d>) -> Option<(ModelIdentity, Vec<Entry>)> {
        let table = root.required("model")?.table("model")?;
        let text = |name: &str| table.required(name)?.verbatim().map(str::to_owned);
        let (id, version, hash) = (text("id"), text("version"), text("hash"));
        let mut kept = Vec::new();
        add(&mut kept, "model", self.rest(&table, &["id", "version", "hash"]));
        Some((ModelIdentity { id: id?, version: version?, hash: hash? }, kept))
    }

    fn own_model(&mut self, text: &str) -> Option<Model> {
        let name = format!("{}#own_model", self.document.source().name);
        let checked = model::read(SourceFile { name: &name, text });
        self.extend(checked.diagnostics);
        checked.value
    }

    /// Keeps errors and what was changed. Where the plan was made with this very model, targets without an indicator, missing figures
    /// and their like are part of many plans, and no news here.
    fn extend(&self, found: Vec<Diagnostic>) {
        let is_other_model = self.is_other_model;
        let is_news = |one: &Diagnostic| {
            let changed =
                [Code::UnknownFigure, Code::Repeated, Code::NameCleaned, Code::BeyondModel];
            one.severity() == Severity::Error
                || changed.contains(&one.code)
                || (is_other_model && one.code == Code::UnknownIndicator)
        };
        self.document.extend(found.into_iter().filter(is_news));
    }

    fn built_in<'m>(
        &mut self,
        root: &Table<'d>,
        written: &ModelIdentity,
        built_in: &[BuiltInModel<'m>],
    ) -> Option<(&'m Model, ModelIdentity)> {
        let field = |name: &str| root.optional("model")?.field(name);
        let Some(known) = built_in.iter().find(|known| known.identity.id == written.id) else {
            let ids: Vec<&str> = built_in.iter().map(|known| known.identity.id.as_str()).collect();
            let (id, ids) = (&written.id, ids.join("、"));
            let message = Text::new(
                format!("本程序没有模型`{id}`，只有：{ids}"),
                format!("this program has no model `{id}`, only: {ids}"),
            );
            field("id")?.report(Code::UnknownModel, message);
            return None;
        };
        if known.identity != written {
            self.is_other_model = true;
            let message = other_model(&written.version, &known.identity.version);
            field("version")?.report(Code::OtherModel, message);
        }
        Some((known.model, known.identity.clone()))
    }

    fn region(&self, field: Value<'d>, model: &Model) -> Option<Region> {
        field.table("region")?;
        if let Some(message) = region::too_large(field.node()) {
            field.report(Code::TooLong, message);
            return None;
        }
        // By itself, since not everything that is said of a region is news in a plan.
        let document = Document::new(self.document.source(), field.node().clone());
        let region = region::read_table(&document, &document.root(), model);
        let is_right = !document.has_errors();
        self.extend(document.into_diagnostics());
        region.filter(|_| is_right)
    }

    fn parameters(
        &mut self,
        root: &Table<'d>,
        model: &Model,
    ) -> (Map<String, ParameterChange>, Vec<Entry>) {
        let (mut parameters, mut kept) = (Map::new(), Vec::new());
        let table = root.optional("parameters").and_then(|value| value.table("parameters"));
        let is_known = |id: &str| model.parameters.iter().any(|declared| declared.id == id);
        let of = Text::new("参数", "parameters");
        if !table.is_some_and(|table| foreign(&table, &is_known, &of)) {
            return (parameters, kept);
        }
        for row in root.subtables("parameters") {
            add(&mut kept, row.id(), self.rest(&row, &["low", "mode", "high"]));
            let [low, mode, high] = ["low", "mode", "high"].map(|name| row.number(name));
            let (Some(low), Some(mode), Some(high)) = (low, mode, high) else { continue };
            let (id, change) = (row.id(), ParameterChange { low, mode, high });
            if !change.is_ordered() {
                let message = Text::new(
                    format!("parameters.{id}：应有low不大于mode、mode不大于high"),
                    format!("parameters.{id}: low, mode and high must follow one another"),
                );
                row.report(Code::RangeOrder, message);
            }
            for (name, number) in [("low", low), ("high", high)] {
                if let Some(field) = row.optional(name).filter(|_| !limits::is_usable(number)) {
                    too_large(field, id);
                }
            }
            parameters.insert(id.to_owned(), change);
        }
        kept.sort_by(|one, other| one.key.cmp(&other.key));
        (parameters, kept)
    }

    fn statuses(
        &mut self,
        root: &Table<'d>,
        region: Option<&Region>,
    ) -> (Map<String, Recorded>, Vec<Entry>) {
        let (mut statuses, mut kept) = (Map::new(), Vec::new());
        let rows = root.subtables("statuses");
        let is_known = |id: &str| {
            region.is_none_or(|region| region.targets.iter().any(|target| target.id == id))
        };
        let lost: Vec<&Table<'_>> = rows.iter().filter(|row| !is_known(row.id())).collect();
        if let Some(first) = lost.first() {
            let (count, limit, id) = (lost.len(), limits::FOREIGN_NAMES, first.id());
            if count > limit {
                let message = Text::new(
                    format!("完成情况：有{count}项不属于任何目标，超过{limit}项"),
                    format!("statuses: {count} belong to no target, more than {limit}"),
                );
                first.report(Code::TooLong, message);
                return (statuses, kept);
            }
            let message = Text::new(
                format!("完成情况有{count}项不属于任何目标（如`{id}`），保留原样"),
                format!("statuses of no target: {count}, such as `{id}`; they are kept"),
            );
            first.report(Code::NotInModel, message);
        }
        for row in rows {
            add(&mut kept, row.id(), self.rest(&row, &["status", "note"]));
            let status = row.keyword("status", &STATUSES);
            let note = row.optional("note").map_or(Some(String::new()), note_of);
            if let Some((status, note)) = status.zip(note) {
                statuses.insert(row.id().to_owned(), Recorded { status, note });
            }
        }
        kept.sort_by(|one, other| one.key.cmp(&other.key));
        (statuses, kept)
    }

    fn thresholds(&mut self, root: &Table<'d>) -> (Option<Thresholds>, Vec<Entry>) {
        let field = root.required("thresholds");
        let Some((field, table)) = field.and_then(|field| Some((field, field.table("")?))) else {
            return (None, Vec::new());
        };
        let words = ["ensure", "strive", "effort"];
        let lights = ["met", "near"];
        let kept = self.rest(&table, &[words.as_slice(), &lights].concat());
        let [Some(ensure), Some(strive), Some(effort)] = words.map(|name| table.number(name))
        else {
            return (None, kept);
        };
        let usual = Thresholds { ensure, strive, effort, ..Thresholds::default() };
        let [met, near] = lights.map(|name| table.optional(name));
        if met.is_none() && near.is_none() {
            field.report(Code::LightsByChance, lights_by_chance(usual));
        }
        let limit = |field: Option<Value<'d>>, usual| field.map_or(Some(usual), Value::number);
        let (Some(met), Some(near)) = (limit(met, usual.met), limit(near, usual.near)) else {
            return (None, kept);
        };
        let thresholds = Thresholds { met, near, ..usual };
        if !thresholds.is_ordered() {
            let message = Text::new(
                "`thresholds`：须0≤effort≤strive≤ensure≤1，0≤near≤met≤1",
                "`thresholds`: 0 ≤ effort ≤ strive ≤ ensure ≤ 1 and 0 ≤ near ≤ met ≤ 1 must hold",
            );
            field.report(Code::RangeOrder, message);
        }
        (Some(thresholds), kept)
    }
}

fn ceiling(root: &Table<'_>) -> Option<f64> {
    let field = root.optional("ceiling")?;
    let ceiling = field.number()?;
    if ceiling < 0.0 {
        let message =
            Text::new("`ceiling`：经费上限不能小于0", "`ceiling`: a budget ceiling is not below 0");
        field.report(Code::NumberRange, message);
    } else if !limits::is_usable(ceiling) {
        too_large(field, "ceiling");
    }
    Some(ceiling)
}

/// Puts what is kept of a table among what is kept.
fn add(kept: &mut Vec<Entry>, name: &str, of_table: Vec<Entry>) {
    if !of_table.is_empty() {
        kept.push(Entry::new(name, Node::table(of_table)));
    }
}

/// That the file is from before lights were read from the chance.
fn lights_by_chance(used: Thresholds) -> Text {
    let [met, near] = [used.met, used.near].map(|limit| 100.0 * limit);
    Text::new(
        format!(
            "文件由旧版生成，那时研判看中位数与目标的差距；现按达标可能性研判：{met}%以上达标，{near}%以上接近，更低为差距较大"
        ),
        format!(
            "an older version wrote the file and judged by the median's distance from the target; now the chance of reaching it is judged: on target from {met} %, close from {near} %, far short below"
        ),
    )
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
