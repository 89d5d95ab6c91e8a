//! From a graph to a tape: order, classes and registers.
//!
//! A node that varies by draw only is computed once a block and keeps its
//! register; one that varies by year also gives its register back after its
//! last use. A product with one reader that adds or subtracts it becomes one
//! instruction with that reader; both roundings stay.

use crate::engine::graph::{Graph, Node, NodeId, Varies, operands};
use crate::engine::tape::{Next, ScalarNode, StateRegister, Tape};
use crate::engine::usage::{Wanted, readers};
use crate::lanes::{Action, Binary, Instruction, Operand, Ternary};

const YEARLY: Varies = Varies { by_draw: true, by_year: true };
const ONCE: Varies = Varies { by_draw: true, by_year: false };

/// The tape that computes what is wanted.
pub(super) fn schedule(graph: &Graph, wanted: &Wanted) -> Tape {
    let readers = readers(graph, wanted);
    let mut layout = Layout {
        graph,
        wanted,
        readers,
        tape: Tape::default(),
        place: vec![None; graph.nodes.len()],
        free: Vec::new(),
    };
    layout.place_scalars();
    layout.place_given();
    let plan = layout.plan();
    layout.place_once(&plan);
    layout.place_yearly(&plan);
    layout.finish()
}

/// A node's operation on other nodes, products merged with their reader.
#[derive(Clone, Copy, Debug)]
struct Step {
    id: NodeId,
    action: Planned,
}

#[derive(Clone, Copy, Debug)]
enum Planned {
    Node(Node),
    Fused(Ternary, NodeId, NodeId, NodeId),
}

impl Planned {
    fn operands(self) -> [Option<NodeId>; 3] {
        match self {
            Planned::Node(node) => operands(node),
            Planned::Fused(_, x, y, z) => [Some(x), Some(y), Some(z)],
        }
    }
}

struct Layout<'g> {
    graph: &'g Graph,
    wanted: &'g Wanted,
    readers: Vec<u32>,
    tape: Tape,
    place: Vec<Option<Operand>>,
    /// Registers whose lanes nobody needs any more.
    free: Vec<usize>,
}

