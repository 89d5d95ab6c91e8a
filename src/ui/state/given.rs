//! What a screen is given.

use yew::prelude::*;

use crate::analysis::Finding;
use crate::browser::Appearance;
use crate::desk::{Content, FinishedRun, Ground, Request, Scene};
use crate::model::Model;
use crate::plan::Plan;
use crate::session::{Action, View};
use crate::shared::Shared;

/// What a screen is given: its properties.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What is looked at.
    pub scene: Scene,
    /// The plan in hand.
    pub plan: Shared<Plan>,
    /// The model as its file declares it, without what the plan believes otherwise.
    pub declared: Shared<Model>,
    /// What the plan's scenarios are computed on.
    pub ground: Shared<Ground>,
    /// The last run of the scenario in hand.
    pub run: FinishedRun,
    /// What the audit of the targets found, once it is done.
    pub findings: Option<Shared<Vec<Finding>>>,
    /// How the plan is looked at.
    pub view: View,
    /// How the screen is.
    pub appearance: Appearance,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the city or file that a person chooses.
    pub on_request: Callback<Request>,
}

impl Given {
    /// What there is to put out of it.
    #[must_use]
    pub fn content(&self) -> Content {
        let Self { plan, scene, ground, run, .. } = self.clone();
        Content { plan, scene, ground, run }
    }
}
