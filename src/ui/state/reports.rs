//! The reports of a plan's scenarios: the one in hand comes from its run, the others are computed while the
//! page rests.

use yew::prelude::*;

use crate::desk::{FinishedRun, Ground};
use crate::plan::{Plan, Scenario};
use crate::shared::Shared;
use crate::ui::state::work::{Working, use_work};
use crate::wording::Tally;

/// Scenarios whose results are not known.
#[derive(Clone, PartialEq)]
struct Open {
    ground: Shared<Ground>,
    scenarios: Vec<Scenario>,
}

/// Computes the scenarios that are not known while the page rests, so that a plan of fifty opens as one of one.
#[hook]
pub fn use_reports(ground: &Shared<Ground>, scenarios: &[&Scenario]) -> Working<()> {
    let open = scenarios.iter().filter(|scenario| ground.known(scenario).is_none());
    let open: Vec<Scenario> = open.map(|scenario| (*scenario).clone()).collect();
    let open = (!open.is_empty()).then(|| Open { ground: ground.clone(), scenarios: open });
    use_work(open, |open| Ground::work(open.ground, open.scenarios))
}

/// How many targets stand where, by scenario; none while a scenario is not computed.
#[hook]
pub fn use_tallies(ground: &Shared<Ground>, run: &FinishedRun, plan: &Plan) -> Vec<Option<Tally>> {
    let (scenarios, rule) = (&plan.scenarios, plan.thresholds);
    let current = scenarios.current();
    let others: Vec<&Scenario> =
        scenarios.all().iter().filter(|scenario| scenario.id != current.id).collect();
    let _ = use_reports(ground, &others);
    let count = |scenario: &Scenario| match scenario.id {
        // The run of the scenario in hand is this one, or follows within a frame.
        id if id == current.id => Some(Tally::of(&run.outcome.report, rule)),
        _ => ground.known(scenario).map(|known| Tally::of(&known.report, rule)),
    };
    scenarios.all().iter().map(count).collect()
}
