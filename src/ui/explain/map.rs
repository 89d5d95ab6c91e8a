//! The causal map, to be walked by mouse and keyboard, with the way of a lever lit.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{CausalMap, Numbers, Workbench};
use crate::browser::focus;
use crate::figure::MapFigure;
use crate::model::{Model, Reference};
use crate::plan::{LeverPath, Settings};
use crate::session::Action;
use crate::shared::Shared;
use crate::ui::choice::Choice;
use crate::ui::explain::link::opener;
use crate::ui::explain::map_picture::{node_id, picture};
use crate::ui::explain::map_table::{path, tables};
use crate::ui::given::Given;
use crate::wording::{FormulaWriter, Phrase, lever_measure};

/// What a person chose on the map; what is not chosen follows from the number in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Chosen {
    from: Option<Reference>,
    to: Option<Reference>,
    only_way: bool,
    at: Option<Reference>,
}

/// The map with the way of a lever to an indicator.
#[derive(Debug)]
pub(super) struct Walk {
    pub(super) map: CausalMap,
    pub(super) figure: MapFigure,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Nodes on any way of the lever to the indicator.
    pub(super) ways: Vec<usize>,
    /// The shortest of these ways.
    pub(super) path: Vec<usize>,
    /// By node on a way: what the lever adds, base units.
    pub(super) added: Vec<(usize, f64)>,
    /// The lever's setting that adds it, in its unit, and whether the scenario set it.
    pub(super) setting: (f64, bool),
}

/// Which way, in which run.
#[derive(Clone, PartialEq)]
struct Asked {
    workbench: Shared<Workbench>,
    settings: Settings,
    from: Option<Reference>,
    to: Option<Reference>,
    only_way: bool,
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
    let walk = use_memo(asked, Walk::of);
    let at = chosen.at.or(subject).and_then(|at| walk.map.position(at));
    let at = at.filter(|at| walk.figure.places[*at].is_some()).unwrap_or(walk.from);
    let sight = Sight {
        given: props,
        walk: &walk,
        at,
        only_way: chosen.only_way,
        writer: FormulaWriter::new(&scene.model, scene.locale),
    };
    let change = {
        let chosen = chosen.clone();
        Callback::from(move |change: Change| {
            chosen.set(match change {
                Change::From(from) => Chosen { from, at: from, ..*chosen },
                Change::To(to) => Chosen { to, ..*chosen },
                Change::OnlyWay => Chosen { only_way: !chosen.only_way, ..*chosen },
                Change::At(at) => Chosen { at: Some(at), ..*chosen },
            });
        })
    };
    html! {
        <>
            <p class="prose">{ Phrase::MAP_INTRO.get(scene.locale) }</p>
            { choices(&sight, &change) }
            { path(&sight, &change) }
            <div onkeydown={on_key(&sight, &change)}>{ picture(&sight, &change) }</div>
            { around(&sight, &change) }
            { tables(&sight) }
        </>
    }
}

/// Something a person changes on the map.
#[derive(Clone, Copy)]
pub(super) enum Change {
    From(Option<Reference>),
    To(Option<Reference>),
    OnlyWay,
    At(Reference),
}

/// What the parts of the map read.
pub(super) struct Sight<'s> {
    pub(super) given: &'s Given,
    pub(super) walk: &'s Rc<Walk>,
    /// The node that the keyboard is at.
    pub(super) at: usize,
    /// Whether nothing but the ways of the lever is shown.
    pub(super) only_way: bool,
    pub(super) writer: FormulaWriter<'s>,
}

impl Sight<'_> {
    pub(super) fn reference(&self, node: usize) -> Reference {
        self.walk.map.nodes[node].reference
    }

    pub(super) fn id(&self, node: usize) -> &str {
        self.given.scene.model.id_of(self.reference(node))
    }

    pub(super) fn name(&self, node: usize) -> &str {
        self.writer.name(self.reference(node))
    }

    /// What the lever adds to a node, in words.
    pub(super) fn added(&self, node: usize) -> Option<String> {
        let (_, added) = self.walk.added.iter().find(|(known, _)| *known == node)?;
        Some(self.writer.added(self.reference(node), *added).to_string())
    }

    /// The heading that a node stands under.
    pub(super) fn block(&self, group: Option<usize>) -> &str {
        let locale = self.given.scene.locale;
        let group = group.map(|group| self.given.scene.model.groups[group].name.get(locale));
        group.unwrap_or(Phrase::MAP_UNGROUPED.get(locale))
    }
}

impl Walk {
    fn of(asked: &Asked) -> Self {
        let Asked { workbench, settings, only_way, .. } = asked;
        let (model, region) = (workbench.model(), workbench.region());
        let map = CausalMap::of(model, region);
        let to = asked.to.and_then(|to| map.position(to));
        let to = to.or_else(|| targeted(workbench, &map)).unwrap_or(0);
        let from = asked.from.and_then(|from| map.position(from));
        let from = from.or_else(|| reaching(workbench, settings, &map, to)).unwrap_or(0);
        let ways = map.ways(from, to);
        let figure =
            MapFigure::of(&map, &|node| !only_way || ways.is_empty() || ways.contains(&node));
        let (alone, setting) = alone(workbench, settings, map.nodes[from].reference);
        let declarations: Vec<Reference> =
            ways.iter().map(|node| map.nodes[*node].reference).collect();
        let numbers = Numbers::of(workbench, &alone, &declarations);
        let t = (region.plan_year - region.base_year).max(1).cast_unsigned();
        let added = ways
            .iter()
            .filter_map(|node| Some((*node, numbers.added(map.nodes[*node].reference, t)?)));
        let path = map.path(from, to).unwrap_or_default();
        Self { added: added.collect(), figure, from, to, path, setting, ways, map }
    }
}

