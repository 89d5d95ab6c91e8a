//! 反推 in parts: what the levers can do for a target, then the setting of one that fulfils a wish.

use crate::analysis::{Answer, NotJudged, Prospect, Prospects, Search, Wish, Workbench};
use crate::desk::work::Work;
use crate::plan::Settings;
use crate::region::TargetId;
use crate::shared::Shared;

/// What is asked about: a target under the settings of a scenario.
#[derive(Clone, PartialEq)]
pub struct SoughtTarget {
    /// What computes it.
    pub workbench: Shared<Workbench>,
    /// The scenario's settings.
    pub settings: Settings,
    /// Position of the target in the region.
    pub target: TargetId,
}

impl SoughtTarget {
    /// Whether it is the same target, be it under other settings.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.workbench == other.workbench && self.target == other.target
    }
}

/// A wish for a target, and the lever that is to fulfil it.
#[derive(Clone, PartialEq)]
pub struct SoughtSetting {
    /// The target.
    pub subject: SoughtTarget,
    /// What the lever can do.
    pub prospect: Prospect,
    /// What is wished for.
    pub wish: Wish,
}

impl SoughtSetting {
    /// Whether it is the same wish and lever, be it under other settings.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let is_same_lever = self.prospect.lever == other.prospect.lever;
        self.subject.is_same(&other.subject) && is_same_lever && self.wish == other.wish
    }
}

/// Tries the ends of every lever's range: the levers by what they can do, or what keeps the target from being
/// judged.
#[must_use]
pub fn levers_ranked(subject: SoughtTarget) -> Work<Result<Vec<Prospect>, NotJudged>> {
    let levers = subject.workbench.model().levers.len();
    let mut begun = None;
    Work::new(2 * levers + 1, move || {
        let SoughtTarget { workbench, settings, target } = &subject;
        let prospects: &mut Prospects = match &mut begun {
            Some(prospects) => prospects,
            None => match Prospects::begin(workbench, settings, *target) {
                Ok(prospects) => {
                    begun = Some(prospects);
                    return None;
                }
                Err(why) => return Some(Err(why)),
            },
        };
        if let Err(why) = prospects.advance(workbench) {
            return Some(Err(why));
        }
        prospects.is_complete().then(|| Ok(prospects.ranked()))
    })
}

/// Looks for the smallest move of the lever that fulfils the wish.
#[must_use]
pub fn setting_sought(sought: SoughtSetting) -> Work<Result<Answer, NotJudged>> {
    let SoughtSetting { subject, prospect, wish } = sought;
    let SoughtTarget { workbench, settings, target } = subject;
    let mut search = Search::begin(&workbench, &settings, target, &prospect, wish);
    Work::new(1, move || match search.answer() {
        Some(answer) => Some(Ok(answer)),
        None => search.advance(&workbench).err().map(Err),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Limit;
    use crate::library::builtin;

    fn subject(target: &str) -> SoughtTarget {
        let (model, region) = builtin::load(&builtin::REGIONS[0]).unwrap();
        let target = region.targets.position(|known| known.id == target).unwrap();
        let workbench = Shared::new(Workbench::new(model, region, 128));
        SoughtTarget { workbench, settings: Settings::present(), target }
    }

    /// Works part by part until the result is there; the parts are bounded.
    fn worked<T>(mut work: Work<T>) -> T {
        (0..80).find_map(|_| work.advance(0.0, || 0.0)).expect("it ends")
    }

    #[test]
    fn a_wish_is_answered_once_the_levers_are_known() {
        let subject = subject("Y3");
        let ranked = worked(levers_ranked(subject.clone())).unwrap();
        let prospect = ranked[0];
        let answer = |wish| {
            let sought = SoughtSetting { subject: subject.clone(), prospect, wish };
            worked(setting_sought(sought)).unwrap()
        };
        let within = Wish::Median(0.5 * (prospect.now.median + prospect.best().median));
        assert!(matches!(answer(within), Answer::Reached(_)), "{:?}", answer(within));
        assert!(matches!(answer(Wish::Median(-1.0)), Answer::AlreadyReached(_)));
        let beyond = answer(Wish::Median(1e6));
        assert!(matches!(beyond, Answer::OutOfReach(_, Limit::NoEffect | Limit::Highest)));
    }

    #[test]
    fn a_target_without_figures_says_so_in_the_first_part() {
        let mut work = levers_ranked(subject("Y4"));
        assert!(work.advance(0.0, || 0.0).is_some_and(|ranked| ranked.is_err()));
    }
}
