//! Runs of the model: one for the scenario in hand, counts of lights for the others.

use yew::prelude::*;

use crate::analysis::{self, Finding, Workbench};
use crate::browser::{next_frame, timed};
use crate::plan::{Scenarios, Settings};
use crate::ui::scene::{Outcome, Shared};
use crate::wording::{Scenario, Tally};

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";

/// A finished run.
#[derive(Clone, PartialEq)]
pub struct Run {
    /// Counted from 1.
    pub number: usize,
    /// What computed it: for a moment after another city was chosen, still the one before.
    pub workbench: Shared<Workbench>,
    /// What was computed.
    pub settings: Settings,
    /// What came out.
    pub outcome: Outcome,
}

impl Run {
    fn new(number: usize, workbench: &Shared<Workbench>, settings: &Settings) -> Self {
        let report = Shared::new(timed(RUN, || workbench.evaluate(settings)));
        let outcome = Outcome { report, scenario: Scenario::of(settings) };
        Self { number, workbench: workbench.clone(), settings: settings.clone(), outcome }
    }

    fn is_of(&self, workbench: &Shared<Workbench>, settings: &Settings) -> bool {
        self.workbench == *workbench && self.settings == *settings
    }
}

/// Results of the settings in hand; at most one run a frame while a lever moves.
#[hook]
pub fn use_run(workbench: &Shared<Workbench>, settings: &Settings) -> Run {
    let run = use_state(|| Run::new(1, workbench, settings));
    {
        let run = run.clone();
        let wanted = (workbench.clone(), settings.clone(), run.number);
        use_effect_with(wanted, move |(workbench, settings, _)| {
            let wanted = (!run.is_of(workbench, settings)).then(|| {
                let (workbench, settings) = (workbench.clone(), settings.clone());
                next_frame(move || run.set(Run::new(run.number + 1, &workbench, &settings)))
            });
            move || drop(wanted)
        });
    }
    (*run).clone()
}

/// What the audit of the targets found; none until the first results are on screen.
#[hook]
pub fn use_findings(run: &Run) -> Option<Shared<Vec<Finding>>> {
    let found = use_state(|| None);
    {
        let (found, report) = (found.setter(), run.outcome.report.clone());
        use_effect_with(run.workbench.clone(), move |workbench| {
            let workbench = workbench.clone();
            let frame = next_frame(move || {
                let findings = Shared::new(analysis::audit(&workbench, &report));
                found.set(Some((workbench, findings)));
            });
            move || drop(frame)
        });
    }
    let current = found.as_ref().filter(|(workbench, _)| *workbench == run.workbench);
    current.map(|(_, findings)| findings.clone())
}

/// Counts that were made with a workbench.
struct Counted {
    workbench: Shared<Workbench>,
    tallies: Vec<(Settings, Tally)>,
}

/// How many targets stand where, by scenario. A scenario is run once and not
/// again until its settings change.
#[hook]
pub fn use_tallies(run: &Run, scenarios: &Scenarios) -> Vec<Tally> {
    let counted = use_mut_ref(|| Counted { workbench: run.workbench.clone(), tallies: Vec::new() });
    let mut counted = counted.borrow_mut();
    if counted.workbench != run.workbench {
        *counted = Counted { workbench: run.workbench.clone(), tallies: Vec::new() };
    }
    counted.tallies.push((run.settings.clone(), Tally::of(&run.outcome.report)));
    let current = scenarios.current().id;
    let count = |settings: &Settings, is_current: bool| {
        let known = counted.tallies.iter().rev().find(|(known, _)| known == settings);
        match known {
            Some(known) => known.clone(),
            // Its own run follows within a frame.
            None if is_current => (run.settings.clone(), Tally::of(&run.outcome.report)),
            None => (settings.clone(), Tally::of(&run.workbench.evaluate(settings))),
        }
    };
    let all = scenarios.all().iter();
    let tallies: Vec<_> =
        all.map(|scenario| count(&scenario.settings, scenario.id == current)).collect();
    counted.tallies.clone_from(&tallies);
    tallies.into_iter().map(|(_, tally)| tally).collect()
}
