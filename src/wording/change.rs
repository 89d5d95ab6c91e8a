//! “这次改了什么” in words: what, from what, to what.

use crate::locale::Locale;
use crate::model::{Lever, Model};
use crate::plan::{
    Change, LeverPath, ParameterChange, Plan, Recorded, Scenario, ScenarioId, Status,
};
use crate::region::{Datum, Path, Target};
use crate::unit::{InUnit, Unit};
use crate::wording::ask::ask;
use crate::wording::measure::{Measure, decimals_of_step};
use crate::wording::phrase::Phrase;
use crate::wording::terms;

/// A change in words: “研发后补助：500→800万元”. `plan` names its scenarios and the
/// present settings of its region.
#[must_use]
pub fn change_words(change: &Change, plan: &Plan, model: &Model, locale: Locale) -> String {
    Writer { plan, model, locale }.change(change)
}

/// From what to what a lever was moved, without its name: “500→800万元”.
#[must_use]
pub fn lever_steps(
    lever: &Lever,
    [from, to]: [Option<&LeverPath>; 2],
    plan: &Plan,
    model: &Model,
    locale: Locale,
) -> String {
    let [from, to] = Writer { plan, model, locale }.lever_steps(lever, from, to);
    Phrase::CHANGE_STEPS.with(locale, &[("from", &from), ("to", &to)])
}

/// What a scenario is called; 现状延续 by its own name.
#[must_use]
pub fn scenario_name(plan: &Plan, id: ScenarioId, locale: Locale) -> String {
    let scenario = plan.scenarios.get(id);
    scenario.map_or_else(
        || Phrase::KICKER_PRESENT.get(locale).to_owned(),
        |scenario| scenario_title(scenario, locale),
    )
}

/// The same of a scenario at hand.
#[must_use]
pub fn scenario_title(scenario: &Scenario, locale: Locale) -> String {
    if scenario.is_present() {
        return Phrase::KICKER_PRESENT.get(locale).to_owned();
    }
    in_language(&scenario.name, locale)
}

