//! Two chances on an axis from 0 to 100 %: a ring for 现状延续, a disc for the scenario.

use yew::prelude::*;

use crate::locale::Locale;
use crate::sampling::Probability;
use crate::wording::{Phrase, chance};

/// Where the plan's wording changes: 努力, 力争, 确保.
pub const THRESHOLDS: [(&str, Phrase); 3] =
    [("40%", Phrase::WORD_EFFORT), ("70%", Phrase::WORD_STRIVE), ("90%", Phrase::WORD_ENSURE)];

/// Chances nearer than this are drawn one around the other.
const COINCIDENT: f64 = 0.015;

/// Properties of [`Dumbbell`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In 现状延续.
    pub before: Probability,
    /// Under the scenario.
    pub after: Probability,
    /// Language of the description.
    pub locale: Locale,
}

/// The axis with both chances.
#[component]
pub fn Dumbbell(props: &Props) -> Html {
    let [before, after] = [props.before, props.after];
    let label = Phrase::AXIS_WORDS
        .with(props.locale, &[("before", &chance(before)), ("after", &chance(after))]);
    let ring = if (before.value - after.value).abs() < COINCIDENT { "10" } else { "6" };
    let [from, to] = [before, after].map(|chance| position(chance.value));
    html! {
        <svg class="dumbbell" role="img" aria-label={label}>
            { for THRESHOLDS.iter().map(|(at, _)| html! {
                <line class="dumbbell-threshold" x1={*at} x2={*at} y1="10%" y2="90%" />
            }) }
            <line class="dumbbell-axis" x1="0" x2="100%" y1="50%" y2="50%" />
            <line class="dumbbell-move" x1={from.clone()} x2={to.clone()} y1="50%" y2="50%" />
            <circle class="dumbbell-before" cx={from} cy="50%" r={ring} />
            <circle class="dumbbell-after" cx={to} cy="50%" r="7" />
        </svg>
    }
}

/// Properties of [`DumbbellScale`].
#[derive(Clone, PartialEq, Properties)]
pub struct ScaleProps {
    /// Language of the words.
    pub locale: Locale,
}

/// The words and figures above the axis.
#[component]
pub fn DumbbellScale(props: &ScaleProps) -> Html {
    let threshold = |(at, word): &(&'static str, Phrase)| {
        html! {
            <>
                <text x={*at} y="38%" text-anchor="middle">{ word.get(props.locale) }</text>
                <text x={*at} y="85%" text-anchor="middle">{ at.trim_end_matches('%') }</text>
            </>
        }
    };
    html! {
        <svg class="dumbbell-scale" aria-hidden="true" focusable="false">
            <text x="0" y="85%" text-anchor="middle">{ "0" }</text>
            { for THRESHOLDS.iter().map(threshold) }
        </svg>
    }
}

/// A share as a position along the axis.
#[must_use]
pub fn position(share: f64) -> String {
    format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0)
}
