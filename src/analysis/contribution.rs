//! 贡献分解: which levers make the difference between two scenarios.
//!
//! Levers work together, so a difference has no single division. Two are given:
//! what each part adds alone, with the interaction as a row of its own; and the
//! Shapley value, the mean of what a part adds over all orders in which the parts
//! can be put in place (L. Shapley, "A Value for n-Person Games", 1953). Both add
//! up to the difference exactly.

use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::Output;
use crate::model::{LeverId, VariableId};
use crate::plan::Settings;
use crate::sorted::Map;

/// Most parts of a decomposition: n parts take 2ⁿ runs.
pub const MOST_PARTS: usize = 8;

/// What one part of a decomposition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContributionPart {
    /// A lever.
    Lever,
    /// All levers under a heading of the model.
    Group,
    /// A lever of the heading at this position; under the other headings, all levers.
    Inside(usize),
}

/// A part and what it adds to an indicator's median, base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Positions of its levers in the model.
    pub levers: Vec<LeverId>,
    /// Put in place alone.
    pub alone: f64,
    /// Its fair share, interactions included.
    pub shapley: f64,
    /// Its fair share of the real part's median, where the model tells.
    pub real: Option<f64>,
}

/// The difference of an indicator's median between two scenarios, in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// Median under the first scenario, base units.
    pub from: f64,
    /// Median under the second.
    pub to: f64,
    /// The same two of the real part, where the model tells.
    pub real: Option<[f64; 2]>,
    /// One for each part that differs, in the order of the model.
    pub parts: Vec<Contribution>,
    /// What the parts add together beyond what they add alone.
    pub interaction: f64,
    /// Runs that it took.
    pub runs: usize,
}

/// Why there is no decomposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContributions {
    /// The indicator is not computed for a target, or not in that year.
    NotComputed,
    /// More parts differ than [`MOST_PARTS`]: decompose by group.
    TooManyParts(usize),
}

/// Decomposes the change of a targeted variable's median in a calendar year.
///
/// # Errors
///
/// If the variable is not among those of the region's targets or has no finite
/// value that year, or too many parts differ.
pub fn contributions(
    workbench: &Workbench,
    scenarios: [&Settings; 2],
    variable: VariableId,
    year: i32,
    part: ContributionPart,
) -> Result<Contributions, NoContributions> {
    let mut decomposition = Decomposition::new(workbench, scenarios, variable, year, part)?;
    loop {
        if let Some(found) = decomposition.step(workbench) {
            return found;
        }
    }
}

/// The ways to divide a difference that keep to [`MOST_PARTS`]: by lever if that does, by
/// heading, and where it is not by lever, inside each heading of which several levers differ.
#[must_use]
pub fn divisions(workbench: &Workbench, scenarios: [&Settings; 2]) -> Vec<ContributionPart> {
    let differing = |part| parts(workbench, scenarios, part);
    let fits = |part: &ContributionPart| differing(*part).len() <= MOST_PARTS;
    let by_lever = fits(&ContributionPart::Lever);
    let groups = differing(ContributionPart::Group).into_iter();
    let groups = groups.filter(|levers| !by_lever && levers.len() > 1);
    let inside =
        groups.map(|levers| ContributionPart::Inside(workbench.model().levers[levers[0]].group));
    [ContributionPart::Lever, ContributionPart::Group]
        .into_iter()
        .chain(inside)
        .filter(fits)
        .collect()
}

/// A decomposition in the making: a run a step, so that a screen stays awake meanwhile.
#[derive(Debug)]
pub struct Decomposition {
    scenarios: [Settings; 2],
    parts: Vec<Vec<LeverId>>,
    variable: VariableId,
    real: Option<VariableId>,
    /// Simulated year, from 0.
    t: usize,
    /// Of the subsets so far, by bits: with no part, the first, the second, both, …
    medians: Vec<f64>,
    real_medians: Option<Vec<f64>>,
}

impl Decomposition {
    /// Begins; see [`contributions`].
    ///
    /// # Errors
    ///
    /// If the year lies before the base year, or too many parts differ.
    pub fn new(
        workbench: &Workbench,
        scenarios: [&Settings; 2],
        variable: VariableId,
        year: i32,
        part: ContributionPart,
    ) -> Result<Self, NoContributions> {
        let parts = parts(workbench, scenarios, part);
        if parts.len() > MOST_PARTS {
            return Err(NoContributions::TooManyParts(parts.len()));
        }
        let t = usize::try_from(year - workbench.region().base_year);
        let real = workbench.model().real_part(variable);
        Ok(Self {
            scenarios: scenarios.map(Clone::clone),
            parts,
            variable,
            real,
            t: t.ok().ok_or(NoContributions::NotComputed)?,
            medians: Vec::new(),
            real_medians: real.map(|_| Vec::new()),
        })
    }

    /// Runs that it takes.
    #[must_use]
    pub fn runs(&self) -> usize {
        1 << self.parts.len()
    }

