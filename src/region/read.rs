//! Reads a region document against the model that it belongs to.

use crate::diagnostic::{Checked, Code, Severity, SourceFile};
use crate::document::{Document, Node, Table, Value, json_compact, toml_tree};
use crate::limits;
use crate::locale::Text;
use crate::model::Model;
use crate::region::reader::Reader;
use crate::region::writer::tree;
use crate::region::{Region, Renamed, indexes, targets, warnings};
use crate::sorted::Map;

const FORMAT: i32 = 1;
const TABLES: [&str; 11] = [
    "format",
    "region",
    "source",
    "figure",
    "history",
    "outcome",
    "upper_target",
    "assumption",
    "lever",
    "index",
    "target",
];

/// Reads and checks a region document.
#[must_use]
pub fn read(source: SourceFile<'_>, model: &Model) -> Checked<Region> {
    let mut root = match toml_tree(source.text) {
        Ok(root) => root,
        Err(found) => {
            return Checked::failed(found.into_iter().map(|it| source.locate(it)).collect());
        }
    };
    let mut renamed = Renamed::new(model);
    renamed.region(&mut root);
    let document = Document::new(source, root);
    for problem in renamed.told() {
        document.report(problem);
    }
    let region = read_table(&document, &document.root(), model);
    let diagnostics = document.into_diagnostics();
    match region {
        Some(region) => Checked::new(region, diagnostics),
        None => Checked::failed(diagnostics),
    }
}

/// Whether a region that is written reads back as the same.
///
/// # Errors
///
/// What the reader says then.
pub fn check(region: &Region, model: &Model) -> Result<(), Text> {
    let tree = tree(region, model);
    if let Some(message) = too_large(&tree) {
        return Err(message);
    }
    let document = Document::new(SourceFile { name: "region", text: "" }, tree);
    let read = read_table(&document, &document.root(), model);
    let found = document.into_diagnostics().into_iter();
    let errors = found.filter(|found| found.severity() == Severity::Error);
    match (read, errors.map(|error| error.message).next()) {
        (Some(read), None) if read == *region => Ok(()),
        (_, Some(message)) => Err(message),
        (_, None) => {
            let (zh, en) = ("写出来再读，与现在的不一样", "what is written reads back otherwise");
            Err(Text::new(zh, en))
        }
    }
}

/// That a region document is larger than allowed, if it is.
#[must_use]
pub fn too_large(tree: &Node) -> Option<Text> {
    let megabytes = limits::FILE_BYTES / 1_000_000;
    (json_compact(tree).len() > limits::FILE_BYTES).then(|| {
        Text::new(
            format!("地区数据超过{megabytes}MB"),
            format!("the region is larger than {megabytes} MB"),
        )
    })
}

/// Reads the region document that a table of another document is; what is wrong with it is
/// reported there.
#[must_use]
pub fn read_table<'d>(
    document: &'d Document<'d>,
    root: &Table<'d>,
    model: &'d Model,
) -> Option<Region> {
    check_format(root);
    let reader = Reader { document, model, sources: read_sources(root) };
    root.only(&TABLES);
    let head = root.required("region")?.table("region")?;
    head.only(&[
        "id",
        "model",
        "zh",
        "en",
        "province",
        "base_year",
        "plan_year",
        "document",
        "reference_class",
    ]);
    let base_year = head.required("base_year").and_then(Value::year);
    let figures = reader.figures(root);
    let history = reader.dated(root, "history", |year, base| year < base, base_year);
    let outcomes = reader.dated(root, "outcome", |year, base| year > base, base_year);
    let upper_targets = reader.dated(root, "upper_target", |_, _| true, base_year);
    let assumptions = reader.assumptions(root);
    let present = reader.present(root);
    let targets = targets::read(&reader, root);
    let (id, belongs_to, name) = (head.string("id"), read_model_id(&head, model), head.name());
    let (province, title) = (head.string("province"), head.string("document"));
    let plan_year = head.required("plan_year").and_then(Value::year);
    check_base_year(&head, base_year, model);
    check_plan_year(&head, base_year.zip(plan_year), model);
    let reference_class = head.optional_string("reference_class");
    let (indexes, foreign_indexes) = indexes::read(&reader, root);
    let region = Region {
        id: id?,
        model: belongs_to?,
        name,
        province: province?,
        base_year: base_year?,
        plan_year: plan_year?,
        reference_class,
        document: title?,
        indexes,
        foreign_indexes,
        figures,
        history,
        outcomes,
        upper_targets,
        assumptions,
        present,
        targets: targets.into(),
    };
    // What could not be read would seem to be missing.
    if !document.has_errors() {
        warnings::missing(&region, model, root);
    }
    Some(region)
}

