//! What the plan in hand is computed on, for as long as it stays the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::Ground;
use crate::model::Model;
use crate::plan::Plan;
use crate::shared::Shared;

/// What the plan in hand is computed on; levers and scenarios leave it as it is.
#[hook]
pub fn use_ground(plan: &Rc<Plan>, model: &Shared<Model>) -> Shared<Ground> {
    let region = Shared::from(Rc::clone(&plan.region));
    let reasons = (model.clone(), region, plan.parameters.clone());
    let plan = Rc::clone(plan);
    Shared::from(use_memo(reasons, move |(model, ..)| Ground::new(&plan, model)))
}
