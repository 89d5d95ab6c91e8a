//! What goal seek has found out so far, one run of the model at a time.

use crate::analysis::{Answer, NotJudged, Prospect, Prospects, Search, Wish, Workbench};
use crate::plan::Settings;
use crate::shared::Shared;

/// What is asked about: a target under the settings of a scenario.
#[derive(Clone, PartialEq)]
pub struct SoughtTarget {
    /// What computes it.
    pub workbench: Shared<Workbench>,
    /// The scenario's settings.
    pub settings: Settings,
    /// Position of the target in the region.
    pub target: usize,
}

/// A wish, and the lever that is to fulfil it.
pub type Question = (usize, Wish);

/// What has been found out.
#[derive(Clone)]
pub struct Inquiry {
    subject: SoughtTarget,
    prospects: Result<Prospects, NotJudged>,
    search: Option<(Question, Search)>,
    /// Runs so far.
    pub runs: usize,
}

impl Inquiry {
    /// Begins with the first run.
    #[must_use]
    pub fn begin(subject: &SoughtTarget) -> Self {
        let SoughtTarget { workbench, settings, target } = subject;
        let prospects = Prospects::begin(workbench, settings, *target);
        Self { subject: subject.clone(), prospects, search: None, runs: 1 }
    }

    /// Whether what was found out is about `subject`.
    #[must_use]
    pub fn is_about(&self, subject: &SoughtTarget) -> bool {
        self.subject == *subject
    }

    /// Whether another run would find out more.
    #[must_use]
    pub fn is_open(&self, question: Option<Question>) -> bool {
        let Ok(prospects) = &self.prospects else { return false };
        let is_unanswered = |question: Question| self.answer(question).is_none();
        !prospects.is_complete() || question.is_some_and(is_unanswered)
    }

    /// What is known after one more run.
    #[must_use]
    pub fn advanced(mut self, question: Option<Question>) -> Self {
        self.runs += 1;
        if let Err(reason) = self.advance(question) {
            self.prospects = Err(reason);
        }
        self
    }

    /// The levers by what they can do; none before all have been tried, an error where the
    /// target is not judged.
    ///
    /// # Errors
    ///
    /// Whatever keeps the target from being judged.
    pub fn ranked(&self) -> Result<Option<Vec<Prospect>>, &NotJudged> {
        let prospects = self.prospects.as_ref()?;
        Ok(prospects.is_complete().then(|| prospects.ranked()))
    }

    /// Levers that have been tried, and all of them.
    #[must_use]
    pub fn progress(&self) -> [usize; 2] {
        self.prospects.as_ref().map(Prospects::progress).unwrap_or_default()
    }

    /// The answer to the question, once it is found.
    #[must_use]
    pub fn answer(&self, question: Question) -> Option<Answer> {
        let (_, search) = self.search.as_ref().filter(|(asked, _)| *asked == question)?;
        search.answer()
    }

    fn advance(&mut self, question: Option<Question>) -> Result<(), NotJudged> {
        let SoughtTarget { workbench, settings, target } = &self.subject;
        let Ok(prospects) = &mut self.prospects else { return Ok(()) };
        if !prospects.is_complete() {
            return prospects.advance(workbench);
        }
        let Some(question) = question else { return Ok(()) };
        match &mut self.search {
            Some((asked, search)) if *asked == question => search.advance(workbench),
            _ => {
                let ranked = prospects.ranked();
                let prospect = ranked.iter().find(|prospect| prospect.lever == question.0);
                self.search = prospect.map(|prospect| {
                    (question, Search::begin(workbench, settings, *target, prospect, question.1))
                });
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Limit;
    use crate::library::builtin;

    fn subject(target: &str) -> SoughtTarget {
        let (model, region) = builtin::load(&builtin::REGIONS[0]).unwrap();
        let target = region.targets.iter().position(|known| known.id == target).unwrap();
        let workbench = Shared::new(Workbench::new(model, region, 128));
        SoughtTarget { workbench, settings: Settings::present(), target }
    }

    /// Works until nothing is left; the runs are bounded.
    fn worked(subject: &SoughtTarget, question: Option<Question>) -> Inquiry {
        let mut inquiry = Inquiry::begin(subject);
        while inquiry.is_open(question) {
            inquiry = inquiry.advanced(question);
            assert!(inquiry.runs < 80, "it ends");
        }
        inquiry
    }

    #[test]
    fn a_question_is_answered_once_the_levers_are_known() {
        let subject = subject("Y3");
        let ranked = worked(&subject, None).ranked().unwrap().unwrap();
        let best = ranked[0];
        let wish = Wish::Median(0.5 * (best.now.median + best.best().median));
        let question = (best.lever, wish);
        let answer = worked(&subject, Some(question)).answer(question);
        assert!(matches!(answer, Some(Answer::Reached(_))), "{answer:?}");
    }

    #[test]
    fn another_question_is_answered_anew() {
        let subject = subject("Y3");
        let inquiry = worked(&subject, Some((0, Wish::Median(1e6))));
        let other = (0, Wish::Median(-1.0));
        assert!(inquiry.is_open(Some(other)) && inquiry.answer(other).is_none());
        let inquiry = inquiry.advanced(Some(other));
        assert!(matches!(inquiry.answer(other), Some(Answer::AlreadyReached(_))));
        let first = worked(&subject, Some((0, Wish::Median(1e6))));
        let answer = first.answer((0, Wish::Median(1e6)));
        assert!(matches!(answer, Some(Answer::OutOfReach(_, Limit::NoEffect | Limit::Highest))));
    }

    #[test]
    fn a_target_without_figures_says_so_and_rests() {
        let subject = subject("Y4");
        let inquiry = Inquiry::begin(&subject);
        assert!(inquiry.ranked().is_err() && !inquiry.is_open(None));
    }
}
