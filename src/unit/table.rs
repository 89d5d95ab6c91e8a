//! The units that a model knows, and how compound units are written.

use crate::diagnostic::{Code, Problem, Span, nearest};
use crate::locale::Text;
use crate::sorted::Map;
use crate::unit::{Dimension, Flavour, Scale, Unit};

/// Symbol, English name, base unit, numerator and denominator of the scale, flavour.
const BUILT_IN: [(&str, &str, &str, f64, f64, Flavour); 13] = [
    ("1", "", "", 1.0, 1.0, Flavour::Number),
    ("倍", "times", "", 1.0, 1.0, Flavour::Number),
    ("%", "%", "", 1.0, 100.0, Flavour::Rate),
    ("‰", "‰", "", 1.0, 1000.0, Flavour::Rate),
    ("百分点", "percentage points", "", 1.0, 100.0, Flavour::Difference),
    ("元", "CNY", "元", 1.0, 1.0, Flavour::Number),
    ("千元", "CNY thousand", "元", 1e3, 1.0, Flavour::Number),
    ("万元", "CNY 10,000", "元", 1e4, 1.0, Flavour::Number),
    ("百万元", "CNY million", "元", 1e6, 1.0, Flavour::Number),
    ("亿元", "CNY 100 million", "元", 1e8, 1.0, Flavour::Number),
    ("人", "people", "人", 1.0, 1.0, Flavour::Number),
    ("万人", "10,000 people", "人", 1e4, 1.0, Flavour::Number),
    ("年", "years", "年", 1.0, 1.0, Flavour::Number),
];

/// Units by their symbols.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitTable {
    units: Map<String, Unit>,
    english: Map<String, String>,
}

impl UnitTable {
    /// Money, people, years and pure numbers.
    #[must_use]
    pub fn built_in() -> Self {
        let mut table = Self { units: Map::new(), english: Map::new() };
        for (symbol, english, base, numerator, denominator, flavour) in BUILT_IN {
            let dimension = if base.is_empty() { Dimension::pure() } else { Dimension::base(base) };
            let scale = Scale { numerator, denominator };
            table.insert(Unit { symbol: symbol.to_owned(), dimension, scale, flavour }, english);
        }
        let dimension = Dimension::base("人").times(&Dimension::base("年"));
        table.insert(Unit { symbol: "人年".to_owned(), dimension, ..Unit::pure() }, "person-years");
        table
    }

    fn insert(&mut self, unit: Unit, english: &str) {
        self.english.insert(unit.symbol.clone(), english.to_owned());
        self.units.insert(unit.symbol.clone(), unit);
    }

    /// Adds a counting unit, or a multiple of a unit that is known.
    ///
    /// # Errors
    ///
    /// A symbol that is taken, or a multiple of an unknown unit or by no positive number.
    pub fn declare(
        &mut self,
        symbol: &str,
        english: &str,
        multiple_of: Option<(&str, f64)>,
    ) -> Result<(), Problem> {
        let span = Span::new(0, symbol.len());
        if self.contains(symbol) {
            let message = Text::new(
                format!("单位`{symbol}`已经有了"),
                format!("the unit `{symbol}` exists already"),
            );
            return Err(Problem::new(Code::DuplicateId, span, message));
        }
        let mut unit = Unit { dimension: Dimension::base(symbol), ..Unit::pure() };
        if let Some((of, times)) = multiple_of {
            unit = self.parse(of)?;
            if !(times.is_finite() && times > 0.0) {
                let message = Text::new("倍数须为正数", "the scale must be a positive number");
                return Err(Problem::new(Code::NumberRange, span, message));
            }
            unit.scale.numerator *= times;
        }
        symbol.clone_into(&mut unit.symbol);
        self.insert(unit, english);
        Ok(())
    }

    /// The units that have a name of their own, by symbol.
    pub fn all(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// Whether `name` is a unit by itself.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.units.contains_key(name)
    }

    /// The English name of a unit by itself.
    #[must_use]
    pub fn english(&self, symbol: &str) -> Option<&str> {
        self.english.get(symbol).map(String::as_str)
    }

