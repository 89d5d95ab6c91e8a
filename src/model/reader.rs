//! Reads a model document table by table.

use crate::diagnostic::{Checked, Code, Problem, SourceFile};
use crate::document::{Document, Table, Value};
use crate::formula::{self, Expression, Name};
use crate::locale::Text;
use crate::model::namespace::Namespace;
use crate::model::{BaseError, Formula, Group, Model, Reference, Source, rows, timing};
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
    let diagnostics = document.into_diagnostics();
    match model {
        Some(model) => Checked::new(model, diagnostics),
        None => Checked::failed(diagnostics),
    }
}

fn read_document(document: &Document<'_>) -> Option<Model> {
    let root = document.root();
    check_format(&root);
    let reader = Reader::new(document);
    let head = root.required("model").and_then(|value| value.table("model"));
    let base_error = root.required("base_error").and_then(|value| value.table("base_error"));
    let figures = reader.rows("figure", rows::figure);
    let assumptions = reader.rows("assumption", rows::assumption);
    let parameters = reader.rows("parameter", rows::parameter);
    let shocks = reader.rows("shock", rows::shock);
    let constants = reader.rows("constant", rows::constant);
    let levers = reader.rows("lever", rows::lever);
    let variables = reader.rows("variable", rows::variable);
    let identities = reader.rows("identity", rows::identity);
    for known in ["unit", "group", "source"] {
        let _ = root.optional(known);
    }
    for known in
        ["figure", "assumption", "parameter", "shock", "constant", "lever", "variable", "identity"]
    {
        let _ = root.optional(known);
    }
    root.finish();
    let head = head?;
    let model = Model {
        id: head.string("id")?,
        version: head.string("version")?,
        name: head.name()?,
        horizon: u32::try_from(head.required("horizon")?.whole()?).ok()?,
        base_error: read_base_error(&base_error?)?,
        groups: reader.groups,
        sources: reader.sources,
        units: reader.units,
        figures: figures?,
        assumptions: assumptions?,
        parameters: parameters?,
        shocks: shocks?,
        constants: constants?,
        levers: levers?,
        variables: variables?,
        identities: identities?,
    };
    head.finish();
    timing::check(&model, document);
    Some(model)
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

fn read_base_error(table: &Table<'_>) -> Option<BaseError> {
    let share = |name: &str| Some(table.number(name)? / 100.0);
    let (document, published) = (share("document"), share("published"));
    let (derived, assumed) = (share("derived"), share("assumed"));
    table.finish();
    Some(BaseError {
        document: document?,
        published: published?,
        derived: derived?,
        assumed: assumed?,
    })
}

/// What rows need to be read: the units and names of the whole document.
pub(super) struct Reader<'d> {
    root: Table<'d>,
    pub(super) units: UnitTable,
    groups: Vec<Group>,
    sources: Vec<Source>,
    namespace: Namespace,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document<'d>) -> Self {
        let root = document.root();
        let units = read_units(&root);
        let namespace = Namespace::read(&root, &units);
        let groups = rows_of(&root, "group", |row| {
            Some(Group { id: row.id().to_owned(), name: row.name()? })
        });
        let sources = rows_of(&root, "source", |row| {
            let url = row.optional_string("url");
            Some(Source { id: row.id().to_owned(), text: row.string("text")?, url })
        });
        Self { root, units, groups, sources, namespace }
    }

    /// Reads every row of a table; `None` if one cannot be read.
    fn rows<T>(
        &self,
        table: &str,
        read: fn(&Reader<'d>, &Table<'d>) -> Option<T>,
    ) -> Option<Vec<T>> {
        // Read all before deciding: every problem is to be reported.
        let all: Vec<Option<T>> = (self.root.subtables(table).iter())
            .map(|row| {
                let value = read(self, row);
                row.finish();
                value
            })
            .collect();
        all.into_iter().collect()
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
            field.report(Code::UnknownGroup, message);
        }
        found
    }

    /// Sources by their positions.
    pub(super) fn sources(&self, field: Value<'d>) -> Option<Vec<usize>> {
        let cited = field.strings()?;
        let positions = cited.into_iter().map(|(id, item)| {
            let found = self.sources.iter().position(|source| source.id == id);
            if found.is_none() {
                let message =
                    Text::new(format!("没有出处`{id}`"), format!("there is no source `{id}`"));
                item.report(Code::UnknownSource, message);
            }
            found
        });
        positions.collect::<Vec<_>>().into_iter().collect()
    }

    /// The variable with this id, by its position.
    pub(super) fn variable(&self, field: Value<'d>) -> Option<usize> {
        let name = Name { text: field.string()?, displayed: false };
        if let Some(Reference::Variable(position)) = self.namespace.find(&name) {
            return Some(position);
        }
        let mut problem = self.namespace.unknown(&name, field.span());
        problem.span = crate::diagnostic::Span::default();
        field.report_inside(vec![problem]);
        None
    }

    /// A formula whose result has the dimension of `declared`.
    pub(super) fn formula(&self, field: Value<'d>, declared: &Unit) -> Option<Formula> {
        let formula = self.resolved(field)?;
        let unit_of = |reference: &Reference| self.namespace.quantity(*reference);
        field.report_inside(formula::check_unit(
            &formula.text,
            &formula.expression,
            declared,
            &unit_of,
        ));
        Some(formula)
    }

    /// A formula that is an equation or a condition.
    pub(super) fn condition(&self, field: Value<'d>) -> Option<Formula> {
        let formula = self.resolved(field)?;
        let unit_of = |reference: &Reference| self.namespace.quantity(*reference);
        field.report_inside(formula::check_condition(&formula.text, &formula.expression, &unit_of));
        Some(formula)
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

fn read_units(root: &Table<'_>) -> UnitTable {
    let mut units = UnitTable::built_in();
    for row in root.subtables("unit") {
        let english = row.string("en").unwrap_or_default();
        let of = row.optional_string("of");
        let scale = row.optional("scale").and_then(Value::number).unwrap_or(1.0);
        let multiple = of.as_deref().map(|of| (of, scale));
        if let Err(problem) = units.declare(row.id(), &english, multiple) {
            row.report(problem.code, problem.message);
        }
        row.finish();
    }
    units
}

fn rows_of<T>(root: &Table<'_>, name: &str, read: impl Fn(&Table<'_>) -> Option<T>) -> Vec<T> {
    let rows = root.subtables(name);
    let read = rows.iter().filter_map(|row| {
        let value = read(row);
        row.finish();
        value
    });
    read.collect()
}
