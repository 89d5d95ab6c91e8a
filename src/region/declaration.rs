//! What a checked region consists of. Values are in base units.

use typed_index_collections::TiVec;

use crate::document::Node;
use crate::locale::Text;
use crate::model::{BaseError, Formula, Index, IndexItem, Lever, Model, VariableId};
use crate::region::TargetId;
use crate::sorted::Map;
use crate::unit::{Flavour, InUnit, Unit};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provenance {
    /// The plan's own text.
    Document,
    /// Public statistics.
    Published,
    /// Arithmetic on the two.
    Derived,
    /// Nobody has found it: to be replaced.
    Assumed,
}

/// A number with its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// In base units.
    pub value: f64,
    /// As the file gives it.
    pub unit: Unit,
    /// Kind of origin.
    pub provenance: Provenance,
    /// Title and section of the source.
    pub source: String,
    /// Edition of the figure; none for an assumption.
    pub vintage: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// Own log standard deviation instead of the provenance's; 0.05 is 5 %.
    pub error: Option<f64>,
}

impl Provenance {
    /// Log standard deviation of a figure of this origin.
    #[must_use]
    pub fn log_error(self, errors: BaseError) -> f64 {
        match self {
            Self::Document => errors.document,
            Self::Published => errors.published,
            Self::Derived => errors.derived,
            Self::Assumed => errors.assumed,
        }
    }
}

impl Datum {
    /// Log standard deviation: its own, or that of its provenance.
    #[must_use]
    pub fn log_error(&self, errors: BaseError) -> f64 {
        self.error.unwrap_or(self.provenance.log_error(errors))
    }
}

/// A number of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedValue {
    /// Calendar year.
    pub year: i32,
    /// The number.
    pub datum: Datum,
}

/// An assumption's values by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Calendar year to value, base units.
    pub by_year: Map<i32, f64>,
    /// As the file gives it.
    pub unit: Unit,
    /// Kind of origin.
    pub provenance: Provenance,
    /// Title and section of the source.
    pub source: String,
    /// Remark.
    pub note: Option<String>,
}

/// A city with its figures, their origin, and the targets of its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Stable identity, for example `yiyang-2020`.
    pub id: String,
    /// Id of the model it belongs to.
    pub model: String,
    /// Displayed name.
    pub name: Text,
    /// The province it lies in.
    pub province: String,
    /// Last year with final figures.
    pub base_year: i32,
    /// The year that targets are set for.
    pub plan_year: i32,
    /// The group of cities or provinces that its growth is compared with.
    pub reference_class: Option<String>,
    /// Title of the plan.
    pub document: String,
    /// Base-year data by id of figure or variable.
    pub figures: Map<String, Datum>,
    /// Years before the base year, by id.
    pub history: Map<String, Vec<DatedValue>>,
    /// Years after the base year, for hindcasts only.
    pub outcomes: Map<String, Vec<DatedValue>>,
    /// What the level above has set for itself, by id of variable and year.
    pub upper_targets: Map<String, Vec<DatedValue>>,
    /// Paths by id of assumption.
    pub assumptions: Map<String, Path>,
    /// Present lever settings by id of lever.
    pub present: Map<String, Datum>,
    /// Composite indices whose items the region replaces, by position of the variable.
    pub indexes: Map<VariableId, OwnIndex>,
    /// Own items of what this model lacks, by id: kept as they were written.
    pub foreign_indexes: Map<String, Node>,
    /// The plan's targets, in its order.
    pub targets: TiVec<TargetId, Target>,
}

/// What a region weighs in place of the model's items.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnIndex {
    /// The items.
    pub items: Vec<IndexItem>,
    /// What they stand for.
    pub formula: Formula,
}

impl Region {
    /// A variable's formula in this region: the model's, or that of the region's own items.
    #[must_use]
    pub fn formula<'f>(&'f self, model: &'f Model, variable: VariableId) -> &'f Formula {
        let own = self.indexes.get(&variable).map(|index| &index.formula);
        own.unwrap_or(&model.variables[variable].formula)
    }

    /// What an index is made of in this region.
    #[must_use]
    pub fn index_items<'i>(&'i self, index: &'i Index) -> &'i [IndexItem] {
        self.indexes.get(&index.variable).map_or(&index.items, |own| &own.items)
    }