    /// Reads a unit: names joined by `·` and `/`.
    ///
    /// # Errors
    ///
    /// A name that is no unit, with the nearest one.
    pub fn parse(&self, text: &str) -> Result<Unit, Problem> {
        let mut result = Unit::pure();
        let mut divide = false;
        let mut start = 0;
        let mut parts = 0;
        for (end, separator) in separators(text) {
            let unit = self.named(&text[start..end], start)?;
            result = if divide { quotient(&result, &unit) } else { product(&result, &unit) };
            if parts == 0 {
                result.flavour = unit.flavour;
            }
            divide = separator == Some('/');
            start = end + separator.map_or(0, char::len_utf8);
            parts += 1;
        }
        if parts > 1 {
            result.flavour = Flavour::Number;
        }
        text.clone_into(&mut result.symbol);
        Ok(result)
    }

    fn named(&self, part: &str, start: usize) -> Result<Unit, Problem> {
        let name = part.trim();
        if let Some(unit) = self.units.get(name) {
            return Ok(unit.clone());
        }
        let message = Text::new(format!("没有单位`{name}`"), format!("there is no unit `{name}`"));
        let problem =
            Problem::new(Code::UnknownUnit, Span::new(start, start + part.len()), message);
        Err(problem.hint_nearest(nearest(name, self.units.keys().map(String::as_str))))
    }
}

/// Ends of the parts of a compound unit, each with the separator after it.
fn separators(text: &str) -> impl Iterator<Item = (usize, Option<char>)> + '_ {
    let inner = text.char_indices().filter(|(_, c)| matches!(c, '/' | '·'));
    inner.map(|(at, c)| (at, Some(c))).chain([(text.len(), None)])
}

fn product(left: &Unit, right: &Unit) -> Unit {
    let scale = Scale {
        numerator: left.scale.numerator * right.scale.numerator,
        denominator: left.scale.denominator * right.scale.denominator,
    };
    Unit { dimension: left.dimension.times(&right.dimension), scale, ..Unit::pure() }
}

fn quotient(left: &Unit, right: &Unit) -> Unit {
    let scale = Scale {
        numerator: left.scale.numerator * right.scale.denominator,
        denominator: left.scale.denominator * right.scale.numerator,
    };
    Unit { dimension: left.dimension.per(&right.dimension), scale, ..Unit::pure() }
}

#[cfg(test)]
impl UnitTable {
    /// With a unit of things that are counted.
    pub(crate) fn with_firms() -> Self {
        let mut table = Self::built_in();
        table.declare("家", "firms", None).unwrap();
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::InUnit;

    #[track_caller]
    fn unit(text: &str) -> Unit {
        UnitTable::with_firms().parse(text).unwrap()
    }

    #[test]
    fn converts_exactly() {
        assert_eq!(unit("亿元").to_base(InUnit(28.6)), 2.86e9);
        assert_eq!(unit("%").to_base(InUnit(2.5)), 0.025);
        assert_eq!(unit("%").from_base(0.025), InUnit(2.5));
        assert_eq!(unit("万元/家").to_base(InUnit(20.0)), 2e5);
    }

    #[test]
    fn multiples_share_a_dimension_and_counts_do_not() {
        assert_eq!(unit("万元").dimension(), unit("亿元").dimension());
        assert_ne!(unit("家").dimension(), unit("人").dimension());
        assert_eq!(unit("人年").dimension(), unit("人·年").dimension());
    }

    #[test]
    fn a_change_of_a_rate_is_in_percentage_points() {
        assert_eq!(unit("%").difference().symbol(), "百分点");
        assert_eq!(unit("%").difference().from_base(0.01), InUnit(1.0));
        assert_eq!(unit("家").difference().symbol(), "家");
    }

    #[test]
    fn an_unknown_unit_names_the_nearest() {
        let problem = UnitTable::built_in().parse("万元/家").unwrap_err();
        assert_eq!((problem.code, problem.span), (Code::UnknownUnit, Span::new(7, 10)));
        let problem = UnitTable::built_in().parse("亿圆").unwrap_err();
        assert_eq!(problem.hint.unwrap().zh, "写`亿元`");
    }

    #[test]
    fn a_unit_is_declared_once() {
        let problem = UnitTable::built_in().declare("元", "yuan", None).unwrap_err();
        assert_eq!(problem.code, Code::DuplicateId);
    }
}
