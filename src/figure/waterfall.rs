//! A difference as steps from zero to its total: one bar a part, each from where the last ended.

/// A part of a difference, in any one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaterfallStep {
    /// What the part adds.
    pub share: f64,
    /// What of it is real and not only reported, where that is told.
    pub real: Option<f64>,
    /// What the part would add alone, where that is told.
    pub alone: Option<f64>,
}

/// A bar; all places are shares of the picture's width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it starts.
    pub from: f64,
    /// Where it ends; left of the start where the part takes away.
    pub to: f64,
    /// Where its real part ends: between the two.
    pub real: f64,
    /// Where it would end alone.
    pub alone: Option<f64>,
}

/// Bars of all parts and of their sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// In the order of the parts.
    pub bars: Vec<Bar>,
    /// From zero to the sum.
    pub total: Bar,
    /// Where zero stands.
    pub zero: f64,
}

impl Waterfall {
    /// Lays the steps out. `real` is what of the sum is real, where that is told.
    #[must_use]
    pub fn of(steps: &[WaterfallStep], real: Option<f64>) -> Self {
        let starts = steps.iter().scan(0.0, |sum, step| {
            let start = *sum;
            *sum += step.share;
            Some(start)
        });
        let starts: Vec<f64> = starts.collect();
        let sum = steps.iter().fold(0.0, |sum, step| sum + step.share);
        let alone = steps.iter().zip(&starts).filter_map(|(step, start)| Some(start + step.alone?));
        let reached =
            starts.iter().copied().chain([sum]).chain(alone).filter(|end| end.is_finite());
        let (low, high) =
            reached.fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        let width = if high > low { high - low } else { 1.0 };
        let place = |value: f64| (value - low) / width;
        let bar = |start: f64, step: &WaterfallStep| Bar {
            from: place(start),
            to: place(start + step.share),
            real: place(start + real_part(step)),
            alone: step.alone.map(|alone| place(start + alone)),
        };
        Self {
            bars: steps.iter().zip(&starts).map(|(step, start)| bar(*start, step)).collect(),
            total: bar(0.0, &WaterfallStep { share: sum, real, alone: None }),
            zero: place(0.0),
        }
    }
}

/// The real part as far as a bar can show it: from nothing to the whole.
fn real_part(step: &WaterfallStep) -> f64 {
    let real = step.real.unwrap_or(step.share);
    if step.share >= 0.0 { real.clamp(0.0, step.share) } else { real.clamp(step.share, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(share: f64, real: Option<f64>, alone: f64) -> WaterfallStep {
        WaterfallStep { share, real, alone: Some(alone) }
    }

    #[test]
    fn each_bar_starts_where_the_last_one_ended() {
        let picture = Waterfall::of(&[step(3.0, None, 3.0), step(-1.0, None, 1.0)], None);
        let ends: Vec<_> = picture.bars.iter().map(|bar| (bar.from, bar.to)).collect();
        assert_eq!(ends, [(0.0, 0.75), (0.75, 0.5)]);
        assert_eq!((picture.total.from, picture.total.to), (0.0, 0.5));
        assert_eq!(picture.bars[1].alone, Some(1.0), "the mark is inside the picture too");
    }

    #[test]
    fn what_falls_below_zero_moves_zero() {
        let picture = Waterfall::of(&[step(-1.0, None, -1.0), step(4.0, None, 4.0)], None);
        assert_eq!((picture.zero, picture.bars[0].to, picture.bars[1].to), (0.25, 0.0, 1.0));
    }

    #[test]
    fn the_real_part_stays_within_its_bar() {
        let real =
            |share, real| Waterfall::of(&[step(share, Some(real), share)], None).bars[0].real;
        assert_eq!([real(4.0, 1.0), real(4.0, 5.0), real(4.0, -1.0)], [0.25, 1.0, 0.0]);
        assert_eq!(real(-4.0, -1.0), 0.75);
    }

    #[test]
    fn nothing_is_a_picture_too() {
        let picture = Waterfall::of(&[], None);
        assert_eq!((picture.total.from, picture.total.to, picture.zero), (0.0, 0.0, 0.0));
    }
}
