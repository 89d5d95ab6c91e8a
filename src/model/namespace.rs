//! The ids and displayed names that formulas can use, with their units.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::Table;
use crate::formula::{Name, Quantity};
use crate::locale::Text;
use crate::model::Reference;
use crate::unit::{Unit, UnitTable};

/// Ids that the language keeps for itself, besides the names of functions.
const RESERVED: [&str; 12] = [
    "if",
    "then",
    "else",
    "and",
    "or",
    "not",
    "t",
    "year",
    "region",
    "none",
    "policy_cost",
    "start",
];

/// Tables whose rows formulas can name, in the order of [`Reference`]'s variants.
type Row = (&'static str, fn(usize) -> Reference);
const TABLES: [Row; 7] = [
    ("figure", Reference::Figure),
    ("assumption", Reference::Assumption),
    ("parameter", Reference::Parameter),
    ("shock", Reference::Shock),
    ("constant", Reference::Constant),
    ("lever", Reference::Lever),
    ("variable", Reference::Variable),
];

/// What every name stands for.
#[derive(Debug)]
pub(super) struct Namespace {
    by_id: BTreeMap<String, Reference>,
    by_name: BTreeMap<String, Reference>,
    units: BTreeMap<Reference, Unit>,
}

impl Namespace {
    /// Reads ids, names and units of all declarations; reports what is wrong with them.
    pub(super) fn read(root: &Table<'_>, units: &UnitTable) -> Self {
        let mut namespace =
            Self { by_id: BTreeMap::new(), by_name: BTreeMap::new(), units: BTreeMap::new() };
        let cost = units.parse("万元").unwrap_or_else(|_| Unit::pure());
        namespace.by_id.insert("policy_cost".to_owned(), Reference::PolicyCost);
        namespace.units.insert(Reference::PolicyCost, cost);
        for (table, reference) in TABLES {
            for (position, row) in root.subtables(table).iter().enumerate() {
                namespace.declare(row, reference(position), units);
            }
        }
        namespace
    }

    fn declare(&mut self, row: &Table<'_>, reference: Reference, units: &UnitTable) {
        let id = row.id();
        check_id(row, units);
        if self.by_id.insert(id.to_owned(), reference).is_some() {
            row.report(
                Code::DuplicateId,
                Text::new(format!("`{id}`已经声明过"), format!("`{id}` is declared twice")),
            );
        }
        for name in ["zh", "en"].into_iter().filter_map(|field| row.optional(field)) {
            let Some(text) = name.string() else { continue };
            if self.by_name.insert(text.clone(), reference).is_some_and(|other| other != reference)
            {
                name.report(
                    Code::DuplicateName,
                    Text::new(
                        format!("名称「{text}」已经用过"),
                        format!("the name `{text}` is used twice"),
                    ),
                );
            }
        }
        let unit = row.optional("unit").and_then(|unit| units.parse(&unit.string()?).ok());
        self.units.insert(reference, unit.unwrap_or_else(Unit::pure));
    }

    /// What a name in a formula stands for.
    pub(super) fn find(&self, name: &Name) -> Option<Reference> {
        let names = if name.displayed { &self.by_name } else { &self.by_id };
        names.get(&name.text).copied()
    }

    /// A message about a name that stands for nothing.
    pub(super) fn unknown(&self, name: &Name, span: Span) -> Problem {
        let text = &name.text;
        let message = Text::new(format!("不认识「{text}」"), format!("unknown name `{text}`"));
        let problem = Problem::new(Code::UnknownName, span, message);
        let names = if name.displayed { &self.by_name } else { &self.by_id };
        match nearest(text, names.keys().map(String::as_str)) {
            Some(near) => problem.hint(Text::new(format!("写`{near}`"), format!("write `{near}`"))),
            None => problem,
        }
    }

    /// Dimension and flavour of what a reference stands for.
    pub(super) fn quantity(&self, reference: Reference) -> Quantity {
        let unit = self.units.get(&reference).cloned().unwrap_or_else(Unit::pure);
        Quantity::of(&unit)
    }
}

fn check_id(row: &Table<'_>, units: &UnitTable) {
    let id = row.id();
    let well_formed = id.starts_with(char::is_alphabetic)
        && id.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !id.chars().any(char::is_uppercase);
    if !well_formed {
        let message = Text::new(
            format!("`{id}`不能作标识：用小写字母开头，只含字母、数字和下划线"),
            format!("`{id}` is no id: begin with a lower-case letter; letters, digits and _ only"),
        );
        row.report(Code::BadId, message);
    } else if RESERVED.contains(&id) {
        let message = Text::new(format!("`{id}`是保留字"), format!("`{id}` is a reserved word"));
        row.report(Code::ReservedName, message);
    } else if units.contains(id) {
        let message = Text::new(format!("`{id}`是单位"), format!("`{id}` is a unit"));
        row.report(Code::NameIsUnit, message);
    }
}
