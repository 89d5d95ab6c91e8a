//! What stands behind a number: meaning, formulas, evidence, origin, and who uses it.
//!
//! Everything comes from the declarations of the model and the region; nothing is run.

use crate::analysis::assumed::{assumed_behind, weakest_provenance};
use crate::formula::{Expression, Read};
use crate::locale::Text;
use crate::model::{Class, CostKind, Formula, LeverId, Model, Promise, Reference, Source, Start};
use crate::region::{Datum, Path, Provenance, Region, TargetId};
use crate::sampling::{Distribution, ShockDistribution};

/// What there is to say about a declaration.
#[derive(Clone, Debug)]
pub struct Explanation<'m> {
    /// What is explained.
    pub subject: Reference,
    /// 口径.
    pub definition: Option<&'m Text>,
    /// Remark of the model's author.
    pub note: Option<&'m str>,
    /// How it is computed, the formula of a year first.
    pub statements: Vec<Statement<'m>>,
    /// How well founded it is; `None` for what the region gives.
    pub class: Option<Class>,
    /// What the model's author cites.
    pub sources: Vec<&'m Source>,
    /// Where its base-year value or its setting comes from.
    pub origin: ValueOrigin<'m>,
    /// What varies by draw in the declaration itself.
    pub uncertainty: Option<Uncertainty>,
    /// Figures that nobody has found yet and that its outlook rests on.
    pub assumed: Vec<Reference>,
    /// Who reads it.
    pub users: Vec<User>,
}

/// A formula and what it is for.
#[derive(Clone, Debug)]
pub struct Statement<'m> {
    /// What it gives.
    pub role: Role,
    /// In this region.
    pub formula: &'m Formula,
    /// What it reads, in its order.
    pub reads: Vec<Read<Reference>>,
}

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value of a year.
    Year,
    /// The base-year value.
    Base,
    /// The base-year value, where the region gives none.
    Default,
    /// Municipal cash of the year.
    Cost,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueOrigin<'m> {
    /// The region gives it.
    Given(&'m Datum),
    /// The region gives it year by year.
    Path(&'m Path),
    /// The region gives none; the model's default stands in, an assumption.
    Default,
    /// The region gives none, and neither does the model.
    Missing,
    /// Computed from base-year figures; the weakest of their origins.
    Computed(Provenance),
    /// The model says it: a coefficient, a random term, a present setting.
    Model,
    /// There is no value in the base year.
    None,
}

/// What varies by draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertainty {
    /// One value a draw; base units.
    Parameter(Distribution),
    /// A value each year.
    Shock(ShockDistribution),
    /// Log standard deviation of the region's figure; 0.05 is 5 %.
    BaseError(f64),
}

/// Who reads a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum User {
    /// A formula of another declaration, or its own of the year before.
    Formula(Reference),
    /// The cost of a lever, by position.
    Cost(LeverId),
    /// An identity, by position.
    Identity(usize),
    /// A check, by position.
    Check(usize),
    /// A target of the region, by position.
    Target(TargetId),
}

/// Explains a declaration.
#[must_use]
pub fn explanation<'m>(
    model: &'m Model,
    region: &'m Region,
    subject: Reference,
) -> Explanation<'m> {
    Explanation {
        assumed: assumed_behind(model, region, subject),
        users: users(model, region, subject),
        ..in_short(model, region, subject)
    }
}

/// Explains a declaration but for who reads it and what it assumes, which take a walk over the
/// whole model.
#[must_use]
pub fn in_short<'m>(model: &'m Model, region: &'m Region, subject: Reference) -> Explanation<'m> {
    let about = About::of(model, subject);
    let cited = about.sources.iter().filter_map(|position| model.sources.get(*position));
    Explanation {
        subject,
        definition: about.definition,
        note: about.note,
        statements: statements(model, region, subject),
        class: about.class,
        sources: cited.collect(),
        origin: origin(model, region, subject),
        uncertainty: uncertainty(model, region, subject),
        assumed: Vec::new(),
        users: Vec::new(),
    }
}

/// What a declaration's author wrote about it.
#[derive(Default)]
struct About<'m> {
    definition: Option<&'m Text>,
    note: Option<&'m str>,
    class: Option<Class>,
    sources: &'m [usize],
}

impl<'m> About<'m> {
    fn of(model: &'m Model, subject: Reference) -> Self {
        match subject {
            Reference::Variable(position) => {
                let variable = &model.variables[position];
                Self {
                    definition: variable.definition.as_ref(),
                    note: variable.note.as_deref(),
                    class: Some(variable.class),
                    sources: &variable.sources,
                }
            }
            Reference::Lever(position) => {
                let lever = &model.levers[position];
                let (note, class) = (lever.note.as_deref(), Some(lever.class));
                Self { note, class, sources: &lever.sources, definition: None }
            }
            Reference::Parameter(position) => {
                let parameter = &model.parameters[position];
                let (note, class) = (parameter.note.as_deref(), Some(parameter.class));
                Self { note, class, sources: &parameter.sources, definition: None }
            }
            Reference::Figure(position) => {
                Self { note: model.figures[position].note.as_deref(), ..Self::default() }
            }
            Reference::Assumption(position) => {
                Self { note: model.assumptions[position].note.as_deref(), ..Self::default() }
            }
            Reference::Constant(_) | Reference::Shock(_) | Reference::PolicyCost => Self::default(),
        }
    }
}

