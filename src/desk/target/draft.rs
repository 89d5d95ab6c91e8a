//! A target as it stands in the editor: text that is checked in words before it becomes a target.

use crate::locale::{Locale, Text};
use crate::model::{Model, Variable, VariableId};
use crate::region::{Comparison, Target, TargetKind};
use crate::sorted::Set;
use crate::unit::{Flavour, Unit};
use crate::wording::unrounded;

/// A field of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a target by their names")]
pub enum Field {
    Indicator,
    Name,
    Year,
    Floor,
    Stretch,
    RelativeTo,
    Section,
    Commitment,
    Lead,
    Responsible,
    Note,
}

/// Number of [`Field`]s.
const FIELDS: usize = Field::Note as usize + 1;

/// Another way to understand the target, as it stands in the editor.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingDraft {
    /// What is meant.
    pub name: String,
    /// Name of what would be counted.
    pub indicator: String,
    /// What it would ask for.
    pub kind: TargetKind,
}

/// A target as it stands in the editor.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it was before; what the editor does not show stays as it is there.
    pub(super) before: Target,
    texts: [String; FIELDS],
    /// What it asks for.
    pub kind: TargetKind,
    /// How the indicator has to stand to it.
    pub comparison: Comparison,
    /// Symbol of the unit of floor and stretch.
    pub unit: String,
    /// Other ways to understand it.
    pub readings: Vec<ReadingDraft>,
}

/// What is wrong with a field, in words.
pub type FieldProblem = (Field, String);

impl Draft {
    /// The draft that says what the target says.
    #[must_use]
    pub fn of(target: &Target, model: &Model, locale: Locale) -> Self {
        let number = |value: f64| written(value, &target.unit);
        let is_new = target.indicator.is_empty();
        let readings = target.readings.iter().map(|reading| ReadingDraft {
            name: reading.name.get(locale).to_owned(),
            indicator: name_of(&reading.indicator, model, locale),
            kind: reading.kind,
        });
        let mut draft = Self {
            before: target.clone(),
            texts: Default::default(),
            kind: target.kind,
            comparison: target.comparison,
            unit: target.unit.symbol().to_owned(),
            readings: readings.collect(),
        };
        let relative_to = target.relative_to.as_deref().unwrap_or_default();
        let own_name = draft.own_name(model).map_or("", |name| name.get(locale));
        let texts = [
            (
                Field::Indicator,
                target.variable.map_or_else(
                    || target.name.get(locale).to_owned(),
                    |variable| model.variables[variable].name.get(locale).to_owned(),
                ),
            ),
            (Field::Name, own_name.to_owned()),
            (Field::Year, target.year.to_string()),
            (Field::Floor, if is_new { String::new() } else { number(target.floor) }),
            (Field::Stretch, target.stretch.map(number).unwrap_or_default()),
            (Field::RelativeTo, name_of(relative_to, model, locale)),
            (Field::Section, target.section.clone()),
            (Field::Commitment, target.commitment.clone()),
            (Field::Lead, target.lead.clone()),
            (Field::Responsible, target.responsible.join("、")),
            (Field::Note, target.note.clone().unwrap_or_default()),
        ];
        for (field, text) in texts {
            draft.texts[field as usize] = text;
        }
        draft
    }

    /// The target as it was before.
    #[must_use]
    pub fn before(&self) -> &Target {
        &self.before
    }

