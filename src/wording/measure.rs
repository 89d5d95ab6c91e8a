//! How a value in base units is written in its declared unit: 亿元 and 万元 in
//! Chinese, CNY billion and million in English, converted exactly.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::locale::Locale;
use crate::unit::{Flavour, InUnit, Unit, UnitTable};
use crate::wording::number;
use crate::wording::phrase::Phrase;
use crate::wording::written::{Written, sign};

/// Most digits after the point of English money in the scale that fits it.
const MOST_DECIMALS_OF_MONEY: usize = 3;

/// A unit as one language writes it, with the digits that are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Base units in one displayed unit.
    scale: f64,
    /// Fewest and most digits after the point.
    decimals: [usize; 2],
    /// Currency before the digits.
    before: &'static str,
    /// Unit after the digits.
    after: String,
    /// Unit after the digits of a difference.
    after_difference: String,
    /// Whether amounts of several years add up to something.
    summable: bool,
    /// What follows the scale of an amount of English money: ` per firm`. Such an amount stands in
    /// the scale that fits it, where no heading names one.
    divisor: Option<String>,
}

impl Measure {
    /// Writes values of `unit` with `decimals` digits after the point; `units` knows its English name.
    #[must_use]
    pub fn of(unit: &Unit, units: &UnitTable, decimals: usize, locale: Locale) -> Self {
        let [amount, divisor] = english_name(unit.label(), units);
        let kind = (unit.scale(), unit.flavour());
        Self::named(unit.label(), [&amount, &divisor], kind, decimals, locale)
    }

    /// Public money: 万元, CNY million.
    #[must_use]
    pub fn funds(locale: Locale) -> Self {
        Self::named("万元", [""; 2], (1e4, Flavour::Number), 0, locale)
    }

    /// Percent with `decimals` digits after the point.
    #[must_use]
    pub fn percent(decimals: usize, locale: Locale) -> Self {
        Self::named("%", ["%", ""], (0.01, Flavour::Rate), decimals, locale)
    }

    /// `symbol` is Chinese, `english` the translation of its amount and of what it is for each of, `scale` in base
    /// units.
    fn named(
        symbol: &str,
        [english, divisor]: [&str; 2],
        (scale, flavour): (f64, Flavour),
        decimals: usize,
        locale: Locale,
    ) -> Self {
        let after = match locale {
            Locale::Zh => symbol.to_owned(),
            Locale::En if flavour == Flavour::Rate => english.to_owned(),
            Locale::En => format!("{}{divisor}", spaced(english)),
        };
        let points = match locale {
            Locale::Zh => "个百分点",
            Locale::En => " percentage points",
        };
        // A change of what is written in ‰ is written in ‰.
        let is_in_points = flavour != Flavour::Number && scale == 0.01;
        let money = money(symbol);
        let summable = money.is_some() && !symbol.contains('/');
        let own = Self {
            scale,
            decimals: [decimals; 2],
            before: "",
            after: if flavour == Flavour::Difference { points.to_owned() } else { after.clone() },
            after_difference: if is_in_points { points.to_owned() } else { after },
            summable,
            divisor: None,
        };
        match money {
            Some(money) if locale == Locale::En => own.in_english_money(&money, divisor),
            _ => own,
        }
    }

    fn in_english_money(self, money: &Money, divisor: &str) -> Self {
        let Money { word, per_unit, more_decimals: [more_least, more_most] } = *money;
        let after = format!("{word}{divisor}");
        let [least, most] = self.decimals;
        Self {
            scale: self.scale / per_unit,
            decimals: [least + more_least, most + more_most],
            before: "CNY ",
            after_difference: after.clone(),
            after,
            divisor: Some(divisor.to_owned()),
            ..self
        }
    }

    /// A value.
    #[must_use]
    pub fn value(&self, base: f64) -> Written {
        let own = self.fitting(base);
        let known = self.known(base);
        own.written("", known, own.digits(known), &own.after)
    }

