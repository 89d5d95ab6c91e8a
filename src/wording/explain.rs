//! Why a number is what it is, in words: its kind, origin, uncertainty and users.

use crate::analysis::{Explanation, Role, Uncertainty, User, ValueOrigin, formula_in};
use crate::engine;
use crate::formula::{Moment, Read};
use crate::locale::Locale;
use crate::model::{Model, Reference, VariableId};
use crate::region::Region;
use crate::sampling::{Distribution, ShockDistribution};
use crate::wording::ask::ask;
use crate::wording::formula::FormulaWriter;
use crate::wording::measure::Measure;
use crate::wording::number::NONE;
use crate::wording::phrase::Phrase;
use crate::wording::terms::provenance_word;

/// What a declaration is, in a word.
#[must_use]
pub fn kind_word(model: &Model, reference: Reference) -> Phrase {
    match reference {
        Reference::Variable(position) if model.variables[position].direction.is_some() => {
            Phrase::KIND_INDICATOR
        }
        Reference::Variable(_) => Phrase::KIND_VARIABLE,
        Reference::Lever(_) => Phrase::KIND_LEVER,
        Reference::Assumption(_) => Phrase::KIND_ASSUMPTION,
        Reference::Parameter(_) => Phrase::KIND_PARAMETER,
        Reference::Figure(_) => Phrase::KIND_FIGURE,
        Reference::Constant(_) => Phrase::KIND_CONSTANT,
        Reference::Shock(_) => Phrase::KIND_SHOCK,
        Reference::PolicyCost => Phrase::KIND_COST,
    }
}

/// What a formula gives, in a word.
#[must_use]
pub fn role_word(role: Role) -> Phrase {
    match role {
        Role::Year => Phrase::ROLE_YEAR,
        Role::Base => Phrase::ROLE_BASE,
        Role::Default => Phrase::ROLE_DEFAULT,
        Role::Cost => Phrase::ROLE_COST,
    }
}

/// How a declaration came by its value in the year `t` after the base year, in a word.
#[must_use]
pub fn origin_word(model: &Model, region: &Region, about: &Explanation<'_>, t: u32) -> Phrase {
    let is_computed = formula_in(model, region, about.subject, t).is_some();
    match (about.subject, about.origin) {
        (Reference::Figure(_) | Reference::Assumption(_), _) if is_computed => {
            Phrase::ORIGIN_GENERAL
        }
        (Reference::Variable(_), ValueOrigin::Default) if t == 0 => Phrase::ORIGIN_GENERAL,
        (Reference::Variable(_) | Reference::Constant(_) | Reference::PolicyCost, _)
            if is_computed || about.subject == Reference::PolicyCost =>
        {
            Phrase::ORIGIN_COMPUTED
        }
        (Reference::Lever(_), _) if t > 0 => Phrase::ORIGIN_SET,
        (Reference::Shock(_), _) => Phrase::ORIGIN_DRAWN,
        (_, ValueOrigin::Given(datum)) => provenance_word(datum.provenance),
        (_, ValueOrigin::Path(path)) => provenance_word(path.provenance),
        (_, ValueOrigin::Default) => Phrase::ORIGIN_GENERAL,
        (_, ValueOrigin::Model) => Phrase::ORIGIN_PARAMETER,
        (_, ValueOrigin::Missing | ValueOrigin::None | ValueOrigin::Computed(_)) => {
            Phrase::ORIGIN_MISSING
        }
    }
}

