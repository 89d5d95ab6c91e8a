//! What the year alone decides: a condition that reads nothing but numbers, `t` and `year`
//! is known before a run, and the branch that is not taken needs no data.

use std::ops::RangeInclusive;

use crate::formula::{BinaryOperator, Expression, Node, UnaryOperator};
use crate::unit::InUnit;

/// When a formula is computed.
#[derive(Clone, Debug)]
pub struct Years {
    /// Years since the base year.
    pub t: RangeInclusive<u32>,
    /// The calendar year of the base year, where a region is known.
    pub base_year: Option<i32>,
}

impl<N> Expression<N> {
    /// Whether a condition holds in all of `years` or in none, if the year alone decides that.
    #[must_use]
    pub fn decided(&self, years: &Years) -> Option<bool> {
        let mut holds = years.t.clone().map(|t| Some(self.in_year(t, years.base_year)? != 0.0));
        let first = holds.next()??;
        holds.all(|holds| holds == Some(first)).then_some(first)
    }

    /// Calls `see` with every part that is read in one of `years`, outermost first.
    pub fn visit_read(&self, years: &Years, see: &mut dyn FnMut(&Expression<N>)) {
        if let Node::If(parts) = &self.node
            && let Some(holds) = parts[0].decided(years)
        {
            parts[if holds { 1 } else { 2 }].visit_read(years, see);
            return;
        }
        see(self);
        match &self.node {
            Node::Unary(_, operand) => operand.visit_read(years, see),
            Node::Binary(_, left, right) => {
                left.visit_read(years, see);
                right.visit_read(years, see);
            }
            Node::If(parts) => parts.iter().for_each(|part| part.visit_read(years, see)),
            Node::Call(_, arguments) => {
                for part in arguments {
                    part.visit_read(years, see);
                }
            }
            _ => {}
        }
    }

    /// The value of arithmetic on numbers and the year; truth is 1 and 0.
    fn in_year(&self, t: u32, base_year: Option<i32>) -> Option<f64> {
        let value = match &self.node {
            Node::Number { value, unit } => {
                unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value)))
            }
            Node::Time => f64::from(t),
            Node::Year => f64::from(base_year?) + f64::from(t),
            Node::Unary(operator, operand) => {
                let operand = operand.in_year(t, base_year)?;
                match operator {
                    UnaryOperator::Negate => -operand,
                    UnaryOperator::Not => f64::from(u8::from(operand == 0.0)),
                }
            }
            Node::Binary(operator, left, right) => {
                operated(*operator, left.in_year(t, base_year)?, right.in_year(t, base_year)?)?
            }
            _ => return None,
        };
        (!value.is_nan()).then_some(value)
    }
}

fn operated(operator: BinaryOperator, x: f64, y: f64) -> Option<f64> {
    let truth = |holds| f64::from(u8::from(holds));
    Some(match operator {
        BinaryOperator::Or => truth(x != 0.0 || y != 0.0),
        BinaryOperator::And => truth(x != 0.0 && y != 0.0),
        BinaryOperator::Equal => truth(x == y),
        BinaryOperator::NotEqual => truth(x != y),
        BinaryOperator::Less => truth(x < y),
        BinaryOperator::LessOrEqual => truth(x <= y),
        BinaryOperator::Greater => truth(x > y),
        BinaryOperator::GreaterOrEqual => truth(x >= y),
        BinaryOperator::Add => x + y,
        BinaryOperator::Subtract => x - y,
        BinaryOperator::Multiply => x * y,
        BinaryOperator::Divide => x / y,
        BinaryOperator::Power => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;
    use crate::unit::UnitTable;

    #[track_caller]
    fn check(condition: &str, t: RangeInclusive<u32>, expected: Option<bool>) {
        let tree = parse(condition, &UnitTable::built_in()).unwrap();
        assert_eq!(tree.decided(&Years { t, base_year: Some(2019) }), expected);
    }

    #[test]
    fn the_year_decides_where_it_is_all_that_is_read() {
        check("t = 0", 0..=0, Some(true));
        check("t = 0", 1..=10, Some(false));
        check("t >= 3", 1..=10, None);
        check("t >= 3", 3..=3, Some(true));
        check("year >= 2020 and not t > 10", 1..=10, Some(true));
        check("year - 2019 = t", 0..=10, Some(true));
        check("t > 0 or x > 0", 1..=10, None);
    }

    #[test]
    fn without_a_region_the_calendar_year_is_unknown() {
        let tree = parse("year >= 2020", &UnitTable::built_in()).unwrap();
        assert_eq!(tree.decided(&Years { t: 1..=1, base_year: None }), None);
    }

    #[test]
    fn the_branch_that_is_not_taken_is_not_read() {
        let tree = parse("if t = 0 then a else if b > 0 then c else d", &UnitTable::built_in());
        let mut read = Vec::new();
        tree.unwrap().visit_read(&Years { t: 1..=2, base_year: None }, &mut |part| {
            if let Node::Name(name) = &part.node {
                read.push(name.text.clone());
            }
        });
        assert_eq!(read, ["b", "c", "d"]);
    }
}