    /// A difference, with its sign; of rates, in 百分点.
    #[must_use]
    pub fn change(&self, base: f64) -> Written {
        let own = self.fitting(base);
        let known = self.known(base);
        let (sign, digits) = own.sign_and_digits(known);
        own.written(sign, known, digits, &own.after_difference)
    }

    /// A difference as a statement of its own: none at all is no amount of money. One that is too small for the
    /// digits shown is written as the zero that it rounds to.
    #[must_use]
    pub fn stated_change(&self, base: f64, locale: Locale) -> String {
        if base == 0.0 {
            Phrase::NO_CHANGE.get(locale).to_owned()
        } else {
            self.change(base).to_string()
        }
    }

    /// English money in the scale that `base` asks for: `CNY 900 million`, not `CNY 0.9 billion`,
    /// and no finer than declared. Every other measure as it is.
    fn fitting(&self, base: f64) -> Cow<'_, Self> {
        let Some(divisor) = &self.divisor else { return Cow::Borrowed(self) };
        let (finest, rounded) = (self.finest(), self.known(base).abs());
        let scales = [(1e9, " billion"), (1e6, " million"), (1.0, "")];
        let fits = scales.into_iter().find(|(scale, _)| rounded >= *scale);
        let (scale, word) = fits.unwrap_or((1.0, ""));
        let finer = (0..MOST_DECIMALS_OF_MONEY)
            .find(|places| scale / power_of_ten(*places) <= finest * (1.0 + 1e-9));
        let after = format!("{word}{divisor}");
        Cow::Owned(Self {
            scale,
            decimals: [0, finer.unwrap_or(MOST_DECIMALS_OF_MONEY)],
            after_difference: after.clone(),
            after,
            ..self.clone()
        })
    }

    /// The smallest amount that is shown, in base units.
    fn finest(&self) -> f64 {
        self.scale / power_of_ten(self.decimals[1])
    }

    /// An amount of English money without what is finer than declared; any other value as it is.
    fn known(&self, base: f64) -> f64 {
        let finest = self.finest();
        if self.divisor.is_some() { (base / finest).round() * finest } else { base }
    }

    /// The digits of a difference with its sign, for a column that has its unit at the head.
    #[must_use]
    pub fn change_digits(&self, base: f64) -> String {
        let (sign, digits) = self.sign_and_digits(base);
        format!("{sign}{digits}")
    }

    fn sign_and_digits(&self, base: f64) -> (&'static str, String) {
        let digits = self.digits(base.abs());
        let sign = match sign(base, &digits) {
            Some(Ordering::Greater) => "+",
            Some(Ordering::Less) => "−",
            _ => "",
        };
        (sign, digits)
    }

    /// How a value stands to nought with the digits that are shown; `None` where it is no number.
    #[must_use]
    pub fn sign(&self, base: f64) -> Option<Ordering> {
        sign(base, &self.digits(base))
    }

    /// The unit of a difference alone, for headings: `百分点`, `亿元`.
    #[must_use]
    pub fn difference_heading(&self) -> String {
        format!("{}{}", self.before, alone(&self.after_difference))
    }

    /// The same with more digits after the point: what parts of a difference need.
    #[must_use]
    pub fn with_more_decimals(mut self, more: usize) -> Self {
        self.decimals = self.decimals.map(|decimals| decimals + more);
        self
    }

    /// The same without zeros at the end: what a field shows that a person types into.
    #[must_use]
    pub fn without_padding(mut self) -> Self {
        self.decimals[0] = 0;
        self
    }

    /// The same with as many more digits as this value needs: what a person has set is never shown as something
    /// else.
    #[must_use]
    pub fn showing(mut self, base: f64) -> Self {
        let [_, most] = self.decimals;
        self.decimals[1] = most.max(number::decimals_of(self.shown(base)));
        self
    }

    /// The size of a difference, without sign; of rates, in 百分点.
    #[must_use]
    pub fn distance(&self, base: f64) -> Written {
        let own = self.fitting(base);
        let known = self.known(base.abs());
        own.written("", known, own.digits(known), &own.after_difference)
    }

    /// Two values with the unit once.
    #[must_use]
    pub fn range(&self, low: f64, high: f64) -> String {
        let own = self.fitting(if low.abs() > high.abs() { low } else { high });
        let Self { before, after, .. } = &*own;
        format!("{before}{}–{}{after}", own.digits(self.known(low)), own.digits(self.known(high)))
    }

    /// What stands before and after the digits: `["", "%"]`, `["CNY ", " billion"]`.
    #[must_use]
    pub fn around(&self) -> [&str; 2] {
        [self.before, &self.after]
    }

    /// The unit alone, for headings: `亿元`, `CNY billion`.
    #[must_use]
    pub fn heading(&self) -> String {
        format!("{}{}", self.before, alone(&self.after))
    }

    /// The digits alone.
    #[must_use]
    pub fn digits(&self, base: f64) -> String {
        let [least, most] = self.decimals;
        number::shortened(self.shown(base), least, most)
    }

    /// From base units to the displayed unit.
    #[must_use]
    pub fn shown(&self, base: f64) -> f64 {
        base / self.scale
    }

    /// From the displayed unit to base units.
    #[must_use]
    pub fn base(&self, shown: f64) -> f64 {
        shown * self.scale
    }

    /// Most digits after the point.
    #[must_use]
    pub fn decimals(&self) -> usize {
        self.decimals[1]
    }

    /// Whether a sum over years has a meaning: money has, a share or a grant per firm has not.
    #[must_use]
    pub fn is_summable(&self) -> bool {
        self.summable
    }

    fn written(&self, before: &str, base: f64, number: String, after: &str) -> Written {
        // English agrees with what is written: 1 firm, but 1.0 firms.
        let after = if number == "1" { singular(after) } else { after };
        Written {
            before: format!("{before}{}", self.before),
            sign: sign(base, &number),
            number,
            after: after.to_owned(),
        }
    }
}

