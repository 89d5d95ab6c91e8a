//! The list of all numbers, to be searched by name.

use yew::prelude::*;

use crate::model::{Model, Reference};
use crate::ui::explain::link::opener;
use crate::ui::state::given::Given;
use crate::ui::widgets::heading::heading;
use crate::ui::widgets::search_field::SearchField;
use crate::wording::{FormulaWriter, Phrase, kind_word};

/// In the order in which a planner looks for them.
const KINDS: [Phrase; 9] = [
    Phrase::KIND_INDICATOR,
    Phrase::KIND_LEVER,
    Phrase::KIND_ASSUMPTION,
    Phrase::KIND_FIGURE,
    Phrase::KIND_PARAMETER,
    Phrase::KIND_VARIABLE,
    Phrase::KIND_CONSTANT,
    Phrase::KIND_SHOCK,
    Phrase::KIND_COST,
];

/// A field to search in, and what it finds, by kind.
#[component]
pub(super) fn AllNumbers(props: &Given) -> Html {
    let Given { scene, on_action, .. } = props;
    let locale = scene.locale;
    let query = use_state(String::new);
    let on_query = {
        let query = query.setter();
        Callback::from(move |typed| query.set(typed))
    };
    let writer = FormulaWriter::new(&scene.model, locale);
    let found = found(&scene.model, writer, &query);
    let of_kind = |kind: Phrase| {
        let of_kind = found.iter().filter(|found| kind_word(&scene.model, **found) == kind);
        let links: Vec<Html> = of_kind
            .map(|reference| {
                let id = scene.model.id_of(*reference);
                html! { <li>{ opener(id, writer.name(*reference), on_action) }</li> }
            })
            .collect();
        let count = links.len();
        html! {
            if count > 0 {
                <section>
                    { heading("", kind.get(locale), &count.to_string()) }
                    <ul class="all-numbers">{ for links }</ul>
                </section>
            }
        }
    };
    let count = Phrase::EXPLAIN_FOUND.with(locale, &[("count", &found.len().to_string())]);
    html! {
        <>
            <p class="prose">{ Phrase::EXPLAIN_INTRO.get(locale) }</p>
            <SearchField id="search-numbers" label={Phrase::EXPLAIN_SEARCH.get(locale)} {on_query} found={count} />
            if found.is_empty() {
                <p class="prose">{ Phrase::EXPLAIN_NOT_FOUND.with(locale, &[("query", &query)]) }</p>
            }
            { for KINDS.into_iter().map(of_kind) }
        </>
    }
}

/// What has the query in its name or is its id.
fn found(model: &Model, writer: FormulaWriter<'_>, query: &str) -> Vec<Reference> {
    let query = query.trim().to_lowercase();
    let fits = |reference: &Reference| {
        let id = model.id_of(*reference);
        writer.name(*reference).to_lowercase().contains(&query) || id.contains(&query)
    };
    model.references().filter(fits).collect()
}
