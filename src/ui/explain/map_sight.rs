//! What the parts of the causal map read: the way of a lever in numbers, and where a person is on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{CausalMap, Numbers, Workbench};
use crate::browser::focus;
use crate::desk::Work;
use crate::figure::MapFigure;
use crate::model::{Model, Reference};
use crate::plan::{LeverPath, Settings};
use crate::shared::Shared;
use crate::ui::state::given::Given;
use crate::unit::InUnit;
use crate::wording::{FormulaWriter, Phrase, lever_measure};

/// The map with the way of a lever to an indicator.
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
    pub(super) setting: (InUnit, bool),
}

/// Which way, in which run.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) workbench: Shared<Workbench>,
    pub(super) settings: Settings,
    pub(super) from: Option<Reference>,
    pub(super) to: Option<Reference>,
    pub(super) only_way: bool,
}

impl Asked {
    /// Whether it is a way on the same map.
    pub(super) fn is_on_same(&self, other: &Self) -> bool {
        self.workbench == other.workbench
    }
}

/// Something a person changes on the map.
#[derive(Clone, Copy)]
pub(super) enum SightChange {
    From(Option<Reference>),
    To(Option<Reference>),
    OnlyWay,
    At(Reference),
}

/// What the parts of the map read.
pub(super) struct Sight<'s> {
    pub(super) given: &'s Given,
    pub(super) walk: &'s Rc<Walk>,
    /// The lever that was chosen: the walk's, or that of the walk to come.
    pub(super) from: usize,
    /// The indicator that was chosen.
    pub(super) to: usize,
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
    /// Runs what lies on the way.
    pub(super) fn work(asked: Asked) -> Work<Self> {
        Work::once(move || Self::of(&asked))
    }

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
        let added = added.collect();
        Self { map, figure, from, to, ways, path, added, setting }
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
    let lever = moved.or(levers.first()).copied().or(model.levers.first_key())?;
    map.position(Reference::Lever(lever))
}

/// The lever alone as the scenario sets it, else one step from present; its setting in the plan
/// year, and whether the scenario set it.
fn alone(
    workbench: &Workbench,
    settings: &Settings,
    from: Reference,
) -> (Settings, (InUnit, bool)) {
    let mut alone = Settings::present();
    let Reference::Lever(position) = from else { return (alone, (InUnit(f64::NAN), false)) };
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

/// Makes a node the one that the keyboard is at.
pub(super) fn go_to(walk: &Walk, node: usize, model: &Model, change: &Callback<SightChange>) {
    let reference = walk.map.nodes[node].reference;
    change.emit(SightChange::At(reference));
    focus(&node_id(model.id_of(reference)));
}

/// Id of the button of what has this id.
pub(super) fn node_id(id: &str) -> String {
    format!("map-{id}")
}
