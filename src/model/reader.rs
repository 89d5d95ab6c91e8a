//! Reads a model document table by table.

use crate::diagnostic::{Checked, Code, Problem, SourceFile, Span, nearest};
use crate::document::{Document, Table, Value};
use crate::formula::{self, Expression, Name};
use crate::limits;
use crate::locale::Text;
use crate::model::namespace::Namespace;
use crate::model::{
    BaseError, Formula, Group, Model, Reference, Source, check, rows, timing, warnings,
};
use crate::unit::{Unit, UnitTable};

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
const TABLES: [&str; 16] = [
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
    let mut variables = reader.rows("variable", rows::variable);
    let indexes = reader.rows("index", rows::index);
    variables.extend(indexes.iter().map(|(variable, _)| variable.clone()));
    let model = Model {
        id: head.id,
        version: head.version,
        name: head.name,
        horizon: head.horizon,
        base_error: read_base_error(&root),
        figures: reader.rows("figure", rows::figure),
        assumptions: reader.rows("assumption", rows::assumption),
        parameters: reader.rows("parameter", rows::parameter),
        shocks: reader.rows("shock", rows::shock),
        constants: reader.rows("constant", rows::constant),
        levers: reader.rows("lever", rows::lever),
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
    name: Text,
    horizon: u32,
}

impl Head {
    fn read(root: &Table<'_>) -> Self {
        let table = root.required("model").and_then(|value| value.table("model"));
        let text = |field| table.and_then(|table| table.string(field)).unwrap_or_default();
        if let Some(table) = table {
            table.only(&["id", "version", "zh", "en", "horizon"]);
        }
        Self {
            id: text("id"),
            version: text("version"),
            name: table.map(|table| table.name()).unwrap_or_default(),
            horizon: table.and_then(|table| horizon(&table)).unwrap_or(limits::HORIZON_YEARS),
        }
    }
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

/// What rows need to be read: the units and names of the whole document.
pub(super) struct Reader<'d> {
    root: Table<'d>,
    pub(super) units: UnitTable,
    groups: Vec<Group>,
    sources: Vec<Source>,
    pub(super) namespace: Namespace<'d>,
    pub(super) horizon: u32,
}

impl<'d> Reader<'d> {
    fn new(root: Table<'d>, horizon: u32) -> Self {
        let units = read_units(&root);
        let namespace = Namespace::read(&root, &units);
        let groups = root.subtables("group").iter().map(group).collect();
        let sources = root.subtables("source").iter().map(source).collect();
        Self { root, units, groups, sources, namespace, horizon }
    }

    /// Reads every row of a table, in the order of the file.
    fn rows<T>(&self, table: &str, read: fn(&Reader<'d>, &Table<'d>) -> T) -> Vec<T> {
        let rows = self.root.subtables(table);
        let cap = limits::DECLARATIONS.iter().find(|(name, _)| *name == table);
        if let Some((_, limit)) = cap.filter(|(_, limit)| rows.len() > *limit) {
            let message = Text::new(
                format!("`{table}`超过{limit}个"),
                format!("more than {limit} declarations of `{table}`"),
            );
            rows[*limit].report(Code::TooLong, message);
            return Vec::new();
        }
        rows.iter().map(|row| read(self, row)).collect()
    }

    /// A required unit.
    pub(super) fn unit(&self, row: &Table<'d>) -> Option<Unit> {
        let field = row.required("unit")?;
        match self.units.parse(&field.string()?) {
            Ok(unit) => Some(unit),
            Err(problem) => {
                field.report_inside(vec![problem]);
                None
            }
        }
    }

    /// A required group, by its position.
    pub(super) fn group(&self, field: Value<'d>) -> Option<usize> {
        let id = field.string()?;
        let found = self.groups.iter().position(|group| group.id == id);
        if found.is_none() {
            let message = Text::new(format!("没有分组`{id}`"), format!("there is no group `{id}`"));
            let near = nearest(&id, self.groups.iter().map(|group| group.id.as_str()));
            field.report_unknown(Code::UnknownGroup, message, near);
        }
        found
    }

    /// Sources by their positions.
    pub(super) fn sources(&self, field: Value<'d>) -> Vec<usize> {
        let cited = field.strings().unwrap_or_default().into_iter();
        let positions = cited.filter_map(|(id, item)| {
            let found = self.sources.iter().position(|source| source.id == id);
            if found.is_none() {
                let message =
                    Text::new(format!("没有出处`{id}`"), format!("there is no source `{id}`"));
                let near = nearest(&id, self.sources.iter().map(|source| source.id.as_str()));
                item.report_unknown(Code::UnknownSource, message, near);
            }
            found
        });
        positions.collect()
    }

    /// What an id outside formulas stands for.
    pub(super) fn named(&self, id: &str, field: Value<'d>) -> Option<Reference> {
        let name = Name { text: id.to_owned(), displayed: false };
        let found = self.namespace.find(&name);
        if found.is_none() {
            let contents = Span::new(0, id.len());
            field.report_inside(vec![self.namespace.unknown(&name, contents)]);
        }
        found
    }

    /// The variable with this id, by its position.
    pub(super) fn variable(&self, id: &str, field: Value<'d>) -> Option<usize> {
        if let Reference::Variable(variable) = self.named(id, field)? {
            return Some(variable);
        }
        let message = Text::new(format!("`{id}`不是变量"), format!("`{id}` is not a variable"));
        field.report(Code::UnknownName, message);
        None
    }

    /// A formula whose result has the dimension of `declared`, if that could be read.
    pub(super) fn formula(&self, field: Value<'d>, declared: Option<&Unit>) -> Formula {
        let Some(formula) = self.resolved(field) else { return Formula::unread() };
        let quantity_of = |reference: &Reference| self.namespace.quantity(*reference);
        let Formula { text, expression } = &formula;
        field.report_inside(formula::check_unit(text, expression, declared, &quantity_of));
        formula
    }

    /// A required formula.
    pub(super) fn required_formula(
        &self,
        row: &Table<'d>,
        field: &str,
        declared: Option<&Unit>,
    ) -> Formula {
        let field = row.required(field);
        field.map_or_else(Formula::unread, |field| self.formula(field, declared))
    }

    /// A formula that is an equation or a condition.
    pub(super) fn condition(&self, field: Value<'d>) -> Formula {
        let Some(formula) = self.resolved(field) else { return Formula::unread() };
        let quantity_of = |reference: &Reference| self.namespace.quantity(*reference);
        field.report_inside(formula::check_condition(
            &formula.text,
            &formula.expression,
            &quantity_of,
        ));
        formula
    }

    fn resolved(&self, field: Value<'d>) -> Option<Formula> {
        let text = field.string()?;
        match formula::parse(&text, &self.units).and_then(|tree| self.resolve(&tree)) {
            Ok(expression) => Some(Formula { text, expression }),
            Err(problems) => {
                field.report_inside(problems);
                None
            }
        }
    }

    fn resolve(&self, tree: &Expression<Name>) -> Result<Expression<Reference>, Vec<Problem>> {
        let mut problems = Vec::new();
        let resolved = tree.resolve(&mut |name, span| {
            let found = self.namespace.find(name);
            if found.is_none() {
                problems.push(self.namespace.unknown(name, span));
            }
            found
        });
        resolved.ok_or(problems)
    }
}

fn group(row: &Table<'_>) -> Group {
    row.only(&["zh", "en"]);
    Group { id: row.id().to_owned(), name: row.name() }
}

fn source(row: &Table<'_>) -> Source {
    row.only(&["text", "url"]);
    let (text, url) = (row.string("text").unwrap_or_default(), row.optional_string("url"));
    Source { id: row.id().to_owned(), text, url }
}

fn read_units(root: &Table<'_>) -> UnitTable {
    let mut units = UnitTable::built_in();
    for row in root.subtables("unit") {
        row.only(&["en", "of", "scale"]);
        let english = row.string("en").unwrap_or_default();
        let of = row.optional_string("of");
        let scale = row.optional("scale").and_then(Value::number).unwrap_or(1.0);
        let multiple = of.as_deref().map(|of| (of, scale));
        if let Err(problem) = units.declare(row.id(), &english, multiple) {
            match problem.hint {
                Some(hint) => row.report_with_hint(problem.code, problem.message, hint),
                None => row.report(problem.code, problem.message),
            }
        }
    }
    units
}
