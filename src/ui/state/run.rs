//! Runs of the scenario in hand.
//!
//! While a lever moves, a slow machine takes fewer draws, so that the answer comes with the
//! next picture; once the lever rests the run is completed. At rest every machine shows the
//! same figures.

use std::cell::Cell;
use std::rc::Rc;

use crate::analysis::{Report, Workbench};
use crate::browser::{Frame, next_frame, timed};
use crate::desk::FinishedRun;
use crate::engine::{self, Pace};
use crate::plan::Settings;
use crate::shared::Shared;

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";
/// Milliseconds that a run may take of a frame, of which there are 60 a second.
const FRAME: f64 = 16.0;

/// Runs the model: the last answer, the memory of its run, which the next one uses again, and what draws cost
/// here.
#[derive(Default)]
pub struct Runner {
    pace: Pace,
    work: Option<(Shared<Workbench>, engine::Run)>,
    answer: Option<FinishedRun>,
    /// Whether an answer waits for the next picture to show it.
    unseen: Rc<Cell<bool>>,
    picture: Option<Frame>,
}

impl Runner {
    /// The answer to the settings, or for the rest of a picture the answer before: at most one run a picture
    /// while a lever moves.
    pub fn answer(&mut self, workbench: &Shared<Workbench>, settings: &Settings) -> FinishedRun {
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

    /// The last answer with the draws that its start left out; none before the first.
    pub fn completed(&mut self) -> Option<FinishedRun> {
        let (Some((workbench, work)), Some(run)) = (&mut self.work, &self.answer) else {
            return None;
        };
        if run.is_complete() {
            return Some(run.clone());
        }
        workbench.advance(work, workbench.draws());
        let report = workbench.summarise(work.ensemble());
        let completed = FinishedRun::new(run.number + 1, (workbench, &run.settings), report);
        Some(self.keep(completed))
    }

    /// Runs as many draws as fit into a frame; all as long as their cost is not known.
    fn start(&mut self, workbench: &Shared<Workbench>, settings: &Settings) -> Report {
        let most = workbench.draws();
        let draws = self.pace.draws_within(FRAME).map_or(most, |draws| draws.min(most));
        // The run of another workbench makes room before the next one asks for it.
        let known = self.work.take().filter(|(of, _)| of == workbench);
        let (report, milliseconds) = timed(RUN, || {
            let mut run = match known {
                Some((_, mut run)) => {
                    workbench.restart(&mut run, settings);
                    run
                }
                None => workbench.begin(settings),
            };
            workbench.advance(&mut run, draws);
            let report = workbench.summarise(run.ensemble());
            self.work = Some((workbench.clone(), run));
            report
        });
        self.pace.observe(draws, milliseconds);
        report
    }

    /// The next picture shows what is computed now; until then nothing else is.
    fn wait_for_picture(&mut self) {
        self.unseen.set(true);
        let unseen = Rc::clone(&self.unseen);
        self.picture = Some(next_frame(move || unseen.set(false)));
    }

    fn keep(&mut self, run: FinishedRun) -> FinishedRun {
        self.answer = Some(run.clone());
        run
    }
}
