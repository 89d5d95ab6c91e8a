//! What a checked model consists of.

use crate::locale::Text;
use crate::model::{
    Assumption, BaseError, Check, Constant, CostKind, Figure, Group, Identity, Index, Lever,
    POLICY_COST, Parameter, Reference, Shock, Source, Variable,
};
use crate::unit::UnitTable;

/// A model whose names, units and order are known to be right.
///
/// Declarations keep the order of the file; an index into one of the lists
/// identifies a declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Stable identity, for example `city-sti`.
    pub id: String,
    /// Version of the contents.
    pub version: String,
    /// Displayed name.
    pub name: Text,
    /// Years that a run computes, at most 30.
    pub horizon: u32,
    /// Spread of base-year figures by provenance.
    pub base_error: BaseError,
    /// All units that the model knows.
    pub units: UnitTable,
    /// Headings on screen.
    pub groups: Vec<Group>,
    /// Evidence.
    pub sources: Vec<Source>,
    /// Base-year data of a region that are not variables.
    pub figures: Vec<Figure>,
    /// Paths that nobody in the room controls.
    pub assumptions: Vec<Assumption>,
    /// Coefficients.
    pub parameters: Vec<Parameter>,
    /// Random terms, one a year.
    pub shocks: Vec<Shock>,
    /// Computed once a draw, in the base year.
    pub constants: Vec<Constant>,
    /// What a bureau can change.
    pub levers: Vec<Lever>,
    /// Computed each year.
    pub variables: Vec<Variable>,
    /// Equations that hold every year in every draw.
    pub identities: Vec<Identity>,
    /// What stands behind the variables that are composite indices.
    pub indexes: Vec<Index>,
    /// Truths about behaviour.
    pub checks: Vec<Check>,
}

impl Model {
    /// Position of the variable with this id.
    #[must_use]
    pub fn variable(&self, id: &str) -> Option<usize> {
        self.variables.iter().position(|variable| variable.id == id)
    }

    /// The levers that cost this kind of money, by position.
    pub fn levers_that_cost(&self, kind: CostKind) -> impl Iterator<Item = usize> {
        let levers = self.levers.iter().enumerate();
        levers.filter(move |(_, lever)| lever.cost_kind == kind).map(|(position, _)| position)
    }

    /// Position of the lever with this id.
    #[must_use]
    pub fn lever(&self, id: &str) -> Option<usize> {
        self.levers.iter().position(|lever| lever.id == id)
    }

    /// The index that a variable is, if it is one.
    #[must_use]
    pub fn index(&self, variable: usize) -> Option<&Index> {
        self.indexes.iter().find(|index| index.variable == variable)
    }

    /// Everything that formulas can name, in the order of [`Reference`].
    pub fn references(&self) -> impl Iterator<Item = Reference> {
        (0..self.figures.len())
            .map(Reference::Figure)
            .chain((0..self.assumptions.len()).map(Reference::Assumption))
            .chain((0..self.parameters.len()).map(Reference::Parameter))
            .chain((0..self.shocks.len()).map(Reference::Shock))
            .chain((0..self.constants.len()).map(Reference::Constant))
            .chain((0..self.levers.len()).map(Reference::Lever))
            .chain((0..self.variables.len()).map(Reference::Variable))
            .chain([Reference::PolicyCost])
    }

    /// What an id stands for.
    #[must_use]
    pub fn reference(&self, id: &str) -> Option<Reference> {
        self.references().find(|reference| self.id_of(*reference) == id)
    }

    /// The id of what a reference stands for.
    #[must_use]
    pub fn id_of(&self, reference: Reference) -> &str {
        match reference {
            Reference::Figure(position) => &self.figures[position].id,
            Reference::Assumption(position) => &self.assumptions[position].id,
            Reference::Parameter(position) => &self.parameters[position].id,
            Reference::Shock(position) => &self.shocks[position].id,
            Reference::Constant(position) => &self.constants[position].id,
            Reference::Lever(position) => &self.levers[position].id,
            Reference::Variable(position) => &self.variables[position].id,
            Reference::PolicyCost => POLICY_COST,
        }
    }

    /// The variable that counts only the real part of `variable`, if the model has one.
    #[must_use]
    pub fn real_part(&self, variable: usize) -> Option<usize> {
        self.variables.iter().position(|candidate| candidate.real_of == Some(variable))
    }
}
