//! 上限: the most that new measures may cost the city in a year.

use yew::prelude::*;

use crate::locale::Locale;
use crate::session::{Action, Edit};
use crate::ui::widgets::field::{self, Entry, use_entry};
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
    let funds = Measure::funds(locale);
    let written =
        ceiling.map_or_else(String::new, |ceiling| funds.clone().showing(ceiling).digits(ceiling));
    let on_enter = {
        let on_action = on_action.clone();
        Callback::from(move |entry: String| match ceiling_of(&entry, locale) {
            Ok(ceiling) => {
                on_action.emit(Edit::SetCeiling(ceiling).into());
                on_action.emit(Action::Rest);
                None
            }
            Err(NoCeiling) => Some(Phrase::CEILING_BAD.get(locale).to_owned()),
        })
    };
    let label = Phrase::CEILING.get(locale);
    let entry = yew::props!(field::Props {
        id: "ceiling",
        label,
        seen: true,
        value: written,
        size: "8",
        decimal: true,
        note: NOTE,
        at_once: true,
        on_enter,
    });
    let Entry { input, problem, .. } = use_entry(&entry);
    html! {
        <div class="ceiling">
            <label>
                <span>{ label }</span>
                { input }
                <span>{ funds.heading() }</span>
            </label>
            if let Some(problem) = problem {
                { problem }
            } else {
                <p class="for-readers" id={NOTE}>{ Phrase::CEILING_NOTE.get(locale) }</p>
            }
        </div>
    }
}

/// The id of what is said about the field while nothing is wrong.
const NOTE: &str = "ceiling-note";

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
