//! Formulas: text to syntax tree, and the units that come out. Knows no model.

mod expression;

pub use expression::{
    BinaryOperator, Expression, Function, Name, Node, Run, Series, UnaryOperator,
};
