//! Two chances on an axis from 0 to 100 %: a ring for 现状延续, a disc for the scenario.

use yew::prelude::*;

use crate::locale::Locale;
use crate::plan::{Thresholds, Verb};
use crate::sampling::Probability;
use crate::unit::InUnit;
use crate::wording::{Phrase, chance, decimal, decimals_of_step, verb_word};

/// A threshold as a number of percent, with as many digits as it has.
#[must_use]
pub fn percent(threshold: f64) -> String {
    let percent = 100.0 * threshold;
    decimal(percent, decimals_of_step(InUnit(percent)))
}

/// Chances nearer than this are drawn one around the other.
const COINCIDENT: f64 = 0.015;

/// Properties of [`Dumbbell`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In 现状延续.
    pub before: Probability,
    /// Under the scenario.
    pub after: Probability,
    /// The chance that the row's own word needs, with the word, if it has one.
    pub needed: Option<(f64, Phrase)>,
    /// Language of the description.
    pub locale: Locale,
}

/// The axis with both chances.
#[component]
pub fn Dumbbell(props: &Props) -> Html {
    let [before, after] = [props.before, props.after];
    let said = Phrase::AXIS_WORDS
        .with(props.locale, &[("before", &chance(before)), ("after", &chance(after))]);
    let word = props.needed.map(|(needed, word)| {
        let comma = Phrase::COMMA.get(props.locale);
        format!("{comma}{} ≥{}%", word.get(props.locale), percent(needed))
    });
    let label = said + &word.unwrap_or_default();
    let ring = if (before.value - after.value).abs() < COINCIDENT { "10" } else { "6" };
    let [from, to] = [before, after].map(|chance| position(chance.value));
    html! {
        <svg class="dumbbell" role="img" aria-label={label}>
            <line class="dumbbell-axis" x1="0" x2="100%" y1="50%" y2="50%" />
            { for props.needed.map(|(needed, _)| {
                let at = position(needed);
                html! { <line class="dumbbell-word" x1={at.clone()} x2={at} y1="10%" y2="90%" /> }
            }) }
            <line class="dumbbell-move" x1={from.clone()} x2={to.clone()} y1="50%" y2="50%" />
            <circle class="dumbbell-before" cx={from} cy="50%" r={ring} />
            <circle class="dumbbell-after" cx={to} cy="50%" r="7" />
        </svg>
    }
}

/// Properties of [`DumbbellScale`].
#[derive(Clone, PartialEq, Properties)]
pub struct ScaleProps {
    /// Which verb a chance deserves.
    pub rule: Thresholds,
    /// Language of the words.
    pub locale: Locale,
}

/// The words and figures above the axis.
#[component]
pub fn DumbbellScale(props: &ScaleProps) -> Html {
    let rule = props.rule;
    let threshold = |verb: Verb| {
        let (percent, word) = (percent(rule.needed(verb)), verb_word(verb));
        let at = format!("{percent}%");
        html! {
            <>
                <text x={at.clone()} y="38%" text-anchor="middle">{ word.get(props.locale) }</text>
                <text x={at} y="85%" text-anchor="middle">{ percent }</text>
            </>
        }
    };
    html! {
        <svg class="dumbbell-scale" aria-hidden="true" focusable="false">
            <text x="0" y="85%" text-anchor="middle">{ "0" }</text>
            { for [Verb::Effort, Verb::Strive, Verb::Ensure].into_iter().map(threshold) }
        </svg>
    }
}

/// A share as a position along the axis.
#[must_use]
pub fn position(share: f64) -> String {
    format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0)
}
