//! What a picture shows, as plain data: drawing, table twin and tests read the same figures.

mod axis;
mod caption;
mod label;
mod map;
mod number;
mod table;
mod waterfall;

pub use axis::{Axis, Figures};
pub use caption::Caption;
pub use label::{DirectLabel, LabelRole, spread};
pub use map::{BOX, MapBlock, MapFigure};
pub use number::grouped;
pub use table::FigureTable;
pub use waterfall::{Bar, Waterfall, WaterfallStep};

use crate::locale::Locale;

/// An indicator's past and the fan of what is likely to become of it.
///
/// All values are in the displayed unit, as a reader would say them: 2.5 for 2.5 %.
#[derive(Clone, Debug, PartialEq)]
pub struct FanChart {
    /// The indicator's name.
    pub title: String,
    /// What stands before and after a figure with its unit: `["", "亿元"]`, `["CNY ", " billion"]`.
    pub unit: [String; 2],
    /// Decimal places of the indicator's figures.
    pub decimals: usize,
    /// Scale of the values; frozen by the caller while a lever moves.
    pub axis: Axis,
    /// Year at the left edge.
    pub first_year: i32,
    /// Last year with final figures: where the fan starts.
    pub base_year: i32,
    /// Year that the target is set for.
    pub plan_year: i32,
    /// Year at the right edge.
    pub last_year: i32,
    /// Known years before the base year, oldest first.
    pub history: Vec<KnownPoint>,
    /// The base-year value, if there is one.
    pub base: Option<KnownPoint>,
    /// Under the scenario, oldest first, from the year after the base year.
    pub fan: Vec<FanYear>,
    /// Medians of the run that the scenario is compared with, oldest first.
    pub reference: Vec<YearValue>,
    /// Medians of further scenarios.
    pub others: Vec<NamedLine>,
    /// Medians of what a relative target compares with.
    pub yardstick: Option<NamedLine>,
    /// What the plan asks for.
    pub target: Option<TargetMark>,
    /// A lower bound besides the target, in the target's year.
    pub floor: Option<f64>,
    /// The words on the picture, in the reader's language.
    pub words: FanWords,
}

/// A value of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearValue {
    /// Calendar year.
    pub year: i32,
    /// In the displayed unit.
    pub value: f64,
}

/// Medians of a scenario beside the one in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedLine {
    /// Short name of the scenario.
    pub name: String,
    /// Oldest first.
    pub values: Vec<YearValue>,
}

impl NamedLine {
    /// The median of a year.
    #[must_use]
    pub fn value(&self, year: i32) -> Option<f64> {
        self.values.iter().find(|row| row.year == year).map(|row| row.value)
    }
}

/// A value of the past.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPoint {
    /// Calendar year.
    pub year: i32,
    /// In the displayed unit.
    pub value: f64,
    /// Whether somebody published it (filled point) or it is derived or assumed (open point).
    pub published: bool,
}

/// Quantiles of one year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are the quantiles")]
pub struct FanYear {
    pub year: i32,
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
}

/// A target: a bar that no lever moves.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    /// Calendar year.
    pub year: i32,
    /// In the displayed unit.
    pub value: f64,
    /// What stands beside the bar, for example `目标 2.50%`.
    pub label: String,
}

/// Words on the picture and at the head of its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FanWords {
    /// The language that they are in, which has letters of its own.
    pub locale: Locale,
    /// Short name of the scenario: `方案B`.
    pub scenario: String,
    /// Short name of what it is compared with: `现状`.
    pub reference: String,
    /// `规划年`.
    pub plan_year: String,
    /// `历史缺数`.
    pub missing_history: String,
    /// Heads the column of years: `年份`.
    pub year: String,
    /// Heads the column of known values, with their unit: `已知值（亿元）`.
    pub known: String,
    /// Heads the column that says how a value is known: `来历`.
    pub origin: String,
    /// Said of a filled point: `公布`.
    pub published: String,
    /// Said of an open point: `推算或假设`.
    pub unpublished: String,
    /// Heads the column of the target: `目标`.
    pub target: String,
    /// Heads the column of the floor: `底线`.
    pub floor: String,
}

impl FanChart {
    /// The unit without a figure: `亿元`, `CNY billion`.
    #[must_use]
    pub fn unit_alone(&self) -> String {
        let [before, after] = &self.unit;
        format!("{before}{}", after.trim_start())
    }

