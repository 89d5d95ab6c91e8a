//! Model documents: from text to a model whose names, units and order are right.

mod declaration;
mod namespace;
mod reader;
mod rows;
mod timing;

pub use declaration::{
    Assumption, Band, BaseError, Class, Constant, Direction, Figure, Formula, Group, Identity,
    Lever, Measure, Model, Parameter, Reference, Shock, Source, Start, Variable,
};
pub use reader::read;
