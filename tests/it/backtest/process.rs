//! Ways to guess the growth of R&D, each fitted on what was known at the origin.
//!
//! All share one form: a centre between a place's own past and that of all places, a
//! share of last year's distance from it that is left the next year (inertia), and a
//! yearly surprise of Student's t with five degrees of freedom, wider in small places.

use tuiyan::math::exp;
use tuiyan::sampling::{ShockDistribution, uniform_column};

use super::panel::{Past, mean};

/// Years ahead.
pub(crate) const HORIZON: usize = 3;
/// Degrees of freedom of the yearly surprise, as the model declares it.
const DEGREES: f64 = 5.0;
/// Where a place is small, middling, large: R&D, 亿元.
const SIZES: [f64; 2] = [100.0, 400.0];
/// The spread of a size class counts as much as so many cases of all places.
const POOLED_CASES: f64 = 10.0;
/// The first year that a forecast is made for when residuals are collected, by position.
const FIRST_RESIDUAL: usize = 2;

/// A way to guess.
#[derive(Clone, Copy)]
pub(crate) struct Process {
    pub(crate) name: &'static str,
    /// Share of the centre that is the place's own mean.
    pub(crate) own: Weight,
    /// Over how many of the last years.
    pub(crate) years: usize,
    pub(crate) others: Others,
    pub(crate) inertia: Inertia,
}

/// Share of the centre that is the place's own mean.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Weight {
    Given(f64),
    /// From the variance between places and within them.
    Estimated,
}

/// What the rest of the centre is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Others {
    /// The mean of all places and years.
    All,
    /// The mean of places of like size.
    OfLikeSize,
    /// The mean of all years, and the place's own mean as its distance from all places' in
    /// the same years.
    NetOfCommonYears,
}

/// How the share of last year's distance that is left is found.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Inertia {
    None,
    /// From growth as it is.
    Raw,
    /// From growth less the mean of all places in the year.
    NetOfCommonYears,
}

/// A process with its numbers.
pub(crate) struct Fitted {
    process: Process,
    pub(crate) weight: f64,
    pub(crate) inertia: f64,
    /// Standard deviation of the yearly surprise by size class.
    pub(crate) spread: [f64; 3],
}

pub(crate) fn size_class(rd: f64) -> usize {
    SIZES.iter().filter(|bound| rd >= **bound).count()
}

impl Process {
    pub(crate) fn fit(self, past: &Past) -> Fitted {
        let growths = past.growths();
        let weight = match self.own {
            Weight::Given(weight) => weight,
            Weight::Estimated => estimated_weight(&growths, self.years),
        };
        let mut fitted = Fitted { process: self, weight, inertia: 0.0, spread: [0.0; 3] };
        fitted.inertia = fitted.estimated_inertia(past);
        fitted.spread = fitted.estimated_spread(past);
        fitted
    }
}

impl Fitted {
    /// The centre of each place's growth, and where its last growth stood to it.
    fn centres(&self, past: &Past) -> Vec<(f64, f64)> {
        let growths = past.growths();
        let common = common_years(&growths);
        let all = mean(&common);
        let tail =
            |series: &[f64]| mean(&series[series.len().saturating_sub(self.process.years)..]);
        let last = |series: &[f64]| series[series.len() - 1];
        let centre = |(place, growths): (usize, &Vec<f64>)| {
            let others = match self.process.others {
                Others::OfLikeSize => mean_of_size(past, place).unwrap_or(all),
                Others::All | Others::NetOfCommonYears => all,
            };
            if self.process.others == Others::NetOfCommonYears {
                let away = self.weight * (tail(growths) - tail(&common));
                return (others + away, last(growths) - last(&common) - away);
            }
            let centre = self.weight * tail(growths) + (1.0 - self.weight) * others;
            (centre, last(growths) - centre)
        };
        growths.iter().enumerate().map(centre).collect()
    }

    /// Log growth of each place in the years ahead, without surprises.
    pub(crate) fn paths(&self, past: &Past) -> Vec<[f64; HORIZON]> {
        let path = |(centre, distance): (f64, f64)| {
            let mut left = distance;
            [(); HORIZON].map(|()| {
                left *= self.inertia;
                centre + left
            })
        };
        self.centres(past).into_iter().map(path).collect()
    }

    /// Least squares of each year's distance from the centre on the distance a year before.
    fn estimated_inertia(&self, past: &Past) -> f64 {
        let others = match self.process.inertia {
            Inertia::None => return 0.0,
            Inertia::Raw => self.process.others,
            Inertia::NetOfCommonYears => Others::NetOfCommonYears,
        };
        let process = Process { others, ..self.process };
        let steps = Self { process, weight: self.weight, inertia: 0.0, spread: [0.0; 3] };
        let years = past.places[0].rd.len() - 1;
        let (mut products, mut squares) = (0.0, 0.0);
        for known in 1..years {
            let then = past.before(years - known);
            let next = past.before(years - known - 1).growths();
            let common = mean(&next.iter().map(|growths| growths[known]).collect::<Vec<_>>());
            let all = mean(&common_years(&then.growths()));
            // What all places have in common is no distance of one.
            let shift = if others == Others::NetOfCommonYears { common - all } else { 0.0 };
            for ((centre, before), growths) in steps.centres(&then).into_iter().zip(&next) {
                let after = growths[known] - shift - centre;
                products += before * after;
                squares += before * before;
            }
        }
        f64::max(products / squares, 0.0)
    }

