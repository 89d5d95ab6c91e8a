//! Forecasts of every block at every origin, each with what happened and what simple rules
//! would have said.

use tuiyan::math::exp;
use tuiyan::sampling::Summary;

use super::data::{NATION, Place, Series};
use super::run::{Engine, growth};
use crate::backtest::panel::mean;
use crate::city;

/// Years ahead.
pub(crate) const AHEAD: i32 = 3;
/// A year's step that is no growth but a change of what is counted, log.
const BREAK: f64 = 0.35;
/// The last outcome before the rules of recognition were tightened.
const HNTE_BEFORE: i32 = 2023;
/// Processes are chosen on origins up to here.
pub(crate) const CHOSEN_UNTIL: i32 = 2019;
/// Years that the rule of the peers' mean looks back over.
const PEERS: i32 = 5;

/// Of the cities, in the order of their codes, each so-manieth is forecast: all take
/// minutes, and neighbours of a year tell much the same.
const EVERY: usize = 2;

/// A figure that is forecast for many places.
pub(crate) struct Block {
    /// In the report.
    pub(crate) name: &'static str,
    /// Of the model.
    pub(crate) variable: &'static str,
    origins: std::ops::RangeInclusive<i32>,
    /// Whether steps beyond all growth are left out.
    breaks: bool,
}

const fn block(name: &'static str, variable: &'static str, first: i32, last: i32) -> Block {
    Block { name, variable, origins: first..=last, breaks: false }
}

pub(crate) const OF_PROVINCES: [Block; 5] = [
    block("研发经费（省）", "rd", 2014, 2022),
    block("有效高企（省）", "hnte", 2021, 2023),
    block("有效发明专利（省）", "inventions", 2013, 2022),
    block("技术合同（省）", "tech_contracts", 2015, 2022),
    block("财政科技支出（省）", "fiscal_science", 2013, 2022),
];
pub(crate) const OF_CITIES: [Block; 2] = [
    Block { breaks: true, ..block("地区生产总值（市）", "gdp", 2013, 2023) },
    block("财政科技支出（市）", "fiscal_science", 2013, 2023),
];

/// The rules that a forecast has to beat, in the order of `Case::rules`.
pub(crate) const RULES: [&str; 4] = ["上年数不变", "上年增速", "三年增速", "同类平均增速"];

/// A forecast with what happened.
pub(crate) struct Case {
    pub(crate) block: &'static str,
    pub(crate) place: String,
    pub(crate) origin: i32,
    pub(crate) ahead: i32,
    /// Whether the process may have been chosen on it.
    pub(crate) early: bool,
    pub(crate) summary: Summary,
    pub(crate) actual: f64,
    /// What the simple rules say.
    pub(crate) rules: [f64; 4],
}

/// All cases of some blocks, and how many steps over a break were left out.
pub(crate) fn cases(
    engine: &Engine<'_>,
    places: &[Place],
    blocks: &'static [Block],
) -> (Vec<Case>, usize) {
    let (mut cases, mut broken) = (Vec::new(), 0);
    let origins = blocks.iter().flat_map(|block| block.origins.clone());
    let (first, last) = (origins.clone().min().unwrap(), origins.max().unwrap());
    for origin in first..=last {
        let peers: Vec<f64> = blocks.iter().map(|block| peers(places, block, origin)).collect();
        let wanted: Vec<&str> = blocks.iter().map(|block| block.variable).collect();
        for place in places.iter().filter(|place| place.name != NATION) {
            let forecasts = engine.forecasts(place, origin, &wanted);
            for ((block, forecast), peers) in blocks.iter().zip(forecasts).zip(&peers) {
                let Some(series) = place.figures.get(block.variable) else { continue };
                if !block.origins.contains(&origin) {
                    continue;
                }
                for (ahead, summary) in (1..).zip(forecast.unwrap_or_default()) {
                    if block.breaks && is_broken(series, origin + ahead) {
                        broken += 1;
                    } else {
                        let case = case(block, place, origin, ahead, summary, *peers);
                        cases.extend(case);
                    }
                }
            }
        }
    }
    (cases, broken)
}

fn case(
    block: &Block,
    place: &Place,
    origin: i32,
    ahead: i32,
    summary: Summary,
    peers: f64,
) -> Option<Case> {
    let series = &place.figures[block.variable];
    let (base, actual) = (*series.get(&origin)?, *series.get(&(origin + ahead))?);
    let last = growth(series, origin, 1)?;
    let three = growth(series, origin, 3).or(growth(series, origin, 2)).unwrap_or(last);
    let rule = |growth: f64| base * exp(growth * f64::from(ahead));
    let early = match block.variable {
        "hnte" => origin + ahead <= HNTE_BEFORE,
        _ => origin <= CHOSEN_UNTIL,
    };
    Some(Case {
        block: block.name,
        place: place.full_name(),
        origin,
        ahead,
        early,
        summary,
        actual,
        rules: [0.0, last, three, peers].map(rule),
    })
}

/// Mean log growth of all places in the years before an origin.
fn peers(places: &[Place], block: &Block, origin: i32) -> f64 {
    let of = |place: &Place| {
        let series = place.figures.get(block.variable)?;
        (1..=PEERS).rev().find_map(|years| growth(series, origin, years))
    };
    let known: Vec<f64> = places.iter().filter_map(of).collect();
    if known.is_empty() { 0.0 } else { mean(&known) }
}

/// Whether what is counted changed in one of the years that a case stands on.
fn is_broken(series: &Series, until: i32) -> bool {
    let step = |year| growth(series, year, 1).is_some_and(|step| step.abs() > BREAK);
    (until - AHEAD - 2..=until).any(step)
}

/// The names of the blocks that cases are of, in the order of the report.
pub(crate) fn blocks(cases: &[Case]) -> impl Iterator<Item = &'static str> + use<'_> {
    let names = OF_PROVINCES.iter().chain(&OF_CITIES).map(|block| block.name);
    names.filter(|name| cases.iter().any(|case| case.block == *name))
}

/// All cases: provinces, then cities.
pub(crate) fn all() -> (Vec<Case>, usize) {
    let model = city::model();
    let blank = city::region(&model, "blank");
    let provinces = super::data::provinces();
    let nation = provinces.iter().find(|place| place.name == NATION).unwrap();
    let engine = Engine::new(&model, &blank, nation, AHEAD as u32);
    let (mut found, _) = cases(&engine, &provinces, &OF_PROVINCES);
    let cities: Vec<Place> = super::data::cities().into_iter().step_by(EVERY).collect();
    let (of_cities, broken) = cases(&engine, &cities, &OF_CITIES);
    found.extend(of_cities);
    (found, broken)
}
