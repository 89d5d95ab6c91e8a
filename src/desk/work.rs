//! A long computation in parts, so that whoever waits for it sees how far it is and can stop it.

/// A computation that is done part by part, each of a run of the model or so; dropping it calls it off.
pub struct Work<T> {
    done: usize,
    all: usize,
    part: Box<dyn FnMut() -> Option<T>>,
}

impl<T> Work<T> {
    /// A computation of about `all` parts; `part` does the next one and gives the result after the last.
    #[must_use]
    pub fn new(all: usize, part: impl FnMut() -> Option<T> + 'static) -> Self {
        Self { done: 0, all, part: Box::new(part) }
    }

    /// A computation of one part.
    #[must_use]
    pub fn once(compute: impl FnOnce() -> T + 'static) -> Self {
        let mut compute = Some(compute);
        Self::new(1, move || compute.take().map(|compute| compute()))
    }

    /// Does parts until the result is there or the clock, in milliseconds, shows `until`: one at the
    /// least. Nothing more comes after the result.
    pub fn advance(&mut self, until: f64, clock: impl Fn() -> f64) -> Option<T> {
        loop {
            let result = (self.part)();
            self.done += 1;
            // A clock that tells nothing ends the loop.
            let has_time = clock() < until;
            if result.is_some() || !has_time {
                return result;
            }
        }
    }

    /// Parts that are done, and all of them as far as it was known.
    #[must_use]
    pub fn progress(&self) -> [usize; 2] {
        [self.done, self.all.max(self.done)]
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn counting(all: usize) -> Work<usize> {
        let mut done = 0;
        Work::new(all, move || {
            done += 1;
            (done == all).then_some(done)
        })
    }

    #[test]
    fn parts_are_done_while_there_is_time() {
        let (mut work, time) = (counting(5), Cell::new(0.0));
        let clock = || {
            time.set(time.get() + 3.0);
            time.get()
        };
        assert_eq!(work.advance(8.0, clock), None);
        assert_eq!(work.progress(), [3, 5]);
        assert_eq!(work.advance(100.0, clock), Some(5));
        assert_eq!(work.progress(), [5, 5]);
    }

    #[test]
    fn without_time_or_clock_one_part_is_done() {
        let mut work = counting(3);
        assert_eq!(work.advance(0.0, || 1.0), None);
        assert_eq!(work.advance(9.0, || f64::NAN), None);
        assert_eq!((work.advance(0.0, || 1.0), work.progress()), (Some(3), [3, 3]));
        let mut once = Work::once(|| "done");
        assert_eq!(once.advance(0.0, || 0.0), Some("done"));
    }
}
