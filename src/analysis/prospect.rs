//! What the levers can do for a target: the ends of their ranges, tried one after the other.
//!
//! Every trial is a run of its own. A page that makes one a frame never stands still, so the
//! work comes in single runs here and in [`crate::analysis::Search`].

use typed_index_collections::TiVec;

use crate::analysis::NotJudged;
use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::{Ensemble, Output};
use crate::model::{Direction, LeverId};
use crate::plan::{LeverPath, Settings};
use crate::region::{TargetId, TargetKind};
use crate::sampling::Probability;
use crate::unit::InUnit;

/// What one setting of a lever, the same in all years, brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// In the lever's unit.
    pub setting: InUnit,
    /// Median of what the target asks about.
    pub median: f64,
    /// Of reaching the floor.
    pub chance: Probability,
    /// Distance of the median from the floor, above 0 where the target is met; base units.
    pub room: f64,
    /// Municipal cash of the lever in the target's year: median, 元.
    pub cost: f64,
    /// The same over all simulated years.
    pub total_cost: f64,
}

/// A lever's reach: what its present setting and the ends of its range bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// Position in the model's levers.
    pub lever: LeverId,
    /// The settings given.
    pub now: Trial,
    /// The lowest and the highest setting.
    pub ends: [Trial; 2],
}

impl Prospect {
    /// Whether the lever has any say in the target.
    #[must_use]
    pub fn has_effect(&self) -> bool {
        let [lowest, highest] = self.ends.map(|end| (end.room, end.chance.value));
        lowest != highest || lowest != (self.now.room, self.now.chance.value)
    }

    /// The end that does more for the target.
    #[must_use]
    pub fn best(&self) -> &Trial {
        let [lowest, highest] = &self.ends;
        let does_more = (highest.room, highest.chance.value) >= (lowest.room, lowest.chance.value);
        if does_more { highest } else { lowest }
    }

    /// How much nearer to the target the better end brings the median, base units.
    #[must_use]
    pub fn gain(&self) -> f64 {
        self.best().room - self.now.room
    }
}

/// The prospects of all levers, as far as they have been tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Prospects {
    target: TargetId,
    settings: Settings,
    /// By lever.
    now: TiVec<LeverId, Trial>,
    /// Lever by lever, the lowest and then the highest setting.
    ends: Vec<Trial>,
}

impl Prospects {
    /// Begins with one run, of `settings`.
    ///
    /// # Errors
    ///
    /// Whatever keeps the target from being judged.
    pub fn begin(
        workbench: &Workbench,
        settings: &Settings,
        target: TargetId,
    ) -> Result<Self, NotJudged> {
        let trials = Trials { workbench, settings, target };
        let run = workbench.run(settings);
        let levers = workbench.model().levers.keys();
        let now = levers.map(|lever| trials.read(&run, lever, trials.start(lever)));
        let now = now.collect::<Result<_, NotJudged>>()?;
        Ok(Self { target, settings: settings.clone(), now, ends: Vec::new() })
    }

    /// Tries one more setting, in one run; nothing to do once all are tried.
    ///
    /// # Errors
    ///
    /// Whatever keeps the target from being judged.
    pub fn advance(&mut self, workbench: &Workbench) -> Result<(), NotJudged> {
        while !self.is_complete() {
            let (lever, end) = (LeverId::from(self.ends.len() / 2), self.ends.len() % 2);
            let lever_id = &workbench.model().levers[lever].id;
            let setting = workbench.model().levers[lever].range[end];
            let is_by_year = matches!(self.settings.get(lever_id), Some(LeverPath::ByYear(_)));
            if is_by_year || self.now[lever].setting != setting {
                let trials = Trials { workbench, settings: &self.settings, target: self.target };
                self.ends.push(trials.of(lever, setting)?);
                break;
            }
            // The lever stands there already, as most do at nothing: no run is needed.
            self.ends.push(self.now[lever]);
        }
        Ok(())
    }

    /// Whether every lever has been tried.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.ends.len() == 2 * self.now.len()
    }

    /// Levers that have been tried, and all of them.
    #[must_use]
    pub fn progress(&self) -> [usize; 2] {
        [self.ends.len() / 2, self.now.len()]
    }

    /// The prospects found so far, largest gain first, then in the order of the model.
    #[must_use]
    pub fn ranked(&self) -> Vec<Prospect> {
        let pairs = self.now.iter_enumerated().zip(self.ends.chunks_exact(2));
        let prospect = |((lever, now), ends): ((LeverId, &Trial), &[Trial])| Prospect {
            lever,
            now: *now,
            ends: [ends[0], ends[1]],
        };
        let mut prospects: Vec<Prospect> = pairs.map(prospect).collect();
        prospects.sort_by(|one, other| {
            let effect = other.has_effect().cmp(&one.has_effect());
            effect.then(other.gain().total_cmp(&one.gain()))
        });
        prospects
    }

    /// Position of the target in the region.
    #[must_use]
    pub fn target(&self) -> TargetId {
        self.target
    }

    /// What the levers are moved away from.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}

/// Runs with one lever set otherwise.
pub(super) struct Trials<'t> {
    pub(super) workbench: &'t Workbench,
    pub(super) settings: &'t Settings,
    pub(super) target: TargetId,
}

impl Trials<'_> {
    /// The lever's setting of the target's year.
    pub(super) fn start(&self, lever: LeverId) -> InUnit {
        let region = self.workbench.region();
        let year = region.targets[self.target].year - region.base_year;
        let id = &self.workbench.model().levers[lever].id;
        let set = self.settings.get(id).and_then(|path| path.at(year.unsigned_abs()));
        set.unwrap_or(self.workbench.present(lever))
    }

    pub(super) fn of(&self, lever: LeverId, setting: InUnit) -> Result<Trial, NotJudged> {
        let mut settings = self.settings.clone();
        settings.set(&self.workbench.model().levers[lever].id, LeverPath::Constant(setting));
        self.read(&self.workbench.run(&settings), lever, setting)
    }

    pub(super) fn prospect(&self, lever: LeverId) -> Result<Prospect, NotJudged> {
        let [low, high] = self.workbench.model().levers[lever].range;
        let now = self.read(&self.workbench.run(self.settings), lever, self.start(lever))?;
        Ok(Prospect { lever, now, ends: [self.of(lever, low)?, self.of(lever, high)?] })
    }

    fn read(&self, run: &Ensemble, lever: LeverId, setting: InUnit) -> Result<Trial, NotJudged> {
        let reading = Reading::new(self.workbench, run);
        let standing = reading.standing(self.target, Output::Scenario)?;
        let target = &self.workbench.region().targets[self.target];
        let t = reading.simulated_year(target)?;
        let costs = reading.lever_cost(lever);
        // The gap of a value to hold is its room already.
        let is_better_below = target.kind != TargetKind::Hold
            && self.workbench.better(self.target) == Direction::Less;
        Ok(Trial {
            setting,
            median: standing.value.p50,
            chance: standing.probability,
            room: if is_better_below { -standing.gap } else { standing.gap },
            cost: costs[t - 1],
            total_cost: costs.iter().sum(),
        })
    }
}
