//! What a person has chosen on the screen of comparison, and what follows where nothing is chosen.

use std::ops::Deref;

use yew::prelude::*;

use crate::analysis::{ContributionPart, divisions};
use crate::model::{Model, VariableId};
use crate::plan::ScenarioId;
use crate::session::{Action, ComparisonChoice};
use crate::ui::compare::compared::Compared;
use crate::ui::state::given::Given;

/// What a person has chosen, and how to choose something else.
pub(super) struct Chosen<'g> {
    now: &'g ComparisonChoice,
    given: &'g Given,
}

impl Deref for Chosen<'_> {
    type Target = ComparisonChoice;

    fn deref(&self) -> &ComparisonChoice {
        self.now
    }
}

impl<'g> Chosen<'g> {
    /// As the view of the page has it.
    pub(super) fn of(given: &'g Given) -> Self {
        Self { now: &given.view.comparison, given }
    }

    /// A callback that changes what is chosen, from the value of a list or box.
    pub(super) fn choose(
        &self,
        change: impl Fn(&mut ComparisonChoice, &str) + 'static,
    ) -> Callback<String> {
        let (view, on_action) = (self.given.view.clone(), self.given.on_action.clone());
        Callback::from(move |value: String| {
            let mut view = view.clone();
            change(&mut view.comparison, &value);
            on_action.emit(Action::SetView(view));
        })
    }
}

/// The scenario that a list's value stands for.
pub(super) fn scenario_id(value: &str) -> Option<ScenarioId> {
    value.parse().ok().map(ScenarioId)
}

/// The indicator to look at, by its position in the model: the chosen one, else the first that
/// a target asks for.
pub(super) fn indicator(chosen: &ComparisonChoice, compared: &[Compared]) -> Option<VariableId> {
    let first = compared.first()?;
    let wanted = chosen.indicator.as_ref().and_then(|id| first.workbench.model().variable(id));
    let projections = &first.report.projections;
    let known = wanted.filter(|wanted| first.report.projection(*wanted).is_some());
    known.or(projections.first().map(|projection| projection.variable))
}

/// Two scenarios whose difference is explained.
pub(super) struct Pair<'c> {
    /// The first.
    pub(super) from: &'c Compared,
    /// The second.
    pub(super) to: &'c Compared,
    /// Position of the indicator in the model.
    pub(super) variable: VariableId,
    /// Calendar year.
    pub(super) year: i32,
    /// The ways to divide the difference.
    pub(super) divisions: Vec<ContributionPart>,
    /// The way that is used.
    pub(super) part: ContributionPart,
}

impl<'c> Pair<'c> {
    /// The chosen pair, else the reference and the scenario in hand; none where there are no two.
    pub(super) fn of(
        given: &Given,
        chosen: &ComparisonChoice,
        compared: &'c [Compared],
    ) -> Option<Self> {
        let scenarios = &given.plan.scenarios;
        let find = |id: ScenarioId| compared.iter().find(|one| one.scenario.id == id);
        let from = chosen.from.and_then(find).or_else(|| find(scenarios.reference().id))?;
        let other = || compared.iter().rev().find(|one| one.scenario.id != from.scenario.id);
        let current =
            find(scenarios.current().id).filter(|one| one.scenario.id != from.scenario.id);
        let to = chosen.to.and_then(find).or(current).or_else(other)?;
        let divisions = divisions(&to.workbench, [&from.scenario.settings, &to.scenario.settings]);
        let part = chosen.part.filter(|part| divisions.contains(part));
        let last = to.workbench.last_year();
        let region = &given.plan.region;
        let year = chosen.year.filter(|year| (region.base_year + 1..=last).contains(year));
        Some(Self {
            from,
            to,
            variable: indicator(chosen, compared)?,
            year: year.unwrap_or(region.plan_year.min(last)),
            part: part.or(divisions.first().copied()).unwrap_or(ContributionPart::Group),
            divisions,
        })
    }

    /// Whether the two do the same.
    pub(super) fn is_same(&self) -> bool {
        let (from, to) = (&self.from.scenario, &self.to.scenario);
        from.settings == to.settings && from.assumptions == to.assumptions
    }
}

/// The value of a list that stands for a way to divide.
pub(super) fn part_value(part: ContributionPart, model: &Model) -> String {
    match part {
        ContributionPart::Lever => "lever".to_owned(),
        ContributionPart::Group => "group".to_owned(),
        ContributionPart::Inside(group) => model.groups[group].id.clone(),
    }
}
