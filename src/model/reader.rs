//! What the rows of a model document mean: names, units and formulas of the whole document.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::{Table, Value};
use crate::formula::{self, Expression, Name};
use crate::limits;
use crate::locale::Text;
use crate::model::namespace::Namespace;
use crate::model::{Formula, Group, Reference, Source, VariableId};
use crate::sorted::Map;
use crate::unit::{Unit, UnitTable};

/// What rows need to be read: the units and names of the whole document.
pub(super) struct Reader<'d> {
    root: Table<'d>,
    pub(super) units: UnitTable,
    pub(super) groups: Vec<Group>,
    pub(super) sources: Vec<Source>,
    pub(super) namespace: Namespace<'d>,
    pub(super) horizon: u32,
}

impl<'d> Reader<'d> {
    pub(super) fn new(root: Table<'d>, horizon: u32) -> Self {
        let units = read_units(&root);
        let namespace = Namespace::read(&root, &units);
        let groups = root.subtables("group").iter().map(group).collect();
        let sources = root.subtables("source").iter().map(source).collect();
        Self { root, units, groups, sources, namespace, horizon }
    }

    /// Reads every row of a table, in the order of the file.
    pub(super) fn rows<T>(&self, table: &str, read: fn(&Reader<'d>, &Table<'d>) -> T) -> Vec<T> {
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

    /// The table `renamed`: ids that no row has any more, and the rows that they stand for.
    pub(super) fn renamed(&self) -> Map<String, String> {
        let table = self.root.optional("renamed").and_then(|field| field.table("renamed"));
        let mut renamed = Map::new();
        for (old, span, field) in table.iter().flat_map(Table::entries) {
            let name = Name { text: old.to_owned(), displayed: false };
            if self.namespace.find(&name).is_some() {
                let message = Text::new(
                    format!("`{old}`还在用，不能又是旧标识"),
                    format!("`{old}` is in use and cannot be an id of the past"),
                );
                field.report_at(span, Code::DuplicateId, message);
            }
            let Some(new) = field.string() else { continue };
            if self.named(&new, field).is_some() {
                renamed.insert(old.to_owned(), new);
            }
        }
        renamed
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
    pub(super) fn variable(&self, id: &str, field: Value<'d>) -> Option<VariableId> {
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