    /// How far the forecasts of the past for a year ahead went wrong.
    fn estimated_spread(&self, past: &Past) -> [f64; 3] {
        let years = past.places[0].rd.len() - 1;
        let mut by_size: [Vec<f64>; 3] = Default::default();
        for known in FIRST_RESIDUAL..years {
            let then = past.before(years - known);
            for (place, path) in self.paths(&then).into_iter().enumerate() {
                let happened = past.places[place].growths()[known];
                let size = size_class(past.places[place].rd[known]);
                by_size[size].push(happened - path[0]);
            }
        }
        let pooled = student_t_spread(&by_size.concat());
        by_size.map(|residuals| {
            let count = residuals.len() as f64;
            let own = if residuals.is_empty() { 0.0 } else { student_t_spread(&residuals) };
            let squares = count * own * own + POOLED_CASES * pooled * pooled;
            (squares / (count + POOLED_CASES)).sqrt()
        })
    }
}

/// Mean growth of all places by year.
fn common_years(growths: &[Vec<f64>]) -> Vec<f64> {
    let year = |t: usize| mean(&growths.iter().map(|growths| growths[t]).collect::<Vec<_>>());
    (0..growths[0].len()).map(year).collect()
}

/// Mean of the growths that began at a size like the place's; none if there were none.
fn mean_of_size(past: &Past, place: usize) -> Option<f64> {
    let own = size_class(*past.places[place].rd.last()?);
    let all = past
        .places
        .iter()
        .flat_map(|place| place.rd.iter().copied().zip(place.growths()).collect::<Vec<_>>());
    let like = all.filter(|(rd, _)| size_class(*rd) == own).map(|(_, growth)| growth);
    let like: Vec<f64> = like.collect();
    (!like.is_empty()).then(|| mean(&like))
}

/// Share of the differences between the places' means that is not chance.
fn estimated_weight(growths: &[Vec<f64>], years: usize) -> f64 {
    let common = common_years(growths);
    let net: Vec<Vec<f64>> = growths
        .iter()
        .map(|growths| growths.iter().zip(&common).map(|(own, all)| own - all).collect())
        .collect();
    let tails: Vec<&[f64]> =
        net.iter().map(|net: &Vec<f64>| &net[net.len().saturating_sub(years)..]).collect();
    let means: Vec<f64> = tails.iter().map(|tail| mean(tail)).collect();
    let within = mean(&tails.iter().map(|tail| variance(tail)).collect::<Vec<_>>());
    let between = (variance(&means) - within / tails[0].len() as f64).max(0.0);
    between / (between + within / tails[0].len() as f64)
}

fn variance(values: &[f64]) -> f64 {
    let middle = mean(values);
    let squares = values.iter().map(|value| (value - middle) * (value - middle));
    squares.sum::<f64>() / (values.len() as f64 - 1.0)
}

/// Standard deviation of Student's t that makes the residuals most likely (EM steps).
fn student_t_spread(residuals: &[f64]) -> f64 {
    let mut scale = mean(&residuals.iter().map(|residual| residual.abs()).collect::<Vec<_>>());
    for _ in 0..100 {
        let squares = residuals.iter().map(|residual| {
            let square = residual * residual;
            (DEGREES + 1.0) * square / (DEGREES + square / (scale * scale))
        });
        scale = mean(&squares.collect::<Vec<_>>()).sqrt();
    }
    scale * (DEGREES / (DEGREES - 2.0)).sqrt()
}

/// Yearly surprises with unit variance: by year ahead, then by draw.
pub(crate) fn surprises(draws: usize) -> [Vec<f64>; HORIZON] {
    let mut year = 0;
    [(); HORIZON].map(|()| {
        year += 1;
        let mut column = uniform_column("backtest", Some(year), draws);
        ShockDistribution::StudentT { degrees: DEGREES }.transform(&mut column);
        column
    })
}

/// R&D of a place in the years ahead, 亿元: by year, then by draw.
pub(crate) fn forecast(
    fitted: &Fitted,
    rd: f64,
    path: [f64; HORIZON],
    surprises: &[Vec<f64>; HORIZON],
) -> [Vec<f64>; HORIZON] {
    let spread = fitted.spread[size_class(rd)];
    let mut levels = vec![0.0; surprises[0].len()];
    let mut left = levels.clone();
    let mut year = 0;
    [(); HORIZON].map(|()| {
        for ((level, left), surprise) in levels.iter_mut().zip(&mut left).zip(&surprises[year]) {
            *left = fitted.inertia * *left + spread * surprise;
            *level += path[year] + *left;
        }
        year += 1;
        levels.iter().map(|level| rd * exp(*level)).collect()
    })
}
