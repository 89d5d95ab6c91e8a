//! 体检意见 in words: what is the matter, with its numbers, and what would mend it.

use crate::analysis::{
    Finding, FindingSeverity, Fix, Issue, Percentile, ReadAs, Requirement, Yardstick,
};
use crate::locale::Locale;
use crate::model::{Model, Reference, VariableId};
use crate::region::{Region, Target, TargetId};
use crate::unit::Flavour;
use crate::wording::ask::{judged_measure, target_name};
use crate::wording::chance::{self, chance};
use crate::wording::measure::Measure;
use crate::wording::phrase::{Phrase, Sentence};
use crate::wording::terms::names;

/// How much a finding matters, in a word.
#[must_use]
pub fn severity_word(severity: FindingSeverity) -> Phrase {
    match severity {
        FindingSeverity::Error => Phrase::MUST_BE_RIGHT,
        FindingSeverity::Warning => Phrase::SHOULD_BE_CHECKED,
        FindingSeverity::Note => Phrase::FOR_INFORMATION,
    }
}

/// What a finding says.
#[must_use]
pub fn finding_words(finding: &Finding, model: &Model, region: &Region, locale: Locale) -> String {
    Words { finding, model, region, locale }.issue()
}

/// What one of its fixes would change.
#[must_use]
pub fn fix_words(fix: &Fix, model: &Model, region: &Region, locale: Locale) -> String {
    let said = |position: TargetId| said(&region.targets[position], region, locale);
    match fix {
        Fix::Floor { target, floor } => {
            let measure = judged_measure(&region.targets[*target], model, locale);
            let value = measure.without_padding().value(*floor).to_string();
            Phrase::FIX_FLOOR.with(locale, &[("target", &said(*target)), ("value", &value)])
        }
        Fix::Commitment { commitment, .. } => {
            Phrase::FIX_VERB.with(locale, &[("verb", commitment)])
        }
        Fix::Unit { target, unit } => {
            let unit = Measure::of(unit, &model.units, 0, locale).heading();
            Phrase::FIX_UNIT.with(locale, &[("target", &said(*target)), ("unit", &unit)])
        }
    }
}

/// What a target is called among the region's: its name, with its section where the plan sets
/// more than one number for it.
fn said(target: &Target, region: &Region, locale: Locale) -> String {
    let name = &*target_name(target, locale);
    let alike = region.targets.iter().filter(|other| other.name == target.name).count();
    let is_told = alike > 1 && !target.section.is_empty();
    let phrase = if is_told { Phrase::FIX_TARGET_IN } else { Phrase::FIX_TARGET };
    phrase.with(locale, &[("name", name), ("section", &target.section)])
}

#[derive(Clone, Copy)]
struct Words<'w> {
    finding: &'w Finding,
    model: &'w Model,
    region: &'w Region,
    locale: Locale,
}

impl<'w> Words<'w> {
    fn issue(self) -> String {
        match &self.finding.issue {
            Issue::Contradiction { identity, left, right, variable } => {
                let measure = self.variable(*variable);
                let rule = self.model.identities[*identity].name.get(self.locale).to_owned();
                let sides = [measure.value(*left), measure.value(*right)].map(String::from);
                self.say(
                    Phrase::FINDING_CONTRADICTION,
                    ["rule", "left", "right"],
                    [rule, sides[0].clone(), sides[1].clone()],
                )
            }
            Issue::TwoValues { values } => {
                let values = values.map(|value| self.amount(0, value));
                self.say(Phrase::FINDING_TWO_VALUES, ["first", "second"], values)
            }
            Issue::Implied { implied, value, against, .. } => {
                self.implied(*implied, *value, *against)
            }
            Issue::BeyondReference(required) => self.beyond(required),
            Issue::CopiedFromProvince { value, required } => {
                let copied = self.say(Phrase::FINDING_COPIED, ["value"], [self.amount(0, *value)]);
                let takes = required.as_ref().map(|required| self.beyond(required));
                let space = Phrase::SENTENCE_SPACE.get(self.locale);
                takes.map_or(copied.clone(), |takes| format!("{copied}{space}{takes}"))
            }
            Issue::TwoCommitments { verbs } => {
                self.say(Phrase::FINDING_TWO_COMMITMENTS, ["first", "second"], verbs.clone())
            }
            Issue::MissingBase(ids) => {
                self.say(Phrase::FINDING_MISSING, ["figures"], [self.names(ids)])
            }
            Issue::AssumedBase(ids) => {
                self.say(Phrase::FINDING_ASSUMED, ["figures"], [self.names(ids)])
            }
            Issue::Ambiguous(readings) => self.ambiguous(readings),
            issue => self.amounts(issue),
        }
    }

