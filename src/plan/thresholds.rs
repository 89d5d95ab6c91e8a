//! The one scale of judgement: which light a chance shows, and which chance a plan's word needs.

use crate::sampling::Probability;

/// Standard error up to which whole percent are known, 0.01 is one 百分点.
const WHOLE_PERCENT: f64 = 0.01;

/// Standard error up to which steps of five percent are known.
const STEPS_OF_FIVE: f64 = 0.05;

/// A chance in whole percent, in steps of 5 or 10 where few draws support no more; 0 stands for all below 1 %,
/// and 100 for all above 99 %. This is what is said of it, and therefore what it is judged by.
#[must_use]
pub fn stated_percent(chance: Probability) -> f64 {
    let step = match chance.standard_error {
        error if error <= WHOLE_PERCENT => 1.0,
        error if error <= STEPS_OF_FIVE => 5.0,
        _ => 10.0,
    };
    let percent = chance.value * 100.0;
    match (percent / step + 0.5).floor() * step {
        rounded if rounded <= 0.0 || percent < 1.0 => 0.0,
        rounded if rounded >= 100.0 || percent > 99.0 => 100.0,
        rounded => rounded,
    }
}

/// Where the scale of chances is cut, each of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// 达标 from here on.
    pub met: f64,
    /// 接近 from here on; below it, 差距较大.
    pub near: f64,
    /// 确保 from here on.
    pub ensure: f64,
    /// 力争 from here on.
    pub strive: f64,
    /// 努力 from here on; below it, a plan should not promise at all.
    pub effort: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { met: 0.5, near: 0.2, ensure: 0.9, strive: 0.7, effort: 0.4 }
    }
}

/// 研判: how the chance of reaching the floor is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 红: 差距较大.
    Far,
    /// 黄: 接近.
    Near,
    /// 绿: 达标.
    Met,
}

impl Light {
    /// Its name in data for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "green",
            Self::Near => "yellow",
            Self::Far => "red",
        }
    }
}

/// How firmly a plan may put a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Too unlikely to be promised.
    Warn,
    /// 努力.
    Effort,
    /// 力争.
    Strive,
    /// 确保.
    Ensure,
}

impl Verb {
    /// The verbs that need a chance, the firmest first, as plans write them.
    pub const WRITTEN: [(Self, &'static str); 3] =
        [(Self::Ensure, "确保"), (Self::Strive, "力争"), (Self::Effort, "努力")];

    /// The verb in a plan's own words, which are text from outside; `None` of words that promise nothing
    /// by themselves, such as “完成”.
    #[must_use]
    pub fn of(commitment: &str) -> Option<Self> {
        let found = Self::WRITTEN.into_iter().find(|(_, written)| commitment.contains(written));
        found.map(|(verb, _)| verb)
    }

    /// Its name in data for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ensure => "ensure",
            Self::Strive => "strive",
            Self::Effort => "effort",
            Self::Warn => "none",
        }
    }
}

impl Thresholds {
    /// The light of a chance, as it is said: `50%` is 50 %, though one draw more was missing.
    #[must_use]
    pub fn light(&self, chance: Probability) -> Light {
        match stated_percent(chance) / 100.0 {
            chance if chance >= self.met => Light::Met,
            chance if chance >= self.near => Light::Near,
            _ => Light::Far,
        }
    }

    /// The verb for a chance, as it is said.
    #[must_use]
    pub fn verb(&self, chance: Probability) -> Verb {
        match stated_percent(chance) / 100.0 {
            chance if chance >= self.ensure => Verb::Ensure,
            chance if chance >= self.strive => Verb::Strive,
            chance if chance >= self.effort => Verb::Effort,
            _ => Verb::Warn,
        }
    }

    /// The chance that a verb needs, 0 to 1.
    #[must_use]
    pub fn needed(&self, verb: Verb) -> f64 {
        match verb {
            Verb::Ensure => self.ensure,
            Verb::Strive => self.strive,
            Verb::Effort => self.effort,
            Verb::Warn => 0.0,
        }
    }

