//! The graph as a list of instructions over registers of lanes.
//!
//! Every node has a register of its own, and operands come before results, so
//! an instruction reads below its target. Nodes that no draw changes are
//! scalars, computed once a year for all lanes.

use crate::engine::graph::{Graph, Node, NodeId, Varies, operands};
use crate::engine::operation::{Binary, Ternary, Unary};

/// Where an operand is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Operand {
    Register(usize),
    Scalar(usize),
}

/// What an instruction does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Action {
    Unary(Unary, Operand),
    Binary(Binary, Operand, Operand),
    Ternary(Ternary, Operand, Operand, Operand),
}

/// One operation on all lanes of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Instruction {
    pub(super) target: usize,
    pub(super) action: Action,
}

/// Register of a state, the value it begins with, and what it becomes.
#[derive(Clone, Copy, Debug)]
pub(super) struct StateRegister {
    pub(super) register: usize,
    pub(super) first: Operand,
    pub(super) next: Operand,
}

/// An output's operand in the base year, if it has one, and in later years.
#[derive(Clone, Copy, Debug)]
pub(super) struct OutputOperands {
    pub(super) base: Option<Operand>,
    pub(super) yearly: Operand,
}

/// Everything that a run needs.
#[derive(Debug, Default)]
pub(super) struct Tape {
    /// Scalar nodes in order; an operand's position is its slot.
    pub(super) scalars: Vec<ScalarNode>,
    pub(super) registers: usize,
    /// Register and column.
    pub(super) columns: Vec<(usize, usize)>,
    /// Register and shock.
    pub(super) shocks: Vec<(usize, usize)>,
    pub(super) states: Vec<StateRegister>,
    /// Run once a block.
    pub(super) once: Vec<Instruction>,
    /// Run every year.
    pub(super) yearly: Vec<Instruction>,
    pub(super) outputs: Vec<OutputOperands>,
}

/// A node that has one value for all lanes.
#[derive(Clone, Copy, Debug)]
pub(super) enum ScalarNode {
    Literal(f64),
    Time,
    Lever { lever: usize, ago: u32 },
    Assumption(usize),
    Unary(Unary, usize),
    Binary(Binary, usize, usize),
    Ternary(Ternary, usize, usize, usize),
}

impl Tape {
    /// Keeps what `outputs` (base-year node, yearly node) need.
    pub(super) fn new(graph: &Graph, outputs: &[(Option<NodeId>, NodeId)]) -> Self {
        let live = live(graph, outputs);
        let mut layout = Layout { tape: Self::default(), place: vec![None; graph.nodes.len()] };
        layout.place_scalars(graph, &live);
        layout.place_given(graph, &live);
        layout.place_computed(graph, &live, Varies { by_draw: true, by_year: false });
        layout.place_computed(graph, &live, Varies { by_draw: true, by_year: true });
        layout.finish(graph, outputs)
    }
}

/// Marks the nodes that the outputs are computed from, through all years.
fn live(graph: &Graph, outputs: &[(Option<NodeId>, NodeId)]) -> Vec<bool> {
    let mut live = vec![false; graph.nodes.len()];
    let mut open: Vec<NodeId> =
        outputs.iter().flat_map(|(base, yearly)| base.iter().copied().chain([*yearly])).collect();
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut live[id], true) {
            continue;
        }
        open.extend(operands(graph.nodes[id]).into_iter().flatten());
        if let Node::State(state) = graph.nodes[id] {
            open.extend([graph.states[state].first, graph.states[state].next]);
        }
    }
    live
}

struct Layout {
    tape: Tape,
    place: Vec<Option<Operand>>,
}

impl Layout {
    fn place_scalars(&mut self, graph: &Graph, live: &[bool]) {
        for id in (0..graph.nodes.len()).filter(|id| live[*id] && !graph.varies[*id].by_draw) {
            let slot = |operand: NodeId| match self.place[operand] {
                Some(Operand::Scalar(slot)) => slot,
                _ => unreachable!("a scalar is computed from scalars placed before it"),
            };
            let scalar = match graph.nodes[id] {
                Node::Literal(bits) => ScalarNode::Literal(f64::from_bits(bits)),
                Node::Time => ScalarNode::Time,
                Node::Lever { lever, ago } => ScalarNode::Lever { lever, ago },
                Node::Assumption(assumption) => ScalarNode::Assumption(assumption),
                Node::Unary(operation, x) => ScalarNode::Unary(operation, slot(x)),
                Node::Binary(operation, x, y) => ScalarNode::Binary(operation, slot(x), slot(y)),
                Node::Ternary(operation, x, y, z) => {
                    ScalarNode::Ternary(operation, slot(x), slot(y), slot(z))
                }
                Node::Input(_) | Node::Shock(_) | Node::State(_) => {
                    unreachable!("inputs, shocks and states vary by draw")
                }
            };
            self.place[id] = Some(Operand::Scalar(self.tape.scalars.len()));
            self.tape.scalars.push(scalar);
        }
    }

    fn place_given(&mut self, graph: &Graph, live: &[bool]) {
        for id in (0..graph.nodes.len()).filter(|id| live[*id]) {
            match graph.nodes[id] {
                Node::Input(column) => {
                    let register = self.register(id);
                    self.tape.columns.push((register, column));
                }
                Node::Shock(shock) => {
                    let register = self.register(id);
                    self.tape.shocks.push((register, shock));
                }
                Node::State(_) => {
                    self.register(id);
                }
                _ => {}
            }
        }
    }

    fn place_computed(&mut self, graph: &Graph, live: &[bool], wanted: Varies) {
        for id in (0..graph.nodes.len()).filter(|id| live[*id] && graph.varies[*id] == wanted) {
            let action = match graph.nodes[id] {
                Node::Unary(operation, x) => Action::Unary(operation, self.operand(x)),
                Node::Binary(operation, x, y) => {
                    Action::Binary(operation, self.operand(x), self.operand(y))
                }
                Node::Ternary(operation, x, y, z) => {
                    Action::Ternary(operation, self.operand(x), self.operand(y), self.operand(z))
                }
                _ => continue,
            };
            let instruction = Instruction { target: self.register(id), action };
            let list = if wanted.by_year { &mut self.tape.yearly } else { &mut self.tape.once };
            list.push(instruction);
        }
    }

    fn finish(mut self, graph: &Graph, outputs: &[(Option<NodeId>, NodeId)]) -> Tape {
        for (id, node) in graph.nodes.iter().enumerate() {
            let (Node::State(state), Some(Operand::Register(register))) = (node, self.place[id])
            else {
                continue;
            };
            let (first, next) = (graph.states[*state].first, graph.states[*state].next);
            let state =
                StateRegister { register, first: self.operand(first), next: self.operand(next) };
            self.tape.states.push(state);
        }
        self.tape.outputs = (outputs.iter())
            .map(|(base, yearly)| OutputOperands {
                base: base.map(|base| self.operand(base)),
                yearly: self.operand(*yearly),
            })
            .collect();
        self.tape
    }

    fn register(&mut self, id: NodeId) -> usize {
        let register = self.tape.registers;
        self.place[id] = Some(Operand::Register(register));
        self.tape.registers += 1;
        register
    }

    fn operand(&self, id: NodeId) -> Operand {
        self.place[id].expect("operands of live nodes are live and placed before them")
    }
}
