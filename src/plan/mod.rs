//! What planners decide: lever settings by year, under a name.

use std::collections::BTreeMap;

/// Lever settings of one scenario. What is not set stays at present.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Lever id to the settings of its years, in the lever's unit.
    levers: BTreeMap<String, LeverPath>,
}

/// Settings of one lever over the years.
#[derive(Clone, Debug, PartialEq)]
pub enum LeverPath {
    /// The same in all years.
    Constant(f64),
    /// Year by year from the first simulated year; the last one stays.
    ByYear(Vec<f64>),
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
    pub fn at(&self, t: u32) -> Option<f64> {
        match self {
            LeverPath::Constant(value) => Some(*value),
            LeverPath::ByYear(values) => {
                values.get((t as usize).saturating_sub(1)).or(values.last()).copied()
            }
        }
    }
}