    /// Does one run; gives what came of it after the last one.
    pub fn step(
        &mut self,
        workbench: &Workbench,
    ) -> Option<Result<Contributions, NoContributions>> {
        let [first, second] = &self.scenarios;
        let settings = mixed(workbench, [first, second], &self.parts, self.medians.len());
        let run = workbench.run(&settings);
        let reading = Reading::new(workbench, &run);
        let median = |variable| {
            reading.summary(Output::Scenario(variable), self.t).map(|summary| summary.p50)
        };
        let Some(reported) = median(self.variable) else {
            return Some(Err(NoContributions::NotComputed));
        };
        let real = self.real.and_then(median);
        self.medians.push(reported);
        self.real_medians = self.real_medians.take().zip(real).map(|(mut medians, real)| {
            medians.push(real);
            medians
        });
        let is_done = self.medians.len() == self.runs();
        let real = self.real_medians.as_deref();
        is_done.then(|| Ok(decomposed(&self.medians, real, self.parts.clone())))
    }
}

/// The levers that differ, in parts.
fn parts(
    workbench: &Workbench,
    scenarios: [&Settings; 2],
    part: ContributionPart,
) -> Vec<Vec<LeverId>> {
    let mut parts: Map<(usize, Option<LeverId>), Vec<LeverId>> = Map::new();
    for (lever, declared) in workbench.model().levers.iter_enumerated() {
        let [first, second] = scenarios.map(|settings| workbench.path(settings, lever));
        if first != second {
            let key = match part {
                ContributionPart::Lever => (0, Some(lever)),
                ContributionPart::Inside(group) if group == declared.group => (group, Some(lever)),
                ContributionPart::Group | ContributionPart::Inside(_) => (declared.group, None),
            };
            parts.entry(key).or_default().push(lever);
        }
    }
    parts.into_values().collect()
}

/// The first scenario, with the parts in `set` (one bit each) as in the second.
fn mixed(
    workbench: &Workbench,
    [first, second]: [&Settings; 2],
    parts: &[Vec<LeverId>],
    set: usize,
) -> Settings {
    let mut mixed = first.clone();
    let chosen = parts.iter().enumerate().filter(|(part, _)| set >> part & 1 == 1);
    for lever in chosen.flat_map(|(_, levers)| levers) {
        let id = &workbench.model().levers[*lever].id;
        match second.get(id) {
            Some(path) => mixed.set(id, path.clone()),
            None => mixed.reset(id),
        }
    }
    mixed
}

/// Divides by the values of all subsets, position by bits.
fn decomposed(values: &[f64], real: Option<&[f64]>, parts: Vec<Vec<LeverId>>) -> Contributions {
    let (runs, ends) = (values.len(), |values: &[f64]| [values[0], values[values.len() - 1]]);
    let [from, to] = ends(values);
    let weights = weights(parts.len());
    let share = |values: &[f64], bit: usize| -> f64 {
        let without = (0..runs).filter(|set| set & bit == 0);
        let added = without
            .map(|set| weights[set.count_ones() as usize] * (values[set | bit] - values[set]));
        added.sum()
    };
    let parts: Vec<Contribution> = (parts.into_iter().enumerate())
        .map(|(part, levers)| {
            let bit = 1 << part;
            let real = real.map(|real| share(real, bit));
            Contribution { levers, alone: values[bit] - from, shapley: share(values, bit), real }
        })
        .collect();
    let alone: f64 = parts.iter().map(|part| part.alone).sum();
    Contributions { from, to, real: real.map(ends), interaction: to - from - alone, parts, runs }
}

/// Shapley's weight of a subset of each size: size! (n − size − 1)! / n!.
fn weights(count: usize) -> Vec<f64> {
    let factorial = |n: usize| (1..=n).map(|k| k as f64).product::<f64>();
    let weight = |size| factorial(size) * factorial(count - size - 1) / factorial(count);
    (0..count).map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of the subsets of {a, b}: none, a, b, both.
    fn divided(values: &[f64]) -> Contributions {
        decomposed(values, None, vec![vec![0.into()], vec![1.into()]])
    }

    #[test]
    fn what_adds_up_has_no_interaction() {
        let found = divided(&[1.0, 3.0, 6.0, 8.0]);
        let shares: Vec<_> = found.parts.iter().map(|part| (part.alone, part.shapley)).collect();
        assert_eq!(shares, [(2.0, 2.0), (5.0, 5.0)]);
        assert_eq!(found.interaction, 0.0);
    }

    #[test]
    fn an_interaction_is_shared_fairly() {
        let found = divided(&[0.0, 2.0, 5.0, 9.0]);
        let shares: Vec<_> = found.parts.iter().map(|part| part.shapley).collect();
        assert_eq!(shares, [3.0, 6.0]);
        assert_eq!(found.interaction, 2.0);
    }

    #[test]
    fn the_weights_of_all_orders_add_up_to_one() {
        for count in 1..=MOST_PARTS {
            let orders = |size: usize| {
                (0..1_usize << (count - 1)).filter(|set| set.count_ones() as usize == size).count()
            };
            let weights = weights(count);
            let sum: f64 = (0..count).map(|size| orders(size) as f64 * weights[size]).sum();
            assert!((sum - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn the_real_part_is_divided_alike() {
        let parts = vec![vec![0.into()], vec![1.into()]];
        let found = decomposed(&[0.0, 2.0, 5.0, 9.0], Some(&[0.0, 1.0, 0.0, 3.0]), parts);
        let shares: Vec<_> = found.parts.iter().filter_map(|part| part.real).collect();
        assert_eq!(shares, [2.0, 1.0]);
        assert_eq!(found.real, Some([0.0, 3.0]));
    }

    #[test]
    fn no_difference_has_no_parts() {
        let found = decomposed(&[4.0], None, Vec::new());
        assert_eq!((found.from, found.to, found.interaction), (4.0, 4.0, 0.0));
    }
}
