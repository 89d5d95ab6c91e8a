//! 「这次改了什么」 in words: what, from what, to what.

use crate::locale::Locale;
use crate::model::Model;
use crate::plan::{Change, LeverPath, ParameterChange, Plan, Recorded, ScenarioId, Status};
use crate::region::{Datum, Path, Target};
use crate::unit::Unit;
use crate::wording::ask::ask;
use crate::wording::measure::{Measure, decimals_of_step};
use crate::wording::phrase::Phrase;
use crate::wording::terms;

/// A change in words: 「研发后补助：500→800万元」. `plan` names its scenarios and the
/// present settings of its region.
#[must_use]
pub fn change_words(change: &Change, plan: &Plan, model: &Model, locale: Locale) -> String {
    Writer { plan, model, locale }.change(change)
}

/// What a scenario is called; 现状延续 by its own name.
#[must_use]
pub fn scenario_name(plan: &Plan, id: ScenarioId, locale: Locale) -> String {
    let scenario = plan.scenarios.get(id).filter(|scenario| !scenario.is_present());
    scenario.map_or_else(
        || Phrase::KickerPresent.get(locale).to_owned(),
        |scenario| scenario.name.clone(),
    )
}

/// How a recorded status is called.
#[must_use]
pub fn status_word(status: Status) -> Phrase {
    match status {
        Status::NotStarted => Phrase::StatusNotStarted,
        Status::UnderWay => Phrase::StatusUnderWay,
        Status::Done => Phrase::StatusDone,
        Status::Missed => Phrase::StatusMissed,
    }
}

struct Writer<'w> {
    plan: &'w Plan,
    model: &'w Model,
    locale: Locale,
}

