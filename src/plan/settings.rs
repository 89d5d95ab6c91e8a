//! Lever settings by year.

use crate::limits;
use crate::sorted::Map;
use crate::unit::InUnit;

/// Lever settings of one scenario. What is not set stays at present.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Lever id to the settings of its years, in the lever's unit.
    levers: Map<String, LeverPath>,
}

/// Settings of one lever over the years.
#[derive(Clone, Debug, PartialEq)]
pub enum LeverPath {
    /// The same in all years.
    Constant(InUnit),
    /// Year by year from the first simulated year; the last one stays.
    ByYear(Vec<InUnit>),
}

impl Settings {
    /// Everything at present: 现状延续.
    #[must_use]
    pub fn present() -> Self {
        Self::default()
    }

    /// Sets a lever.
    pub fn set(&mut self, lever: &str, path: LeverPath) {
        self.levers.insert(lever.to_owned(), path);
    }

    /// Puts a lever back to present.
    pub fn reset(&mut self, lever: &str) {
        self.levers.remove(lever);
    }

    /// The lever's settings, if it was set.
    #[must_use]
    pub fn get(&self, lever: &str) -> Option<&LeverPath> {
        self.levers.get(lever)
    }

    /// The levers that were set, in the order of their ids.
    pub fn changed(&self) -> impl Iterator<Item = (&str, &LeverPath)> {
        self.levers.iter().map(|(lever, path)| (lever.as_str(), path))
    }

    /// Whether nothing was set.
    #[must_use]
    pub fn is_present(&self) -> bool {
        self.levers.is_empty()
    }
}

impl LeverPath {
    /// The setting in the `t`-th simulated year, from 1.
    #[must_use]
    pub fn at(&self, t: u32) -> Option<InUnit> {
        match self {
            LeverPath::Constant(value) => Some(*value),
            LeverPath::ByYear(values) => {
                values.get((t as usize).saturating_sub(1)).or(values.last()).copied()
            }
        }
    }

    /// The path with the `t`-th simulated year set to `value` and the other years as they
    /// were: those of `before`, or `present` where the lever was not set.
    #[must_use]
    pub fn with_year(before: Option<&LeverPath>, present: InUnit, t: u32, value: InUnit) -> Self {
        let was = |t| before.and_then(|path| path.at(t)).unwrap_or(present);
        let known = match before {
            Some(LeverPath::ByYear(values)) => values.len() as u32,
            _ => 0,
        };
        // One year more than the one set: the last one stays.
        let years = 1..=known.max(t + 1).min(limits::HORIZON_YEARS);
        let values = years.map(|year| if year == t { value } else { was(year) });
        Self::ByYear(values.collect())
    }

    /// Every number of the path.
    pub fn values(&self) -> impl Iterator<Item = InUnit> {
        let values = match self {
            LeverPath::Constant(value) => std::slice::from_ref(value),
            LeverPath::ByYear(values) => values.as_slice(),
        };
        values.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: Option<&LeverPath>, t: u32, expected: &[f64]) {
        let path = LeverPath::with_year(before, InUnit(5.0), t, InUnit(8.0));
        let found: Vec<InUnit> = (1..=expected.len() as u32).filter_map(|t| path.at(t)).collect();
        assert_eq!(found, expected.iter().copied().map(InUnit).collect::<Vec<_>>());
    }

    #[test]
    fn a_path_is_no_longer_than_a_run() {
        let last = limits::HORIZON_YEARS;
        let path = LeverPath::with_year(None, InUnit(5.0), last, InUnit(8.0));
        assert_eq!(path.values().count(), last as usize);
        assert_eq!(path.at(last), Some(InUnit(8.0)));
    }

    #[test]
    fn one_year_changes_and_the_others_stay() {
        check(None, 2, &[5.0, 8.0, 5.0, 5.0]);
        check(Some(&LeverPath::Constant(InUnit(6.0))), 1, &[8.0, 6.0, 6.0]);
        check(
            Some(&LeverPath::ByYear([1.0, 2.0, 3.0].map(InUnit).to_vec())),
            1,
            &[8.0, 2.0, 3.0, 3.0],
        );
        check(
            Some(&LeverPath::ByYear([1.0, 2.0].map(InUnit).to_vec())),
            4,
            &[1.0, 2.0, 2.0, 8.0, 2.0],
        );
    }
}
