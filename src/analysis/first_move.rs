//! The lever that does most for a target that falls short: what somebody new tries first.

use crate::analysis::effects::alone;
use crate::analysis::reading::Reading;
use crate::analysis::{Report, Workbench};
use crate::engine::Output;
use crate::model::LeverId;
use crate::plan::{Light, Settings, Thresholds};
use crate::region::TargetId;
use crate::unit::InUnit;

/// A lever set one band above present, and the target whose chance it raises most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstMove {
    /// Position in the model's levers.
    pub lever: LeverId,
    /// In the lever's unit.
    pub setting: InUnit,
    /// Position in the region's targets.
    pub target: TargetId,
    /// Added to the chance of reaching it, from 0 to 1.
    pub gain: f64,
}

/// What one lever alone does for the targets that 现状延续 misses: the one it helps most, if it
/// helps any. One run.
#[must_use]
pub fn first_move(
    workbench: &Workbench,
    report: &Report,
    rule: Thresholds,
    lever: LeverId,
) -> Option<FirstMove> {
    let (settings, setting) = alone(workbench, &Settings::present(), lever);
    let run = workbench.run(&settings);
    let reading = Reading::new(workbench, &run);
    let gain = |target: TargetId| {
        let judgement = report.judgement(target)?;
        let before = judgement.outlook_probability.value;
        let after = reading.standing(target, Output::Scenario).ok()?.probability.value;
        let misses = rule.light(judgement.outlook_probability) != Light::Met && after > before;
        misses.then_some(FirstMove { lever, setting, target, gain: after - before })
    };
    let gains = workbench.region().targets.keys().filter_map(gain);
    gains.max_by(|one, other| one.gain.total_cmp(&other.gain))
}
