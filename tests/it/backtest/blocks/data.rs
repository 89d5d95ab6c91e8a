//! Yearly figures of provinces and cities, and the dated pairs: what the forecasts of all
//! blocks start from and are judged by.

use std::collections::BTreeMap;

use crate::city;

/// A figure by year.
pub(crate) type Series = BTreeMap<i32, f64>;

/// A place with its figures by the model's id, in base units.
#[derive(Default)]
pub(crate) struct Place {
    pub(crate) name: String,
    /// For cities the province they lie in, and their own name else.
    pub(crate) province: String,
    pub(crate) figures: BTreeMap<&'static str, Series>,
}

impl Place {
    /// With the province before it where it lies in one.
    pub(crate) fn full_name(&self) -> String {
        let province = if self.province == self.name { "" } else { &self.province };
        format!("{province}{}", self.name)
    }
}

/// Lists of recognitions, of which the stock is the sum of three.
pub(crate) const LISTS: &str = "hnte_certificate_1";
/// R&D over GDP of a province, as first published.
pub(crate) const INTENSITY: &str = "rd_intensity";
/// Row of the whole country.
pub(crate) const NATION: &str = "全国";
/// 亿元 in base units.
pub(crate) const YI: f64 = 1e8;

/// Columns of a table: the model's id, base units.
type Columns = [(&'static str, f64)];

/// The places of a table, whose first columns name the place, the last of them the year.
fn read(path: &str, names: usize, columns: &Columns, places: &mut Vec<Place>) {
    for line in city::text(path).lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let (name, province) = (fields[names - 1], fields[0]);
        let year: i32 = fields[names].parse().unwrap();
        let known =
            places.iter().position(|place| place.name == name && place.province == province);
        let position = known.unwrap_or_else(|| {
            let (name, province) = (name.to_owned(), province.to_owned());
            places.push(Place { name, province, ..Place::default() });
            places.len() - 1
        });
        for ((id, factor), text) in columns.iter().zip(&fields[names + 1..]) {
            if let Some(value) = text.parse::<f64>().ok().filter(|value| *value > 0.0) {
                places[position].figures.entry(id).or_default().insert(year, value * factor);
            }
        }
    }
}

/// The provinces, the nation among them; GDP is what R&D and its intensity imply.
pub(crate) fn provinces() -> Vec<Place> {
    let mut places = Vec::new();
    read("regions/provinces.csv", 1, &[("rd", YI), (INTENSITY, 0.01)], &mut places);
    let others =
        [("fiscal_science", YI), ("tech_contracts", YI), ("inventions", 1.0), (LISTS, 1.0)];
    read("regions/provinces-other.csv", 1, &others, &mut places);
    for place in &mut places {
        let empty = Series::new();
        let of = |id| place.figures.get(id).unwrap_or(&empty);
        let gdp =
            of("rd").iter().filter_map(|(year, rd)| Some((*year, rd / of(INTENSITY).get(year)?)));
        let lists = of(LISTS);
        let before = |year: i32, ago| lists.get(&(year - ago));
        let stock = lists
            .iter()
            .filter_map(|(year, list)| Some((*year, list + before(*year, 1)? + before(*year, 2)?)));
        let (gdp, stock) = (gdp.collect(), stock.collect());
        place.figures.insert("gdp", gdp);
        place.figures.insert("hnte", stock);
    }
    places
}

/// Places at prefecture level.
pub(crate) fn cities() -> Vec<Place> {
    let mut places = Vec::new();
    let columns = [("gdp", YI), ("fiscal_science", YI)];
    read("tests/data/backtest/cities.csv", 2, &columns, &mut places);
    places
}

/// A figure of a place and what it became.
pub(crate) struct Pair {
    pub(crate) indicator: String,
    pub(crate) place: String,
    /// As the tables of provinces name it.
    pub(crate) province: String,
    pub(crate) base_year: i32,
    /// Base units.
    pub(crate) base: f64,
    pub(crate) year: i32,
    /// Base units.
    pub(crate) actual: f64,
    /// From a table that lists all places of its kind, and no place's own good news.
    pub(crate) counts: bool,
}

pub(crate) fn pairs() -> Vec<Pair> {
    let text = city::text("tests/data/backtest/outcomes.csv");
    let pair = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let factor = if fields[7] == "亿元" { YI } else { 1.0 };
        let number = |text: &str| text.parse::<f64>().unwrap() * factor;
        Pair {
            indicator: fields[0].to_owned(),
            place: fields[1].to_owned(),
            province: fields[2].trim_end_matches('省').to_owned(),
            base_year: fields[3].parse().unwrap(),
            base: number(fields[4]),
            year: fields[5].parse().unwrap(),
            actual: number(fields[6]),
            counts: fields[8] == "full",
        }
    };
    text.lines().skip(1).map(pair).collect()
}
