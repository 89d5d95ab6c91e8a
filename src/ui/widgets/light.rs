//! A light: shape, word and colour, never colour alone.

use yew::prelude::*;

use crate::analysis::Judgement;
use crate::desk::Scene;
use crate::locale::Locale;
use crate::plan;
use crate::region::Target;
use crate::wording::{Phrase, Tally, light_word, remark};

/// Properties of [`Light`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it says; none for what cannot be judged.
    pub light: Option<plan::Light>,
    /// Language.
    pub locale: Locale,
}

/// 研判 as disc, triangle, square or frame, with its word.
#[component]
pub fn Light(props: &Props) -> Html {
    let (class, shape) = shape(props.light);
    let word = props.light.map_or(Phrase::NOT_YET, light_word);
    html! {
        <span class={classes!("light", class)}>
            <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">{ shape }</svg>
            { word.get(props.locale) }
        </span>
    }
}

/// The class that gives a light its colour, and its shape in a box of 10 by 10.
pub fn shape(light: Option<plan::Light>) -> (&'static str, Html) {
    match light {
        Some(plan::Light::Met) => ("light-met", html! { <circle cx="5" cy="5" r="5" /> }),
        Some(plan::Light::Near) => ("light-near", html! { <path d="M5 0 10 10H0z" /> }),
        Some(plan::Light::Far) => ("light-far", html! { <path d="M0 0h10v10H0z" /> }),
        None => (
            "light-none",
            html! { <path d="M0 0h10v10H0zM1.6 1.6v6.8h6.8V1.6z" fill-rule="evenodd" /> },
        ),
    }
}

/// What is to be said of a target beside its light, in small type.
pub fn remark_of(scene: &Scene, target: &Target, judgement: &Judgement) -> Html {
    let said = remark(target, judgement, scene.thresholds);
    said.map(|said| html! { <small class="remark">{ said.get(scene.locale) }</small> })
        .unwrap_or_default()
}

/// How many lights of each kind, as shapes with numbers; whoever shows it says it in words too.
pub fn light_counts(tally: &Tally) -> Html {
    let light = |(light, count): (plan::Light, usize)| {
        let (class, shape) = shape(Some(light));
        html! {
            <span class={classes!("light", class)}><svg viewBox="0 0 10 10" focusable="false">{ shape }</svg>{ count }</span>
        }
    };
    html! {
        <span class="light-counts" aria-hidden="true">{ for tally.lights().into_iter().map(light) }</span>
    }
}
