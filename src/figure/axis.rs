//! The scale of a picture's values: from zero, few rules, frozen while a lever moves.

/// Steps between rules that a reader adds up without thinking, in 1–10.
const NICE_STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// A scale from zero to `top`, with a rule at every `step`.
///
/// It is computed once, from what does not depend on the levers (target,
/// history, 现状延续), so that dragging moves the fan and not the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    top: f64,
    step: f64,
}

impl Axis {
    /// The shortest scale with three or four rules, zero included, that covers
    /// the values. Values that are not positive, finite numbers ask for nothing.
    #[must_use]
    pub fn covering(values: impl IntoIterator<Item = f64>) -> Self {
        let asks = |value: &f64| value.is_normal() && *value > 0.0;
        let largest = values.into_iter().filter(asks).fold(0.0, f64::max);
        if largest == 0.0 {
            return Self { top: 1.0, step: 0.5 };
        }
        let magnitude = power_of_ten_below(largest);
        let scales = [magnitude / 10.0, magnitude].into_iter();
        let steps = scales.flat_map(|scale| NICE_STEPS.map(|nice| nice * scale));
        let axes = steps.flat_map(|step| [2.0, 3.0].map(|count| Self { top: step * count, step }));
        axes.filter(|axis| axis.top >= largest)
            .min_by(|one, other| one.top.total_cmp(&other.top))
            .unwrap_or(Self { top: largest, step: largest / 2.0 })
    }

    /// Largest value that the picture shows.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.top
    }

    /// Values that carry a rule, from zero to the top.
    pub fn rules(&self) -> impl Iterator<Item = f64> {
        let count = (self.top / self.step).round() as u32;
        let step = self.step;
        (0..=count).map(move |rule| f64::from(rule) * step)
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

    /// Height of a value: 0 at zero, 1 at the top; beyond the two, outside the picture.
    #[must_use]
    pub fn height(&self, value: f64) -> f64 {
        value / self.top
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
    fn impossible_values_ask_for_nothing() {
        let asked = [f64::NAN, f64::INFINITY, -3.0, 1.9];
        assert_eq!(Axis::covering(asked), Axis::covering([1.9]));
    }

    proptest! {
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
