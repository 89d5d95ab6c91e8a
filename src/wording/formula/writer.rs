//! What stands in a formula beside its operators: names, numbers, values of years and runs.

use crate::formula::{Moment, OtherRun, Read};
use crate::locale::Locale;
use crate::model::{Model, Reference};
use crate::unit::{InUnit, Unit};
use crate::wording::formula::FormulaText;
use crate::wording::measure::{Measure, decimals_of_step};
use crate::wording::phrase::Phrase;
use crate::wording::written::Written;

/// Digits after the point that an amount of no declared precision gets at most.
const MOST_DECIMALS: usize = 6;

/// Writes the formulas of a model in a language.
#[derive(Clone, Copy, Debug)]
pub struct FormulaWriter<'m> {
    pub(super) model: &'m Model,
    pub(super) locale: Locale,
}

impl<'m> FormulaWriter<'m> {
    /// For this model, in this language.
    #[must_use]
    pub fn new(model: &'m Model, locale: Locale) -> Self {
        Self { model, locale }
    }

    /// What a formula reads, in words: 上年的“有效高新技术企业”.
    #[must_use]
    pub fn read(&self, read: Read<Reference>) -> FormulaText {
        self.reading(read, self.bracketed_name(read.name))
    }

    /// The same where the name is set apart by what it looks like and needs no quotes: 上年的有效高新技术企业.
    #[must_use]
    pub fn read_unquoted(&self, read: Read<Reference>) -> FormulaText {
        self.reading(read, FormulaText::name(read.name, self.name(read.name)))
    }

    fn reading(&self, read: Read<Reference>, name: FormulaText) -> FormulaText {
        let years = match read.moment {
            Moment::Ago(years) => years.to_string(),
            _ => String::new(),
        };
        match reading_phrase(read) {
            None => name,
            Some(phrase) => {
                let gaps = [("x", name), ("years", FormulaText::plain(years))];
                FormulaText::fill(phrase, self.locale, &gaps)
            }
        }
    }

    /// The displayed name of a declaration.
    #[must_use]
    pub fn name(&self, reference: Reference) -> &'m str {
        let model = self.model;
        let name = match reference {
            Reference::Figure(position) => &model.figures[position].name,
            Reference::Assumption(position) => &model.assumptions[position].name,
            Reference::Parameter(position) => &model.parameters[position].name,
            Reference::Shock(position) => &model.shocks[position].name,
            Reference::Constant(position) => &model.constants[position].name,
            Reference::Lever(position) => &model.levers[position].name,
            Reference::Variable(position) => &model.variables[position].name,
            Reference::PolicyCost => return Phrase::FORMULA_POLICY_COST.get(self.locale),
        };
        name.get(self.locale)
    }

    /// A value in base units of what a formula reads, in its declared unit.
    #[must_use]
    pub fn value(&self, read: Read<Reference>, base: f64) -> Written {
        self.measure(read, base).value(base)
    }

    /// How what a formula reads is written; without declared digits, with those that `base` needs.
    #[must_use]
    pub fn measure(&self, read: Read<Reference>, base: f64) -> Measure {
        let unit = self.unit(read.name);
        let unit = if read.run == Some(OtherRun::Extra) { unit.difference() } else { unit };
        let decimals = self.decimals(read.name).unwrap_or_else(|| decimals_needed(&unit, base));
        Measure::of(&unit, &self.model.units, decimals, self.locale)
    }

    /// What something adds to a declaration, with its sign: at least two significant digits.
    #[must_use]
    pub fn added(&self, name: Reference, base: f64) -> Written {
        let unit = self.unit(name).difference();
        let value = unit.from_base(base).abs().0;
        let declared = self.decimals(name).unwrap_or_default();
        let scale = |decimals: usize| (0..decimals).fold(value, |scaled, _| scaled * 10.0);
        let shows = |decimals: &usize| value == 0.0 || scale(*decimals) >= 10.0;
        let decimals = (declared..MOST_DECIMALS).find(shows).unwrap_or(MOST_DECIMALS);
        Measure::of(&unit, &self.model.units, decimals, self.locale).change(base)
    }

    pub(super) fn bracketed_name(&self, reference: Reference) -> FormulaText {
        let name = FormulaText::name(reference, self.name(reference));
        FormulaText::fill(Phrase::FORMULA_NAME, self.locale, &[("x", name)])
    }

    /// A number as the formula's author gave it; without a unit it may be a year, so its digits
    /// are not grouped.
    pub(super) fn number(&self, value: f64, unit: Option<&Unit>) -> FormulaText {
        let Some(unit) = unit else { return FormulaText::plain(value.to_string()) };
        let decimals = value.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
        let measure = Measure::of(unit, &self.model.units, decimals, self.locale);
        FormulaText::plain(measure.value(unit.to_base(InUnit(value))).to_string())
    }

    fn unit(&self, reference: Reference) -> Unit {
        let model = self.model;
        let unit = match reference {
            Reference::Figure(position) => &model.figures[position].unit,
            Reference::Assumption(position) => &model.assumptions[position].unit,
            Reference::Parameter(position) => &model.parameters[position].unit,
            Reference::Constant(position) => &model.constants[position].unit,
            Reference::Lever(position) => &model.levers[position].unit,
            Reference::Variable(position) => &model.variables[position].unit,
            Reference::Shock(_) => return Unit::pure(),
            Reference::PolicyCost => return model.units.parse("万元").unwrap_or(Unit::pure()),
        };
        unit.clone()
    }

    /// Digits after the point, where the model declares them.
    fn decimals(&self, reference: Reference) -> Option<usize> {
        match reference {
            Reference::Variable(position) => Some(self.model.variables[position].decimals),
            Reference::Lever(position) => Some(decimals_of_step(self.model.levers[position].step)),
            Reference::PolicyCost => Some(0),
            _ => None,
        }
    }
}

