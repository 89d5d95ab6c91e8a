//! Where the numbers behind an indicator come from: every figure with its source.

use yew::prelude::*;

use crate::analysis::figures_behind;
use crate::desk::Scene;
use crate::model::VariableId;
use crate::region::{Datum, Provenance};
use crate::ui::widgets::disclosure::disclosure;
use crate::wording::{Phrase, datum_origin, datum_value, name};

/// Properties of [`Origins`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Position of the indicator in the model.
    pub variable: VariableId,
}

/// A list that opens: figures of the base year and of earlier years, with value, origin and edition.
#[component]
pub fn Origins(props: &Props) -> Html {
    let Props { scene, variable } = props;
    let (model, region, locale) = (&scene.model, &scene.region, scene.locale);
    let behind = use_memo((scene.model.clone(), scene.region.clone(), *variable), |found| {
        figures_behind(&found.0, &found.1, found.2)
    });
    if behind.is_empty() {
        return Html::default();
    }
    let figures = behind.iter().map(|id| (id, region.figures.get(id)));
    let assumed = figures.clone().filter(|(_, datum)| is_assumed(*datum)).count();
    let counts = [("count", &*behind.len().to_string()), ("assumed", &*assumed.to_string())];
    let rows =
        figures.map(|(id, datum)| row(name(id, model, locale), region.base_year, datum, scene));
    let declared = &model.variables[*variable];
    let history = region.history.get(&declared.id).map(Vec::as_slice).unwrap_or_default();
    let earlier = history
        .iter()
        .map(|dated| row(declared.name.get(locale), dated.year, Some(&dated.datum), scene));
    let lists = html! {
        <>
            <ul>{ for rows }</ul>
            if !history.is_empty() {
                <h4>{ Phrase::ORIGIN_OF_HISTORY.get(locale) }</h4>
                <ul>{ for earlier }</ul>
            }
        </>
    };
    disclosure("origins", Phrase::ORIGINS_COUNT.with(locale, &counts), lists).draw()
}

fn is_assumed(datum: Option<&Datum>) -> bool {
    datum.is_none_or(|datum| datum.provenance == Provenance::Assumed)
}

fn row(name: &str, year: i32, datum: Option<&Datum>, scene: &Scene) -> Html {
    let locale = scene.locale;
    let class = is_assumed(datum).then_some("origin-assumed");
    let value = datum.map(|datum| datum_value(datum, &scene.model, locale));
    let origin = datum.map_or_else(
        || Phrase::ORIGIN_DEFAULT.get(locale).to_owned(),
        |datum| datum_origin(datum, locale),
    );
    html! {
        <li>
            <span class={classes!(class)}>{ name }{ " " }<b>{ value }</b></span>
            <small>{ Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]) }{ Phrase::SEMICOLON.get(locale) }{ origin }</small>
        </li>
    }
}
