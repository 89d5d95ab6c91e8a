//! Rules for one target's number: against outlook, history, the province, and what is assumed.

use super::bench::Bench;
use super::{Finding, FindingSeverity, Fix, Issue, words};
use crate::analysis::ladder::ladder;
use crate::analysis::{Judgement, NotJudged, Requirement};
use crate::formula::Moment;
use crate::region::{Target, TargetId, TargetKind};
use crate::unit::Flavour;

/// From this chance without new policy on, a target asks for nothing.
const SURE: f64 = 0.95;

/// Below it, the target's number is far from the outlook's.
const CLEARLY: f64 = 0.1;

/// Fewer years of the city's own past say nothing about what is usual.
const FEWEST_YEARS: usize = 4;

/// Positions in [`crate::analysis::CHANCES`] of what a fix offers.
const STEADY: usize = 1;
const EVEN: usize = 2;

pub(super) fn findings(bench: &Bench<'_>, position: TargetId) -> Vec<Finding> {
    let rule = Rule { bench, position, target: &bench.workbench.region().targets[position] };
    let found = match &bench.report.assessments[position].verdict {
        Err(NotJudged::MissingFigures(figures)) => {
            vec![Some(rule.finding(FindingSeverity::Note, Issue::MissingBase(figures.clone())))]
        }
        // A slip of the unit explains whatever else is odd about the number.
        Ok(judgement) if words::unit_slip(bench, position, judgement).is_some() => Vec::new(),
        Ok(judgement) => vec![
            rule.copied(judgement).or_else(|| rule.beyond_reference(judgement)),
            rule.far_below(judgement),
            rule.level_against_mean(judgement),
            rule.assumed(judgement),
        ],
        Err(_) => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

struct Rule<'r> {
    bench: &'r Bench<'r>,
    position: TargetId,
    target: &'r Target,
}

impl Rule<'_> {
    fn finding(&self, severity: FindingSeverity, issue: Issue) -> Finding {
        Finding { severity, targets: vec![self.position], issue, fixes: Vec::new() }
    }

    fn is_number(&self) -> bool {
        !matches!(self.target.kind, TargetKind::Hold | TargetKind::Relative)
    }

    /// The floor that the outlook reaches with this chance; none for a target to hold or compare.
    fn reachable(&self, rung: usize) -> Vec<Fix> {
        let Bench { workbench, outlook, rule, .. } = self.bench;
        let ladder = ladder(workbench, outlook, self.position, *rule);
        let rung = ladder.ok().and_then(|ladder| ladder.rungs.get(rung).copied());
        let fix = rung
            .filter(|_| self.is_number())
            .map(|rung| Fix::Floor { target: self.position, floor: rung.value });
        fix.into_iter().collect()
    }

    fn beyond_reference(&self, judgement: &Judgement) -> Option<Finding> {
        let beyond = judgement.required.iter().find(|required| is_beyond(required))?;
        let issue = Issue::BeyondReference(beyond.clone());
        Some(Finding {
            fixes: self.reachable(EVEN),
            ..self.finding(FindingSeverity::Warning, issue)
        })
    }

    fn copied(&self, judgement: &Judgement) -> Option<Finding> {
        let upper = self.bench.workbench.region().upper_targets.get(&self.target.indicator)?;
        let province = upper.iter().find(|upper| upper.year == self.target.year)?.datum.value;
        let same = (province - self.target.floor).abs() <= 1e-9 * province.abs();
        let issue = Issue::CopiedFromProvince {
            value: province,
            required: judgement.main_requirement().cloned(),
        };
        (same && self.target.kind == TargetKind::Value).then(|| Finding {
            fixes: self.reachable(EVEN),
            ..self.finding(FindingSeverity::Warning, issue)
        })
    }

    fn far_below(&self, judgement: &Judgement) -> Option<Finding> {
        let floor = self.target.floor;
        let sure = judgement.outlook_probability.value >= SURE;
        let distance = (judgement.outlook.p50 - floor).abs();
        let issue = Issue::FarBelowOutlook {
            floor,
            outlook: judgement.outlook,
            chance: judgement.outlook_probability,
        };
        (self.is_number() && sure && floor != 0.0 && distance > CLEARLY * floor.abs()).then(|| {
            Finding {
                fixes: self.reachable(STEADY),
                ..self.finding(FindingSeverity::Warning, issue)
            }
        })
    }

    fn level_against_mean(&self, judgement: &Judgement) -> Option<Finding> {
        let reference = judgement.reference?.p50;
        let Bench { workbench, .. } = self.bench;
        let variable = self.target.variable?;
        let formula = workbench.region().formula(workbench.model(), variable);
        let mut is_change = false;
        formula.expression.visit_reads(&mut |read| {
            is_change |= matches!(read.moment, Moment::Ago(_));
        });
        let is_rate = workbench.model().variables[variable].unit.flavour() == Flavour::Rate;
        let value = judgement.outlook.p50;
        let issue = Issue::LevelAgainstMean { value, reference };
        (is_rate && !is_change && value < reference)
            .then(|| self.finding(FindingSeverity::Warning, issue))
    }

    fn assumed(&self, judgement: &Judgement) -> Option<Finding> {
        let chance = judgement.outlook_probability.value;
        let open = chance > 1.0 - SURE && chance < SURE;
        let issue = Issue::AssumedBase(judgement.assumed.clone());
        (open && !judgement.assumed.is_empty()).then(|| self.finding(FindingSeverity::Note, issue))
    }
}

/// Faster than nineteen of twenty cases elsewhere, or than the city itself in nearly all years.
fn is_beyond(required: &Requirement) -> bool {
    let among_peers = required.peers.is_some_and(|peers| required.growth > peers.p95);
    let own = required.own.filter(|own| own.cases >= FEWEST_YEARS);
    among_peers || own.is_some_and(|own| required.growth > own.p95)
}
