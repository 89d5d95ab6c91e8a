//! The page's state: the workspace, and what is computed of it.
//!
//! A change and what follows from it are one step, so that a lever and its effect come with one picture, and
//! nothing is computed while the page is drawn.

pub mod findings;
pub mod given;
pub mod opening;
pub mod reports;
pub mod run;
pub mod work;

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::{next_frame, second_part};
use crate::desk::{Computed, FinishedRun, Ground, Request, Workspace};
use crate::library::{Ending, Opened};
use crate::model::Model;
use crate::plan::Scenario;
use crate::shared::Shared;
use crate::ui::seam;
use crate::ui::state::run::Runner;

/// Milliseconds without a move after which a lever is at rest.
const REST: u32 = 200;

/// What the page shows.
#[derive(Clone)]
pub struct State {
    workspace: Workspace,
    /// What the plan in hand is computed on.
    pub ground: Shared<Ground>,
    /// The last run of the scenario in hand; while a lever moves it may be one of a moment ago.
    pub run: FinishedRun,
    runner: Rc<RefCell<Runner>>,
}

/// What changes the state.
#[expect(clippy::large_enum_variant, reason = "one at a time, handed on to the reducer at once")]
pub enum Change {
    /// What a person, a file or the page around asks for.
    Request(Request),
    /// Computes what is still missing: a run of the newest settings, or the draws that were left out.
    Compute,
}

impl From<Request> for Change {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

impl Deref for State {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.workspace
    }
}

impl State {
    /// With the first run of a workspace.
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        let ground = Shared::new(Ground::new(workspace.session.plan(), model(&workspace)));
        let mut runner = Runner::default();
        let scenario = workspace.session.plan().scenarios.current();
        let run = runner.answer(&ground.workbench(scenario), &scenario.settings);
        Self { workspace, ground, run, runner: Rc::new(RefCell::new(runner)) }.with_report_kept()
    }

    /// Whether the run is one of the settings in hand.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let scenario = self.scenario();
        self.run.is_of(&self.ground.workbench(scenario), &scenario.settings)
    }

    /// The scenario in hand.
    fn scenario(&self) -> &Scenario {
        self.session.plan().scenarios.current()
    }

    /// Another workspace, with what is computed of it.
    fn with(&self, workspace: Workspace) -> Self {
        let ground = self.ground_of(&workspace);
        let next = Self { workspace, ground, ..self.clone() };
        let scenario = next.scenario();
        let workbench = next.ground.workbench(scenario);
        let run = self.runner.borrow_mut().answer(&workbench, &scenario.settings);
        Self { run, ..next }.with_report_kept()
    }

    /// The same with all draws.
    fn completed(&self) -> Self {
        let run = self.runner.borrow_mut().completed();
        Self { run: run.unwrap_or_else(|| self.run.clone()), ..self.clone() }.with_report_kept()
    }

    /// The ground stays while model and region do; other parameters leave what is compiled.
    fn ground_of(&self, workspace: &Workspace) -> Shared<Ground> {
        let (before, plan) = (self.session.plan(), workspace.session.plan());
        if Rc::ptr_eq(before, plan) {
            return self.ground.clone();
        }
        let is_same_model = model(self) == model(workspace);
        if !is_same_model || !Rc::ptr_eq(&before.region, &plan.region) {
            return Shared::new(Ground::new(plan, model(workspace)));
        }
        if before.parameters == plan.parameters {
            return self.ground.clone();
        }
        Shared::new(self.ground.with_parameters(&plan.parameters))
    }

    /// Once another scenario is taken in hand, what came out of this one is known.
    fn with_report_kept(self) -> Self {
        if self.run.is_complete() && self.is_answered() {
            let (workbench, report) = (self.run.workbench.clone(), self.run.outcome.report.clone());
            self.ground.keep(self.scenario(), Computed { workbench, report });
        }
        self
    }
}

/// The model of the plan in hand.
fn model(workspace: &Workspace) -> &Shared<Model> {
    workspace.library.model(workspace.session.plan())
}

impl Reducible for State {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let workspace = self.workspace.clone();
        Rc::new(match (change, second_part().here()) {
            (Change::Request(Request::Act(action)), _) => self.with(workspace.acted(action)),
            (Change::Request(Request::Tell(opened)), _) => self.with(workspace.told(Some(opened))),
            (Change::Request(Request::Dismiss), _) => self.with(workspace.told(None)),
            (Change::Request(Request::Bring(bring)), Some(here)) => {
                self.with(seam::brought(here, &workspace, &bring))
            }
            // Whoever dispatches waits for the second part; without it nothing can be read.
            (Change::Request(Request::Bring(_)), None) => {
                self.with(workspace.told(Some(Opened::refused(String::new(), Ending::NotLoaded))))
            }
            (Change::Compute, _) if self.is_answered() => self.completed(),
            (Change::Compute, _) => self.with(workspace),
        })
    }
}

/// Asks for what is still missing: in the next picture a run of the newest settings, or at rest the draws that
/// were left out.
#[hook]
pub fn use_completion(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    let (is_answered, is_complete) = (state.is_answered(), state.run.is_complete());
    let wanted = (state.session.settings().clone(), state.run.number, is_answered, is_complete);
    use_effect_with(wanted, move |_| {
        let (mut frame, mut rest) = (None, None);
        let compute = move || dispatcher.dispatch(Change::Compute);
        if !is_answered {
            frame = Some(next_frame(compute));
        } else if !is_complete {
            rest = Some(Timeout::new(REST, compute));
        }
        move || drop((frame, rest))
    });
}
