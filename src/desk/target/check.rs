//! A draft checked field by field: the target that it means, or what is wrong, in words.

use std::iter;

use crate::desk::target::draft::{Draft, Field, FieldProblem, ReadingDraft, find, written};
use crate::exchange::paste::implausible;
use crate::limits;
use crate::locale::{Locale, Text};
use crate::model::{Model, Variable, VariableId};
use crate::numeral::half_width;
use crate::plan::{clean_name, clean_note};
use crate::region::{Comparison, Region, Target, TargetKind, TargetReading};
use crate::unit::{InUnit, Unit};
use crate::wording::{Measure, Phrase, judged_measure, read_optional, unrounded};

/// Digits after the point of the least floor that is tried.
const MOST_DECIMALS: usize = 18;

impl Draft {
    /// The target, or everything that is wrong, field by field.
    ///
    /// # Errors
    ///
    /// Problems in the order of the fields, at least one.
    pub fn checked(
        &self,
        model: &Model,
        region: &Region,
        locale: Locale,
    ) -> Result<Target, Vec<FieldProblem>> {
        Checker::new(self, model, region, locale).checked()
    }
}

/// Goes through a draft and notes what is wrong.
pub(super) struct Checker<'c> {
    draft: &'c Draft,
    model: &'c Model,
    region: &'c Region,
    locale: Locale,
    problems: Vec<FieldProblem>,
}

impl<'c> Checker<'c> {
    pub(super) fn new(
        draft: &'c Draft,
        model: &'c Model,
        region: &'c Region,
        locale: Locale,
    ) -> Self {
        Self { draft, model, region, locale, problems: Vec::new() }
    }

    pub(super) fn checked(mut self) -> Result<Target, Vec<FieldProblem>> {
        let target = self.target();
        self.refuse_tiny(&target);
        if self.problems.is_empty() { Ok(target) } else { Err(self.problems) }
    }

