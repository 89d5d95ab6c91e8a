//! What a checked model consists of.

use typed_index_collections::TiVec;

use crate::locale::Text;
use crate::model::{
    Assumption, BaseError, Check, Constant, CostKind, Figure, Group, Identity, Index, Lever,
    LeverId, POLICY_COST, Parameter, ParameterId, Reference, Shock, Source, Variable, VariableId,
};
use crate::sorted::Map;
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
    /// Which year's state of knowledge it is, for example `2026`; empty where it does not say.
    pub edition: String,
    /// The last year of the data that it was estimated from.
    pub data_to: Option<i32>,
    /// First and last base year that it is meant for.
    pub valid_for: Option<[i32; 2]>,
    /// Displayed name.
    pub name: Text,
    /// Ids of earlier versions, and what they are called now.
    pub renamed: Map<String, String>,
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
    pub parameters: TiVec<ParameterId, Parameter>,
    /// Random terms, one a year.
    pub shocks: Vec<Shock>,
    /// Computed once a draw, in the base year.
    pub constants: Vec<Constant>,
    /// What a bureau can change.
    pub levers: TiVec<LeverId, Lever>,
    /// Computed each year.
    pub variables: TiVec<VariableId, Variable>,
    /// Equations that hold every year in every draw.
    pub identities: Vec<Identity>,
    /// What stands behind the variables that are composite indices.
    pub indexes: Vec<Index>,
    /// Truths about behaviour.
    pub checks: Vec<Check>,
}

impl Model {
    /// The id that an id of this or of an earlier version has now.
    #[must_use]
    pub fn current<'i>(&'i self, id: &'i str) -> &'i str {
        self.renamed.get(id).map_or(id, String::as_str)
    }

    /// Position of the variable with this id.
    #[must_use]
    pub fn variable(&self, id: &str) -> Option<VariableId> {
        let id = self.current(id);
        self.variables.position(|variable| variable.id == id)
    }

    /// The levers that cost this kind of money, by position.
    pub fn levers_that_cost(&self, kind: CostKind) -> impl Iterator<Item = LeverId> {
        let levers = self.levers.iter_enumerated();
        levers.filter(move |(_, lever)| lever.cost_kind == kind).map(|(lever, _)| lever)
    }

    /// Position of the lever with this id.
    #[must_use]
    pub fn lever(&self, id: &str) -> Option<LeverId> {
        let id = self.current(id);
        self.levers.position(|lever| lever.id == id)
    }

    /// The index that a variable is, if it is one.
    #[must_use]
    pub fn index(&self, variable: VariableId) -> Option<&Index> {
        self.indexes.iter().find(|index| index.variable == variable)
    }

    /// Everything that formulas can name, in the order of [`Reference`].
    pub fn references(&self) -> impl Iterator<Item = Reference> {
        (0..self.figures.len())
            .map(Reference::Figure)
            .chain((0..self.assumptions.len()).map(Reference::Assumption))
            .chain(self.parameters.keys().map(Reference::Parameter))
            .chain((0..self.shocks.len()).map(Reference::Shock))
            .chain((0..self.constants.len()).map(Reference::Constant))
            .chain(self.levers.keys().map(Reference::Lever))
            .chain(self.variables.keys().map(Reference::Variable))
            .chain([Reference::PolicyCost])
    }

    /// What an id stands for.
    #[must_use]
    pub fn reference(&self, id: &str) -> Option<Reference> {
        let id = self.current(id);
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
    pub fn real_part(&self, variable: VariableId) -> Option<VariableId> {
        self.variables.position(|candidate| candidate.real_of == Some(variable))
    }
}
