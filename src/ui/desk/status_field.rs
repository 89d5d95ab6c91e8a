//! How a milestone, rank or rule stands, chosen by a person.

use yew::prelude::*;

use crate::locale::Locale;
use crate::plan::{Recorded, Status};
use crate::session::{Action, Edit};
use crate::ui::widgets::choice::Choice;
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
    /// Called with the choice.
    pub on_action: Callback<Action>,
}

/// A list to choose from; the first entry takes the record back.
#[component]
pub fn StatusField(props: &Props) -> Html {
    let Props { locale, .. } = *props;
    let unset = Phrase::STATUS_UNSET.get(locale);
    let words = STATUSES.iter().map(|status| status_word(*status).get(locale));
    let options: Vec<(String, String)> = std::iter::once(unset)
        .chain(words)
        .enumerate()
        .map(|(position, word)| (position.to_string(), word.to_owned()))
        .collect();
    let on_choose = {
        let props = props.clone();
        Callback::from(move |position: String| {
            let status = position.parse::<usize>().ok().and_then(|position| {
                // Before the statuses stands that there is none.
                STATUSES.get(position.checked_sub(1)?)
            });
            let note = props.recorded.as_ref().map(|recorded| recorded.note.clone());
            let recorded =
                status.map(|status| Recorded { status: *status, note: note.unwrap_or_default() });
            props
                .on_action
                .emit(Edit::RecordStatus { target: props.target.clone(), recorded }.into());
        })
    };
    let label = Phrase::STATUS_OF.with(locale, &[("name", &props.name)]);
    html! {
        <Choice {label} {options} value={position(props.recorded.as_ref()).to_string()} {on_choose} is_editing=true bare=true
            class="status-field" />
    }
}

/// Where what is recorded stands in the list.
fn position(recorded: Option<&Recorded>) -> usize {
    let status = recorded.map(|recorded| recorded.status);
    STATUSES.iter().position(|other| Some(*other) == status).map_or(0, |position| position + 1)
}
