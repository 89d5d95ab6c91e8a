//! User timing: how long a piece of work takes, readable by developer tools and the benchmark.

/// Milliseconds since the page was opened; NaN where there is no clock.
#[must_use]
pub fn now() -> f64 {
    gloo::utils::window().performance().as_ref().map_or(f64::NAN, web_sys::Performance::now)
}

/// Does `work`, records its duration under `name` and says how many milliseconds it took; NaN
/// where there is no clock.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> (T, f64) {
    let performance = gloo::utils::window().performance();
    let start = format!("{name}:start");
    if let Some(performance) = &performance {
        // Without user timing the work is done all the same.
        let _ = performance.mark(&start);
    }
    let began = now();
    let result = work();
    let milliseconds = now() - began;
    if let Some(performance) = &performance {
        // The last one alone: the browser would keep all those of a long day.
        performance.clear_measures_with_measure_name(name);
        let _ = performance.measure_with_start_mark(name, &start);
        performance.clear_marks_with_mark_name(&start);
    }
    (result, milliseconds)
}
