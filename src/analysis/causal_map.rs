//! The model as a map: levers, variables and outside assumptions, and what acts on what.
//!
//! Coefficients and base-year figures are no places on the map; an explanation lists them.

use std::collections::VecDeque;

use crate::formula::{Expression, Moment, OtherRun};
use crate::model::{CostKind, LeverId, Model, Reference};
use crate::region::Region;
use crate::sorted::{Map, Set};

/// Who acts on whom, by block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CausalMap {
    /// Levers, assumptions and variables in the order of the model, and the policy cost.
    pub nodes: Vec<MapNode>,
    /// From cause to effect, each pair once.
    pub edges: Vec<MapEdge>,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapNode {
    /// What stands there.
    pub reference: Reference,
    /// Position in [`Model::groups`]: its own, or that of the nearest effect that has one.
    pub group: Option<usize>,
    /// One more than its causes of the same year, so that these edges all point one way.
    pub rank: usize,
}

/// One thing that acts on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapEdge {
    /// Position of the cause.
    pub from: usize,
    /// Position of the effect.
    pub to: usize,
    /// Whether it acts only in later years.
    pub delayed: bool,
    /// Whether what a lever adds goes this way; it does not where only the outlook is read.
    pub carries_policy: bool,
}

impl CausalMap {
    /// Draws the map of a model in a region, which may weigh indices its own way.
    #[must_use]
    pub fn of(model: &Model, region: &Region) -> Self {
        let places: Vec<Reference> = model.references().filter(is_place).collect();
        let edges = edges(model, region, &places);
        let ranks = ranks(places.len(), &edges);
        let own = places.iter().map(|place| own_group(model, *place)).collect();
        let groups = spread_groups(own, &edges);
        let nodes = places.into_iter().zip(groups).zip(ranks);
        let nodes = nodes.map(|((reference, group), rank)| MapNode { reference, group, rank });
        Self { nodes: nodes.collect(), edges }
    }

    /// Where a declaration stands.
    #[must_use]
    pub fn position(&self, reference: Reference) -> Option<usize> {
        self.nodes.iter().position(|node| node.reference == reference)
    }

    /// The edges that end at a node.
    pub fn causes(&self, node: usize) -> impl Iterator<Item = &MapEdge> {
        self.edges.iter().filter(move |edge| edge.to == node)
    }

    /// The edges that begin at a node.
    pub fn effects(&self, node: usize) -> impl Iterator<Item = &MapEdge> {
        self.edges.iter().filter(move |edge| edge.from == node)
    }

    /// The nodes that a change at `from` reaches, this year or later, in order.
    #[must_use]
    pub fn reached_from(&self, from: usize) -> Vec<usize> {
        self.steps_from(from).into_keys().filter(|node| *node != from).collect()
    }

    /// The levers that reach a node, by position in [`Model::levers`].
    #[must_use]
    pub fn levers_reaching(&self, node: usize) -> Vec<LeverId> {
        let levers = self.nodes.iter().enumerate().filter_map(|(from, node)| {
            if let Reference::Lever(lever) = node.reference { Some((from, lever)) } else { None }
        });
        levers
            .filter(|(from, _)| self.steps_from(*from).contains_key(&node))
            .map(|(_, lever)| lever)
            .collect()
    }

    /// The shortest way of a change from one node to another, both included.
    #[must_use]
    pub fn path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let steps = self.steps_from(from);
        steps.get(&to)?;
        let mut path = vec![to];
        while let Some(Some(before)) = path.last().map(|last| steps[last]) {
            path.push(before);
        }
        path.reverse();
        Some(path)
    }

    /// Every node on any way of a change from one node to another, both included, in order;
    /// empty where there is none.
    #[must_use]
    pub fn ways(&self, from: usize, to: usize) -> Vec<usize> {
        let reached = self.steps_from(from);
        let mut leading = Set::from([to]);
        let mut open = vec![to];
        while let Some(node) = open.pop() {
            let causes = self.causes(node).filter(|edge| edge.carries_policy);
            open.extend(causes.map(|edge| edge.from).filter(|cause| leading.insert(*cause)));
        }
        leading.retain(|node| reached.contains_key(node));
        leading.into_iter().collect()
    }

    /// Every node that a change at `from` reaches, with the node that it comes from.
    fn steps_from(&self, from: usize) -> Map<usize, Option<usize>> {
        let mut steps = Map::from([(from, None)]);
        let mut open = VecDeque::from([from]);
        while let Some(node) = open.pop_front() {
            for edge in self.effects(node).filter(|edge| edge.carries_policy) {
                if !steps.contains_key(&edge.to) {
                    steps.insert(edge.to, Some(node));
                    open.push_back(edge.to);
                }
            }
        }
        steps
    }
}

fn is_place(reference: &Reference) -> bool {
    matches!(
        reference,
        Reference::Lever(_)
            | Reference::Assumption(_)
            | Reference::Variable(_)
            | Reference::PolicyCost
    )
}

/// All edges, by effect and then in the order of its formula.
fn edges(model: &Model, region: &Region, places: &[Reference]) -> Vec<MapEdge> {
    let mut edges: Vec<MapEdge> = Vec::new();
    for (to, place) in places.iter().enumerate() {
        let formulas: Vec<&Expression<Reference>> = match place {
            Reference::Variable(variable) => vec![&region.formula(model, *variable).expression],
            Reference::PolicyCost => {
                let levers = model.levers_that_cost(CostKind::Cash);
                levers.map(|lever| &model.levers[lever].cost.expression).collect()
            }
            _ => Vec::new(),
        };
        for read in formulas.into_iter().flat_map(Expression::reads) {
            let from = places.iter().position(|cause| *cause == read.name);
            // What was so in the base year acts on nothing, and nothing is its own cause.
            let Some(from) = from.filter(|from| *from != to && read.moment != Moment::Base) else {
                continue;
            };
            let delayed = matches!(read.moment, Moment::Ago(_));
            let carries_policy = read.run != Some(OtherRun::Outlook);
            match edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
                Some(edge) => {
                    edge.delayed &= delayed;
                    edge.carries_policy |= carries_policy;
                }
                None => edges.push(MapEdge { from, to, delayed, carries_policy }),
            }
        }
    }
    edges
}

/// Causes of the same year form no circle, so the ranks settle.
fn ranks(count: usize, edges: &[MapEdge]) -> Vec<usize> {
    let mut ranks = vec![0; count];
    for _ in 0..count {
        let before = ranks.clone();
        for edge in edges.iter().filter(|edge| !edge.delayed) {
            ranks[edge.to] = ranks[edge.to].max(ranks[edge.from] + 1);
        }
        if ranks == before {
            break;
        }
    }
    ranks
}

fn own_group(model: &Model, place: Reference) -> Option<usize> {
    match place {
        Reference::Lever(lever) => Some(model.levers[lever].group),
        Reference::Variable(variable) => model.variables[variable].group,
        _ => None,
    }
}

/// Gives a node without a group that of the nearest effect that has one.
fn spread_groups(mut groups: Vec<Option<usize>>, edges: &[MapEdge]) -> Vec<Option<usize>> {
    loop {
        let found: Set<(usize, usize)> = (0..groups.len())
            .filter(|node| groups[*node].is_none())
            .filter_map(|node| {
                let mut effects = edges.iter().filter(|edge| edge.from == node);
                Some((node, effects.find_map(|edge| groups[edge.to])?))
            })
            .collect();
        if found.is_empty() {
            return groups;
        }
        for (node, group) in found {
            groups[node] = Some(group);
        }
    }
}
