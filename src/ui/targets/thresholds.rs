//! The scale of judgement: from which chance a plan may use which verb, and which light shows.

use std::ops::Range;

use yew::prelude::*;

use crate::locale::Locale;
use crate::plan::Thresholds;
use crate::session::{Action, Edit};
use crate::ui::widgets::field::{self, Entry, use_entry};
use crate::wording::{Phrase, read_share, unrounded};

/// Properties of [`ThresholdFields`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The rule in force.
    pub rule: Thresholds,
    /// Language.
    pub locale: Locale,
    /// Called with another rule.
    pub on_action: Callback<Action>,
}

/// Fields in percent: the firmest verb first, then the lights, the best first.
#[component]
pub fn ThresholdFields(props: &Props) -> Html {
    let last = use_state_eq(|| 0);
    let ensure = use_entry(&field(props, &last, 0));
    let strive = use_entry(&field(props, &last, 1));
    let effort = use_entry(&field(props, &last, 2));
    let met = use_entry(&field(props, &last, 3));
    let near = use_entry(&field(props, &last, 4));
    let entries = [ensure, strive, effort, met, near];
    use_one_sentence(*last, &entries);
    let locale = props.locale;
    let (inputs, problems): (Vec<_>, Vec<_>) =
        entries.into_iter().map(|Entry { input, problem, .. }| (input, problem)).unzip();
    html! {
        <fieldset class="thresholds">
            <legend>{ Phrase::CHANGE_THRESHOLDS.get(locale) }</legend>
            // What comes and goes is no child of the fieldset itself: Chromium would lay out all of it anew.
            <div>
            { for labelled(&inputs, 0..3, locale) }
            <small>{ Phrase::THRESHOLDS_NOTE.get(locale) }</small>
            { for labelled(&inputs, 3..WORDS.len(), locale) }
            <small>{ Phrase::THRESHOLDS_NOTE_LIGHTS.get(locale) }</small>
            // One child in any case, so that the fields keep their elements.
            { problems.into_iter().flatten().collect::<Html>() }
            </div>
        </fieldset>
    }
}

const WORDS: [Phrase; 5] =
    [Phrase::WORD_ENSURE, Phrase::WORD_STRIVE, Phrase::WORD_EFFORT, Phrase::MET, Phrase::NEAR];

/// The fields of some thresholds, each behind its word.
fn labelled(inputs: &[Html], which: Range<usize>, locale: Locale) -> impl Iterator<Item = Html> {
    let fields = WORDS[which.clone()].iter().zip(&inputs[which]);
    fields.map(move |(word, input)| {
        html! { <label><span>{ word.get(locale) }{ " ≥" }</span>{ input.clone() }{ "%" }</label> }
    })
}

/// The field of one threshold; `last` is kept to the position of the one that was entered last.
fn field(props: &Props, last: &UseStateHandle<usize>, position: usize) -> field::Props {
    let on_enter = {
        let (props, last) = (props.clone(), last.setter());
        Callback::from(move |text: String| {
            last.set(position);
            match changed(props.rule, position, &text, props.locale) {
                Ok(rule) => props.on_action.emit(Edit::SetThresholds(rule).into()),
                Err(problem) => return Some(problem),
            }
            None
        })
    };
    yew::props!(field::Props {
        id: format!("threshold-{position}"),
        label: WORDS[position].get(props.locale),
        seen: true,
        size: "3",
        decimal: true,
        value: unrounded(100.0 * values(props.rule)[position]),
        on_enter,
    })
}

/// The thresholds stand in one order and share a sentence: an entry into one field answers what was wrong in another.
#[hook]
fn use_one_sentence(last: usize, entries: &[Entry; 5]) {
    let others = entries.iter().enumerate().filter(|(position, _)| *position != last);
    let others: Vec<_> = others.map(|(_, entry)| entry.clear.clone()).collect();
    use_effect_with(last, move |_| {
        for clear in others {
            clear.emit(());
        }
    });
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
