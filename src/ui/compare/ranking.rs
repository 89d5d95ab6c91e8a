//! What each lever adds to an indicator, apart from luck, the strongest first.

use yew::prelude::*;

use crate::analysis::{Effect, Workbench, lever_effects, ranking};
use crate::desk::Work;
use crate::locale::Locale;
use crate::model::{LeverId, VariableId};
use crate::plan::Settings;
use crate::sampling::Summary;
use crate::shared::Shared;
use crate::ui::compare::chosen::Chosen;
use crate::ui::compare::compared::Compared;
use crate::ui::compare::contributions::indicator_choice;
use crate::ui::state::given::Given;
use crate::ui::state::work::{Working, use_work};
use crate::ui::widgets::heading::heading;
use crate::ui::widgets::table::{scrolling, table};
use crate::wording::{Measure, Phrase, lever_measure, scenario_name};

/// Years after the plan year that the second group of columns shows.
const YEARS_AFTER_PLAN: i32 = 4;

/// What is tried.
#[derive(Clone, PartialEq)]
pub(super) struct Tried {
    workbench: Shared<Workbench>,
    settings: Settings,
    variable: VariableId,
    years: [i32; 2],
}

/// The effects of all levers on an indicator; none while they are computed.
#[hook]
pub(super) fn use_effects(given: &Given, variable: Option<VariableId>) -> Working<Vec<Effect>> {
    let current = given.plan.scenarios.current();
    let tried = variable.map(|variable| Tried {
        workbench: given.ground.workbench(current),
        settings: current.settings.clone(),
        variable,
        years: years(given),
    });
    use_work(tried, begin)
}

/// The plan year and a later one.
fn years(given: &Given) -> [i32; 2] {
    let workbench = given.ground.workbench(given.plan.scenarios.current());
    let plan = given.plan.region.plan_year;
    [plan, (plan + YEARS_AFTER_PLAN).min(workbench.last_year())]
}

fn begin(tried: Tried) -> Work<Vec<Effect>> {
    let Tried { workbench, settings, variable, years } = tried;
    let (mut found, mut levers) = (Vec::new(), workbench.model().levers.keys());
    Work::new(levers.len(), move || {
        if let Some(lever) = levers.next() {
            found.extend(lever_effects(&workbench, &settings, lever, &[variable], &years));
        }
        (levers.len() == 0).then(|| std::mem::take(&mut found))
    })
}

/// The ranking.
pub(super) fn section(
    given: &Given,
    compared: &[Compared],
    variable: VariableId,
    effects: &Working<Vec<Effect>>,
    chosen: &Chosen<'_>,
) -> Html {
    let locale = given.scene.locale;
    let body = effects
        .result()
        .map_or_else(|| effects.notice(locale), |effects| ranked_levers(given, variable, effects));
    html! {
        <section aria-labelledby="ranking-title">
            { heading("ranking-title", Phrase::RANKING_TITLE.get(locale), Phrase::RANKING_NOTE.get(locale)) }
            <div class="choices">{ indicator_choice(compared, variable, chosen, locale) }</div>
            { body }
        </section>
    }
}

/// A column of a year: what heads it, and what it shows of an effect.
type Column = (Phrase, fn(&Effect) -> Option<Summary>);

const ONLY_REPORTED: &[Column] = &[
    (Phrase::RANKING_REPORTED, |effect| Some(effect.reported)),
    (Phrase::RANKING_PER_CASH, |effect| effect.reported_per_cash),
];

const REPORTED_AND_REAL: &[Column] = &[
    (Phrase::RANKING_REAL_OF_TWO, |effect| effect.real),
    (Phrase::RANKING_REPORTED_OF_TWO, |effect| Some(effect.reported)),
    (Phrase::RANKING_PER_CASH_REAL, |effect| effect.real_per_cash),
    (Phrase::RANKING_PER_CASH_REPORTED, |effect| effect.reported_per_cash),
];

