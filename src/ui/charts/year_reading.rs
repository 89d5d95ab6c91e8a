//! What a chart shows in a year, under the pointer or by the arrow keys.
//!
//! One stop of the tab key a chart. The layer lies over the picture, and its text is the row of
//! the picture's table, so that both say the same.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use yew::prelude::*;

use crate::figure::FanChart;
use crate::locale::Locale;
use crate::wording::Phrase;

/// Between the line of the year and its text, CSS pixels.
const DISTANCE: f64 = 8.0;

/// Wide enough for any text, CSS pixels.
const WIDEST: f64 = 400.0;

/// A picture that can be read.
pub(super) struct Readable<'c> {
    pub(super) chart: &'c FanChart,
    /// Where the first and the last year stand, in CSS pixels from the left; known once the
    /// picture is drawn.
    pub(super) ends: Rc<RefCell<[f64; 2]>>,
    /// The year that is read.
    pub(super) read: UseStateHandle<Option<i32>>,
    pub(super) locale: Locale,
}

/// A line at the year that is read, and its figures beside it.
pub(super) fn reader(readable: &Readable<'_>) -> Html {
    let Readable { chart, ends, read, locale } = readable;
    let (first, last) = (chart.first_year, chart.last_year);
    let year = read.unwrap_or(chart.plan_year).clamp(first, last);
    let row = chart.reading(year);
    let set = |to: Option<i32>| {
        let read = read.setter();
        move || read.set(to)
    };
    // A mouse reads what it passes over; a finger what it taps, since it moves to scroll.
    let reading = |is_for: fn(&PointerEvent) -> bool| {
        let (read, ends) = (read.clone(), ends.clone());
        move |event: PointerEvent| {
            let under = year_at(f64::from(event.offset_x()), first..=last, *ends.borrow());
            if is_for(&event) && *read != Some(under) {
                read.set(Some(under));
            }
        }
    };
    let (onpointermove, onpointerup) = (reading(is_mouse), reading(|event| !is_mouse(event)));
    let onkeydown = {
        let read = read.setter();
        move |event: KeyboardEvent| {
            let to = pressed(&event.key(), year, first..=last);
            if to.is_some() || event.key() == "Escape" {
                event.prevent_default();
                read.set(to);
            }
        }
    };
    let (leave, focus, blur) = (set(None), set(Some(year)), set(None));
    let spoken: Vec<String> = row.iter().map(|(head, cell)| format!("{head} {cell}")).collect();
    html! {
        <div class="reader" tabindex="0" role="slider"
            aria-label={Phrase::CHART_READER.with(*locale, &[("name", &chart.title)])}
            aria-valuemin={first.to_string()} aria-valuemax={last.to_string()} aria-valuenow={year.to_string()}
            aria-valuetext={spoken.join(Phrase::LIST_COMMA.get(*locale))}
            {onpointermove} {onpointerup} onpointerleave={move |event: PointerEvent| if is_mouse(&event) { leave() }}
            onfocus={move |_: FocusEvent| focus()} onblur={move |_: FocusEvent| blur()} {onkeydown}>
            if read.is_some() {
                { mark(&row, f64::from(year - first) / f64::from((last - first).max(1)), *ends.borrow()) }
            }
        </div>
    }
}

fn is_mouse(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

/// The year that a key leads to; `None` for keys that lead to none.
fn pressed(key: &str, year: i32, years: RangeInclusive<i32>) -> Option<i32> {
    let to = match key {
        "ArrowLeft" | "ArrowDown" => year - 1,
        "ArrowRight" | "ArrowUp" => year + 1,
        "Home" => *years.start(),
        "End" => *years.end(),
        _ => return None,
    };
    Some(to.clamp(*years.start(), *years.end()))
}

/// The year nearest to a place.
fn year_at(x: f64, years: RangeInclusive<i32>, [left, right]: [f64; 2]) -> i32 {
    let share = ((x - left) / (right - left).max(1.0)).clamp(0.0, 1.0);
    years.start() + (share * f64::from(years.end() - years.start())).round() as i32
}

/// The line and its text, on the side where there is more room.
fn mark(row: &[(String, String)], share: f64, [left, right]: [f64; 2]) -> Html {
    let at = left + share * (right - left);
    let (from, width, class) = if share > 0.5 {
        (0.0, (at - DISTANCE).max(0.0), "reading before")
    } else {
        (at + DISTANCE, WIDEST, "reading")
    };
    let [at, from, width] = [at, from, width].map(|length| length.to_string());
    let line = |(head, cell): &(String, String)| html! { <><dt>{ head }</dt><dd>{ cell }</dd></> };
    html! {
        <svg aria-hidden="true" focusable="false">
            <line x1={at.clone()} x2={at} y1="0" y2="100%" />
            <foreignObject x={from} y="0" {width} height="100%">
                <dl xmlns="http://www.w3.org/1999/xhtml" {class}>{ for row.iter().map(line) }</dl>
            </foreignObject>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_under_the_pointer_is_the_nearest_one() {
        let ends = [20.0, 120.0];
        let at = |x: f64| year_at(x, 2015..=2025, ends);
        assert_eq!(
            [at(-5.0), at(20.0), at(34.0), at(36.0), at(500.0)],
            [2015, 2015, 2016, 2017, 2025]
        );
        assert_eq!(year_at(3.0, 2020..=2020, [0.0, 0.0]), 2020, "a picture that is not drawn yet");
    }

    #[test]
    fn keys_go_from_year_to_year_and_stay_on_the_picture() {
        let key = |key: &str, year: i32| pressed(key, year, 2015..=2024);
        assert_eq!(key("ArrowRight", 2019), Some(2020));
        assert_eq!(key("ArrowRight", 2024), Some(2024));
        assert_eq!(key("Home", 2020), Some(2015));
        assert_eq!(key("Tab", 2020), None);
    }
}
