//! Instructions over registers of lanes: everything that a run needs.
//!
//! Nodes that no draw changes are scalars, computed once a year for all lanes.

use crate::lanes::{Binary, Instruction, Operand, Ternary, Unary};
use crate::model::LeverId;

/// Register of a state, the value it begins with, and what it becomes.
#[derive(Clone, Copy, Debug)]
pub(super) struct StateRegister {
    pub(super) register: usize,
    pub(super) first: Operand,
    pub(super) next: Next,
}

/// How a state gets next year's value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Next {
    Copy(Operand),
    /// From a register whose lanes nobody needs any more.
    Exchange(usize),
}

/// A compiled graph.
#[derive(Debug, Default)]
pub(super) struct Tape {
    /// Scalar nodes in order; an operand's position is its slot.
    pub(super) scalars: Vec<ScalarNode>,
    pub(super) registers: usize,
    /// Register and column.
    pub(super) columns: Vec<(usize, usize)>,
    /// Register and shock.
    pub(super) shocks: Vec<(usize, usize)>,
    /// Register and pin.
    pub(super) shifts: Vec<(usize, usize)>,
    /// Register and row of what is known once a draw.
    pub(super) known_once: Vec<(usize, usize)>,
    /// Register and row of what is known every year.
    pub(super) known_yearly: Vec<(usize, usize)>,
    pub(super) states: Vec<StateRegister>,
    /// Run once a block.
    pub(super) once: Vec<Instruction>,
    /// Run every year.
    pub(super) yearly: Vec<Instruction>,
    /// Stored once a block.
    pub(super) base: Vec<Operand>,
    /// Stored every year.
    pub(super) outputs: Vec<Operand>,
}

/// A node that has one value for all lanes.
#[derive(Clone, Copy, Debug)]
pub(super) enum ScalarNode {
    Literal(f64),
    Time,
    Lever { lever: LeverId, ago: u32 },
    Assumption(usize),
    Unary(Unary, usize),
    Binary(Binary, usize, usize),
    Ternary(Ternary, usize, usize, usize),
}
