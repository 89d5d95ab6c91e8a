//! Formulas: text to syntax tree, and the units that come out. Knows no model.
//!
//! ```text
//! formula    = expression
//! expression = "if" expression "then" expression "else" expression | or
//! or         = and { "or" and }          and     = not { "and" not }
//! not        = "not" not | comparison
//! comparison = sum [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) sum ]
//! sum        = product { ( "+" | "-" ) product }
//! product    = unary { ( "*" | "/" ) unary }
//! unary      = "-" unary | power
//! power      = atom [ "^" unary ]
//! atom       = number [ unit ] | name | "t" | "year" | call | "(" expression ")"
//! ```

mod calls;
mod expression;
mod infer;
mod lexer;
mod parser;
mod print;
mod quantity;
mod reads;
mod time;

pub use calls::is_reader;
pub use expression::{
    BinaryOperator, Expression, Function, Name, Node, OtherRun, Series, UnaryOperator,
};
pub use infer::{check_condition, check_unit};
pub use parser::parse;
pub use print::{Level, print};
pub use quantity::Quantity;
pub use reads::{Moment, Read};
pub use time::Years;
