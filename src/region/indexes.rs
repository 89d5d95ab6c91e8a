//! The items of composite indices that a region weighs in place of the model's.

use typed_index_collections::{TiSlice, TiVec};

use crate::diagnostic::Code;
use crate::document::{Node, Table, Value};
use crate::formula::Quantity;
use crate::model::{self, Context, VariableId};
use crate::region::OwnIndex;
use crate::region::reader::Reader;
use crate::sorted::Map;

/// The items by position of the variable, and as they are written those of which this model lacks a name.
pub(super) fn read<'d>(
    reader: &Reader<'d>,
    root: &Table<'d>,
) -> (Map<VariableId, OwnIndex>, Map<String, Node>) {
    let (mut own, mut foreign) = (Map::new(), Map::new());
    let variables = &reader.model.variables;
    let ids: TiVec<VariableId, &str> =
        variables.iter().map(|variable| variable.id.as_str()).collect();
    let quantity = |variable: VariableId| Some(Quantity::of(&variables[variable].unit));
    let context = Context { units: &reader.model.units, ids: &ids, quantity: &quantity };
    for row in root.subtables("index") {
        row.only(&["items"]);
        let declared = reader.model.indexes.iter().map(|index| index.variable);
        let Some(variable) = declared.clone().find(|variable| ids[*variable] == row.id()) else {
            let known = || reader.model.indexes.iter().map(|index| &*variables[index.variable].id);
            reader.unknown(row.id(), row.span(), || known().collect());
            foreign.extend(as_written(&row));
            continue;
        };
        if let Some((id, field)) = unknown_item(&row, &ids) {
            let known = || variables.iter().map(|variable| &*variable.id).collect();
            reader.unknown(id, field.span(), known);
            foreign.extend(as_written(&row));
            continue;
        }
        let items = model::items(&row, &context);
        let formula = model::index_formula(variable, &items, &ids);
        let mut replaced = reader.model.clone();
        replaced.variables[variable].formula = formula.clone();
        if let Some((_, message)) = model::circle(&replaced) {
            row.report(Code::Circle, message);
        }
        own.insert(variable, OwnIndex { items, formula });
    }
    (own, foreign)
}

/// The first item that weighs what the model lacks.
fn unknown_item<'d>(
    row: &Table<'d>,
    ids: &TiSlice<VariableId, &str>,
) -> Option<(&'d str, Value<'d>)> {
    let items = row.optional("items")?.items();
    let named = items.filter_map(|item| {
        let field = item.field("of")?;
        Some((field.text()?, field))
    });
    named.into_iter().find(|(id, _)| !ids.contains(id))
}

/// The row's items as they are; none where it has none.
fn as_written(row: &Table<'_>) -> Option<(String, Node)> {
    Some((row.id().to_owned(), row.optional("items")?.node().placeless()))
}
