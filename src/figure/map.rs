//! Where the blocks and the numbers of a causal map stand, and how its arrows run.
//!
//! A block is laid out in rows: a cause above its effects of the same year, a cause of its own
//! as near to its first effect as it can be. In a row, a number stands near what it acts on or
//! is acted on by. Blocks stand side by side where there is room. The same map always gives
//! the same picture.

use crate::analysis::{CausalMap, MapEdge};

/// Width and height of a number's box, pixels.
pub const BOX: [i32; 2] = [124, 62];

/// From a box to the next, in a row and from row to row.
const PITCH: [i32; 2] = [134, 84];

/// Above the first row of a block, for its name.
const HEAD: i32 = 30;

/// Around the rows of a block.
const MARGIN: i32 = 10;

/// Between blocks.
const GUTTER: i32 = 16;

/// Boxes beside each other at most; a longer row is broken.
const WIDEST: usize = 9;

/// Times that rows are put in order, down and up.
const SWEEPS: usize = 6;

/// A causal map with a place for everything, in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapFigure {
    /// Of the picture.
    pub width: i32,
    /// Of the picture.
    pub height: i32,
    /// In the order of the model's headings; what is under none is last.
    pub blocks: Vec<MapBlock>,
    /// By node of the map: the upper left corner of its box; `None` for what is not shown, or
    /// acts on nothing and is acted on by nothing.
    pub places: Vec<Option<[i32; 2]>>,
}

/// A panel under one of the model's headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapBlock {
    /// Position in [`crate::model::Model::groups`].
    pub group: Option<usize>,
    /// Upper left corner.
    pub corner: [i32; 2],
    /// Width and height.
    pub size: [i32; 2],
    /// Its nodes, row by row.
    pub rows: Vec<Vec<usize>>,
}

impl MapFigure {
    /// Lays out those nodes of a map that are to be shown.
    #[must_use]
    pub fn of(map: &CausalMap, is_shown: &dyn Fn(usize) -> bool) -> Self {
        let groups =
            map.nodes.iter().filter_map(|node| node.group).max().map_or(0, |last| last + 1);
        let groups = (0..groups).map(Some).chain([None]);
        let mut blocks: Vec<MapBlock> =
            groups.filter_map(|group| block(map, group, is_shown)).collect();
        let [width, height] = pack(&mut blocks);
        let mut places = vec![None; map.nodes.len()];
        for block in &blocks {
            for (node, place) in block.places() {
                places[node] = Some(place);
            }
        }
        Self { width, height, blocks, places }
    }

    /// The way of an arrow as the data of an SVG path; `None` where an end has no place.
    #[must_use]
    pub fn arrow(&self, edge: &MapEdge) -> Option<String> {
        let ([x, y], [to_x, to_y]) = (self.places[edge.from]?, self.places[edge.to]?);
        let (x, to_x) = (x + BOX[0] / 2, to_x + BOX[0] / 2);
        let y = y + BOX[1];
        let bend = ((to_y - y) / 2).clamp(18, 60);
        Some(format!("M{x} {y}C{x} {} {to_x} {} {to_x} {to_y}", y + bend, to_y - bend))
    }

    /// The nodes before and after a node in its row.
    #[must_use]
    pub fn beside(&self, node: usize) -> [Option<usize>; 2] {
        let mut rows = self.blocks.iter().flat_map(|block| &block.rows);
        let found = rows.find_map(|row| {
            let at = row.iter().position(|other| *other == node)?;
            Some([at.checked_sub(1).map(|before| row[before]), row.get(at + 1).copied()])
        });
        found.unwrap_or_default()
    }
}

impl MapBlock {
    /// Upper left corners, rows in the middle of the block.
    fn places(&self) -> impl Iterator<Item = (usize, [i32; 2])> {
        self.rows.iter().enumerate().flat_map(move |(row, nodes)| {
            let free = self.size[0] - row_width(nodes.len());
            let left = self.corner[0] + free / 2;
            let top = self.corner[1] + HEAD + row as i32 * PITCH[1];
            let place = move |column: usize| [left + column as i32 * PITCH[0], top];
            nodes.iter().enumerate().map(move |(column, node)| (*node, place(column)))
        })
    }
}

fn row_width(count: usize) -> i32 {
    count as i32 * PITCH[0] - (PITCH[0] - BOX[0])
}

/// The rows of what stands under a heading; `None` where nothing does.
fn block(
    map: &CausalMap,
    group: Option<usize>,
    is_shown: &dyn Fn(usize) -> bool,
) -> Option<MapBlock> {
    let is_linked = |node| map.edges.iter().any(|edge| edge.from == node || edge.to == node);
    let members = (0..map.nodes.len()).filter(|node| map.nodes[*node].group == group);
    let members: Vec<usize> = members.filter(|node| is_linked(*node) && is_shown(*node)).collect();
    let inside = |edge: &&MapEdge| {
        !edge.delayed && members.contains(&edge.from) && members.contains(&edge.to)
    };
    let edges: Vec<&MapEdge> = map.edges.iter().filter(inside).collect();
    let rows = ordered(rows(&members, &edges), &edges);
    let widest = rows.iter().map(Vec::len).max()?;
    let height = rows.len() as i32 * PITCH[1] - (PITCH[1] - BOX[1]);
    let size = [row_width(widest) + 2 * MARGIN, HEAD + height + MARGIN];
    Some(MapBlock { group, corner: [0; 2], size, rows })
}

