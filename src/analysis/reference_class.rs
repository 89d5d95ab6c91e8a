//! The reference class: how fast other places have grown.
//!
//! A required growth is set against what comparable places achieved over the
//! same number of years. Comparable is the third of the places with the nearest
//! level: small economies grow faster and less evenly than large ones.

use crate::math::pow;
use crate::numeral::parse_f64;
use crate::sorted::Map;

/// Scale of a column by the end of its name, and what remains is the variable's id.
const SUFFIXES: [(&str, f64); 2] = [("_yi", 1e8), ("_pct", 0.01)];

/// Rows of the whole country are no place among others.
const NATION: &str = "全国";

/// Yearly values of several places, by variable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReferenceClass {
    /// Variable id to place to year to value, base units.
    series: Map<String, Map<String, Map<i32, f64>>>,
}

/// Where a growth stands among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentile {
    /// Share of the cases that are not above it, 0 to 1.
    pub share: f64,
    /// Number of cases.
    pub cases: usize,
    /// The growth that 95 % of the cases do not exceed.
    pub p95: f64,
}

impl ReferenceClass {
    /// Reads a table with the columns `province`, `year` and one a variable; a column is named
    /// by the variable's id, with `_yi` (亿元) or `_pct` (%) behind it. Empty cells are unknown;
    /// what is no number is skipped.
    #[must_use]
    pub fn read(csv: &str) -> Self {
        let mut lines = csv.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let mut class = Self::default();
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            let [place, year, ..] = cells[..] else { continue };
            let Ok(year) = year.trim().parse::<i32>() else { continue };
            for (column, cell) in header.iter().zip(&cells).skip(2) {
                let Some(value) = parse_f64(cell.trim()) else { continue };
                if place != NATION {
                    class.insert(column.trim(), place, year, value);
                }
            }
        }
        class
    }

    fn insert(&mut self, column: &str, place: &str, year: i32, value: f64) {
        let known =
            SUFFIXES.iter().find_map(|(end, scale)| Some((column.strip_suffix(end)?, *scale)));
        let (variable, scale) = known.unwrap_or((column, 1.0));
        let places = self.series.entry(variable.to_owned()).or_default();
        places.entry(place.to_owned()).or_default().insert(year, value * scale);
    }

    /// Yearly growth over spells of `years` years that began near `level`; empty if nothing is known.
    #[must_use]
    pub fn growths(&self, variable: &str, level: f64, years: u32) -> Vec<f64> {
        let Some(places) = self.series.get(variable) else { return Vec::new() };
        let mut spells: Vec<(f64, f64)> = Vec::new();
        for series in places.values() {
            for (year, start) in series {
                let end = series.get(&(year + years as i32));
                spells.extend(
                    end.filter(|_| *start > 0.0)
                        .map(|end| (*start, yearly_growth(*start, *end, years))),
                );
            }
        }
        nearest_third(spells, level)
    }

    /// Where a yearly growth over `years` years stands; `None` if nothing is known.
    #[must_use]
    pub fn percentile(
        &self,
        variable: &str,
        level: f64,
        years: u32,
        growth: f64,
    ) -> Option<Percentile> {
        percentile(&self.growths(variable, level, years), growth)
    }
}

/// Growths of the spells in the third, by starting level, that `level` falls into.
fn nearest_third(mut spells: Vec<(f64, f64)>, level: f64) -> Vec<f64> {
    spells.sort_by(|one, other| one.0.total_cmp(&other.0));
    let count = spells.len();
    let below = spells.partition_point(|spell| spell.0 <= level);
    let third = (3 * below).checked_div(count).map_or(0, |third| third.min(2));
    let range = third * count / 3..(third + 1) * count / 3;
    spells[range].iter().map(|spell| spell.1).collect()
}

/// The constant growth that leads from one value to the other.
pub(super) fn yearly_growth(start: f64, end: f64, years: u32) -> f64 {
    if years == 1 { end / start - 1.0 } else { pow(end / start, 1.0 / f64::from(years)) - 1.0 }
}

/// Where `growth` stands among `cases`.
pub(super) fn percentile(cases: &[f64], growth: f64) -> Option<Percentile> {
    let mut sorted = cases.to_vec();
    sorted.sort_by(f64::total_cmp);
    let position = (0.95 * sorted.len() as f64).ceil() as usize;
    let p95 = *sorted.get(position.saturating_sub(1))?;
    let share = sorted.partition_point(|case| *case <= growth) as f64 / sorted.len() as f64;
    Some(Percentile { share, cases: sorted.len(), p95 })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "province,year,rd_yi,note\n\
        全国,2019,100,\n全国,2020,300,\n\
        甲,2019,1,\n甲,2020,1.1,\n甲,2021,1.32,\n\
        乙,2019,10,\n乙,2020,,\n乙,2021,12.1,\n";

    #[test]
    fn columns_are_in_their_units_and_the_nation_is_no_place() {
        let class = ReferenceClass::read(TABLE);
        let places = &class.series["rd"];
        assert_eq!(places.len(), 2);
        assert_eq!(places["甲"][&2021], 1.32 * 1e8);
    }

    #[test]
    fn growth_is_yearly_and_gaps_are_skipped() {
        let class = ReferenceClass::read(TABLE);
        let two_years = class.growths("rd", 1e9, 2);
        assert_eq!(two_years.len(), 1);
        assert!((two_years[0] - 0.1).abs() < 1e-12, "{two_years:?}");
        assert!(class.growths("gdp", 1.0, 1).is_empty());
    }

    #[test]
    fn small_places_are_compared_with_small_ones() {
        let spells: Vec<(f64, f64)> = (0..9).map(|i| (f64::from(i), f64::from(i))).collect();
        assert_eq!(nearest_third(spells.clone(), 0.5), [0.0, 1.0, 2.0]);
        assert_eq!(nearest_third(spells, 100.0), [6.0, 7.0, 8.0]);
    }

    #[test]
    fn a_percentile_is_the_share_not_above() {
        let cases: Vec<f64> = (1..=20).map(f64::from).collect();
        let found = percentile(&cases, 5.0).unwrap();
        assert_eq!((found.share, found.cases, found.p95), (0.25, 20, 19.0));
        assert_eq!(percentile(&[], 5.0), None);
    }
}
