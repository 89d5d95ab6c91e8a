//! Operators and functions of formulas as operations of the graph.

use crate::engine::builder::Builder;
use crate::engine::graph::{Graph, NodeId};
use crate::engine::stage::Stage;
use crate::formula::{BinaryOperator, Expression, Function, Node as Part, UnaryOperator, Years};
use crate::lanes::{Binary, Ternary, Unary};
use crate::model::Reference;

impl Builder<'_> {
    /// An operator or a function.
    pub(super) fn operation(&mut self, stage: Stage, part: &Expression<Reference>) -> NodeId {
        match &part.node {
            Part::Unary(operator, operand) => {
                let operand = self.expression(stage, operand);
                let operation = match operator {
                    UnaryOperator::Negate => Unary::Negate,
                    UnaryOperator::Not => Unary::Not,
                };
                self.graph.unary(operation, operand)
            }
            Part::Binary(operator, left, right) => {
                let (left, right) = (self.expression(stage, left), self.expression(stage, right));
                self.operator(*operator, left, right)
            }
            Part::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.condition(stage, condition, then, otherwise)
            }
            Part::Call(function, arguments) => {
                let arguments: Vec<NodeId> =
                    arguments.iter().map(|argument| self.expression(stage, argument)).collect();
                self.call(*function, &arguments)
            }
            _ => unreachable!("`expression` handles names and series"),
        }
    }

    /// A branch that the year rules out is not computed.
    fn condition(
        &mut self,
        stage: Stage,
        condition: &Expression<Reference>,
        then: &Expression<Reference>,
        otherwise: &Expression<Reference>,
    ) -> NodeId {
        match condition.decided(&self.years(stage)) {
            Some(true) => return self.expression(stage, then),
            Some(false) => return self.expression(stage, otherwise),
            None => {}
        }
        let condition = self.expression(stage, condition);
        let (then, otherwise) = (self.expression(stage, then), self.expression(stage, otherwise));
        self.graph.ternary(Ternary::Select, condition, then, otherwise)
    }

    fn years(&self, stage: Stage) -> Years {
        let t = if stage == Stage::Base { 0..=0 } else { 1..=self.model.horizon };
        Years { t, base_year: Some(self.region.base_year) }
    }

    fn operator(&mut self, operator: BinaryOperator, left: NodeId, right: NodeId) -> NodeId {
        let (operation, left, right) = match operator {
            BinaryOperator::Or => (Binary::Or, left, right),
            BinaryOperator::And => (Binary::And, left, right),
            BinaryOperator::Equal => (Binary::Equal, left, right),
            BinaryOperator::NotEqual => (Binary::NotEqual, left, right),
            BinaryOperator::Less => (Binary::Less, left, right),
            BinaryOperator::LessOrEqual => (Binary::LessOrEqual, left, right),
            BinaryOperator::Greater => (Binary::Less, right, left),
            BinaryOperator::GreaterOrEqual => (Binary::LessOrEqual, right, left),
            BinaryOperator::Add => (Binary::Add, left, right),
            BinaryOperator::Subtract => (Binary::Subtract, left, right),
            BinaryOperator::Multiply => (Binary::Multiply, left, right),
            BinaryOperator::Divide => (Binary::Divide, left, right),
            BinaryOperator::Power => return self.power(left, right),
        };
        self.graph.binary(operation, left, right)
    }

    /// A small whole exponent becomes products, in the order of [`crate::math::pow`]. The powers of
    /// one base share its logarithm.
    fn power(&mut self, base: NodeId, exponent: NodeId) -> NodeId {
        let product = |graph: &mut Graph, x, y| graph.binary(Binary::Multiply, x, y);
        match self.graph.value(exponent) {
            Some(1.0) => base,
            Some(2.0) => product(&mut self.graph, base, base),
            Some(3.0) => {
                let square = product(&mut self.graph, base, base);
                product(&mut self.graph, base, square)
            }
            Some(4.0) => {
                let square = product(&mut self.graph, base, base);
                product(&mut self.graph, square, square)
            }
            _ => {
                let logarithm = self.graph.unary(Unary::Logarithm, base);
                self.graph.ternary(Ternary::Power, base, exponent, logarithm)
            }
        }
    }

    fn call(&mut self, function: Function, arguments: &[NodeId]) -> NodeId {
        match (function, arguments) {
            (Function::Min, [first, rest @ ..]) => self.fold(Binary::Minimum, *first, rest),
            (Function::Max, [first, rest @ ..]) => self.fold(Binary::Maximum, *first, rest),
            (Function::Clamp, [x, low, high]) => {
                let raised = self.graph.binary(Binary::Maximum, *x, *low);
                self.graph.binary(Binary::Minimum, raised, *high)
            }
            (Function::Abs, [x]) => self.graph.unary(Unary::Absolute, *x),
            (Function::Exp, [x]) => self.graph.unary(Unary::Exponential, *x),
            (Function::Ln, [x]) => self.graph.unary(Unary::Logarithm, *x),
            (Function::Sqrt, [x]) => self.graph.unary(Unary::Root, *x),
            (Function::Round, [x, step]) => self.graph.binary(Binary::Round, *x, *step),
            (Function::Floor, [x, step]) => self.graph.binary(Binary::Floor, *x, *step),
            (Function::Saturation, [x, scale]) => self.saturation(*x, *scale),
            (Function::Diminishing, [x, half]) => self.diminishing(*x, *half),
            (Function::Successes, [n, p, u]) => self.graph.ternary(Ternary::Successes, *n, *p, *u),
            (Function::Interpolate, [x, points @ ..]) => self.interpolate(*x, points),
            _ => unreachable!("the parser counts arguments"),
        }
    }

    fn fold(&mut self, operation: Binary, first: NodeId, rest: &[NodeId]) -> NodeId {
        rest.iter().fold(first, |least, next| self.graph.binary(operation, least, *next))
    }

    /// `sign(x) · (1 − exp(−|x|/scale))`.
    fn saturation(&mut self, x: NodeId, scale: NodeId) -> NodeId {
        let size = self.graph.unary(Unary::Absolute, x);
        let ratio = self.graph.binary(Binary::Divide, size, scale);
        let exponent = self.graph.unary(Unary::Negate, ratio);
        let rest = self.graph.unary(Unary::Exponential, exponent);
        let one = self.graph.literal(1.0);
        let effect = self.graph.binary(Binary::Subtract, one, rest);
        self.odd(x, effect)
    }

    /// `x / (1 + |x|/half)`.
    fn diminishing(&mut self, x: NodeId, half: NodeId) -> NodeId {
        let size = self.graph.unary(Unary::Absolute, x);
        let ratio = self.graph.binary(Binary::Divide, size, half);
        let one = self.graph.literal(1.0);
        let divisor = self.graph.binary(Binary::Add, one, ratio);
        self.graph.binary(Binary::Divide, x, divisor)
    }

    /// `effect` with the sign of `x`.
    fn odd(&mut self, x: NodeId, effect: NodeId) -> NodeId {
        let zero = self.graph.literal(0.0);
        let negative = self.graph.binary(Binary::Less, x, zero);
        let opposite = self.graph.unary(Unary::Negate, effect);
        self.graph.ternary(Ternary::Select, negative, opposite, effect)
    }

    /// Straight lines between points with rising x; flat outside.
    fn interpolate(&mut self, x: NodeId, points: &[NodeId]) -> NodeId {
        let points: Vec<[NodeId; 2]> =
            points.chunks_exact(2).map(|point| [point[0], point[1]]).collect();
        let mut value = points[0][1];
        for pair in points.windows(2) {
            let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
            let (along, width) = (
                self.graph.binary(Binary::Subtract, x, x0),
                self.graph.binary(Binary::Subtract, x1, x0),
            );
            let rise = self.graph.binary(Binary::Subtract, y1, y0);
            let share = self.graph.binary(Binary::Divide, along, width);
            let step = self.graph.binary(Binary::Multiply, share, rise);
            let inside = self.graph.binary(Binary::Add, y0, step);
            let beyond = self.graph.binary(Binary::LessOrEqual, x1, x);
            let line = self.graph.ternary(Ternary::Select, beyond, y1, inside);
            let started = self.graph.binary(Binary::Less, x0, x);
            value = self.graph.ternary(Ternary::Select, started, line, value);
        }
        value
    }
}
