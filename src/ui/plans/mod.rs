//! What became of the newest save, and behind it the plans that this browser keeps.

pub mod keeping;
pub mod list;

use yew::prelude::*;

use crate::browser::clock;
use crate::browser::store::{self, KeepingStatus, SaveProblem, Saving};
use crate::desk::Request;
use crate::locale::Locale;
use crate::session::Action;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::widgets::menu::use_menu;
use crate::wording::Phrase;

/// Properties of [`Plans`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Name of the plan in hand.
    pub name: AttrValue,
    /// Id of its city.
    pub city: AttrValue,
    /// Language.
    pub locale: Locale,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the plan that a person opens.
    pub on_request: Callback<Request>,
}

/// A button that says how the plan is kept and opens the list.
#[component]
pub fn Plans(props: &Props) -> Html {
    let Props { locale, .. } = *props;
    let status = use_status();
    let menu = use_menu();
    let words = words(status, locale);
    let is_problem = matches!(status.saving, Saving::Failed(_));
    html! {
        <div class="plans" ref={menu.place.clone()}>
            { menu.button(classes!("plans-button", is_problem.then_some("problem")), &words).draw() }
            <p class="for-readers" role="status">if is_problem || status.elsewhere || status.copied { { words } }</p>
            if menu.is_open() {
                <Later part={plan_list(props, status, menu.close)} {locale} />
            }
        </div>
    }
}

fn plan_list(props: &Props, status: KeepingStatus, on_close: Callback<()>) -> Part {
    Part::Plans(list::Props {
        status,
        name: props.name.clone(),
        city: props.city.clone(),
        locale: props.locale,
        on_action: props.on_action.clone(),
        on_request: props.on_request.clone(),
        on_close,
    })
}

/// The status in a few words.
fn words(status: KeepingStatus, locale: Locale) -> String {
    let phrase = match status.saving {
        Saving::Failed(SaveProblem::Forbidden) => Phrase::SAVE_FORBIDDEN,
        Saving::Failed(SaveProblem::Full) => Phrase::SAVE_FULL,
        Saving::Failed(SaveProblem::Silent) => Phrase::SAVE_SILENT,
        Saving::Failed(SaveProblem::Absent) => Phrase::SAVE_ABSENT,
        Saving::Failed(SaveProblem::Cleared) => Phrase::SAVE_CLEARED,
        Saving::Failed(SaveProblem::Unreadable) => Phrase::SAVE_UNREADABLE,
        Saving::Failed(SaveProblem::NoHost) => Phrase::SAVE_NO_HOST,
        _ if status.elsewhere => Phrase::SAVE_ELSEWHERE,
        Saving::Nothing => Phrase::SAVE_NOTHING,
        Saving::Apart => Phrase::SAVE_APART,
        Saving::Pending => Phrase::SAVE_PENDING,
        Saving::Saved { time } => return Phrase::SAVE_DONE.with(locale, &[("time", &clock(time))]),
    };
    phrase.get(locale).to_owned()
}

/// The store's status, kept up to date.
#[hook]
fn use_status() -> KeepingStatus {
    let status = use_state(KeepingStatus::default);
    let setter = status.setter();
    use_effect_with((), move |()| store::on_status(move |now| setter.set(now)));
    *status
}
