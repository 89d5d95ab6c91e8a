//! 用词: which verb a chance deserves in a plan.

/// The verb that a chance deserves: the least chance of each, of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordingRule {
    /// 确保 from here on.
    pub ensure: f64,
    /// 力争 from here on.
    pub strive: f64,
    /// 努力 from here on; below it, a plan should not promise at all.
    pub effort: f64,
}

impl Default for WordingRule {
    fn default() -> Self {
        Self { ensure: 0.9, strive: 0.7, effort: 0.4 }
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

impl WordingRule {
    /// The verb for a chance, 0 to 1.
    #[must_use]
    pub fn verb(&self, chance: f64) -> Verb {
        match chance {
            chance if chance >= self.ensure => Verb::Ensure,
            chance if chance >= self.strive => Verb::Strive,
            chance if chance >= self.effort => Verb::Effort,
            _ => Verb::Warn,
        }
    }

    /// Whether the verbs follow one another and stand between 0 and 1.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        0.0 <= self.effort
            && self.effort <= self.strive
            && self.strive <= self.ensure
            && self.ensure <= 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::Verb::{Effort, Ensure, Strive, Warn};
    use super::*;

    #[test]
    fn verbs_follow_the_rule() {
        let rule = WordingRule::default();
        let verbs = [0.9, 0.89, 0.7, 0.69, 0.4, 0.39].map(|chance| rule.verb(chance));
        assert_eq!(verbs, [Ensure, Strive, Strive, Effort, Effort, Warn]);
    }

    #[test]
    fn a_firmer_verb_never_asks_for_less() {
        assert!(WordingRule::default().is_ordered());
        assert!(!WordingRule { strive: 0.95, ..WordingRule::default() }.is_ordered());
        assert!(!WordingRule { ensure: f64::NAN, ..WordingRule::default() }.is_ordered());
    }
}