fn power_of_ten(places: usize) -> f64 {
    (0..places).fold(1.0, |power, _| power * 10.0)
}

/// A unit without a figure: “个” counts points after one, and without it there is nothing to count.
fn alone(after: &str) -> &str {
    match after.trim_start() {
        "个百分点" => "百分点",
        unit => unit,
    }
}

/// The English name of a unit's amount and of what it is for each of; a part without a name keeps its symbol.
fn english_name(symbol: &str, units: &UnitTable) -> [String; 2] {
    let name = |part: &str| units.english(part.trim()).unwrap_or(part).to_owned();
    match symbol.split_once('/') {
        Some((amount, thing)) => {
            [name(amount), format!(" per {}", name(thing).trim_end_matches('s'))]
        }
        None => [name(symbol), String::new()],
    }
}

/// Digits after the point that multiples of `step` need, at most 6.
#[must_use]
pub fn decimals_of_step(step: InUnit) -> usize {
    let text = number::shortened(step.0, 0, 6);
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// How English writes a Chinese scale of money.
struct Money {
    word: &'static str,
    /// English units in one Chinese unit: 0.1 billion in one 亿.
    per_unit: f64,
    /// Fewest and most digits that the change of scale adds after the point.
    more_decimals: [usize; 2],
}

fn money(symbol: &str) -> Option<Money> {
    let amount = symbol.split('/').next().unwrap_or_default();
    let (word, per_unit, more_decimals) = match amount {
        "元" => ("", 1.0, [0, 0]),
        "千元" => (" thousand", 1.0, [0, 0]),
        "万元" => (" million", 0.01, [0, 2]),
        "百万元" => (" million", 1.0, [0, 0]),
        "亿元" => (" billion", 0.1, [1, 1]),
        _ => return None,
    };
    Some(Money { word, per_unit, more_decimals })
}

/// An English plural for one thing: ` firm`. Chinese has neither.
fn singular(plural: &str) -> &str {
    plural.strip_suffix('s').filter(|one| !one.ends_with('s')).unwrap_or(plural)
}

fn spaced(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!(" {word}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hundred_million(locale: Locale) -> Measure {
        Measure::named("亿元", [""; 2], (1e8, Flavour::Number), 1, locale)
    }

    fn firms(locale: Locale) -> Measure {
        Measure::named("家", ["firms", ""], (1.0, Flavour::Number), 0, locale)
    }

    #[test]
    fn chinese_writes_the_declared_unit_without_spaces() {
        assert_eq!(hundred_million(Locale::Zh).value(28.6e8).to_string(), "28.6亿元");
        assert_eq!(firms(Locale::Zh).value(1234.0).to_string(), "1,234家");
        assert_eq!(Measure::percent(2, Locale::Zh).value(0.0182).to_string(), "1.82%");
    }

    #[test]
    fn a_pure_number_stands_alone() {
        for locale in [Locale::Zh, Locale::En] {
            let points = Measure::of(&Unit::pure(), &UnitTable::built_in(), 1, locale);
            assert_eq!(points.value(56.0).to_string(), "56.0");
        }
    }

    #[test]
    fn english_money_is_converted_exactly() {
        assert_eq!(hundred_million(Locale::En).value(28.6e8).to_string(), "CNY 2.86 billion");
        assert_eq!(Measure::funds(Locale::En).value(500e4).to_string(), "CNY 5 million");
        assert_eq!(Measure::funds(Locale::En).value(512e4).to_string(), "CNY 5.12 million");
        assert_eq!(Measure::funds(Locale::En).change(-512e4).to_string(), "−CNY 5.12 million");
        assert_eq!(Measure::funds(Locale::En).heading(), "CNY million");
    }

    #[test]
    fn english_money_stands_in_the_scale_that_fits_it() {
        let amount = hundred_million(Locale::En);
        assert_eq!(amount.value(10e8).to_string(), "CNY 1 billion");
        assert_eq!(amount.value(9e8).to_string(), "CNY 900 million");
        assert_eq!(amount.range(9e8, 11.5e8), "CNY 0.9–1.15 billion");
        assert_eq!(amount.with_more_decimals(1).change(1.52e8).to_string(), "+CNY 152 million");
        let funds = Measure::funds(Locale::En);
        assert_eq!(funds.value(4084e4).to_string(), "CNY 40.84 million");
        assert_eq!(funds.value(120_262e4).to_string(), "CNY 1.203 billion");
        assert_eq!(funds.value(0.0).to_string(), "CNY 0");
        assert_eq!(funds.change(-0.0).to_string(), "CNY 0");
        assert_eq!(funds.stated_change(-0.0, Locale::En), "no change");
        assert_eq!(funds.stated_change(5e6, Locale::En), "+CNY 5 million");
        assert_eq!(funds.value(3e4).to_string(), "CNY 30,000");
        assert_eq!(funds.value(f64::NAN).to_string(), "CNY —");
    }

    #[test]
    fn money_for_each_firm_keeps_the_firm() {
        let english = ["CNY 10,000", " per firm"];
        let award = |locale| Measure::named("万元/家", english, (1e4, Flavour::Number), 0, locale);
        assert_eq!(award(Locale::Zh).value(20e4).to_string(), "20万元/家");
        assert_eq!(award(Locale::En).value(20e4).to_string(), "CNY 200,000 per firm");
        assert!(!award(Locale::Zh).is_summable());
        assert!(Measure::funds(Locale::Zh).is_summable());
    }

    #[test]
    fn names_of_compound_units_are_found_part_by_part() {
        let mut units = UnitTable::built_in();
        units.declare("家", "firms", None).unwrap();
        let award = units.parse("万元/家").unwrap();
        let measure = Measure::of(&award, &units, 0, Locale::En);
        assert_eq!(measure.heading(), "CNY million per firm");
        assert_eq!(measure.value(award.to_base(InUnit(20.0))).to_string(), "CNY 200,000 per firm");
        let firms = Measure::of(&units.parse("家").unwrap(), &units, 0, Locale::En);
        assert_eq!(firms.heading(), "firms");
        assert_eq!(
            [measure.around(), firms.around()],
            [["CNY ", " million per firm"], ["", " firms"]]
        );
    }

    #[test]
    fn a_change_of_a_rate_is_in_percentage_points() {
        let zh = Measure::percent(2, Locale::Zh);
        assert_eq!(zh.change(-0.0068).to_string(), "−0.68个百分点");
        assert_eq!(zh.distance(-0.0068).to_string(), "0.68个百分点");
        let en = Measure::percent(2, Locale::En);
        assert_eq!(en.change(0.0003).to_string(), "+0.03 percentage points");
        assert_eq!(firms(Locale::En).change(4.0).to_string(), "+4 firms");
        assert_eq!(firms(Locale::En).change(0.2).to_string(), "0 firms");
        assert_eq!(firms(Locale::En).change(-1.0).to_string(), "−1 firm");
        assert_eq!(zh.clone().with_more_decimals(1).change_digits(-0.0068), "−0.680");
        assert_eq!(zh.difference_heading(), "百分点");
    }

    #[test]
    fn what_is_written_says_how_it_stands_to_nought() {
        let [zh, en] = [Locale::Zh, Locale::En].map(Measure::funds);
        let signs = |written: [Written; 3]| written.map(|written| written.sign);
        let [less, nothing, more] = [Ordering::Less, Ordering::Equal, Ordering::Greater].map(Some);
        for measure in [&zh, &en] {
            let values = [-512e4, -0.3, 512e4];
            assert_eq!(signs(values.map(|value| measure.value(value))), [less, nothing, more]);
            assert_eq!(signs(values.map(|value| measure.change(value))), [less, nothing, more]);
            assert_eq!(measure.value(f64::NAN).sign, None);
        }
        assert_eq!(Measure::percent(1, Locale::Zh).sign(0.0004), nothing);
        assert_eq!(Measure::percent(1, Locale::Zh).sign(-0.0006), less);
        assert!(zh.change(4000.0).is_nothing() && en.change(-4000.0).is_nothing());
    }

    #[test]
    fn a_change_of_permille_is_in_permille() {
        let units = UnitTable::built_in();
        let permille = units.parse("‰").unwrap();
        let rate = Measure::of(&permille, &units, 1, Locale::Zh);
        assert_eq!(rate.change(0.0025).to_string(), "+2.5‰");
        let points = Measure::of(&permille.difference(), &units, 2, Locale::Zh);
        assert_eq!(points.change(0.0025).to_string(), "+0.25个百分点");
    }

    #[test]
    fn english_knows_every_built_in_amount_of_money() {
        let units = UnitTable::built_in();
        for unit in units.all() {
            assert_eq!(unit.is_of_money(), money(unit.symbol()).is_some(), "{}", unit.symbol());
        }
    }

    #[test]
    fn a_range_has_its_unit_once() {
        assert_eq!(Measure::percent(2, Locale::Zh).range(0.0154, 0.0214), "1.54–2.14%");
        assert_eq!(hundred_million(Locale::En).without_padding().digits(1650e8), "165");
        assert_eq!(hundred_million(Locale::En).range(7e8, 13.2e8), "CNY 0.7–1.32 billion");
    }

    #[test]
    fn a_step_says_how_many_digits_it_needs() {
        assert_eq!([50.0, 1.0, 0.5, 0.05].map(|step| decimals_of_step(InUnit(step))), [0, 0, 1, 2]);
    }
}
