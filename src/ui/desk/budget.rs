//! New municipal spending by year: a bar for each simulated year, sums in words.

use yew::prelude::*;

use crate::analysis::{Report, YearSummary};
use crate::desk::Scene;
use crate::figure::Axis;
use crate::session::Action;
use crate::shared::Shared;
use crate::ui::desk::ceiling::CeilingField;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::editing::Edits;
use crate::ui::widgets::table::{columns, table};
use crate::wording::{Measure, Phrase};

/// Properties of [`Budget`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub report: Shared<Report>,
    /// Most that a year may cost, 元.
    pub ceiling: Option<f64>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Plan year, total, and a bar a year.
#[component]
pub fn Budget(props: &Props) -> Html {
    let Props { scene, report, ceiling, on_action } = props;
    let locale = scene.locale;
    let funds = Measure::funds(locale);
    let medians = medians(report);
    let total: f64 = medians.iter().map(|(_, median)| median).sum();
    let plan = medians.iter().find(|(year, _)| *year == scene.region.plan_year);
    let note = if total == 0.0 { Phrase::BUDGET_NONE } else { Phrase::BUDGET_NOTE };
    let plan_year = scene.region.plan_year.to_string();
    let span = [
        ("from", &*(scene.region.base_year + 1).to_string()),
        ("to", &*scene.end_year().to_string()),
    ];
    html! {
        <section class="budget" id="budget" tabindex="-1" aria-labelledby="budget-title">
            <div class="budget-head">
                <h2 id="budget-title">{ Phrase::BUDGET_TITLE.get(locale) }</h2>
                <span>{ funds.heading() }</span>
            </div>
            <dl class="budget-sums">
                <div>
                    <dt>{ Phrase::BUDGET_PLAN_YEAR.with(locale, &[("year", &plan_year)]) }</dt>
                    <dd data-value="plan-year-cost">{ funds.digits(plan.map_or(0.0, |(_, median)| *median)) }</dd>
                </div>
                <div>
                    <dt>{ Phrase::BUDGET_TOTAL.with(locale, &span) }</dt>
                    <dd data-value="total-cost">{ funds.digits(total) }</dd>
                </div>
            </dl>
            { bars(&medians, *ceiling, scene) }
            if let Some(ceiling) = ceiling {
                { against(*ceiling, &medians, scene, &funds) }
            }
            <Edits><CeilingField ceiling={*ceiling} {locale} on_action={on_action.clone()} /></Edits>
            <p class="budget-note">{ note.get(locale) }</p>
            if let Some(forgone) = forgone(report, scene, &funds) {
                <p class="budget-note" data-value="forgone">{ forgone }</p>
            }
            { twin(report, scene, &funds) }
        </section>
    }
}

/// Tax that is not collected in the plan year, where there is any.
fn forgone(report: &Report, scene: &Scene, funds: &Measure) -> Option<String> {
    let year = scene.region.plan_year;
    let value = funds.value(report.forgone_of(year)?);
    let values = [("year", &*year.to_string()), ("value", &*value.to_string())];
    (!value.is_nothing()).then(|| Phrase::BUDGET_FORGONE.with(scene.locale, &values))
}

fn medians(report: &Report) -> Vec<(i32, f64)> {
    let median = |year: &YearSummary| (year.year, year.summary.map_or(0.0, |summary| summary.p50));
    report.cost.iter().map(median).collect()
}

/// Whether the years keep within the ceiling.
fn against(ceiling: f64, medians: &[(i32, f64)], scene: &Scene, funds: &Measure) -> Html {
    let locale = scene.locale;
    let over: Vec<&(i32, f64)> = medians.iter().filter(|(_, median)| *median > ceiling).collect();
    let words = if over.is_empty() {
        let plan = medians.iter().find(|(year, _)| *year == scene.region.plan_year);
        let rest = funds.value(ceiling - plan.map_or(0.0, |(_, median)| *median)).to_string();
        let year = scene.region.plan_year.to_string();
        Phrase::CEILING_WITHIN.with(locale, &[("year", &year), ("value", &rest)])
    } else {
        let years: Vec<String> = over.iter().map(|(year, _)| year.to_string()).collect();
        let most = over.iter().fold(0.0, |most: f64, (_, median)| most.max(median - ceiling));
        let years = years.join(Phrase::LIST_COMMA.get(locale));
        Phrase::CEILING_OVER
            .with(locale, &[("years", &years), ("value", &funds.value(most).to_string())])
    };
    html! { <p class={classes!("budget-against", (!over.is_empty()).then_some("over"))}>{ words }</p> }
}

fn bars(medians: &[(i32, f64)], ceiling: Option<f64>, scene: &Scene) -> Html {
    let count = medians.len().max(1) as f64;
    let top = Axis::covering(medians.iter().map(|(_, median)| *median).chain(ceiling)).top();
    let percent = |value: f64| format!("{:.2}%", value * 100.0);
    let bar = |(position, (year, median)): (usize, &(i32, f64))| {
        let height = (median / top).clamp(0.0, 1.0) * 0.7;
        let middle = percent((position as f64 + 0.5) / count);
        let is_plan = *year == scene.region.plan_year;
        let named = is_plan || position + 1 == medians.len() || (position + 1) % 5 == 0;
        html! {
            <>
                <rect class="budget-bar" x={percent((position as f64 + 0.2) / count)} width={percent(0.6 / count)}
                    y={percent(0.72 - height)} height={percent(height)} />
                if named {
                    <text class={classes!(is_plan.then_some("budget-plan"))} x={middle} y="97%" text-anchor="middle">{ *year }</text>
                }
            </>
        }
    };
    html! {
        <svg class="budget-bars" role="img" aria-label={Phrase::BUDGET_CHART.get(scene.locale)}>
            { for medians.iter().enumerate().map(bar) }
            if let Some(ceiling) = ceiling.map(|ceiling| percent(0.72 - (ceiling / top).clamp(0.0, 1.0) * 0.7)) {
                <line class="budget-ceiling" x1="0" x2="100%" y1={ceiling.clone()} y2={ceiling} />
            }
            <line class="budget-ground" x1="0" x2="100%" y1="72%" y2="72%" />
        </svg>
    }
}

fn twin(report: &Report, scene: &Scene, funds: &Measure) -> Html {
    let locale = scene.locale;
    let row = |year: &YearSummary| {
        let digits =
            |value: Option<f64>| value.map_or_else(String::new, |value| funds.digits(value));
        let summary = year.summary;
        html! {
            <tr>
                <th scope="row">{ year.year }</th>
                <td>{ digits(summary.map(|summary| summary.p50)) }</td>
                <td>{ digits(summary.map(|summary| summary.p10)) }</td>
                <td>{ digits(summary.map(|summary| summary.p90)) }</td>
            </tr>
        }
    };
    let head = [Phrase::TABLE_YEAR.get(locale), Phrase::BUDGET_MEDIAN.get(locale), "P10", "P90"];
    let years = table("", columns(head), report.cost.iter().map(row).collect());
    disclosure("twin", Phrase::BUDGET_TABLE.get(locale), years.draw()).draw()
}