    fn report(&mut self, field: Field, phrase: Phrase, values: &[(&'static str, &str)]) {
        self.problems.push((field, phrase.with(self.locale, values)));
    }

    fn target(&mut self) -> Target {
        let Draft { before, kind, .. } = self.draft;
        let variable = self.indicator();
        let (indicator, name) = self.naming(variable);
        let unit = self.unit();
        let year = self.year();
        let (floor, stretch) = self.bounds(&unit);
        Target {
            id: before.id.clone(),
            indicator,
            variable,
            name,
            year,
            kind: *kind,
            comparison: self.comparison(),
            floor,
            stretch,
            unit,
            relative_to: self.relative_to(),
            section: self.line(Field::Section),
            commitment: self.line(Field::Commitment),
            lead: self.line(Field::Lead),
            responsible: self.responsible(),
            readings: self.readings(),
            repeated: before.repeated.clone(),
            note: Some(self.line(Field::Note)).filter(|note| !note.is_empty()),
        }
    }

    /// An indicator of the model; any name where a person records the target, or where the
    /// plan's own text names what the model lacks.
    fn indicator(&mut self) -> Option<VariableId> {
        let (draft, before) = (self.draft, &self.draft.before);
        let entry = draft.text(Field::Indicator).trim();
        let found = draft.variable(self.model);
        let is_unchanged = before.variable.is_none() && entry == before.name.get(self.locale);
        if entry.is_empty() {
            self.report(Field::Indicator, Phrase::TARGET_NEEDS_INDICATOR, &[]);
        } else if found.is_none() && draft.kind.is_computed() && !is_unchanged {
            self.report(Field::Indicator, Phrase::TARGET_UNKNOWN_INDICATOR, &[("entry", entry)]);
        }
        found
    }

    /// Id of the indicator, and what the target is called.
    fn naming(&self, variable: Option<VariableId>) -> (String, Text) {
        let (draft, before) = (self.draft, &self.draft.before);
        let typed = |field: Field| {
            clean_name(draft.text(field)).filter(|name| name != before.name.get(self.locale))
        };
        let both = |name: String| Text { zh: name.clone(), en: name };
        let Some(variable) = variable.map(|variable| &self.model.variables[variable]) else {
            let kept = before.variable.is_none() && !before.indicator.is_empty();
            let indicator = if kept { &before.indicator } else { &before.id };
            let name = typed(Field::Indicator).map_or_else(|| before.name.clone(), both);
            return (indicator.clone(), name);
        };
        let name = match (draft.text(Field::Name).trim(), typed(Field::Name)) {
            ("", _) => variable.name.clone(),
            (_, Some(name)) => both(name),
            (_, None) => before.name.clone(),
        };
        (variable.id.clone(), name)
    }

    /// A value to hold has none to choose.
    fn comparison(&self) -> Comparison {
        let Draft { before, kind, comparison, .. } = self.draft;
        let was_chosen = *kind != TargetKind::Hold || before.kind == TargetKind::Hold;
        if was_chosen { *comparison } else { Comparison::Equal }
    }

    fn unit(&self) -> Unit {
        let units = self.draft.units(self.model);
        let chosen = units.iter().find(|unit| unit.symbol() == self.draft.unit);
        chosen.or(units.first()).unwrap_or(&self.draft.before.unit).clone()
    }

    fn year(&mut self) -> i32 {
        let base = self.region.base_year;
        let years = if self.draft.kind.is_computed() {
            base + 1..=base + self.model.horizon.cast_signed()
        } else {
            limits::YEARS
        };
        let entry = half_width(self.draft.text(Field::Year));
        let year = entry.trim_end_matches('年').trim_end().parse::<i32>();
        let year = year.ok().filter(|year| years.contains(year));
        if year.is_none() {
            let bounds = [years.start().to_string(), years.end().to_string()];
            self.report(
                Field::Year,
                Phrase::TARGET_YEAR_RANGE,
                &[("first", &bounds[0]), ("last", &bounds[1])],
            );
        }
        year.unwrap_or(base + 1)
    }

    /// Floor and stretch, base units.
    fn bounds(&mut self, unit: &Unit) -> (f64, Option<f64>) {
        let draft = self.draft;
        let is_needed = draft.kind.is_computed() && draft.kind != TargetKind::Hold;
        let floor = self.number(Field::Floor, unit);
        if floor.is_none() && is_needed {
            self.report(Field::Floor, Phrase::TARGET_NEEDS_FLOOR, &[]);
        }
        let floor = floor.unwrap_or_default();
        if draft.kind == TargetKind::Hold {
            if floor < 0.0 {
                self.report(Field::Floor, Phrase::TARGET_NEGATIVE_TOLERANCE, &[]);
            }
            return (floor, None);
        }
        self.refuse_negative(floor);
        let stretch = self.number(Field::Stretch, unit);
        let beyond = |stretch: f64| match draft.comparison {
            Comparison::AtMost => stretch < floor,
            _ => stretch > floor,
        };
        if stretch.is_some_and(|stretch| !beyond(stretch)) {
            self.report(Field::Stretch, Phrase::TARGET_STRETCH_NOT_BEYOND, &[]);
        }
        (floor, stretch)
    }

    /// A floor that every sentence would write as 0 would not be the one that was meant.
    fn refuse_tiny(&mut self, target: &Target) {
        let is_nothing = |floor: f64| {
            let target = Target { floor, ..target.clone() };
            let measure = judged_measure(&target, self.model, self.locale).without_padding();
            measure.distance(floor).to_string() == measure.distance(0.0).to_string()
        };
        let is_written = target.kind.is_computed() && target.kind != TargetKind::Hold;
        if !is_written
            || !target.floor.is_finite()
            || target.floor == 0.0
            || !is_nothing(target.floor)
        {
            return;
        }
        let powers = iter::successors(Some(1.0), |power| Some(10.0 * power)).take(MOST_DECIMALS);
        let powers = powers.map(|power: f64| InUnit(1.0 / power));
        let seen = powers.take_while(|least| !is_nothing(target.unit.to_base(*least))).last();
        let InUnit(seen) = seen.unwrap_or(InUnit(1.0));
        let value = unrounded(seen) + target.unit.symbol();
        self.report(Field::Floor, Phrase::TARGET_TINY_FLOOR, &[("value", &value)]);
    }

    /// What is declared to begin at nothing or above, and an amount, has no floor below that.
    fn refuse_negative(&mut self, floor: f64) {
        let found =
            self.draft.variable(self.model).filter(|_| self.draft.kind == TargetKind::Value);
        let Some(variable) = found.map(|found| &self.model.variables[found]) else { return };
        let is_never = match variable.plausible {
            Some([low, _]) => low >= 0.0,
            None => implausible(floor, &variable.unit, None).is_some(),
        };
        if floor < 0.0 && is_never {
            let name = variable.name.get(self.locale);
            self.report(Field::Floor, Phrase::TARGET_NEGATIVE_FLOOR, &[("name", name)]);
        }
    }

    /// A number in `unit`, base units; none where nothing is written.
    fn number(&mut self, field: Field, unit: &Unit) -> Option<f64> {
        let entry = self.draft.text(field).trim();
        if entry.is_empty() {
            return None;
        }
        if let Some(before) = self.unchanged(field, entry, unit) {
            return Some(before);
        }
        // The list beside the field names the unit by its symbol in both languages.
        let measure = Measure::of(unit, &self.model.units, 0, Locale::Zh);
        read_optional(entry, unit, &measure, &self.model.units).unwrap_or_else(|error| {
            let problem = error.clause(self.locale);
            self.report(field, Phrase::NUMBER_SENTENCE, &[("problem", &problem)]);
            // Something was written: that nothing was is not to be said as well.
            Some(f64::NAN)
        })
    }

    /// The number as it was before the form was opened, to its last digit, where nobody wrote
    /// another one.
    fn unchanged(&self, field: Field, entry: &str, unit: &Unit) -> Option<f64> {
        let before = &self.draft.before;
        let value = if field == Field::Stretch { before.stretch? } else { before.floor };
        (*unit == before.unit && entry == written(value, unit)).then_some(value)
    }

    /// Id of what a relative target compares with; it must measure the same.
    fn relative_to(&mut self) -> Option<String> {
        if self.draft.kind != TargetKind::Relative {
            return None;
        }
        let own = self.draft.variable(self.model).map(|own| &self.model.variables[own]);
        let other = find(self.draft.text(Field::RelativeTo), self.model);
        let other = other.map(|other| &self.model.variables[other]);
        let fits = |other: &&Variable| {
            own.is_none_or(|own| {
                own.id != other.id && own.unit.dimension() == other.unit.dimension()
            })
        };
        let found = other.filter(fits);
        if found.is_none() {
            self.report(Field::RelativeTo, Phrase::TARGET_NEEDS_REFERENCE, &[]);
        }
        found.map(|other| other.id.clone())
    }

    fn responsible(&self) -> Vec<String> {
        let units = self.line(Field::Responsible);
        let units = units.split(['、', '，', ',', '；', ';']).map(str::trim);
        units.filter(|unit| !unit.is_empty()).map(str::to_owned).collect()
    }

    /// The readings with a name; one that was there before keeps its name in both languages.
    fn readings(&self) -> Vec<TargetReading> {
        let before = &self.draft.before.readings;
        let drafts = self.draft.readings.iter();
        let named = drafts.filter_map(|draft| Some((draft, clean_name(&draft.name)?)));
        let reading = |(draft, name): (&ReadingDraft, String)| {
            let known = before.iter().find(|known| known.name.get(self.locale) == name);
            let variable = find(&draft.indicator, self.model);
            let id = variable.map(|found| self.model.variables[found].id.clone());
            TargetReading {
                name: known.map_or(Text { zh: name.clone(), en: name }, |known| known.name.clone()),
                indicator: id.unwrap_or_else(|| clean_note(draft.indicator.trim())),
                variable,
                kind: draft.kind,
            }
        };
        named.map(reading).collect()
    }

    fn line(&self, field: Field) -> String {
        clean_note(self.draft.text(field)).replace('\n', " ").trim().to_owned()
    }
}
