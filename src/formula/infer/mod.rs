//! What a formula measures, and whether its parts belong together.

use crate::diagnostic::{Code, Problem, Span};
use crate::formula::{
    BinaryOperator, Expression, Function, Node, OtherRun, Quantity, Series, UnaryOperator,
};
use crate::locale::Text;
use crate::unit::{Flavour, Unit};

/// Problems of a formula whose value is declared to be in `declared`, if that is known.
///
/// `quantity_of` knows nothing of a name whose own declaration has a faulty unit; what
/// depends on it is then left alone, so that one mistake is reported once.
pub fn check_unit<N>(
    text: &str,
    expression: &Expression<N>,
    declared: Option<&Unit>,
    quantity_of: &dyn Fn(&N) -> Option<Quantity>,
) -> Vec<Problem> {
    let mut inference = Inference { text, quantity_of, problems: Vec::new() };
    if let (Some(found), Some(declared)) = (inference.value(expression), declared) {
        inference.check_result(expression, &found, declared);
    }
    inference.problems
}

/// Problems of a formula that is a condition or an equation.
pub fn check_condition<N>(
    text: &str,
    expression: &Expression<N>,
    quantity_of: &dyn Fn(&N) -> Option<Quantity>,
) -> Vec<Problem> {
    let mut inference = Inference { text, quantity_of, problems: Vec::new() };
    inference.truth(expression);
    inference.problems
}

/// A value's quantity; a literal 0 fits every unit.
#[derive(Clone, Debug)]
struct Value {
    quantity: Quantity,
    fits_all: bool,
}

impl Value {
    fn of(quantity: Quantity) -> Self {
        Self { quantity, fits_all: false }
    }
}

struct Inference<'f, N> {
    text: &'f str,
    quantity_of: &'f dyn Fn(&N) -> Option<Quantity>,
    problems: Vec<Problem>,
}

