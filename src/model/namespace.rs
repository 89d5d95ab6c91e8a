//! The ids and displayed names that formulas can use, with their units.

use typed_index_collections::TiVec;

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::document::Table;
use crate::formula::{Function, Name, Quantity, is_reader};
use crate::locale::Text;
use crate::model::{POLICY_COST, Reference, VariableId};
use crate::sorted::Map;
use crate::unit::{Unit, UnitTable};

/// Ids that the language keeps for itself, besides the names of functions.
const RESERVED: [&str; 11] =
    ["if", "then", "else", "and", "or", "not", "t", "year", "region", "none", POLICY_COST];

/// Tables whose rows formulas can name, in the order of [`Reference`]'s variants.
type Row = (&'static str, fn(usize) -> Reference);
const TABLES: [Row; 7] = [
    ("figure", Reference::Figure),
    ("assumption", Reference::Assumption),
    ("parameter", |position| Reference::Parameter(position.into())),
    ("shock", Reference::Shock),
    ("constant", Reference::Constant),
    ("lever", |position| Reference::Lever(position.into())),
    ("variable", |position| Reference::Variable(position.into())),
];

/// What every name stands for.
#[derive(Debug)]
pub(super) struct Namespace<'d> {
    by_id: Map<String, Reference>,
    by_name: Map<String, Reference>,
    /// Units that could be read.
    units: Map<Reference, Unit>,
    /// Ids of the variables, then of the indices, by position.
    pub(super) variables: TiVec<VariableId, &'d str>,
    /// Position of the first index among the variables.
    pub(super) first_index: usize,
}

impl<'d> Namespace<'d> {
    /// Reads ids, names and units of all declarations; reports what is wrong with them.
    pub(super) fn read(root: &Table<'d>, units: &UnitTable) -> Self {
        let variables = root.subtables("variable");
        let indexes = root.subtables("index");
        let ids = variables.iter().chain(&indexes).map(Table::id).collect();
        let mut namespace = Self {
            by_id: Map::from([(POLICY_COST.to_owned(), Reference::PolicyCost)]),
            by_name: Map::new(),
            units: Map::new(),
            variables: ids,
            first_index: variables.len(),
        };
        if let Ok(money) = units.parse("万元") {
            namespace.units.insert(Reference::PolicyCost, money);
        }
        for (table, reference) in TABLES {
            for (position, row) in root.subtables(table).iter().enumerate() {
                namespace.declare(row, reference(position), units);
            }
        }
        for (position, row) in indexes.iter().enumerate() {
            namespace.declare(row, Reference::Variable((variables.len() + position).into()), units);
        }
        namespace
    }

    fn declare(&mut self, row: &Table<'_>, reference: Reference, units: &UnitTable) {
        let id = row.id();
        if check_id(row, units) && self.by_id.insert(id.to_owned(), reference).is_some() {
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
                        format!("名称“{text}”已经用过"),
                        format!("the name `{text}` is used twice"),
                    ),
                );
            }
        }
        match row.optional("unit") {
            Some(field) => {
                let unit = field.string().and_then(|symbol| units.parse(&symbol).ok());
                if let Some(unit) = unit {
                    self.units.insert(reference, unit);
                }
            }
            // Shocks and indices are pure numbers.
            None => {
                self.units.insert(reference, Unit::pure());
            }
        }
    }

    /// What a name in a formula stands for.
    pub(super) fn find(&self, name: &Name) -> Option<Reference> {
        let names = if name.displayed { &self.by_name } else { &self.by_id };
        names.get(&name.text).copied()
    }

    /// A message about a name that stands for nothing.
    pub(super) fn unknown(&self, name: &Name, span: Span) -> Problem {
        let text = &name.text;
        let message = Text::new(format!("不认识“{text}”"), format!("unknown name `{text}`"));
        let problem = Problem::new(Code::UnknownName, span, message);
        // A displayed name without its brackets is a common slip.
        if !name.displayed && self.by_name.contains_key(text) {
            return problem
                .hint(Text::new(format!("写`「{text}」`"), format!("write `「{text}」`")));
        }
        let names = if name.displayed { &self.by_name } else { &self.by_id };
        let near = nearest(text, names.keys().map(String::as_str));
        let bracketed = near.map(|near| format!("「{near}」"));
        problem.hint_nearest(if name.displayed { bracketed.as_deref() } else { near })
    }

    /// Dimension and flavour of what a reference stands for; `None` if its unit is faulty.
    pub(super) fn quantity(&self, reference: Reference) -> Option<Quantity> {
        self.units.get(&reference).map(Quantity::of)
    }
}

/// Whether an id can be used; reports why not.
fn check_id(row: &Table<'_>, units: &UnitTable) -> bool {
    let id = row.id();
    let well_formed = id.starts_with(char::is_alphabetic)
        && id.chars().all(|c| c.is_alphanumeric() || c == '_')
        && !id.chars().any(char::is_uppercase);
    let (code, message) = if !well_formed {
        let message = Text::new(
            format!("`{id}`不能作标识：用小写字母开头，只含字母、数字和下划线"),
            format!("`{id}` is no id: begin with a lower-case letter; letters, digits and _ only"),
        );
        (Code::BadId, message)
    } else if is_reserved(id) {
        let message = Text::new(format!("`{id}`是保留字"), format!("`{id}` is a reserved word"));
        (Code::ReservedName, message)
    } else if units.contains(id) {
        (Code::NameIsUnit, Text::new(format!("`{id}`是单位"), format!("`{id}` is a unit")))
    } else {
        return true;
    };
    match repaired(id, units) {
        Some(near) => {
            let hint = Text::new(format!("写`{near}`"), format!("write `{near}`"));
            row.report_with_hint(code, message, hint);
        }
        None => row.report(code, message),
    }
    false
}

/// An id like `id` that can be used, if small changes make one.
fn repaired(id: &str, units: &UnitTable) -> Option<String> {
    let allowed = |c: char| if c.is_alphanumeric() { c } else { '_' };
    let lower = id.to_ascii_lowercase().chars().map(allowed).collect::<String>();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    let taken = |id: &str| units.contains(id) || is_reserved(id);
    let repaired = if taken(&lower) { format!("{lower}_value") } else { lower };
    let is_lower = !repaired.chars().any(char::is_uppercase);
    (!repaired.is_empty() && is_lower && !taken(&repaired)).then_some(repaired)
}

fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || is_reader(id) || Function::named(id).is_some()
}
