//! Model and region become one graph: base year, outlook and scenario side by side.
//!
//! Base-year values are nodes that vary by draw only, so the tape computes them
//! once. A variable that no lever reaches has one node for both runs. Where data are missing
//! a NaN stands, which no output reads in a year that is available (see `availability`).

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use crate::engine::graph::{Graph, Node, NodeId};
use crate::engine::inputs::{Input, Inputs};
use crate::engine::pin;
use crate::engine::reach::levers_reach;
use crate::engine::stage::Stage;
use crate::formula::{Expression, Node as Part, OtherRun, Series};
use crate::lanes::{Binary, Ternary, Unary};
use crate::model::{
    CostKind, Figure, Formula, LeverId, Model, ParameterId, Reference, Start, Variable, VariableId,
};
use crate::region::{Datum, Provenance, Region};
use crate::sampling::Distribution;
use crate::unit::InUnit;

/// Builds nodes on demand and remembers them.
pub(super) struct Builder<'m> {
    pub(super) model: &'m Model,
    pub(super) region: &'m Region,
    pub(super) graph: Graph,
    pub(super) inputs: Inputs,
    /// By pin: the variable that its amount is added to.
    pub(super) shifted: Vec<Option<VariableId>>,
    /// Whether a lever reaches the variable.
    reached: TiVec<VariableId, bool>,
    built: BTreeMap<(Stage, Reference, u32), NodeId>,
    /// Values of earlier years, by run, what and years ago.
    past: BTreeMap<(Stage, Reference, u32), NodeId>,
    sums: BTreeMap<(Stage, Reference, u32), NodeId>,
    /// States whose next value is still to be built: state, run, what.
    open: Vec<(usize, Stage, Reference, u32)>,
}

