//! What a model declares, one by one.

use crate::diagnostic::Span;
use crate::formula::{self, BinaryOperator, Expression, Node};
use crate::locale::Text;
use crate::model::{LeverId, ParameterId, VariableId};
use crate::unit::{InUnit, Unit};

/// Id of the municipal cash of all levers, declared by the language.
pub const POLICY_COST: &str = "policy_cost";

/// A declaration that a formula can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "positions in the lists of `Model` of the same names")]
pub enum Reference {
    Figure(usize),
    Assumption(usize),
    Parameter(ParameterId),
    Shock(usize),
    Constant(usize),
    Lever(LeverId),
    Variable(VariableId),
    /// Municipal cash of all levers in the year, 元.
    PolicyCost,
}

/// A checked formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// As the author wrote it.
    pub text: String,
    /// With names resolved and numbers in their units.
    pub expression: Expression<Reference>,
}

impl Formula {
    /// A number in a unit.
    pub(super) fn number(value: f64, unit: &Unit) -> Self {
        let node = Node::Number { value, unit: Some(unit.clone()) };
        let expression = Expression { node, span: Span::default() };
        Self { text: formula::print(&expression, &|_| String::new()), expression }
    }

    /// This formula from a calendar year on, and `before` until then.
    pub(super) fn since(self, year: i32, before: Self) -> Self {
        let part = |node| Expression { node, span: Span::default() };
        let first = part(Node::Number { value: f64::from(year), unit: None });
        let condition = Node::Binary(
            BinaryOperator::GreaterOrEqual,
            Box::new(part(Node::Year)),
            Box::new(first),
        );
        let text = format!("if year >= {year} then {} else {}", self.text, before.text);
        let parts = [part(condition), self.expression, before.expression];
        Self { text, expression: part(Node::If(Box::new(parts))) }
    }

    /// Whether it stands where a formula could not be read.
    pub(super) fn is_unread(&self) -> bool {
        self.text == Self::unread().text
    }

    /// Stands where a formula could not be read, in a model that is refused for it.
    pub(super) fn unread() -> Self {
        Self::number(f64::NAN, &Unit::pure())
    }
}

/// Log standard deviation of a base-year figure, by its provenance; 0.05 is 5 %.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "named as the provenances are")]
pub struct BaseError {
    pub document: f64,
    pub published: f64,
    pub derived: f64,
    pub assumed: f64,
}

/// A heading under which levers and indicators stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
}

/// A publication, document or rule that a number rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title and section, as a person would cite it.
    pub text: String,
    /// Where it can be read; never fetched.
    pub url: Option<String>,
}

/// How well founded a formula or a coefficient is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Rule or arithmetic.
    Mechanical,
    /// Measured, with a publication.
    Empirical,
    /// Expert judgement, to be calibrated locally.
    Judgement,
}

/// How a quantity relates to the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Of the whole year.
    Flow,
    /// At the end of the year.
    Stock,
    /// A ratio, never summed.
    Rate,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither: it should stay.
    Hold,
}

/// A base-year datum of the region that is not itself a variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the value.
    pub unit: Unit,
    /// Taken, and marked assumed, where the region gives none.
    pub default: Option<Formula>,
    /// Outside it, data entry warns; base units.
    pub plausible: Option<[f64; 2]>,
    /// Whether its error enters the draws.
    pub base_error: bool,
    /// Flow, stock or rate.
    pub measure: Option<MeasureKind>,
    /// Remark of the author.
    pub note: Option<String>,
    /// Id of what it tells the past of, if the region has enough of it: taken before the default.
    pub own_past: Option<(String, OwnPast)>,
}

/// What a figure tells of the last years of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnPast {
    /// Its mean log growth.
    Growth,
    /// Over how many years that is.
    Years,
}

/// A path by year that nobody in the room controls.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the value.
    pub unit: Unit,
    /// Taken for years that the region does not list.
    pub default: Option<Formula>,
    /// Remark of the author.
    pub note: Option<String>,
}

