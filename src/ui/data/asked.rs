//! What is missing and what is assumed, in the order in which it is worth looking up, and what
//! can be projected meanwhile.

use yew::prelude::*;

use crate::analysis::{Glimpse, glimpses};
use crate::desk::place::FigurePlace;
use crate::model::{Model, VariableId};
use crate::plan::{Ask, FIRST_ASKS, asks, doubts};
use crate::region::Region;
use crate::ui::data::scope::{Scope, section};
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::table::{columns, scrolling, table};
use crate::wording::{Measure, Phrase, datum_origin, name, names};

/// Draws behind a first look.
const DRAWS: usize = 512;
/// Assumed figures that are shown before the list is unfolded.
const FIRST_DOUBTS: usize = 6;

/// What is missing of a region, and what can be projected.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Gaps {
    /// How many of `asks` a first projection still takes; none once it stands.
    first: usize,
    asks: Vec<Ask>,
    doubts: Vec<Ask>,
    glimpses: Vec<Glimpse>,
}

impl Gaps {
    pub(super) fn of(model: &Model, region: &Region) -> Self {
        let asks = asks(model, region);
        // What the model's defaults alone say is nothing of the region.
        let is_empty = region.figures.is_empty();
        let year = region.plan_year;
        let glimpses = if is_empty { Vec::new() } else { glimpses(model, region, year, DRAWS) };
        let first = first(&asks, region.figures.len());
        Self { first, asks, doubts: doubts(model, region), glimpses }
    }

    pub(super) fn missing(&self) -> usize {
        self.asks.len()
    }
}

/// Of a region that has only `given` figures: how many more a first projection takes.
fn first(asks: &[Ask], given: usize) -> usize {
    let left = asks.len().min(FIRST_ASKS.saturating_sub(given));
    asks[..left].iter().rposition(|ask| !ask.unlocks.is_empty()).map_or(0, |last| last + 1)
}

/// Figures to enter, the most useful first.
pub(super) fn missing(scope: &Scope<'_>, gaps: &Gaps) -> Html {
    if gaps.asks.is_empty() {
        return Html::default();
    }
    let locale = scope.locale();
    let is_blank = gaps.first > 0;
    let shown = if is_blank { gaps.first } else { FIRST_ASKS.min(gaps.asks.len()) };
    let count = shown.to_string();
    let title = if is_blank {
        Phrase::ASKS_FIRST.with(locale, &[("count", &count)])
    } else {
        Phrase::ASKS_TITLE.with(locale, &[("count", &gaps.asks.len().to_string())])
    };
    let remark = if is_blank { Phrase::ASKS_FIRST_NOTE } else { Phrase::ASKS_NOTE };
    let (first, rest) = gaps.asks.split_at(shown);
    let body = html! {
        <>
            <ol class="ask-list">{ for first.iter().map(|ask| asked(scope, ask)) }</ol>
            { folded(scope, rest) }
        </>
    };
    section("asks", &title, remark.get(locale), body)
}

/// Assumed figures that indicators rest on.
pub(super) fn assumed(scope: &Scope<'_>, gaps: &Gaps) -> Html {
    if gaps.doubts.is_empty() {
        return Html::default();
    }
    let locale = scope.locale();
    let (first, rest) = gaps.doubts.split_at(FIRST_DOUBTS.min(gaps.doubts.len()));
    let title = Phrase::DOUBTS_TITLE.with(locale, &[("count", &gaps.doubts.len().to_string())]);
    let body = html! {
        <>
            <ol class="ask-list">{ for first.iter().map(|ask| asked(scope, ask)) }</ol>
            { folded(scope, rest) }
        </>
    };
    section("doubts", &title, Phrase::DOUBTS_NOTE.get(locale), body)
}

fn folded(scope: &Scope<'_>, asks: &[Ask]) -> Html {
    if asks.is_empty() {
        return Html::default();
    }
    let count = asks.len().to_string();
    let words = Phrase::ASKS_REST.with(scope.locale(), &[("count", &count)]);
    let list = html! { <ol class="ask-list">{ for asks.iter().map(|ask| asked(scope, ask)) }</ol> };
    disclosure("twin", words, list).draw()
}

/// A field for the figure, and why it is asked for.
fn asked(scope: &Scope<'_>, ask: &Ask) -> Html {
    let locale = scope.locale();
    let place = FigurePlace::Figure(ask.id.clone());
    let datum = place.datum(scope.region());
    let label = ask.name.get(locale).to_owned();
    html! {
        <li key={ask.id.clone()}>
            <Field id={format!("ask-{}", ask.id)} {label} seen=true unit={scope.heading(&ask.unit)}
                value={scope.digits(&ask.unit, datum.map(|datum| datum.value))}
                on_enter={scope.putting(&place, &ask.unit, |_| Ok(()))} />
            <p>{ reason(scope, ask) }</p>
            if let Some(datum) = datum {
                <p>{ datum_origin(datum, locale) }</p>
            }
        </li>
    }
}

fn reason(scope: &Scope<'_>, ask: &Ask) -> String {
    let (locale, model) = (scope.locale(), scope.model());
    let count = ask.needed_by.to_string();
    let needed = Phrase::ASK_NEEDED_BY.with(locale, &[("count", &count)]);
    if ask.unlocks.is_empty() {
        return needed;
    }
    let ids: Vec<String> = ask.unlocks.iter().map(|&at| model.variables[at].id.clone()).collect();
    Phrase::ASK_UNLOCKS.with(locale, &[("names", &names(&ids, model, locale))])
}

/// Every indicator that can be projected, in the plan year.
pub(super) fn projected(scope: &Scope<'_>, gaps: &Gaps) -> Html {
    let (locale, region) = (scope.locale(), scope.region());
    let known = gaps
        .glimpses
        .iter()
        .filter_map(|glimpse| Some((glimpse.variable, glimpse.outlook.as_ref().ok()?)));
    let count = known.clone().count();
    if count == 0 {
        return Html::default();
    }
    let row = |(variable, summary): (VariableId, &crate::sampling::Summary)| {
        let declared = &scope.model().variables[variable];
        let measure = Measure::of(&declared.unit, &scope.model().units, declared.decimals, locale);
        html! {
            <tr key={usize::from(variable)}>
                <th scope="row">{ name(&declared.id, scope.model(), locale) }</th>
                <td>{ measure.value(summary.p50).to_string() }</td>
                <td>{ measure.range(summary.p10, summary.p90) }</td>
            </tr>
        }
    };
    let head = [Phrase::COLUMN_NAME, Phrase::GLIMPSE_MEDIAN, Phrase::GLIMPSE_RANGE];
    let glimpses = table("", columns(head.map(|name| name.get(locale))), known.map(row).collect());
    let year = region.plan_year.to_string();
    let gaps_of = [("count", &*count.to_string()), ("year", &*year)];
    let title = Phrase::GLIMPSES_TITLE.with(locale, &gaps_of);
    disclosure("twin glimpses", title.clone(), scrolling("twin-scroll", title, glimpses.draw()))
        .id("glimpses")
        .open(region.targets.is_empty())
        .draw()
}
