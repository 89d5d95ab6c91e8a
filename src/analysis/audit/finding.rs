//! 体检意见: what an audit found, as numbers; the words are made elsewhere.

use crate::analysis::Requirement;
use crate::locale::Text;
use crate::model::{LeverId, Reference, VariableId};
use crate::region::{Region, TargetId};
use crate::sampling::{Probability, Summary};
use crate::unit::Unit;

/// How much a finding matters, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingSeverity {
    /// Worth knowing.
    Note,
    /// Should be looked at before the plan is issued.
    Warning,
    /// Cannot stand as it is.
    Error,
}

/// One result of an audit of a target set.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: FindingSeverity,
    /// Positions of the targets that it is about, in the order of the plan.
    pub targets: Vec<TargetId>,
    /// What is the matter.
    pub issue: Issue,
    /// Changes that would mend it, any one of them; empty where none can be computed.
    pub fixes: Vec<Fix>,
}

/// What is the matter with targets. Numbers are in base units.
#[derive(Clone, Debug, PartialEq)]
pub enum Issue {
    /// An identity of the model (position) does not hold between targets and base figures.
    Contradiction {
        /// Position in the model's identities.
        identity: usize,
        /// Its left side with the plan's numbers.
        left: f64,
        /// Its right side.
        right: f64,
        /// A variable in whose unit both are.
        variable: VariableId,
    },
    /// Targets ask for different values of the same indicator and year.
    TwoValues {
        /// The values, in the order of the targets.
        values: [f64; 2],
    },
    /// Targets together imply a number that is out of line, or of which nothing is known.
    Implied {
        /// Position in the model's identities of the last step.
        identity: usize,
        /// The variable or figure.
        implied: Reference,
        /// What it would have to be.
        value: f64,
        /// What it is set against; `None` if nothing is known of it.
        against: Option<Yardstick>,
    },
    /// The required growth is beyond nineteen of twenty cases of the reference class.
    BeyondReference(Requirement),
    /// Reached by far without doing anything: 鞭打快牛的另一面, a target kept low.
    FarBelowOutlook {
        /// The floor.
        floor: f64,
        /// What the outlook expects.
        outlook: Summary,
        /// Of reaching the floor without new policy.
        chance: Probability,
    },
    /// The target repeats the province's own target.
    CopiedFromProvince {
        /// The common value.
        value: f64,
        /// Yearly growth that it takes, where it can be told.
        required: Option<Requirement>,
    },
    /// One number for two indicators that differ: meeting the first takes more or less of the second.
    OneNumberTwoIndicators {
        /// The number in both.
        floor: f64,
        /// What the second comes to if the first is just met.
        needed: f64,
    },
    /// An amount and parts of it are all targets: they must not be added up.
    Nested {
        /// The whole (the first of the targets).
        whole: f64,
        /// The sum of the parts.
        parts: f64,
    },
    /// The plan's words can be read in more than one way, the one that is used first.
    Ambiguous(Vec<ReadAs>),
    /// The plan states the target again with another verb.
    TwoCommitments {
        /// The verbs, the target's own first.
        verbs: [String; 2],
    },
    /// Money of the bureau and a result stand together, but the one brings little of the other.
    SmallPartOfResult {
        /// Position of the lever.
        lever: LeverId,
        /// The money, 元.
        money: f64,
        /// The result that is asked for.
        result: f64,
        /// What the money adds to it that year: median.
        added: f64,
    },
    /// No verdict: figures are missing (ids).
    MissingBase(Vec<String>),
    /// The verdict could turn with figures that nobody has found (ids).
    AssumedBase(Vec<String>),
    /// The number fits if it is read in another unit.
    UnitSlip {
        /// As written.
        written: f64,
        /// What would fit.
        fits: f64,
        /// What the outlook expects.
        outlook: f64,
    },
    /// A change of a share is written in %, not in 百分点.
    PercentForPoints {
        /// The number, 0.01 is one 百分点.
        change: f64,
    },
    /// A share is to reach a mean that its largest members lift: few can.
    LevelAgainstMean {
        /// Median of the indicator.
        value: f64,
        /// Median of what it is compared with.
        reference: f64,
    },
}

/// A way to understand a target.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAs {
    /// What is meant.
    pub name: Text,
    /// Of reaching the floor without new policy, if it can be told.
    pub chance: Option<Probability>,
}

/// What an implied number is set against, base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Yardstick {
    /// The range that the model calls plausible.
    Plausible([f64; 2]),
    /// The region's figure, which differs.
    Figure(f64),
    /// The value in the base year, which is better.
    BaseYear(f64),
    /// P5 and P95 of the outlook.
    Outlook([f64; 2]),
}

/// A change of one target that a person may accept.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "`target` is a position in the region's targets; the rest is new")]
pub enum Fix {
    /// Another floor, base units.
    Floor { target: TargetId, floor: f64 },
    /// Another verb, everywhere in the plan.
    Commitment { target: TargetId, commitment: String },
    /// Another unit for the same number.
    Unit { target: TargetId, unit: Unit },
}

impl Fix {
    /// The region with the change made; as it was, if there is no such target.
    #[must_use]
    pub fn applied(&self, region: &Region) -> Region {
        let mut region = region.clone();
        let position = match self {
            Fix::Floor { target, .. }
            | Fix::Commitment { target, .. }
            | Fix::Unit { target, .. } => *target,
        };
        let Some(changed) = region.targets.get_mut(position) else { return region };
        match self {
            Fix::Floor { floor, .. } => changed.floor = *floor,
            Fix::Commitment { commitment, .. } => {
                changed.commitment.clone_from(commitment);
                for repeated in &mut changed.repeated {
                    repeated.commitment.clone_from(commitment);
                }
            }
            Fix::Unit { unit, .. } => changed.unit = unit.clone(),
        }
        region
    }
}