/// A coefficient; one value a draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the value.
    pub unit: Unit,
    /// What is known of it before the first year of `since`; base units.
    pub distribution: crate::sampling::Distribution,
    /// What is known of it from a year on, by year.
    pub since: Vec<(i32, crate::sampling::Distribution)>,
    /// Evidence class.
    pub class: Class,
    /// Positions in [`Model::sources`].
    pub sources: Vec<usize>,
    /// Remark of the author.
    pub note: Option<String>,
}

impl Parameter {
    /// What a planner knows of it whose last figures are those of `base_year`.
    #[must_use]
    pub fn known_in(&self, base_year: i32) -> crate::sampling::Distribution {
        let later = self.since.iter().rev().find(|(year, _)| *year <= base_year);
        later.map_or(self.distribution, |(_, distribution)| *distribution)
    }

    /// Takes what a person believes of it, whatever the model knew in which year.
    pub fn believe(&mut self, distribution: crate::sampling::Distribution) {
        self.distribution = distribution;
        self.since.clear();
    }
}

/// A random term, independent each year.
#[derive(Clone, Debug, PartialEq)]
pub struct Shock {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Mean 0 and variance 1, but for the uniform.
    pub distribution: crate::sampling::ShockDistribution,
}

/// Computed once a draw, from base-year values.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the value.
    pub unit: Unit,
    /// Over base-year values.
    pub formula: Formula,
}

/// A band of a lever's range in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Upper end, in the lever's unit.
    pub upper: InUnit,
    /// What such a setting is called.
    pub name: Text,
}

/// Something that the bureau can change; its value is the absolute setting of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the setting.
    pub unit: Unit,
    /// Position in [`Model::groups`].
    pub group: usize,
    /// Lowest and highest setting, in `unit`.
    pub range: [InUnit; 2],
    /// Of the slider, in `unit`.
    pub step: InUnit,
    /// Present setting where the region gives none, in `unit`.
    pub present: InUnit,
    /// The range in words; the bands cover it.
    pub bands: Vec<Band>,
    /// What a year of it costs the city.
    pub cost: Formula,
    /// Whether that is spent, or not collected.
    pub cost_kind: CostKind,
    /// Evidence class.
    pub class: Class,
    /// Positions in [`Model::sources`].
    pub sources: Vec<usize>,
    /// Remark of the author.
    pub note: Option<String>,
}

/// What kind of money a lever costs the city.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostKind {
    /// Municipal cash: it is budgeted, and stands under the ceiling.
    #[default]
    Cash,
    /// Tax that the city does not collect: nobody budgets it, and no ceiling binds it.
    Forgone,
}

/// Where a variable's base-year value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// The formula of the other years gives it.
    Formula,
    /// A formula of its own.
    Own(Formula),
    /// The region's figure of the same id.
    Region,
    /// There is none.
    None,
}

/// A quantity computed each year.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Id.
    pub id: String,
    /// Displayed name.
    pub name: Text,
    /// Of the value.
    pub unit: Unit,
    /// For the years after the base year.
    pub formula: Formula,
    /// For the base year.
    pub start: Start,
    /// Base-year value, marked assumed, where the region gives no figure.
    pub default: Option<Formula>,
    /// Evidence class.
    pub class: Class,
    /// Flow, stock or rate.
    pub measure: Option<MeasureKind>,
    /// Position in [`Model::groups`].
    pub group: Option<usize>,
    /// Present where people set targets for it.
    pub direction: Option<Direction>,
    /// Digits after the point, in `unit`.
    pub decimals: usize,
    /// The variable whose real part this one is.
    pub real_of: Option<VariableId>,
    /// Outside it, data entry warns; base units.
    pub plausible: Option<[f64; 2]>,
    /// Whether the error of the region's figure enters the draws.
    pub base_error: bool,
    /// 口径.
    pub definition: Option<Text>,
    /// Positions in [`Model::sources`].
    pub sources: Vec<usize>,
    /// Remark of the author.
    pub note: Option<String>,
}
