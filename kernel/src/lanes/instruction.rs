//! What is done to a block of lanes.

use crate::lanes::operation::{Binary, Ternary, Unary};

/// Where an operand is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand {
    /// A register: one value a lane.
    Register(usize),
    /// Position among the scalars: one value for all lanes.
    Scalar(usize),
}

/// What an instruction does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// An operation on one operand.
    Unary(Unary, Operand),
    /// An operation on two.
    Binary(Binary, Operand, Operand),
    /// An operation on three.
    Ternary(Ternary, Operand, Operand, Operand),
}

/// One operation on all lanes of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instruction {
    /// The register that is written.
    pub target: usize,
    /// What is written to it.
    pub action: Action,
}