impl<N> Inference<'_, N> {
    fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn words(&self, span: Span) -> String {
        self.text.get(span.start..span.end).unwrap_or_default().to_owned()
    }

    /// The quantity of a value; `None` if a problem keeps it from being known.
    fn value(&mut self, part: &Expression<N>) -> Option<Value> {
        match &part.node {
            Node::Number { value, unit: None } => {
                Some(Value { quantity: Quantity::number(), fits_all: *value == 0.0 })
            }
            Node::Number { unit: Some(unit), .. } => Some(Value::of(Quantity::of(unit))),
            Node::Name(name) | Node::Start(name) | Node::Run(OtherRun::Outlook, name) => {
                (self.quantity_of)(name).map(Value::of)
            }
            Node::Run(OtherRun::Extra, name) => self.change_of(name).map(Value::of),
            Node::Time | Node::Year => Some(Value::of(Quantity::number())),
            Node::Growth(_) => Some(Value::of(Quantity::pure(Flavour::Rate))),
            Node::Previous(series, _) | Node::SumToDate(series) => {
                self.series(series).map(Value::of)
            }
            Node::Unary(UnaryOperator::Negate, operand) => self.value(operand),
            Node::Unary(UnaryOperator::Not, _) => self.not_a_value(part),
            Node::Binary(operator, left, right) => self.binary(part, *operator, left, right),
            Node::If(parts) => {
                self.truth(&parts[0]);
                self.alike(&[&parts[1], &parts[2]])
            }
            Node::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn not_a_value(&mut self, part: &Expression<N>) -> Option<Value> {
        let message =
            Text::new("这里要一个数，不是条件", "a number is needed here, not a condition");
        self.report(Problem::new(Code::WrongType, part.span, message));
        None
    }

    /// A condition: a comparison, or conditions joined.
    fn truth(&mut self, part: &Expression<N>) {
        match &part.node {
            Node::Unary(UnaryOperator::Not, operand) => self.truth(operand),
            Node::Binary(BinaryOperator::And | BinaryOperator::Or, left, right) => {
                self.truth(left);
                self.truth(right);
            }
            Node::Binary(operator, left, right) if operator.is_comparison() => {
                let _ = self.alike(&[left, right]);
            }
            Node::If(parts) => parts.iter().for_each(|part| self.truth(part)),
            _ => {
                let message = Text::new(
                    "这里要一个条件，如`x > 0`",
                    "a condition is needed here, such as `x > 0`",
                );
                self.report(Problem::new(Code::WrongType, part.span, message));
            }
        }
    }

    fn series(&self, series: &Series<N>) -> Option<Quantity> {
        match series.run {
            Some(OtherRun::Extra) => self.change_of(&series.name),
            _ => (self.quantity_of)(&series.name),
        }
    }

    /// A change of a rate is a difference of rates.
    fn change_of(&self, name: &N) -> Option<Quantity> {
        let quantity = (self.quantity_of)(name)?;
        Some(match quantity.flavour {
            Flavour::Rate => Quantity { flavour: Flavour::Difference, ..quantity },
            _ => quantity,
        })
    }

    fn binary(
        &mut self,
        part: &Expression<N>,
        operator: BinaryOperator,
        left: &Expression<N>,
        right: &Expression<N>,
    ) -> Option<Value> {
        match operator {
            BinaryOperator::Add | BinaryOperator::Subtract => self.sum(operator, left, right),
            BinaryOperator::Multiply | BinaryOperator::Divide => {
                let (left, right) = (self.value(left), self.value(right));
                let (left, right) = (left?.quantity, right?.quantity);
                let product = operator == BinaryOperator::Multiply;
                Some(Value::of(if product { left.times(&right) } else { left.per(&right) }))
            }
            BinaryOperator::Power => self.power(left, right),
            _ => self.not_a_value(part),
        }
    }

    fn sum(
        &mut self,
        operator: BinaryOperator,
        left: &Expression<N>,
        right: &Expression<N>,
    ) -> Option<Value> {
        let (a, b) = (self.value(left), self.value(right));
        let (a, b) = (a?, b?);
        if a.fits_all || b.fits_all {
            let known = if a.fits_all { b } else { a };
            return Some(known);
        }
        if a.quantity.dimension != b.quantity.dimension {
            self.mismatch(operator, (left, &a.quantity), (right, &b.quantity));
            return None;
        }
        self.bare_number(left, right, &b.quantity);
        self.bare_number(right, left, &a.quantity);
        let Some(flavour) = a.quantity.combined(operator, &b.quantity) else {
            let message = Text::new(
                "百分点减百分比没有意义",
                "a rate cannot be subtracted from a difference of rates",
            );
            self.report(pair(
                Code::PercentDifference,
                message,
                (left, &a.quantity),
                (right, &b.quantity),
            ));
            return None;
        };
        Some(Value::of(Quantity { dimension: a.quantity.dimension, flavour }))
    }

    /// A bare literal beside a rate: is it 10 % or 0.1 percentage points?
    fn bare_number(&mut self, literal: &Expression<N>, other: &Expression<N>, quantity: &Quantity) {
        let Node::Number { value, unit: None } = literal.node else { return };
        if value == 0.0 || value == 1.0 || quantity.flavour == Flavour::Number {
            return;
        }
        let other = self.words(other.span);
        let message = Text::new(
            format!("`{value}`没有单位，不能与百分比`{other}`相加减或比较"),
            format!("`{value}` has no unit and stands beside the rate `{other}`"),
        );
        self.report(bare(literal.span, value, message));
    }

    fn mismatch(
        &mut self,
        operator: BinaryOperator,
        left: (&Expression<N>, &Quantity),
        right: (&Expression<N>, &Quantity),
    ) {
        let (a, b) = (self.words(left.0.span), self.words(right.0.span));
        let message = match operator {
            BinaryOperator::Add => Text::new(
                format!("`{b}`不能加到`{a}`上：单位不同"),
                format!("cannot add `{b}` to `{a}`"),
            ),
            BinaryOperator::Subtract => Text::new(
                format!("`{a}`不能减`{b}`：单位不同"),
                format!("cannot subtract `{b}` from `{a}`"),
            ),
            _ => Text::new(
                format!("`{a}`与`{b}`单位不同，不能比较"),
                format!("cannot compare `{a}` with `{b}`"),
            ),
        };
        let missing = Quantity {
            dimension: left.1.dimension.per(&right.1.dimension),
            flavour: Flavour::Number,
        };
        let hint = Text::new(
            format!("把`{b}`乘以一个单位为`{missing}`的值"),
            format!("multiply `{b}` by a value in `{missing}`"),
        );
        self.report(pair(Code::UnitMismatch, message, left, right).hint(hint));
    }

    /// Values that are compared or chosen between: one dimension, not rate and difference.
    fn alike(&mut self, parts: &[&Expression<N>]) -> Option<Value> {
        let values: Vec<Option<Value>> = parts.iter().map(|part| self.value(part)).collect();
        let values: Vec<Value> = values.into_iter().collect::<Option<_>>()?;
        let first = values.iter().position(|value| !value.fits_all);
        let Some(first) = first else { return values.into_iter().next() };
        let mut result = values[first].clone();
        for (part, value) in
            parts.iter().zip(&values).skip(first + 1).filter(|(_, value)| !value.fits_all)
        {
            let (left, right) = ((parts[first], &values[first].quantity), (*part, &value.quantity));
            if left.1.dimension != right.1.dimension {
                self.mismatch(BinaryOperator::Equal, left, right);
                return None;
            }
            self.bare_number(left.0, right.0, right.1);
            self.bare_number(right.0, left.0, left.1);
            match (result.quantity.flavour, value.quantity.flavour) {
                (a, b) if a == b => {}
                (Flavour::Number, _) | (_, Flavour::Number) => {
                    result.quantity.flavour = Flavour::Number;
                }
                _ => {
                    let message = Text::new(
                        "百分比与百分点不能放在一起比较",
                        "a rate and a difference of rates do not compare",
                    );
                    self.report(pair(Code::PercentMix, message, left, right));
                    return None;
                }
            }
        }
        Some(result)
    }

    fn power(&mut self, base: &Expression<N>, exponent: &Expression<N>) -> Option<Value> {
        let (value, power) = (self.value(base), self.value(exponent));
        let (value, power) = (value?.quantity, power?.quantity);
        if !power.dimension.is_pure() {
            let message = Text::new("指数须是没有单位的数", "an exponent has no unit");
            self.report(
                Problem::new(Code::UnitExponent, exponent.span, message)
                    .label(exponent.span, power.to_string()),
            );
            return None;
        }
        if value.dimension.is_pure() {
            return Some(Value::of(Quantity::number()));
        }
        let Some(whole) = whole_literal(exponent) else {
            let message = Text::new(
                "有单位的量只能有整数指数",
                "what has a unit takes a whole-number exponent only",
            );
            self.report(
                Problem::new(Code::UnitExponent, exponent.span, message)
                    .label(base.span, value.to_string()),
            );
            return None;
        };
        let dimension = value.dimension.power(whole);
        Some(Value::of(Quantity { dimension, flavour: Flavour::Number }))
    }

    fn call(&mut self, function: Function, arguments: &[Expression<N>]) -> Option<Value> {
        let all: Vec<&Expression<N>> = arguments.iter().collect();
        match function {
            Function::Min | Function::Max | Function::Clamp | Function::Abs => self.alike(&all),
            Function::Exp | Function::Ln => {
                self.pure(&arguments[0]);
                Some(Value::of(Quantity::number()))
            }
            Function::Sqrt => self.root(&arguments[0]),
            Function::Round | Function::Floor | Function::Diminishing => {
                let x = self.value(&arguments[0])?;
                self.same_dimension(&arguments[0], &arguments[1])?;
                Some(x)
            }
            Function::Saturation => {
                self.same_dimension(&arguments[0], &arguments[1])?;
                Some(Value::of(Quantity::number()))
            }
            Function::Successes => {
                self.pure(&arguments[1]);
                self.pure(&arguments[2]);
                self.value(&arguments[0])
            }
            Function::Interpolate => {
                let xs: Vec<&Expression<N>> =
                    all.iter().take(1).chain(all.iter().skip(1).step_by(2)).copied().collect();
                let ys: Vec<&Expression<N>> = all.iter().skip(2).step_by(2).copied().collect();
                self.alike(&xs)?;
                self.alike(&ys)
            }
        }
    }

    fn pure(&mut self, part: &Expression<N>) {
        let Some(Value { quantity, .. }) = self.value(part) else { return };
        if !quantity.dimension.is_pure() {
            let message = Text::new("这里须是没有单位的数", "a pure number is needed here");
            self.report(
                Problem::new(Code::UnitArgument, part.span, message)
                    .label(part.span, quantity.to_string()),
            );
        }
    }

    fn root(&mut self, part: &Expression<N>) -> Option<Value> {
        let quantity = self.value(part)?.quantity;
        let Some(dimension) = quantity.dimension.root() else {
            let message = Text::new("这个单位不能开平方", "this unit has no square root");
            self.report(
                Problem::new(Code::UnitPower, part.span, message)
                    .label(part.span, quantity.to_string()),
            );
            return None;
        };
        Some(Value::of(Quantity { dimension, flavour: Flavour::Number }))
    }

    fn same_dimension(&mut self, left: &Expression<N>, right: &Expression<N>) -> Option<()> {
        let (a, b) = (self.value(left), self.value(right));
        let (a, b) = (a?, b?);
        if a.fits_all || b.fits_all || a.quantity.dimension == b.quantity.dimension {
            return Some(());
        }
        self.mismatch(BinaryOperator::Equal, (left, &a.quantity), (right, &b.quantity));
        None
    }

    fn check_result(&mut self, expression: &Expression<N>, found: &Value, declared: &Unit) {
        if found.fits_all {
            return;
        }
        let span = expression.span;
        if found.quantity.dimension != *declared.dimension() {
            let symbol = declared.symbol();
            let message = Text::new(
                format!("公式的结果是`{}`，声明的单位是`{symbol}`", found.quantity),
                format!("the formula gives `{}`, the declared unit is `{symbol}`", found.quantity),
            );
            self.report(
                Problem::new(Code::UnitMismatch, span, message)
                    .label(span, found.quantity.to_string()),
            );
            return;
        }
        self.check_flavour(span, found.quantity.flavour, declared);
        if declared.flavour() != Flavour::Number {
            self.bare_terms(expression, declared.symbol());
        }
    }

    fn check_flavour(&mut self, span: Span, found: Flavour, declared: &Unit) {
        let confused = matches!(
            (found, declared.flavour()),
            (Flavour::Rate, Flavour::Difference) | (Flavour::Difference, Flavour::Rate)
        );
        if confused {
            let (symbol, found) = (declared.symbol(), Quantity::pure(found));
            let message = Text::new(
                format!("公式的结果是`{found}`，声明的单位是`{symbol}`"),
                format!("the formula gives `{found}`, the declared unit is `{symbol}`"),
            );
            self.report(Problem::new(Code::PercentDifference, span, message));
        }
    }

    /// Bare literals in the outermost sum of a formula that is declared a rate.
    fn bare_terms(&mut self, part: &Expression<N>, declared: &str) {
        match &part.node {
            Node::Binary(BinaryOperator::Add | BinaryOperator::Subtract, left, right) => {
                self.bare_terms(left, declared);
                self.bare_terms(right, declared);
            }
            Node::Number { value, unit: None } if *value != 0.0 && *value != 1.0 => {
                let message = Text::new(
                    format!("`{value}`没有单位，公式声明的单位是`{declared}`"),
                    format!("`{value}` has no unit; the formula is declared in `{declared}`"),
                );
                // Beside a rate it has been reported.
                if self.problems.iter().all(|problem| problem.span != part.span) {
                    self.report(bare(part.span, *value, message));
                }
            }
            _ => {}
        }
    }
}

fn bare(span: Span, value: f64, message: Text) -> Problem {
    let percent = value * 100.0;
    let hint = Text::new(
        format!("写`{value} 百分点`或`{percent} %`"),
        format!("write `{value} 百分点` or `{percent} %`"),
    );
    Problem::new(Code::BareNumberWithPercent, span, message).hint(hint)
}

fn pair<N>(
    code: Code,
    message: Text,
    left: (&Expression<N>, &Quantity),
    right: (&Expression<N>, &Quantity),
) -> Problem {
    Problem::new(code, left.0.span.to(right.0.span), message)
        .label(left.0.span, left.1.to_string())
        .label(right.0.span, right.1.to_string())
}

/// A whole number, perhaps with a minus sign.
fn whole_literal<N>(part: &Expression<N>) -> Option<i32> {
    match &part.node {
        Node::Number { value, unit: None } if value.fract() == 0.0 && value.abs() < 64.0 => {
            Some(*value as i32)
        }
        Node::Unary(UnaryOperator::Negate, operand) => whole_literal(operand).map(|whole| -whole),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
