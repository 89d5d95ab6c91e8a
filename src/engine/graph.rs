//! The graph of all equations, with equal parts shared.

use std::collections::BTreeMap;

use crate::lanes::{Binary, Ternary, Unary};
use crate::model::LeverId;

/// Position of a node in its graph.
pub(super) type NodeId = usize;

/// A value that the tape computes or is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    /// The bits of a number.
    Literal(u64),
    /// Years since the base year.
    Time,
    /// A lever's setting, this many years ago; base units.
    Lever {
        lever: LeverId,
        ago: u32,
    },
    /// An assumption's listed value of the year, base units; NaN where none is listed.
    Assumption(usize),
    /// Column of a draw's inputs.
    Input(usize),
    /// This year's value of a shock.
    Shock(usize),
    /// This year's amount that a pin adds.
    Shift(usize),
    /// What is remembered from the year before.
    State(usize),
    /// Row of what is computed once for all settings: of yearly values if the node it
    /// stands for varies by year, else of one value a draw.
    Known(usize),
    Unary(Unary, NodeId),
    Binary(Binary, NodeId, NodeId),
    Ternary(Ternary, NodeId, NodeId, NodeId),
}

/// What a node's value varies with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Varies {
    pub(super) by_draw: bool,
    pub(super) by_year: bool,
}

/// What is carried from one year to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// Value in the first simulated year.
    pub(super) first: NodeId,
    /// This year's node that becomes next year's value.
    pub(super) next: NodeId,
}

/// Nodes in an order in which operands come first.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) varies: Vec<Varies>,
    pub(super) states: Vec<State>,
    index: BTreeMap<Node, NodeId>,
}

impl Graph {
    /// The node of a number.
    pub(super) fn literal(&mut self, value: f64) -> NodeId {
        self.insert(Node::Literal(value.to_bits()))
    }

    /// The number of a node, if it is one.
    pub(super) fn value(&self, id: NodeId) -> Option<f64> {
        match self.nodes[id] {
            Node::Literal(bits) => Some(f64::from_bits(bits)),
            _ => None,
        }
    }

    pub(super) fn unary(&mut self, operation: Unary, x: NodeId) -> NodeId {
        match self.value(x) {
            Some(x) => self.literal(operation.apply(x)),
            None => self.insert(Node::Unary(operation, x)),
        }
    }

    /// Sums and products with the operands in either order are one node. An operand that
    /// leaves the bits of the other alone makes no node.
    pub(super) fn binary(&mut self, operation: Binary, x: NodeId, y: NodeId) -> NodeId {
        match (operation, self.value(x), self.value(y)) {
            (_, Some(x), Some(y)) => self.literal(operation.apply(x, y)),
            (Binary::Multiply | Binary::Divide, None, Some(1.0)) => x,
            (Binary::Multiply, Some(1.0), None) => y,
            (Binary::Subtract, None, Some(0.0)) if !self.is_negative_zero(y) => x,
            (Binary::Add | Binary::Multiply, ..) => {
                self.insert(Node::Binary(operation, x.min(y), x.max(y)))
            }
            _ => self.insert(Node::Binary(operation, x, y)),
        }
    }

    fn is_negative_zero(&self, id: NodeId) -> bool {
        self.nodes[id] == Node::Literal((-0.0_f64).to_bits())
    }

    pub(super) fn ternary(
        &mut self,
        operation: Ternary,
        x: NodeId,
        y: NodeId,
        z: NodeId,
    ) -> NodeId {
        match (operation, self.value(x), self.value(y), self.value(z)) {
            (_, Some(x), Some(y), Some(z)) => self.literal(operation.apply(x, y, z)),
            (Ternary::Select, Some(condition), ..) if !condition.is_nan() => {
                if condition == 0.0 {
                    z
                } else {
                    y
                }
            }
            _ => self.insert(Node::Ternary(operation, x, y, z)),
        }
    }

    /// A remembered value whose `next` is not known yet.
    pub(super) fn state(&mut self, first: NodeId) -> (usize, NodeId) {
        let position = self.states.len();
        self.states.push(State { first, next: first });
        (position, self.insert(Node::State(position)))
    }

    /// Says what becomes of a state. A state that only repeats another is copied
    /// first, so that all states can be overwritten in any order.
    pub(super) fn set_next(&mut self, state: usize, next: NodeId) {
        let is_state = matches!(self.nodes[next], Node::State(_));
        self.states[state].next =
            if is_state { self.insert(Node::Unary(Unary::Copy, next)) } else { next };
    }

    pub(super) fn insert(&mut self, node: Node) -> NodeId {
        if let Some(id) = self.index.get(&node) {
            return *id;
        }
        let varies = self.varies_of(node);
        self.nodes.push(node);
        self.varies.push(varies);
        self.index.insert(node, self.nodes.len() - 1);
        self.nodes.len() - 1
    }

    fn varies_of(&self, node: Node) -> Varies {
        match node {
            Node::Literal(_) => Varies::default(),
            Node::Time | Node::Lever { .. } | Node::Assumption(_) => {
                Varies { by_draw: false, by_year: true }
            }
            Node::Input(_) => Varies { by_draw: true, by_year: false },
            // The last takes the place of a node, and keeps what that varies with.
            Node::Shock(_) | Node::Shift(_) | Node::State(_) | Node::Known(_) => {
                Varies { by_draw: true, by_year: true }
            }
            _ => operands(node).into_iter().flatten().fold(Varies::default(), |varies, operand| {
                Varies {
                    by_draw: varies.by_draw | self.varies[operand].by_draw,
                    by_year: varies.by_year | self.varies[operand].by_year,
                }
            }),
        }
    }
}

/// The nodes that a node is computed from.
pub(super) fn operands(node: Node) -> [Option<NodeId>; 3] {
    match node {
        Node::Unary(_, x) => [Some(x), None, None],
        Node::Binary(_, x, y) => [Some(x), Some(y), None],
        Node::Ternary(_, x, y, z) => [Some(x), Some(y), Some(z)],
        _ => [None; 3],
    }
}
