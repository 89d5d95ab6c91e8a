//! What each lever adds, apart from luck: with and without it, in the same draws.

use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::Output;
use crate::model::{CostKind, LeverId, VariableId};
use crate::plan::{LeverPath, Settings};
use crate::sampling::{self, Summary};
use crate::unit::InUnit;

/// Municipal cash that effects are compared by: 100 万元.
const PER_CASH: f64 = 1e6;

/// What one lever, moved alone away from present, adds to an indicator in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Position in the model's levers.
    pub lever: LeverId,
    /// In the lever's unit, the same in all years.
    pub setting: InUnit,
    /// Position in the model's variables.
    pub variable: VariableId,
    /// Calendar year.
    pub year: i32,
    /// Added to the indicator as reported, base units.
    pub reported: Summary,
    /// Added to its real part, where the model tells.
    pub real: Option<Summary>,
    /// Median of the indicator under the lever alone, base units.
    pub level: f64,
    /// Municipal cash of the lever that year: median, 元.
    pub cost: f64,
    /// Reported addition per 100 万元 of that year's cash, draw by draw; `None` if it costs nothing.
    pub reported_per_cash: Option<Summary>,
    /// Real addition per 100 万元.
    pub real_per_cash: Option<Summary>,
}

impl Effect {
    /// How large it is against the indicator itself, from 0 to 1: effects on indicators of
    /// different units are compared by it.
    #[must_use]
    pub fn strength(&self) -> f64 {
        let size = self.reported.p50.abs();
        if size > 0.0 { size / self.level.abs().max(size) } else { 0.0 }
    }
}

/// The effect of every lever on each of `variables` in each of `years`: levers in the order of
/// the model, then variables, then years. A lever that `settings` moves is tried at its setting
/// there, any other at the end of the band above present. One run a lever.
///
/// Variables that no target of the region asks for, and years outside the projection, are left out.
#[must_use]
pub fn effects(
    workbench: &Workbench,
    settings: &Settings,
    variables: &[VariableId],
    years: &[i32],
) -> Vec<Effect> {
    let levers = workbench.model().levers.keys();
    levers.flat_map(|lever| lever_effects(workbench, settings, lever, variables, years)).collect()
}

/// The part of [`effects`] that is of one lever: one run.
#[must_use]
pub fn lever_effects(
    workbench: &Workbench,
    settings: &Settings,
    lever: LeverId,
    variables: &[VariableId],
    years: &[i32],
) -> Vec<Effect> {
    let (alone, setting) = alone(workbench, settings, lever);
    let run = workbench.run(&alone);
    let reading = Reading::new(workbench, &run);
    let of = |&variable: &VariableId| {
        let of_years = years.iter().map(|year| effect(&reading, lever, variable, *year));
        let effects: Vec<Effect> =
            of_years.flatten().map(|effect| Effect { setting, ..effect }).collect();
        effects
    };
    variables.iter().flat_map(of).collect()
}

/// The effects on one indicator in one year, largest first: by the reported addition, or by
/// the real one where the model tells.
#[must_use]
pub fn ranking(effects: &[Effect], variable: VariableId, year: i32) -> Vec<&Effect> {
    let size = |effect: &Effect| effect.real.unwrap_or(effect.reported).p50;
    let chosen = effects.iter().filter(|effect| effect.variable == variable && effect.year == year);
    let mut chosen: Vec<&Effect> = chosen.collect();
    chosen.sort_by(|one, other| size(other).abs().total_cmp(&size(one).abs()));
    chosen
}

/// One lever alone, and its setting in the last year.
pub(super) fn alone(
    workbench: &Workbench,
    settings: &Settings,
    lever: LeverId,
) -> (Settings, InUnit) {
    let declared = &workbench.model().levers[lever];
    let moved = settings.get(&declared.id).cloned();
    let path = moved.unwrap_or_else(|| LeverPath::Constant(next_band(workbench, lever)));
    let last = path.at(workbench.model().horizon).unwrap_or(declared.present);
    let mut alone = Settings::present();
    alone.set(&declared.id, path);
    (alone, last)
}

fn next_band(workbench: &Workbench, lever: LeverId) -> InUnit {
    let declared = &workbench.model().levers[lever];
    let present = workbench.present(lever);
    let above = declared.bands.iter().find(|band| band.upper > present);
    above.map_or(declared.range[0], |band| band.upper)
}

fn effect(
    reading: &Reading<'_>,
    lever: LeverId,
    variable: VariableId,
    year: i32,
) -> Option<Effect> {
    let t = usize::try_from(year - reading.workbench.region().base_year).ok()?;
    let reported = added(reading, variable, t)?;
    let real = reading.workbench.model().real_part(variable);
    let real = real.and_then(|real| added(reading, real, t));
    // What is not collected is not spent: nothing is gained per yuan of it.
    let spends = reading.workbench.model().levers[lever].cost_kind == CostKind::Cash;
    let cost = reading.values(Output::LeverCost(lever), t)?;
    let unspent = vec![0.0; cost.len()];
    let cost = if spends { cost } else { &unspent };
    let under_lever = reading.values(Output::Scenario(variable), t)?;
    Some(Effect {
        lever,
        setting: InUnit(f64::NAN),
        level: summary(under_lever)?.p50,
        variable,
        year,
        cost: summary(cost)?.p50,
        reported_per_cash: per_cash(&reported, cost),
        real_per_cash: real.as_ref().and_then(|real| per_cash(real, cost)),
        reported: summary(&reported)?,
        real: real.as_deref().and_then(summary),
    })
}

/// Scenario less outlook, draw by draw.
fn added(reading: &Reading<'_>, variable: VariableId, t: usize) -> Option<Vec<f64>> {
    let scenario = reading.values(Output::Scenario(variable), t)?;
    let outlook = reading.values(Output::Outlook(variable), t)?;
    Some(scenario.iter().zip(outlook).map(|(scenario, outlook)| scenario - outlook).collect())
}

fn per_cash(added: &[f64], cost: &[f64]) -> Option<Summary> {
    let costs = cost.iter().all(|cost| *cost > 0.0);
    let ratio = added.iter().zip(cost).map(|(added, cost)| added / cost * PER_CASH);
    if costs { summary(&ratio.collect::<Vec<f64>>()) } else { None }
}

fn summary(values: &[f64]) -> Option<Summary> {
    sampling::summarise(values).ok()
}