    /// The year of the target; the plan year where there is none.
    #[must_use]
    pub fn target_year(&self) -> i32 {
        self.target.as_ref().map_or(self.plan_year, |target| target.year)
    }

    /// History and base point, oldest first.
    pub fn known(&self) -> impl Iterator<Item = &KnownPoint> {
        self.history.iter().chain(&self.base)
    }

    /// The scenario's quantiles in a year.
    #[must_use]
    pub fn quantiles(&self, year: i32) -> Option<&FanYear> {
        self.fan.iter().find(|row| row.year == year)
    }

    /// The median that the scenario is compared with, in a year.
    #[must_use]
    pub fn reference_value(&self, year: i32) -> Option<f64> {
        self.reference.iter().find(|row| row.year == year).map(|row| row.value)
    }

    /// The longest run of years between known values, up to the base year; where no earlier
    /// value is known, from the left edge: first and last missing year. The picture says there
    /// that figures are missing instead of drawing a line.
    #[must_use]
    pub fn missing_years(&self) -> Option<(i32, i32)> {
        let edge = self.history.is_empty().then_some(self.first_year - 1);
        let known: Vec<i32> =
            edge.into_iter().chain(self.known().map(|point| point.year)).collect();
        let after = known.iter().copied().skip(1).chain([self.base_year]);
        let gaps = known.iter().zip(after).map(|(&from, to)| (from + 1, to - 1));
        gaps.filter(|(from, to)| from <= to).max_by_key(|(from, to)| (to - from, -from))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// 益阳's R&D intensity as the tests know it: two known years, target above the fan.
    pub(crate) fn intensity() -> FanChart {
        let rows = [
            [1.542, 1.676, 1.816, 1.971, 2.137],
            [1.551, 1.757, 1.977, 2.240, 2.521],
            [1.560, 1.817, 2.112, 2.461, 2.858],
            [1.584, 1.879, 2.238, 2.668, 3.174],
            [1.603, 1.937, 2.346, 2.854, 3.441],
        ];
        let reference = [1.79, 1.924, 2.044, 2.155, 2.253];
        FanChart {
            title: "研发投入强度".into(),
            unit: ["", "%"].map(String::from),
            decimals: 2,
            axis: Axis::covering([2.5, 1.6, 0.94, 2.747]),
            first_year: 2015,
            base_year: 2019,
            plan_year: 2020,
            last_year: 2024,
            history: vec![KnownPoint { year: 2015, value: 0.94, published: true }],
            base: Some(KnownPoint { year: 2019, value: 1.60, published: false }),
            fan: fan(&rows),
            reference: medians(&reference),
            others: Vec::new(),
            yardstick: None,
            target: Some(TargetMark { year: 2020, value: 2.5, label: "目标 2.50%".into() }),
            floor: None,
            words: words(),
        }
    }

    /// Rows from 2020 on: P10, P25, P50, P75, P90.
    pub(crate) fn fan(rows: &[[f64; 5]]) -> Vec<FanYear> {
        let years = 2020..;
        let row = |(year, &[p10, p25, p50, p75, p90]): (i32, &[f64; 5])| FanYear {
            year,
            p10,
            p25,
            p50,
            p75,
            p90,
        };
        years.zip(rows).map(row).collect()
    }

    /// Values from 2020 on.
    pub(crate) fn medians(values: &[f64]) -> Vec<YearValue> {
        (2020..).zip(values).map(|(year, &value)| YearValue { year, value }).collect()
    }

    fn words() -> FanWords {
        FanWords {
            locale: Locale::Zh,
            scenario: "方案B".into(),
            reference: "现状".into(),
            plan_year: "规划年".into(),
            missing_history: "历史缺数".into(),
            year: "年份".into(),
            known: "已知值（%）".into(),
            origin: "来历".into(),
            published: "公布".into(),
            unpublished: "推算或假设".into(),
            target: "目标".into(),
            floor: "底线".into(),
        }
    }

    #[test]
    fn the_widest_run_of_years_without_figures_is_named() {
        let mut chart = intensity();
        assert_eq!(chart.missing_years(), Some((2016, 2018)));
        chart.history.clear();
        assert_eq!(chart.missing_years(), Some((2015, 2018)));
        chart.base = None;
        assert_eq!(chart.missing_years(), Some((2015, 2018)), "the base year is not history");
        let points = (2015..2019).map(|year| KnownPoint { year, value: 1.0, published: true });
        chart.history = points.collect();
        assert_eq!(chart.missing_years(), None);
    }
}
