//! Runs of the model: one for the scenario in hand, counts of lights for the others.
//!
//! While a lever moves, a slow machine takes fewer draws, so that the answer comes with the
//! next picture; once the lever rests the run is completed. At rest every machine shows the
//! same figures.

use gloo::timers::callback::Timeout;
use tuiyan_split::second_part;
use yew::prelude::*;

use crate::analysis::{self, Finding, Report, Workbench};
use crate::browser::{SecondPart, next_frame, timed};
use crate::engine::{self, Pace};
use crate::plan::{Scenario, Scenarios, Settings, WordingRule};
use crate::ui::ground::Ground;
use crate::ui::later::use_second_part;
use crate::ui::scene::{Outcome, Shared};
use crate::wording::{self, Tally};

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";
/// Milliseconds that a run may take of a frame, of which there are 60 a second.
const FRAME: f64 = 16.0;
/// Milliseconds without a move after which a lever is at rest.
const REST: u32 = 200;

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
    fn new(
        number: usize,
        (workbench, settings): (&Shared<Workbench>, &Settings),
        report: Report,
    ) -> Self {
        let report = Shared::new(report);
        let outcome = Outcome { report, scenario: wording::Scenario::of(settings) };
        Self { number, workbench: workbench.clone(), settings: settings.clone(), outcome }
    }

    /// Whether all draws were run: fewer are while a lever moves on a slow machine.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.outcome.report.draws == self.workbench.draws()
    }

    fn is_of(&self, workbench: &Shared<Workbench>, settings: &Settings) -> bool {
        self.workbench == *workbench && self.settings == *settings
    }
}

/// The run in progress, whose memory the next one uses again, and what draws cost here.
#[derive(Default)]
struct Engine {
    pace: Pace,
    work: Option<(Shared<Workbench>, engine::Run)>,
}

impl Engine {
    /// Runs as many draws as fit into a frame; all as long as their cost is not known.
    fn start(&mut self, workbench: &Shared<Workbench>, settings: &Settings) -> Report {
        let most = workbench.draws();
        let draws = self.pace.draws_within(FRAME).map_or(most, |draws| draws.min(most));
        let (report, milliseconds) = timed(RUN, || {
            let mut run = match self.work.take() {
                Some((of, mut run)) if of == *workbench => {
                    workbench.restart(&mut run, settings);
                    run
                }
                _ => workbench.begin(settings),
            };
            workbench.advance(&mut run, draws);
            let report = workbench.summarise(run.ensemble());
            self.work = Some((workbench.clone(), run));
            report
        });
        self.pace.observe(draws, milliseconds);
        report
    }

    /// The draws that the last start left out.
    fn complete(&mut self) -> Option<Report> {
        let (workbench, run) = self.work.as_mut()?;
        workbench.advance(run, workbench.draws());
        Some(workbench.summarise(run.ensemble()))
    }
}

/// Results of the settings in hand; at most one run a frame while a lever moves.
#[hook]
pub fn use_run(workbench: &Shared<Workbench>, settings: &Settings) -> Run {
    let engine = use_mut_ref(Engine::default);
    let run = use_state(|| {
        let wanted = (workbench, settings);
        Run::new(1, wanted, engine.borrow_mut().start(workbench, settings))
    });
    {
        let run = run.clone();
        let wanted = (workbench.clone(), settings.clone(), run.number);
        use_effect_with(wanted, move |(workbench, settings, _)| {
            let (of, number) = ((workbench.clone(), settings.clone()), run.number + 1);
            let (mut frame, mut rest) = (None, None);
            if !run.is_of(workbench, settings) {
                frame = Some(next_frame(move || {
                    let report = engine.borrow_mut().start(&of.0, &of.1);
                    run.set(Run::new(number, (&of.0, &of.1), report));
                }));
            } else if !run.is_complete() {
                rest = Some(Timeout::new(REST, move || {
                    if let Some(report) = engine.borrow_mut().complete() {
                        run.set(Run::new(number, (&of.0, &of.1), report));
                    }
                }));
            }
            move || drop((frame, rest))
        });
    }
    (*run).clone()
}

second_part! {
    fn audit(workbench: &Workbench, report: &Report, rule: &WordingRule) -> Vec<Finding> = audit_of, "00000000000000000000000000000002";
}

fn audit_of(workbench: &Workbench, report: &Report, rule: &WordingRule) -> Vec<Finding> {
    analysis::audit(workbench, report, *rule)
}

/// What the audit of the targets found; none until the first results are on screen and the
/// second part of the program is there.
#[hook]
pub fn use_findings(run: &Run, rule: WordingRule) -> Option<Shared<Vec<Finding>>> {
    let found = use_state(|| None);
    let can_audit = use_second_part() == SecondPart::Here;
    {
        let (found, report) = (found.setter(), run.outcome.report.clone());
        let reasons = (run.workbench.clone(), rule, can_audit);
        use_effect_with(reasons, move |(workbench, rule, can_audit)| {
            let (workbench, rule) = (workbench.clone(), *rule);
            let work = move || {
                let findings = Shared::new(audit(&workbench, &report, &rule));
                found.set(Some((workbench, findings)));
            };
            let frame = can_audit.then(|| next_frame(work));
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