/// The first target's indicator.
fn targeted(workbench: &Workbench, map: &CausalMap) -> Option<usize> {
    let mut variables = workbench.region().targets.iter().filter_map(|target| target.variable);
    variables.find_map(|variable| map.position(Reference::Variable(variable)))
}

/// A lever that reaches a node: one that the scenario moves, if there is one.
fn reaching(
    workbench: &Workbench,
    settings: &Settings,
    map: &CausalMap,
    to: usize,
) -> Option<usize> {
    let model = workbench.model();
    let levers = map.levers_reaching(to);
    let moved = levers.iter().find(|lever| settings.get(&model.levers[**lever].id).is_some());
    let lever = moved.or(levers.first()).copied().unwrap_or(0);
    map.position(Reference::Lever(lever))
}

/// The lever alone as the scenario sets it, else one step from present; its setting in the plan
/// year, and whether the scenario set it.
fn alone(workbench: &Workbench, settings: &Settings, from: Reference) -> (Settings, (f64, bool)) {
    let mut alone = Settings::present();
    let Reference::Lever(position) = from else { return (alone, (f64::NAN, false)) };
    let lever = &workbench.model().levers[position];
    let present = workbench.present(position);
    let region = workbench.region();
    let t = (region.plan_year - region.base_year).max(1).cast_unsigned();
    let set = settings.get(&lever.id).cloned();
    let is_set = set.is_some();
    let step = if present + lever.step <= lever.range[1] { lever.step } else { -lever.step };
    let path = set.unwrap_or(LeverPath::Constant(present + step));
    let setting = path.at(t).unwrap_or(present);
    alone.set(&lever.id, path);
    (alone, (setting, is_set))
}

/// From which lever, to which indicator, and whether to see only that.
fn choices(sight: &Sight<'_>, change: &Callback<Change>) -> Html {
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
    let find = |change: fn(Option<Reference>) -> Change, on_change: &Callback<Change>| {
        let model = model.clone();
        on_change.reform(move |id: String| change(model.reference(&id)))
    };
    let onchange = change.reform(|_: Event| Change::OnlyWay);
    html! {
        <div class="map-choices">
            <Choice label={Phrase::MAP_FROM.get(locale)} options={options(&is_lever, walk.from)}
                value={sight.id(walk.from).to_owned()} on_choose={find(Change::From, change)} />
            <Choice label={Phrase::MAP_TO.get(locale)} options={options(&is_indicator, walk.to)}
                value={sight.id(walk.to).to_owned()} on_choose={find(Change::To, change)} />
            <label><input type="checkbox" checked={sight.only_way} {onchange} />{ Phrase::MAP_ONLY_WAY.get(locale) }</label>
        </div>
    }
}

/// The setting whose effect is shown, in words.
pub(super) fn setting_words(sight: &Sight<'_>) -> String {
    let scene = &sight.given.scene;
    let (setting, is_set) = sight.walk.setting;
    let Reference::Lever(position) = sight.reference(sight.walk.from) else { return String::new() };
    let lever = &scene.model.levers[position];
    let measure = lever_measure(lever, &scene.model, scene.locale);
    let value = measure.value(lever.unit.to_base(setting)).to_string();
    let phrase = if is_set { Phrase::MAP_SET } else { Phrase::MAP_TRIED };
    let setting = phrase.with(scene.locale, &[("value", &value)]);
    let year = scene.region.plan_year.to_string();
    let gaps = [("lever", lever.name.get(scene.locale)), ("setting", &setting), ("year", &year)];
    Phrase::MAP_STEP.with(scene.locale, &gaps)
}

/// Arrow keys follow the arrows, first those of the lit way; Enter opens.
fn on_key(sight: &Sight<'_>, change: &Callback<Change>) -> Callback<KeyboardEvent> {
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

/// Makes a node the one that the keyboard is at.
pub(super) fn go_to(walk: &Walk, node: usize, model: &Model, change: &Callback<Change>) {
    let reference = walk.map.nodes[node].reference;
    change.emit(Change::At(reference));
    focus(&node_id(model.id_of(reference)));
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
fn around(sight: &Sight<'_>, change: &Callback<Change>) -> Html {
    let Sight { given, walk, at, .. } = sight;
    let locale = given.scene.locale;
    let steps = |title: Phrase, nodes: Vec<usize>| {
        let step = |node: usize| {
            let (walk, model, change) =
                ((*walk).clone(), given.scene.model.clone(), change.clone());
            let onclick = move |_: MouseEvent| go_to(&walk, node, &model, &change);
            html! { <li><button type="button" class="quiet" {onclick}>{ sight.name(node) }</button></li> }
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
