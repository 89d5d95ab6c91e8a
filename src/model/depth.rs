//! How deep formulas reach into one another.
//!
//! What a formula reads of the same year is computed first, and what that reads before it. The
//! engine follows such a chain by calls inside calls, on a stack that is small in a browser and
//! smaller for a program in JavaScript; a chain that could overflow it is refused.

use crate::formula::{Expression, Node};
use crate::model::{Model, Reference, Start, VariableId};
use crate::sorted::Map;

/// The longest chain that begins at a variable: its steps, and the variable.
pub(super) fn deepest(model: &Model) -> (usize, Option<VariableId>) {
    let mut chain = Chain { model, known: Map::new() };
    let all = model
        .variables
        .keys()
        .map(|variable| (chain.of(Reference::Variable(variable)), Some(variable)));
    all.max_by_key(|(depth, _)| *depth).unwrap_or((0, None))
}

struct Chain<'m> {
    model: &'m Model,
    known: Map<Reference, usize>,
}

impl Chain<'_> {
    /// Steps of what one reference reads: operations inside operations, and names behind names.
    /// Whatever is read counts, whatever its year: no order of evaluation reaches deeper.
    fn of(&mut self, reference: Reference) -> usize {
        if let Some(known) = self.known.get(&reference) {
            return *known;
        }
        // A value of the year before may lead back here; it is computed for itself.
        self.known.insert(reference, 0);
        let model = self.model;
        let formulas = match reference {
            Reference::Variable(position) => {
                let variable = &model.variables[position];
                let own = match &variable.start {
                    Start::Own(own) => Some(own),
                    _ => None,
                };
                vec![Some(&variable.formula), own, variable.default.as_ref()]
            }
            Reference::Figure(position) => vec![model.figures[position].default.as_ref()],
            Reference::Assumption(position) => vec![model.assumptions[position].default.as_ref()],
            Reference::Constant(position) => vec![Some(&model.constants[position].formula)],
            Reference::PolicyCost => model.levers.iter().map(|lever| Some(&lever.cost)).collect(),
            Reference::Parameter(_) | Reference::Shock(_) | Reference::Lever(_) => Vec::new(),
        };
        let formulas = formulas.into_iter().flatten();
        let depth = formulas.map(|formula| self.within(&formula.expression)).max().unwrap_or(0);
        self.known.insert(reference, depth);
        depth
    }

    fn within(&mut self, part: &Expression<Reference>) -> usize {
        1 + match &part.node {
            Node::Name(name) | Node::Start(name) | Node::Growth(name) | Node::Run(_, name) => {
                self.of(*name)
            }
            Node::Previous(series, _) | Node::SumToDate(series) => self.of(series.name),
            Node::Unary(_, operand) => self.within(operand),
            Node::Binary(_, left, right) => self.within(left).max(self.within(right)),
            Node::If(parts) => parts.iter().map(|part| self.within(part)).max().unwrap_or(0),
            Node::Call(_, parts) => parts.iter().map(|part| self.within(part)).max().unwrap_or(0),
            Node::Number { .. } | Node::Time | Node::Year => 0,
        }
    }
}
