//! The run of the scenario in hand, and what the audit finds in it.
//!
//! While a lever moves, a slow machine takes fewer draws, so that the answer comes with the
//! next picture; once the lever rests the run is completed. At rest every machine shows the
//! same figures.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::analysis::{Finding, Report, Workbench};
use crate::browser::{Frame, Here, next_frame, timed};
use crate::desk::{FinishedRun, Work};
use crate::engine::{self, Pace};
use crate::plan::{Settings, WordingRule};
use crate::shared::Shared;
use crate::ui::seam;
use crate::ui::second_part::use_second_part;
use crate::ui::work::use_work;

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";
/// Milliseconds that a run may take of a frame, of which there are 60 a second.
const FRAME: f64 = 16.0;
/// Milliseconds without a move after which a lever is at rest.
const REST: u32 = 200;

/// The last answer, the memory of its run, which the next one uses again, and what draws cost here.
#[derive(Default)]
struct Engine {
    pace: Pace,
    work: Option<(Shared<Workbench>, engine::Run)>,
    answer: Option<FinishedRun>,
    /// Whether an answer waits for the next picture to show it.
    unseen: Rc<Cell<bool>>,
    picture: Option<Frame>,
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

    /// The answer to the settings, or for the rest of a picture the answer before.
    fn answer(&mut self, workbench: &Shared<Workbench>, settings: &Settings) -> FinishedRun {
        let number = match &self.answer {
            Some(run) if run.is_of(workbench, settings) || self.unseen.get() => return run.clone(),
            known => known.as_ref().map_or(1, |run| run.number + 1),
        };
        // The first answer comes with the page, which is painted when it is.
        if number > 1 {
            self.wait_for_picture();
        }
        let report = self.start(workbench, settings);
        self.keep(FinishedRun::new(number, (workbench, settings), report))
    }

    /// The next picture shows what is computed now; until then nothing else is.
    fn wait_for_picture(&mut self) {
        self.unseen.set(true);
        let unseen = Rc::clone(&self.unseen);
        self.picture = Some(next_frame(move || unseen.set(false)));
    }

    /// Computes the draws that the last start left out.
    fn complete(&mut self) {
        let (Some((workbench, work)), Some(run)) = (&mut self.work, &self.answer) else { return };
        workbench.advance(work, workbench.draws());
        let report = workbench.summarise(work.ensemble());
        let completed = FinishedRun::new(run.number + 1, (workbench, &run.settings), report);
        self.keep(completed);
    }

    fn keep(&mut self, run: FinishedRun) -> FinishedRun {
        self.answer = Some(run.clone());
        run
    }
}

/// Results of the settings in hand; at most one run a picture while a lever moves. It is computed
/// while the page is drawn, so that the lever and its effect come with the same picture.
#[hook]
pub fn use_run(workbench: &Shared<Workbench>, settings: &Settings) -> FinishedRun {
    let engine = use_mut_ref(Engine::default);
    let again = use_force_update();
    let run = engine.borrow_mut().answer(workbench, settings);
    {
        let (is_answered, is_complete) = (run.is_of(workbench, settings), run.is_complete());
        let wanted = (workbench.clone(), settings.clone(), run.number);
        use_effect_with(wanted, move |_| {
            let (mut frame, mut rest) = (None, None);
            if !is_answered {
                frame = Some(next_frame(move || again.force_update()));
            } else if !is_complete {
                rest = Some(Timeout::new(REST, move || {
                    engine.borrow_mut().complete();
                    again.force_update();
                }));
            }
            move || drop((frame, rest))
        });
    }
    run
}

/// What is audited.
#[derive(Clone)]
struct Audited {
    workbench: Shared<Workbench>,
    report: Shared<Report>,
    rule: WordingRule,
    here: Here,
}

/// The report is that of any settings: what the audit finds does not depend on them.
impl PartialEq for Audited {
    fn eq(&self, other: &Self) -> bool {
        self.workbench == other.workbench && self.rule == other.rule
    }
}

/// What the audit of the targets found; none until the first results are on screen and the
/// second part of the program is there.
#[hook]
pub fn use_findings(run: &FinishedRun, rule: WordingRule) -> Option<Shared<Vec<Finding>>> {
    let audited = use_second_part().here().map(|here| Audited {
        workbench: run.workbench.clone(),
        report: run.outcome.report.clone(),
        rule,
        here,
    });
    let found = use_work(audited, |Audited { workbench, report, rule, here }| {
        Work::once(move || Shared::new(seam::audit(here, &workbench, &report, &rule)))
    });
    found.result().cloned()
}
