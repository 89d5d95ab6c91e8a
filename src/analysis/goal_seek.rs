//! 反推: which setting of one lever brings a target about.
//!
//! Every trial runs the same draws, so what a setting reaches is a step-free or
//! stepped, but monotone function of it; the search needs no slope.

use crate::analysis::NotJudged;
use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::Output;
use crate::model::Direction;
use crate::plan::{LeverPath, Settings};
use crate::sampling::Probability;

/// What a search is after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// This value of what the target asks about, as the median; base units.
    Median(f64),
    /// Reaching the target's floor with this chance, 0 to 1.
    Chance(f64),
}

/// What one setting of the lever, the same in all years, brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// In the lever's unit.
    pub setting: f64,
    /// Median of what the target asks about.
    pub median: f64,
    /// Of reaching the floor.
    pub chance: Probability,
    /// Municipal cash of the lever in the target's year: median, 元.
    pub cost: f64,
    /// The same over all simulated years.
    pub total_cost: f64,
}

/// What keeps a wish out of reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The lever's highest setting.
    Highest,
    /// The lever's lowest setting.
    Lowest,
    /// The lever does not move what the target asks about in its year.
    NoEffect,
}

/// The answer of a search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// The settings given reach it already.
    AlreadyReached(Trial),
    /// The smallest move of the lever that reaches it.
    Reached(Trial),
    /// No setting reaches it: the nearest, and what binds.
    OutOfReach(Trial, Limit),
}

/// Looks for the smallest move of `lever` away from `settings` that fulfils the wish.
///
/// # Errors
///
/// Whatever keeps the target from being judged.
pub fn goal_seek(
    workbench: &Workbench,
    settings: &Settings,
    target: usize,
    lever: usize,
    wish: Wish,
) -> Result<Answer, NotJudged> {
    let search = Search { workbench, settings, target, lever, wish };
    let declared = &workbench.model().levers[lever];
    let [low, high] = declared.range;
    let start = search.start();
    let first = search.run(settings, start)?;
    if search.fulfils(&first) {
        return Ok(Answer::AlreadyReached(first));
    }
    let ends = [search.trial(low)?, search.trial(high)?];
    let [lowest, highest] = ends.map(|trial| search.closeness(&trial));
    if lowest == highest && lowest == search.closeness(&first) {
        return Ok(Answer::OutOfReach(first, Limit::NoEffect));
    }
    let (best, limit) =
        if highest >= lowest { (ends[1], Limit::Highest) } else { (ends[0], Limit::Lowest) };
    if !search.fulfils(&best) {
        return Ok(Answer::OutOfReach(best, limit));
    }
    search.nearest(start, best, declared.step).map(Answer::Reached)
}

struct Search<'s> {
    workbench: &'s Workbench,
    settings: &'s Settings,
    target: usize,
    lever: usize,
    wish: Wish,
}

impl Search<'_> {
    /// The setting to start from: that of the target's year.
    fn start(&self) -> f64 {
        let region = self.workbench.region();
        let year = region.targets[self.target].year - region.base_year;
        let id = &self.workbench.model().levers[self.lever].id;
        let set = self.settings.get(id).and_then(|path| path.at(year.unsigned_abs()));
        set.unwrap_or(self.workbench.present(self.lever))
    }

    fn trial(&self, setting: f64) -> Result<Trial, NotJudged> {
        let mut settings = self.settings.clone();
        let id = &self.workbench.model().levers[self.lever].id;
        settings.set(id, LeverPath::Constant(setting));
        self.run(&settings, setting)
    }

    fn run(&self, settings: &Settings, setting: f64) -> Result<Trial, NotJudged> {
        let run = self.workbench.run(settings);
        let reading = Reading { workbench: self.workbench, run: &run };
        let standing = reading.standing(self.target, Output::Scenario)?;
        let t = reading.simulated_year(&self.workbench.region().targets[self.target])?;
        let costs = reading.lever_cost(self.lever);
        Ok(Trial {
            setting,
            median: standing.value.p50,
            chance: standing.probability,
            cost: costs[t - 1],
            total_cost: costs.iter().sum(),
        })
    }

    /// Grows with fulfilment.
    fn closeness(&self, trial: &Trial) -> f64 {
        let less = self.workbench.better(self.target) == Direction::Less;
        match self.wish {
            Wish::Chance(_) => trial.chance.value,
            Wish::Median(_) if less => -trial.median,
            Wish::Median(_) => trial.median,
        }
    }

    fn fulfils(&self, trial: &Trial) -> bool {
        let less = self.workbench.better(self.target) == Direction::Less;
        match self.wish {
            Wish::Chance(chance) => trial.chance.value >= chance,
            Wish::Median(value) if less => trial.median <= value,
            Wish::Median(value) => trial.median >= value,
        }
    }

    /// Bisects the lever's steps between a start that falls short and an end that does not.
    fn nearest(&self, start: f64, end: Trial, step: f64) -> Result<Trial, NotJudged> {
        let (mut short, mut enough, mut best) =
            (0_u32, ((end.setting - start).abs() / step).ceil() as u32, end);
        let direction = if end.setting < start { -step } else { step };
        while enough - short > 1 {
            let middle = short + (enough - short) / 2;
            let trial = self.trial(self.on_step(start + direction * f64::from(middle), step))?;
            if self.fulfils(&trial) {
                (enough, best) = (middle, trial);
            } else {
                short = middle;
            }
        }
        Ok(best)
    }

    /// The setting as the slider shows it, inside the range.
    fn on_step(&self, setting: f64, step: f64) -> f64 {
        let [low, high] = self.workbench.model().levers[self.lever].range;
        let steps = ((setting - low) / step).round();
        (low + steps * step).clamp(low, high)
    }
}
