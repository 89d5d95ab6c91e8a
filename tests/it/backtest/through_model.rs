//! The built-in model itself, run for a province: its equations, with the parameters that
//! statistics can give fitted on the past and its judgements as they are declared.

use tuiyan::engine::{Draws, Output, Program};
use tuiyan::model::Model;
use tuiyan::plan::Settings;
use tuiyan::region::{Datum, Provenance, Region};
use tuiyan::sampling::Distribution;

use super::panel::{Past, Place, mean};
use super::process::{Fitted, HORIZON, size_class};
use crate::city;

/// Years behind the medium-term growth of GDP.
const GDP_YEARS: usize = 3;
const DRAWS: usize = 1024;
/// Years that the mean growth of a region counts for where it is given as a figure.
const OWN_YEARS: f64 = 5.0;

/// The built-in model as it is declared, or calibrated on the past.
#[derive(Clone, Copy)]
pub(crate) enum Parameters<'f> {
    Declared,
    Fitted(&'f Fitted),
}

/// R&D of every place in the years ahead, 亿元; the own past counts over so many years.
pub(crate) fn forecasts(
    model: &Model,
    past: &Past,
    parameters: Parameters<'_>,
    own_years: usize,
) -> Vec<[Vec<f64>; HORIZON]> {
    let mut draws: Option<Draws> = None;
    let blank = city::region(model, "blank");
    let forecast = |place: &Place| {
        let model = calibrated(model, past, parameters, place);
        let region = region(&model, &blank, past, place, own_years);
        let rd = Output::Outlook(model.variable("rd").unwrap());
        let program = Program::compile(&model, &region, &[rd]);
        assert_eq!(program.missing(0), None);
        // The columns depend on ids and years only, so one set serves all places.
        let draws = draws.get_or_insert_with(|| Draws::sample(&program, DRAWS));
        let run = program.run(draws, &Settings::present());
        let mut year = 0;
        [(); HORIZON].map(|()| {
            year += 1;
            run.values(0, year).unwrap().iter().map(|rd| rd / 1e8).collect()
        })
    };
    past.places.iter().map(forecast).collect()
}

/// The model with what the past gives of its R&D process.
pub(crate) fn calibrated(
    model: &Model,
    past: &Past,
    parameters: Parameters<'_>,
    place: &Place,
) -> Model {
    let mut model = Model { horizon: HORIZON as u32, ..model.clone() };
    let Parameters::Fitted(fitted) = parameters else { return model };
    let all = past.growths().concat();
    let size = size_class(*place.rd.last().unwrap());
    let values = [
        // Five years of the place's own against as many as give the fitted weight.
        ("own_trend_weak", OWN_YEARS * (1.0 - fitted.weight) / fitted.weight),
        ("rd_growth_peers", mean(&all)),
        ("rd_growth_inertia", fitted.inertia),
        ("rd_growth_volatility", fitted.spread[size]),
    ];
    for (id, value) in values {
        let parameter = model.parameters.iter_mut().find(|parameter| parameter.id == id).unwrap();
        parameter.believe(Distribution::Fixed(value));
    }
    model
}

/// The province as a region. R&D counts as that of enterprises: the panel does not tell
/// performers apart.
pub(crate) fn region(
    model: &Model,
    blank: &Region,
    past: &Past,
    place: &Place,
    own_years: usize,
) -> Region {
    let growths = place.growths();
    let gdp = place.gdp();
    let figures = [
        ("gdp", gdp[gdp.len() - 1] * 1e8),
        ("rd", place.rd[place.rd.len() - 1] * 1e8),
        ("rd_institute_share", 0.0),
        ("rd_university_share", 0.0),
        ("rd_other_share", 0.0),
        ("rd_growth_five_year", mean(&growths[growths.len().saturating_sub(own_years)..])),
        ("rd_growth_last_year", growths[growths.len() - 1]),
        ("rd_intensity_province", past.nation),
        ("gdp_growth_real_trend", past.gdp_growth(GDP_YEARS)),
        ("gdp_deflator_growth_trend", 0.0),
    ];
    let figures = figures.map(|(id, value)| (id.to_owned(), datum(model, value)));
    Region { base_year: past.origin, figures: figures.into_iter().collect(), ..blank.clone() }
}

pub(crate) fn datum(model: &Model, value: f64) -> Datum {
    Datum {
        value,
        unit: model.units.parse("1").unwrap(),
        provenance: Provenance::Published,
        source: String::new(),
        vintage: None,
        note: None,
        error: None,
    }
}
