//! Time that the code needs when nothing disturbs it.

use std::time::Duration;

/// The shortest of several rounds.
pub(crate) fn fastest(rounds: usize, mut round: impl FnMut()) -> Duration {
    let times = (0..rounds).map(|_| {
        #[expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
        let start = std::time::Instant::now();
        round();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// As a number.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
