//! The causal map as a picture: blocks, arrows, and a button for every number.

use yew::prelude::*;

use crate::analysis::MapEdge;
use crate::figure::{BOX, MapBlock};
use crate::model::Reference;
use crate::ui::explain::map_sight::{Sight, SightChange, node_id};
use crate::wording::Phrase;

/// What a button inside a picture is written in.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The picture; arrows of the lit way and of the node in hand lie over the others.
pub(super) fn picture(sight: &Sight<'_>, change: &Callback<SightChange>) -> Html {
    let (walk, locale) = (sight.walk, sight.given.scene.locale);
    let [width, height] = [walk.figure.width, walk.figure.height].map(|side| side.to_string());
    let mut arrows: Vec<(Prominence, &MapEdge)> =
        walk.map.edges.iter().map(|edge| (standing(sight, edge), edge)).collect();
    arrows.sort_by_key(|(standing, _)| *standing);
    let nodes = (0..walk.map.nodes.len()).filter_map(|node| {
        walk.figure.places[node].map(|place| button(sight, node, place, change))
    });
    html! {
        <div class="map" role="group" aria-label={Phrase::MAP_LABEL.get(locale)} aria-describedby="map-keys">
            <p id="map-keys" class="side-note">{ Phrase::MAP_KEYS.get(locale) }</p>
            <div class="map-scroll">
                <svg {width} {height}>
                    <defs>{ head("arrow-quiet") }{ head("arrow-lit") }{ head("arrow-near") }</defs>
                    { for walk.figure.blocks.iter().map(|block| panel(sight, block)) }
                    <g aria-hidden="true">{ for arrows.into_iter().filter_map(|(standing, edge)| arrow(sight, standing, edge)) }</g>
                    { for nodes }
                </svg>
            </div>
        </div>
    }
}

/// How an arrow stands out, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Prominence {
    Quiet,
    Lit,
    OnPath,
    Near,
}

fn standing(sight: &Sight<'_>, edge: &MapEdge) -> Prominence {
    let walk = sight.walk;
    let on_way = |node: usize| walk.ways.contains(&node);
    let on_path = walk.path.windows(2).any(|step| step == [edge.from, edge.to]);
    if on_path {
        Prominence::OnPath
    } else if edge.from == sight.at || edge.to == sight.at {
        Prominence::Near
    } else if edge.carries_policy && on_way(edge.from) && on_way(edge.to) {
        Prominence::Lit
    } else {
        Prominence::Quiet
    }
}

fn arrow(sight: &Sight<'_>, standing: Prominence, edge: &MapEdge) -> Option<Html> {
    let (class, head) = match standing {
        Prominence::Quiet => ("arrow", "arrow-quiet"),
        Prominence::Lit => ("arrow arrow-lit", "arrow-lit"),
        Prominence::OnPath => ("arrow arrow-lit arrow-path", "arrow-lit"),
        Prominence::Near => ("arrow arrow-near", "arrow-near"),
    };
    let d = sight.walk.figure.arrow(edge)?;
    let class = classes!(class, edge.delayed.then_some("arrow-delayed"));
    Some(html! { <path {class} {d} marker-end={format!("url(#{head})")} /> })
}

fn head(id: &'static str) -> Html {
    html! {
        <marker {id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
            <path class={id} d="M0 0L8 4L0 8Z" />
        </marker>
    }
}

fn panel(sight: &Sight<'_>, block: &MapBlock) -> Html {
    let [x, y] = block.corner.map(|side| side.to_string());
    let [width, height] = block.size.map(|side| side.to_string());
    let [text_x, text_y] = [block.corner[0] + 10, block.corner[1] + 20].map(|at| at.to_string());
    html! {
        <g>
            <rect class="map-block" {x} {y} {width} {height} />
            <text class="map-title" x={text_x} y={text_y}>{ sight.block(block.group) }</text>
        </g>
    }
}

fn button(
    sight: &Sight<'_>,
    node: usize,
    [x, y]: [i32; 2],
    change: &Callback<SightChange>,
) -> Html {
    let id = sight.id(node);
    let reference = sight.reference(node);
    let is_here = node == sight.at;
    let on_way = sight.walk.ways.contains(&node);
    let kind = match reference {
        Reference::Lever(_) => "node-lever",
        Reference::Assumption(_) => "node-assumption",
        _ => "node",
    };
    let class = classes!(kind, on_way.then_some("node-lit"), is_here.then_some("node-here"));
    let go = change.reform(move |_: MouseEvent| SightChange::At(reference));
    let onfocus = change.reform(move |_: FocusEvent| SightChange::At(reference));
    let [x, y, width, height] = [x, y, BOX[0], BOX[1]].map(|side| side.to_string());
    html! {
        <foreignObject key={id.to_owned()} {x} {y} {width} {height}>
            <button xmlns={HTML} type="button" id={node_id(id)} {class} tabindex={if is_here { "0" } else { "-1" }}
                title={sight.name(node).to_owned()} onclick={go} {onfocus}>
                <span>{ sight.name(node) }</span>
                if let Some(added) = sight.added(node) {
                    <b>{ added }</b>
                }
            </button>
        </foreignObject>
    }
}
