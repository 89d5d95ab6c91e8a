//! 下一年度规划: which years, what happens to the figures, and a start from blank.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::carried_to;
use crate::desk::{Bring, Request};
use crate::limits;
use crate::locale::Locale;
use crate::plan::{NextYear, next_year};
use crate::region::Region;
use crate::session::Edit;
use crate::ui::data::scope::{Scope, section};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::wording::Phrase;

/// Draws behind the figures that are carried over.
const DRAWS: usize = 1024;
/// Years that a list offers.
const OFFERED: i32 = 5;
/// Id of the region without figures.
const BLANK: &str = "blank";

/// Base year and plan year that a person has chosen.
pub(super) type Years = (i32, i32);

/// The section; `chosen` is empty until a person has chosen otherwise than the next year.
pub(super) fn next(scope: &Scope<'_>, chosen: &UseStateHandle<Option<Years>>) -> Html {
    let (locale, region) = (scope.locale(), scope.region());
    let fits = |&(base, plan): &Years| base >= region.base_year && plan > base;
    let (base, plan) =
        (*chosen).filter(fits).unwrap_or((region.base_year + 1, region.plan_year + 1));
    let on_base = on_year(chosen, move |base| (base, plan.max(base + 1)));
    let on_plan = on_year(chosen, move |plan| (base, plan));
    let start = start(scope, (base, plan), chosen);
    let from_blank = scope
        .given
        .on_request
        .reform(|_: MouseEvent| Request::Bring(Bring::City(BLANK.to_owned())));
    let body = html! {
        <>
            <div class="years">
                { year_choice(Phrase::NEXT_BASE_YEAR, region.base_year, base, locale, on_base) }
                { year_choice(Phrase::NEXT_PLAN_YEAR, base + 1, plan, locale, on_plan) }
                { button(Kind::Plain, Phrase::NEXT_START.with(locale, &[("year", &plan.to_string())]), start).draw() }
            </div>
            <ul class="remarks">{ for remarks(region, (base, plan), locale).iter().map(|words| html! { <li>{ words }</li> }) }</ul>
            if region.id != BLANK {
                <p class="remark">{ Phrase::BLANK_NOTE.get(locale) }{ Phrase::SENTENCE_SPACE.get(locale) }
                    { button(Kind::Quiet, Phrase::BLANK_START.get(locale), from_blank).draw() }</p>
            }
        </>
    };
    section("next-year", Phrase::NEXT_TITLE.get(locale), Phrase::NEXT_NOTE.get(locale), body)
}

/// What will become of figures, targets and scenarios.
fn remarks(region: &Region, (base, plan): Years, locale: Locale) -> Vec<String> {
    let known = region.figures.keys().filter(|id| {
        let outcomes = region.outcomes.get(*id).into_iter().flatten();
        outcomes.into_iter().any(|value| value.year == base)
    });
    let known = known.count();
    let assumed = (region.figures.len() - known).to_string();
    let [known, targets] = [known, region.targets.len()].map(|count| count.to_string());
    let [base_year, plan] = [base, plan].map(|year| year.to_string());
    let figures = if base == region.base_year {
        Phrase::NEXT_BASE_STAYS.with(locale, &[("base", &base_year)])
    } else {
        let gaps = [("base", &*base_year), ("known", &*known), ("assumed", &*assumed)];
        Phrase::NEXT_FIGURES.with(locale, &gaps)
    };
    let targets = Phrase::NEXT_TARGETS.with(locale, &[("count", &targets), ("year", &plan)]);
    vec![figures, targets, Phrase::NEXT_SCENARIOS.get(locale).to_owned()]
}

fn on_year(
    chosen: &UseStateHandle<Option<Years>>,
    years: impl Fn(i32) -> Years + 'static,
) -> Callback<String> {
    let chosen = chosen.clone();
    Callback::from(move |year: String| chosen.set(year.parse().ok().map(&years)))
}

fn year_choice(
    label: Phrase,
    first: i32,
    value: i32,
    locale: Locale,
    on_choose: Callback<String>,
) -> Html {
    let last = (first + OFFERED).max(value).min(*limits::YEARS.end());
    let option = |year: i32| {
        let year = year.to_string();
        let name = Phrase::YEAR_OF.with(locale, &[("year", &year)]);
        (year, name)
    };
    let options: Vec<(String, String)> = (first..=last).map(option).collect();
    html! { <Choice label={label.get(locale)} {options} value={value.to_string()} {on_choose} /> }
}

fn start(
    scope: &Scope<'_>,
    (base_year, plan_year): Years,
    chosen: &UseStateHandle<Option<Years>>,
) -> Callback<MouseEvent> {
    let (model, plan) = (scope.given.scene.model.clone(), scope.given.plan.clone());
    let (on_action, chosen, locale) =
        (scope.given.on_action.clone(), chosen.clone(), scope.locale());
    Callback::from(move |_| {
        let [projected, unchanged] = [Phrase::CARRIED_PROJECTED, Phrase::CARRIED_UNCHANGED]
            .map(|phrase| phrase.get(locale).to_owned());
        let next = NextYear { base_year, plan_year, projected, unchanged };
        let carried = carried_to(&model, &plan.region, base_year, DRAWS);
        let region = next_year(&model, &plan.region, &next, &|id| carried.get(id).copied());
        if let Some(region) = region {
            on_action.emit(Edit::StartNextYear(Rc::new(region)).into());
            // What was chosen stays to be seen, and may be started again with other years.
            chosen.set(Some((base_year, plan_year)));
        }
    })
}
