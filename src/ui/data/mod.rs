//! 数据: the region's figures and their origin, what is missing, tables that are pasted, what is
//! believed, and the next year's plan.

mod asked;
mod beliefs;
mod origin;
mod paste;
mod scope;
mod source;
mod table;
mod understood;
mod waiting;
mod year;

use yew::prelude::*;

use crate::browser::focus;
use crate::desk::place::FigurePlace;
use crate::desk::source::{EntrySource, LeftBehind};
use crate::region::beyond_model;
use crate::ui::data::asked::Gaps;
use crate::ui::data::scope::{Scope, section};
use crate::ui::data::source::source_line;
use crate::ui::data::understood::use_reading;
use crate::ui::data::waiting::use_waiting;
use crate::ui::data::year::Years;
use crate::ui::state::given::Given;
use crate::ui::widgets::editing::{Edits, use_editing};
use crate::wording::Phrase;

/// The parts of the screen, in their order: id of the heading's section and name.
const PARTS: [(&str, Phrase); 5] = [
    ("table", Phrase::TABLE_TITLE),
    ("base-only", Phrase::BASE_ONLY_TITLE),
    ("present", Phrase::PRESENT_TITLE),
    ("assumptions", Phrase::ASSUMPTIONS_TITLE),
    ("parameters", Phrase::PARAMETERS_CAPTION),
];

/// The parts before them that are only there for a person who may edit.
const EDITING: [(&str, Phrase); 2] =
    [("next-year", Phrase::NEXT_TITLE), ("paste", Phrase::PASTE_TITLE)];

/// The screen.
#[component]
pub fn Data(given: &Given) -> Html {
    let source = use_state(EntrySource::default);
    let open = use_state(|| None::<FigurePlace>);
    let left = use_state(|| None::<LeftBehind>);
    let years = use_state(|| None::<Years>);
    // Where nothing can be entered, no button opens them.
    let may_edit = use_editing();
    let parameters_open = use_state(|| !may_edit);
    let area = use_node_ref();
    let waits = use_waiting(&given.plan.region.id, &area);
    let pasting = waits.pasting.clone();
    use_focus(open.as_ref().map(FigurePlace::key), "origin");
    let (model, plan) = (given.scene.model.clone(), given.plan.clone());
    let gaps = use_memo((model, plan), |(model, plan)| Gaps::of(model, &plan.region));
    let reading = use_reading(given, &source, pasting.as_ref());
    use_focus(reading.text(), "preview");
    let scope = Scope { given, source: &source, open: &open, left: &left };
    let locale = scope.locale();
    let paste = paste::paste(&scope, &waits, &reading, &area);
    let by_year = table::by_year(&scope, paste::on_table(&scope, &pasting));
    let plain = |id, title: Phrase, remark: Phrase, body| {
        section(id, title.get(locale), remark.get(locale), body)
    };
    html! {
        <main class="screen data" id="screen" tabindex="-1">
            { head(&scope, &gaps) }
            <Edits>{ source_line(&scope) }</Edits>
            { asked::missing(&scope, &gaps) }
            { asked::projected(&scope, &gaps) }
            <Edits>{ year::next(&scope, &years) }</Edits>
            { asked::assumed(&scope, &gaps) }
            <Edits>{ plain("paste", Phrase::PASTE_TITLE, Phrase::PASTE_NOTE, paste) }</Edits>
            { plain("table", Phrase::TABLE_TITLE, Phrase::TABLE_NOTE, by_year) }
            { plain("base-only", Phrase::BASE_ONLY_TITLE, Phrase::BASE_ONLY_NOTE, table::base_only(&scope)) }
            { plain("present", Phrase::PRESENT_TITLE, Phrase::PRESENT_NOTE, table::present(&scope)) }
            { beliefs::assumptions(&scope) }
            { beliefs::parameters(&scope, &parameters_open) }
        </main>
    }
}

/// Title, counts, and the ways to the parts.
fn head(scope: &Scope<'_>, gaps: &Gaps) -> Html {
    let (locale, region) = (scope.locale(), scope.region());
    let [count, assumed] = table::counts(scope).map(|count| count.to_string());
    let [base, plan] = [region.base_year, region.plan_year].map(|year| year.to_string());
    let missing = gaps.missing().to_string();
    let names = [
        ("city", region.name.get(locale)),
        ("base", &base),
        ("plan", &plan),
        ("count", &count),
        ("assumed", &assumed),
        ("missing", &missing),
    ];
    let way = |(id, name): (&str, Phrase)| {
        html! { <li><a href={format!("#{id}")}>{ name.get(locale) }</a></li> }
    };
    html! {
        <>
            <h1>{ Phrase::DATA_TITLE.with(locale, &names) }</h1>
            <p class="lead">{ Phrase::DATA_COUNTS.with(locale, &names) }</p>
            if let Some(beyond) = beyond_model(scope.model(), region.base_year) {
                <p class="lead" role="note">{ beyond.get(locale) }</p>
            }
            <nav class="parts" aria-label={Phrase::DATA_PARTS.get(locale)}><ul>
                <Edits>{ for EDITING.map(way) }</Edits>
                { for PARTS.map(way) }
            </ul></nav>
        </>
    }
}

/// What opens takes the focus.
#[hook]
fn use_focus<T: PartialEq + 'static>(open: Option<T>, id: &'static str) {
    use_effect_with(open, move |open| {
        if open.is_some() {
            focus(id);
        }
    });
}