    /// The same texts as the draft of this target.
    #[must_use]
    pub fn about(self, target: &Target) -> Self {
        Self { before: target.clone(), ..self }
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Writes into a field. Another indicator or kind may need another unit.
    pub fn write(&mut self, field: Field, text: String, model: &Model) {
        self.texts[field as usize] = text;
        if field == Field::Indicator {
            self.fit_unit(model);
        }
    }

    /// Asks for something else of the indicator.
    pub fn ask_for(&mut self, kind: TargetKind, model: &Model) {
        self.kind = kind;
        self.fit_unit(model);
    }

    /// The variable of the model that the indicator's name stands for.
    #[must_use]
    pub fn variable(&self, model: &Model) -> Option<VariableId> {
        find(self.text(Field::Indicator), model)
    }

    /// Units that such a target can be written in, the usual one first.
    #[must_use]
    pub fn units(&self, model: &Model) -> Vec<Unit> {
        let variable = self.variable(model).map(|variable| &model.variables[variable]);
        let mut units = units(self.kind, variable, &self.before.unit, model);
        // A unit that the plan has stays until something else is asked for.
        let is_as_before = self.kind == self.before.kind
            && variable.map(|variable| &variable.id) == Some(&self.before.indicator);
        if is_as_before && !units.contains(&self.before.unit) {
            units.push(self.before.unit.clone());
        }
        units
    }

    fn fit_unit(&mut self, model: &Model) {
        let units = self.units(model);
        if !units.iter().any(|unit| unit.symbol() == self.unit) {
            units.first().map_or("1", Unit::symbol).clone_into(&mut self.unit);
        }
    }

    /// The name where it is not that of the model's indicator.
    fn own_name(&self, model: &Model) -> Option<&Text> {
        let variable = &model.variables[self.before.variable?];
        Some(&self.before.name).filter(|name| **name != variable.name)
    }
}

/// Position of the variable with this name in either language, or this id.
pub(super) fn find(name: &str, model: &Model) -> Option<VariableId> {
    let name = name.trim();
    let is_called = |variable: &Variable| {
        [&variable.name.zh, &variable.name.en, &variable.id].into_iter().any(|known| known == name)
    };
    model.variables.position(is_called)
}

/// A number of a target, in base units, as its field has it.
pub(super) fn written(value: f64, unit: &Unit) -> String {
    unrounded(unit.from_base(value).0)
}

fn name_of(id: &str, model: &Model, locale: Locale) -> String {
    let variable = model.variable(id).map(|variable| &model.variables[variable].name);
    variable.map_or(id, |name| name.get(locale)).to_owned()
}

fn units(kind: TargetKind, variable: Option<&Variable>, before: &Unit, model: &Model) -> Vec<Unit> {
    let table = || model.units.all();
    let percent = || table().filter(|unit| unit.symbol() == "%").cloned();
    let mut units: Vec<Unit> = match (kind, variable) {
        (TargetKind::Value, Some(variable)) => alike(&variable.unit, model),
        (TargetKind::Increase | TargetKind::Relative, Some(variable)) => {
            alike(&variable.unit.difference(), model)
        }
        (TargetKind::Growth, Some(variable)) if variable.unit.flavour() == Flavour::Rate => {
            percent().chain([variable.unit.difference()]).collect()
        }
        (TargetKind::Growth, _) => percent().collect(),
        (TargetKind::Hold, Some(variable)) => {
            percent().chain(alike(&variable.unit.difference(), model)).collect()
        }
        _ => std::iter::once(before).chain(table()).cloned().collect(),
    };
    let mut seen = Set::new();
    units.retain(|unit| seen.insert(unit.symbol().to_owned()));
    units
}

/// The unit and those of the table that measure the same in the same manner.
fn alike(unit: &Unit, model: &Model) -> Vec<Unit> {
    let fits =
        |other: &&Unit| other.dimension() == unit.dimension() && other.flavour() == unit.flavour();
    std::iter::once(unit).chain(model.units.all().filter(fits)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::builtin;
    use crate::region::Region;

    fn city(id: &str) -> (Model, Region) {
        builtin::load(builtin::find(id).unwrap()).unwrap()
    }

    /// The draft of a target of Yiyang after `write`, checked.
    fn checked(id: &str, write: &[(Field, &str)]) -> Result<Target, Vec<FieldProblem>> {
        let (model, region) = city("yiyang-2020");
        let target = region.targets.iter().find(|target| target.id == id).unwrap();
        let mut draft = Draft::of(target, &model, Locale::Zh);
        for (field, text) in write {
            draft.write(*field, (*text).to_owned(), &model);
        }
        draft.checked(&model, &region, Locale::Zh)
    }

    #[track_caller]
    fn refused(id: &str, write: (Field, &str), words: &str) {
        let problems = checked(id, &[write]).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].0 == write.0 && problems[0].1.contains(words), "{problems:?}");
    }

