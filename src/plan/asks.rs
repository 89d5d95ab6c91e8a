//! Which missing figures to ask for, in which order: those first that let most be computed
//! with least to look up.

use crate::locale::Text;
use crate::model::{Model, Reference, VariableId};
use crate::region::{Provenance, Reads, Region, When, figures_read};
use crate::sorted::Set;
use crate::unit::Unit;

/// Figures that a first projection from a blank region may need at most.
pub const FIRST_ASKS: usize = 8;

/// A figure to ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Id of the figure or variable.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// The unit in which to ask.
    pub unit: Unit,
    /// Indicators (positions in the model's variables) that can be computed once this figure
    /// and those asked for before it are known.
    pub unlocks: Vec<VariableId>,
    /// How many indicators need it.
    pub needed_by: usize,
}

/// All missing figures that some indicator needs. Indicators are those of the region's
/// targets; without targets, all of the model's.
#[must_use]
pub fn asks(model: &Model, region: &Region) -> Vec<Ask> {
    let mut lacking = lacking(model, region, |id| !region.figures.contains_key(id));
    let needed_by = lacking.clone();
    let mut asked = Vec::new();
    lacking.retain(|(_, missing)| !missing.is_empty());
    while let Some(cheapest) = lacking.iter().map(|(_, missing)| missing.len()).min() {
        // Of the cheapest indicators, the one whose figures serve most others.
        let service =
            |missing: &Set<String>| missing.iter().map(|id| count(&lacking, id)).sum::<usize>();
        let candidates = lacking.iter().filter(|(_, missing)| missing.len() == cheapest);
        let best = candidates.rev().max_by_key(|(_, missing)| service(missing));
        let mut next: Vec<String> =
            best.map_or_else(Vec::new, |(_, missing)| missing.iter().cloned().collect());
        next.sort_by_key(|id| std::cmp::Reverse(count(&lacking, id)));
        for id in next {
            for (_, missing) in &mut lacking {
                missing.remove(&id);
            }
            let (unlocked, rest): (Vec<_>, Vec<_>) =
                lacking.into_iter().partition(|(_, missing)| missing.is_empty());
            lacking = rest;
            let unlocks = unlocked.into_iter().map(|(variable, _)| variable).collect();
            asked.extend(ask(model, &id, unlocks, count(&needed_by, &id)));
        }
    }
    asked
}

/// The figures that a first useful projection needs: the beginning of [`asks`], at most
/// [`FIRST_ASKS`] of them, up to the last one that lets an indicator be computed.
#[must_use]
pub fn first_asks(model: &Model, region: &Region) -> Vec<Ask> {
    let mut asks = asks(model, region);
    asks.truncate(FIRST_ASKS);
    let useful = asks.iter().rposition(|ask| !ask.unlocks.is_empty());
    asks.truncate(useful.map_or(0, |last| last + 1));
    asks
}

/// Assumed figures that indicators rest on: to be replaced, the most needed first.
#[must_use]
pub fn doubts(model: &Model, region: &Region) -> Vec<Ask> {
    let is_assumed = |id: &str| {
        region.figures.get(id).is_some_and(|datum| datum.provenance == Provenance::Assumed)
    };
    let resting = lacking(model, region, is_assumed);
    let ids: Set<&String> = resting.iter().flat_map(|(_, assumed)| assumed).collect();
    let mut asks: Vec<Ask> =
        ids.into_iter().filter_map(|id| ask(model, id, Vec::new(), count(&resting, id))).collect();
    asks.sort_by_key(|ask| std::cmp::Reverse(ask.needed_by));
    asks
}

/// Each indicator with the figures it needs that are `wanted`.
type Lacking = Vec<(VariableId, Set<String>)>;

fn lacking(model: &Model, region: &Region, wanted: impl Fn(&str) -> bool) -> Lacking {
    let needs = indicators(model, region).into_iter().map(|variable| {
        let of = Reference::Variable(variable);
        let needed = figures_read(model, region, of, (Reads::Needed, When::Later)).into_iter();
        (variable, needed.filter(|id| wanted(id)).collect())
    });
    needs.collect()
}

fn indicators(model: &Model, region: &Region) -> Vec<VariableId> {
    let targeted: Set<VariableId> =
        region.targets.iter().filter_map(|target| target.variable).collect();
    if !targeted.is_empty() {
        return targeted.into_iter().collect();
    }
    let all = model.variables.iter_enumerated();
    all.filter(|(_, variable)| variable.direction.is_some()).map(|(position, _)| position).collect()
}

fn count(lacking: &Lacking, id: &str) -> usize {
    lacking.iter().filter(|(_, missing)| missing.contains(id)).count()
}

fn ask(model: &Model, id: &str, unlocks: Vec<VariableId>, needed_by: usize) -> Option<Ask> {
    let figure = model.figures.iter().find(|figure| figure.id == id);
    let variable = || model.variables.iter().find(|variable| variable.id == id);
    let (name, unit) = figure
        .map(|figure| (&figure.name, &figure.unit))
        .or_else(|| variable().map(|variable| (&variable.name, &variable.unit)))?;
    Some(Ask { id: id.to_owned(), name: name.clone(), unit: unit.clone(), unlocks, needed_by })
}