    /// Issues that are amounts of their targets.
    fn amounts(self, issue: &Issue) -> String {
        match issue {
            Issue::FarBelowOutlook { floor, outlook, chance: of_floor } => {
                let [floor, outlook] = [*floor, outlook.p50].map(|value| self.amount(0, value));
                let values = [outlook, floor, chance(*of_floor)];
                self.say(Phrase::FINDING_FAR_BELOW, ["outlook", "floor", "chance"], values)
            }
            Issue::OneNumberTwoIndicators { floor, needed } => {
                let name = self.target(1).name.get(self.locale).to_owned();
                let values = [self.amount(0, *floor), name, self.amount(1, *needed)];
                self.say(Phrase::FINDING_ONE_NUMBER, ["floor", "name", "needed"], values)
            }
            Issue::Nested { whole, parts } => {
                let fits = parts <= whole;
                let phrase =
                    if fits { Phrase::FINDING_NESTED } else { Phrase::FINDING_NESTED_TOO_LARGE };
                let values = [*whole, *parts].map(|value| self.amount(0, value));
                self.say(phrase, ["whole", "parts"], values)
            }
            Issue::SmallPartOfResult { money, result, added, .. } => {
                let added_in_money = self.amount(0, *added);
                let share = Measure::percent(1, self.locale).value(added / result).to_string();
                let values =
                    [self.amount(0, *money), added_in_money, self.amount(1, *result), share];
                let gaps = ["money", "added", "result", "share"];
                self.say(Phrase::FINDING_SMALL_PART, gaps, values)
            }
            Issue::UnitSlip { written, fits, outlook } => {
                let values = [*written, *outlook, *fits].map(|value| self.amount(0, value));
                self.say(Phrase::FINDING_UNIT_SLIP, ["written", "outlook", "fits"], values)
            }
            Issue::PercentForPoints { change } => {
                let change = Measure::percent(1, self.locale).value(*change).to_string();
                self.say(Phrase::FINDING_PERCENT_FOR_POINTS, ["change"], [change])
            }
            Issue::LevelAgainstMean { value, reference } => {
                let values = [*value, *reference].map(|value| self.amount(0, value));
                self.say(Phrase::FINDING_LEVEL_MEAN, ["value", "reference"], values)
            }
            _ => String::new(),
        }
    }

    fn implied(self, implied: Reference, value: f64, against: Option<Yardstick>) -> String {
        let (name, measure) = match implied {
            Reference::Figure(figure) => {
                let declared = &self.model.figures[figure];
                let measure = Measure::of(&declared.unit, &self.model.units, 1, self.locale);
                (&declared.name, measure.without_padding())
            }
            Reference::Variable(variable) => {
                (&self.model.variables[variable].name, self.variable(variable))
            }
            _ => return String::new(),
        };
        let range = |[low, high]: [f64; 2]| ("range", measure.range(low, high));
        let one = |value| ("value", measure.value(value).to_string());
        let (phrase, (gap, filled)) = match against {
            Some(Yardstick::Plausible(bounds)) => (Phrase::AGAINST_PLAUSIBLE, range(bounds)),
            Some(Yardstick::Outlook(bounds)) => (Phrase::AGAINST_OUTLOOK, range(bounds)),
            Some(Yardstick::Figure(figure)) => (Phrase::AGAINST_FIGURE, one(figure)),
            Some(Yardstick::BaseYear(base)) => (Phrase::AGAINST_BASE_YEAR, one(base)),
            None => (Phrase::AGAINST_NOTHING, ("", String::new())),
        };
        let against = phrase.with(self.locale, &[(gap, &filled)]);
        let values = [name.get(self.locale).to_owned(), measure.value(value).to_string(), against];
        self.say(Phrase::FINDING_IMPLIED, ["name", "value", "against"], values)
    }