impl Writer<'_> {
    fn change(&self, change: &Change) -> String {
        match change {
            Change::Name { from, to } => self.phrases(Phrase::ChangeName, from, to),
            Change::Region { from, to } => {
                self.phrases(Phrase::ChangeRegion, from.get(self.locale), to.get(self.locale))
            }
            Change::Model { from, to } => self.phrases(Phrase::ChangeModel, from, to),
            Change::Lever { lever, from, to, .. } => self.lever(lever, from.as_ref(), to.as_ref()),
            Change::Assumption { assumption, year, from, to, .. } => {
                let name = self.of_year(assumption, *year);
                self.numbers(&name, &self.unit(assumption), *from, *to, Phrase::RegionsValue)
            }
            Change::Scenario { from, to, .. } => self.scenario(from.as_deref(), to.as_deref()),
            Change::Current { from, to } => self.scenarios(Phrase::DeedSelectScenario, *from, *to),
            Change::Reference { from, to } => self.scenarios(Phrase::DeedSetReference, *from, *to),
            Change::Ceiling { from, to } => self.ceiling(*from, *to),
            Change::Figure { id, from, to } => {
                self.datum(self.name(id), from.as_ref(), to.as_ref())
            }
            Change::Dated { id, year, from, to } => {
                self.datum(&self.of_year(id, *year), from.as_ref(), to.as_ref())
            }
            Change::Present { lever, from, to } => {
                let name = Phrase::PresentOf.with(self.locale, &[("name", self.name(lever))]);
                self.datum(&name, from.as_ref(), to.as_ref())
            }
            Change::Path { assumption, from, to } => {
                self.path(assumption, from.as_ref(), to.as_ref())
            }
            Change::Target { from, to } => self.target(from.as_deref(), to.as_deref()),
            Change::Parameter { id, from, to } => self.parameter(id, *from, *to),
            Change::Status { target, from, to } => self.status(target, from.as_ref(), to.as_ref()),
            Change::ScenarioNote(_) => self.say(Phrase::ChangeScenarioNote).to_owned(),
            Change::Order => self.say(Phrase::ChangeOrder).to_owned(),
            Change::Thresholds => self.say(Phrase::ChangeThresholds).to_owned(),
            Change::Notes => self.say(Phrase::ChangeNotes).to_owned(),
        }
    }

    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.get(self.locale)
    }

    fn moved(&self, name: &str, from: &str, to: &str) -> String {
        Phrase::ChangeFromTo.with(self.locale, &[("name", name), ("from", from), ("to", to)])
    }

    fn phrases(&self, name: Phrase, from: &str, to: &str) -> String {
        self.moved(self.say(name), from, to)
    }

    fn scenarios(&self, name: Phrase, from: ScenarioId, to: ScenarioId) -> String {
        let named = |id| scenario_name(self.plan, id, self.locale);
        self.phrases(name, &named(from), &named(to))
    }

    fn name<'n>(&'n self, id: &'n str) -> &'n str {
        let lever = self.model.lever(id).map(|lever| &self.model.levers[lever].name);
        lever.map_or_else(|| terms::name(id, self.model, self.locale), |name| name.get(self.locale))
    }

    fn of_year(&self, id: &str, year: i32) -> String {
        let year = year.to_string();
        Phrase::NameOfYear.with(self.locale, &[("name", self.name(id)), ("year", &year)])
    }

    fn unit(&self, assumption: &str) -> Unit {
        let declared = self.model.assumptions.iter().find(|declared| declared.id == assumption);
        declared.map_or_else(Unit::pure, |declared| declared.unit.clone())
    }

    /// Two numbers in base units with the unit once.
    fn numbers(
        &self,
        name: &str,
        unit: &Unit,
        from: Option<f64>,
        to: Option<f64>,
        none: Phrase,
    ) -> String {
        let known = [from, to].into_iter().flatten();
        let decimals = known.map(|value| decimals_of_step(unit.from_base(value).abs())).max();
        let measure =
            Measure::of(unit, &self.model.units, decimals.unwrap_or_default(), self.locale);
        let value = |value: Option<f64>| {
            value.map_or(self.say(none).to_owned(), |value| measure.value(value).to_string())
        };
        let before = match (from, to) {
            (Some(from), Some(_)) if self.locale == Locale::Zh => measure.digits(from),
            _ => value(from),
        };
        self.moved(name, &before, &value(to))
    }

    fn lever(&self, id: &str, from: Option<&LeverPath>, to: Option<&LeverPath>) -> String {
        let Some(lever) = self.model.lever(id).map(|lever| &self.model.levers[lever]) else {
            return self.say(Phrase::DeedSetLever).to_owned();
        };
        let present = LeverPath::Constant(self.plan.region.present_setting(lever));
        let (from, to) = (from.unwrap_or(&present), to.unwrap_or(&present));
        let name = lever.name.get(self.locale);
        let base = |value: f64| lever.unit.to_base(value);
        if let (LeverPath::Constant(from), LeverPath::Constant(to)) = (from, to) {
            let (from, to) = (Some(base(*from)), Some(base(*to)));
            return self.numbers(name, &lever.unit, from, to, Phrase::Present);
        }
        let decimals = decimals_of_step(lever.step);
        let measure = Measure::of(&lever.unit, &self.model.units, decimals, self.locale);
        let written = |path: &LeverPath| match path {
            LeverPath::Constant(value) => measure.value(base(*value)).to_string(),
            LeverPath::ByYear(values) => {
                let digits: Vec<String> =
                    values.iter().map(|value| measure.digits(base(*value))).collect();
                let digits = digits.join(self.say(Phrase::ListComma));
                Phrase::SettingByYear
                    .with(self.locale, &[("values", &digits), ("unit", &measure.heading())])
            }
        };
        self.moved(name, &written(from), &written(to))
    }

    fn scenario(&self, from: Option<&str>, to: Option<&str>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => self.phrases(Phrase::DeedRenameScenario, from, to),
            (Some(from), None) => self.named(Phrase::DeedDeleteScenario, from),
            (None, to) => self.named(Phrase::DeedAddScenario, to.unwrap_or_default()),
        }
    }

    fn named(&self, phrase: Phrase, name: &str) -> String {
        let deed = self.say(phrase);
        Phrase::DeedOfName.with(self.locale, &[("deed", deed), ("name", name)])
    }

    fn ceiling(&self, from: Option<f64>, to: Option<f64>) -> String {
        let funds = Measure::funds(self.locale);
        let value = |value: Option<f64>| {
            value.map_or(self.say(Phrase::NoneSet).to_owned(), |value| {
                funds.value(value).to_string()
            })
        };
        self.phrases(Phrase::ChangeCeilingName, &value(from), &value(to))
    }

    fn datum(&self, name: &str, from: Option<&Datum>, to: Option<&Datum>) -> String {
        let (old, new) = (from.map(|datum| datum.value), to.map(|datum| datum.value));
        if old == new {
            return Phrase::OriginOf.with(self.locale, &[("name", name)]);
        }
        let unit = to.or(from).map_or_else(Unit::pure, |datum| datum.unit.clone());
        self.numbers(name, &unit, old, new, Phrase::NoneSet)
    }

    fn path(&self, id: &str, from: Option<&Path>, to: Option<&Path>) -> String {
        let none = self.say(Phrase::NoneSet).to_owned();
        let (unit, all) = (self.unit(id), [from, to]);
        let values = all.into_iter().flatten().flat_map(|path| path.by_year.values());
        let decimals = values.map(|value| decimals_of_step(unit.from_base(*value).abs())).max();
        let measure =
            Measure::of(&unit, &self.model.units, decimals.unwrap_or_default(), self.locale);
        let written = |path: Option<&Path>| {
            path.map_or(none.clone(), |path| {
                let years = path.by_year.iter();
                let years: Vec<String> = years
                    .map(|(year, value)| self.of(*year, &measure.value(*value).to_string()))
                    .collect();
                years.join(self.say(Phrase::ListComma))
            })
        };
        self.moved(self.name(id), &written(from), &written(to))
    }

    fn of(&self, year: i32, value: &str) -> String {
        let year = Phrase::YearOf.with(self.locale, &[("year", &year.to_string())]);
        format!("{year}{}{value}", if self.locale == Locale::Zh { "" } else { " " })
    }

    fn target(&self, from: Option<&Target>, to: Option<&Target>) -> String {
        let written = |target: &Target| ask(target, self.model, self.locale);
        match (from, to) {
            (Some(from), Some(to)) if written(from) == written(to) => {
                self.named(Phrase::DeedEditTargets, to.name.get(self.locale))
            }
            (Some(from), Some(to)) => {
                self.moved(to.name.get(self.locale), &written(from), &written(to))
            }
            (Some(from), None) => self.named(Phrase::DeedDeleteTarget, from.name.get(self.locale)),
            (None, to) => {
                let name = to.map_or("", |target| target.name.get(self.locale));
                self.named(Phrase::DeedAddTarget, name)
            }
        }
    }

    fn parameter(
        &self,
        id: &str,
        from: Option<ParameterChange>,
        to: Option<ParameterChange>,
    ) -> String {
        let declared = self.model.parameters.iter().find(|declared| declared.id == id);
        let Some(declared) = declared else {
            return self.say(Phrase::DeedSetParameter).to_owned();
        };
        let mode = |change: Option<ParameterChange>| change.map(|change| change.mode);
        let name = declared.name.get(self.locale);
        if mode(from) == mode(to) {
            return self.named(Phrase::DeedSetParameter, name);
        }
        self.numbers(name, &declared.unit, mode(from), mode(to), Phrase::ModelsValue)
    }

    fn status(&self, target: &str, from: Option<&Recorded>, to: Option<&Recorded>) -> String {
        let found = self.plan.region.targets.iter().find(|known| known.id == target);
        let name = found.map_or(target, |target| target.name.get(self.locale));
        let word = |recorded: Option<&Recorded>| {
            self.say(recorded.map_or(Phrase::NoneSet, |recorded| status_word(recorded.status)))
        };
        self.moved(name, word(from), word(to))
    }
}
