//! What settings reach in a graph, and what stays the same whatever they are.
//!
//! In a model of how levers move indicators, most of what is computed leads up to the levers
//! or past them. That part is run once for the draws; a move of a lever runs the other.

use crate::engine::graph::{Graph, Node, NodeId, operands};
use crate::engine::usage::{Wanted, readers};

/// A graph in two.
pub(super) struct Division {
    /// What to compute once: of outputs, then what the rest reads of it.
    pub(super) lasting: Wanted,
    /// What to compute under every group of settings.
    pub(super) moved: Wanted,
    /// What the rest reads: node, and its row in `lasting`.
    known: Vec<(NodeId, usize)>,
    /// By output.
    pub(super) places: Vec<Place>,
}

/// Where the values of an output are stored.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Row of the base year among what is computed once, if there is a value.
    pub(super) base: Option<usize>,
    pub(super) yearly: Row,
}

/// A row of yearly values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Row {
    /// Of what is computed once.
    Lasting(usize),
    /// Of what is computed under every group of settings.
    Moved(usize),
}

/// An output's node in the base year, if it has a value there, and in later years.
pub(super) type OutputNodes = (Option<NodeId>, NodeId);

/// Divides `graph` for `outputs`; `pinned` are stored first of what is computed once.
pub(super) fn divide(graph: &Graph, outputs: &[OutputNodes], pinned: &[NodeId]) -> Division {
    let reached = reached_by_settings(graph);
    let (mut lasting, mut moved) = (Wanted::default(), Wanted::default());
    lasting.yearly.extend(pinned);
    let mut places = Vec::with_capacity(outputs.len());
    for (base, yearly) in outputs {
        let base = base.map(|base| appended(&mut lasting.base, base));
        let yearly = if reached[*yearly] {
            Row::Moved(appended(&mut moved.yearly, *yearly))
        } else {
            Row::Lasting(appended(&mut lasting.yearly, *yearly))
        };
        places.push(Place { base, yearly });
    }
    let mut known = Vec::new();
    for id in border(graph, &reached, &moved) {
        let is_yearly = graph.varies[id].by_year;
        let list = if is_yearly { &mut lasting.yearly } else { &mut lasting.base };
        known.push((id, appended(list, id)));
    }
    Division { lasting, moved, known, places }
}

impl Division {
    /// The graph with [`Node::Known`] in place of what is computed once.
    pub(super) fn moving(&self, mut graph: Graph) -> Graph {
        for (id, row) in &self.known {
            graph.nodes[*id] = Node::Known(*row);
        }
        graph
    }
}

fn appended(list: &mut Vec<NodeId>, id: NodeId) -> usize {
    list.push(id);
    list.len() - 1
}

/// By node: whether a lever's setting reaches it, this year or through the past.
fn reached_by_settings(graph: &Graph) -> Vec<bool> {
    let mut reached = vec![false; graph.nodes.len()];
    loop {
        let mut is_new = false;
        for (id, node) in graph.nodes.iter().enumerate() {
            let found = match *node {
                Node::Lever { .. } => true,
                Node::State(state) => reached[graph.states[state].next],
                node => operands(node).into_iter().flatten().any(|operand| reached[operand]),
            };
            is_new |= found && !reached[id];
            reached[id] |= found;
        }
        if !is_new {
            return reached;
        }
    }
}

/// What differs by draw, no setting reaches, and a node that settings reach reads; not what
/// is given anyway.
fn border(graph: &Graph, reached: &[bool], moved: &Wanted) -> Vec<NodeId> {
    let readers = readers(graph, moved);
    let mut read = vec![false; graph.nodes.len()];
    for (id, node) in graph.nodes.iter().enumerate() {
        if readers[id] == 0 || !reached[id] {
            continue;
        }
        for operand in operands(*node).into_iter().flatten() {
            read[operand] = true;
        }
        if let Node::State(state) = *node {
            read[graph.states[state].first] = true;
        }
    }
    let is_given =
        |id: NodeId| matches!(graph.nodes[id], Node::Input(_) | Node::Shock(_) | Node::Shift(_));
    (0..graph.nodes.len())
        .filter(|id| read[*id] && !reached[*id] && graph.varies[*id].by_draw && !is_given(*id))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::Binary;

    #[test]
    fn only_what_a_lever_reaches_is_run_again() {
        let mut graph = Graph::default();
        let lever = graph.insert(Node::Lever { lever: 0.into(), ago: 0 });
        let (input, shock) = (graph.insert(Node::Input(0)), graph.insert(Node::Shock(0)));
        let once = graph.binary(Binary::Divide, input, input);
        let yearly = graph.binary(Binary::Multiply, once, shock);
        let below = graph.binary(Binary::Subtract, yearly, once);
        let moved = graph.binary(Binary::Multiply, below, lever);
        let output = graph.binary(Binary::Add, moved, input);
        let division = divide(&graph, &[(Some(once), output), (None, yearly)], &[]);
        assert_eq!(division.places[0], Place { base: Some(0), yearly: Row::Moved(0) });
        assert_eq!(division.places[1], Place { base: None, yearly: Row::Lasting(0) });
        let lasting = Wanted { base: vec![once], yearly: vec![yearly, below] };
        assert_eq!(division.lasting, lasting);
        let moving = division.moving(graph);
        assert_eq!(moving.nodes[below], Node::Known(1));
        assert_eq!(moving.nodes[input], Node::Input(0));
    }

    #[test]
    fn a_lever_reaches_the_years_after() {
        let mut graph = Graph::default();
        let lever = graph.insert(Node::Lever { lever: 0.into(), ago: 0 });
        let input = graph.insert(Node::Input(0));
        let (position, state) = graph.state(input);
        let grown = graph.binary(Binary::Multiply, state, lever);
        graph.set_next(position, grown);
        let doubled = graph.binary(Binary::Add, state, state);
        assert_eq!(reached_by_settings(&graph), [true, false, true, true, true]);
        assert_eq!(divide(&graph, &[(None, doubled)], &[]).moved.yearly, [doubled]);
    }
}