    #[test]
    fn a_draft_that_nobody_touched_is_the_target() {
        for built_in in builtin::REGIONS {
            let (model, region) = city(built_in.id);
            for target in &region.targets {
                for locale in [Locale::Zh, Locale::En] {
                    let draft = Draft::of(target, &model, locale);
                    let found = draft.checked(&model, &region, locale);
                    assert_eq!(found.as_ref(), Ok(target), "{} {}", region.id, target.id);
                }
            }
        }
    }

    #[test]
    fn every_indicator_is_found_by_its_name() {
        let (model, _) = city("yiyang-2020");
        for (position, variable) in model.variables.iter_enumerated() {
            for name in [&variable.name.zh, &variable.name.en] {
                assert_eq!(find(name, &model), Some(position), "{name}");
            }
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them_in_the_plans_unit() {
        let target = checked("Y5", &[(Field::Floor, "１２ 亿元"), (Field::Stretch, "15")]).unwrap();
        assert_eq!((target.floor, target.stretch), (12e8, Some(15e8)));
    }

    #[test]
    fn a_number_that_nobody_touched_keeps_every_digit() {
        let (model, mut region) = city("yiyang-2020");
        let place = region.targets.position(|target| target.id == "Y5").unwrap();
        region.targets[place].floor = 12_345_678_901.234_5;
        let draft = Draft::of(&region.targets[place], &model, Locale::Zh);
        assert_eq!(draft.text(Field::Floor), "123.456789012");
        let found = draft.checked(&model, &region, Locale::Zh).unwrap();
        assert_eq!(found.floor, 12_345_678_901.234_5);
    }

    #[test]
    fn units_of_people_are_divided_at_their_commas() {
        let target = checked("Y5", &[(Field::Responsible, "成果科、 高新区，企业")]).unwrap();
        assert_eq!(target.responsible, ["成果科", "高新区", "企业"]);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        refused("Y5", (Field::Floor, "很多"), "“很多”不是数");
        refused("Y5", (Field::Floor, "1,5"), "分隔符不合规");
        refused("Y5", (Field::Floor, "3千"), "有歧义");
        refused("Y5", (Field::Floor, &"9".repeat(302)), "太大");
        refused("Y5", (Field::Floor, ""), "请填底线值");
        refused("Y1", (Field::Floor, "0.0000001"), "能写出的最小值是");
        refused("Y5", (Field::Floor, "-2"), "不会是负数");
        refused("Y5", (Field::Stretch, "9"), "更进一步");
        refused("Y5", (Field::Year, "2019"), "2020");
        refused("Y5", (Field::Indicator, "没有的指标"), "没有“没有的指标”");
        refused("Y2", (Field::RelativeTo, "技术合同成交额"), "同类单位");
    }

    #[test]
    fn another_kind_takes_a_unit_that_fits() {
        let (model, region) = city("yiyang-2020");
        let target = region.targets.iter().find(|target| target.id == "Y5").unwrap();
        let mut draft = Draft::of(target, &model, Locale::Zh);
        draft.ask_for(TargetKind::Growth, &model);
        draft.write(Field::Floor, "12.5".to_owned(), &model);
        let found = draft.checked(&model, &region, Locale::Zh).unwrap();
        assert_eq!((found.unit.symbol(), found.floor), ("%", 0.125));
        draft.write(Field::Indicator, "研发经费投入强度".to_owned(), &model);
        draft.ask_for(TargetKind::Increase, &model);
        draft.write(Field::Floor, "0.3".to_owned(), &model);
        let found = draft.checked(&model, &region, Locale::Zh).unwrap();
        assert_eq!((found.unit.symbol(), found.floor), ("百分点", 0.003));
    }

    #[test]
    fn a_milestone_may_have_any_name() {
        let (model, region) = city("yiyang-2020");
        let blank = Target { id: "T1".into(), ..crate::desk::target::blank(&region) };
        let mut draft = Draft::of(&blank, &model, Locale::Zh);
        draft.ask_for(TargetKind::Milestone, &model);
        draft.write(Field::Indicator, "建成科技馆".to_owned(), &model);
        let found = draft.checked(&model, &region, Locale::Zh).unwrap();
        assert_eq!(
            (&*found.name.zh, &*found.indicator, found.variable),
            ("建成科技馆", "T1", None)
        );
    }
}
