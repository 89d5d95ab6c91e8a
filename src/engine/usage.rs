//! What the wanted values of a graph need, and how often.

use crate::engine::graph::{Graph, Node, NodeId, operands};

/// Nodes whose values are stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wanted {
    /// Once a draw.
    pub(super) base: Vec<NodeId>,
    /// Every year.
    pub(super) yearly: Vec<NodeId>,
}

/// By node: how many nodes, states and outputs read it, through all years. 0 for what
/// nothing wanted needs.
pub(super) fn readers(graph: &Graph, wanted: &Wanted) -> Vec<u32> {
    let mut readers = vec![0; graph.nodes.len()];
    let mut open: Vec<NodeId> = wanted.base.iter().chain(&wanted.yearly).copied().collect();
    while let Some(id) = open.pop() {
        readers[id] += 1;
        if readers[id] > 1 {
            continue;
        }
        open.extend(operands(graph.nodes[id]).into_iter().flatten());
        if let Node::State(state) = graph.nodes[id] {
            open.extend([graph.states[state].first, graph.states[state].next]);
        }
    }
    readers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::Binary;

    #[test]
    fn every_reader_counts_and_what_is_not_needed_has_none() {
        let mut graph = Graph::default();
        let x = graph.insert(Node::Input(0));
        let square = graph.binary(Binary::Multiply, x, x);
        let unused = graph.binary(Binary::Add, x, square);
        let readers = readers(&graph, &Wanted { base: vec![x], yearly: vec![square, square] });
        assert_eq!([readers[x], readers[square], readers[unused]], [3, 2, 0]);
    }
}
