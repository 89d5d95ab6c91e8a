//! The rail of a lever with its bands and present value, and the native slider on it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::Lever;
use crate::ui::dumbbell::position;
use crate::wording::band;

/// Properties of [`LeverRail`].
#[derive(Clone, PartialEq, Properties)]
pub struct RailProps {
    /// The lever.
    pub lever: Lever,
    /// Present setting, in its unit.
    pub present: f64,
    /// Setting in hand, in its unit.
    pub setting: f64,
}

/// Bands, present-value mark and the way from there to the setting; seen, not touched.
#[component]
pub fn LeverRail(props: &RailProps) -> Html {
    let RailProps { lever, present, setting } = props;
    let at = |value: f64| position(share(lever, value));
    let width = |from: f64, to: f64| position(share(lever, to) - share(lever, from));
    let present_band = band(lever, *present);
    let lowers = std::iter::once(lever.range[0]).chain(lever.bands.iter().map(|band| band.upper));
    let segments = lever.bands.iter().zip(lowers).enumerate().map(|(position, (band, lower))| {
        let class = (present_band == Some(position)).then_some("rail-present");
        html! {
            <rect class={classes!("rail-band", class)} x={at(lower)} width={width(lower, band.upper)} y="9" height="6" />
        }
    });
    let ends = lever.bands.iter().rev().skip(1).map(|band| {
        html! { <line class="rail-cut" x1={at(band.upper)} x2={at(band.upper)} y1="9" y2="15" /> }
    });
    let [from, to] = if setting < present { [*setting, *present] } else { [*present, *setting] };
    html! {
        <svg class="rail" aria-hidden="true" focusable="false">
            { for segments }
            { for ends }
            <rect class="rail-move" x={at(from)} width={width(from, to)} y="9" height="6" />
            <line class="rail-mark" x1={at(*present)} x2={at(*present)} y1="4" y2="20" />
        </svg>
    }
}

/// Properties of [`LeverSlider`].
#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    /// The lever.
    pub lever: Lever,
    /// Id of the element that names it.
    pub label: String,
    /// Setting in hand, in its unit.
    pub value: f64,
    /// The setting in words.
    pub meaning: String,
    /// Called with every new setting.
    pub on_set: Callback<f64>,
    /// Called when a drag ends.
    pub on_rest: Callback<()>,
}

/// The browser's own slider, so that keyboard and assistive technology work as everywhere.
#[component]
pub fn LeverSlider(props: &SliderProps) -> Html {
    let SliderProps { lever, value, .. } = props;
    let oninput = props.on_set.reform(|event: InputEvent| {
        event.target_unchecked_into::<HtmlInputElement>().value_as_number()
    });
    let onpointerup = props.on_rest.reform(|_: PointerEvent| ());
    let [low, high] = lever.range;
    html! {
        <input type="range" id={format!("lever-{}", lever.id)} min={low.to_string()} max={high.to_string()}
            step={lever.step.to_string()} value={value.to_string()} aria-labelledby={props.label.clone()}
            aria-valuetext={props.meaning.clone()} {oninput} {onpointerup} />
    }
}

fn share(lever: &Lever, value: f64) -> f64 {
    let [low, high] = lever.range;
    (value - low) / (high - low)
}