fn statements<'m>(model: &'m Model, region: &'m Region, subject: Reference) -> Vec<Statement<'m>> {
    let formulas = match subject {
        Reference::Variable(position) => {
            let variable = &model.variables[position];
            let start = match &variable.start {
                Start::Own(formula) => Some((Role::Base, formula)),
                _ => None,
            };
            let default = variable.default.as_ref().map(|formula| (Role::Default, formula));
            vec![Some((Role::Year, region.formula(model, position))), start, default]
        }
        Reference::Constant(position) => {
            vec![Some((Role::Base, &model.constants[position].formula))]
        }
        Reference::Lever(position) => vec![Some((Role::Cost, &model.levers[position].cost))],
        Reference::Figure(position) => {
            vec![model.figures[position].default.as_ref().map(|formula| (Role::Default, formula))]
        }
        Reference::Assumption(position) => {
            let default = model.assumptions[position].default.as_ref();
            vec![default.map(|formula| (Role::Default, formula))]
        }
        Reference::PolicyCost => {
            let levers = model.levers_that_cost(CostKind::Cash);
            levers.map(|lever| Some((Role::Cost, &model.levers[lever].cost))).collect()
        }
        Reference::Parameter(_) | Reference::Shock(_) => Vec::new(),
    };
    let stated = formulas.into_iter().flatten();
    stated
        .map(|(role, formula)| Statement { role, formula, reads: formula.expression.reads() })
        .collect()
}

fn origin<'m>(model: &'m Model, region: &'m Region, subject: Reference) -> ValueOrigin<'m> {
    let figure = |id: &str, has_default: bool| match region.figures.get(id) {
        Some(datum) => ValueOrigin::Given(datum),
        None if has_default => ValueOrigin::Default,
        None => ValueOrigin::Missing,
    };
    match subject {
        Reference::Figure(position) => {
            let figure_of_region = &model.figures[position];
            figure(&figure_of_region.id, figure_of_region.default.is_some())
        }
        Reference::Variable(position) => {
            let variable = &model.variables[position];
            match variable.start {
                Start::Region => figure(&variable.id, variable.default.is_some()),
                Start::None => ValueOrigin::None,
                _ => ValueOrigin::Computed(weakest_provenance(model, region, subject)),
            }
        }
        Reference::Constant(_) => ValueOrigin::Computed(weakest_provenance(model, region, subject)),
        Reference::Assumption(position) => {
            let declared = &model.assumptions[position];
            match region.assumptions.get(&declared.id) {
                Some(path) => ValueOrigin::Path(path),
                None if declared.default.is_some() => ValueOrigin::Default,
                None => ValueOrigin::Missing,
            }
        }
        Reference::Lever(position) => {
            let own = region.present.get(&model.levers[position].id);
            own.map_or(ValueOrigin::Model, ValueOrigin::Given)
        }
        Reference::Parameter(_) | Reference::Shock(_) | Reference::PolicyCost => ValueOrigin::Model,
    }
}

fn uncertainty(model: &Model, region: &Region, subject: Reference) -> Option<Uncertainty> {
    let (id, has_error) = match subject {
        Reference::Parameter(position) => {
            return Some(Uncertainty::Parameter(
                model.parameters[position].known_in(region.base_year),
            ));
        }
        Reference::Shock(position) => {
            return Some(Uncertainty::Shock(model.shocks[position].distribution));
        }
        Reference::Figure(position) => {
            let figure = &model.figures[position];
            (&figure.id, figure.base_error)
        }
        Reference::Variable(position) => {
            let variable = &model.variables[position];
            (&variable.id, variable.base_error && variable.start == Start::Region)
        }
        _ => return None,
    };
    let datum = region.figures.get(id);
    let error = datum.map_or(model.base_error.assumed, |datum| datum.log_error(model.base_error));
    has_error.then_some(Uncertainty::BaseError(error))
}

fn users(model: &Model, region: &Region, subject: Reference) -> Vec<User> {
    let reads = |formula: &Formula| reads(&formula.expression, subject);
    let mut users: Vec<User> = model
        .references()
        .filter(|reader| !matches!(reader, Reference::Lever(_) | Reference::PolicyCost))
        .filter(|reader| {
            statements(model, region, *reader).iter().any(|statement| reads(statement.formula))
        })
        .map(User::Formula)
        .collect();
    let costs = model.levers.iter_enumerated().filter(|(_, lever)| reads(&lever.cost));
    users.extend(costs.map(|(position, _)| User::Cost(position)));
    let identities = model.identities.iter().enumerate();
    let read = identities.filter(|(_, identity)| reads(&identity.equation));
    users.extend(read.map(|(position, _)| User::Identity(position)));
    let checks = model.checks.iter().enumerate();
    let read = checks.filter(|(_, check)| match &check.promise {
        Promise::Always(condition) => reads(condition),
        Promise::Raise { lever, never_lowers, never_raises, never_changes, .. } => {
            let mut watched = never_lowers.iter().chain(never_raises).chain(never_changes);
            subject == Reference::Lever(*lever)
                || watched.any(|variable| subject == Reference::Variable(*variable))
        }
    });
    users.extend(read.map(|(position, _)| User::Check(position)));
    let targets = region.targets.iter_enumerated().filter(|(_, target)| {
        let reference = target.relative_to.as_ref().and_then(|id| model.variable(id));
        let asked = [target.variable, reference].into_iter().flatten();
        asked.into_iter().any(|variable| subject == Reference::Variable(variable))
    });
    users.extend(targets.map(|(position, _)| User::Target(position)));
    users
}

fn reads(expression: &Expression<Reference>, subject: Reference) -> bool {
    expression.reads().iter().any(|read| read.name == subject)
}
