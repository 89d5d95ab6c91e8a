//! The scale of judgement: from which chance a plan may use which verb, and which light shows.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::after_press;
use crate::locale::Locale;
use crate::plan::Thresholds;
use crate::session::{Action, Edit};
use crate::ui::frame::last_word::{LastWord, use_last_word};
use crate::wording::{Phrase, read_share, unrounded};

/// Properties of [`ThresholdFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rule in force.
    pub rule: Thresholds,
    /// Language.
    pub locale: Locale,
    /// Whether it can only be looked at.
    pub is_read_only: bool,
    /// Called with another rule.
    pub on_action: Callback<Action>,
}

/// What is typed into one of the fields, and what was wrong with the last entry.
#[derive(Clone)]
struct Entry {
    typing: UseStateHandle<Option<(usize, String)>>,
    problem: UseStateHandle<Option<String>>,
    word: LastWord,
}

/// Fields in percent: the firmest verb first, then the lights, the best first.
#[component]
pub fn ThresholdFields(props: &Props) -> Html {
    let entry =
        Entry { typing: use_state(|| None), problem: use_state(|| None), word: use_last_word() };
    let locale = props.locale;
    html! {
        <fieldset class="thresholds" disabled={props.is_read_only}>
            <legend>{ Phrase::CHANGE_THRESHOLDS.get(locale) }</legend>
            // What comes and goes is no child of the fieldset itself: Chromium would lay out all of it anew.
            <div>
            { for (0..3).map(|position| field(props, &entry, position)) }
            <small>{ Phrase::THRESHOLDS_NOTE.get(locale) }</small>
            { for (3..WORDS.len()).map(|position| field(props, &entry, position)) }
            <small>{ Phrase::THRESHOLDS_NOTE_LIGHTS.get(locale) }</small>
            if let Some(problem) = &*entry.problem {
                <p class="field-problem" role="alert">{ problem }</p>
            }
            </div>
        </fieldset>
    }
}

const WORDS: [Phrase; 5] =
    [Phrase::WORD_ENSURE, Phrase::WORD_STRIVE, Phrase::WORD_EFFORT, Phrase::MET, Phrase::NEAR];

fn field(props: &Props, entry: &Entry, position: usize) -> Html {
    let typing = entry.typing.as_ref().filter(|(typed, _)| *typed == position);
    let percent = 100.0 * values(props.rule)[position];
    let value = typing.map_or_else(|| unrounded(percent), |(_, text)| text.clone());
    let oninput = {
        let typing = entry.typing.setter();
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            typing.set(Some((position, text)));
        }
    };
    let onchange = {
        let (entry, props) = (entry.clone(), props.clone());
        move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let (entry, props) = (entry.clone(), props.clone());
            after_press(move || {
                let found = changed(props.rule, position, &text, props.locale);
                entry.typing.set(None);
                entry.problem.set(found.as_ref().err().cloned());
                let problem = found.as_ref().err().map(String::as_str);
                entry.word.says(WORDS[position].get(props.locale), problem);
                match found {
                    Ok(rule) => props.on_action.emit(Edit::SetThresholds(rule).into()),
                    // Whoever asked for the entry hears that it was not taken.
                    Err(_) => event.prevent_default(),
                }
            });
        }
    };
    let onblur = {
        let typing = entry.typing.setter();
        move |_: FocusEvent| {
            let typing = typing.clone();
            // What was typed and typed back is no change, and no draft any more. Not sooner than an entry
            // counts: the old value would show for the length of a press.
            after_press(move || typing.set(None));
        }
    };
    html! {
        <label>
            <span>{ WORDS[position].get(props.locale) }{ " ≥" }</span>
            <input type="text" inputmode="decimal" autocomplete="off" size="3"
                {value} {oninput} {onchange} {onblur} />
            { "%" }
        </label>
    }
}

fn values(rule: Thresholds) -> [f64; 5] {
    [rule.ensure, rule.strive, rule.effort, rule.met, rule.near]
}

/// The rule with one threshold as it was typed, or what is wrong with that.
fn changed(
    rule: Thresholds,
    position: usize,
    entry: &str,
    locale: Locale,
) -> Result<Thresholds, String> {
    let share = read_share(entry).map_err(|error| error.sentence(locale))?;
    let mut values = values(rule);
    values[position] = share;
    let [ensure, strive, effort, met, near] = values;
    let rule = Thresholds { met, near, ensure, strive, effort };
    if rule.is_ordered() { Ok(rule) } else { Err(Phrase::THRESHOLDS_ORDER.get(locale).to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_moves_between_its_neighbours() {
        let rule = Thresholds::default();
        let moved = changed(rule, 1, "８０%", Locale::Zh).unwrap();
        assert_eq!(moved, Thresholds { strive: 0.8, ..rule });
        let wrong = changed(rule, 1, "95", Locale::Zh).unwrap_err();
        assert!(wrong.contains("确保不低于力争"), "{wrong}");
        assert!(changed(rule, 2, "很多", Locale::Zh).unwrap_err().contains("很多"));
        assert_eq!(changed(rule, 3, "60", Locale::Zh), Ok(Thresholds { met: 0.6, ..rule }));
        assert!(changed(rule, 4, "51", Locale::Zh).unwrap_err().contains("达标不低于接近"));
    }
}