    /// Whether a target needs no new policy: 现状延续 reaches it with this chance, which 确保 allows.
    #[must_use]
    pub fn is_unaided(&self, outlook: Probability) -> bool {
        self.verb(outlook) == Verb::Ensure
    }

    /// Whether lights and verbs follow one another and stand between 0 and 1.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let follow = |limits: &[f64]| limits.is_sorted_by(|low, high| low <= high);
        follow(&[0.0, self.near, self.met, 1.0])
            && follow(&[0.0, self.effort, self.strive, self.ensure, 1.0])
    }
}

#[cfg(test)]
mod tests {
    use super::Light::{Far, Met, Near};
    use super::Verb::{Effort, Ensure, Strive, Warn};
    use super::*;

    fn chance(value: f64) -> Probability {
        Probability { value, standard_error: 0.005 }
    }

    #[test]
    fn lights_change_at_half_and_at_a_fifth() {
        let rule = Thresholds::default();
        let lights = [1.0, 0.5, 0.49, 0.2, 0.19, 0.0].map(|value| rule.light(chance(value)));
        assert_eq!(lights, [Met, Met, Near, Near, Far, Far]);
    }

    #[test]
    fn a_light_is_read_from_the_chance_as_it_is_said() {
        let rule = Thresholds::default();
        assert_eq!(rule.light(chance(0.4951)), Light::Met);
        assert_eq!(rule.light(chance(0.4949)), Light::Near);
        let of_few_draws = Probability { value: 0.48, standard_error: 0.03 };
        assert_eq!(rule.light(of_few_draws), Light::Met);
        // What is said as `<1%` reaches no limit of 1 %.
        let least = Thresholds { near: 0.01, ..rule };
        assert_eq!(least.light(chance(0.009)), Light::Far);
    }

    #[test]
    fn verbs_follow_the_rule() {
        let rule = Thresholds::default();
        let verbs = [0.9, 0.89, 0.7, 0.69, 0.4, 0.39].map(|value| rule.verb(chance(value)));
        assert_eq!(verbs, [Ensure, Strive, Strive, Effort, Effort, Warn]);
        assert_eq!(
            [Ensure, Strive, Effort, Warn].map(|verb| rule.needed(verb)),
            [0.9, 0.7, 0.4, 0.0]
        );
    }

    #[test]
    fn every_whole_percent_reaches_the_limit_that_is_written_like_it() {
        for percent in 1..100 {
            let limit: f64 = format!("0.{percent:02}").parse().unwrap();
            let rule = Thresholds { met: limit, ensure: limit, ..Thresholds::default() };
            let chance = chance(f64::from(percent) / 100.0);
            assert_eq!((rule.light(chance), rule.verb(chance)), (Light::Met, Ensure), "{percent}");
        }
    }

    #[test]
    fn plans_words_are_found_wherever_they_stand() {
        let found = ["确保", "力争", "要努力", "确保100家、力争120家", "完成", ""].map(Verb::of);
        assert_eq!(found, [Some(Ensure), Some(Strive), Some(Effort), Some(Ensure), None, None]);
    }

    #[test]
    fn a_firmer_verb_and_a_better_light_never_ask_for_less() {
        let rule = Thresholds::default();
        assert!(rule.is_ordered());
        assert!(!Thresholds { strive: 0.95, ..rule }.is_ordered());
        assert!(!Thresholds { near: 0.6, ..rule }.is_ordered());
        for limits in [
            Thresholds { ensure: f64::NAN, ..rule },
            Thresholds { met: f64::NAN, ..rule },
            Thresholds { met: 1.1, ..rule },
            Thresholds { near: -0.1, ..rule },
        ] {
            assert!(!limits.is_ordered(), "{limits:?}");
        }
    }
}