    fn beyond(self, required: &Requirement) -> String {
        let declared = &self.model.variables[required.variable];
        let measure = self.variable(required.variable);
        let is_rate = declared.unit.flavour() == Flavour::Rate;
        let growth = |growth: f64| {
            let percent = Measure::percent(1, self.locale);
            let written = if is_rate { measure.change(growth) } else { percent.value(growth) };
            written.to_string()
        };
        let pace = if is_rate { Phrase::PACE_CHANGE } else { Phrase::PACE_GROWTH };
        let pace = self.say(pace, ["growth"], [growth(required.growth)]);
        let compare = |[phrase, of_all]: [Phrase; 2], Percentile { share, cases, p95 }| {
            let all = (1.0 - share) * cases as f64 <= 0.5;
            let phrase = if all { of_all } else { phrase };
            let share = chance::share(share, self.locale);
            self.say(phrase, ["cases", "share", "p95"], [cases.to_string(), share, growth(p95)])
        };
        let peers = required
            .peers
            .map(|peers| compare([Phrase::COMPARED_PEERS, Phrase::COMPARED_PEERS_ALL], peers));
        let own = required.own.filter(|own| own.cases > 1);
        let own = own
            .filter(|_| peers.is_none())
            .map(|own| compare([Phrase::COMPARED_OWN, Phrase::COMPARED_OWN_ALL], own));
        let [base, level] = [required.base, required.level].map(|value| measure.value(value));
        self.say(
            Phrase::FINDING_BEYOND,
            ["name", "base", "level", "pace", "compared"],
            [
                declared.name.get(self.locale).to_owned(),
                base.to_string(),
                level.to_string(),
                pace,
                peers.or(own).unwrap_or_default(),
            ],
        )
    }

    fn ambiguous(self, readings: &[ReadAs]) -> String {
        let words = readings.iter().map(|reading| {
            let name = reading.name.get(self.locale);
            let Some(of_floor) = reading.chance else {
                return Phrase::READING_NAMED.with(self.locale, &[("name", name)]);
            };
            let values = [("name", name), ("chance", &chance(of_floor))];
            Phrase::READING_CHANCE.with(self.locale, &values)
        });
        let words: Vec<String> = words.collect();
        let joined = words.join(Phrase::COMMA.get(self.locale));
        self.say(Phrase::FINDING_AMBIGUOUS, ["readings"], [joined])
    }

    fn say<const N: usize>(
        self,
        phrase: Phrase,
        gaps: [&'static str; N],
        values: [String; N],
    ) -> String {
        let filled = gaps.into_iter().zip(values);
        let sentence = Sentence::plain(phrase);
        filled.fold(sentence, |said, (gap, value)| said.fill(gap, value)).text(self.locale)
    }

    fn target(self, place: usize) -> &'w Target {
        &self.region.targets[self.finding.targets[place]]
    }

    /// An amount of what a target of the finding asks about.
    fn amount(self, place: usize, value: f64) -> String {
        let measure = judged_measure(self.target(place), self.model, self.locale);
        measure.without_padding().value(value).to_string()
    }

    fn variable(self, variable: VariableId) -> Measure {
        let declared = &self.model.variables[variable];
        let measure =
            Measure::of(&declared.unit, &self.model.units, declared.decimals, self.locale);
        measure.without_padding()
    }

    fn names(self, ids: &[String]) -> String {
        names(ids, self.model, self.locale)
    }
}
