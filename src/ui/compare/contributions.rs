//! What makes the difference between two scenarios: the choice of the two, and what was changed.

use yew::prelude::*;

use crate::analysis::{ContributionPart, Decomposition, Workbench};
use crate::desk::Work;
use crate::locale::Locale;
use crate::model::VariableId;
use crate::plan::{Settings, scenario_changes};
use crate::shared::Shared;
use crate::ui::compare::bars::{Found, parts};
use crate::ui::compare::chosen::{Chosen, Pair, part_value, scenario_id};
use crate::ui::compare::compared::Compared;
use crate::ui::state::given::Given;
use crate::ui::state::work::{Working, use_work};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::heading::heading;
use crate::wording::{Phrase, change_words};

/// What is divided.
#[derive(Clone, PartialEq)]
pub(super) struct Divided {
    workbench: Shared<Workbench>,
    scenarios: [Settings; 2],
    variable: VariableId,
    year: i32,
    part: ContributionPart,
}

/// The parts of the pair's difference; none while they are computed.
#[hook]
pub(super) fn use_parts(pair: Option<&Pair<'_>>) -> Working<Found> {
    let divided = pair.map(|pair| Divided {
        workbench: pair.to.workbench.clone(),
        scenarios: [&pair.from.scenario, &pair.to.scenario].map(|one| one.settings.clone()),
        variable: pair.variable,
        year: pair.year,
        part: pair.part,
    });
    use_work(divided, begin)
}

fn begin(divided: Divided) -> Work<Found> {
    let Divided { workbench, scenarios: [first, second], variable, year, part } = divided;
    match Decomposition::new(&workbench, [&first, &second], variable, year, part) {
        Ok(mut decomposition) => {
            Work::new(decomposition.runs(), move || decomposition.step(&workbench))
        }
        Err(why) => Work::once(move || Err(why)),
    }
}

/// The bars beside the list of changes.
pub(super) fn section(
    given: &Given,
    pair: &Pair<'_>,
    compared: &[Compared],
    found: &Working<Found>,
    chosen: &Chosen<'_>,
) -> Html {
    let locale = given.scene.locale;
    html! {
        <div class="explained">
            <section aria-labelledby="parts-title">
                { heading("parts-title", Phrase::PARTS_TITLE.get(locale), Phrase::PARTS_NOTE.get(locale)) }
                { choices(given, pair, compared, chosen) }
                { parts(given, pair, found) }
            </section>
            { changes(given, pair) }
        </div>
    }
}

fn choices(given: &Given, pair: &Pair<'_>, compared: &[Compared], chosen: &Chosen<'_>) -> Html {
    let locale = given.scene.locale;
    let model = pair.to.workbench.model();
    let scenarios: Vec<(String, String)> =
        compared.iter().map(|one| (one.scenario.id.0.to_string(), one.name.clone())).collect();
    let value = |one: &Compared| one.scenario.id.0.to_string();
    let years = given.plan.region.base_year + 1..=pair.to.workbench.last_year();
    let years: Vec<(String, String)> = years
        .map(|year| year.to_string())
        .map(|year| (year.clone(), Phrase::YEAR_OF.with(locale, &[("year", &year)])))
        .collect();
    let part_word = |part: ContributionPart| match part {
        ContributionPart::Lever => Phrase::PARTS_BY_LEVER.get(locale).to_owned(),
        ContributionPart::Group => Phrase::PARTS_BY_GROUP.get(locale).to_owned(),
        ContributionPart::Inside(group) => {
            Phrase::PARTS_INSIDE.with(locale, &[("group", model.groups[group].name.get(locale))])
        }
    };
    let parts: Vec<(String, String)> =
        pair.divisions.iter().map(|part| (part_value(*part, model), part_word(*part))).collect();
    let divisions: Vec<ContributionPart> = pair.divisions.clone();
    let values: Vec<String> = parts.iter().map(|(value, _)| value.clone()).collect();
    let divide = chosen.choose(move |chosen, value| {
        chosen.part = values.iter().position(|other| other == value).map(|at| divisions[at]);
    });
    html! {
        <div class="choices">
            <Choice label={Phrase::PARTS_FROM.get(locale)} options={scenarios.clone()} value={value(pair.from)}
                on_choose={chosen.choose(|chosen, value| chosen.from = scenario_id(value))} />
            <Choice label={Phrase::PARTS_TO.get(locale)} options={scenarios} value={value(pair.to)}
                on_choose={chosen.choose(|chosen, value| chosen.to = scenario_id(value))} />
            { indicator_choice(compared, pair.variable, chosen, locale) }
            <Choice label={Phrase::PARTS_YEAR.get(locale)} options={years} value={pair.year.to_string()}
                on_choose={chosen.choose(|chosen, value| chosen.year = value.parse().ok())} />
            <Choice label={Phrase::PARTS_DIVISION.get(locale)} options={parts} value={part_value(pair.part, model)}
                on_choose={divide} />
        </div>
    }
}

/// The list of the indicators that targets ask for.
pub(super) fn indicator_choice(
    compared: &[Compared],
    variable: VariableId,
    chosen: &Chosen<'_>,
    locale: Locale,
) -> Html {
    let Some(first) = compared.first() else { return Html::default() };
    let variables = &first.workbench.model().variables;
    let projections = first.report.projections.iter();
    let options: Vec<(String, String)> = projections
        .map(|projection| &variables[projection.variable])
        .map(|variable| (variable.id.clone(), variable.name.get(locale).to_owned()))
        .collect();
    html! {
        <Choice label={Phrase::PARTS_INDICATOR.get(locale)} {options} value={variables[variable].id.clone()}
            on_choose={chosen.choose(|chosen, value| chosen.indicator = Some(value.to_owned()))} />
    }
}

/// “这次改了什么” between the two.
fn changes(given: &Given, pair: &Pair<'_>) -> Html {
    let locale = given.scene.locale;
    let (from, to, model) = (pair.from, pair.to, pair.to.workbench.model());
    let changes = scenario_changes(&from.scenario, &to.scenario);
    let names = [("from", from.name.as_str()), ("to", to.name.as_str())];
    html! {
        <section class="differs" aria-labelledby="differs-title">
            { heading("differs-title", Phrase::DIFFERS_TITLE.get(locale), &Phrase::DIFFERS_NOTE.with(locale, &names)) }
            if changes.is_empty() {
                <p class="parts-note">{ Phrase::DIFFERS_NONE.get(locale) }</p>
            }
            <ul class="differs-list">
                { for changes.iter().map(|change| html! { <li>{ change_words(change, &given.plan, model, locale) }</li> }) }
            </ul>
        </section>
    }
}
