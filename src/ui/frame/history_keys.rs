//! Undo and redo by their keys, from wherever the keyboard is, and a word of what they did.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::{HistoryKey, on_history_key};
use crate::locale::Locale;
use crate::session::Action;
use crate::wording::Phrase;

/// How long the word stays, milliseconds.
const SHOWN: u32 = 4000;

/// The steps that undo and redo would take, in words.
#[derive(Clone, PartialEq)]
pub struct Steps {
    /// What undo takes back.
    pub undo: Option<String>,
    /// What redo repeats.
    pub redo: Option<String>,
}

/// Follows the keys; what it returns says what they did, which may be out of sight. Where nobody may edit there are no
/// steps, and the keys do nothing but say so.
#[hook]
pub fn use_history_keys(
    on_action: &Callback<Action>,
    steps: Option<Steps>,
    locale: Locale,
) -> Html {
    let word = use_state(|| None::<String>);
    // The listener outlives the picture that it was made with.
    let now = use_mut_ref(|| (steps.clone(), locale));
    *now.borrow_mut() = (steps, locale);
    {
        let word = word.setter();
        use_effect_with(on_action.clone(), move |on_action| {
            let on_action = on_action.clone();
            let listeners = on_history_key(move |key| {
                let (steps, locale) = now.borrow().clone();
                word.set(Some(said(key, steps.as_ref(), locale)));
                if steps.is_some() {
                    on_action.emit(match key {
                        HistoryKey::Undo => Action::Undo,
                        HistoryKey::Redo => Action::Redo,
                    });
                }
            });
            move || drop(listeners)
        });
    }
    {
        let setter = word.setter();
        use_effect_with(word.clone(), move |word| {
            let timeout = word.is_some().then(|| Timeout::new(SHOWN, move || setter.set(None)));
            move || drop(timeout)
        });
    }
    html! { <p class="said" role="status">{ (*word).clone() }</p> }
}

fn said(key: HistoryKey, steps: Option<&Steps>, locale: Locale) -> String {
    let Some(steps) = steps else { return Phrase::READ_ONLY.get(locale).to_owned() };
    let (step, done, nothing) = match key {
        HistoryKey::Undo => (&steps.undo, Phrase::UNDONE_STEP, Phrase::NOTHING_TO_UNDO),
        HistoryKey::Redo => (&steps.redo, Phrase::REDONE_STEP, Phrase::NOTHING_TO_REDO),
    };
    match step {
        Some(step) => done.with(locale, &[("step", step)]),
        None => nothing.get(locale).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_say_what_they_did_or_that_the_page_is_for_looking() {
        let steps = Steps { undo: Some("改名".to_owned()), redo: None };
        let said = |key, steps| said(key, steps, Locale::Zh);
        assert!(said(HistoryKey::Undo, Some(&steps)).contains("改名"));
        assert_eq!(said(HistoryKey::Redo, Some(&steps)), Phrase::NOTHING_TO_REDO.get(Locale::Zh));
        assert_eq!(said(HistoryKey::Undo, None), Phrase::READ_ONLY.get(Locale::Zh));
    }
}
