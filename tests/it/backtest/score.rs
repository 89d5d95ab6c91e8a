//! How forecasts turned out: error, coverage, bias.

use std::ops::RangeInclusive;

use tuiyan::math::ln;
use tuiyan::sampling::{Summary, probability, summarise};

use super::panel::{Panel, Past, mean};
use super::process::HORIZON;

/// Years that forecasts are made at the end of.
pub(crate) const ORIGINS: RangeInclusive<i32> = 2015..=2022;

/// A forecast with what happened.
pub(crate) struct Case {
    pub(crate) place: usize,
    pub(crate) origin: i32,
    /// Years ahead, from 1.
    pub(crate) ahead: usize,
    /// Of the forecast, 亿元.
    pub(crate) summary: Summary,
    /// What happened, 亿元.
    pub(crate) actual: f64,
    /// Share of the forecast's draws that lie below it.
    pub(crate) position: f64,
}

impl Case {
    /// Of the median, relative to what happened.
    pub(crate) fn error(&self) -> f64 {
        self.summary.p50 / self.actual - 1.0
    }

    fn is_inside(&self) -> bool {
        (self.summary.p10..=self.summary.p90).contains(&self.actual)
    }
}

/// Forecasts of all places at all origins, as far as it is known what happened.
pub(crate) fn cases(
    panel: &Panel,
    mut forecasts: impl FnMut(&Past) -> Vec<[Vec<f64>; HORIZON]>,
) -> Vec<Case> {
    let mut cases = Vec::new();
    for origin in ORIGINS {
        let forecasts = forecasts(&panel.past(origin));
        for (place, years) in forecasts.iter().enumerate() {
            for (ahead, draws) in (1..).zip(years) {
                let year = origin + ahead as i32;
                if year <= panel.last_year() {
                    let actual = panel.places[place].in_year(year);
                    let position = probability(draws, |draw| draw < actual).unwrap().value;
                    let summary = summarise(draws).unwrap();
                    cases.push(Case { place, origin, ahead, summary, actual, position });
                }
            }
        }
    }
    cases
}

/// Forecasts taken together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Score {
    pub(crate) cases: usize,
    /// Mean absolute error of the median, relative to what happened.
    pub(crate) error: f64,
    /// Share of cases between P10 and P90.
    pub(crate) coverage: f64,
    /// Mean log of what happened over the median: above 0 where forecasts were too low.
    pub(crate) bias: f64,
}

impl Score {
    pub(crate) fn of<'c>(cases: impl Iterator<Item = &'c Case>) -> Self {
        let cases: Vec<&Case> = cases.collect();
        let mean_of =
            |of: fn(&Case) -> f64| mean(&cases.iter().map(|case| of(case)).collect::<Vec<_>>());
        Self {
            cases: cases.len(),
            error: mean_of(|case| case.error().abs()),
            coverage: mean_of(|case| f64::from(u8::from(case.is_inside()))),
            bias: mean_of(|case| ln(case.actual / case.summary.p50)),
        }
    }
}

/// By years ahead.
pub(crate) fn scores(cases: &[Case]) -> [Score; HORIZON] {
    let mut ahead = 0;
    [(); HORIZON].map(|()| {
        ahead += 1;
        Score::of(cases.iter().filter(|case| case.ahead == ahead))
    })
}