impl<'m> Builder<'m> {
    pub(super) fn new(model: &'m Model, region: &'m Region, pinned: &[VariableId]) -> Self {
        Self {
            model,
            region,
            graph: Graph::default(),
            inputs: Inputs::default(),
            shifted: pin::shifted(model, region, pinned),
            reached: levers_reach(model, region),
            built: BTreeMap::new(),
            past: BTreeMap::new(),
            sums: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// The node of a variable in a run.
    pub(super) fn variable(&mut self, stage: Stage, variable: VariableId) -> NodeId {
        self.value(stage, Reference::Variable(variable))
    }

    /// The node of a declaration in a run.
    pub(super) fn value(&mut self, stage: Stage, name: Reference) -> NodeId {
        let built = self.reference(stage, name);
        self.close_states();
        built
    }

    /// The node of municipal cash, or of one lever's part of it.
    pub(super) fn cost(&mut self, lever: Option<LeverId>) -> NodeId {
        let built = match lever {
            None => self.reference(Stage::Scenario, Reference::PolicyCost),
            Some(lever) => self.lever_cost(lever),
        };
        self.close_states();
        built
    }

    /// Builds what states become; that may open further states.
    fn close_states(&mut self) {
        while let Some((state, stage, reference, ago)) = self.open.pop() {
            let next = match ago {
                1 => self.reference(stage, reference),
                _ => self.past(stage, reference, ago - 1),
            };
            self.graph.set_next(state, next);
        }
    }

    fn reference(&mut self, stage: Stage, reference: Reference) -> NodeId {
        let stage = self.effective(stage, reference);
        if let Some(built) = self.built.get(&(stage, reference, 0)) {
            return *built;
        }
        let built = self.build(stage, reference);
        self.built.insert((stage, reference, 0), built);
        built
    }

    /// The scenario of what no lever reaches is the outlook; what has one value is the base.
    fn effective(&self, stage: Stage, reference: Reference) -> Stage {
        match reference {
            Reference::Variable(variable) if !self.reached[variable] => stage.min(Stage::Outlook),
            Reference::Variable(_) | Reference::Lever(_) | Reference::PolicyCost => stage,
            Reference::Assumption(_) | Reference::Shock(_) => stage.min(Stage::Outlook),
            Reference::Figure(_) | Reference::Parameter(_) | Reference::Constant(_) => Stage::Base,
        }
    }

    fn build(&mut self, stage: Stage, reference: Reference) -> NodeId {
        match reference {
            Reference::Figure(figure) => self.figure(figure),
            Reference::Assumption(assumption) if stage == Stage::Base => {
                self.assumption_at_base(assumption, self.region.base_year)
            }
            Reference::Assumption(assumption) => self.assumption(assumption),
            Reference::Parameter(parameter) => self.parameter(parameter),
            Reference::Shock(_) if stage == Stage::Base => self.nothing(),
            Reference::Shock(shock) => self.shock(shock),
            Reference::Constant(constant) => {
                self.formula(Stage::Base, &self.model.constants[constant].formula)
            }
            Reference::Lever(lever) => self.lever(stage, lever, 0),
            Reference::Variable(variable) => self.variable_in(stage, variable),
            Reference::PolicyCost => self.policy_cost(stage),
        }
    }

    fn variable_in(&mut self, stage: Stage, variable: VariableId) -> NodeId {
        let declared = &self.model.variables[variable];
        match (stage, &declared.start) {
            (Stage::Base, Start::Own(formula)) => self.formula(Stage::Base, formula),
            (Stage::Base, Start::Region) => match self.region.figures.get(&declared.id) {
                Some(datum) if declared.base_error => self.uncertain(&declared.id, datum),
                Some(datum) => self.graph.literal(datum.value),
                None => self.variable_default(declared),
            },
            (Stage::Base, Start::None) => self.nothing(),
            _ => {
                let value = self.formula(stage, self.region.formula(self.model, variable));
                self.shifted(variable, value)
            }
        }
    }

    /// A value with the amount that a pin adds to it.
    fn shifted(&mut self, variable: VariableId, value: NodeId) -> NodeId {
        let Some(pin) = self.shifted.iter().position(|shifted| *shifted == Some(variable)) else {
            return value;
        };
        let amount = self.graph.insert(Node::Shift(pin));
        self.graph.binary(Binary::Add, value, amount)
    }

    /// What stands for a base-year figure that the region does not give.
    fn variable_default(&mut self, declared: &'m Variable) -> NodeId {
        let Some(default) = &declared.default else { return self.nothing() };
        let value = self.formula(Stage::Base, default);
        self.assumed(&declared.id, value, declared.base_error.then_some(Provenance::Assumed))
    }

    fn figure(&mut self, figure: usize) -> NodeId {
        let Figure { id, default, base_error, .. } = &self.model.figures[figure];
        match (self.region.figures.get(id), default) {
            (Some(datum), _) if *base_error => self.uncertain(id, datum),
            (Some(datum), _) => self.graph.literal(datum.value),
            (None, Some(default)) => {
                let own = self.region.from_own_past(&self.model.figures[figure]);
                if let Some(own) = own {
                    return self.graph.literal(own);
                }
                let value = self.formula(Stage::Base, default);
                self.assumed(id, value, base_error.then_some(Provenance::Assumed))
            }
            (None, None) => self.nothing(),
        }
    }

    /// The model's default in place of a figure.
    fn assumed(&mut self, id: &str, value: NodeId, provenance: Option<Provenance>) -> NodeId {
        let error =
            provenance.map_or(0.0, |provenance| provenance.log_error(self.model.base_error));
        self.disturbed(id, value, error)
    }

    /// Stands where data are missing.
    fn nothing(&mut self) -> NodeId {
        self.graph.literal(f64::NAN)
    }

    fn uncertain(&mut self, id: &str, datum: &Datum) -> NodeId {
        let value = self.graph.literal(datum.value);
        let error = datum.log_error(self.model.base_error);
        self.disturbed(id, value, error)
    }

    /// `value · exp(error · z)`, z a standard normal.
    fn disturbed(&mut self, id: &str, value: NodeId, error: f64) -> NodeId {
        if error == 0.0 {
            return value;
        }
        let normal = self.inputs.column(Input::BaseError(id.to_owned()));
        let normal = self.graph.insert(Node::Input(normal));
        let error = self.graph.literal(error);
        let exponent = self.graph.binary(Binary::Multiply, error, normal);
        let factor = self.graph.unary(Unary::Exponential, exponent);
        self.graph.binary(Binary::Multiply, value, factor)
    }

    fn assumption(&mut self, assumption: usize) -> NodeId {
        let declared = &self.model.assumptions[assumption];
        let listed = self.graph.insert(Node::Assumption(assumption));
        let Some(default) = &declared.default else { return listed };
        let default = self.formula(Stage::Base, default);
        let time = self.graph.insert(Node::Time);
        let Some(path) = self.region.assumptions.get(&declared.id) else { return default };
        let mut chosen = default;
        for year in path.by_year.keys() {
            let t = self.graph.literal(f64::from(year - self.region.base_year));
            let is_year = self.graph.binary(Binary::Equal, time, t);
            chosen = self.graph.ternary(Ternary::Select, is_year, listed, chosen);
        }
        chosen
    }

    /// An assumption's value at most at the base year.
    fn assumption_at_base(&mut self, assumption: usize, year: i32) -> NodeId {
        let declared = &self.model.assumptions[assumption];
        let path = self.region.assumptions.get(&declared.id);
        match (path.and_then(|path| path.by_year.get(&year)), &declared.default) {
            (Some(value), _) => self.graph.literal(*value),
            (None, Some(default)) => self.formula(Stage::Base, default),
            (None, None) => self.nothing(),
        }
    }

    fn parameter(&mut self, parameter: ParameterId) -> NodeId {
        let declared = &self.model.parameters[parameter];
        let known = declared.known_in(self.region.base_year);
        if let Distribution::Fixed(value) = known {
            return self.graph.literal(value);
        }
        let input = Input::Parameter(declared.id.clone(), known);
        let column = self.inputs.column(input);
        self.graph.insert(Node::Input(column))
    }

    fn shock(&mut self, shock: usize) -> NodeId {
        let declared = &self.model.shocks[shock];
        let position = self.inputs.shock(&declared.id, declared.distribution);
        self.graph.insert(Node::Shock(position))
    }

    /// A lever's setting, in base units.
    fn lever(&mut self, stage: Stage, lever: LeverId, ago: u32) -> NodeId {
        match stage {
            Stage::Base | Stage::Outlook => self.present(lever),
            Stage::Scenario => self.graph.insert(Node::Lever { lever, ago }),
        }
    }

    fn present(&mut self, lever: LeverId) -> NodeId {
        let declared = &self.model.levers[lever];
        self.graph.literal(declared.unit.to_base(self.region.present_setting(declared)))
    }

    fn policy_cost(&mut self, stage: Stage) -> NodeId {
        let mut sum = self.graph.literal(0.0);
        if stage == Stage::Scenario {
            for lever in self.model.levers_that_cost(CostKind::Cash) {
                let cost = self.lever_cost(lever);
                sum = self.graph.binary(Binary::Add, sum, cost);
            }
        }
        sum
    }

    /// A lever at present costs nothing, whatever its formula says.
    fn lever_cost(&mut self, lever: LeverId) -> NodeId {
        let cost = self.formula(Stage::Scenario, &self.model.levers[lever].cost);
        let (setting, present) = (self.lever(Stage::Scenario, lever, 0), self.present(lever));
        let unchanged = self.graph.binary(Binary::Equal, setting, present);
        let zero = self.graph.literal(0.0);
        self.graph.ternary(Ternary::Select, unchanged, zero, cost)
    }

    pub(super) fn formula(&mut self, stage: Stage, formula: &'m Formula) -> NodeId {
        self.expression(stage, &formula.expression)
    }

    /// A part of a formula; functions and operators are in `lower`.
    pub(super) fn expression(&mut self, stage: Stage, part: &Expression<Reference>) -> NodeId {
        match &part.node {
            Part::Number { value, unit } => {
                let value = unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value)));
                self.graph.literal(value)
            }
            Part::Name(name) => self.reference(stage, *name),
            Part::Time => self.time(stage),
            Part::Year => {
                let (time, base) = (self.time(stage), f64::from(self.region.base_year));
                let base = self.graph.literal(base);
                self.graph.binary(Binary::Add, base, time)
            }
            Part::Start(name) => self.reference(Stage::Base, *name),
            Part::Growth(name) => self.growth(stage, *name),
            Part::Run(run, name) => {
                self.in_run(*run, stage, &mut |builder, stage| builder.reference(stage, *name))
            }
            Part::Previous(series, ago) => {
                self.series(stage, series, &mut |builder, stage, name| {
                    builder.previous(stage, name, *ago)
                })
            }
            Part::SumToDate(series) => self.series(stage, series, &mut |builder, stage, name| {
                builder.sum_to_date(stage, name)
            }),
            _ => self.operation(stage, part),
        }
    }

    fn time(&mut self, stage: Stage) -> NodeId {
        match stage {
            Stage::Base => self.graph.literal(0.0),
            Stage::Outlook | Stage::Scenario => self.graph.insert(Node::Time),
        }
    }

    /// `x / previous(x) − 1`; no value where the year before is not above 0.
    fn growth(&mut self, stage: Stage, name: Reference) -> NodeId {
        let (now, before) = (self.reference(stage, name), self.previous(stage, name, 1));
        let (zero, one) = (self.graph.literal(0.0), self.graph.literal(1.0));
        let ratio = self.graph.binary(Binary::Divide, now, before);
        let growth = self.graph.binary(Binary::Subtract, ratio, one);
        let positive = self.graph.binary(Binary::Less, zero, before);
        let nothing = self.nothing();
        self.graph.ternary(Ternary::Select, positive, growth, nothing)
    }

    /// A value in the outlook, or the difference between scenario and outlook.
    fn in_run(
        &mut self,
        run: OtherRun,
        stage: Stage,
        read: &mut dyn FnMut(&mut Self, Stage) -> NodeId,
    ) -> NodeId {
        match (run, stage) {
            (OtherRun::Outlook, _) => read(self, stage.min(Stage::Outlook)),
            (OtherRun::Extra, Stage::Base | Stage::Outlook) => self.graph.literal(0.0),
            (OtherRun::Extra, Stage::Scenario) => {
                let (scenario, outlook) = (read(self, Stage::Scenario), read(self, Stage::Outlook));
                self.graph.binary(Binary::Subtract, scenario, outlook)
            }
        }
    }

    fn series(
        &mut self,
        stage: Stage,
        series: &Series<Reference>,
        read: &mut dyn FnMut(&mut Self, Stage, Reference) -> NodeId,
    ) -> NodeId {
        let name = series.name;
        match series.run {
            None => read(self, stage, name),
            Some(run) => self.in_run(run, stage, &mut |builder, stage| read(builder, stage, name)),
        }
    }

    /// The value `ago` years before: simulated, the base year's, or history.
    fn previous(&mut self, stage: Stage, name: Reference, ago: u32) -> NodeId {
        match (self.effective(stage, name), name) {
            (stage, Reference::Lever(lever)) => self.lever(stage, lever, ago),
            (_, Reference::Figure(_) | Reference::Parameter(_) | Reference::Constant(_)) => {
                self.reference(Stage::Base, name)
            }
            (Stage::Base, _) => self.history(name, ago),
            (stage, _) => self.past(stage, name, ago),
        }
    }

    fn past(&mut self, stage: Stage, name: Reference, ago: u32) -> NodeId {
        if let Some(built) = self.past.get(&(stage, name, ago)) {
            return *built;
        }
        let first = match ago {
            1 => self.reference(Stage::Base, name),
            _ => self.history(name, ago - 1),
        };
        let (position, node) = self.graph.state(first);
        self.open.push((position, stage, name, ago));
        self.past.insert((stage, name, ago), node);
        node
    }

    /// A value `before` years before the base year.
    fn history(&mut self, name: Reference, before: u32) -> NodeId {
        let year = self.region.base_year - before as i32;
        match name {
            Reference::Variable(variable) => {
                match self.region.value_of(&self.model.variables[variable].id, year) {
                    Some(value) => self.graph.literal(value),
                    None => self.nothing(),
                }
            }
            Reference::Assumption(assumption) => self.assumption_at_base(assumption, year),
            Reference::PolicyCost => self.graph.literal(0.0),
            _ => self.nothing(),
        }
    }

    fn sum_to_date(&mut self, stage: Stage, name: Reference) -> NodeId {
        if stage == Stage::Base {
            return self.graph.literal(0.0);
        }
        let stage = self.effective(stage, name);
        if let Some(built) = self.sums.get(&(stage, name, 0)) {
            return *built;
        }
        let now = self.reference(stage, name);
        let zero = self.graph.literal(0.0);
        let (position, before) = self.graph.state(zero);
        let sum = self.graph.binary(Binary::Add, before, now);
        self.graph.set_next(position, sum);
        self.sums.insert((stage, name, 0), sum);
        sum
    }
}
