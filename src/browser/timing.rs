//! User timing: how long a piece of work takes, readable by developer tools and the benchmark.

/// Does `work` and records its duration under `name`.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = gloo::utils::window().performance();
    let start = format!("{name}:start");
    if let Some(performance) = &performance {
        // Without user timing the work is done all the same.
        let _ = performance.mark(&start);
    }
    let result = work();
    if let Some(performance) = &performance {
        let _ = performance.measure_with_start_mark(name, &start);
        performance.clear_marks_with_mark_name(&start);
    }
    result
}
