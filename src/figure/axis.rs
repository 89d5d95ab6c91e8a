//! The scale of a picture's values: from zero, few rules, frozen while a lever moves.

/// Steps between rules that a reader adds up without thinking, in 1–10.
const NICE_STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// A scale with a rule at every `step`, zero among them.
///
/// It is computed once, from what does not depend on the levers (target,
/// history, 现状延续), so that dragging moves the fan and not the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// 0, or below it where what is drawn can be negative.
    bottom: f64,
    top: f64,
    step: f64,
}

impl Axis {
    /// The shortest scale from zero with three or four rules that covers the values.
    /// Values that are not positive, finite numbers ask for nothing.
    #[must_use]
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Self {
        Self::spanning(values.into_iter().map(|value| value.max(0.0)), Figures::Any)
    }

    /// The shortest scale that covers the values and zero: with three or four rules, or up to
    /// five where some are negative. What is no finite number asks for nothing.
    #[must_use]
    pub fn spanning(values: impl IntoIterator<Item = f64>, figures: Figures) -> Self {
        let asked = values.into_iter().filter(|value| value.is_finite());
        let (low, high) =
            asked.fold((0.0, 0.0), |(low, high): (f64, f64), one| (low.min(one), high.max(one)));
        let largest = high.max(-low);
        if largest < f64::MIN_POSITIVE {
            return match figures {
                Figures::Any => Self { bottom: 0.0, top: 1.0, step: 0.5 },
                Figures::Whole => Self { bottom: 0.0, top: 2.0, step: 1.0 },
            };
        }
        let magnitude = power_of_ten_below(largest);
        let scales = [magnitude / 10.0, magnitude].into_iter();
        let steps = scales.flat_map(|scale| NICE_STEPS.map(|nice| nice * scale));
        let whole = |step: &f64| figures == Figures::Any || (*step >= 1.0 && step.fract() == 0.0);
        let most = if low < 0.0 { 4.0 } else { 3.0 };
        let axes = steps.chain([1.0]).filter(whole).flat_map(|step| {
            let below = (-low / step).ceil();
            let above = [(high / step).ceil(), (2.0 - below).max(0.0)].map(|above| above.max(0.0));
            above.map(|above| Self { bottom: 0.0 - below * step, top: above * step, step })
        });
        let fits = |axis: &Self| {
            let count = (axis.span() / axis.step).round();
            axis.top >= high && (2.0..=most).contains(&count)
        };
        axes.filter(fits).min_by(|one, other| one.span().total_cmp(&other.span())).unwrap_or(Self {
            bottom: low,
            top: high,
            step: (high - low) / 2.0,
        })
    }

    fn span(&self) -> f64 {
        self.top - self.bottom
    }

    /// Smallest value that the picture shows.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.bottom
    }

    /// Largest value that the picture shows.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.top
    }

    /// Values that carry a rule, from the bottom to the top.
    pub fn rules(&self) -> impl Iterator<Item = f64> {
        let step = self.step;
        // Counted from zero, whose rule is exact.
        let ends = [self.bottom, self.top].map(|end| (end / step).round() as i32);
        (ends[0]..=ends[1]).map(move |rule| f64::from(rule) * step)
    }

    /// Decimal places that the rules' figures need.
    #[must_use]
    pub fn decimals(&self) -> usize {
        let mut shift = 1.0;
        let mut places = 0;
        while places < 9 && (self.step * shift - (self.step * shift).round()).abs() > 1e-6 {
            shift *= 10.0;
            places += 1;
        }
        places
    }

    /// Height of a value: 0 at the bottom, 1 at the top; beyond the two, outside the picture.
    #[must_use]
    pub fn height(&self, value: f64) -> f64 {
        (value - self.bottom) / self.span()
    }

    /// What follows the name of a value that the picture cannot show: where it lies.
    #[must_use]
    pub fn arrow(&self, value: f64) -> &'static str {
        match self.height(value) {
            height if height > 1.0 => " ↑",
            height if height < 0.0 => " ↓",
            _ => "",
        }
    }
}

