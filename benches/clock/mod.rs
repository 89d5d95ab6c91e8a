//! Time that the code needs when nothing disturbs it.

use std::time::Duration;

/// The shortest of several rounds.
pub(crate) fn fastest(rounds: usize, mut round: impl FnMut()) -> Duration {
    let times = (0..rounds).map(|_| {
        let start = now();
        round();
        now().saturating_sub(start)
    });
    times.min().unwrap_or_default()
}

/// Since some moment that stays the same.
#[cfg(not(target_family = "wasm"))]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    #[expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// Since the page was opened.
#[cfg(target_family = "wasm")]
fn now() -> Duration {
    let performance = gloo::utils::window().performance().expect("a browser has a clock");
    Duration::from_secs_f64(performance.now() / 1e3)
}

/// As a number.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
