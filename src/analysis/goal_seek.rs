//! 反推: which setting of one lever brings a target about.
//!
//! Every trial runs the same draws, so what a setting reaches is a step-free or
//! stepped, but monotone function of it; the search needs no slope.

use crate::analysis::NotJudged;
use crate::analysis::prospect::{Prospect, Trial, Trials};
use crate::analysis::workbench::Workbench;
use crate::model::{Direction, LeverId};
use crate::plan::Settings;
use crate::region::TargetId;
use crate::unit::InUnit;

/// What a search is after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// This value of what the target asks about, as the median; base units.
    Median(f64),
    /// Reaching the target's floor with this chance, 0 to 1.
    Chance(f64),
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

/// A search for the smallest move of a lever that fulfils a wish: bisects the lever's steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    target: TargetId,
    lever: LeverId,
    wish: Wish,
    settings: Settings,
    start: InUnit,
    /// Steps from the start that fall short.
    short: u32,
    /// Steps from the start that are enough.
    enough: u32,
    /// What `enough` brings, or the answer where there is nothing to search.
    found: Answer,
}

impl Search {
    /// What the ends of the lever's range say; no run.
    #[must_use]
    pub fn begin(
        workbench: &Workbench,
        settings: &Settings,
        target: TargetId,
        prospect: &Prospect,
        wish: Wish,
    ) -> Self {
        let better = workbench.better(target);
        let found = at_ends(prospect, wish, better);
        let step = workbench.model().levers[prospect.lever].step;
        let start = prospect.now.setting;
        let enough = match found {
            Answer::Reached(end) => ((end.setting - start).abs() / step).ceil() as u32,
            Answer::AlreadyReached(_) | Answer::OutOfReach(..) => 0,
        };
        let (lever, settings) = (prospect.lever, settings.clone());
        Self { target, lever, wish, settings, start, short: 0, enough, found }
    }

    /// The answer, once it is found.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        (self.enough <= self.short + 1).then_some(self.found)
    }

    /// Tries one more setting, in one run; nothing to do once the answer is found.
    ///
    /// # Errors
    ///
    /// Whatever keeps the target from being judged.
    pub fn advance(&mut self, workbench: &Workbench) -> Result<(), NotJudged> {
        let (None, Answer::Reached(best)) = (self.answer(), self.found) else { return Ok(()) };
        let middle = self.short + (self.enough - self.short) / 2;
        let step = workbench.model().levers[self.lever].step;
        let direction = if best.setting < self.start { -step } else { step };
        let setting = self.on_step(workbench, self.start + direction * f64::from(middle));
        let Self { target, .. } = *self;
        let trial =
            Trials { workbench, settings: &self.settings, target }.of(self.lever, setting)?;
        if fulfils(&trial, self.wish, workbench.better(target)) {
            (self.enough, self.found) = (middle, Answer::Reached(trial));
        } else {
            self.short = middle;
        }
        Ok(())
    }

    /// The setting as the slider shows it, inside the range.
    fn on_step(&self, workbench: &Workbench, setting: InUnit) -> InUnit {
        let lever = &workbench.model().levers[self.lever];
        let [low, high] = lever.range;
        let steps = ((setting - low) / lever.step).round();
        (low + lever.step * steps).clamp(low, high)
    }
}

/// Looks for the smallest move of `lever` away from `settings` that fulfils the wish.
///
/// # Errors
///
/// Whatever keeps the target from being judged.
pub fn goal_seek(
    workbench: &Workbench,
    settings: &Settings,
    target: TargetId,
    lever: LeverId,
    wish: Wish,
) -> Result<Answer, NotJudged> {
    let prospect = Trials { workbench, settings, target }.prospect(lever)?;
    let mut search = Search::begin(workbench, settings, target, &prospect, wish);
    loop {
        if let Some(answer) = search.answer() {
            return Ok(answer);
        }
        search.advance(workbench)?;
    }
}

/// The answer that the ends of the range give; [`Answer::Reached`] with the nearer end that
/// is enough, perhaps too much.
fn at_ends(prospect: &Prospect, wish: Wish, better: Direction) -> Answer {
    let Prospect { now, ends: [lowest, highest], .. } = prospect;
    // Where neither end moves the chance, the median tells them apart.
    let closeness = |trial: &Trial| (closeness(trial, wish, better), trial.room);
    if fulfils(now, wish, better) {
        return Answer::AlreadyReached(*now);
    }
    if !prospect.has_effect() {
        return Answer::OutOfReach(*now, Limit::NoEffect);
    }
    let (best, limit) = if closeness(highest) >= closeness(lowest) {
        (highest, Limit::Highest)
    } else {
        (lowest, Limit::Lowest)
    };
    if fulfils(best, wish, better) {
        Answer::Reached(*best)
    } else {
        Answer::OutOfReach(*best, limit)
    }
}

/// Grows with fulfilment.
fn closeness(trial: &Trial, wish: Wish, better: Direction) -> f64 {
    match wish {
        Wish::Chance(_) => trial.chance.value,
        Wish::Median(_) if better == Direction::Less => -trial.median,
        Wish::Median(_) => trial.median,
    }
}

fn fulfils(trial: &Trial, wish: Wish, better: Direction) -> bool {
    match wish {
        Wish::Chance(chance) => trial.chance.value >= chance,
        Wish::Median(value) if better == Direction::Less => trial.median <= value,
        Wish::Median(value) => trial.median >= value,
    }
}
