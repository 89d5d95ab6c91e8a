//! The lit way and the whole map in words: what the picture shows, for those who read it.

use yew::prelude::*;

use crate::figure::FigureTable;
use crate::ui::charts::fan_canvas::figure_table;
use crate::ui::explain::map_sight::{Sight, SightChange, go_to, setting_words};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::disclosure::twin;
use crate::wording::Phrase;

/// The shortest way in numbers, each step a button; or that there is none.
pub(super) fn path(sight: &Sight<'_>, change: &Callback<SightChange>) -> Html {
    let (walk, locale) = (sight.walk, sight.given.scene.locale);
    if walk.path.is_empty() {
        let gaps = [("from", sight.name(walk.from)), ("to", sight.name(walk.to))];
        return html! { <p class="prose" role="status">{ Phrase::MAP_NO_WAY.with(locale, &gaps) }</p> };
    }
    let step = |node: &usize| {
        let node = *node;
        let (walk, model) = (walk.clone(), sight.given.scene.model.clone());
        let change = change.clone();
        let onclick = move |_: MouseEvent| go_to(&walk, node, &model, &change);
        html! {
            <li>{ button(Kind::Quiet, sight.name(node), onclick).draw() }{ " " }<b>{ sight.added(node) }</b></li>
        }
    };
    html! {
        <>
            <p class="side-note">{ setting_words(sight) }</p>
            <ol class="map-path">{ for walk.path.iter().map(step) }</ol>
        </>
    }
}

/// All ways of the lever step by step, and the whole map.
pub(super) fn tables(sight: &Sight<'_>) -> Html {
    let locale = sight.given.scene.locale;
    let unlinked = sight.walk.map.nodes.iter().enumerate().filter(|(node, _)| {
        let mut edges = sight.walk.map.edges.iter();
        edges.all(|edge| edge.from != *node && edge.to != *node)
    });
    let count = unlinked.count().to_string();
    let unfolding =
        |title: Phrase, of: &FigureTable| twin(title.get(locale), figure_table(of)).draw();
    html! {
        <div class="map-tables">
            <p class="side-note">{ Phrase::MAP_UNLINKED.with(locale, &[("count", &count)]) }</p>
            { unfolding(Phrase::MAP_STEPS, &steps(sight)) }
            { unfolding(Phrase::MAP_TABLE, &whole(sight)) }
        </div>
    }
}

fn header(phrases: &[Phrase], sight: &Sight<'_>) -> Vec<String> {
    phrases.iter().map(|phrase| phrase.get(sight.given.scene.locale).to_owned()).collect()
}

fn steps(sight: &Sight<'_>) -> FigureTable {
    let mut nodes = sight.walk.ways.clone();
    nodes.sort_by_key(|node| sight.walk.map.nodes[*node].rank);
    let row = |node: usize| {
        let block = sight.block(sight.walk.map.nodes[node].group).to_owned();
        vec![sight.name(node).to_owned(), block, sight.added(node).unwrap_or_default()]
    };
    FigureTable {
        header: header(&[Phrase::MAP_STEP_NAME, Phrase::MAP_BLOCK, Phrase::MAP_EFFECT], sight),
        rows: nodes.into_iter().map(row).collect(),
    }
}

fn whole(sight: &Sight<'_>) -> FigureTable {
    let map = &sight.walk.map;
    let list = |nodes: Vec<usize>| {
        let names: Vec<&str> = nodes.into_iter().map(|node| sight.name(node)).collect();
        names.join(Phrase::LIST_COMMA.get(sight.given.scene.locale))
    };
    let row = |node: usize| {
        vec![
            sight.name(node).to_owned(),
            sight.block(map.nodes[node].group).to_owned(),
            list(map.causes(node).map(|edge| edge.from).collect()),
            list(map.effects(node).map(|edge| edge.to).collect()),
        ]
    };
    let columns = [Phrase::MAP_NAME, Phrase::MAP_BLOCK, Phrase::MAP_CAUSES, Phrase::MAP_EFFECTS];
    FigureTable { header: header(&columns, sight), rows: (0..map.nodes.len()).map(row).collect() }
}