    /// The value of a year before the base year, base units.
    #[must_use]
    pub fn value_of(&self, id: &str, year: i32) -> Option<f64> {
        let known = self.history.get(id)?.iter().rfind(|value| value.year == year);
        known.map(|value| value.datum.value)
    }

    /// A lever's present setting in its unit: the region's, else the model's.
    #[must_use]
    pub fn present_setting(&self, lever: &Lever) -> InUnit {
        let own = self.present.get(&lever.id);
        own.map_or(lever.present, |datum| lever.unit.from_base(datum.value))
    }
}

/// What a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// A value of the indicator.
    Value,
    /// Growth over the year before.
    Growth,
    /// Increase over the year before.
    Increase,
    /// Not below another variable.
    Relative,
    /// Within a tolerance of the base year.
    Hold,
    /// A rank; recorded, not computed.
    Rank,
    /// Something done or not; recorded, not computed.
    Milestone,
    /// A rule; recorded, not computed.
    Rule,
}

impl TargetKind {
    /// Whether it asks about the change of its indicator over a year and not about the indicator.
    #[must_use]
    pub fn is_change(self) -> bool {
        matches!(self, Self::Growth | Self::Increase)
    }

    /// Whether it is computed; the others a person records.
    #[must_use]
    pub fn is_computed(self) -> bool {
        !matches!(self, Self::Rank | Self::Milestone | Self::Rule)
    }
}

/// How the indicator has to stand to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the comparisons")]
pub enum Comparison {
    AtLeast,
    MoreThan,
    AtMost,
    Equal,
}

/// A target as the plan states it, in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Id within the region.
    pub id: String,
    /// Id of the indicator; the model need not have it.
    pub indicator: String,
    /// Position in the model's variables, where it has the indicator.
    pub variable: Option<VariableId>,
    /// What to call it on screen.
    pub name: Text,
    /// Calendar year.
    pub year: i32,
    /// What it asks for.
    pub kind: TargetKind,
    /// How the indicator has to stand to it.
    pub comparison: Comparison,
    /// 底线值, base units.
    pub floor: f64,
    /// 争取值, base units.
    pub stretch: Option<f64>,
    /// Of floor and stretch, as the plan writes it.
    pub unit: Unit,
    /// Id of the variable that a relative target compares with.
    pub relative_to: Option<String>,
    /// Where in the document.
    pub section: String,
    /// The plan's own verb, empty if none.
    pub commitment: String,
    /// 牵头单位, empty if the plan names none.
    pub lead: String,
    /// 责任单位.
    pub responsible: Vec<String>,
    /// Other ways to understand the plan's words.
    pub readings: Vec<TargetReading>,
    /// Where the plan states the target again.
    pub repeated: Vec<Repetition>,
    /// Remark.
    pub note: Option<String>,
}

impl Target {
    /// Whether it asks for a growth in percent, and not for one in 百分点.
    #[must_use]
    pub fn is_relative_growth(&self) -> bool {
        self.kind == TargetKind::Growth && self.unit.flavour() != Flavour::Difference
    }

    /// The unit in which it is judged: that of its indicator as the model declares it, % of a growth, 百分点 of a change
    /// of a share, and the plan's own where the model has no such indicator.
    #[must_use]
    pub fn judged_unit(&self, model: &Model) -> Unit {
        let declared = self.variable.and_then(|variable| model.variables.get(variable));
        let own = declared.map_or(&self.unit, |variable| &variable.unit);
        match self.kind {
            _ if self.is_relative_growth() => Unit::percent(),
            kind if kind.is_change() => own.difference(),
            _ => own.clone(),
        }
    }
}

/// Another way to understand a target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetReading {
    /// What is meant, in a few words.
    pub name: Text,
    /// Id of what would be counted; the model need not have it.
    pub indicator: String,
    /// Position in the model's variables of what would be counted, where the model has it.
    pub variable: Option<VariableId>,
    /// What it would ask for.
    pub kind: TargetKind,
}

/// A second place where a plan states a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition {
    /// Where in the document.
    pub section: String,
    /// The verb there, empty if none.
    pub commitment: String,
}