/// That the model is not meant for a region with this base year, if so: what it knows ends before, or begins after.
#[must_use]
pub fn beyond_model(model: &Model, base_year: i32) -> Option<Text> {
    let [first, last] = model.valid_for?;
    if (first..=last).contains(&base_year) {
        return None;
    }
    let (zh, en) = match model.data_to.filter(|_| base_year > last) {
        Some(data_to) => {
            (format!("，所用数据到{data_to}年"), format!(": its data end in {data_to}"))
        }
        None => Default::default(),
    };
    Some(Text::new(
        format!(
            "基期年{base_year}年不在模型的适用范围（基期年{first}–{last}年）{zh}，结果把握不大，请换用新版模型"
        ),
        format!(
            "the model is meant for base years from {first} to {last}, not for {base_year}{en}; take the results with care, and a newer model if there is one"
        ),
    ))
}

fn check_base_year(head: &Table<'_>, base_year: Option<i32>, model: &Model) {
    let beyond = base_year.and_then(|year| beyond_model(model, year));
    if let (Some(message), Some(field)) = (beyond, head.optional("base_year")) {
        field.report(Code::BeyondModel, message);
    }
}

/// A plan is made for a year after the base year; one that this model does not reach is said.
fn check_plan_year(head: &Table<'_>, years: Option<(i32, i32)>, model: &Model) {
    let (Some((base, plan)), Some(field)) = (years, head.optional("plan_year")) else { return };
    let [longest, horizon] = [limits::HORIZON_YEARS, model.horizon].map(u32::cast_signed);
    let (first, last) = (base + 1, base + longest);
    if !(first..=last).contains(&plan) {
        let message = Text::new(
            format!("基年为{base}年的规划，规划年须在{first}至{last}年，现为{plan}年"),
            format!(
                "with the base year {base}, the plan year lies from {first} to {last}, not in {plan}"
            ),
        );
        field.report(Code::PlanYear, message);
    } else if plan > base + horizon {
        let last = base + horizon;
        let message = Text::new(
            format!("模型只推演到{last}年，规划年{plan}的数推演不出"),
            format!(
                "the model computes up to {last}: nothing is projected for the plan year {plan}"
            ),
        );
        field.report(Code::BeyondHorizon, message);
    }
}

fn check_format(root: &Table<'_>) {
    let Some(field) = root.required("format") else { return };
    if field.whole().is_some_and(|format| format != FORMAT) {
        let message = Text::new(
            format!("本程序只读格式{FORMAT}的地区文件"),
            format!("this program reads region files of format {FORMAT}"),
        );
        field.report(Code::FormatVersion, message);
    }
}

/// The id of the model that the file was written for; a warning if it is another one.
fn read_model_id(head: &Table<'_>, model: &Model) -> Option<String> {
    let field = head.required("model")?;
    let written = field.string()?;
    let known = &model.id;
    if written != *known {
        let message = Text::new(
            format!("地区文件是为模型`{written}`写的，现按模型`{known}`读，数字与目标可能对不上"),
            format!(
                "the region is written for the model `{written}` and read with `{known}`: figures and targets may not fit"
            ),
        );
        field.report(Code::OtherModel, message);
    }
    Some(written)
}

fn read_sources(root: &Table<'_>) -> Map<String, String> {
    let sources = root.subtables("source").into_iter().filter_map(|row| {
        row.only(&["text", "url"]);
        Some((row.id().to_owned(), row.string("text")?))
    });
    sources.collect()
}
