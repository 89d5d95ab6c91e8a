//! Reads a model document table by table.

use typed_index_collections::TiVec;

use crate::diagnostic::{Checked, Code, SourceFile};
use crate::document::{Document, Table, Value};
use crate::limits;
use crate::locale::Text;
use crate::model::reader::Reader;
use crate::model::{BaseError, Model, check, rows, timing, warnings};

/// The format of model documents that this program reads.
const FORMAT: i32 = 1;

/// Reads and checks a model document.
#[must_use]
pub fn read(source: SourceFile<'_>) -> Checked<Model> {
    let document = match Document::parse(source) {
        Ok(document) => document,
        Err(diagnostics) => return Checked::failed(diagnostics),
    };
    let model = read_document(&document);
    Checked::new(model, document.into_diagnostics())
}

/// Tables of a model document, besides `format`.
const TABLES: [&str; 17] = [
    "format",
    "model",
    "base_error",
    "unit",
    "group",
    "source",
    "figure",
    "assumption",
    "parameter",
    "shock",
    "constant",
    "lever",
    "variable",
    "index",
    "renamed",
    "identity",
    "check",
];

/// Reads everything; what cannot be read is reported, and something empty stands for it in a
/// model that [`Checked`] refuses.
fn read_document(document: &Document<'_>) -> Model {
    let root = document.root();
    root.only(&TABLES);
    check_format(&root);
    let head = Head::read(&root);
    let reader = Reader::new(root, head.horizon);
    let mut variables = TiVec::from(reader.rows("variable", rows::variable));
    let indexes = reader.rows("index", rows::index);
    variables.extend(indexes.iter().map(|(variable, _)| variable.clone()));
    let model = Model {
        id: head.id,
        version: head.version,
        edition: head.edition,
        data_to: head.data_to,
        valid_for: head.valid_for,
        renamed: reader.renamed(),
        name: head.name,
        horizon: head.horizon,
        base_error: read_base_error(&root),
        figures: reader.rows("figure", rows::figure),
        assumptions: reader.rows("assumption", rows::assumption),
        parameters: reader.rows("parameter", rows::parameter).into(),
        shocks: reader.rows("shock", rows::shock),
        constants: reader.rows("constant", rows::constant),
        levers: reader.rows("lever", rows::lever).into(),
        variables,
        indexes: indexes.into_iter().map(|(_, index)| index).collect(),
        identities: reader.rows("identity", check::identity),
        checks: reader.rows("check", check::check),
        groups: reader.groups,
        sources: reader.sources,
        units: reader.units,
    };
    if within_caps(&root) {
        timing::check(&model, document);
    }
    // What could not be read would seem to read nothing.
    if !document.has_errors() {
        warnings::check(&model, document);
    }
    model
}

/// Whether every table was read: references to rows above a cap lead nowhere.
fn within_caps(root: &Table<'_>) -> bool {
    limits::DECLARATIONS.iter().all(|(table, limit)| root.subtables(table).len() <= *limit)
}

/// The table `[model]`.
struct Head {
    id: String,
    version: String,
    edition: String,
    data_to: Option<i32>,
    valid_for: Option<[i32; 2]>,
    name: Text,
    horizon: u32,
}

impl Head {
    fn read(root: &Table<'_>) -> Self {
        let table = root.required("model").and_then(|value| value.table("model"));
        let text = |field| table.and_then(|table| table.string(field)).unwrap_or_default();
        if let Some(table) = table {
            table.only(&[
                "id",
                "version",
                "edition",
                "data_to",
                "valid_for",
                "zh",
                "en",
                "horizon",
            ]);
        }
        Self {
            id: text("id"),
            version: text("version"),
            edition: (table.and_then(|table| table.optional_string("edition"))).unwrap_or_default(),
            data_to: table.and_then(|table| table.optional("data_to")?.year()),
            valid_for: table.and_then(|table| valid_for(table.optional("valid_for")?)),
            name: table.map(|table| table.name()).unwrap_or_default(),
            horizon: table.and_then(|table| horizon(&table)).unwrap_or(limits::HORIZON_YEARS),
        }
    }
}

fn valid_for(field: Value<'_>) -> Option<[i32; 2]> {
    let years: Vec<i32> = field.list()?.into_iter().filter_map(Value::year).collect();
    let years: Option<[i32; 2]> = years.try_into().ok();
    let years = field.expect(years, "[首年, 末年]", "[first year, last year]")?;
    if years[0] <= years[1] {
        return Some(years);
    }
    let message = Text::new("首年须不晚于末年", "the first year must not lie after the last");
    field.report(Code::RangeOrder, message);
    None
}

fn horizon(table: &Table<'_>) -> Option<u32> {
    let field = table.required("horizon")?;
    let years = u32::try_from(field.whole()?).unwrap_or(0);
    let limit = limits::HORIZON_YEARS;
    if (1..=limit).contains(&years) {
        return Some(years);
    }
    let message =
        Text::new(format!("推演年数须是1到{limit}"), format!("the horizon is 1 to {limit} years"));
    field.report(Code::NumberRange, message);
    None
}

fn check_format(root: &Table<'_>) {
    let Some(field) = root.required("format") else { return };
    let Some(format) = field.whole() else { return };
    if format != FORMAT {
        let message = Text::new(
            format!("文件格式是{format}，本程序只读格式{FORMAT}"),
            format!("the file has format {format}; this program reads format {FORMAT}"),
        );
        field.report(Code::FormatVersion, message);
    }
}

fn read_base_error(root: &Table<'_>) -> BaseError {
    let Some(table) = root.required("base_error").and_then(|value| value.table("base_error"))
    else {
        return BaseError::default();
    };
    table.only(&["document", "published", "derived", "assumed"]);
    let share = |name| table.required(name).and_then(Value::error_share).unwrap_or_default();
    BaseError {
        document: share("document"),
        published: share("published"),
        derived: share("derived"),
        assumed: share("assumed"),
    }
}