/// Which figures the rules of a scale may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Any that one can say.
    Any,
    /// Whole ones: of things that are counted.
    Whole,
}

fn power_of_ten_below(value: f64) -> f64 {
    let mut power = 1.0;
    while power > value {
        power /= 10.0;
    }
    while power * 10.0 <= value {
        power *= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rules(largest: f64) -> Vec<f64> {
        Axis::covering([largest]).rules().collect()
    }

    #[test]
    fn rules_stand_at_figures_one_can_say() {
        assert_eq!(rules(2.884), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(rules(140.0), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(rules(27.4), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(rules(4320.0), [0.0, 2500.0, 5000.0]);
        assert_eq!(rules(100.0), [0.0, 50.0, 100.0]);
        assert_eq!(rules(0.0), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn figures_have_the_places_that_their_step_needs() {
        assert_eq!(Axis::covering([2.9]).decimals(), 0);
        assert_eq!(Axis::covering([0.93]).decimals(), 1);
        assert_eq!(Axis::covering([0.07]).decimals(), 3);
    }

    #[test]
    fn arrows_point_to_what_lies_outside() {
        let axis = Axis::covering([3.0]);
        assert_eq!([3.01, 3.0, 0.0, -0.01].map(|value| axis.arrow(value)), [" ↑", "", "", " ↓"]);
    }

    #[test]
    fn what_can_be_negative_has_a_rule_at_zero() {
        let rules = |values: [f64; 2]| Axis::spanning(values, Figures::Any).rules().collect();
        let rates: Vec<f64> = rules([-13.0, 27.0]);
        assert_eq!(rates, [-20.0, 0.0, 20.0, 40.0]);
        assert_eq!(Axis::spanning([-13.0, 27.0], Figures::Any).height(-20.0), 0.0);
        let shrinking: Vec<f64> = rules([-7.0, -2.0]);
        assert_eq!(shrinking, [-7.5, -5.0, -2.5, 0.0]);
    }

    #[test]
    fn things_that_are_counted_have_whole_figures() {
        let rules =
            |most: f64| -> Vec<f64> { Axis::spanning([most], Figures::Whole).rules().collect() };
        assert_eq!(rules(0.0), [0.0, 1.0, 2.0]);
        assert_eq!(rules(1.0), [0.0, 1.0, 2.0]);
        assert_eq!(rules(2.6), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(rules(7.0), [0.0, 5.0, 10.0]);
        assert_eq!(rules(40.0), [0.0, 20.0, 40.0]);
    }

    #[test]
    fn impossible_values_ask_for_nothing() {
        let asked = [f64::NAN, f64::INFINITY, -3.0, 1.9];
        assert_eq!(Axis::covering(asked), Axis::covering([1.9]));
    }

    proptest! {
        #[test]
        fn covers_what_lies_on_both_sides_of_zero(low in -1e6..0.0f64, high in -1e6..1e6f64) {
            for figures in [Figures::Any, Figures::Whole] {
                let axis = Axis::spanning([low, high], figures);
                prop_assert!(axis.bottom() <= low && axis.top() >= high, "{axis:?}");
                let rules: Vec<f64> = axis.rules().collect();
                prop_assert!(rules.contains(&0.0), "{axis:?}");
                prop_assert!((3..=5).contains(&rules.len()), "{axis:?}");
            }
        }

        #[test]
        fn covers_with_three_or_four_rules_and_little_air(largest in 1e-6..1e9) {
            let axis = Axis::covering([largest]);
            prop_assert!(axis.top() >= largest);
            // The widest step between neighbouring tops is from 1 × 2 to 1 × 3, or 10 to 15.
            prop_assert!(axis.top() <= largest * 1.5 * (1.0 + 1e-9), "{axis:?}");
            prop_assert!((3..=4).contains(&axis.rules().count()));
        }
    }
}
