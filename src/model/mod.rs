//! Model documents: from text to a model whose names, units and order are right.

mod check;
mod contents;
mod declaration;
mod depth;
mod id;
mod index;
mod known;
mod namespace;
mod read;
mod reader;
mod rows;
mod timing;
mod warnings;

pub use check::{Check, Identity, Promise};
pub use contents::Model;
pub use declaration::{
    Assumption, Band, BaseError, Class, Constant, CostKind, Direction, Figure, Formula, Group,
    Lever, MeasureKind, OwnPast, POLICY_COST, Parameter, Reference, Shock, Source, Start, Variable,
};
pub(crate) use id::position;
pub use id::{LeverId, ParameterId, VariableId};
pub(crate) use index::{Context, index_formula, items};
pub use index::{Index, IndexItem};
pub use read::read;
pub(crate) use timing::circle;