/// Causes above effects, none empty and none too long.
fn rows(members: &[usize], edges: &[&MapEdge]) -> Vec<Vec<usize>> {
    let ranks = ranks(members, edges);
    let last = ranks.iter().max().map_or(0, |last| last + 1);
    let row = |rank| {
        let ranked = members.iter().zip(&ranks).filter(move |(_, of)| **of == rank);
        ranked.map(|(node, _)| *node).collect::<Vec<_>>()
    };
    (0..last).map(row).flat_map(|row| broken(&row).collect::<Vec<_>>()).collect()
}

/// By member: as late as what it acts on allows, but what acts on nothing further as early as
/// its causes allow.
fn ranks(members: &[usize], edges: &[&MapEdge]) -> Vec<usize> {
    let place = |node: usize| members.iter().position(|member| *member == node).unwrap_or(0);
    let pairs: Vec<[usize; 2]> =
        edges.iter().map(|edge| [place(edge.from), place(edge.to)]).collect();
    let mut ranks = vec![0; members.len()];
    for _ in members {
        for [from, to] in &pairs {
            ranks[*to] = ranks[*to].max(ranks[*from] + 1);
        }
    }
    let is_last = |node: usize| pairs.iter().all(|[from, _]| *from != node);
    let inner: Vec<[usize; 2]> = pairs.iter().filter(|[_, to]| !is_last(*to)).copied().collect();
    for _ in members {
        for node in 0..members.len() {
            let effects = inner.iter().filter(|[from, _]| *from == node);
            if let Some(first) = effects.map(|[_, to]| ranks[*to]).min() {
                ranks[node] = first - 1;
            }
        }
    }
    for node in (0..members.len()).filter(|node| is_last(*node)) {
        let causes = pairs.iter().filter(|[_, to]| *to == node);
        ranks[node] = causes.map(|[from, _]| ranks[*from] + 1).max().unwrap_or(0);
    }
    ranks
}

/// A row in pieces of nearly the same length, none too long.
fn broken(row: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let pieces = row.len().div_ceil(WIDEST).max(1);
    row.chunks(row.len().div_ceil(pieces).max(1)).map(<[usize]>::to_vec)
}

/// Every node near the middle of its neighbours in the rows above, then below, and again.
fn ordered(mut rows: Vec<Vec<usize>>, edges: &[&MapEdge]) -> Vec<Vec<usize>> {
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        // On the way down, a node looks at its causes above; on the way up, at its effects.
        let step = |edge: &&MapEdge| if down { [edge.to, edge.from] } else { [edge.from, edge.to] };
        let steps: Vec<[usize; 2]> = edges.iter().map(step).collect();
        for position in 0..rows.len() {
            let position = if down { position } else { rows.len() - 1 - position };
            let middle = |node: usize| middle(node, &rows, &steps);
            let mut keys: Vec<(f64, usize)> =
                rows[position].iter().map(|node| (middle(*node), *node)).collect();
            keys.sort_by(|one, other| one.0.total_cmp(&other.0));
            rows[position] = keys.into_iter().map(|(_, node)| node).collect();
        }
    }
    rows
}

/// Where the nodes that a node steps to stand in the mean, in boxes from the middle; its own
/// place where there are none.
fn middle(node: usize, rows: &[Vec<usize>], steps: &[[usize; 2]]) -> f64 {
    let place = |node: usize| {
        rows.iter().find_map(|row| {
            let column = row.iter().position(|other| *other == node)?;
            Some(column as f64 - (row.len() - 1) as f64 / 2.0)
        })
    };
    let beside = steps.iter().filter(|[of, _]| *of == node);
    let places: Vec<f64> = beside.filter_map(|[_, to]| place(*to)).collect();
    if places.is_empty() {
        return place(node).unwrap_or(0.0);
    }
    places.iter().sum::<f64>() / places.len() as f64
}

/// Puts each block into the first band that has room; the size of the picture.
fn pack(blocks: &mut [MapBlock]) -> [i32; 2] {
    let width = blocks.iter().map(|block| block.size[0]).max().unwrap_or(0);
    let mut bands: Vec<(i32, Vec<usize>)> = Vec::new();
    for (position, block) in blocks.iter().enumerate() {
        let needed = block.size[0] + GUTTER;
        match bands.iter_mut().find(|(used, _)| used + needed <= width + GUTTER) {
            Some((used, members)) => {
                *used += needed;
                members.push(position);
            }
            None => bands.push((needed, vec![position])),
        }
    }
    let mut top = 0;
    for (_, members) in &bands {
        let height = members.iter().map(|member| blocks[*member].size[1]).max().unwrap_or(0);
        let mut left = 0;
        for member in members {
            let block = &mut blocks[*member];
            block.corner = [left, top];
            block.size[1] = height;
            left += block.size[0] + GUTTER;
        }
        // The last panel of a band goes as far as the widest band.
        if let Some(last) = members.last() {
            blocks[*last].size[0] += width - (left - GUTTER);
        }
        top += height + GUTTER;
    }
    [width, (top - GUTTER).max(0)]
}