/// What varies by draw in a declaration itself.
#[must_use]
pub fn uncertainty_words(
    writer: FormulaWriter<'_>,
    subject: Reference,
    uncertainty: Uncertainty,
    locale: Locale,
) -> String {
    let read = Read { name: subject, run: None, moment: Moment::Now };
    let written = |base: f64| writer.value(read, base).to_string();
    let between = |phrase: Phrase, low: f64, high: f64| {
        phrase.with(locale, &[("low", &written(low)), ("high", &written(high))])
    };
    match uncertainty {
        Uncertainty::Parameter(Distribution::Fixed(value)) => {
            Phrase::DISTRIBUTION_FIXED.with(locale, &[("value", &written(value))])
        }
        Uncertainty::Parameter(
            Distribution::Triangular { low, mode, high } | Distribution::Pert { low, mode, high },
        ) => {
            let values = [low, mode, high].map(written);
            let gaps = [("low", &*values[0]), ("mode", &*values[1]), ("high", &*values[2])];
            Phrase::DISTRIBUTION_MODE.with(locale, &gaps)
        }
        Uncertainty::Parameter(Distribution::Uniform { low, high }) => {
            between(Phrase::DISTRIBUTION_EVEN, low, high)
        }
        Uncertainty::Parameter(
            Distribution::Normal { p5, p95 } | Distribution::LogNormal { p5, p95 },
        ) => between(Phrase::DISTRIBUTION_NORMAL, p5, p95),
        Uncertainty::Shock(ShockDistribution::Normal) => {
            Phrase::SHOCK_NORMAL.get(locale).to_owned()
        }
        Uncertainty::Shock(ShockDistribution::StudentT { degrees }) => {
            Phrase::SHOCK_HEAVY.with(locale, &[("degrees", &degrees.to_string())])
        }
        Uncertainty::Shock(ShockDistribution::Uniform) => Phrase::SHOCK_EVEN.get(locale).to_owned(),
        Uncertainty::BaseError(error) => {
            let error = Measure::percent(0, locale).value(error).to_string();
            Phrase::BASE_ERROR_OF.with(locale, &[("error", &error)])
        }
    }
}

/// Who reads a declaration, in words; a formula by the name of what it gives.
#[must_use]
pub fn user_words(user: User, model: &Model, region: &Region, locale: Locale) -> String {
    let named = |phrase: Phrase, name: &str| phrase.with(locale, &[("name", name)]);
    match user {
        User::Formula(reference) => FormulaWriter::new(model, locale).name(reference).to_owned(),
        User::Cost(lever) => named(Phrase::USER_COST, model.levers[lever].name.get(locale)),
        User::Identity(position) => {
            named(Phrase::USER_IDENTITY, model.identities[position].name.get(locale))
        }
        User::Check(position) => named(Phrase::USER_CHECK, model.checks[position].name.get(locale)),
        User::Target(position) => {
            let target = &region.targets[position];
            let asked = ask(target, model, locale);
            let gaps = [("name", target.name.get(locale)), ("ask", asked.as_str())];
            Phrase::USER_TARGET.with(locale, &gaps)
        }
    }
}

/// Why a variable has no finite value in a calendar year: a sentence.
#[must_use]
pub fn not_finite_words(
    origin: &engine::BadValueOrigin,
    (variable, year): (VariableId, i32),
    model: &Model,
    locale: Locale,
) -> String {
    let writer = FormulaWriter::new(model, locale);
    let name = |variable| writer.name(Reference::Variable(variable));
    let reads = origin.reads.iter().map(|read| {
        let of = Read { name: read.name, run: None, moment: Moment::Now };
        let written = || writer.value(of, read.value).to_string();
        let value = if read.value.is_finite() { written() } else { NONE.to_owned() };
        let gaps =
            [("name", writer.name(read.name)), ("year", &read.year.to_string()), ("value", &value)];
        Phrase::READ_VALUE.with(locale, &gaps)
    });
    let reads: Vec<String> = reads.collect();
    let phrase = if reads.is_empty() { Phrase::NOT_FINITE_ALONE } else { Phrase::NOT_FINITE };
    let gaps = [
        ("year", &*year.to_string()),
        ("name", name(variable)),
        ("at", &*origin.year.to_string()),
        ("origin", name(origin.variable)),
        ("reads", &*reads.join(Phrase::LIST_COMMA.get(locale))),
    ];
    phrase.with(locale, &gaps)
}
