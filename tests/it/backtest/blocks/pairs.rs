//! The dated pairs: a figure of a place, what it became, and what the model would have said.
//! All else that the model needs of the place is its province's.

use tuiyan::model::Model;
use tuiyan::sampling::Summary;

use super::data::{INTENSITY, LISTS, NATION, Pair, Place, Series, pairs, provinces};
use super::run::Engine;
use crate::city;

/// Growth of lists where only their sum is known.
const LIST_GROWTH: f64 = 1.2;

/// The model's default.
const VALUE_ADDED_RATE: f64 = 0.28;

pub(crate) struct Answer {
    pub(crate) name: String,
    pub(crate) counts: bool,
    pub(crate) summary: Summary,
    pub(crate) actual: f64,
}

pub(crate) fn answers() -> Vec<Answer> {
    let model = city::model();
    let blank = city::region(&model, "blank");
    let provinces = provinces();
    let nation = provinces.iter().find(|place| place.name == NATION).unwrap();
    let engine = Engine::new(&model, &blank, nation, model.horizon);
    let answer = |pair: Pair| {
        let province = provinces.iter().find(|place| place.name == pair.province);
        let place = place(&pair, province.unwrap_or(nation));
        let (asked, factor) = asked(&pair.indicator);
        let [forecast] = &engine.forecasts(&place, pair.base_year, &[asked])[..] else {
            unreachable!("one variable was asked for")
        };
        let ahead = (pair.year - pair.base_year) as usize;
        let forecast = forecast.as_ref().unwrap_or_else(|| panic!("{}", pair.place));
        Answer {
            name: name(&model, &pair.indicator),
            counts: pair.counts,
            summary: forecast[ahead - 1],
            actual: pair.actual * factor,
        }
    };
    pairs().into_iter().map(answer).collect()
}

/// The variable that is forecast, and how large it is for one of the pair's. Value added
/// without new policy is its rate of the output; the output itself needs all of the city.
fn asked(indicator: &str) -> (&str, f64) {
    match indicator {
        "high_tech_value_added" => ("high_tech_output_trend", 1.0 / VALUE_ADDED_RATE),
        other => (other, 1.0),
    }
}

fn name(model: &Model, id: &str) -> String {
    model.variables[model.variable(id).unwrap()].name.zh.clone()
}

/// The place with its one figure; its R&D and GDP before are the province's in proportion.
fn place(pair: &Pair, province: &Place) -> Place {
    let year = pair.base_year;
    let mut place = Place { name: pair.place.clone(), ..Place::default() };
    let mut scaled = |id: &'static str, base: f64| {
        let of = &province.figures[id];
        let factor = base / of.get(&year).or(of.values().next_back()).unwrap();
        let own: Series = of.range(..=year).map(|(year, value)| (*year, value * factor)).collect();
        place.figures.insert(id, own);
    };
    match pair.indicator.as_str() {
        "rd" => {
            scaled("rd", pair.base);
            let intensities = &province.figures[INTENSITY];
            scaled("gdp", pair.base / intensities[&year]);
        }
        "hnte" => drop(place.figures.insert(LISTS, lists(pair))),
        "tech_contracts" => {
            let [contracts, gdp] = ["tech_contracts", "gdp"].map(|id| province.figures[id][&year]);
            scaled("gdp", pair.base * gdp / contracts);
            one(&mut place, "tech_contracts", pair);
        }
        "tech_sme" => one(&mut place, "tech_sme", pair),
        "high_tech_value_added" => one(&mut place, "high_tech_value_added", pair),
        other => panic!("no rule for {other}"),
    }
    place
}

fn one(place: &mut Place, id: &'static str, pair: &Pair) {
    place.figures.insert(id, [(pair.base_year, pair.base)].into());
}

/// Lists of a usual growth whose last three are the stock.
fn lists(pair: &Pair) -> Series {
    let shares = [0, 1, 2, 3].map(|ago| tuiyan::math::pow(LIST_GROWTH, -f64::from(ago)));
    let all: f64 = shares[..3].iter().sum();
    let of = |(ago, share): (i32, f64)| (pair.base_year - ago, pair.base * share / all);
    (0..).zip(shares).map(of).collect()
}
