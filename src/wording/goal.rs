//! 反推 in words: what a lever can do, and what the search for a setting found.

use crate::analysis::{Answer, Limit, Prospect, Trial};
use crate::locale::Locale;
use crate::model::{CostKind, Lever, Model};
use crate::region::{Region, Target};
use crate::unit::InUnit;
use crate::wording::ask::{judged_measure, lever_measure};
use crate::wording::chance::chance;
use crate::wording::measure::Measure;
use crate::wording::phrase::{Phrase, Sentence};

/// A target and the model that computes it, in one language.
#[derive(Clone, Copy)]
pub struct GoalWords<'g> {
    /// What is sought for.
    pub target: &'g Target,
    /// The model.
    pub model: &'g Model,
    /// The city.
    pub region: &'g Region,
    /// The language.
    pub locale: Locale,
}

impl GoalWords<'_> {
    /// A lever in a list to choose from: what it can bring at most.
    #[must_use]
    pub fn option(&self, prospect: &Prospect) -> String {
        let name = self.model.levers[prospect.lever].name.get(self.locale);
        if prospect.gain() <= 0.0 {
            return Phrase::GOAL_AT_ITS_BEST.with(self.locale, &[("name", name)]);
        }
        let best = prospect.best();
        let (value, chance) = (self.median(best), chance(best.chance));
        let values = [("name", name), ("value", &value), ("chance", &chance)];
        Phrase::GOAL_OPTION.with(self.locale, &values)
    }

    /// What the search found, from where the lever stands now.
    #[must_use]
    pub fn answer(&self, answer: &Answer, prospect: &Prospect) -> Vec<Sentence> {
        let lever = &self.model.levers[prospect.lever];
        let (phrase, trial, costs) = match answer {
            Answer::AlreadyReached(trial) => (Phrase::GOAL_ALREADY, trial, false),
            Answer::Reached(trial) => (Phrase::GOAL_REACHED, trial, true),
            Answer::OutOfReach(trial, Limit::Highest) => (Phrase::GOAL_HIGHEST, trial, true),
            Answer::OutOfReach(trial, Limit::Lowest) => (Phrase::GOAL_LOWEST, trial, true),
            Answer::OutOfReach(trial, Limit::NoEffect) => (Phrase::GOAL_NO_EFFECT, trial, false),
        };
        let first = Sentence::plain(phrase)
            .fill("lever", lever.name.get(self.locale))
            .fill("from", self.setting(lever, prospect.now.setting))
            .fill("to", self.setting(lever, trial.setting))
            .fill_plain("year", self.target.year.to_string())
            .fill("median", self.median(trial))
            .fill("chance", chance(trial.chance));
        let cost = costs.then(|| self.cost(trial, lever.cost_kind));
        std::iter::once(first).chain(cost).collect()
    }

    fn cost(&self, trial: &Trial, kind: CostKind) -> Sentence {
        let funds = Measure::funds(self.locale);
        let cost = funds.change(trial.cost);
        if cost.is_nothing() {
            return Sentence::plain(Phrase::GOAL_NO_COST);
        }
        if kind == CostKind::Forgone {
            return Sentence::plain(Phrase::GOAL_FORGONE)
                .fill_plain("year", self.target.year.to_string())
                .fill("value", funds.distance(trial.cost));
        }
        let end = self.region.base_year + self.model.horizon.cast_signed();
        Sentence::plain(Phrase::GOAL_COST)
            .fill_plain("year", self.target.year.to_string())
            .fill("cost", cost)
            .fill("end", end.to_string())
            .fill("total", funds.change(trial.total_cost))
    }

    fn median(&self, trial: &Trial) -> String {
        judged_measure(self.target, self.model, self.locale).value(trial.median).into()
    }

    fn setting(&self, lever: &Lever, setting: InUnit) -> String {
        let measure = lever_measure(lever, self.model, self.locale);
        measure.value(lever.unit.to_base(setting)).into()
    }
}
