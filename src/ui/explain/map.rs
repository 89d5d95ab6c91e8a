//! The causal map, to be walked by mouse and keyboard, with the way of a lever lit.

use yew::prelude::*;

use crate::locale::Locale;
use crate::model::Reference;
use crate::session::Action;
use crate::ui::explain::link::opener;
use crate::ui::explain::map_picture::picture;
use crate::ui::explain::map_sight::{Asked, Sight, SightChange, Walk, go_to};
use crate::ui::explain::map_table::{path, tables};
use crate::ui::state::given::Given;
use crate::ui::state::work::{Begins, use_shown_work};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::check::check;
use crate::ui::widgets::choice::Choice;
use crate::wording::{FormulaWriter, Phrase};

/// What a person chose on the map; what is not chosen follows from the number in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Chosen {
    from: Option<Reference>,
    to: Option<Reference>,
    only_way: bool,
    at: Option<Reference>,
}

/// Choices, the way in numbers, the picture and its tables.
#[component]
pub(super) fn Map(props: &Given) -> Html {
    let Given { scene, run, view, .. } = props;
    let chosen = use_state(Chosen::default);
    let subject = view.inquiry.trail.last().and_then(|id| scene.model.reference(id));
    let lever = subject.filter(|subject| matches!(subject, Reference::Lever(_)));
    let other = subject.filter(|_| lever.is_none());
    let asked = Asked {
        workbench: run.workbench.clone(),
        settings: run.settings.clone(),
        from: chosen.from.or(lever),
        to: chosen.to.or(other),
        only_way: chosen.only_way,
    };
    let working =
        use_shown_work(Begins::AtOnce, Some(asked.clone()), Walk::work, Asked::is_on_same);
    let Some(walk) = working.latest() else {
        return html! { <>{ intro(scene.locale) }{ working.notice(scene.locale) }</> };
    };
    let position = |of: Option<Reference>| of.and_then(|of| walk.map.position(of));
    let at = chosen.at.or(subject).and_then(|at| walk.map.position(at));
    let at = at.filter(|at| walk.figure.places[*at].is_some()).unwrap_or(walk.from);
    let sight = Sight {
        given: props,
        walk,
        from: position(asked.from).unwrap_or(walk.from),
        to: position(asked.to).unwrap_or(walk.to),
        at,
        only_way: chosen.only_way,
        writer: FormulaWriter::new(&scene.model, scene.locale),
    };
    let change = {
        let chosen = chosen.clone();
        Callback::from(move |change: SightChange| {
            chosen.set(match change {
                SightChange::From(from) => Chosen { from, at: from, ..*chosen },
                SightChange::To(to) => Chosen { to, ..*chosen },
                SightChange::OnlyWay => Chosen { only_way: !chosen.only_way, ..*chosen },
                SightChange::At(at) => Chosen { at: Some(at), ..*chosen },
            });
        })
    };
    html! {
        <>
            { intro(scene.locale) }
            { choices(&sight, &change) }
            { path(&sight, &change) }
            <div onkeydown={on_key(&sight, &change)}>{ picture(&sight, &change) }</div>
            { around(&sight, &change) }
            { tables(&sight) }
        </>
    }
}

fn intro(locale: Locale) -> Html {
    html! { <p class="prose">{ Phrase::MAP_INTRO.get(locale) }</p> }
}