impl Layout<'_> {
    fn live(&self) -> impl Iterator<Item = NodeId> + use<> {
        let live: Vec<NodeId> =
            (0..self.readers.len()).filter(|id| self.readers[*id] > 0).collect();
        live.into_iter()
    }

    fn place_scalars(&mut self) {
        for id in self.live().filter(|id| !self.graph.varies[*id].by_draw) {
            let slot = |operand: NodeId| match self.place[operand] {
                Some(Operand::Scalar(slot)) => slot,
                _ => unreachable!("a scalar is computed from scalars placed before it"),
            };
            let scalar = match self.graph.nodes[id] {
                Node::Literal(bits) => ScalarNode::Literal(f64::from_bits(bits)),
                Node::Time => ScalarNode::Time,
                Node::Lever { lever, ago } => ScalarNode::Lever { lever, ago },
                Node::Assumption(assumption) => ScalarNode::Assumption(assumption),
                Node::Unary(operation, x) => ScalarNode::Unary(operation, slot(x)),
                Node::Binary(operation, x, y) => ScalarNode::Binary(operation, slot(x), slot(y)),
                Node::Ternary(operation, x, y, z) => {
                    ScalarNode::Ternary(operation, slot(x), slot(y), slot(z))
                }
                Node::Input(_)
                | Node::Shock(_)
                | Node::Shift(_)
                | Node::State(_)
                | Node::Known(_) => {
                    unreachable!("inputs, shocks, amounts, states and known values vary by draw")
                }
            };
            self.place[id] = Some(Operand::Scalar(self.tape.scalars.len()));
            self.tape.scalars.push(scalar);
        }
    }

    fn place_given(&mut self) {
        for id in self.live() {
            match self.graph.nodes[id] {
                Node::Input(column) => {
                    let register = self.new_register(id);
                    self.tape.columns.push((register, column));
                }
                Node::Shock(shock) => {
                    let register = self.new_register(id);
                    self.tape.shocks.push((register, shock));
                }
                Node::Shift(pin) => {
                    let register = self.new_register(id);
                    self.tape.shifts.push((register, pin));
                }
                Node::Known(row) => {
                    let given = (self.new_register(id), row);
                    let by_year = self.graph.varies[id].by_year;
                    let Tape { known_once, known_yearly, .. } = &mut self.tape;
                    if by_year { known_yearly.push(given) } else { known_once.push(given) }
                }
                Node::State(_) => {
                    self.new_register(id);
                }
                _ => {}
            }
        }
    }

    /// The computed nodes that vary by draw, in order.
    fn plan(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        let mut fused = vec![false; self.graph.nodes.len()];
        // From the last on, so that a reader is seen before its product.
        for id in self.live().collect::<Vec<_>>().into_iter().rev() {
            let node = self.graph.nodes[id];
            if fused[id] || !self.graph.varies[id].by_draw || operands(node)[0].is_none() {
                continue;
            }
            let action = match self.fuse(id, node) {
                Some((product, action)) => {
                    fused[product] = true;
                    action
                }
                None => Planned::Node(node),
            };
            steps.push(Step { id, action });
        }
        steps.reverse();
        steps
    }

    /// A sum or difference with the product in it, which nothing else reads.
    fn fuse(&self, id: NodeId, node: Node) -> Option<(NodeId, Planned)> {
        let Node::Binary(operation, left, right) = node else { return None };
        let product = |operand: NodeId| match self.graph.nodes[operand] {
            Node::Binary(Binary::Multiply, x, y)
                if self.readers[operand] == 1
                    && self.graph.varies[operand] == self.graph.varies[id] =>
            {
                Some((operand, x, y))
            }
            _ => None,
        };
        let (operation, (product, x, y), z) = match operation {
            Binary::Add => match product(left) {
                Some(product) => (Ternary::MultiplyAdd, product, right),
                None => (Ternary::MultiplyAdd, product(right)?, left),
            },
            Binary::Subtract => match product(left) {
                Some(product) => (Ternary::MultiplySubtract, product, right),
                None => (Ternary::SubtractProduct, product(right)?, left),
            },
            _ => return None,
        };
        Some((product, Planned::Fused(operation, x, y, z)))
    }

    fn place_once(&mut self, plan: &[Step]) {
        for step in plan.iter().filter(|step| self.graph.varies[step.id] == ONCE) {
            let action = self.action(step.action);
            let target = self.new_register(step.id);
            self.tape.once.push(Instruction { target, action });
        }
    }

    fn place_yearly(&mut self, plan: &[Step]) {
        let yearly: Vec<&Step> =
            plan.iter().filter(|step| self.graph.varies[step.id] == YEARLY).collect();
        let last_use = self.last_use(&yearly);
        for (time, step) in yearly.into_iter().enumerate() {
            let action = self.action(step.action);
            let mut ended: Vec<NodeId> = step.action.operands().into_iter().flatten().collect();
            ended.dedup();
            ended.retain(|operand| last_use[*operand] == Some(time));
            for operand in ended {
                if let Some(Operand::Register(register)) = self.place[operand]
                    && !self.free.contains(&register)
                {
                    self.free.push(register);
                }
            }
            let target = match self.free.pop() {
                Some(register) => register,
                None => self.fresh(),
            };
            self.place[step.id] = Some(Operand::Register(target));
            self.tape.yearly.push(Instruction { target, action });
        }
    }

    /// By node computed yearly: the last instruction that reads it. `None` for nodes that
    /// are read at the end of the year or keep their register.
    fn last_use(&self, yearly: &[&Step]) -> Vec<Option<usize>> {
        let mut last = vec![None; self.graph.nodes.len()];
        for (time, step) in yearly.iter().enumerate() {
            for operand in step.action.operands().into_iter().flatten() {
                last[operand] = Some(time);
            }
        }
        for id in self.live() {
            let computed = operands(self.graph.nodes[id])[0].is_some();
            if !computed || self.graph.varies[id] != YEARLY {
                last[id] = None;
            }
            if let Node::State(state) = self.graph.nodes[id] {
                last[self.graph.states[state].next] = None;
            }
        }
        for yearly in &self.wanted.yearly {
            last[*yearly] = None;
        }
        last
    }

    fn finish(mut self) -> Tape {
        for id in self.live() {
            let (Node::State(state), Some(Operand::Register(register))) =
                (self.graph.nodes[id], self.place[id])
            else {
                continue;
            };
            let (first, next) = (self.graph.states[state].first, self.graph.states[state].next);
            let computed_yearly =
                operands(self.graph.nodes[next])[0].is_some() && self.graph.varies[next] == YEARLY;
            let next = match self.operand(next) {
                Operand::Register(other) if computed_yearly && self.only_state_of(next) => {
                    Next::Exchange(other)
                }
                operand => Next::Copy(operand),
            };
            self.tape.states.push(StateRegister { register, first: self.operand(first), next });
        }
        let operands = |wanted: &[NodeId]| wanted.iter().map(|id| self.operand(*id)).collect();
        (self.tape.base, self.tape.outputs) =
            (operands(&self.wanted.base), operands(&self.wanted.yearly));
        self.tape
    }

    /// Whether no two states become this node.
    fn only_state_of(&self, next: NodeId) -> bool {
        let becomes = |id: &NodeId| match self.graph.nodes[*id] {
            Node::State(state) => self.graph.states[state].next == next,
            _ => false,
        };
        self.live().filter(becomes).count() == 1
    }

    fn action(&self, planned: Planned) -> Action {
        match planned {
            Planned::Node(Node::Unary(operation, x)) => Action::Unary(operation, self.operand(x)),
            Planned::Node(Node::Binary(operation, x, y)) => {
                Action::Binary(operation, self.operand(x), self.operand(y))
            }
            Planned::Node(Node::Ternary(operation, x, y, z))
            | Planned::Fused(operation, x, y, z) => {
                Action::Ternary(operation, self.operand(x), self.operand(y), self.operand(z))
            }
            Planned::Node(_) => unreachable!("only computed nodes are planned"),
        }
    }

    /// A register that the node keeps.
    fn new_register(&mut self, id: NodeId) -> usize {
        let register = self.fresh();
        self.place[id] = Some(Operand::Register(register));
        register
    }

    fn fresh(&mut self) -> usize {
        self.tape.registers += 1;
        self.tape.registers - 1
    }

    fn operand(&self, id: NodeId) -> Operand {
        self.place[id].expect("operands of live nodes are live and placed before them")
    }
}
