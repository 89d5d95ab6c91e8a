//! The rail of a lever with its bands and present value.

use yew::prelude::*;

use crate::model::Lever;
use crate::ui::charts::dumbbell::position;
use crate::unit::InUnit;
use crate::wording::band;

/// Properties of [`LeverRail`].
#[derive(Clone, PartialEq, Properties)]
pub struct RailProps {
    /// The lever.
    pub lever: Lever,
    /// Present setting, in its unit.
    pub present: InUnit,
    /// Setting in hand, in its unit.
    pub setting: InUnit,
}

/// Bands, present-value mark and the way from there to the setting; seen, not touched.
#[component]
pub fn LeverRail(props: &RailProps) -> Html {
    let RailProps { lever, present, setting } = props;
    let at = |value: InUnit| position(share(lever, value));
    let width = |from: InUnit, to: InUnit| position(share(lever, to) - share(lever, from));
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

/// Where a value is between the ends of the lever.
pub(super) fn share(lever: &Lever, value: InUnit) -> f64 {
    let [low, high] = lever.range;
    (value - low) / (high - low)
}
