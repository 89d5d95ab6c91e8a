//! 上限: the most that new measures may cost the city in a year.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::Locale;
use crate::session::{Action, Edit};
use crate::ui::frame::last_word::use_last_word;
use crate::wording::{Measure, Phrase, read_funds};

/// Properties of [`CeilingField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The ceiling, 元; none is set.
    pub ceiling: Option<f64>,
    /// Language.
    pub locale: Locale,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// A field that takes a number, or nothing.
#[component]
pub fn CeilingField(props: &Props) -> Html {
    let Props { ceiling, locale, on_action } = props;
    let locale = *locale;
    let draft = use_state(|| None::<String>);
    let is_bad = use_state(|| false);
    let word = use_last_word();
    let funds = Measure::funds(locale);
    let written =
        ceiling.map_or_else(String::new, |ceiling| funds.clone().showing(ceiling).digits(ceiling));
    let onchange = {
        let on_action = on_action.clone();
        let (draft, is_bad) = (draft.setter(), is_bad.setter());
        move |event: Event| {
            let entry = event.target_unchecked_into::<HtmlInputElement>().value();
            let read = ceiling_of(&entry, locale);
            draft.set(None);
            is_bad.set(read.is_err());
            let problem = read.is_err().then(|| Phrase::CEILING_BAD.get(locale));
            word.says(Phrase::CEILING.get(locale), problem);
            match read {
                Ok(ceiling) => {
                    on_action.emit(Edit::SetCeiling(ceiling).into());
                    on_action.emit(Action::Rest);
                }
                // Whoever asked for the entry hears that it was not taken.
                Err(NoCeiling) => event.prevent_default(),
            }
        }
    };
    let oninput = {
        let (draft, is_bad) = (draft.setter(), is_bad.setter());
        move |event: InputEvent| {
            draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
            is_bad.set(false);
        }
    };
    let onblur = {
        let draft = draft.setter();
        // What was typed and typed back is no change, and no draft any more.
        move |_: FocusEvent| draft.set(None)
    };
    let shown = (*draft).clone().unwrap_or(written);
    html! {
        <div class="ceiling">
            <label>
                <span>{ Phrase::CEILING.get(locale) }</span>
                <input type="text" inputmode="decimal" autocomplete="off" size="8" value={shown}
                    aria-describedby="ceiling-note" aria-invalid={is_bad.then_some("true")} {onchange} {oninput} {onblur} />
                <span>{ funds.heading() }</span>
            </label>
            if *is_bad {
                <p class="field-problem" role="alert" id="ceiling-note">{ Phrase::CEILING_BAD.get(locale) }</p>
            } else {
                <p class="for-readers" id="ceiling-note">{ Phrase::CEILING_NOTE.get(locale) }</p>
            }
        </div>
    }
}

/// An entry is neither a ceiling nor empty.
#[derive(Debug, PartialEq)]
struct NoCeiling;

/// What an entry stands for: a ceiling in 元, or none.
fn ceiling_of(entry: &str, locale: Locale) -> Result<Option<f64>, NoCeiling> {
    if entry.trim().is_empty() {
        return Ok(None);
    }
    match read_funds(entry, locale) {
        Ok(ceiling) if ceiling >= 0.0 => Ok(Some(ceiling)),
        Ok(_) | Err(_) => Err(NoCeiling),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_a_ceiling_or_none_or_wrong() {
        let ceiling_of = |entry| ceiling_of(entry, Locale::Zh);
        assert_eq!(ceiling_of("２,６00万元"), Ok(Some(2600e4)));
        assert_eq!(ceiling_of(" "), Ok(None));
        assert_eq!(ceiling_of("-1"), Err(NoCeiling));
        assert_eq!(ceiling_of("很多"), Err(NoCeiling));
    }
}
