//! What the plan in hand is computed on, for as long as it stays the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::Ground;
use crate::model::Model;
use crate::plan::Plan;
use crate::shared::Shared;

/// What the plan in hand is computed on; levers and scenarios leave it as it is, and other parameters what
/// is compiled.
#[hook]
pub fn use_ground(plan: &Rc<Plan>, model: &Shared<Model>) -> Shared<Ground> {
    let subject = (model.clone(), Shared::from(Rc::clone(&plan.region)));
    let first = {
        let plan = Rc::clone(plan);
        use_memo(subject, move |(model, _)| Ground::new(&plan, model))
    };
    let reasons = (Shared::from(first), plan.parameters.clone());
    let ground = use_memo(reasons, |(first, parameters)| first.with_parameters(parameters));
    Shared::from(ground)
}
