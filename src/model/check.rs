//! Truths that a model's author promises: equations, and how levers work.

use crate::diagnostic::{Code, Span};
use crate::document::{Table, Value};
use crate::formula::{BinaryOperator, Node};
use crate::locale::Text;
use crate::model::reader::Reader;
use crate::model::{Formula, LeverId, Reference, VariableId};

/// An equation that holds to rounding, every year, every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// A comparison with `=` at the top.
    pub equation: Formula,
    /// Bytes of its id in the model's file.
    pub span: Span,
}

/// A truth about behaviour.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// What is promised.
    pub promise: Promise,
    /// Bytes of its id in the model's file.
    pub span: Span,
}

/// What a check promises.
#[derive(Clone, Debug, PartialEq)]
pub enum Promise {
    /// A condition that holds every year, every draw.
    Always(Formula),
    /// What more of a lever does.
    Raise {
        /// Position of the lever that is raised.
        lever: LeverId,
        /// Variables that do not fall, by position.
        never_lowers: Vec<VariableId>,
        /// Variables that do not rise.
        never_raises: Vec<VariableId>,
        /// Variables that stay as they are.
        never_changes: Vec<VariableId>,
        /// The only simulated year (from 1) that is looked at.
        in_year: Option<u32>,
    },
}

pub(super) fn identity<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Identity {
    row.only(&["zh", "en", "equation"]);
    let field = row.required("equation");
    let equation = field.map_or_else(Formula::unread, |field| reader.condition(field));
    let is_equation = matches!(equation.expression.node, Node::Binary(BinaryOperator::Equal, ..));
    if let Some(field) = field.filter(|_| !is_equation && !equation.is_unread()) {
        let message = Text::new(
            "恒等式须是一个等式，如`a = b + c`",
            "an identity is one equation, such as `a = b + c`",
        );
        field.report(Code::WrongType, message);
    }
    Identity { id: row.id().to_owned(), name: row.name(), equation, span: row.span() }
}

pub(super) fn check<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Check {
    let always = row.optional("always");
    let promise = if let Some(condition) = always {
        row.only(&["zh", "en", "always"]);
        Promise::Always(reader.condition(condition))
    } else {
        row.only(&[
            "zh",
            "en",
            "raise",
            "never_lowers",
            "never_raises",
            "never_changes",
            "in_year",
        ]);
        raise(reader, row)
    };
    Check { id: row.id().to_owned(), name: row.name(), promise, span: row.span() }
}

fn raise<'d>(reader: &Reader<'d>, row: &Table<'d>) -> Promise {
    let watched = ["never_lowers", "never_raises", "never_changes"];
    if watched.iter().all(|field| row.optional(field).is_none()) {
        let message = Text::new(
            "检验须写`always`，或`raise`加`never_lowers`、`never_raises`、`never_changes`之一",
            "a check has `always`, or `raise` with `never_lowers`, `never_raises` or `never_changes`",
        );
        row.report(Code::MissingField, message);
    }
    let [never_lowers, never_raises, never_changes] =
        watched.map(|field| variables(reader, row.optional(field)));
    Promise::Raise {
        lever: row
            .required("raise")
            .and_then(|field| lever(reader, field))
            .unwrap_or(LeverId::from(0)),
        never_lowers,
        never_raises,
        never_changes,
        in_year: row.optional("in_year").and_then(|field| year(reader, field)),
    }
}

fn variables<'d>(reader: &Reader<'d>, field: Option<Value<'d>>) -> Vec<VariableId> {
    let named = field.and_then(Value::strings).unwrap_or_default();
    named.into_iter().filter_map(|(id, item)| reader.variable(&id, item)).collect()
}

fn lever<'d>(reader: &Reader<'d>, field: Value<'d>) -> Option<LeverId> {
    let id = field.string()?;
    if let Reference::Lever(lever) = reader.named(&id, field)? {
        return Some(lever);
    }
    let message = Text::new(format!("`{id}`不是杠杆"), format!("`{id}` is not a lever"));
    field.report(Code::UnknownName, message);
    None
}

fn year<'d>(reader: &Reader<'d>, field: Value<'d>) -> Option<u32> {
    let year = u32::try_from(field.whole()?).unwrap_or(0);
    let last = reader.horizon;
    if (1..=last).contains(&year) {
        return Some(year);
    }
    let message = Text::new(
        format!("`in_year`是第几个推演年，1到{last}"),
        format!("`in_year` counts simulated years: 1 to {last}"),
    );
    field.report(Code::NumberRange, message);
    None
}
