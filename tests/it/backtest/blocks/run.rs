//! The built-in model run for a place as it stood at the end of a year.

use tuiyan::engine::{Draws, Output, Program};
use tuiyan::math::ln;
use tuiyan::model::Model;
use tuiyan::plan::Settings;
use tuiyan::region::{DatedValue, Region};
use tuiyan::sampling::{Summary, summarise};

use super::data::{INTENSITY, LISTS, Place, Series};
use crate::backtest::through_model::datum;

const DRAWS: usize = 256;
/// Technology SMEs over HNTEs where nobody has counted them: about the nation's of 2025
/// (600,000 and 504,000).
const SMES_PER_HNTE: f64 = 1.2;
/// Renewal of certificates by which first recognitions are told from a list.
const RENEWED: f64 = 0.72;

/// What a forecast is made with.
pub(crate) struct Engine<'m> {
    model: Model,
    blank: &'m Region,
    nation: &'m Place,
}

impl<'m> Engine<'m> {
    pub(crate) fn new(model: &Model, blank: &'m Region, nation: &'m Place, years: u32) -> Self {
        Self { model: Model { horizon: years, ..model.clone() }, blank, nation }
    }

    /// Forecasts of some variables for each year ahead; none where a figure is missing.
    pub(crate) fn forecasts(
        &self,
        place: &Place,
        origin: i32,
        wanted: &[&str],
    ) -> Vec<Option<Vec<Summary>>> {
        let outputs: Vec<Output> =
            wanted.iter().map(|id| Output::Outlook(self.model.variable(id).unwrap())).collect();
        let region = self.region(place, origin);
        let program = Program::compile(&self.model, &region, &outputs);
        let run = program.run(&Draws::sample(&program, DRAWS), &Settings::present());
        let of = |position: usize| {
            let years = 1..=self.model.horizon as usize;
            let summary = |year| summarise(run.values(position, year).unwrap()).unwrap();
            program.missing(position).is_none().then(|| years.map(summary).collect())
        };
        (0..wanted.len()).map(of).collect()
    }

    fn region(&self, place: &Place, origin: i32) -> Region {
        let mut region = Region { base_year: origin, ..self.blank.clone() };
        let mut set = |id: &str, value: f64| {
            region.figures.insert(id.to_owned(), datum(&self.model, value));
        };
        for (id, series) in &place.figures {
            if let Some(value) = series.get(&origin) {
                set(id, *value);
            }
        }
        // The tables do not tell performers apart: all R&D counts as that of enterprises.
        for share in ["rd_institute_share", "rd_university_share", "rd_other_share"] {
            set(share, 0.0);
        }
        set("rd_intensity_province", self.nation.figures[INTENSITY][&origin]);
        for (id, value) in known_growth(place, origin).into_iter().chain(cohorts(place, origin)) {
            set(id, value);
        }
        for (id, series) in &place.figures {
            let before = series.range(..origin);
            let dated = |(year, value): (&i32, &f64)| DatedValue {
                year: *year,
                datum: datum(&self.model, *value),
            };
            region.history.insert((*id).to_owned(), before.map(dated).collect());
        }
        region
    }
}

/// Last year's growth of R&D, which the model asks for: its mean growth it reads from the past.
fn known_growth(place: &Place, origin: i32) -> Option<(&'static str, f64)> {
    let last = growth(place.figures.get("rd")?, origin, 1)?;
    Some(("rd_growth_last_year", last))
}

/// The three lists behind a stock, and the first recognitions of the last: what remains of
/// it after the renewals of the list three years before.
fn cohorts(place: &Place, origin: i32) -> Vec<(&'static str, f64)> {
    let list = |ago: i32| place.figures.get(LISTS)?.get(&(origin - ago)).copied();
    let (Some(first), Some(second), Some(third), Some(expired)) =
        (list(0), list(1), list(2), list(3))
    else {
        return Vec::new();
    };
    let fresh = f64::max(first - RENEWED * expired, 0.1 * first);
    let firms = SMES_PER_HNTE * (first + second + third);
    vec![
        ("hnte_certificate_1", first),
        ("hnte_certificate_2", second),
        ("hnte_certificate_3", third),
        ("hnte_new", fresh),
        ("tech_sme", firms),
    ]
}

/// Mean log growth over the years before an origin.
pub(crate) fn growth(series: &Series, origin: i32, years: i32) -> Option<f64> {
    let (then, now) = (series.get(&(origin - years))?, series.get(&origin)?);
    Some(ln(now / then) / f64::from(years))
}