/// A name that the page gave a scenario, in the reader's language; any other as it is.
fn in_language(name: &str, locale: Locale) -> String {
    for given_in in [Locale::Zh, Locale::En] {
        match Phrase::SCENARIO_COPY.read(name, given_in).as_deref() {
            Some([number, original]) if is_number(number) => {
                let values = [("name", &*in_language(original, locale)), ("number", number)];
                return Phrase::SCENARIO_COPY.with(locale, &values);
            }
            _ => {}
        }
        match Phrase::SCENARIO_NUMBERED.read(name, given_in).as_deref() {
            Some([number]) if is_number(number) => {
                return Phrase::SCENARIO_NUMBERED.with(locale, &[("number", number)]);
            }
            _ => {}
        }
    }
    name.to_owned()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How a recorded status is called.
#[must_use]
pub fn status_word(status: Status) -> Phrase {
    match status {
        Status::NotStarted => Phrase::STATUS_NOT_STARTED,
        Status::UnderWay => Phrase::STATUS_UNDER_WAY,
        Status::Done => Phrase::STATUS_DONE,
        Status::Missed => Phrase::STATUS_MISSED,
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
            Change::Name { from, to } => self.phrases(Phrase::CHANGE_NAME, from, to),
            Change::Region { from, to } => {
                let [from, to] = [from, to].map(|(name, year)| {
                    let values = [("name", name.get(self.locale)), ("year", &*year.to_string())];
                    Phrase::CITY_AND_YEAR.with(self.locale, &values)
                });
                self.phrases(Phrase::CHANGE_REGION, &from, &to)
            }
            Change::Model { from, to } => self.phrases(Phrase::CHANGE_MODEL, from, to),
            Change::Lever { lever, from, to, .. } => self.lever(lever, from.as_ref(), to.as_ref()),
            Change::Assumption { assumption, year, from, to, .. } => {
                let name = self.of_year(assumption, *year);
                self.numbers(&name, &self.unit(assumption), *from, *to, Phrase::REGIONS_VALUE)
            }
            Change::Scenario { from, to, .. } => self.scenario(from.as_deref(), to.as_deref()),
            Change::Current { from, to } => {
                self.scenarios(Phrase::DEED_SELECT_SCENARIO, *from, *to)
            }
            Change::Reference { from, to } => {
                self.scenarios(Phrase::DEED_SET_REFERENCE, *from, *to)
            }
            Change::Ceiling { from, to } => self.ceiling(*from, *to),
            Change::Figure { id, from, to } => {
                self.datum(self.name(id), from.as_ref(), to.as_ref())
            }
            Change::Dated { id, year, from, to } => {
                self.datum(&self.of_year(id, *year), from.as_ref(), to.as_ref())
            }
            Change::Present { lever, from, to } => {
                let name = Phrase::PRESENT_OF.with(self.locale, &[("name", self.name(lever))]);
                self.datum(&name, from.as_ref(), to.as_ref())
            }
            Change::Path { assumption, from, to } => {
                self.path(assumption, from.as_ref(), to.as_ref())
            }
            Change::Target { from, to } => self.target(from.as_deref(), to.as_deref()),
            Change::Parameter { id, from, to } => self.parameter(id, *from, *to),
            Change::Status { target, from, to } => self.status(target, from.as_ref(), to.as_ref()),
            Change::ScenarioNote(_) => self.say(Phrase::CHANGE_SCENARIO_NOTE).to_owned(),
            Change::Order => self.say(Phrase::CHANGE_ORDER).to_owned(),
            Change::Thresholds => self.say(Phrase::CHANGE_THRESHOLDS).to_owned(),
            Change::Notes => self.say(Phrase::CHANGE_NOTES).to_owned(),
        }
    }

    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.get(self.locale)
    }

    fn moved(&self, name: &str, from: &str, to: &str) -> String {
        Phrase::CHANGE_FROM_TO.with(self.locale, &[("name", name), ("from", from), ("to", to)])
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
        Phrase::NAME_OF_YEAR.with(self.locale, &[("name", self.name(id)), ("year", &year)])
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
        let [from, to] = self.steps(unit, from, to, none);
        self.moved(name, &from, &to)
    }

    fn steps(&self, unit: &Unit, from: Option<f64>, to: Option<f64>, none: Phrase) -> [String; 2] {
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
        [before, value(to)]
    }

    fn lever(&self, id: &str, from: Option<&LeverPath>, to: Option<&LeverPath>) -> String {
        let Some(lever) = self.model.lever(id).map(|lever| &self.model.levers[lever]) else {
            return self.say(Phrase::DEED_SET_LEVER).to_owned();
        };
        let [from, to] = self.lever_steps(lever, from, to);
        self.moved(lever.name.get(self.locale), &from, &to)
    }

    fn lever_steps(
        &self,
        lever: &Lever,
        from: Option<&LeverPath>,
        to: Option<&LeverPath>,
    ) -> [String; 2] {
        let present = LeverPath::Constant(self.plan.region.present_setting(lever));
        let (from, to) = (from.unwrap_or(&present), to.unwrap_or(&present));
        let base = |value: InUnit| lever.unit.to_base(value);
        if let (LeverPath::Constant(from), LeverPath::Constant(to)) = (from, to) {
            let (from, to) = (Some(base(*from)), Some(base(*to)));
            return self.steps(&lever.unit, from, to, Phrase::PRESENT);
        }
        let decimals = decimals_of_step(lever.step);
        let measure = Measure::of(&lever.unit, &self.model.units, decimals, self.locale);
        let written = |path: &LeverPath| match path {
            LeverPath::Constant(value) => {
                measure.clone().showing(base(*value)).value(base(*value)).to_string()
            }
            LeverPath::ByYear(values) => {
                let digits: Vec<String> = values
                    .iter()
                    .map(|value| measure.clone().showing(base(*value)).digits(base(*value)))
                    .collect();
                let digits = digits.join(self.say(Phrase::LIST_COMMA));
                Phrase::SETTING_BY_YEAR
                    .with(self.locale, &[("values", &digits), ("unit", &measure.heading())])
            }
        };
        [written(from), written(to)]
    }

    fn scenario(&self, from: Option<&str>, to: Option<&str>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => self.phrases(Phrase::DEED_RENAME_SCENARIO, from, to),
            (Some(from), None) => self.named(Phrase::DEED_DELETE_SCENARIO, from),
            (None, to) => self.named(Phrase::DEED_ADD_SCENARIO, to.unwrap_or_default()),
        }
    }

    fn named(&self, phrase: Phrase, name: &str) -> String {
        let deed = self.say(phrase);
        Phrase::DEED_OF_NAME.with(self.locale, &[("deed", deed), ("name", name)])
    }

    fn ceiling(&self, from: Option<f64>, to: Option<f64>) -> String {
        let funds = Measure::funds(self.locale);
        let value = |value: Option<f64>| {
            value.map_or(self.say(Phrase::NONE_SET).to_owned(), |value| {
                funds.value(value).to_string()
            })
        };
        self.phrases(Phrase::CHANGE_CEILING_NAME, &value(from), &value(to))
    }

    fn datum(&self, name: &str, from: Option<&Datum>, to: Option<&Datum>) -> String {
        let (old, new) = (from.map(|datum| datum.value), to.map(|datum| datum.value));
        if old == new {
            return Phrase::ORIGIN_OF.with(self.locale, &[("name", name)]);
        }
        let unit = to.or(from).map_or_else(Unit::pure, |datum| datum.unit.clone());
        self.numbers(name, &unit, old, new, Phrase::NONE_SET)
    }

    fn path(&self, id: &str, from: Option<&Path>, to: Option<&Path>) -> String {
        let none = self.say(Phrase::NONE_SET).to_owned();
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
                years.join(self.say(Phrase::LIST_COMMA))
            })
        };
        self.moved(self.name(id), &written(from), &written(to))
    }

    fn of(&self, year: i32, value: &str) -> String {
        let year = Phrase::YEAR_OF.with(self.locale, &[("year", &year.to_string())]);
        format!("{year}{}{value}", if self.locale == Locale::Zh { "" } else { " " })
    }

    fn target(&self, from: Option<&Target>, to: Option<&Target>) -> String {
        let written = |target: &Target| ask(target, self.model, self.locale);
        match (from, to) {
            (Some(from), Some(to)) if written(from) == written(to) => {
                self.named(Phrase::DEED_EDIT_TARGETS, to.name.get(self.locale))
            }
            (Some(from), Some(to)) => {
                self.moved(to.name.get(self.locale), &written(from), &written(to))
            }
            (Some(from), None) => {
                self.named(Phrase::DEED_DELETE_TARGET, from.name.get(self.locale))
            }
            (None, to) => {
                let name = to.map_or("", |target| target.name.get(self.locale));
                self.named(Phrase::DEED_ADD_TARGET, name)
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
            return self.say(Phrase::DEED_SET_PARAMETER).to_owned();
        };
        let mode = |change: Option<ParameterChange>| change.map(|change| change.mode);
        let name = declared.name.get(self.locale);
        if mode(from) == mode(to) {
            return self.named(Phrase::DEED_SET_PARAMETER, name);
        }
        self.numbers(name, &declared.unit, mode(from), mode(to), Phrase::MODELS_VALUE)
    }

    fn status(&self, target: &str, from: Option<&Recorded>, to: Option<&Recorded>) -> String {
        let found = self.plan.region.targets.iter().find(|known| known.id == target);
        let name = found.map_or(target, |target| target.name.get(self.locale));
        let word = |recorded: Option<&Recorded>| {
            self.say(recorded.map_or(Phrase::NONE_SET, |recorded| status_word(recorded.status)))
        };
        self.moved(name, word(from), word(to))
    }
}