/// Digits after the point that show four significant ones and no zeros at the end.
fn decimals_needed(unit: &Unit, base: f64) -> usize {
    let value = unit.from_base(base).0;
    let near = |decimals: &usize| {
        let scale = (0..*decimals).fold(1.0, |scale, _| scale * 10.0);
        ((value * scale).round() / scale - value).abs() <= 5e-4 * value.abs()
    };
    (0..MOST_DECIMALS).find(near).unwrap_or(MOST_DECIMALS)
}

/// How a value of another year or run is called; `None` for this year's.
fn reading_phrase(read: Read<Reference>) -> Option<Phrase> {
    Some(match (read.run, read.moment) {
        (None, Moment::Now) => return None,
        (_, Moment::Base) => Phrase::FORMULA_START,
        (None, Moment::Ago(1)) => Phrase::FORMULA_PREVIOUS,
        (None, Moment::Ago(_)) => Phrase::FORMULA_YEARS_AGO,
        (None, Moment::ToDate) => Phrase::FORMULA_SUM_TO_DATE,
        (Some(OtherRun::Outlook), Moment::Now) => Phrase::FORMULA_OUTLOOK,
        (Some(OtherRun::Outlook), Moment::Ago(1)) => Phrase::FORMULA_PREVIOUS_OUTLOOK,
        (Some(OtherRun::Outlook), Moment::Ago(_)) => Phrase::FORMULA_YEARS_AGO_OUTLOOK,
        (Some(OtherRun::Outlook), Moment::ToDate) => Phrase::FORMULA_SUM_TO_DATE_OUTLOOK,
        (Some(OtherRun::Extra), Moment::Now) => Phrase::FORMULA_EXTRA,
        (Some(OtherRun::Extra), Moment::Ago(1)) => Phrase::FORMULA_PREVIOUS_EXTRA,
        (Some(OtherRun::Extra), Moment::Ago(_)) => Phrase::FORMULA_YEARS_AGO_EXTRA,
        (Some(OtherRun::Extra), Moment::ToDate) => Phrase::FORMULA_SUM_TO_DATE_EXTRA,
    })
}
