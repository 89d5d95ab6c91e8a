//! How a milestone, rank or rule stands, chosen by a person.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::locale::Locale;
use crate::plan::{Recorded, Status};
use crate::session::{Action, Edit};
use crate::wording::{Phrase, status_word};

const STATUSES: [Status; 4] = [Status::NotStarted, Status::UnderWay, Status::Done, Status::Missed];

/// Properties of [`StatusField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Id of the target.
    pub target: String,
    /// What the target is called.
    pub name: String,
    /// What was recorded before.
    pub recorded: Option<Recorded>,
    /// Language.
    pub locale: Locale,
    /// Whether it can only be looked at.
    pub is_read_only: bool,
    /// Called with the choice.
    pub on_action: Callback<Action>,
}

/// A list to choose from; the first entry takes the record back.
#[component]
pub fn StatusField(props: &Props) -> Html {
    let Props { locale, .. } = *props;
    let current = props.recorded.as_ref().map(|recorded| recorded.status);
    let onchange = {
        let props = props.clone();
        Callback::from(move |event: Event| {
            let list: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(list.selected_index() - 1).ok();
            let note = props.recorded.as_ref().map(|recorded| recorded.note.clone());
            let recorded = chosen
                .and_then(|position| STATUSES.get(position))
                .map(|status| Recorded { status: *status, note: note.unwrap_or_default() });
            props
                .on_action
                .emit(Edit::RecordStatus { target: props.target.clone(), recorded }.into());
        })
    };
    // A choice made by hand outweighs the attribute `selected`: undo has to set the list itself.
    let list = use_node_ref();
    use_effect_with((list.clone(), current), |(list, current)| {
        let position = STATUSES.iter().position(|status| Some(*status) == *current);
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_selected_index(position.map_or(0, |position| position as i32 + 1));
        }
    });
    let label = Phrase::STATUS_OF.with(locale, &[("name", &props.name)]);
    html! {
        <select ref={list} class="status-field" disabled={props.is_read_only} aria-label={label} {onchange}>
            <option selected={current.is_none()}>{ Phrase::STATUS_UNSET.get(locale) }</option>
            { for STATUSES.iter().map(|status| html! {
                <option selected={current == Some(*status)}>{ status_word(*status).get(locale) }</option>
            }) }
        </select>
    }
}