fn ranked_levers(given: &Given, variable: VariableId, effects: &[Effect]) -> Html {
    let locale = given.scene.locale;
    let workbench = given.ground.workbench(given.plan.scenarios.current());
    let model = workbench.model();
    let declared = &model.variables[variable];
    // What a lever adds is small beside the whole: two digits more.
    let measure = Measure::of(&declared.unit, &model.units, declared.decimals, locale);
    let measure = measure.with_more_decimals(2);
    let tells_real = effects.iter().any(|effect| effect.real.is_some());
    let columns = if tells_real { REPORTED_AND_REAL } else { ONLY_REPORTED };
    let mut years = years(given).to_vec();
    years.dedup();
    let last = years[years.len() - 1];
    let moves = |lever: LeverId| {
        let mut of_lever = effects.iter().filter(move |effect| effect.lever == lever);
        of_lever.any(|effect| effect.reported.p5 != 0.0 || effect.reported.p95 != 0.0)
    };
    let (ranked, still): (Vec<&Effect>, Vec<&Effect>) =
        ranking(effects, variable, last).into_iter().partition(|effect| moves(effect.lever));
    let name = |lever: LeverId| model.levers[lever].name.get(locale);
    let row = |effect: &&Effect| {
        let declared = &model.levers[effect.lever];
        let setting = lever_measure(declared, model, locale);
        let setting = setting.value(declared.unit.to_base(effect.setting)).to_string();
        let of_year = |year: &i32| {
            let found = effects.iter().find(|one| one.lever == effect.lever && one.year == *year);
            columns.iter().map(move |(_, of)| found.and_then(of)).collect::<Vec<_>>()
        };
        let cells = years.iter().flat_map(of_year).enumerate();
        let cells = cells.map(|(at, summary)| {
            cell(summary, &measure, (at % columns.len() == 0).then_some("column-first"))
        });
        html! {
            <tr key={usize::from(effect.lever)}>
                <th scope="row">{ name(effect.lever) }<small>{ setting }</small></th>
                { for cells }
            </tr>
        }
    };
    let head = head(&years, columns, &measure.difference_heading(), locale);
    let ranking = table("difference-table ranking", head, ranked.iter().map(row).collect());
    let still: Vec<&str> = still.iter().map(|effect| name(effect.lever)).collect();
    let still = still.join(Phrase::LIST_COMMA.get(locale));
    html! {
        <>
            { scrolling("table-scroll", Phrase::RANKING_TABLE.get(locale), ranking.draw()) }
            <p class="table-note">{ note(given, last) }</p>
            if !still.is_empty() {
                <p class="table-note">{ Phrase::RANKING_NO_EFFECT.with(locale, &[("names", &still)]) }</p>
            }
        </>
    }
}

fn head(years: &[i32], columns: &[Column], unit: &str, locale: Locale) -> Html {
    let span = columns.len().to_string();
    let title = |year: &i32| {
        let year = Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]);
        if unit.is_empty() { year } else { format!("{year} · {unit}") }
    };
    html! {
        <>
            <tr>
                <th scope="col" rowspan="2">{ Phrase::RANKING_LEVER.get(locale) }</th>
                { for years.iter().map(|year| html! {
                    <th scope="colgroup" class="column-first" colspan={span.clone()}>{ title(year) }</th>
                }) }
            </tr>
            <tr>
                { for years.iter().flat_map(|_| columns).map(|(word, _)| html! { <th scope="col">{ word.get(locale) }</th> }) }
            </tr>
        </>
    }
}

/// Median over P10 to P90.
fn cell(summary: Option<Summary>, measure: &Measure, class: Option<&'static str>) -> Html {
    let Some(summary) = summary else { return html! { <td {class}>{ "—" }</td> } };
    let Summary { p10, p50, p90, .. } = summary;
    // Nothing at all is not nothing to four digits.
    let is_nothing = [p10, p50, p90].into_iter().all(|value| value == 0.0);
    let measure = if is_nothing { measure.clone().without_padding() } else { measure.clone() };
    html! {
        <td {class}>
            { measure.change_digits(summary.p50) }
            <small>{ measure.digits(summary.p10) }{ "–" }{ measure.digits(summary.p90) }</small>
        </td>
    }
}

fn note(given: &Given, year: i32) -> String {
    let locale = given.scene.locale;
    let name = scenario_name(&given.plan, given.plan.scenarios.current().id, locale);
    let year = year.to_string();
    Phrase::RANKING_TRIED.with(locale, &[("name", &name), ("year", &year)])
}
