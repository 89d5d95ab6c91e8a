//! Operations on many draws side by side.

mod block;
mod instruction;
mod operation;

pub use block::{LANES, Lanes, Registers, execute};
pub use instruction::{Action, Instruction, Operand};
pub use operation::{Binary, Ternary, Unary};
