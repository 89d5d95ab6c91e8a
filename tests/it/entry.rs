//! What the screen of the data says of defaults and of what can be projected.

use tuiyan::analysis::glimpses;
use tuiyan::plan::{asks, first_asks, stand_in};
use tuiyan::region::{Datum, Region};
use tuiyan::unit::InUnit;

use crate::city;

#[test]
fn a_default_is_its_number_or_the_figure_it_names() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let figure = |id: &str| model.figures.iter().find(|figure| figure.id == id).unwrap();
    let default = |id: &str| figure(id).default.as_ref().unwrap();
    assert_eq!(stand_in(&model, &region, default("cit_rate")), Some(0.2));
    let five_year = region.figures["rd_growth_five_year"].value;
    assert_eq!(stand_in(&model, &region, default("rd_growth_last_year")), Some(five_year));
    let growth = model.assumptions.iter().find(|path| path.id == "gdp_growth_real").unwrap();
    let mut blank = city::region(&model, "blank");
    assert_eq!(stand_in(&model, &blank, growth.default.as_ref().unwrap()), Some(0.055));
    blank.figures.insert("gdp_growth_real_trend".to_owned(), region.figures["cit_rate"].clone());
    assert_eq!(stand_in(&model, &blank, growth.default.as_ref().unwrap()), Some(0.2));
}

#[test]
fn the_first_figures_bring_the_first_projections() {
    let model = city::model();
    let (full, mut region) = (city::region(&model, "yiyang-2020"), city::region(&model, "blank"));
    let count = |region: &Region| {
        let seen = glimpses(&model, region, 2026, 256);
        seen.iter().filter(|glimpse| glimpse.outlook.is_ok()).count()
    };
    // Some indicators rest on the model's defaults alone.
    let before = count(&region);
    let unlocked: usize = first_asks(&model, &region).iter().map(|ask| ask.unlocks.len()).sum();
    for ask in first_asks(&model, &region) {
        let value =
            full.figures.get(&ask.id).map_or(ask.unit.to_base(InUnit(10.0)), |datum| datum.value);
        let datum = Datum { value, unit: ask.unit.clone(), ..full.figures["gdp"].clone() };
        region.figures.insert(ask.id, datum);
    }
    assert_eq!(count(&region), before + unlocked);
    assert!(unlocked > 0 && !asks(&model, &region).is_empty());
    let beyond = glimpses(&model, &region, 2026 + 300, 256);
    assert!(beyond.iter().all(|glimpse| glimpse.outlook.is_err()));
}