/// From which lever, to which indicator, and whether to see only that.
fn choices(sight: &Sight<'_>, change: &Callback<SightChange>) -> Html {
    let Sight { given, walk, .. } = sight;
    let (model, locale) = (given.scene.model.clone(), given.scene.locale);
    let is_lever = |node: usize| matches!(sight.reference(node), Reference::Lever(_));
    let is_indicator = |node: usize| match sight.reference(node) {
        Reference::Variable(variable) => model.variables[variable].direction.is_some(),
        _ => false,
    };
    let options = |fits: &dyn Fn(usize) -> bool, held: usize| -> Vec<(String, String)> {
        let nodes = (0..walk.map.nodes.len()).filter(|node| fits(*node) || *node == held);
        nodes.map(|node| (sight.id(node).to_owned(), sight.name(node).to_owned())).collect()
    };
    let find = |change: fn(Option<Reference>) -> SightChange, on_change: &Callback<SightChange>| {
        let model = model.clone();
        on_change.reform(move |id: String| change(model.reference(&id)))
    };
    let on_turn = change.reform(|_: bool| SightChange::OnlyWay);
    html! {
        <div class="map-choices">
            <Choice label={Phrase::MAP_FROM.get(locale)} options={options(&is_lever, sight.from)}
                value={sight.id(sight.from).to_owned()} on_choose={find(SightChange::From, change)} />
            <Choice label={Phrase::MAP_TO.get(locale)} options={options(&is_indicator, sight.to)}
                value={sight.id(sight.to).to_owned()} on_choose={find(SightChange::To, change)} />
            { check(Phrase::MAP_ONLY_WAY.get(locale), sight.only_way, on_turn).draw() }
        </div>
    }
}

/// Arrow keys follow the arrows, first those of the lit way; Enter opens.
fn on_key(sight: &Sight<'_>, change: &Callback<SightChange>) -> Callback<KeyboardEvent> {
    let (walk, at, model) = (sight.walk.clone(), sight.at, sight.given.scene.model.clone());
    let (change, on_action) = (change.clone(), sight.given.on_action.clone());
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Enter" {
            event.prevent_default();
            let id = model.id_of(walk.map.nodes[at].reference).to_owned();
            return on_action.emit(Action::Explain(id));
        }
        if let Some(next) = walk.next(at, &key) {
            event.prevent_default();
            go_to(&walk, next, &model, &change);
        }
    })
}

impl Walk {
    /// Where an arrow key leads.
    fn next(&self, at: usize, key: &str) -> Option<usize> {
        let is_shown = |node: &usize| self.figure.places[*node].is_some();
        let on_path = |step: isize| {
            let place = self.path.iter().position(|node| *node == at)?;
            self.path.get(place.checked_add_signed(step)?).copied()
        };
        match key {
            "ArrowDown" => {
                on_path(1).or_else(|| self.map.effects(at).map(|edge| edge.to).find(is_shown))
            }
            "ArrowUp" => {
                on_path(-1).or_else(|| self.map.causes(at).map(|edge| edge.from).find(is_shown))
            }
            "ArrowLeft" => self.figure.beside(at)[0],
            "ArrowRight" => self.figure.beside(at)[1],
            "Home" => Some(self.from).filter(is_shown),
            "End" => Some(self.to).filter(is_shown),
            _ => None,
        }
    }
}

/// The node in hand with its causes and effects, each a step.
fn around(sight: &Sight<'_>, change: &Callback<SightChange>) -> Html {
    let Sight { given, walk, at, .. } = sight;
    let locale = given.scene.locale;
    let steps = |title: Phrase, nodes: Vec<usize>| {
        let step = |node: usize| {
            let (walk, model, change) =
                ((*walk).clone(), given.scene.model.clone(), change.clone());
            let onclick = move |_: MouseEvent| go_to(&walk, node, &model, &change);
            html! { <li>{ button(Kind::Quiet, sight.name(node), onclick).draw() }</li> }
        };
        html! {
            if !nodes.is_empty() {
                <div><dt>{ title.get(locale) }</dt><dd><ul class="links">{ for nodes.into_iter().map(step) }</ul></dd></div>
            }
        }
    };
    let causes = walk.map.causes(*at).map(|edge| edge.from).collect();
    let effects = walk.map.effects(*at).map(|edge| edge.to).collect();
    html! {
        <section class="map-around" aria-label={sight.name(*at).to_owned()}>
            <p><b>{ opener(sight.id(*at), sight.name(*at), &given.on_action) }</b>
                { " " }{ sight.block(walk.map.nodes[*at].group) }</p>
            <dl>{ steps(Phrase::MAP_CAUSES, causes) }{ steps(Phrase::MAP_EFFECTS, effects) }</dl>
        </section>
    }
}
