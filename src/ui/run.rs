//! Runs of the model: one for the scenario in hand, counts of lights for the others.

use yew::prelude::*;

use crate::analysis::{self, Finding, Workbench};
use crate::browser::{next_frame, timed};
use crate::plan::{Scenario, Scenarios, Settings, WordingRule};
use crate::ui::ground::Ground;
use crate::ui::scene::{Outcome, Shared};
use crate::wording::{self, Tally};

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
        let outcome = Outcome { report, scenario: wording::Scenario::of(settings) };
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
pub fn use_findings(run: &Run, rule: WordingRule) -> Option<Shared<Vec<Finding>>> {
    let found = use_state(|| None);
    {
        let (found, report) = (found.setter(), run.outcome.report.clone());
        use_effect_with((run.workbench.clone(), rule), move |(workbench, rule)| {
            let (workbench, rule) = (workbench.clone(), *rule);
            let frame = next_frame(move || {
                let findings = Shared::new(analysis::audit(&workbench, &report, rule));
                found.set(Some((workbench, findings)));
            });
            move || drop(frame)
        });
    }
    let current = found.as_ref().filter(|(workbench, _)| *workbench == run.workbench);
    current.map(|(_, findings)| findings.clone())
}

/// Counts that were made on a ground.
struct Counted {
    ground: Shared<Ground>,
    tallies: Vec<(Scenario, Tally)>,
}

/// How many targets stand where, by scenario. A scenario is run once and not
/// again until what it sets changes.
#[hook]
pub fn use_tallies(ground: &Shared<Ground>, run: &Run, scenarios: &Scenarios) -> Vec<Tally> {
    let counted = use_mut_ref(|| Counted { ground: ground.clone(), tallies: Vec::new() });
    let mut counted = counted.borrow_mut();
    if counted.ground != *ground {
        *counted = Counted { ground: ground.clone(), tallies: Vec::new() };
    }
    let current = scenarios.current().id;
    let count = |scenario: &Scenario| {
        let known = || counted.tallies.iter().find(|(known, _)| sets_the_same(known, scenario));
        // The run of the scenario in hand is this one, or follows within a frame.
        if scenario.id == current || run.is_of(&ground.workbench(scenario), &scenario.settings) {
            Tally::of(&run.outcome.report)
        } else if let Some((_, tally)) = known() {
            *tally
        } else {
            Tally::of(&ground.workbench(scenario).evaluate(&scenario.settings))
        }
    };
    let tallies: Vec<Tally> = scenarios.all().iter().map(count).collect();
    let counts = scenarios.all().iter().cloned().zip(tallies.iter().copied());
    counted.tallies = counts.filter(|(scenario, _)| scenario.id != current).collect();
    tallies
}

fn sets_the_same(one: &Scenario, other: &Scenario) -> bool {
    one.settings == other.settings && one.assumptions == other.assumptions
}
