//! The R&D of 31 provinces by year, and what of it was known at an origin.

use crate::city;

/// Row of the whole country.
const NATION: &str = "全国";
/// First year that all places have.
const FIRST: i32 = 2011;

/// The whole table.
#[derive(Clone)]
pub(crate) struct Panel {
    pub(crate) places: Vec<Place>,
    /// R&D intensity of the country by year from the first, as a share.
    nation: Vec<f64>,
}

/// A province.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) name: String,
    /// R&D by year from the first, 亿元.
    pub(crate) rd: Vec<f64>,
    /// R&D intensity by year from the first, as first published, as a share.
    intensity: Vec<f64>,
}

/// What was known at the end of a year. Nothing later is in it.
pub(crate) struct Past {
    /// The last year that is known.
    pub(crate) origin: i32,
    pub(crate) places: Vec<Place>,
    /// R&D intensity of the country in that year, as a share.
    pub(crate) nation: f64,
}

impl Panel {
    pub(crate) fn read() -> Self {
        let text = city::text("regions/provinces.csv");
        let mut panel = Self { places: Vec::new(), nation: Vec::new() };
        for line in text.lines().skip(1) {
            let [place, year, rd, intensity] = line.split(',').collect::<Vec<_>>()[..] else {
                panic!("not four fields: {line}");
            };
            if year.parse::<i32>().unwrap() < FIRST || rd.is_empty() {
                continue;
            }
            let intensity = intensity.parse::<f64>().unwrap() / 100.0;
            if place == NATION {
                panel.nation.push(intensity);
                continue;
            }
            if panel.places.last().is_none_or(|last| last.name != place) {
                let name = place.to_owned();
                panel.places.push(Place { name, rd: Vec::new(), intensity: Vec::new() });
            }
            let last = panel.places.last_mut().unwrap();
            last.rd.push(rd.parse().unwrap());
            last.intensity.push(intensity);
        }
        panel
    }

    pub(crate) fn past(&self, origin: i32) -> Past {
        let known = 1 + index(origin);
        let places = self.places.iter().map(|place| place.until(known)).collect();
        Past { origin, places, nation: self.nation[known - 1] }
    }

    pub(crate) fn last_year(&self) -> i32 {
        FIRST + self.nation.len() as i32 - 1
    }

    pub(crate) fn position(&self, name: &str) -> usize {
        self.places.iter().position(|place| place.name == name).unwrap()
    }
}

impl Place {
    fn until(&self, known: usize) -> Self {
        Self {
            name: self.name.clone(),
            rd: self.rd[..known].to_vec(),
            intensity: self.intensity[..known].to_vec(),
        }
    }

    /// R&D of a year, 亿元.
    pub(crate) fn in_year(&self, year: i32) -> f64 {
        self.rd[index(year)]
    }

    /// Log growth by year, from the second year on.
    pub(crate) fn growths(&self) -> Vec<f64> {
        log_growths(&self.rd)
    }

    /// GDP by year that the two columns imply, 亿元.
    pub(crate) fn gdp(&self) -> Vec<f64> {
        self.rd.iter().zip(&self.intensity).map(|(rd, intensity)| rd / intensity).collect()
    }
}

impl Past {
    /// The same, as it was known some years before.
    pub(crate) fn before(&self, years: usize) -> Self {
        let known = self.places[0].rd.len() - years;
        let places = self.places.iter().map(|place| place.until(known)).collect();
        Self { origin: self.origin - years as i32, places, nation: self.nation }
    }

    /// Log growths: by place, then by year.
    pub(crate) fn growths(&self) -> Vec<Vec<f64>> {
        self.places.iter().map(Place::growths).collect()
    }

    /// Mean nominal log growth of GDP over places and the last `years` years.
    pub(crate) fn gdp_growth(&self, years: usize) -> f64 {
        let growths = self.places.iter().map(|place| {
            let growths = log_growths(&place.gdp());
            mean(&growths[growths.len() - years..])
        });
        mean(&growths.collect::<Vec<_>>())
    }
}

fn index(year: i32) -> usize {
    usize::try_from(year - FIRST).unwrap()
}

fn log_growths(levels: &[f64]) -> Vec<f64> {
    levels.windows(2).map(|pair| tuiyan::math::ln(pair[1] / pair[0])).collect()
}

pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
