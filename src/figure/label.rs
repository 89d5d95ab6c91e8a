//! Labels beside the lines they name, in place of a legend.

use crate::figure::{FanChart, grouped};

/// Which line a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelRole {
    /// An edge of the fan.
    Edge,
    /// The scenario's median.
    Scenario,
    /// The median that it is compared with.
    Reference,
    /// The median of a further scenario.
    Other,
    /// What a relative target compares with.
    Yardstick,
}

/// A label at the right edge of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectLabel {
    /// Which line it names.
    pub role: LabelRole,
    /// Where the line ends, in the displayed unit.
    pub value: f64,
    /// Of the line.
    pub name: String,
    /// Where the line ends; an arrow where it leaves the picture.
    pub figure: String,
}

impl DirectLabel {
    /// Name and figure.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} {}", self.name, self.figure)
    }
}

impl FanChart {
    /// One label for each line that reaches the last year, highest first.
    #[must_use]
    pub fn direct_labels(&self) -> Vec<DirectLabel> {
        let ends = self.quantiles(self.last_year);
        let others = self.others.iter().map(|line| (LabelRole::Other, line));
        let yardstick = self.yardstick.iter().map(|line| (LabelRole::Yardstick, line));
        let others = others
            .chain(yardstick)
            .map(|(role, line)| (role, line.name.as_str(), line.value(self.last_year)));
        let lines = [
            (LabelRole::Edge, "P90", ends.map(|row| row.p90)),
            (LabelRole::Scenario, self.words.scenario.as_str(), ends.map(|row| row.p50)),
            (
                LabelRole::Reference,
                self.words.reference.as_str(),
                self.reference_value(self.last_year),
            ),
            (LabelRole::Edge, "P10", ends.map(|row| row.p10)),
        ];
        let label = |(role, name, value): (LabelRole, &str, Option<f64>)| {
            let figure =
                |value: f64| format!("{}{}", grouped(value, self.decimals), self.axis.arrow(value));
            let label = |value: f64| DirectLabel {
                role,
                value,
                name: name.to_owned(),
                figure: figure(value),
            };
            value.map(label)
        };
        let mut labels: Vec<DirectLabel> =
            lines.into_iter().chain(others).filter_map(label).collect();
        labels.sort_by(|one, other| other.value.total_cmp(&one.value));
        labels
    }
}

/// Moves positions apart until neighbours are `gap` apart, within `least..=most`.
///
/// The order stays and the squares of the moves are least: with the gaps taken
/// out this is isotonic regression, solved by pooling neighbours that are out
/// of order. Where the room is too small for the gap, the gap shrinks.
///
/// `wanted` is in ascending order; so is what comes back.
#[must_use]
pub fn spread(wanted: &[f64], gap: f64, least: f64, most: f64) -> Vec<f64> {
    let gaps = wanted.len().saturating_sub(1).max(1) as f64;
    let gap = gap.min((most - least) / gaps);
    let shift = |index: usize| index as f64 * gap;
    let mut pools: Vec<Pool> = Vec::new();
    for (index, position) in wanted.iter().enumerate() {
        let mut pool = Pool { sum: position - shift(index), count: 1 };
        while let Some(above) = pools.pop_if(|above| above.mean() >= pool.mean()) {
            pool = Pool { sum: above.sum + pool.sum, count: above.count + pool.count };
        }
        pools.push(pool);
    }
    let highest = (most - shift(wanted.len().saturating_sub(1))).max(least);
    let placed = pools
        .iter()
        .flat_map(|pool| std::iter::repeat_n(pool.mean().clamp(least, highest), pool.count));
    placed.enumerate().map(|(index, position)| position + shift(index)).collect()
}

/// Neighbouring positions that stand as close as they may.
struct Pool {
    sum: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.count as f64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::figure::NamedLine;
    use crate::figure::tests::{intensity, medians};

    fn texts(chart: &FanChart) -> Vec<String> {
        chart.direct_labels().iter().map(DirectLabel::text).collect()
    }

    #[test]
    fn labels_name_their_lines_from_the_top() {
        assert_eq!(texts(&intensity()), ["P90 3.44 ↑", "方案B 2.35", "现状 2.25", "P10 1.60"]);
    }

    #[test]
    fn the_order_follows_the_values() {
        let mut chart = intensity();
        chart.reference.last_mut().unwrap().value = 2.40;
        assert_eq!(texts(&chart)[1..3], ["现状 2.40", "方案B 2.35"]);
    }

    #[test]
    fn further_scenarios_are_named_too() {
        let mut chart = intensity();
        chart.others = vec![NamedLine { name: "方案A".into(), values: medians(&[1.8; 5]) }];
        assert_eq!(texts(&chart)[3], "方案A 1.80");
    }

    #[test]
    fn a_line_that_ends_early_has_no_label() {
        let mut chart = intensity();
        chart.fan.pop();
        assert_eq!(texts(&chart), ["现状 2.25"]);
    }

    #[test]
    fn close_positions_part_around_their_middle() {
        assert_eq!(spread(&[50.0, 53.0], 15.0, 0.0, 100.0), [44.0, 59.0]);
        assert_eq!(spread(&[10.0, 50.0], 15.0, 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[2.0, 3.0], 15.0, 0.0, 100.0), [0.0, 15.0]);
        assert_eq!(spread(&[98.0, 99.0], 15.0, 0.0, 100.0), [85.0, 100.0]);
    }

    #[test]
    fn too_small_a_room_is_shared_evenly() {
        assert_eq!(spread(&[5.0, 5.0, 5.0], 15.0, 0.0, 20.0), [0.0, 10.0, 20.0]);
        assert!(spread(&[], 15.0, 0.0, 20.0).is_empty());
    }

    proptest! {
        #[test]
        fn apart_in_order_and_within_bounds(
            mut wanted in prop::collection::vec(-20.0..220.0f64, 0..8),
        ) {
            wanted.sort_by(f64::total_cmp);
            let placed = spread(&wanted, 15.0, 0.0, 200.0);
            prop_assert_eq!(placed.len(), wanted.len());
            for pair in placed.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 15.0 - 1e-9, "{placed:?}");
            }
            for position in placed {
                prop_assert!((-1e-9..=200.0 + 1e-9).contains(&position));
            }
        }
    }
}
