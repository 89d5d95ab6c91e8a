//! What the outputs of a graph need, and how often.

use crate::engine::graph::{Graph, Node, NodeId, operands};

/// The nodes of an output: in the base year, if it has a value there, and in later years.
pub(super) type OutputNodes = (Option<NodeId>, NodeId);

/// By node: how many nodes, states and outputs read it, through all years. 0 for what
/// no output needs.
pub(super) fn readers(graph: &Graph, outputs: &[OutputNodes]) -> Vec<u32> {
    let mut readers = vec![0; graph.nodes.len()];
    let mut open: Vec<NodeId> =
        outputs.iter().flat_map(|(base, yearly)| base.iter().copied().chain([*yearly])).collect();
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
        let readers = readers(&graph, &[(None, square), (Some(x), square)]);
        assert_eq!([readers[x], readers[square], readers[unused]], [3, 2, 0]);
    }
}
